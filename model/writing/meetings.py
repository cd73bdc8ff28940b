"""What people write of a dialogue meeting: opened, confirmed, noted and closed. What is agreed: ``agreements``.

Append-only but for the marks on the meeting itself. A closed meeting takes nothing more, and nothing later changes it.
``at``: the moment something was written, now unless said; what is known as of a day follows it. Within a transaction
that has begun, ``engine`` is its connection. ``once``: the one-time key it is written with (``model.store.once``).
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day, local_date, today
from model.basics.free_text import RecordRefused, line, prose
from model.programmes.current import LEDGER
from model.programmes.met import meeting_with, programme_of
from model.programmes.projects import PROJECTS
from model.store import database, facts, written_samples
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.base import Campaign, Figure, Jobcenter, Upload
from model.store.tables.meetings import Agreement, Confirmation, DialogueMeeting, MeetingDetail, MeetingNote
from model.writing.recording import activity_days

LONGEST_LINE, LONGEST_PARTICIPANTS, LONGEST_NOTES = 500, 1_000, 8_000  # characters
AHEAD = timedelta(days=366)  # how far a meeting or a due date may lie ahead, if not within the campaign
WHO = "Skriv, hvem du er."
MEANWHILE = ("En anden har skrevet {what} imens. Der er ikke gemt noget. Tag det nye med i din tekst, og gem igen.")
CLOSED = "Mødet er lukket, og referatet ligger fast. Skriv det på det næste møde."


def meeting_days(figures_from: date, ends: date) -> tuple[date, date]:
    """The first and the last day a meeting and an agreement's due date may have, of a programme of that period."""
    first, last = activity_days(figures_from, ends)
    return first, max(last, today() + AHEAD)


def days_of(session: Session, unit: str) -> tuple[date, date]:
    """The same of a unit's programme, the shown one's as its database has it."""
    period = session.exec(select(Campaign)).one() if unit not in PROJECTS else programme_of(unit)
    return meeting_days(period.figures_from, period.ends)


def open_meeting(engine: Bind, *, unit: str, held_on: date, viewer: Viewer, at: datetime | None = None,
                 sample: int | None = None, seen: int | None = None, once: Once | None = None) -> int:
    """Open the meeting with a unit on a day, which may lie ahead, and return its id.

    ``unit``: a jobcenter's code, or the name of a project. ``sample``: the number of the sample it is invented for.
    Raises RecordRefused (also for a jobcenter's on a day on which no figures were known), ``database.Stale`` (another
    write since ``seen``) and ``database.DatabaseProblem``, as every function here.
    """
    rights.require(viewer, Action.WRITE, unit)
    who = writer(viewer)
    with database.write(engine, seen=seen, once=once) as session:
        name, of_project = _name(session, unit), unit in PROJECTS
        _day(session, unit, held_on)
        if _on(session, unit, held_on) is not None:
            raise RecordRefused(f"Der er allerede et dialogmøde {meeting_with(unit, name)} den {day(held_on)}.")
        row = DialogueMeeting(programme=programme_of(unit).id, jobcenter=None if of_project else unit,
                              project=unit if of_project else None, held_on=held_on, opened_at=moment_of(at),
                              opened_by=who, sample_id=sample)
        return logged(session, viewer, Act.MET, unit, added(session, row), "åbnet")


def withdraw_meeting(engine: Bind, meeting: int, *, viewer: Viewer, seen: int | None = None,
                     once: Once | None = None) -> None:
    """Mark that an open meeting came to nothing. Refused while something stands that was agreed at it."""
    who = writer(viewer)
    with database.write(engine, seen=seen, once=once) as session:
        row = still_open(session, meeting, viewer)
        if _agreed(session, meeting):
            raise RecordRefused("Mødet har aftaler og kan derfor ikke aflyses. Luk det i stedet.")
        row.withdrawn_at, row.withdrawn_by = datetime.now(UTC), who
        logged(session, viewer, Act.MET, row.unit, meeting, "aflyst")


