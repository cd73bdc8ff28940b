"""What is told of the whole alone, once a month: the parts of those reached, over the same units as their sum; places,
how many of them are taken, and enquiries to the hotline.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from model.publishing.activities import ENQUIRIES, OCCUPANCY, PLACES, TAKEN_OF, Activities, in_steps
from model.publishing.cells import Cell, Key, PublicRecord, of_months
from model.publishing.limits import Limits
from model.publishing.reported import Reported


def whole(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """Everything of the whole up to ``month`` that has not been told yet; later reports change nothing."""
    return parts(published, reported, limits, month) | activities(published, reported, limits, month)


def activities(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """Enquiries, places and their occupancy of each month up to ``month`` that has not been told of them yet."""
    made: dict[Key, Cell] = {}
    if (known := reported.activities) is None:
        return made
    before = {(key.measure, key.first) for key in published.cells if key.scope == "whole"}
    for each in reported.months:
        if each <= month and reported.takes_part[:, reported.at(each)].any():  # none from before what is compared
            new = _enquiries(reported, known, each) | _places(reported, known, each) | _occupancy(
                reported, limits, known, each)
            made |= {key: cell for key, cell in new.items() if (key.measure, each) not in before}
    return made


def _enquiries(reported: Reported, known: Activities, month: date) -> dict[Key, Cell]:
    asked = known.enquiries[reported.at(month)]
    return {} if np.isnan(asked) else {Key("whole", reported.units, ENQUIRIES, month, month): Cell(int(asked))}


def _places(reported: Reported, known: Activities, month: date) -> dict[Key, Cell]:
    places = known.places[:, reported.at(month)]
    units = _with_any(reported, places)
    return {Key("whole", units, PLACES, month, month): Cell(int(np.nansum(places)))} if units else {}


def _occupancy(reported: Reported, limits: Limits, known: Activities, month: date) -> dict[Key, Cell]:
    """Of enough units alone, and withheld for good where those taken or those free are few."""
    at = reported.at(month)
    units = _with_any(reported, known.counted[:, at])
    if len(units) < limits.whole:
        return {}
    rows = [reported.row[unit] for unit in units]
    counted, occupied = known.counted[rows, at], known.occupied[rows, at]
    kinds = occupied, np.clip(counted - occupied, 0, None)
    published = counted.sum() > 0 and all(limits.hides(kind, 1) for kind in kinds)
    percent = in_steps(int(occupied.sum()), int(counted.sum())) if published else None
    return {Key("whole", units, TAKEN_OF, month, month): Cell(int(counted.sum())),
            Key("whole", units, OCCUPANCY, month, month): Cell(percent)}


def _with_any(reported: Reported, counts: NDArray[np.float64]) -> tuple[str, ...]:
    return tuple(unit for unit in reported.units if not np.isnan(counts[reported.row[unit]]))


def parts(published: PublicRecord, reported: Reported, limits: Limits, month: date) -> dict[Key, Cell]:
    """The parts of each month up to ``month`` that has not been told of them yet; later reports change nothing."""
    known = {key.first for part in reported.parts for key, _ in of_months(published, "whole", part)}
    made: dict[Key, Cell] = {}
    for each in reported.months:
        if each <= month and each not in known:
            units = summed(published, reported, each)
            if _as_told(published, reported, units, each):
                made |= _parts(reported, limits, units, each)
    return made


def summed(published: PublicRecord, reported: Reported, month: date) -> tuple[str, ...]:
    """The units in the sums of ``month``: those of whom a row, alone or together, is told and who take part."""
    taking_part = {unit for unit in reported.units if reported.takes_part[reported.row[unit], reported.at(month)]}
    inside = {unit for scope in ("unit", "line") for key, cell in of_months(published, scope, reported.reached)
              if key.first == month and not cell.withheld for unit in key.units}
    return tuple(unit for unit in reported.units if unit in inside & taking_part)


def _as_told(published: PublicRecord, reported: Reported, units: tuple[str, ...], month: date) -> bool:
    """Whether those reached are as they were told: parts beside an older sum would show a correction kept back."""
    rows = [reported.row[unit] for unit in units]
    now = reported.counts[reported.reached][rows, reported.at(month)].sum()
    then = sum(cell.value or 0 for scope in ("unit", "line")
               for key, cell in of_months(published, scope, reported.reached)
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
