"""What attendance comes to: each day over all jobcenters, and each jobcenter over the course days.

Sums take the counts that are known and say when they are a least.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import alphabetical
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures.attendance import (
    CANCELLED_DAY,
    COUNT,
    COURSE,
    HIDDEN,
    NOBODY,
    NOT_HELD,
    NOT_REPORTED,
    cancelled,
    cells,
    day_name,
)

UNKNOWN = (NOT_HELD, CANCELLED_DAY)  # of such a day nothing is asked
KNOWN = (COUNT, NOBODY)


@dataclass(frozen=True)
class DayTotal:
    """One day, all jobcenters together.

    reported, lacking: codes whose count is known whole, and those of a held day whose count is not. attended,
    registered: sums of what is known, None where nothing is; once anybody's attendance is known, registered is of
    those same jobcenters. at_least: somebody's roles are known only in part. seats: what the plan has room for.
    withheld: those of the lacking whose count the sender hid. partly: those known in part, since a role is not told.
    """

    code: str
    name: str
    kind: str
    run: int
    day: int
    held_on: date
    held: bool
    seats: int
    attended: int | None
    registered: int | None
    reported: tuple[str, ...]
    lacking: tuple[str, ...]
    at_least: bool
    withheld: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    cancelled: bool = False  # neither held nor still to come
    hidden: bool = False  # all of the lacking are withheld

    @property
    def silent(self) -> tuple[str, ...]:
        """Those of the lacking who have said nothing."""
        return tuple(code for code in self.lacking if code not in self.withheld)


@dataclass(frozen=True)
class PlaceTotal:
    """One jobcenter over the course days that it has reported. seats: those days × the limit of a day.

    attended is None where no day is reported. held, known: days that were held, and those of them with a count.
    lacking: the names of held days that are not reported. withheld: whether the count of one is hidden. partly: the
    names of those of which a role is not told.
    """

    code: str
    name: str
    attended: int | None
    seats: int
    held: int
    known: int
    lacking: tuple[str, ...]
    at_least: bool
    withheld: bool = False
    partly: tuple[str, ...] = ()


@remembered
def day_totals(snapshot: Snapshot) -> tuple[DayTotal, ...]:
    """Every day of the plan in the order they are held, with what all jobcenters come to; an edition's are those it
    tells.
    """
    if snapshot.release is not None:
        return tuple(map(_published, snapshot.release.days.values()))
    return tuple(_day_total(snapshot, str(code)) for code in snapshot.course_days.index)


def _published(day: Mapping[str, Any]) -> DayTotal:
    codes = {name: tuple(day[name]) for name in ("reported", "lacking", "withheld", "partly")}
    return DayTotal(**{**day, **codes, "held_on": date.fromisoformat(day["held_on"])})


@remembered
def totals_of(snapshot: Snapshot, kind: str, run: int | None = None) -> tuple[DayTotal, ...]:
    """The totals of the course series or the mentor days, of one run or of all."""
    return tuple(total for total in day_totals(snapshot) if total.kind == kind and run in (None, total.run))


def runs(snapshot: Snapshot, kind: str) -> tuple[int, ...]:
    """The numbers of the runs of one kind."""
    return tuple(dict.fromkeys(total.run for total in totals_of(snapshot, kind)))


def _day_total(snapshot: Snapshot, code: str) -> DayTotal:
    plan, by_place = snapshot.course_days.loc[code], _of_day(snapshot, code)
    known = by_place["state"].isin(KNOWN)
    held = bool((~by_place["state"].isin(UNKNOWN)).any())
    whole = known & ~by_place["at_least"]
    planned = by_place["registered"].where(known) if known.any() else by_place["registered"]
    attended = _sum(by_place["attended"])
    lacking = tuple(by_place.index[~known]) if held else ()
    withheld = tuple(code for code in lacking if by_place.at[code, "state"] == HIDDEN)
    return DayTotal(
        code=code, name=day_name(snapshot, code), kind=plan["kind"], run=int(plan["run"]), day=int(plan["day"]),
        held_on=plan["held_on"], held=held, seats=int(plan["most"]) * len(by_place),
        attended=attended, registered=_sum(planned), reported=tuple(by_place.index[whole]), lacking=lacking,
        at_least=bool(by_place["at_least"].any()), withheld=withheld,
        partly=tuple(by_place.index[by_place["at_least"] & ~by_place["hidden"]]),
        hidden=attended is None and bool(lacking) and withheld == lacking,
        cancelled=code in cancelled(snapshot))


def _of_day(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """The cells of one day by jobcenter; none where there is no jobcenter."""
    every = cells(snapshot)
    return every[every.index.get_level_values("course_day") == code].droplevel("course_day")


@remembered
def place_totals(snapshot: Snapshot) -> tuple[PlaceTotal, ...]:
    """What each jobcenter comes to over the course series, by name as Danes sort it."""
    names = snapshot.jobcenters["name"]
    in_order = sorted(names.index, key=lambda code: alphabetical(names[code]))
    return tuple(_place_total(snapshot, str(code)) for code in in_order)


def _place_total(snapshot: Snapshot, code: str) -> PlaceTotal:
    days = snapshot.course_days[snapshot.course_days["kind"].eq(COURSE)]
    mine = _by_place(snapshot)[code].loc[days.index]
    known, held = mine["state"].isin(KNOWN), ~mine["state"].isin(UNKNOWN)
    return PlaceTotal(
        code=code, name=str(snapshot.jobcenters.loc[code, "name"]), attended=_sum(mine["attended"]),
        seats=int(days.loc[known, "most"].sum()), held=int(held.sum()), known=int(known.sum()),
        at_least=bool(mine["at_least"].any()),
        withheld=bool(mine["state"].eq(HIDDEN).any()),
        **{name: tuple(day_name(snapshot, str(day)) for day in mine.index[rows]) for name, rows in (
            ("lacking", mine["state"].eq(NOT_REPORTED)), ("partly", mine["at_least"] & ~mine["hidden"]))})


@remembered
def _by_place(snapshot: Snapshot) -> dict[str, pd.DataFrame]:
    """The cells of each jobcenter by day, parted once for them all."""
    return {str(code): mine.droplevel("jobcenter") for code, mine in cells(snapshot).groupby(level="jobcenter")}


def never(snapshot: Snapshot) -> tuple[PlaceTotal, ...]:
    """Who never came to a course day although every day that was held is reported."""
    return tuple(p for p in place_totals(snapshot) if p.held and p.known == p.held and p.attended == 0)


def silent(snapshot: Snapshot) -> tuple[PlaceTotal, ...]:
    """Who has not reported the attendance of a course day that was held."""
    return tuple(place for place in place_totals(snapshot) if place.lacking)


def partly(snapshot: Snapshot) -> tuple[PlaceTotal, ...]:
    """Who has reported the attendance of a course day, but not of every role that was registered to it."""
    return tuple(place for place in place_totals(snapshot) if place.partly)


def _sum(counts: pd.Series) -> int | None:
    """The sum of what is known; None where nothing is."""
    return int(counts.sum()) if counts.notna().any() else None
