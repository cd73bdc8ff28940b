"""The log of who did what, when, from where and why. An entry is written in the transaction of the act itself.

It is about acts and never about what figures say: no number of persons and no text that somebody wrote stands in it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from model.access.viewer import Origin, Viewer
from model.store import database, facts
from model.store.database import Bind
from model.store.tables.access import LogEntry

MOST = 1_000  # entries that are listed at a time


class Act(StrEnum):
    """What was done, as the log names it."""

    SIGNED_IN = "loggede ind"
    SIGNED_OUT = "loggede ud"
    UPLOADED = "indlæste"
    UNDID = "fortrød indlæsning"
    CLEARED = "ryddede eksempeldata"
    SET_TARGET = "ændrede mål"
    PLANNED = "ændrede planen"
    GROUPED = "ændrede klynger"
    CLOSED_UNIT = "ændrede jobcentres deltagelse"
    MET = "skrev om møde"
    AGREED = "skrev om aftale"
    TOLD_STORY = "skrev historie"
    REMINDED = "skrev om rykker"
    APPROVED = "godkendte tal"
    UNAPPROVED = "tog godkendelse tilbage"
    PUBLISHED = "udgav"
    WITHDREW = "trak udgivelse tilbage"
    READ_BACK = "læste udgivelser tilbage"
    EXPORTED = "hentede"
    SENT_NEWS = "sendte nyt"
    CHANGED_USER = "ændrede adgang"
    TURNED_NEWS = "slog nyt på mail til eller fra"
    CHANGED_TOKEN = "ændrede afsendernøgle"
    BACKED_UP = "tog sikkerhedskopi"
    RESTORED = "læste sikkerhedskopi ind"
    MOVED = "flyttede databasen hertil"
    PURGED = "ryddede op"


@dataclass(frozen=True)
class Wanted:
    """Which entries are wanted: of these days (Copenhagen), of this subject, act and unit; None: of any."""

    first: date | None = None
    last: date | None = None
    subject: str | None = None
    act: Act | None = None
    unit: str | None = None


def add(session: Session, viewer: Viewer, act: Act, *, unit: str = "", about: object = "", reason: str = "",
        at: datetime | None = None) -> None:
    """Write an entry in the transaction of what was done. about: its number, its name or its month; never a figure.

    Nobody has done what the invented sample tells of.
    """
    if viewer.origin is Origin.SAMPLE:
        return
    session.add(LogEntry(at=at or datetime.now(UTC), subject=viewer.subject, function=viewer.function, action=act.value,
                         unit=unit, about=str(about), origin=viewer.origin.value, reason=reason))


def note(engine: Bind, viewer: Viewer, act: Act, *, unit: str = "", about: object = "", reason: str = "") -> None:
    """Write an entry of what writes nothing else, as that somebody signed in or took a file with them."""
    with database.beside(engine) as session:
        add(session, viewer, act, unit=unit, about=about, reason=reason)


def entries(session: Session, wanted: Wanted, *, most: int | None = MOST) -> list[LogEntry]:
    """The entries that are wanted, newest first, and no more than ``most`` of them."""
    query = select(LogEntry).order_by(col(LogEntry.at).desc(), col(LogEntry.id).desc())
    if wanted.first is not None:
        query = query.where(col(LogEntry.at) >= facts.start_of(wanted.first))
    if wanted.last is not None:
        query = query.where(col(LogEntry.at) < facts.end_of(wanted.last))
    for column, value in ((LogEntry.subject, wanted.subject), (LogEntry.unit, wanted.unit),
                          (LogEntry.action, wanted.act and wanted.act.value)):
        if value is not None:
            query = query.where(col(column) == value)
    return list(session.exec(query if most is None else query.limit(most)))


def subjects(session: Session) -> list[str]:
    """Everybody whom the log tells of, by subject."""
    return list(session.exec(select(LogEntry.subject).distinct().order_by(LogEntry.subject)))
