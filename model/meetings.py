"""What people write of a dialogue meeting: opened, confirmed, noted, agreed, followed up and closed.

Append-only but for the marks on the meeting itself. A closed meeting takes nothing more, and nothing later changes it.
``at``: the moment something was written, now unless said; what is known as of a day follows it. Within a transaction
that has begun, ``engine`` is its connection.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import Session, select

from model import database, facts, written_samples
from model.database import Bind
from model.formatting import day, listing, local_date, today
from model.free_text import RecordRefused, line, prose
from model.meeting_tables import Agreement, AgreementStatus, Confirmation, DialogueMeeting, MeetingNote
from model.recording import activity_days
from model.tables import Campaign, Figure, Jobcenter, Upload

AGREED, UNDER_WAY, DONE, DROPPED = STATUSES = ("aftalt", "i gang", "opfyldt", "bortfaldet")
LONGEST_LINE, LONGEST_NOTES = 500, 8_000  # characters
AHEAD = timedelta(days=366)  # how far a meeting or a due date may lie ahead, if not within the campaign
WHO = "Skriv, hvem du er."
NO_DUE = "Vælg en frist. En aftale uden frist kan ingen følge op på."
CLOSED = "Mødet er lukket, og referatet ligger fast. Skriv det på det næste møde."


def meeting_days(figures_from: date, campaign_ends: date) -> tuple[date, date]:
    """The first and the last day a meeting and an agreement's due date may have."""
    first, last = activity_days(figures_from, campaign_ends)
    return first, max(last, today() + AHEAD)


def open_meeting(engine: Bind, *, jobcenter: str, held_on: date, by: str, at: datetime | None = None,
                 sample: int | None = None, seen: int | None = None) -> int:
    """Open the meeting of a jobcenter on a day, which may lie ahead, and return its id.

    ``sample``: the number of the sample it is invented for. Raises RecordRefused (also for a day on which no figures
    were known), ``database.Stale`` (another write since ``seen``) and ``database.DatabaseProblem``, as every function
    here.
    """
    who = _who(by)
    with database.write(engine, seen=seen) as session:
        place = session.get(Jobcenter, jobcenter)
        if place is None:
            raise RecordRefused(f"Jobcenteret »{jobcenter}« findes ikke i regionen.")
        _day(session, held_on)
        if _standing(session, jobcenter, held_on) is not None:
            raise RecordRefused(f"Der er allerede et dialogmøde med {place.name} den {day(held_on)}.")
        return _added(session, DialogueMeeting(jobcenter=jobcenter, held_on=held_on, opened_at=_moment(at),
                                               opened_by=who, sample_id=sample))


def withdraw_meeting(engine: Bind, meeting: int, *, by: str, seen: int | None = None) -> None:
    """Mark that an open meeting came to nothing. Refused once something has been agreed at it."""
    who = _who(by)
    with database.write(engine, seen=seen) as session:
        row = _open(session, meeting)
        if session.exec(select(Agreement.id).where(Agreement.meeting_id == meeting)).first() is not None:
            raise RecordRefused("Mødet har aftaler og kan derfor ikke aflyses. Luk det i stedet.")
        row.withdrawn_at, row.withdrawn_by = datetime.now(UTC), who


def write_notes(engine: Bind, meeting: int, *, text: str, by: str, based_on: int | None = None,
                contact_ok: bool = False, at: datetime | None = None, seen: int | None = None) -> int:
    """Write the notes as they are from now on, beside what they were, and return the new version's id.

    ``based_on``: the version they were written from. Refused when another one has come since, so that nobody's words
    are lost. Raises ContactFound for contact details that are not meant (``contact_ok``).
    """
    who = _who(by)
    notes = prose(text, asked="", longest=LONGEST_NOTES, contact_ok=contact_ok)
    with database.write(engine, seen=seen) as session:
        _open(session, meeting)
        newest = session.exec(select(MeetingNote).where(MeetingNote.meeting_id == meeting)
                              .order_by(MeetingNote.id.desc())).first()  # type: ignore[union-attr]
        if (newest.id if newest else None) != based_on:
            raise RecordRefused("En anden har skrevet i noterne imens. Der er ikke gemt noget. "
                                "Tag det nye med i din tekst, og gem igen.")
        if notes == (newest.text if newest else ""):
            raise RecordRefused("Der er ikke ændret noget i noterne.")
        return _added(session, MeetingNote(meeting_id=meeting, text=notes, recorded_by=who, recorded_at=_moment(at)))


def confirm_figures(engine: Bind, meeting: int, *, month: date, figures: list[list[Any]], by: str,
                    at: datetime | None = None, seen: int | None = None) -> int:
    """Keep that the jobcenter has confirmed these figures up to ``month``; ``by``: who says so. Returns the id."""
    who = line(by, asked="Skriv, hvilken funktion i jobcentret der har bekræftet tallene.", longest=LONGEST_LINE)
    if not figures:
        raise RecordRefused("Jobcentret har ingen tal at bekræfte endnu.")
    with database.write(engine, seen=seen) as session:
        _open(session, meeting)
        return _added(session, Confirmation(meeting_id=meeting, month=month, figures=figures, recorded_by=who,
                                            recorded_at=_moment(at)))


