"""Snapshots that know the campaign's plan and some counselling visits, without files or a database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from model.programmes.current import PLAN
from model.snapshot.snapshot import Snapshot
from model.store import seeding
from model.store.tables.activities import Activity, CourseDay
from tests.model.subjects.builders import said, snapshot

DATES = ("wished_on", "offered_on", "agreed_for", "held_on", "declined_on")


def visit(jobcenter: str, status: str | None, **days: str) -> dict[str, Any]:
    """What stands of one jobcenter's counselling; days by the table's column names."""
    return {"jobcenter": jobcenter, "status": status, "upload_id": 1} | dict.fromkeys(DATES) | days


def planned(data_date: str, *visits: dict[str, Any], source: str = "file", **changed: Any) -> Snapshot:
    """The plan as it was printed, seen from a day; ``changed``: other values for the hotline's activity."""
    rows = seeding.plan_rows()
    days = pd.DataFrame([row.model_dump() for row in rows if isinstance(row, CourseDay)])
    plan = [row.model_dump() for row in rows if isinstance(row, Activity)]
    plan[1] |= changed
    found = snapshot(said("779", "2009-12", received="2009-12-20", persons=400), data_date=data_date)
    columns = ["jobcenter", "status", "upload_id", *DATES]
    frame = pd.DataFrame(list(visits), columns=columns)
    frame = frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[us]") for name in DATES})
    return replace(found, records={"raadgivning": frame}, uploads=found.uploads.assign(source=source),
                   course_days=days.assign(revision=0).sort_values("held_on").set_index("code"),
                   activities=pd.DataFrame(plan).set_index("number"))


def plan_days() -> set[date]:
    """Every day the plan prints for a course or a mentor course."""
    return {day.held_on for day in (*PLAN.courses.days, *PLAN.mentor_courses.days)}
