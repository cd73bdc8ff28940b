"""Courses that ended and their outcomes, counted from the start to fixed half-years.

A row is told only when enough has come since it was told last: what two tellings differ by is then no small count.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np

from model.publishing.cells import Cell, Key, Line, PublicRecord, Scope
from model.publishing.limits import Limits
from model.publishing.reported import Reported
from model.publishing.worlds import in_total

Total = tuple[int, int]  # ended, and with the outcome
Series = dict[date, Total | None]  # what is told of a row by the half-year; None: withheld
Owner = tuple[Scope, tuple[str, ...], date]  # a row, and its first month


def rows(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """What is new or other than told of the units that have rows of their own, at each half-year up to ``month``."""
    made, known = dict[Key, Cell](), _series(published, reported)
    for row, unit in enumerate(reported.units):
        part = reported.takes_part[row] & (np.array(reported.months) >= reported.starts)
        if part.any():
            begins = {first for scope, units, first in known if (scope, units) == ("unit", (unit,))}
            owner: Owner = "unit", (unit,), min(begins, default=reported.months[int(np.argmax(part))])
            series = known.get(owner, {})
            for end in _ends(reported, owner[2], month):
                if published.alone(unit, end) and reported.takes_part[row, reported.at(end)]:
                    made |= _row(series, reported, limits, owner, end)
    return made


def lines(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """What is told for the first and last time of those who are told together, or withheld for good."""
    made, known = dict[Key, Cell](), _series(published, reported)
    for line in published.lines:
        owner: Owner = "line", line.units, max(line.first, reported.starts)
        series = known.get(owner, {})
        for end in _ends(reported, owner[2], month):
            if line.covers(end) and end not in series:
                made |= _together(series, reported, limits, line, owner, end)
    return made


def _series(published: PublicRecord, reported: Reported) -> dict[Owner, Series]:
    """By row everything that is told of it."""
    known: dict[Owner, Series] = {}
    for key, cell in published.cells.items():
        if key.measure == reported.ended and key.scope in ("unit", "line"):
            outcome = published.value(key.of(reported.outcome))
            series = known.setdefault((key.scope, key.units, key.first), {})
            series[key.last] = None if cell.value is None or outcome is None else (cell.value, outcome)
    return known


def _ends(reported: Reported, first: date, month: date) -> list[date]:
    return [end for end in reported.half_years if first <= end <= month]


def _row(series: Series, reported: Reported, limits: Limits, owner: Owner, end: date) -> Mapping[Key, Cell]:
    total = _total(reported, owner[1], owner[2], end)
    if total is None or any(later > end and of is not None for later, of in series.items()):
        return {}  # what came between two tellings would not be judged
    now = series.get(end)
    earlier = [_before(series, end), *([] if now is None else [now])]
    if all(_enough(total, before, limits, limits.courses) for before in earlier):
        return _cells(series, reported, owner, end, total)
    return {} if end in series else _cells(series, reported, owner, end, None)


def _together(series: Series, reported: Reported, limits: Limits, line: Line, owner: Owner,
              end: date) -> Mapping[Key, Cell]:
    total = _total(reported, line.units, owner[2], end)
    if total is None:
        return {}
    since = max((earlier for earlier, of in series.items() if earlier < end and of is not None), default=None)
    opened = owner[2] if since is None else reported.months[reported.at(since) + 1]
    hidden = (_enough(total, _before(series, end), limits, limits.line_courses)
              and _hides_from_members(reported, limits, line, opened, end) and in_total(reported, line, opened, end))
    return _cells(series, reported, owner, end, total if hidden else None)


def _enough(total: Total, before: Total, limits: Limits, courses: int) -> bool:
    """Whether enough courses of both kinds lie between two totals."""
    ended, outcome = (abs(now - then) for now, then in zip(total, before, strict=True))
    rest = abs((total[0] - total[1]) - (before[0] - before[1]))
    return ended >= courses and limits.tells(outcome, rest)


def _total(reported: Reported, units: tuple[str, ...], first: date, end: date) -> Total | None:
    """The sums of every month of the period; None where one cannot be measured yet."""
    at = [reported.row[unit] for unit in units], slice(reported.at(first), reported.at(end) + 1)
    ended, outcome = (reported.counts[measure][at[0], at[1]] for measure in (reported.ended, reported.outcome))
    return None if np.isnan(ended).any() or np.isnan(outcome).any() else (int(ended.sum()), int(outcome.sum()))


def _hides_from_members(reported: Reported, limits: Limits, line: Line, first: date, end: date) -> bool:
    """Whether both kinds of courses are enough also for the member who has most of them."""
    totals = [total for unit in line.units if (total := _total(reported, (unit,), first, end)) is not None]
    kinds = [outcome for _, outcome in totals], [ended - outcome for ended, outcome in totals]
    return all(limits.hides(kind, 1) for kind in kinds)


def _before(series: Series, end: date) -> Total:
    """What was told last, of an earlier half-year; nothing where nothing was."""
    known = [(earlier, of) for earlier, of in series.items() if earlier < end and of is not None]
    return max(known)[1] if known else (0, 0)


def _cells(series: Series, reported: Reported, owner: Owner, end: date, total: Total | None) -> dict[Key, Cell]:
    """The two cells of a row at a half-year, which is told from now on."""
    series[end] = total
    scope, units, first = owner
    return {Key(scope, units, measure, first, end): Cell(None if total is None else total[at])
            for at, measure in enumerate((reported.ended, reported.outcome))}