def agree(engine: Bind, meeting: int, *, text: str, responsible: str, due: date | None, by: str,
          contact_ok: bool = False, at: datetime | None = None, seen: int | None = None) -> int:
    """Write what is agreed, which function does it and by when; the id. An agreement without a due date is refused."""
    who = _who(by)
    said = line(text, asked="Skriv, hvad der er aftalt.", longest=LONGEST_LINE, contact_ok=contact_ok)
    function = line(responsible, asked="Skriv, hvilken funktion der er ansvarlig.", longest=LONGEST_LINE,
                    contact_ok=contact_ok)
    with database.write(engine, seen=seen) as session:
        row = _open(session, meeting)
        return _added(session, Agreement(meeting_id=meeting, text=said, responsible=function,
                                         due=_due(session, row.held_on, due), recorded_by=who,
                                         recorded_at=_moment(at)))


def record_status(engine: Bind, agreement: int, *, status: str, on: date, by: str, note: str = "",
                  contact_ok: bool = False, at: datetime | None = None, seen: int | None = None) -> int:
    """Write how far an agreement was on a day, beside what was written before; the new row's id."""
    who, said = _who(by), line(note, asked="", longest=LONGEST_LINE, contact_ok=contact_ok)
    if status not in STATUSES:
        raise RecordRefused(f"»{status}« er ikke en status. Vælg {listing(STATUSES[:-1])} eller {DROPPED}.")
    with database.write(engine, seen=seen) as session:
        row = session.get(Agreement, agreement)
        meeting = _there(session, row.meeting_id) if row else None
        if row is None or meeting is None:
            raise RecordRefused(f"Der er ingen aftale nr. {agreement}.")
        if not meeting.held_on <= on <= max(today(), meeting.held_on):
            raise RecordRefused(f"Status kan dateres fra mødet den {day(meeting.held_on)} til i dag.")
        _moved(session, agreement, status, on, said)
        return _added(session, AgreementStatus(agreement_id=agreement, status=status, on=on, note=said,
                                               recorded_by=who, recorded_at=_moment(at)))


def close_meeting(engine: Bind, meeting: int, *, month: date, figures: dict[str, Any], document: bytes, by: str,
                  at: datetime | None = None, seen: int | None = None) -> None:
    """Close a meeting for good with the agenda that was shown (``figures``) and the minutes' bytes.

    ``seen`` should be the version the agenda was made from: another write in between refuses the closing (Stale).
    """
    who = _who(by)
    if not figures or not document:
        raise RecordRefused("Mødet kan ikke lukkes uden de viste tal og et referat.")
    with database.write(engine, seen=seen) as session:
        row = _open(session, meeting)
        if row.held_on > (local_date(at) if at else today()):
            raise RecordRefused(f"Mødet er den {day(row.held_on)} og kan først lukkes den dag.")
        row.month, row.figures, row.document = month, figures, document
        row.closed_at, row.closed_by = _moment(at), who


def _who(by: str) -> str:
    return line(by, asked=WHO, longest=LONGEST_LINE, contact_ok=True)


def _moment(at: datetime | None) -> datetime:
    return at or datetime.now(UTC)


def _added(session: Session, row: Any) -> int:
    session.add(row)
    session.flush()
    return int(row.id)


def _standing(session: Session, jobcenter: str, held_on: date) -> DialogueMeeting | None:
    gone = written_samples.withdrawn(session)
    rows = session.exec(select(DialogueMeeting).where(
        DialogueMeeting.jobcenter == jobcenter, DialogueMeeting.held_on == held_on,
        DialogueMeeting.withdrawn_at.is_(None)))  # type: ignore[union-attr]
    return next((row for row in rows if row.sample_id not in gone), None)


def _there(session: Session, meeting: int) -> DialogueMeeting | None:
    row = session.get(DialogueMeeting, meeting)
    return None if row is None or row.sample_id in written_samples.withdrawn(session) else row


def _open(session: Session, meeting: int) -> DialogueMeeting:
    row = _there(session, meeting)
    if row is None or row.withdrawn_at is not None:
        raise RecordRefused("Mødet findes ikke, eller det er aflyst.")
    if row.closed_at is not None:
        raise RecordRefused(CLOSED)
    return row


def _day(session: Session, held_on: date) -> None:
    campaign = session.exec(select(Campaign)).one()
    first, last = meeting_days(campaign.figures_from, campaign.ends)
    if not first <= held_on <= last:
        raise RecordRefused(f"Mødet skal ligge mellem den {day(first)} og den {day(last)}.")
    known = facts.standing(held_on if held_on < today() else None)
    query = select(Figure.jobcenter).join(Upload, Upload.id == Figure.upload_id).where(known)  # type: ignore[arg-type]
    if session.exec(query.limit(1)).first() is None:
        raise RecordRefused(f"Den {day(held_on)} var der endnu ingen tal. Vælg en senere dag.")


def _due(session: Session, held_on: date, due: date | None) -> date:
    if due is None:
        raise RecordRefused(NO_DUE)
    campaign = session.exec(select(Campaign)).one()
    last = meeting_days(campaign.figures_from, campaign.ends)[1]
    if not held_on <= due <= last:
        raise RecordRefused(f"Fristen skal ligge mellem mødet den {day(held_on)} og den {day(last)}.")
    return due


def _moved(session: Session, agreement: int, status: str, on: date, note: str) -> None:
    rows = select(AgreementStatus).where(AgreementStatus.agreement_id == agreement)
    newest = session.exec(rows.order_by(AgreementStatus.on.desc(), AgreementStatus.id.desc())).first()  # type: ignore[attr-defined,union-attr]
    if newest and (newest.status, newest.on, newest.note) == (status, on, note):
        raise RecordRefused("Der er ikke ændret noget i aftalens status.")
