"""What the units have reported, as the rules of publishing read it: plain tables of unit × month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.months import between, shift
from model.programmes.measures import ENDED, PERSONS, SELF_SUPPORTING, TELLS_COURSES, TELLS_MONTHS, TOLD_PARTS, TOTAL
from model.publishing.activities import Activities, activities
from model.snapshot.columns import as_floats, by_jobcenter, counts_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.cohorts import delay_days, tables
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.targets import BASELINE, resolve, taken, winners

HALF_YEAR = 6  # months

Counts = NDArray[np.float64]  # unit × month; NaN: not known


@dataclass(frozen=True)
class Reported:
    """What has been reported of every unit and month.

    units: codes. starts, ends: the programme's first and last month. takes_part, own_baseline: unit × month tables
    of whether the unit takes part, and counts its increase from then though it does not. counts: by measure; courses
    only where they can be measured. baselines: unit × month, the one its increase is counted from when it begins.
    tells_months, tells_courses: whether the programme declares that these are told at all. activities: places and the
    hotline; None where nothing of them is looked at.
    """

    units: tuple[str, ...]
    months: tuple[date, ...]
    starts: date
    ends: date
    takes_part: NDArray[np.bool_]
    own_baseline: NDArray[np.bool_]
    counts: Mapping[str, Counts]
    baselines: NDArray[np.bool_]
    group: str = PERSONS
    reached: str = TOTAL
    parts: tuple[str, ...] = TOLD_PARTS
    ended: str = ENDED
    outcome: str = SELF_SUPPORTING
    tells_months: bool = TELLS_MONTHS
    tells_courses: bool = TELLS_COURSES
    activities: Activities | None = None

    def at(self, month: date) -> int:
        """Where a month stands among the columns."""
        return between(self.months[0], month)

    @cached_property
    def row(self) -> Mapping[str, int]:
        """Where a unit stands among the rows, by code."""
        return {unit: at for at, unit in enumerate(self.units)}

    @cached_property
    def sizes(self) -> NDArray[np.float64]:
        """Each unit's group in the month its increase is counted from; NaN where it is not known."""
        first = np.take_along_axis(self.counts[self.group], self.baselines.argmax(axis=1)[:, None], axis=1)[:, 0]
        return np.where(self.baselines.any(axis=1), first, np.nan)

    @cached_property
    def half_years(self) -> tuple[date, ...]:
        """The months that cumulated counts are told at: every sixth from the start, and the programme's last."""
        every = [shift(self.starts, HALF_YEAR * (at + 1) - 1) for at in range(between(self.starts, self.ends) + 1)]
        return tuple(dict.fromkeys(month for month in [*every, self.ends] if month <= self.ends))

    def count(self, measure: str, unit: str, month: date) -> float:
        """One count; NaN where it is not known."""
        return float(self.counts[measure][self.row[unit], self.at(month)])

    def moved(self, measure: str, giving: str, taking: str, persons: int, months: Iterable[date]) -> "Reported":
        """A world in which so many persons that one unit counted in these months are another unit's."""
        table, at = self.counts[measure].copy(), [self.at(month) for month in months]
        table[self.row[giving], at] -= persons
        table[self.row[taking], at] += persons
        return replace(self, counts={**self.counts, measure: table})


@remembered
def reported(snapshot: Snapshot) -> Reported:
    """What stands in the internal snapshot. A count that its sender hid is not known."""
    rows = panel(snapshot)
    persons, activated = (by_jobcenter(snapshot, as_floats(rows[name])) for name in ("persons", "activated"))
    laid = tables(snapshot, SELF_SUPPORTING, ENDED, delay_days(None))
    mature = laid["mature"]
    counts = {PERSONS: persons, TOTAL: activated, **{part: _measure(snapshot, part) for part in TOLD_PARTS},
              **{name: np.where(mature, laid[column], np.nan)
                 for name, column in ((ENDED, "ended"), (SELF_SUPPORTING, "successes"))}}
    compared = np.array(snapshot.months) >= _first(snapshot)
    takes_part = by_jobcenter(snapshot, rows["participates"]) & compared
    return Reported(
        units=tuple(map(str, snapshot.jobcenters.index)), months=tuple(snapshot.months), starts=snapshot.starts,
        ends=snapshot.ends, takes_part=takes_part, own_baseline=_own_baselines(snapshot) & ~takes_part,
        counts=counts, baselines=_baselines(snapshot), activities=activities(snapshot))


def _measure(snapshot: Snapshot, measure: str) -> Counts:
    values, _ = counts_of(snapshot, measure)
    laid = pd.Series(values.to_numpy(dtype=np.float64, na_value=np.nan), index=snapshot.index)
    return by_jobcenter(snapshot, laid)


def _first(snapshot: Snapshot) -> date:
    """The month from which the region's sums are compared: the common baseline, or the programme's first."""
    baseline = resolve(snapshot.targets, BASELINE, None, snapshot.starts)
    return min(snapshot.starts, baseline.month if baseline and baseline.month else snapshot.starts)


def _own_baselines(snapshot: Snapshot) -> NDArray[np.bool_]:
    """Unit × month: the months that an increase is counted from, since the programme began."""
    named = by_jobcenter(snapshot, panel(snapshot)["baseline_month"])
    months = np.array(snapshot.months, dtype="datetime64[us]")
    return (named.astype("datetime64[us]")[:, :, None] == months[None, None, :]).any(axis=1)


def _baselines(snapshot: Snapshot) -> NDArray[np.bool_]:
    """Unit × month: the month that its increase is counted from when it begins, also where a number is typed for it."""
    known = snapshot.jobcenters
    begins = known["participates_from"].clip(lower=pd.Timestamp(snapshot.starts)).to_numpy()
    rows = winners(snapshot.targets, ("baseline_month",), codes=known.index.to_numpy(dtype=object), months=begins)
    named = pd.DatetimeIndex(taken(snapshot.targets, "month", rows)).to_numpy().astype("datetime64[us]")
    return named[:, None] == np.array(snapshot.months, dtype="datetime64[us]")[None, :]
