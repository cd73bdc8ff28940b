"""Attendance on course days and mentor days, by jobcenter and day.

Missing is never nought: a day that is not yet held, one that is not reported and one to which nobody came are three
different things, and one that is cancelled is a fourth: neither held nor missing, and in no sum.
"""

from typing import Annotated, Final

import pandas as pd

from model.basics.frames import Schema, count, flag, text
from model.intake.datasets.attendance import ATTENDANCE, ROLES
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import CANCELLED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import InternalOnly, Snapshot
from model.store import record_facts

COURSE, MENTOR = "kursus", "mentor"
COUNT: Final = "count"
NOBODY: Final = "nobody"
NOT_REPORTED: Final = "not_reported"
NOT_HELD: Final = "not_held"
HIDDEN: Final = "hidden"
CANCELLED_DAY: Final = "cancelled"
KEY = ["course_day", "jobcenter"]
ROWS = record_facts.schema(ATTENDANCE.table)
CELLS = Schema("one course day at one jobcenter, all roles together", (
    count("registered", "the sum of what is known"), count("attended", "the sum of what is known"),
    flag("at_least", "a role that had registered, or was taken back, has no count"),
    flag("hidden", "that is because it is withheld"),
    text("state", "count | nobody | not_reported | not_held | hidden: roles are, and none is missing | cancelled")),
    index=(text("course_day", "its code"), text("jobcenter", "its code")))
BY_ROLE = Schema("one jobcenter on one course day, in the order of ``snapshot.jobcenters``", tuple(
    count(role, "persons of that role; NA: not stated") for role in ROLES), index=(text("code", "the jobcenter's"),))


@remembered
def rows(snapshot: Snapshot) -> Annotated[pd.DataFrame, ROWS]:
    """The attendance records, one row per course day, jobcenter and role."""
    return snapshot.recorded(ATTENDANCE.name)


@remembered
def cancelled(snapshot: Snapshot) -> tuple[str, ...]:
    """The codes of the days that are cancelled, in the order they would have been held. No person is counted in it."""
    if snapshot.release is not None:
        return tuple(code for code, told in snapshot.release.days.items() if told["cancelled"])
    events = snapshot.recorded(COURSE_DAYS.name)
    gone = set(events.loc[events["event"].eq(CANCELLED), "course_day"])
    return tuple(str(code) for code in snapshot.course_days.index if code in gone)


def contradicted(snapshot: Snapshot) -> tuple[str, ...]:
    """The codes of cancelled days for which a count of who came stands all the same, since an undo gave it back; an
    edition tells none of such a day.
    """
    if snapshot.release is not None:
        return ()
    stated = rows(snapshot)
    counted = set(stated.loc[stated["attended"].notna(), "course_day"])
    return tuple(code for code in cancelled(snapshot) if code in counted)


@remembered
def cells(snapshot: Snapshot) -> Annotated[pd.DataFrame, CELLS]:
    """Every course day × every jobcenter."""
    stated = rows(snapshot)
    hidden = stated["attended_mark"].eq("hidden")
    lacking = stated["attended"].isna() & (stated["attended_mark"].notna() | stated["registered"].fillna(0).gt(0))
    grouped = stated.assign(lacking=lacking, silent=lacking & ~hidden).groupby(KEY)
    index = pd.MultiIndex.from_product([snapshot.course_days.index, snapshot.jobcenters.index], names=KEY)
    totals = pd.DataFrame({name: grouped[name].sum(min_count=1).reindex(index).astype("Int64")
                           for name in ("registered", "attended")})
    lacking, silent = (grouped[name].any().reindex(index, fill_value=False).astype(bool)
                       for name in ("lacking", "silent"))
    gone = index.get_level_values("course_day").isin(cancelled(snapshot))
    totals["attended"] = totals["attended"].mask(totals["attended"].eq(0).fillna(False) & lacking | gone)
    totals["at_least"] = totals["attended"].notna() & lacking
    totals["hidden"] = lacking & ~silent & ~gone
    return totals.assign(state=_states(snapshot, totals["attended"], totals["hidden"]).mask(gone, CANCELLED_DAY))


def _states(snapshot: Snapshot, attended: pd.Series, hidden: pd.Series) -> pd.Series:
    """A day is held when it is over, or on the day itself as soon as anybody has been counted."""
    over = snapshot.course_days["held_on"].map(lambda held: held < snapshot.data_date)
    held = over | attended.notna().groupby(level="course_day", sort=False).any()
    states = pd.Series(NOT_REPORTED, index=attended.index, dtype=object)
    states[~held.reindex(attended.index.get_level_values("course_day")).to_numpy(dtype=bool)] = NOT_HELD
    states[hidden] = HIDDEN
    states[attended.gt(0).fillna(False)] = COUNT
    states[attended.eq(0).fillna(False)] = NOBODY
    return states


def roles(snapshot: Snapshot, course_day: str, value: str = "attended") -> Annotated[pd.DataFrame, BY_ROLE]:
    """What is stated of the three roles on one day: who came, or (``value``) who were registered."""
    stated = rows(snapshot)
    one = stated[stated["course_day"].eq(course_day)].pivot(index="jobcenter", columns="role", values=value)
    return one.reindex(index=snapshot.jobcenters.index, columns=list(ROLES)).astype("Int64")


@remembered
def any_said(snapshot: Snapshot) -> bool:
    """Whether any registration or attendance stands, or is told."""
    if snapshot.release is not None:
        return any(told["attended"] is not None or told["registered"] is not None
                   for told in snapshot.release.days.values())
    return bool(rows(snapshot)[["registered", "attended"]].notna().any(axis=None))


def day_name(snapshot: Snapshot, code: str) -> str:
    """``Kursusdag 3``, ``Mentorkursus 1, dag 2``. Raises InternalOnly for the public: an edition's days bear their name
    (see ``attendance_totals.DayTotal``).
    """
    if snapshot.release is not None:
        raise InternalOnly("the plan of the days is for the internal view")
    return _day_names(snapshot)[code]


@remembered
def _day_names(snapshot: Snapshot) -> dict[str, str]:
    days = snapshot.course_days
    return {str(code): record_facts.course_day_name(days, str(code)) for code in days.index}
