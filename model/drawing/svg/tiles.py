"""The tile grid for a wall: every jobcenter with its name, its figure and its status as shape, word and colour."""

from model.drawing.chart import Chart, Mark, Tile
from model.drawing.svg import marks
from model.drawing.svg.parts import BASE, LEAST, WIDTH, box, fitting, text, width_of, within
from model.drawing.theme import LIGHT

GAP, PAD = 14.0, 18.0
FIGURE, WORD = 40.0, 26.0
TALLEST = 156.0
BADGE = 14.0  # a mark's radius
DASHED: tuple[Mark, ...] = ("unknown", "too_few")


def draw(chart: Chart, height: float) -> str:
    """The drawing's parts, as many rows and columns as the tiles ask for."""
    rows = 1 + max((tile.row for tile in chart.tiles), default=0)
    columns = 1 + max((tile.column for tile in chart.tiles), default=0)
    wide, tall = (WIDTH + GAP) / columns - GAP, min(TALLEST, (height + GAP) / rows - GAP)
    return "".join(_tile(tile, (tile.column * (wide + GAP), tile.row * (tall + GAP), wide, tall))
                   for tile in chart.tiles)


def _tile(tile: Tile, place: tuple[float, float, float, float]) -> str:
    x, y, wide, tall = place
    settled = tile.mark == "reached"
    ink, room = LIGHT.ground if settled else LIGHT.target, wide - 2 * PAD
    edge = box(x + 2, y + 2, wide - 4, tall - 4, fill=LIGHT.main if settled else LIGHT.ground,
               edge=marks.EDGES[tile.mark], thick=4, dash="10 6" if tile.mark in DASHED else "")
    name = within(tile.name, x + PAD, y + tall * 0.25, size=BASE, room=room, colour=ink, bold=True)
    return edge + name + _figure(tile, (x + PAD, y + tall * 0.57, room), ink) + _status(
        tile, (x + PAD, y + tall * 0.8, room), ink)


def _figure(tile: Tile, place: tuple[float, float, float], ink: str) -> str:
    """The figure, and at the right what it is of."""
    x, y, room = place
    size = fitting(tile.figure, FIGURE, room)
    left = room - width_of(tile.figure, size)
    count = text(tile.count, x + room, y, size=fitting(tile.count, LEAST, left), colour=ink,
                 anchor="end") if tile.count else ""
    return text(tile.figure, x, y, size=size, colour=ink, bold=True) + count


def _status(tile: Tile, place: tuple[float, float, float], ink: str) -> str:
    x, y, room = place
    sign = marks.badge(tile.mark, x + BADGE, y, BADGE)
    return sign + text(tile.status, x + 2 * BADGE + 12, y + WORD * 0.36,
                       size=fitting(tile.status, WORD, room - 2 * BADGE - 12), colour=ink, bold=True)
