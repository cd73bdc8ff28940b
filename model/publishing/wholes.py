"""What is told of the whole alone, once a month: the parts of those reached, over the same units as their sum."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from model.publishing.cells import Cell, Key, Told, of_months
from model.publishing.limits import Limits
from model.publishing.reported import Reported


def parts(told: Told, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """The parts of each month up to ``month`` that has not been told of them yet; later reports change nothing."""
    known = {key.first for part in reported.parts for key, _ in of_months(told, "whole", part)}
    made: dict[Key, Cell] = {}
    for each in reported.months:
        if each <= month and each not in known:
            units = summed(told, reported, each)
            if _as_told(told, reported, units, each):
                made |= _parts(reported, limits, units, each)
    return made


def summed(told: Told, reported: Reported, month: date) -> tuple[str, ...]:
    """The units in the sums of ``month``: those of whom a row, alone or together, is told and who take part."""
    taking_part = {unit for unit in reported.units if reported.takes_part[reported.row[unit], reported.at(month)]}
    inside = {unit for scope in ("unit", "line") for key, cell in of_months(told, scope, reported.reached)
              if key.first == month and not cell.withheld for unit in key.units}
    return tuple(unit for unit in reported.units if unit in inside & taking_part)


def _as_told(told: Told, reported: Reported, units: tuple[str, ...], month: date) -> bool:
    """Whether those reached are as they were told: parts beside an older sum would show a correction kept back."""
    rows = [reported.row[unit] for unit in units]
    now = reported.counts[reported.reached][rows, reported.at(month)].sum()
    then = sum(cell.value or 0 for scope in ("unit", "line") for key, cell in of_months(told, scope, reported.reached)
               if key.first == month and set(key.units) <= set(units))
    return bool(now == then)


def _parts(reported: Reported, limits: Limits, units: tuple[str, ...], month: date) -> Mapping[Key, Cell]:
    rows = [reported.row[unit] for unit in units]
    counts = {part: reported.counts[part][rows, reported.at(month)] for part in reported.parts}
    whole = [float(count.sum()) for count in counts.values()]
    if len(units) < limits.whole or np.isnan(whole).any():
        return {}
    if not all(limits.hides(count, 1) for count in counts.values()):
        return {}
    return {Key("whole", units, part, month, month): Cell(int(count.sum())) for part, count in counts.items()}
