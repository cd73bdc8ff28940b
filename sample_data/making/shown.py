"""What follows from the sample itself: what its closed meetings showed on their day, and all that loading it leaves."""

import json
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from model.programmes.met import programme_of
from model.programmes.projects import PROJECTS
from model.sample import book, published, ready, writing
from model.sample.files import load_sample
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store import database, meeting_facts, seeding
from model.subjects.goals.figures.coverage import default_month
from model.subjects.goals.words.lines import meeting_line
from model.subjects.meetings.figures.agenda import Agenda, from_data, to_data
from model.subjects.meetings.words import agenda as shown
from model.subjects.meetings.words import overview
from model.subjects.meetings.words.reported import meeting_line as project_line
from tests.viewers import EVERYBODY

NOTE = "Eksempeldata – opdigtede tal. Det, som de opdigtede dialogmøder viste på deres dag, regnet ud af eksempeldata."
FACT = re.compile(r'\[\s+("[\d-]+"),\s+("[^"]+"),\s+(\w+),\s+("?\w+"?)\s+\]')


def write(folder: Path) -> list[Path]:
    """Load the files of ``folder`` into a database of its own, hold the meetings, and write what they showed and what
    then stands in the database.
    """
    held: dict[tuple[str, date], Agenda] = {}

    def show(connection: Connection, told: book.Meeting, number: int) -> Agenda:
        found = held[told.unit, told.held_on] = agenda(connection, told, number)
        return found

    with tempfile.TemporaryDirectory() as place:
        engine = database.create(f"sqlite:///{place}/sample.db")
        seeding.migrate(engine)
        load_sample(engine, folder=folder)
        writing.write(engine, show=show)
        published.publish(engine)
        kept = ready.keep(engine, folder)
        engine.dispose()
    path = folder / "written" / book.SHOWN
    path.parent.mkdir(exist_ok=True)
    path.write_text(_text([to_data(found) for found in held.values()]), encoding="utf-8")
    return [path, kept]


def agenda(connection: Connection, told: book.Meeting, number: int) -> Agenda:
    """The meeting of that number with all that has been written by now, on the figures of its day."""
    with Session(connection) as session:
        programme = programme_of(told.unit).id
        then = loading.load(session, EVERYBODY, as_of=told.held_on)
        book_now = loading.load(session, EVERYBODY).book(programme)
        closed, _ = overview.last_meetings(book_now, told.unit, told.held_on)
        last = None if closed is None else from_data(
            meeting_facts.kept(session, int(closed["id"]), programme=programme))
        notes = meeting_facts.notes(session, number, programme=programme)
        confirmed = meeting_facts.confirmed(session, number, programme=programme)
        details = meeting_facts.details(session, number, programme=programme)
    month, line = _month(then, told)
    return shown.agenda(then, book_now, unit=told.unit, month=month, held_on=told.held_on, line=line, meeting=number,
                        last=last, notes=notes, confirmed=confirmed, details=details)


def _month(then: Snapshot, told: book.Meeting) -> tuple[date, str]:
    """The month that is shown, and the line under the heading."""
    if told.unit in PROJECTS:
        return told.held_on.replace(day=1), project_line(then, told.unit, held_on=told.held_on)
    month = default_month(then)
    if month is None:
        raise LookupError(f"no figures were known on {told.held_on}")
    return month, meeting_line(then, told.unit, held_on=told.held_on, month=month)


def _text(shown: list[dict[str, Any]]) -> str:
    """Readable JSON with every fact on a line of its own."""
    text = json.dumps({"note": NOTE, "shown": shown}, ensure_ascii=False, indent=1)
    return FACT.sub(r"[\1, \2, \3, \4]", text) + "\n"
