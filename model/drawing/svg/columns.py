"""Columns by month for a wall: added over the axis, taken away under it, every number written, a line below."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from model.basics.formatting import month_and_year, number
from model.drawing.shapes import Columns, ColumnSeries
from model.drawing.svg.parts import BASE, LARGE, LINE, MARKER, WIDTH, beside, box, element, line, path, text, width_of
from model.drawing.theme import LIGHT

LEFT, RIGHT, MONTHS = 150.0, 16.0, 78.0  # room for the series' names at the least, and under both for the months
AXIS = 26.0
FILL = 0.62  # of a month's room
UPPER, BETWEEN = 0.56, 62.0  # the columns' part of the height when a line stands below, and the room between
NUMBER = 36.0  # a written number's height
NARROWEST = 84.0  # room that a month's name takes
COLOURS = (LIGHT.main, LIGHT.signal, LIGHT.edge, LIGHT.spare_one)
TONES = {"main": LIGHT.main, "signal": LIGHT.signal, "edge": LIGHT.edge}


@dataclass(frozen=True)
class Grid:
    """Where months stand, side by side from ``left`` to ``right``."""

    months: tuple[date, ...]
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the last month ends."""
        return self.width - RIGHT

    @property
    def slot(self) -> float:
        """A month's room."""
        return (self.right - self.left) / max(len(self.months), 1)

    def x(self, at: int) -> float:
        """The middle of a month's room."""
        return self.left + self.slot * (at + 0.5)


def draw(drawn: Columns, height: float, *, name: str, width: float = WIDTH) -> str:
    """The drawing's parts; ``name`` is what its hatching is called in the document."""
    grid = Grid(drawn.months, max(LEFT, *(width_of(each.name, BASE) + 16 for each in drawn.series)), width)
    room = height - MONTHS
    upper = room * UPPER if drawn.line else room
    columns, zero = _columns(drawn, grid, upper, name)
    axis = line(grid.left, zero, grid.right, zero, colour=LIGHT.context, width=2)
    below = _line(drawn, grid, upper + BETWEEN, room - 10) if drawn.line else ""
    return columns + axis + below + _marks(drawn, grid, room) + _months(grid, room + 34)


def _columns(drawn: Columns, grid: Grid, height: float, name: str) -> tuple[str, float]:
    """The stacks with their names and numbers, and where zero lies."""
    over, under = _reach(drawn.series)
    scale = (height - NUMBER * (2 if under else 1)) / max(over - under, 1)
    zero = NUMBER + over * scale
    parts = [element("defs", "".join(_hatching(series, at, name) for at, series in enumerate(drawn.series)))]
    for month in range(len(drawn.months)):
        ends = [0.0, 0.0]  # over and under
        for at, series in enumerate(drawn.series):
            side = int((series.values[month] or 0) < 0)
            parts.append(_column(series, at, month, (ends[side], zero, scale), grid, name))
            ends[side] += series.values[month] or 0
        parts += [_number(drawn, grid, month, side, zero - ends[side] * scale) for side in (0, 1)]
    return "".join(parts) + _names(drawn, zero), zero


def _column(series: ColumnSeries, at: int, month: int, standing: tuple[float, float, float], grid: Grid,
            name: str) -> str:
    value, (begun, zero, scale) = series.values[month], standing
    if not value:
        return ""
    colour, upper = _colour(series, at), max(begun, begun + value)
    fill = {"solid": colour, "outlined": LIGHT.ground, "hatched": f"url(#{_hatch(name, at)})"}[series.fill]
    wide = grid.slot * FILL
    return box(grid.x(month) - wide / 2, zero - upper * scale, wide, abs(value) * scale, fill=fill, edge=colour)


def _number(drawn: Columns, grid: Grid, month: int, side: int, y: float) -> str:
    """What stands at a stack's end: the outermost part's own text, else the stack's sum."""
    inside = [series for series in drawn.series if (series.values[month] or 0) * (1 - 2 * side) > 0]
    if not inside:
        return ""
    own = inside[-1].texts[month] if inside[-1].texts else ""
    words = own or number(abs(sum(series.values[month] or 0 for series in inside)))
    return text(words, grid.x(month), y + (NUMBER - 6 if side else -9), size=BASE, anchor="middle", bold=True)


