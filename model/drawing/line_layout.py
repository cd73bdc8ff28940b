"""Where the parts of a line chart stand: axes, gaps and labels, the same for every renderer that draws a ``Chart``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from model.basics.formatting import month_and_year
from model.basics.months import between
from model.drawing.chart import Chart, Series

CROWDED = 3.5  # percentage points between two lines that leave no room for a label
LABEL = 2.0  # percentage points that a label's height takes
ROOM = 4  # months beside a point that its label covers
NAME_ROOM = 6  # the same for a line's name, on a phone
STEPS, MOST_STEPS = (5, 10, 20, 25, 50, 100), 7  # percentage points between values on the axis
EVERY = 3  # months between labels on the axis: the year's quarters


@dataclass(frozen=True)
class Place:
    """Where a label stands: its point, and on which sides of it."""

    month: date
    value: float
    above: bool
    left: bool


def ends(chart: Chart) -> tuple[date, date]:
    """The first and the last month of the axis."""
    months = [month for series in chart.series for month in series.months]
    return min(months), max(months)


def tick_places(months: Sequence[date]) -> list[int]:
    """The year's quarters, and the last month, which is the deadline; a quarter close before it gives way."""
    last = len(months) - 1
    return [i for i, month in enumerate(months) if i == last or ((month.month - 1) % EVERY == 0 and i < last - 2)]


def tick_words(month: date, *, outermost: bool) -> tuple[str, str]:
    """The month's name, and the year where it has to be told: in January and at the axis' two ends."""
    name, year = month_and_year(month)
    return name, year if outermost or month.month == 1 else ""


def top(chart: Chart) -> float:
    """The highest value of the axis, which begins at 0."""
    values = [value for series in chart.series for value in series.values if value is not None]
    return max([*values, chart.target or 0, 10]) * 1.2


def steps(highest: float) -> list[int]:
    """The values written on the axis: round ones, and never more than there is room for."""
    step = next((step for step in STEPS if highest / step <= MOST_STEPS), STEPS[-1])
    return list(range(0, int(highest) + 1, step))


def label_place(series: Series, chart: Chart) -> Place:
    """Where a line's own value or name stands: at its point, on the side where it meets the fewest lines."""
    known = [i for i, value in enumerate(series.values) if value is not None]
    named = series.role in ("context", "benchmark")  # a name stands where its line begins
    at = known[0] if named else _label_at(series, known[-1])
    left = series.role == "required" or (series.role == "main" and (
        len(series.months) - 1 - at < ROOM or (known[-1] > at >= ROOM)))  # to the right it would name those that follow
    room = NAME_ROOM if named else ROOM
    found = _side(series, chart, at, left=left, room=room)
    if found.crossed and series.role == "main" and not left:
        found = min(found, _side(series, chart, at, left=True, room=room), key=lambda side: side.crossed)
    return Place(series.months[at], found.value, found.above, found.left)


def target_place(chart: Chart, target: float) -> tuple[bool, bool]:
    """(above, at the line's end) where the target's name meets no line: first over its beginning, then under it.

    At the end a required path ends over the line; without one the last value's label may stand under it.
    """
    begun = [value for series in chart.series if series.role != "required"
             for value in series.values[:EVERY + 1] if value is not None]
    over = any(0 <= value - target < LABEL for value in begun)
    under = any(0 <= target - value < LABEL for value in begun)
    if over and under:
        return not any(series.role == "required" for series in chart.series), True
    return not over, False


def gaps(chart: Chart) -> list[tuple[date, int, str]]:
    """Runs of unknown months between known ones on the main line that are called something: the first month, how many,
    and what they are.
    """
    main = next((series for series in chart.series if series.role == "main"), None)
    known = [i for i, value in enumerate(main.values) if value is not None] if main else []
    if main is None or not known:
        return []
    words = [(i, main.gaps[i] if main.gaps else "mangler") for i in range(known[0], known[-1]) if i not in known]
    runs = groupby(enumerate(words), key=lambda found: (found[1][0] - found[0], found[1][1]))
    found = [(word, [i for _, (i, _) in run]) for (_, word), run in runs]
    return [(main.months[places[0]], len(places), word) for word, places in found if word]


def skips(chart: Chart) -> bool:
    """Whether the main line goes from one point to the next over months that it does not have, and has no gap."""
    main = next((series for series in chart.series if series.role == "main"), None)
    known = [at for at, value in enumerate(main.values) if value is not None] if main else []
    if main is None or not known or known != list(range(known[0], known[-1] + 1)):
        return False
    return between(main.months[known[0]], main.months[known[-1]]) >= len(known)


def moment_row(chart: Chart) -> int:
    """The row over the foot that the letters of moments stand in: over what gaps are called, where there are any."""
    return 1 if gaps(chart) else 0


def _label_at(series: Series, last: int) -> int:
    return last if series.label_at is None else series.months.index(series.label_at)


@dataclass(frozen=True)
class _Side:
    value: float
    above: bool
    left: bool
    crossed: int


def _side(series: Series, chart: Chart, at: int, *, left: bool, room: int) -> _Side:
    """The better of over and under the line on one side of the point, and how much a label there is crossed by."""
    covered = slice(max(0, at - room), at + 1) if left else slice(at, at + room + 1)
    own = [value for value in series.values[covered] if value is not None]
    over, under = _crossed(series, chart, series.months[covered], own)
    above = series.role == "required" or over < under
    return _Side(max(own) if above else min(own), above, left, over if above else under)


def _crossed(series: Series, chart: Chart, months: Sequence[date], own: list[float]) -> tuple[int, int]:
    """By how many points of other lines a label is crossed (over the line, under it); the target runs all along."""
    others = [value for other in chart.series if other is not series
              for month, value in zip(other.months, other.values, strict=True) if month in months and value is not None]
    obstacles = others if chart.target is None else [*others, *[chart.target] * len(months)]
    return (sum(max(own) < value < max(own) + CROWDED for value in obstacles),
            sum(min(own) - CROWDED < value < min(own) for value in obstacles))
