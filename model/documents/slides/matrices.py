"""A matrix as a native table: what stands in each cell, tinted where it is a count, over what the signs mean."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide

from model.documents.slides import shapes, tables
from model.documents.slides.bars import divided
from model.documents.slides.native import AXIS
from model.documents.slides.page import LINE, Area, colour, height_of, width_of
from model.documents.slides.shapes import Run
from model.drawing.shapes import Cell, Matrix, MatrixRow
from model.drawing.theme import LIGHT

MOST_ROWS = 8
SIZES = (24, 22, 20, AXIS, 17, 16, 15, 14)  # points
TALLEST = 56.0  # a row of few is no higher
AIR = 16.0  # points beside the words of a column
LEGEND = 16  # points


def pages(drawn: Matrix) -> list[Matrix]:
    """No more rows on a slide than can be read, evenly divided."""
    return [replace(drawn, rows=part) for part in divided(drawn.rows, MOST_ROWS)]


def draw(slide: Slide, area: Area, drawn: Matrix, *, alt: str) -> None:
    """The table over the whole width, its first column as wide as its names and the others alike."""
    legend = [f"{text}: {words}" for _, text, words in drawn.legend]
    under = height_of(legend, LEGEND, area.width) + AIR
    height = min(TALLEST, (area.height - under) / (len(drawn.rows) + 1))
    size = next((each for each in SIZES if each * LINE <= height and sum(_widths(drawn, each)) <= area.width),
                SIZES[-1])
    widths = _spread(_widths(drawn, size), area.width)
    made = tables.blank(slide, area, widths, [height] * (len(drawn.rows) + 1), alt=alt)
    ends = [drawn.total_title] if drawn.total_title else []
    for column, words in enumerate(("", *drawn.columns, *ends)):
        _write(made.cell(0, column), words, size, bold=True, ink=LIGHT.quiet, left=column == 0)
    for at, row in enumerate(drawn.rows, start=1):
        _row(made, at, row, size, total=bool(ends))
    _, rest = area.rows(height * (len(drawn.rows) + 1) + AIR)
    shapes.write(slide.shapes, rest, [[Run(words, LEGEND, ink=LIGHT.quiet)] for words in legend], name="Tegnforklaring")


def _row(made: Any, at: int, row: MatrixRow, size: int, *, total: bool) -> None:
    _write(made.cell(at, 0), row.name, size, bold=True, left=True)
    for column, cell in enumerate(row.cells, start=1):
        counted = cell.state == "count"
        _write(made.cell(at, column), cell.text, size, bold=counted, ink=LIGHT.target if counted else LIGHT.quiet)
        if counted:
            _tinted(made.cell(at, column), cell)
    if total:
        _write(made.cell(at, len(row.cells) + 1), row.total, size)


def _tinted(made: Any, cell: Cell) -> None:
    """The fuller the count is, the more of the band's colour is in its ground."""
    ground, full = (tuple(colour(each)) for each in (LIGHT.ground, LIGHT.band))
    mixed = "".join(f"{round(a + (b - a) * cell.tint):02X}" for a, b in zip(ground, full, strict=True))
    made.fill.solid()
    made.fill.fore_color.rgb = colour(mixed)


def _write(cell: Any, words: str, size: int, *, bold: bool = False, ink: str = LIGHT.target,
           left: bool = False) -> None:
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = 0
    shapes.fill(cell.text_frame, [[Run(words, size, bold, ink)]], wrap=left,
                align=PP_ALIGN.LEFT if left else PP_ALIGN.CENTER)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE


def _widths(drawn: Matrix, size: int) -> list[float]:
    """What each column needs for its longest words."""
    texts: list[Sequence[str]] = [[row.name for row in drawn.rows]]
    texts += [[words, *(row.cells[at].text for row in drawn.rows)] for at, words in enumerate(drawn.columns)]
    texts += [[drawn.total_title, *(row.total for row in drawn.rows)]] if drawn.total_title else []
    return [max(width_of(words, size, bold=True) for words in column) + AIR for column in texts]


def _spread(widths: list[float], room: float) -> list[float]:
    """The columns with what room is left shared among them; what is too much is taken from the names, which wrap."""
    first, *rest = widths
    left = room - sum(widths)
    return [first + left, *rest] if left < 0 else [first, *(width + left / len(rest) for width in rest)]
