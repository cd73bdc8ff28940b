"""The group and those reached of it, by unit and month: told when both are reported, corrected only by large steps."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from model.publishing.cells import Cell, Key, Line, PublicRecord, Scope, withheld
from model.publishing.limits import INSIDERS, Limits
from model.publishing.reported import Reported
from model.publishing.worlds import Worlds


def rows(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """What is new or other than told of the units that have rows of their own, in every month up to ``month``."""
    made: dict[Key, Cell] = {}
    group, reached = reported.counts[reported.group], reported.counts[reported.reached]
    known = (reported.takes_part | reported.own_baseline) & ~np.isnan(group) & ~np.isnan(reached)
    for each in _months(reported, month):
        at = reported.at(each)
        for row in np.flatnonzero(known[:, at]).tolist():
            if published.alone(reported.units[row], each):
                keys = _keys(reported, "unit", (reported.units[row],), each)
                made |= _row(published, limits, keys, (int(group[row, at]), int(reached[row, at])))
    return made


def lines(published: PublicRecord, reported: Reported, limits: Limits, month: date, worlds: Worlds) -> dict[Key, Cell]:
    """What is told for the first and last time of those who are told together, or withheld for good."""
    made: dict[Key, Cell] = {}
    for each in _months(reported, month):
        line = published.line(each)
        if line is not None and _is_in(reported, line, each) and _keys(reported, "line", line.units, each)[0] \
                not in published.cells:
            keys = _keys(reported, "line", line.units, each)
            made |= _together(reported, limits, line, each, keys, worlds)
    return made


def _months(reported: Reported, month: date) -> Iterator[date]:
    return (each for each in reported.months if each <= month)


def _keys(reported: Reported, scope: Scope, units: tuple[str, ...], month: date) -> tuple[Key, Key]:
    group, reached = (Key(scope, units, measure, month, month) for measure in (reported.group, reported.reached))
    return group, reached


def _row(published: PublicRecord, limits: Limits, keys: tuple[Key, Key], counts: tuple[int, int]) -> Mapping[Key, Cell]:
    group, reached = counts
    before = published.value(keys[0]), published.value(keys[1])
    if before == counts:
        return {}
    fits = limits.tells(reached, group - reached)
    if before[0] is None or before[1] is None:
        return _cells(keys, counts) if fits else withheld(key for key in keys if key not in published.cells)
    steps = group - before[0], reached - before[1]
    return _cells(keys, counts) if fits and limits.moves(*steps, steps[0] - steps[1]) else {}


def _cells(keys: tuple[Key, Key], counts: tuple[int, int]) -> Mapping[Key, Cell]:
    return {keys[0]: Cell(counts[0]), keys[1]: Cell(counts[1])}


def _is_in(reported: Reported, line: Line, month: date) -> bool:
    """Whether every member has reported both counts."""
    return not any(np.isnan(reported.count(measure, unit, month))
                   for unit in line.units for measure in (reported.group, reported.reached))


def _together(reported: Reported, limits: Limits, line: Line, month: date, keys: tuple[Key, Key],
              worlds: Worlds) -> Mapping[Key, Cell]:
    """The two sums, where they are large enough also for the member who has most of those reached, or of the rest."""
    rows, at = [reported.row[unit] for unit in line.units], reported.at(month)
    group, reached = (reported.counts[measure][rows, at] for measure in (reported.group, reported.reached))
    small = not (limits.hides(reached, INSIDERS) and limits.hides(group - reached, INSIDERS))
    if not small and worlds.after(line, month):
        return _cells(keys, (int(group.sum()), int(reached.sum())))
    return withheld(keys)
