"""What is not kept of people for longer than is needed: files, what they were called, logins, functions and addresses.

Rows stay, and so does every figure and count: what stood in a cell that names somebody is taken out of it.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Table, and_, func, not_, or_, select, update
from sqlmodel import Session, SQLModel, col

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import day, local_date, plural
from model.store import database, seeding
from model.store.database import Bind
from model.store.tables.access import LogEntry, NewsSent, UserState
from model.store.tables.base import Upload
from model.store.tables.typed import table_of

CLEARED = "ryddet"  # stands where something was taken out
NOTHING = zlib.compress(b"", 6)
ABOUT_SOMEBODY = (Act.CHANGED_USER.value, Act.SENT_NEWS.value)  # acts whose entries name a login besides the writer's
WHO = ("by", "subject")  # how the columns end that say who did something
PUBLISHED = "edition"  # how the tables begin that hold what the public was told: it never changes
UNTOUCHED = "Tal, mål, referater og udgivelser er urørte."


@dataclass(frozen=True)
class Went:
    """How many were taken out: stored files, functions that something was written under, users, lines of the log."""

    files: int = 0
    functions: int = 0
    users: int = 0
    entries: int = 0

    @property
    def words(self) -> str:
        """What went, in Danish; »ikke noget« where nothing did."""
        parts = [plural(count, one, many) for count, one, many in (
            (self.files, "gemt fil", "gemte filer"), (self.functions, "funktion", "funktioner"),
            (self.users, "tidligere bruger", "tidligere brugere"),
            (self.entries, "logins navn i loggen", "logins navne i loggen")) if count]
        return ", ".join(parts) or "ikke noget"


def survey(engine: Bind, before: datetime) -> Went:
    """What ``purge`` would take out. Never writes."""
    with database.readable(), Session(engine) as session:
        return Went(_count(session, table_of(Upload), _file(before)),
                    sum(_count(session, table, where) for table, _, where in _functions(before)),
                    _count(session, table_of(UserState), _ended(before)),
                    _count(session, table_of(LogEntry), _entry(before)))


def purge(engine: Bind, viewer: Viewer, before: datetime) -> Went:
    """Take out what is older than ``before``, all of it in one transaction, and log what went. Raises NotAllowed."""
    rights.require(viewer, Action.BACK_UP)
    went = survey(engine, before)
    with database.write(engine) as session:
        for table, column, where in _functions(before):  # before the files lose what they are found by
            _set(session, table, where, {column: CLEARED})
        _set(session, table_of(Upload), _file(before), {"content": NOTHING, "file_name": CLEARED, "left_out": {},
                                                        "corrections": [], "problems": []})
        _set(session, table_of(NewsSent), col(NewsSent.sent_at) < before, {"subject": CLEARED})
        _users(session, before)
        _set(session, table_of(LogEntry), and_(_entry(before), col(LogEntry.action).in_(ABOUT_SOMEBODY)),
             {"about": CLEARED, "reason": CLEARED})
        _set(session, table_of(LogEntry), _entry(before), {"subject": CLEARED, "function": CLEARED})
        log.add(session, viewer, Act.PURGED, about=f"ældre end {day(local_date(before))}: {went.words}")
    return went


def _count(session: Session, table: Table, where: ColumnElement[bool]) -> int:
    return int(session.connection().execute(select(func.count()).select_from(table).where(where)).scalar_one())


def _set(session: Session, table: Table, where: ColumnElement[bool], values: dict[str, object]) -> None:
    session.connection().execute(update(table).where(where).values(values))


def _file(before: datetime) -> ColumnElement[bool]:
    return and_(col(Upload.received_at) < before, col(Upload.file_name) != CLEARED)


def _entry(before: datetime) -> ColumnElement[bool]:
    return and_(col(LogEntry.at) < before, col(LogEntry.subject) != CLEARED)


def _functions(before: datetime) -> Iterator[tuple[Table, str, ColumnElement[bool]]]:
    """Every column of who wrote something, by function and by login, and which rows of it are too old; not what the
    public was told by whom, nor what the declaration itself says.
    """
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            act, _, about = column.name.rpartition("_")
            at = f"{act}_at"
            if about not in WHO or at not in table.columns or table.name.startswith(PUBLISHED):
                continue
            yield table, column.name, and_(table.columns[at] < before, column.is_not(None),
                                           column.not_in((CLEARED, seeding.BY, "")))


def _ended(before: datetime) -> ColumnElement[bool]:
    """The rows of those who are not let in any more, since before then."""
    newest = select(func.max(col(UserState.id))).group_by(col(UserState.subject))
    gone = select(col(UserState.subject)).where(col(UserState.id).in_(newest), not_(col(UserState.active)),
                                                col(UserState.recorded_at) < before)
    return and_(col(UserState.subject).in_(gone), or_(col(UserState.function) != CLEARED,
                                                      col(UserState.email).is_not(None)))


def _users(session: Session, before: datetime) -> None:
    """Each of them under a subject that tells nobody who it was, so that one row does not become another's."""
    rows = session.connection().execute(select(table_of(UserState).c.subject).where(_ended(before)).distinct())
    for number, (subject,) in enumerate(rows.fetchall(), start=1):
        named = f"{CLEARED} {int(datetime.now(UTC).timestamp())}-{number}"
        _set(session, table_of(UserState), col(UserState.subject) == subject,
             {"subject": named, "function": CLEARED, "email": None, "reason": CLEARED})
