"""What people write of agreements: made at an open meeting, mended or withdrawn there, and followed up by date.

While its meeting is open an agreement is mended in its place and withdrawn by a mark. Once the minutes lie fast, what
was written wrong gets a new line that says so. ``at``, ``seen``, ``once`` and ``engine`` as in
``model.writing.meetings``.
"""

from datetime import date, datetime

from sqlmodel import Session, col, select

from model.access import rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day, listing, local_date, today
from model.basics.free_text import RecordRefused, line
from model.store import database
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.meetings import Agreement, AgreementStatus, DialogueMeeting
from model.writing.meetings import LONGEST_LINE, added, days_of, logged, moment_of, standing, still_open, writer

AGREED, UNDER_WAY, DONE, DROPPED = STATUSES = ("aftalt", "i gang", "opfyldt", "bortfaldet")
NO_DUE = "Vælg en frist. En aftale uden frist kan ingen følge op på."
WITHDRAWN_MEANWHILE = "Aftalen er trukket tilbage imens."
MENDED, WITHDRAWN = "rettet efter mødet, se den nye linje", "trukket tilbage efter mødet"
QUOTED = 120  # characters of an agreement's text that are quoted in the line that mends it


def agree(engine: Bind, meeting: int, *, text: str, responsible: str, due: date | None, viewer: Viewer,
          contact_ok: bool = False, at: datetime | None = None, seen: int | None = None,
          once: Once | None = None) -> int:
    """Write what is agreed, which function does it and by when; the id. An agreement without a due date is refused."""
    who = writer(viewer)
    said, function = _said(text, responsible, contact_ok=contact_ok)
    with database.write(engine, seen=seen, once=once) as session:
        row = still_open(session, meeting, viewer)
        made = Agreement(meeting_id=meeting, text=said, responsible=function, due=_due(session, row, due),
                         recorded_by=who, recorded_at=moment_of(at))
        return logged(session, viewer, Act.AGREED, row.unit, added(session, made), "ny")


def mend(engine: Bind, agreement: int, *, text: str, responsible: str, due: date | None, viewer: Viewer,
         contact_ok: bool = False, at: datetime | None = None, seen: int | None = None,
         once: Once | None = None) -> int:
    """Write an agreement as it should have been, and return the new one's id.

    It takes the old one's place while the meeting is open. Afterwards the old one is dropped, and both say so.
    """
    who, when = writer(viewer), moment_of(at)
    said, function = _said(text, responsible, contact_ok=contact_ok)
    with database.write(engine, seen=seen, once=once) as session:
        row, meeting = _to_change(session, agreement, viewer)
        wish = (said, function, _due(session, meeting, due))
        if wish == (row.text, row.responsible, row.due):
            raise RecordRefused("Der er ikke ændret noget i aftalen.")
        mended = added(session, Agreement(meeting_id=row.meeting_id, text=said, responsible=function, due=wish[2],
                                          replaces=row.id, recorded_by=who, recorded_at=when))
        if meeting.closed_at is not None:
            _status(session, agreement, DROPPED, MENDED, by=who, when=when)
            _status(session, mended, AGREED, f"retter »{_quoted(row.text)}«", by=who, when=when)
        return logged(session, viewer, Act.AGREED, meeting.unit, mended, f"retter nr. {agreement}")


def withdraw(engine: Bind, agreement: int, *, viewer: Viewer, at: datetime | None = None, seen: int | None = None,
             once: Once | None = None) -> None:
    """Take an agreement back: gone while the meeting is open, afterwards dropped with a line that says so."""
    who, when = writer(viewer), moment_of(at)
    with database.write(engine, seen=seen, once=once) as session:
        row, meeting = _to_change(session, agreement, viewer)
        if meeting.closed_at is not None:
            _status(session, agreement, DROPPED, WITHDRAWN, by=who, when=when)
        else:
            row.withdrawn_at, row.withdrawn_by = when, who
        logged(session, viewer, Act.AGREED, meeting.unit, agreement, "trukket tilbage")


