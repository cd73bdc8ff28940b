"""Courses that ended and their outcomes, counted from the start to fixed half-years.

A row is told only when enough has come since it was told last: what two tellings differ by is then no small count.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np

from model.publishing.cells import Cell, Key, Line, Scope, Told, withheld
from model.publishing.limits import Limits
from model.publishing.reported import Reported
from model.publishing.worlds import in_total

Total = tuple[int, int]  # ended, and with the outcome


def rows(told: Told, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """What is new or other than told of the units that have rows of their own, at each half-year up to ``month``."""
    made: dict[Key, Cell] = {}
    for row, unit in enumerate(reported.units):
        part = reported.takes_part[row] & (np.array(reported.months) >= reported.starts)
        if part.any():
            first = reported.months[int(np.argmax(part))]
            for end in _ends(reported, first, month):
                if told.alone(unit, end) and reported.takes_part[row, reported.at(end)]:
                    made |= _row(told.but(made), reported, limits, unit, first, end)
    return made


def lines(told: Told, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """What is told for the first and last time of those who are told together, or withheld for good."""
    made: dict[Key, Cell] = {}
    for line in told.lines:
        first = max(line.first, reported.starts)
        for end in _ends(reported, first, month):
            if line.covers(end) and _keys(reported, "line", line.units, first, end)[0] not in told.cells:
                made |= _together(told.but(made), reported, limits, line, first, end)
    return made


def _ends(reported: Reported, first: date, month: date) -> list[date]:
    return [end for end in reported.half_years if first <= end <= month]


def _keys(reported: Reported, scope: Scope, units: tuple[str, ...], first: date, end: date) -> tuple[Key, Key]:
    ended, outcome = (Key(scope, units, measure, first, end) for measure in (reported.ended, reported.outcome))
    return ended, outcome


def _row(told: Told, reported: Reported, limits: Limits, unit: str, first: date, end: date) -> Mapping[Key, Cell]:
    total = _total(reported, (unit,), first, end)
    keys = _keys(reported, "unit", (unit,), first, end)
    newest = _newest(told, keys)
    if total is None or (newest is not None and newest > end):  # what came between two tellings would not be judged
        return {}
    earlier = [_before(told, keys, end)]
    if told.value(keys[0]) is not None:
        earlier.append(_at(told, keys))
    if all(_enough(total, before, limits, limits.courses) for before in earlier):
        return _cells(keys, total)
    return {} if keys[0] in told.cells else withheld(keys)


def _together(told: Told, reported: Reported, limits: Limits, line: Line, first: date, end: date) -> Mapping[Key, Cell]:
    total = _total(reported, line.units, first, end)
    if total is None:
        return {}
    keys = _keys(reported, "line", line.units, first, end)
    before = _before(told, keys, end)
    since = max((key.last for key in told.cells if _is_earlier(key, keys[0], end) and told.value(key) is not None),
                default=None)
    others = _without_largest(reported, line, first, end)
    fits = _enough(total, before, limits, limits.line_courses) and limits.tells(others[1], others[0] - others[1])
    opened = first if since is None else reported.months[reported.at(since) + 1]
    return _cells(keys, total) if fits and in_total(reported, line, opened, end) else withheld(keys)


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


def _without_largest(reported: Reported, line: Line, first: date, end: date) -> Total:
    totals = sorted(total for unit in line.units if (total := _total(reported, (unit,), first, end)) is not None)
    return sum(ended for ended, _ in totals[:-1]), sum(outcome for _, outcome in totals[:-1])


def _is_earlier(key: Key, like: Key, end: date) -> bool:
    """Whether a key is of the same as another at an earlier half-year."""
    return (key.scope, key.units, key.measure) == (like.scope, like.units, like.measure) and key.last < end


def _before(told: Told, keys: tuple[Key, Key], end: date) -> Total:
    """What was told last, of an earlier half-year; nothing where nothing was."""
    known = [key for key in told.cells if _is_earlier(key, keys[0], end) and told.value(key) is not None]
    newest = max(known, key=lambda key: key.last, default=None)
    return (0, 0) if newest is None else _at(told, (newest, newest._replace(measure=keys[1].measure)))


def _newest(told: Told, keys: tuple[Key, Key]) -> date | None:
    return max((key.last for key in told.cells if (key.scope, key.units, key.measure) == (
        keys[0].scope, keys[0].units, keys[0].measure) and told.value(key) is not None), default=None)


def _at(told: Told, keys: tuple[Key, Key]) -> Total:
    ended, outcome = (told.value(key) for key in keys)
    return ended or 0, outcome or 0


def _cells(keys: tuple[Key, Key], total: Total) -> Mapping[Key, Cell]:
    return dict(zip(keys, map(Cell, total), strict=True))
