"""Places and how many are occupied: by centre and month, and as sums over sums."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

import pandas as pd

from model.basics.formatting import alphabetical
from model.basics.frames import Schema, count, day, flag, text
from model.basics.months import span
from model.snapshot.absence import Reason, combined, reasons
from model.snapshot.columns import in_month
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.figures.periods import (
    CENTRE,
    default_month,
    month_end,
    monthly,
    name_of,
    of_place,
    periods,
)
from model.subjects.goals.figures.goal1 import participates

CAPACITY = Schema("one open period in one month that it touches", (
    text("jobcenter", "its code"), text("name", "the centre's"), day("opened", "when the period began"),
    day("month", "its first day"), flag("active", "open at the month's end"), count("places", "in it"),
    count("occupied", "of them"), text("places_absent", "why they are not known"),
    text("occupied_absent", "why they are not known"), text("absent", "why not both are known")))


@dataclass(frozen=True)
class Occupancy:
    """The active centres of a jobcenter, or the region (code None), in one month. None is unknown."""

    code: str | None
    name: str
    month: date
    active: int
    sized: int  # active, with places known
    places: int | None  # of those
    centres: int  # active, with both places and occupied known
    counted: int | None  # places of those
    occupied: int | None  # occupied places of those
    places_absent: Reason | None = None  # why places is not known
    absent: Reason | None = None  # why counted and occupied are not

    @property
    def whole(self) -> bool:
        """Whether the occupancy is known for all the places, so that both are the same number."""
        return self.counted == self.places

    @property
    def free(self) -> int | None:
        """Places that stand empty where both numbers are known; negative when more are in than there is room for."""
        return None if self.counted is None or self.occupied is None else self.counted - self.occupied

    @property
    def untold(self) -> int:
        """Active centres that do not count, because their places or occupied places are unknown."""
        return self.active - self.centres

    @property
    def share(self) -> float | None:
        """Occupied in percent of places where both are known; None under FEWEST places."""
        if self.occupied is None or self.counted is None or self.counted < FEWEST:
            return None
        return 100 * self.occupied / self.counted


@remembered
def capacity(snapshot: Snapshot) -> Annotated[pd.DataFrame, CAPACITY]:
    """Room and use month by month, up to the data date; internal, since it names companies."""
    rows = pd.DataFrame(_touched(snapshot), columns=[*CENTRE, "opened", "month", "active", "standing"])
    rows = rows.astype({"opened": "datetime64[us]", "month": "datetime64[us]", "active": bool, "standing": "Int64"})
    months = rows.merge(monthly(snapshot).drop(columns="upload_id"), on=[*CENTRE, "month"], how="left")
    hidden = [f"{name}_hidden" for name in ("places", "occupied")]
    months = months.assign(places=_places(months), **{name: months[name].eq(True) for name in hidden})
    places, occupied = ((months[name], months[f"{name}_hidden"]) for name in ("places", "occupied"))
    return months.assign(places_absent=reasons(places), occupied_absent=reasons(occupied),
                       absent=reasons(places, occupied)).drop(columns=["standing", *hidden])


def _touched(snapshot: Snapshot) -> list[dict[str, Any]]:
    newest = _newest(snapshot)
    touched = []
    for period in periods(snapshot).itertuples():
        closed = None if pd.isna(period.closed) else period.closed
        last = newest if closed is None else min(newest, (closed.date() - timedelta(days=1)).replace(day=1))
        touched += [{"jobcenter": period.jobcenter, "name": period.name, "opened": period.opened,
                     "month": pd.Timestamp(month), "standing": period.places,
                     "active": closed is None or closed > month_end(month)}
                    for month in span(period.opened.date().replace(day=1), last)]
    return touched


def _places(told: pd.DataFrame) -> pd.Series:
    """The rule of this package's docstring: a period's months are in order, so before and after are neighbours."""
    own = told["places"].astype("Int64")
    by_period = own.groupby([told["jobcenter"], told["name"], told["opened"]], sort=False)
    before, after = by_period.ffill(), by_period.bfill()
    between = before.where(after.notna())
    filled = own.fillna(between).fillna(after).fillna(told["standing"])
    return filled.mask(told["places_hidden"].eq(True))


@remembered
def occupancy(snapshot: Snapshot, code: str | None, month: date) -> Occupancy:
    """Places and occupied in one month, summed over the active centres; unknown stays unknown."""
    rows = of_place(active(snapshot, month), code)
    both, absent = rows[rows["absent"].isna()], combined(*rows["absent"])
    return Occupancy(code=code, name=name_of(snapshot, code), month=month, active=len(rows), centres=len(both),
                     sized=int(rows["places"].notna().sum()), places=_sum(rows["places"]),
                     counted=_sum(both["places"]), occupied=_sum(both["occupied"]),
                     places_absent=None if rows["places"].notna().any() else combined(*rows["places_absent"]),
                     absent=None if len(both) else absent)


@remembered
def newest_occupancy(snapshot: Snapshot, code: str, month: date) -> Occupancy:
    """``occupancy`` of the newest month up to ``month`` with any in the region; of ``month`` where it is not known."""
    newest = occupancy(snapshot, code, default_month(snapshot, month))
    return occupancy(snapshot, code, month) if newest.free is None else newest


def mean_places(snapshot: Snapshot, code: str | None, month: date) -> int | None:
    """Places of a centre on average, in whole places, over the active centres of which they are known."""
    there = occupancy(snapshot, code, month)
    return None if there.places is None or not there.sized else round(there.places / there.sized)


def occupancies(snapshot: Snapshot, code: str | None, first: date, last: date) -> tuple[Occupancy, ...]:
    """``occupancy`` of every month from ``first`` to ``last``."""
    return tuple(occupancy(snapshot, code, month) for month in span(first, last))


@remembered
def active(snapshot: Snapshot, month: date) -> Annotated[pd.DataFrame, CAPACITY]:
    """The rows of ``capacity`` for the centres that are active in ``month``, one for each."""
    rows = capacity(snapshot)
    rows = rows[rows["active"] & rows["month"].eq(pd.Timestamp(month))]
    return rows.drop_duplicates(CENTRE, keep="last")


def by_jobcenter(snapshot: Snapshot, month: date) -> tuple[Occupancy, ...]:
    """Every jobcenter that takes part in ``month``, in Danish order of their names."""
    places = [occupancy(snapshot, code, month) for code in _taking_part(snapshot, month)]
    return tuple(sorted(places, key=lambda place: alphabetical(place.name)))


def without_centre(snapshot: Snapshot, month: date) -> tuple[str, ...]:
    """Names of the jobcenters that take part in ``month`` and have no active centre."""
    return tuple(place.name for place in by_jobcenter(snapshot, month) if place.active == 0)


def crowded(snapshot: Snapshot, code: str | None, month: date) -> Annotated[pd.DataFrame, CAPACITY]:
    """Active centres with more occupied than places: the rows of ``active``. For the quality of data, never clipped."""
    rows = of_place(active(snapshot, month), code)
    return rows[(rows["occupied"] > rows["places"]).fillna(False).astype(bool)]


@remembered
def stranded(snapshot: Snapshot) -> dict[tuple[str, str], tuple[date, ...]]:
    """Centres (jobcenter, name) and their occupied months up to the data date in which they were never open.

    A file cannot state them; taking one back can leave them.
    """
    rows = monthly(snapshot)
    rows = rows[rows["occupied"].gt(0).fillna(False) & rows["month"].le(pd.Timestamp(_newest(snapshot)))]
    touched = {(row["jobcenter"], row["name"], row["month"]) for row in _touched(snapshot)}
    shut: dict[tuple[str, str], tuple[date, ...]] = {}
    for code, name, month in sorted(zip(rows["jobcenter"], rows["name"], rows["month"], strict=True)):
        if (code, name, month) not in touched:
            shut[code, name] = (*shut.get((code, name), ()), month.date())
    return shut


def _newest(snapshot: Snapshot) -> date:
    return min(snapshot.ends, snapshot.data_date).replace(day=1)


def _taking_part(snapshot: Snapshot, month: date) -> list[str]:
    rows = in_month(snapshot, participates(snapshot), month)
    return [str(code) for code in rows.index[rows.to_numpy(dtype=bool)]]


def _sum(counts: pd.Series) -> int | None:
    known = counts.dropna()
    return int(known.sum()) if len(known) else None
