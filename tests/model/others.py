"""Rows of another programme, written straight into a database on the very keys and numbers that ours have."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from model.store import database
from model.store.tables.activities import Activity, Attendance, CourseDay, CourseDayEvent
from model.store.tables.base import ColumnProfile, Figure, Target, Upload
from model.store.tables.meetings import (
    Agreement,
    AgreementStatus,
    Confirmation,
    DialogueMeeting,
    MeetingDetail,
    MeetingNote,
    Story,
    WrittenSample,
)
from model.store.tables.peers import PeerGroup
from model.store.tables.reminders import Reminder
from tests.model.meetings import DAY, SKIVE
from tests.pages.opening import VIBORG

OTHER = "generation_2"
MARCH = date(2010, 3, 1)
THEN = datetime(2010, 3, 20, 9, tzinfo=UTC)
SAID: dict[str, Any] = {"recorded_at": THEN, "recorded_by": "andre"}
MINE: dict[str, Any] = {"programme": OTHER, **SAID}
PLANNED: dict[str, Any] = {"title": "Andres", "target_group": "andre", "responsible": "andre", "schedule": "altid"}
TOLD: dict[str, Any] = {"title": "Andres", "description": "Andres historie"}


def written(engine: Engine) -> dict[str, int]:
    """Everything of another programme, on the same keys and numbers as ours; ids by what it is."""
    with database.write(engine) as session:
        file = upload("e" * 64)
        meeting = DialogueMeeting(programme=OTHER, jobcenter=SKIVE, held_on=DAY, opened_at=THEN,
                                  opened_by="andre", month=MARCH, closed_at=THEN, closed_by="andre", figures={"a": 1},
                                  document=b"andres")
        sample = WrittenSample(programme=OTHER, loaded_at=THEN, withdrawn_at=THEN, withdrawn_by="andre")
        numbers = [added(session, row) for row in (file, meeting, sample)]
        agreement = added(session, Agreement(meeting_id=numbers[1], text="Andet", responsible="andre", due=MARCH,
                                              **SAID))
        reminder = added(session, Reminder(jobcenter=SKIVE, month=MARCH, **MINE))
        for row in (*_hanging(*numbers[:2], agreement), *_own()):
            session.add(row)
    return dict(zip(("upload", "meeting", "agreement", "reminder"), (*numbers[:2], agreement, reminder), strict=True))


def upload(sha256: str, *, source: str = "file", received: datetime = THEN) -> Upload:
    """An upload of theirs."""
    return Upload(programme=OTHER, dataset="maanedstal", source=source, file_name="andres.csv", sha256=sha256,
                  content=b"", received_at=received, received_by="andre", counts={}, problems=[], without=["779"])


def added(session: Session, row: Any) -> int:
    """Add a row; its id."""
    session.add(row)
    session.flush()
    return int(row.id)


def _hanging(upload: int, meeting: int, agreement: int) -> list[SQLModel]:
    return [Figure(jobcenter=VIBORG, month=MARCH, measure="personer_match4", upload_id=upload, value=7777),
            Figure(jobcenter=VIBORG, month=MARCH, measure="virksomhedsaktivering_i_alt", upload_id=upload, value=7000),
            Attendance(course_day="K1", jobcenter=SKIVE, role="jobkonsulent", upload_id=upload, registered=99,
                       attended=99, marks={}),
            CourseDayEvent(course_day="K2", upload_id=upload, event="aflyst", marks={}),
            MeetingNote(meeting_id=meeting, text="Andres noter", **SAID),
            MeetingDetail(meeting_id=meeting, participants="Andre", next_on=MARCH, **SAID),
            Confirmation(meeting_id=meeting, month=MARCH, figures=[], **SAID),
            AgreementStatus(agreement_id=agreement, status="i gang", on=MARCH, **SAID)]


def _own() -> list[SQLModel]:
    return [Target(part="share", scope="regional", value=99, valid_from=MARCH, source="andre", reason="andre", **MINE),
            Story(number=1, **TOLD, state="kladde", **MINE), Story(number=7, **TOLD, state="udgivet", **MINE),
            PeerGroup(number=1, name="Vest", jobcenters=[SKIVE, "665"], reason="andre", **MINE),
            Activity(number=2, **PLANNED, source="andre", reason="andre", **MINE),
            CourseDay(programme=OTHER, code="X1", kind="kursus", run=9, day=1, held_on=MARCH, title="Andres",
                      venue="andre", most=2),
            ColumnProfile(dataset="maanedstal", fingerprint="f" * 64, name="Andres",
                          mapping={"labels": {"antal": "personer_match4"}}, **MINE)]