def record_status(engine: Bind, agreement: int, *, status: str, on: date, viewer: Viewer,
                  note: str = "", contact_ok: bool = False, at: datetime | None = None, seen: int | None = None,
                  once: Once | None = None) -> int:
    """Write how far an agreement was on a day, beside what was written before; the new row's id."""
    who, said = writer(viewer), line(note, asked="", longest=LONGEST_LINE, contact_ok=contact_ok)
    if status not in STATUSES:
        raise RecordRefused(f"»{status}« er ikke en status. Vælg {listing(STATUSES[:-1])} eller {DROPPED}.")
    with database.write(engine, seen=seen, once=once) as session:
        row, meeting = _known(session, agreement, viewer)
        if row.withdrawn_at is not None:
            raise RecordRefused(WITHDRAWN_MEANWHILE)
        if not meeting.held_on <= on <= max(today(), meeting.held_on):
            raise RecordRefused(f"Status kan dateres fra mødet den {day(meeting.held_on)} til i dag.")
        _moved(session, agreement, status, on, said)
        logged(session, viewer, Act.AGREED, meeting.unit, agreement, "status")
        return added(session, AgreementStatus(agreement_id=agreement, status=status, on=on, note=said, recorded_by=who,
                                              recorded_at=moment_of(at)))


def _said(text: str, responsible: str, *, contact_ok: bool) -> tuple[str, str]:
    return (line(text, asked="Skriv, hvad der er aftalt.", longest=LONGEST_LINE, contact_ok=contact_ok),
            line(responsible, asked="Skriv, hvilken funktion der er ansvarlig.", longest=LONGEST_LINE,
                 contact_ok=contact_ok))


def _known(session: Session, agreement: int, viewer: Viewer) -> tuple[Agreement, DialogueMeeting]:
    """The agreement and its meeting. Raises RecordRefused for one that is not there or no longer stands, NotAllowed."""
    row = session.get(Agreement, agreement)
    meeting = standing(session, row.meeting_id) if row else None
    if row is None or meeting is None:
        raise RecordRefused(f"Der er ingen aftale nr. {agreement}.")
    rights.require(viewer, Action.WRITE, meeting.unit)
    return row, meeting


def _to_change(session: Session, agreement: int, viewer: Viewer) -> tuple[Agreement, DialogueMeeting]:
    """The same for one that is to be mended or withdrawn, which nobody has done before."""
    row, meeting = _known(session, agreement, viewer)
    mended = session.exec(select(Agreement.id).where(Agreement.replaces == agreement)).first() is not None
    if row.withdrawn_at is not None or mended:
        raise RecordRefused("Aftalen er rettet eller trukket tilbage imens. Se efter, hvordan den lyder nu.")
    if meeting.closed_at is not None and _newest(session, agreement, (DROPPED, WITHDRAWN)):
        raise RecordRefused("Aftalen er allerede trukket tilbage.")
    return row, meeting


def _newest(session: Session, agreement: int, said: tuple[str, str]) -> bool:
    """Whether the status that holds is ``said``: status and note."""
    found = _holding(session, agreement)
    return found is not None and (found.status, found.note) == said


def _holding(session: Session, agreement: int) -> AgreementStatus | None:
    rows = select(AgreementStatus).where(AgreementStatus.agreement_id == agreement)
    return session.exec(rows.order_by(col(AgreementStatus.on).desc(), col(AgreementStatus.id).desc())).first()


def _status(session: Session, agreement: int, status: str, note: str, *, by: str, when: datetime) -> None:
    session.add(AgreementStatus(agreement_id=agreement, status=status, on=local_date(when), note=note, recorded_by=by,
                                recorded_at=when))


def _quoted(text: str) -> str:
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rstrip()} …"


def _due(session: Session, meeting: DialogueMeeting, due: date | None) -> date:
    if due is None:
        raise RecordRefused(NO_DUE)
    last = days_of(session, meeting.unit)[1]
    if not meeting.held_on <= due <= last:
        raise RecordRefused(f"Fristen skal ligge mellem mødet den {day(meeting.held_on)} og den {day(last)}.")
    return due


def _moved(session: Session, agreement: int, status: str, on: date, note: str) -> None:
    newest = _holding(session, agreement)
    if newest and (newest.status, newest.on, newest.note) == (status, on, note):
        raise RecordRefused("Der er ikke ændret noget i aftalens status.")
