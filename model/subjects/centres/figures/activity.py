"""How many centres are active, and the openings and closures that make it so; the one never without the other."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.frames import Schema, day, flag, number
from model.basics.months import shift, span
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures.periods import CENTRE, month_end, of_place, periods

YEAR = 12  # months
COUNTED = ("before", "opened", "again", "closed", "paused", "active")
MOVEMENT = Schema("one month", (
    day("month", "its first day"), number("before", "centres open when it began"), number("opened", "periods"),
    number("again", "of them of centres that had been open before"), number("closed", "periods"),
    number("paused", "of them for a pause"), number("active", "centres open at its end"),
    flag("adds_up", "before + opened − closed is active")))


@dataclass(frozen=True)
class Year:
    """Twelve months of a jobcenter, or the region (code None). opened counts reopenings too, closed counts pauses."""

    code: str | None
    first: date
    last: date
    before: int  # active when the year began
    opened: int
    again: int  # of those opened, how many had been open before
    closed: int
    paused: int  # of those closed, how many for a pause
    active: int  # at the end of the last month

    @property
    def net(self) -> int:
        """Opened minus closed: never shown without both."""
        return self.opened - self.closed


@remembered
def movement(snapshot: Snapshot, code: str | None, first: date, last: date) -> Annotated[pd.DataFrame, MOVEMENT]:
    """How the centres came and went, month by month.

    active and before count centres, the others count periods: where a centre has two periods at once they do not add
    up. A month has all 0 where nothing was open, since the register of centres is whole.
    """
    if snapshot.release is not None:
        return _published(snapshot, first, last)
    rows = of_place(periods(snapshot), code)
    months = span(first, last)
    ends = pd.DatetimeIndex([month_end(month) for month in (shift(first, -1), *months)]).to_numpy()
    opened, closed = (_first_end(rows[name], ends) for name in ("opened", "closed"))
    centre = rows.groupby(CENTRE, sort=False).ngroup().to_numpy()
    open_then = [len(np.unique(centre[(opened <= at) & (closed > at)])) for at in range(len(ends))]
    again, paused = rows["again"].to_numpy(dtype=bool), rows["pause"].to_numpy(dtype=bool)
    counts = pd.DataFrame({
        "month": pd.DatetimeIndex(months).astype("datetime64[us]"), "before": open_then[:-1],
        "opened": _by_month(opened, len(months)), "again": _by_month(opened[again], len(months)),
        "closed": _by_month(closed, len(months)), "paused": _by_month(closed[paused], len(months)),
        "active": open_then[1:]}).astype(dict.fromkeys(COUNTED, "int64"))
    return counts.assign(adds_up=counts["before"] + counts["opened"] - counts["closed"] == counts["active"])


def _published(snapshot: Snapshot, first: date, last: date) -> pd.DataFrame:
    """What an edition tells of these months; of those before its first, that there was none."""
    assert snapshot.release is not None
    told = snapshot.release.centres.set_index("month")
    months = pd.DatetimeIndex(span(first, last)).astype("datetime64[us]")
    rows = told.reindex(months, fill_value=0).rename_axis("month").reset_index()
    return rows.assign(adds_up=rows["before"] + rows["opened"] - rows["closed"] == rows["active"])


def _first_end(days: pd.Series, ends: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """By period: the first of the months' ends on which its day is reached; past the last where it never is."""
    positions = np.searchsorted(ends, days.to_numpy(dtype=ends.dtype), side="left")
    return np.where(days.isna(), len(ends), positions)


def _by_month(reached: NDArray[np.int64], months: int) -> NDArray[np.int64]:
    """How many periods reached their day in each month; those before the first month's are not among them."""
    return np.bincount(reached, minlength=months + 2)[1:months + 1]


@remembered
def year(snapshot: Snapshot, code: str | None, month: date) -> Year:
    """The twelve months up to and including ``month``."""
    first = shift(month, 1 - YEAR)
    rows = movement(snapshot, code, first, month)
    sums = {name: int(rows[name].sum()) for name in ("opened", "again", "closed", "paused")}
    return Year(code=code, first=first, last=month, before=int(rows["before"].iloc[0]),
                active=int(rows["active"].iloc[-1]), **sums)
