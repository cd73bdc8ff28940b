"""The mentor courses' runs against their minimum and their limit per jobcenter.

Unique participants of a run are not known from daily counts: the day on which most people came stands for the run.
A day that is cancelled stands for nothing; a run all of whose days are cancelled has no minimum to reach.
"""

from dataclasses import dataclass
from typing import Annotated

import pandas as pd

from model.basics.frames import Schema, count
from model.intake.datasets.attendance import ROLES
from model.snapshot.memory import remembered
from model.snapshot.snapshot import InternalOnly, Snapshot
from model.subjects.courses.figures.attendance import BY_ROLE, CELLS, MENTOR, cells, roles
from model.subjects.courses.figures.attendance_totals import DayTotal, totals_of

PARTICIPANTS = Schema("one jobcenter in one run", (
    count("persons", "on the day that stands for the run, or registered for it"),
    *(column for column in CELLS.columns if column.name in ("state", "at_least")), *BY_ROLE.columns),
    index=BY_ROLE.index, others=count("course_day", "who came on the day of the run the column is named after"))


@dataclass(frozen=True)
class MentorRun:
    """One run. standing: the day that stands for it, None before anybody is registered or counted.

    persons: who came on that day, or who are registered while none of its days is counted (``registered_only``).
    missing: how many it lacks in the minimum, 0 when reached. lacking: codes without a whole count on that day.
    over: whether its last day that is not cancelled has been held. cancelled: none of its days is to be held.
    """

    run: int
    least: int
    most: int
    standing: DayTotal | None
    persons: int | None
    registered_only: bool
    lacking: tuple[str, ...]
    over: bool
    cancelled: bool = False

    @property
    def missing(self) -> int | None:
        """How many the run lacks in its minimum; None while nothing is known."""
        return None if self.persons is None else max(0, self.least - self.persons)


@remembered
def mentor_run(snapshot: Snapshot, run: int) -> MentorRun:
    """One mentor run as its highest day has it. Raises IndexError for a run the plan does not have, and InternalOnly
    for the public: an edition tells of the days alone.
    """
    if snapshot.release is not None:
        raise InternalOnly("mentor runs are for the internal view")
    planned_days = totals_of(snapshot, MENTOR, run)
    days = [total for total in planned_days if not total.cancelled]
    plan = snapshot.course_days.loc[planned_days[0].code]
    counted = [total for total in days if total.attended is not None]
    planned = [total for total in days if total.registered is not None]
    standing = max(counted, key=lambda t: t.attended or 0, default=None) or max(
        planned, key=lambda t: t.registered or 0, default=None)
    persons = None if standing is None else standing.attended if counted else standing.registered
    lacking = () if standing is None or not counted else tuple(
        code for code in snapshot.jobcenters.index if code not in standing.reported)
    return MentorRun(run=run, least=int(plan["least"]), most=int(plan["most"]), standing=standing, persons=persons,
                     registered_only=standing is not None and not counted, lacking=lacking,
                     over=bool(days) and days[-1].held, cancelled=not days)


def participants(snapshot: Snapshot, run: int) -> Annotated[pd.DataFrame, PARTICIPANTS]:
    """Who came from each jobcenter to one run; empty before anything is known."""
    one = mentor_run(snapshot, run)
    if one.standing is None:
        return PARTICIPANTS.empty()
    value = "registered" if one.registered_only else "attended"
    days = {total.code: cells(snapshot).loc[total.code, "attended"] for total in totals_of(snapshot, MENTOR, run)}
    by_role = roles(snapshot, one.standing.code, value)
    day = cells(snapshot).loc[one.standing.code]
    return pd.DataFrame({"persons": day[value], "state": day["state"], "at_least": day["at_least"],
                         **{role: by_role[role] for role in ROLES}, **days}).rename_axis("code")
