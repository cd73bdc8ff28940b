"""What made-up units have reported, for the rules of publishing alone: no database, no snapshot."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from model.basics.months import span
from model.publishing.cells import Key, PublicRecord
from model.publishing.deciding import Decision, decide
from model.publishing.limits import Limits
from model.publishing.reported import Reported

FIRST, STARTS, ENDS = date(2009, 9, 1), date(2009, 10, 1), date(2011, 6, 1)
MONTHS = tuple(span(FIRST, ENDS))
LIMITS = Limits()
SMALL = ("F", "G", "H", "S")  # who is told together of them
SIZES = {"A": 800, "B": 700, "C": 600, "D": 500, "E": 400, "F": 200, "G": 190, "H": 180, "S": 40}


def reports(sizes: Mapping[str, int] = SIZES, *, share: float = 0.2, ended: int = 12, outcome: int = 4) -> Reported:
    """Everybody has reported every month: a group of the size, a share of it reached, and courses that ended."""
    units, shape = tuple(sizes), (len(sizes), len(MONTHS))
    group = np.repeat(np.array([list(sizes.values())], dtype=float).T, len(MONTHS), axis=1)
    reached = np.round(group * share)
    counts = {"group": group, "reached": reached, "one": np.floor(reached / 2), "two": np.ceil(reached / 2),
              "ended": np.full(shape, float(ended)), "outcome": np.full(shape, float(outcome))}
    return Reported(units=units, months=MONTHS, starts=STARTS, ends=ENDS, takes_part=np.ones(shape, dtype=bool),
                    own_baseline=np.zeros(shape, dtype=bool), counts=counts,
                    baselines=np.arange(len(MONTHS)) == np.zeros((len(units), 1)), group="group", reached="reached",
                    parts=("one", "two"), ended="ended", outcome="outcome")


def said(reports: Reported, measure: str, unit: str, month: date, value: float | None) -> Reported:
    """The same where one unit says something else of one month; None: it has not reported it."""
    table = reports.counts[measure].copy()
    table[reports.row[unit], reports.at(month)] = np.nan if value is None else value
    return replace(reports, counts={**reports.counts, measure: table})


def silent(reports: Reported, unit: str, month: date) -> Reported:
    """The same where one unit has reported nothing of one month."""
    for measure in reports.counts:
        reports = said(reports, measure, unit, month, None)
    return reports


def taking_part(reports: Reported, unit: str, first: date, last: date) -> Reported:
    """The same where a unit takes part from one month to another alone."""
    part = reports.takes_part.copy()
    part[reports.row[unit]] = [first <= month <= last for month in reports.months]
    return replace(reports, takes_part=part)


def told(reports: Reported, *months: date, limits: Limits = LIMITS) -> PublicRecord:
    """What the public knows after an edition of each of these months."""
    known = PublicRecord()
    for month in months:
        known = decide(known, reports, limits, month).published
    return known


def decided(known: PublicRecord, reports: Reported, month: date, limits: Limits = LIMITS) -> Decision:
    """One edition after what is known."""
    return decide(known, reports, limits, month)


def row(unit: str, measure: str, month: date) -> Key:
    """Where a month of a unit alone is told."""
    return Key("unit", (unit,), measure, month, month)


def line(measure: str, month: date, units: tuple[str, ...] = SMALL) -> Key:
    """Where a month of those told together is told."""
    return Key("line", units, measure, month, month)


def course(scope: str, units: tuple[str, ...], end: date, measure: str = "ended", first: date = STARTS) -> Key:
    """Where what is counted to a half-year is told."""
    return Key(scope, units, measure, first, end)
