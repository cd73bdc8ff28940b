"""A backup is put back: all of it in one transaction, or nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, update
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlmodel import Session, select

from model.access import staying_out
from model.backup.copies import Progress, defer, silent
from model.backup.losing import COUNTER, Loss, is_new, losses
from model.backup.making import one_moment
from model.backup.refusal import BackupRefused
from model.backup.tables import RowRefused, clear, go_on_counting, lay, read, tables
from model.store import connecting, database
from model.store.series import next_series
from model.store.tables.base import DataVersion
from model.store.tables.editions import EditionMissing, PublishedEdition

MOVED = ("Der er gemt noget i databasen, mens det blev undersøgt, hvad der går tabt. Der er ikke ændret noget. "
         "Kør kommandoen igen.")


@dataclass(frozen=True)
class Before:
    """The database that a copy is to be put into. seen: its version; new: nothing was written in it yet."""

    seen: int
    new: bool
    lost: list[Loss]


def look(engine: Engine, copy: Connection) -> Before:
    """What stands in the database, and what of it the copy has not got."""
    with one_moment(engine) as connection:
        new = is_new(connection)
        return Before(_version(connection), new, [] if new else losses(connection, copy))


def put_back(engine: Engine, copy: Connection, *, seen: int, progress: Progress = silent) -> None:
    """Let the database hold what the copy holds and nothing else. Every row is read again before it counts.

    The version moves to the next series, so that every running app reads everything anew; who is out stays out. Raises
    BackupRefused when another has written since ``seen``, or a table takes no part in it; nothing is changed then.
    """
    described = [table for table in tables(copy) if table.name != COUNTER]
    try:
        with database.write(engine, seen=seen) as session:
            connection = session.connection()
            connecting.take_your_time(connection)
            there, out = _published(session), staying_out.now(session)
            defer(connection)
            for table in reversed(described):
                with _allowed(table.name):
                    clear(connection, table)
            for done, table in enumerate(described, start=1):
                with _allowed(table.name):
                    lay(connection, table, read(copy, table))
                    go_on_counting(connection, table)
                progress(done, len(described))
            _miss(session, there)
            staying_out.keep(session, out)
            begins = next_series(_version(copy), _version(connection))
            connection.execute(update(DataVersion).values(n=begins))
    except database.Stale as moved:
        raise BackupRefused(MOVED) from moved


def _published(session: Session) -> dict[tuple[str, int], date]:
    """The month of every edition that the database knows of, by programme and number, those too that it misses."""
    rows = (*session.exec(select(EditionMissing)), *session.exec(select(PublishedEdition)))
    return {(row.programme, row.number): row.month for row in rows}


def _miss(session: Session, there: Mapping[tuple[str, int], date]) -> None:
    """Remember the editions that were published and that the copy has not got: ``publish`` waits for them."""
    session.expire_all()
    known = _published(session)
    session.add_all(EditionMissing(programme=programme, number=number, month=month)
                    for (programme, number), month in there.items() if (programme, number) not in known)
    session.flush()


def _version(connection: Connection) -> int:
    with Session(connection) as session:
        return database.data_version(session)


@contextmanager
def _allowed(table: str) -> Iterator[None]:
    """A table may guard its rows against being taken out: then nothing is put back, and the guard stays."""
    try:
        yield
    except OperationalError:
        raise  # the database is locked or full, and says so itself
    except (SQLAlchemyError, RowRefused) as refused:
        raise BackupRefused(f"Tabellen {table} tager ikke imod kopien: den beskytter sine rækker, eller en række kan "
                            "ikke stå i denne database. Der er ikke ændret noget. Læs kopien ind i en ny, tom database "
                            "(FREMDRIFT_DATABASE_URL).") from refused
