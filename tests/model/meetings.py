"""Meetings for tests: opened, and closed with an agenda of the figures of their day."""

from datetime import date

from sqlalchemy import Engine
from sqlmodel import Session

from model.snapshot import loading
from model.store import meeting_facts
from model.subjects.goals.figures.coverage import default_month
from model.subjects.meetings.figures.agenda import Agenda, to_data
from model.subjects.meetings.words import agenda as shown
from model.writing import agreements, meetings
from tests.viewers import EVERYBODY, named

SKIVE = "779"
DAY = date(2010, 4, 11)


def met(engine: Engine, *, code: str = SKIVE, day: date = DAY) -> int:
    """An open meeting."""
    return meetings.open_meeting(engine, unit=code, held_on=day, viewer=named("BRM"))


def agreed(engine: Engine, meeting: int, text: str = "Åbne to centre", *, due: date = date(2010, 5, 1)) -> int:
    """An agreement made at it."""
    return agreements.agree(engine, meeting, text=text, responsible="jobcenterchefen", due=due, viewer=named("BRM"))


def agenda(engine: Engine, meeting: int, *, code: str = SKIVE, day: date = DAY, last: Agenda | None = None) -> Agenda:
    """What the meeting shows."""
    with Session(engine) as session:
        now, then = loading.load(session, EVERYBODY), loading.load(session, EVERYBODY, as_of=day)
        notes, confirmed = meeting_facts.notes(session, meeting), meeting_facts.confirmed(session, meeting)
        details = meeting_facts.details(session, meeting)
    month = default_month(then)
    assert month is not None
    return shown.agenda(then, now.written, unit=code, month=month, held_on=day, line="Tal til og med marts 2010",
                        meeting=meeting, last=last, notes=notes, confirmed=confirmed, details=details)


def closed(engine: Engine, meeting: int, found: Agenda, *, document: bytes = b"referat") -> None:
    """The meeting closed with that agenda."""
    meetings.close_meeting(engine, meeting, month=found.month, figures=to_data(found), document=document,
                           viewer=named("BRM"))


def written(engine: Engine, *, as_of: date | None = None) -> meeting_facts.Written:
    """All that has been written."""
    with Session(engine) as session:
        return meeting_facts.written(session, as_of=as_of)
