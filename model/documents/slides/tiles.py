"""The jobcenters as native tiles on their grid; outline, mark and word tell a verdict also without colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.line import LineFormat
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from model.documents import underneath
from model.documents.slides import shapes
from model.documents.slides.page import Area, colour, width_of
from model.documents.slides.shapes import Run
from model.drawing.chart import Chart, Mark, Tile
from model.drawing.theme import LIGHT, SYMBOLS

GAP = 4.0  # points between tiles
INSET = 4.0
TIGHT = 1.15  # a line's height in sizes, when nothing may be lost
Sizes = tuple[int, int, int, int]  # points: name, figure, count, status
SIZES: tuple[Sizes, ...] = ((18, 20, 16, 18), (16, 20, 16, 16), (16, 18, 14, 16), (16, 18, 14, 14), (16, 16, 14, 14),
                            (14, 16, 14, 14))


@dataclass(frozen=True)
class Look:
    """A tile's ground, ink and outline; ``double``: two lines beside each other."""

    edge: str
    width: float = 2.25
    ground: str = LIGHT.ground
    ink: str = LIGHT.target
    dash: MSO_LINE | None = None
    double: bool = False


SETTLED = Look(LIGHT.main, ground=LIGHT.main, ink=LIGHT.ground)
OPEN = Look(LIGHT.context, dash=MSO_LINE.DASH)
LOOKS: dict[Mark, Look] = {
    "reached": SETTLED, "half": Look(LIGHT.signal, width=4.5, double=True), "not_reached": Look(LIGHT.signal),
    "unsettled": OPEN, "too_few": OPEN, "unknown": OPEN, "plain": Look(LIGHT.context)}


def draw(slide: Slide, area: Area, chart: Chart, *, alt: str) -> None:
    """The grid over the whole area, as one group with the alt text."""
    if not chart.tiles:
        return
    left, top = min(tile.column for tile in chart.tiles), min(tile.row for tile in chart.tiles)
    across = max(tile.column for tile in chart.tiles) - left + 1
    down = max(tile.row for tile in chart.tiles) - top + 1
    width, height = (area.width + GAP) / across, (area.height + GAP) / down
    sizes = _sizes(chart.tiles, width - GAP - 2 * INSET, height - GAP - 2 * INSET)
    group = slide.shapes.add_group_shape()
    group.name = "Fliser"
    shapes.describe(underneath.element(group).nvGrpSpPr.cNvPr, alt)
    for tile in chart.tiles:
        place = Area(area.left + (tile.column - left) * width, area.top + (tile.row - top) * height, width - GAP,
                     height - GAP)
        _tile(group.shapes, place, tile, sizes)


def _tile(within: Any, place: Area, tile: Tile, sizes: Sizes) -> None:
    made = within.add_shape(MSO_SHAPE.RECTANGLE, Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height))
    made.name, look = tile.name, LOOKS[tile.mark]
    shapes.undress(made)
    made.fill.solid()
    made.fill.fore_color.rgb = colour(look.ground)
    _outline(made.line, look)
    shapes.fill(made.text_frame, _words(tile, look.ink, sizes), align=PP_ALIGN.CENTER,
                anchor=MSO_ANCHOR.MIDDLE, wrap=False, margin=INSET)


def _outline(line: LineFormat, look: Look) -> None:
    line.color.rgb, line.width = colour(look.edge), Pt(look.width)
    if look.dash is not None:
        line.dash_style = look.dash
    if look.double:
        underneath.outline(line).set("cmpd", "dbl")


def _words(tile: Tile, ink: str, sizes: Sizes) -> list[list[Run]]:
    """Name; figure and its count; mark and status."""
    name, figure, count, status = sizes
    number = [Run(tile.figure, figure, True, ink)]
    if tile.count:
        number.append(Run(_count(tile), count, False, ink))
    return [[Run(tile.name, name, True, ink)], number, [Run(_status(tile), status, False, ink)]]


def _sizes(tiles: Sequence[Tile], width: float, height: float) -> Sizes:
    """The largest at which every tile's three lines fit, so that all look alike."""
    return next((sizes for sizes in SIZES if sum((sizes[0], sizes[1], sizes[3])) * TIGHT <= height and
                 all(_widest(tile, sizes) <= width for tile in tiles)), SIZES[-1])


def _widest(tile: Tile, sizes: Sizes) -> float:
    name, figure, count, status = sizes
    number = width_of(tile.figure, figure, bold=True) + (width_of(_count(tile), count) if tile.count else 0)
    return max(width_of(tile.name, name, bold=True), number, width_of(_status(tile), status))


def _count(tile: Tile) -> str:
    return f" ({tile.count})"


def _status(tile: Tile) -> str:
    return f"{SYMBOLS[tile.mark]} {tile.status}"
