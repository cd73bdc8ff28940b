"""The group and those reached of it, by unit and month: told when both are reported, corrected only by large steps."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from model.publishing.cells import Cell, Key, Line, Scope, Told, withheld
from model.publishing.limits import Limits
from model.publishing.reported import Reported
from model.publishing.worlds import Worlds


def rows(told: Told, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """What is new or other than told of the units that have rows of their own, in every month up to ``month``."""
    made: dict[Key, Cell] = {}
    for each in _months(reported, month):
        at = reported.at(each)
        for row in np.flatnonzero(reported.takes_part[:, at] | reported.own_baseline[:, at]):
            if told.alone(reported.units[row], each):
                made |= _row(told, reported, limits, reported.units[row], each)
    return made


def lines(told: Told, reported: Reported, limits: Limits, month: date, worlds: Worlds) -> dict[Key, Cell]:
    """What is told for the first and last time of those who are told together, or withheld for good."""
    made: dict[Key, Cell] = {}
    for each in _months(reported, month):
        line = told.line(each)
        if line is not None and _is_in(reported, line, each) and _keys(reported, "line", line.units, each)[0] \
                not in told.cells:
            keys = _keys(reported, "line", line.units, each)
            made |= _together(reported, limits, line, each, keys, worlds)
    return made


def _months(reported: Reported, month: date) -> Iterator[date]:
    return (each for each in reported.months if each <= month)


def _keys(reported: Reported, scope: Scope, units: tuple[str, ...], month: date) -> tuple[Key, Key]:
    group, reached = (Key(scope, units, measure, month, month) for measure in (reported.group, reported.reached))
    return group, reached


def _row(told: Told, reported: Reported, limits: Limits, unit: str, month: date) -> Mapping[Key, Cell]:
    group, reached = (reported.count(measure, unit, month) for measure in (reported.group, reported.reached))
    if np.isnan(group) or np.isnan(reached):
        return {}
    keys = _keys(reported, "unit", (unit,), month)
    before = tuple(told.value(key) for key in keys)
    fits = limits.tells(reached, group - reached)
    if before[0] is None or before[1] is None:
        return dict(zip(keys, (Cell(int(group)), Cell(int(reached))), strict=True)) if fits else withheld(
            key for key in keys if key not in told.cells)
    steps = group - before[0], reached - before[1]
    if not any(steps) or not fits or not limits.moves(*steps, steps[0] - steps[1]):
        return {}
    return dict(zip(keys, (Cell(int(group)), Cell(int(reached))), strict=True))


def _is_in(reported: Reported, line: Line, month: date) -> bool:
    """Whether every member has reported both counts."""
    return not any(np.isnan(reported.count(measure, unit, month))
                   for unit in line.units for measure in (reported.group, reported.reached))


def _together(reported: Reported, limits: Limits, line: Line, month: date, keys: tuple[Key, Key],
              worlds: Worlds) -> Mapping[Key, Cell]:
    counts = [(reported.count(reported.group, unit, month), reported.count(reported.reached, unit, month))
              for unit in line.units]
    largest = max(counts)
    group, reached = (sum(count[at] for count in counts) for at in (0, 1))
    rest = group - largest[0], reached - largest[1]
    small = not limits.tells(reached, group - reached, rest[1], rest[0] - rest[1])
    if small or not worlds.after(line, month):
        return withheld(keys)
    return dict(zip(keys, (Cell(int(group)), Cell(int(reached))), strict=True))