def write_notes(engine: Bind, meeting: int, *, text: str, viewer: Viewer, based_on: int | None = None,
                contact_ok: bool = False, at: datetime | None = None, seen: int | None = None,
                once: Once | None = None) -> int:
    """Write the notes as they are from now on, beside what they were, and return the new version's id.

    ``based_on``: the version they were written from. Refused when another one has come since, so that nobody's words
    are lost. Raises ContactFound for contact details that are not meant (``contact_ok``).
    """
    who = writer(viewer)
    notes = prose(text, asked="", longest=LONGEST_NOTES, contact_ok=contact_ok)
    with database.write(engine, seen=seen, once=once) as session:
        row = still_open(session, meeting, viewer)
        newest = _newest(session, MeetingNote, meeting)
        if (newest.id if newest else None) != based_on:
            raise RecordRefused(MEANWHILE.format(what="i noterne"))
        if notes == (newest.text if newest else ""):
            raise RecordRefused("Der er ikke ændret noget i noterne.")
        logged(session, viewer, Act.MET, row.unit, meeting, "noter")
        return added(session, MeetingNote(meeting_id=meeting, text=notes, recorded_by=who, recorded_at=moment_of(at)))


def write_details(engine: Bind, meeting: int, *, participants: str, next_on: date | None, viewer: Viewer,
                  based_on: int | None = None, contact_ok: bool = False, at: datetime | None = None,
                  seen: int | None = None, once: Once | None = None) -> int:
    """Write who took part, a line each, and the day of the next meeting (None: not agreed), beside what was written
    before, and return the new version's id.

    ``based_on`` and ``contact_ok`` as for ``write_notes``. The next meeting lies after this one.
    """
    who = writer(viewer)
    people = prose(participants, asked="", longest=LONGEST_PARTICIPANTS, contact_ok=contact_ok)
    with database.write(engine, seen=seen, once=once) as session:
        row, newest = still_open(session, meeting, viewer), _newest(session, MeetingDetail, meeting)
        if (newest.id if newest else None) != based_on:
            raise RecordRefused(MEANWHILE.format(what="om deltagere og næste møde"))
        if (people, next_on) == ((newest.participants, newest.next_on) if newest else ("", None)):
            raise RecordRefused("Der er ikke ændret noget om deltagere og næste møde.")
        if next_on is not None:
            _next_day(session, row, next_on)
        logged(session, viewer, Act.MET, row.unit, meeting, "deltagere og næste møde")
        return added(session, MeetingDetail(meeting_id=meeting, participants=people, next_on=next_on, recorded_by=who,
                                            recorded_at=moment_of(at)))


def confirm_figures(engine: Bind, meeting: int, *, month: date, figures: list[list[Any]], by: str,
                    viewer: Viewer, at: datetime | None = None, seen: int | None = None,
                    once: Once | None = None) -> int:
    """Keep that the jobcenter has confirmed these figures up to ``month``, as the function ``by`` there has told
    whoever writes it. Returns the id.
    """
    who = line(by, asked="Skriv, hvilken funktion i jobcentret der har bekræftet tallene.", longest=LONGEST_LINE)
    if not figures:
        raise RecordRefused("Jobcentret har ingen tal at bekræfte endnu.")
    with database.write(engine, seen=seen, once=once) as session:
        row = still_open(session, meeting, viewer)
        logged(session, viewer, Act.MET, row.unit, meeting, "tal bekræftet")
        return added(session, Confirmation(meeting_id=meeting, month=month, figures=figures, recorded_by=who,
                                            recorded_at=moment_of(at)))


def close_meeting(engine: Bind, meeting: int, *, month: date, figures: dict[str, Any], document: bytes,
                  viewer: Viewer, at: datetime | None = None, seen: int | None = None,
                  once: Once | None = None) -> None:
    """Close a meeting for good with the agenda that was shown (``figures``) and the minutes' bytes.

    ``seen`` should be the version the agenda was made from: another write in between refuses the closing (Stale).
    """
    who = writer(viewer)
    if not figures or not document:
        raise RecordRefused("Mødet kan ikke lukkes uden de viste tal og et referat.")
    with database.write(engine, seen=seen, once=once) as session:
        row = still_open(session, meeting, viewer)
        if row.held_on > (local_date(at) if at else today()):
            raise RecordRefused(f"Mødet er den {day(row.held_on)} og kan først lukkes den dag.")
        row.month, row.figures, row.document = month, figures, document
        row.closed_at, row.closed_by = moment_of(at), who
        logged(session, viewer, Act.MET, row.unit, meeting, "lukket")