def _names(drawn: Columns, zero: float) -> str:
    """Each kind's name at the axis, over it or under it, in its colour."""
    parts, rows = [], [0, 0]
    for at, series in enumerate(drawn.series):
        side = int(min((value or 0 for value in series.values), default=0) < 0)
        y = zero + BASE + 6 + rows[1] * 34 if side else zero - 14 - rows[0] * 34
        parts.append(text(series.name, 0, y, colour=_colour(series, at), bold=True))
        rows[side] += 1
    return "".join(parts)


def _line(drawn: Columns, grid: Grid, top: float, floor: float) -> str:
    """The line with a number at every point; a month without one is a gap."""
    series = drawn.line
    if series is None:
        return ""
    highest = max((value or 0 for value in series.values), default=0) or 1
    places = [None if value is None else (grid.x(at), floor - (floor - top - LARGE) * value / highest)
              for at, value in enumerate(series.values)]
    last = max((at for at, place in enumerate(places) if place), default=-1)
    return (text(drawn.line_title, grid.left, top - 14, colour=LIGHT.quiet)
            + line(grid.left, floor, grid.right, floor, colour=LIGHT.context, width=2)
            + "".join(path([one, other], colour=LIGHT.main, width=LINE)
                      for one, other in pairwise(places) if one and other)
            + "".join(_dot(place, series.values[at], last=at == last) for at, place in enumerate(places) if place))


def _dot(place: tuple[float, float], value: float | None, *, last: bool) -> str:
    x, y = place
    return (element("circle", cx=x, cy=y, r=MARKER, fill=LIGHT.main)
            + text(number(value or 0), x, y - 16, size=LARGE - 4 if last else AXIS, anchor="middle", bold=last,
                   colour=LIGHT.main if last else LIGHT.quiet))


def _months(grid: Grid, y: float) -> str:
    months, every = grid.months, max(1, -(-int(NARROWEST) // max(1, int(grid.slot))))
    shown = [at for at in range(len(months)) if (len(months) - 1 - at) % every == 0]
    parts = []
    for at in shown:
        (name, year), x = month_and_year(months[at]), grid.x(at)
        parts.append(text(name, x, y, size=AXIS, colour=LIGHT.quiet, anchor="middle"))
        if at == shown[0] or months[at].month <= every:
            parts.append(text(year, x, y + 32, size=AXIS, colour=LIGHT.quiet, anchor="middle"))
    return "".join(parts)


def _marks(drawn: Columns, grid: Grid, floor: float) -> str:
    found = [(grid.left + grid.slot * drawn.months.index(month), words) for month, words in drawn.marks
             if month in drawn.months]
    return "".join(line(x, 0, x, floor, colour=LIGHT.context, width=2, dash="12 8")
                   + beside(words, x, 24, size=AXIS, right=grid.width) for x, words in found)


def _reach(series: tuple[ColumnSeries, ...]) -> tuple[float, float]:
    """(highest stack over the axis, deepest under it)."""
    months = range(max((len(one.values) for one in series), default=0))
    return (max([*(sum(max(one.values[at] or 0, 0) for one in series) for at in months), 1]),
            min([*(sum(min(one.values[at] or 0, 0) for one in series) for at in months), 0]))


def _colour(series: ColumnSeries, at: int) -> str:
    return TONES[series.tone] if series.tone else COLOURS[at % len(COLOURS)]


def _hatch(name: str, at: int) -> str:
    return f"skravering-{name}-{at}"


def _hatching(series: ColumnSeries, at: int, name: str) -> str:
    if series.fill != "hatched":
        return ""
    ground = box(0, 0, 12, 12, fill=LIGHT.ground)
    return element("pattern", ground + line(0, 0, 0, 12, colour=_colour(series, at), width=8), id=_hatch(name, at),
                   width=12, height=12, patternUnits="userSpaceOnUse", patternTransform="rotate(45)")
