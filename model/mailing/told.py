"""What each user has been told of each jobcenter, so that nothing is sent where nothing has happened since.

A line that was told is a row; what was told at the same moment belongs together. Told is what was noted before it was
sent: a command that is killed on the way sends nothing a second time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlmodel import Session, col, delete, func, select

from model.access import log
from model.access.log import Act
from model.access.viewer import Viewer
from model.store import database, once
from model.store.database import Bind
from model.store.tables.access import LogEntry, NewsSent

How = Literal["file", "mail"]
LATELY = timedelta(days=7)  # for so long a command that was killed is told of
Lines = Mapping[str, tuple[str, ...]]  # by code of a jobcenter what is said of it


def new(session: Session, subject: str, lines: Lines) -> dict[str, tuple[str, ...]]:
    """What is said of those jobcenters alone of which something is said that this user was not told last."""
    known = _told_last(session, subject)
    return {unit: said for unit, said in lines.items() if {once.digest(line) for line in said} - known.get(unit, set())}


def note(engine: Bind, subject: str, lines: Lines, *, how: How) -> tuple[int, ...]:
    """Note that a user is told these lines, before they are sent; the rows' ids, none where another has told them
    meanwhile. Raises DatabaseProblem.
    """
    with database.beside(engine) as session:
        if new(session, subject, lines).keys() != lines.keys():
            return ()
        now = datetime.now(UTC)
        rows = [NewsSent(subject=subject, unit=unit, sent_at=now, digest=once.digest(line), how=how)
                for unit, said in lines.items() for line in said]
        session.add_all(rows)
        session.flush()
        return tuple(row.id for row in rows if row.id is not None)


def take_back(engine: Bind, ids: Iterable[int]) -> None:
    """Take the note of what was certainly not sent away again. Raises DatabaseProblem."""
    with database.beside(engine) as session:
        session.exec(delete(NewsSent).where(col(NewsSent.id).in_(list(ids))))


def log_sent(engine: Bind, viewer: Viewer, subject: str, units: Iterable[str], *, how: How,
             perhaps: bool = False) -> None:
    """Log of which jobcenters a user was sent something new, or perhaps was, and never what. Raises DatabaseProblem."""
    with database.beside(engine) as session:
        for unit in units:
            log.add(session, viewer, Act.SENT_NEWS, unit=unit, about=subject,
                    reason=f"{how}, måske" if perhaps else how)


def broken_off(session: Session, subject: str) -> bool:
    """Whether a user's last news were noted lately, and the command ended before it could say that they were sent."""
    newest = select(func.max(col(NewsSent.sent_at))).where(NewsSent.subject == subject, NewsSent.how == "mail")
    last = session.exec(newest).one()
    if last is None or last < datetime.now(UTC) - LATELY:
        return False
    logged = select(LogEntry.id).where(LogEntry.action == Act.SENT_NEWS.value, LogEntry.about == subject,
                                       col(LogEntry.at) >= last)
    return session.exec(logged.limit(1)).first() is None


def _told_last(session: Session, subject: str) -> dict[str, set[str]]:
    """By code the digests of the lines that a user was told last of a jobcenter."""
    rows = session.exec(select(NewsSent).where(NewsSent.subject == subject).order_by(col(NewsSent.id))).all()
    found: defaultdict[str, dict[datetime, set[str]]] = defaultdict(dict)
    for row in rows:
        found[row.unit].setdefault(row.sent_at, set()).add(row.digest)
    return {unit: list(batches.values())[-1] for unit, batches in found.items()}