def writer(viewer: Viewer) -> str:
    """Who writes, as it is kept and shown. Raises RecordRefused when nobody is named."""
    return line(viewer.function, asked=WHO, longest=LONGEST_LINE, contact_ok=True)


def logged(session: Session, viewer: Viewer, act: Act, unit: str, number: int, what: str) -> int:
    """Log what was written of a thing of that number, which is returned."""
    log.add(session, viewer, act, unit=unit, about=f"nr. {number}: {what}")
    return number


def moment_of(at: datetime | None) -> datetime:
    """The moment given, else now (UTC)."""
    return at or datetime.now(UTC)


def added(session: Session, row: Any) -> int:
    """Add a row and return its id."""
    session.add(row)
    session.flush()
    return int(row.id)


def _name(session: Session, unit: str) -> str:
    """What a unit is called. Raises RecordRefused where there is none."""
    if unit in PROJECTS:
        return unit
    place = session.get(Jobcenter, unit)
    if place is None:
        raise RecordRefused(f"»{unit}« findes ikke blandt jobcentrene og projekterne.")
    return place.name


def _on(session: Session, unit: str, held_on: date) -> DialogueMeeting | None:
    gone = written_samples.withdrawn(session, *LEDGER)  # a sample may be of several programmes
    rows = session.exec(select(DialogueMeeting).where(
        DialogueMeeting.programme == programme_of(unit).id, DialogueMeeting.held_on == held_on,
        col(DialogueMeeting.withdrawn_at).is_(None)))
    return next((row for row in rows if row.unit == unit and row.sample_id not in gone), None)


def standing(session: Session, meeting: int) -> DialogueMeeting | None:
    """A meeting of the programmes of the house, unless it came with a sample that has been withdrawn."""
    row = session.get(DialogueMeeting, meeting)
    if row is None or row.programme not in LEDGER or row.sample_id in written_samples.withdrawn(session, *LEDGER):
        return None
    return row


def still_open(session: Session, meeting: int, viewer: Viewer) -> DialogueMeeting:
    """The meeting, which takes more. Raises RecordRefused for one that is withdrawn or closed, and NotAllowed."""
    row = standing(session, meeting)
    if row is None or row.withdrawn_at is not None:
        raise RecordRefused("Mødet findes ikke, eller det er aflyst.")
    rights.require(viewer, Action.WRITE, row.unit)
    if row.closed_at is not None:
        raise RecordRefused(CLOSED)
    return row


def _agreed(session: Session, meeting: int) -> bool:
    """Whether anything stands that was agreed at the meeting; what is mended stands in what replaces it."""
    rows = session.exec(select(Agreement).where(Agreement.meeting_id == meeting)).all()
    mended = {row.replaces for row in rows}
    return any(row.withdrawn_at is None for row in rows if row.id not in mended)


def _newest(session: Session, table: Any, meeting: int) -> Any:
    """The newest version of what is written of a meeting in a table of versions; None before anything is."""
    return session.exec(select(table).where(table.meeting_id == meeting).order_by(table.id.desc())).first()


def _next_day(session: Session, meeting: DialogueMeeting, next_on: date) -> None:
    last = days_of(session, meeting.unit)[1]
    if not meeting.held_on < next_on <= last:
        raise RecordRefused(f"Næste møde skal ligge efter den {day(meeting.held_on)} og senest den {day(last)}.")


def _day(session: Session, unit: str, held_on: date) -> None:
    first, last = days_of(session, unit)
    if not first <= held_on <= last:
        raise RecordRefused(f"Mødet skal ligge mellem den {day(first)} og den {day(last)}.")
    if unit in PROJECTS:  # it meets on its plan, whether or not there are results
        return
    known = facts.standing(held_on if held_on < today() else None)
    query = select(Figure.jobcenter).join(Upload, col(Upload.id) == col(Figure.upload_id)).where(known)
    if session.exec(query.limit(1)).first() is None:
        raise RecordRefused(f"Den {day(held_on)} var der endnu ingen tal. Vælg en senere dag.")
