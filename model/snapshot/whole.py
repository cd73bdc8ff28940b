"""The parts of a snapshot that are small enough to be read whole after every write, and what each is made of.

A part whose rows are those that the earlier snapshot's was made of is that very part: they are compared, so nobody has
to say that something was written.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

import pandas as pd
from sqlmodel import Session, select

from model.programmes.current import LEDGER, PROGRAMME
from model.snapshot.frames import ACTIVITIES, JOBCENTERS, PLANS, TARGETS
from model.store import approval_facts, books, facts, meeting_facts, record_facts, unit_facts
from model.store.tables.activities import Activity
from model.store.tables.base import Jobcenter, OfProgramme, Target
from model.store.tables.plans import PlanChange
from model.store.tables.typed import Rows, columns_of, fetched

RECEIVED = facts.UPLOADS.names.index("received_at")  # in a row of the uploads, which begins with its id


def read(session: Session, *, as_of: date | None, known_by: date | None,
         programme: str = PROGRAMME.id) -> dict[str, Any]:
    """By part its rows as the database has them; ``known_by`` is the day for what was recorded of the campaign."""
    written = books.book_rows(session, _ledger(programme), as_of=as_of)
    return {"uploads": facts.upload_rows(session, as_of=as_of, programme=programme),
            "jobcenters": unit_facts.unit_rows(session, as_of=known_by),
            "targets": _recorded(session, Target, known_by, programme),
            "activities": _recorded(session, Activity, known_by, programme),
            "plans": _plans(session, as_of, programme),
            "course_days": record_facts.course_day_rows(session, as_of=as_of, programme=programme),
            "written": written.pop(programme), "beside": written,
            "approvals": approval_facts.approval_rows(session, as_of=as_of, programme=programme)}


def made(rows: Mapping[str, Any], before: Any) -> dict[str, Any]:
    """By part what its rows make; that of ``before``, an earlier snapshot or None, where its rows are the same."""
    known = {} if before is None else before.rows
    return {part: getattr(before, part) if part in known and known[part] == of_one else MADE[part](of_one)
            for part, of_one in rows.items()}


def shared(rows: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The rows, of which those of uploads that stood before are the very objects: what was written of them is long, and
    is held once by however many snapshots.
    """
    known = {row[0]: row for row in before.get("uploads", ())}
    return {**rows, "uploads": [known[row[0]] if known.get(row[0]) == row else row for row in rows["uploads"]]}


def goes_on(before: Mapping[str, Any], rows: Mapping[str, Any]) -> bool:
    """Whether the rows are of the database that those before are of: one that was put back or exchanged counts its
    uploads from the same number on.
    """
    there = {row[0]: row[RECEIVED] for row in rows["uploads"]}
    return "uploads" in before and all(there.get(row[0]) == row[RECEIVED] for row in before["uploads"])


def _ledger(programme: str) -> tuple[str, ...]:
    """Whose rows stand in one ledger with those of the programme."""
    return LEDGER if programme == PROGRAMME.id else (programme,)


def _all(table: type[Any]) -> Any:
    return select(*columns_of(table))


def _recorded(session: Session, table: type[OfProgramme], known_by: date | None, programme: str) -> Rows:
    columns = columns_of(table)
    query = _all(table).where(columns.programme == programme).order_by(columns.id)
    return fetched(session, query if known_by is None else query.where(columns.recorded_at < facts.end_of(known_by)))


def _plans(session: Session, as_of: date | None, programme: str) -> Rows:
    columns = columns_of(PlanChange)
    query = _all(PlanChange).where(columns.programme.in_(_ledger(programme))).order_by(columns.id)
    return fetched(session, query if as_of is None else query.where(columns.recorded_at < facts.end_of(as_of)))


def _framed(table: type[Any], rows: Rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[column.name for column in columns_of(table)])


def _jobcenters(rows: Rows) -> Annotated[pd.DataFrame, JOBCENTERS]:
    frame = _framed(Jobcenter, rows).set_index("code")[JOBCENTERS.names]
    return frame.assign(participates_from=pd.to_datetime(frame["participates_from"]),
                        participates_to=pd.to_datetime(frame["participates_to"]))


def _targets(rows: Rows) -> Annotated[pd.DataFrame, TARGETS]:
    return _framed(Target, rows)[TARGETS.names]


def _plan_changes(rows: Rows) -> Annotated[pd.DataFrame, PLANS]:
    return _framed(PlanChange, rows)[PLANS.names].astype(object)


def _activities(rows: Rows) -> Annotated[pd.DataFrame, ACTIVITIES]:
    newest = _framed(Activity, rows).drop_duplicates("number", keep="last").set_index("number")
    return newest[ACTIVITIES.names].sort_index()


MADE: dict[str, Callable[[Any], Any]] = {
    "uploads": facts.uploads_of, "jobcenters": _jobcenters, "targets": _targets, "activities": _activities,
    "plans": _plan_changes,
    "course_days": record_facts.course_days_of, "written": meeting_facts.written_of, "beside": books.books_of,
    "approvals": approval_facts.approvals_of}
