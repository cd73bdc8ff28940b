"""The engine, migrations and the one guarded way to write."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from sqlalchemy import Connection, Engine, event, inspect, update
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool
from sqlmodel import Session, col, create_engine, select

from model.basics import settings
from model.basics.refusal import NotDone
from model.store import once as one_time
from model.store.once import Once
from model.store.tables.base import DataVersion

MIGRATIONS = Path(__file__).parent / "migrations"
REVISION = "alembic_version"  # the table that holds where a database stands
Bind = Engine | Connection
PAUSE = 0.02  # seconds between two tries
PRIMARY = 0xFF  # the part of an SQLite error code that the extended ones share


class DatabaseProblem(NotDone):
    """The database cannot be used as it is; the text is Danish and says what to do."""


class Stale(NotDone):
    """Somebody else has written since the state this change was checked against."""

    def __init__(self) -> None:
        super().__init__("Indlæst af en anden, mens du kontrollerede filen. "
                         "Kontrollér igen for at se, hvad der nu ændres.")


def create(url: str | None = None) -> Engine:
    """An engine for ``url`` (default: the setting), with the PRAGMAs SQLite needs. Opens nothing yet."""
    chosen = make_url(url or settings.load().database_url)
    if not chosen.drivername.startswith("sqlite"):
        return create_engine(chosen)
    if chosen.database and chosen.database != ":memory:":
        _make_folder(Path(chosen.database).parent)
    return _embedded(create_engine(chosen, connect_args={"timeout": settings.load().busy_seconds}))


def passing() -> Engine:
    """An empty SQLite database of one connection, on disk where it grows, that is gone with it, however it ends."""
    alone = partial(sqlite3.connect, "", check_same_thread=False)
    return _embedded(create_engine("sqlite://", creator=alone, poolclass=StaticPool))


def _embedded(engine: Engine) -> Engine:
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseProblem("Mappen til databasen kan ikke oprettes. "
                              "Giv adgang til den, eller vælg en anden i FREMDRIFT_DATABASE_URL.") from error


def _pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late to cover a CREATE TABLE
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={int(settings.load().busy_seconds * 1000)}")
    _log_ahead(cursor, settings.load().busy_seconds)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA cache_size=-32000")  # 32 MB: a year of figures fits, and a large file saves twice as fast
    cursor.close()


def _log_ahead(cursor: DBAPICursor, longest: float) -> None:
    """Let readers go on beside a writer. SQLite itself does not wait here while another makes the file."""
    until = time.monotonic() + longest
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(PAUSE)


def migrate(engine: Engine, *, seed: Callable[[Session], None] | None = None) -> bool:
    """Bring the schema to the newest revision; True when the database was empty before.

    ``seed`` adds the rows that a new schema, or a new table of it, starts with. One transaction: a process killed on
    the way leaves the database as it was.
    Raises DatabaseProblem for a damaged, foreign, newer, locked or read-only database.
    """
    with readable():
        with engine.connect() as connection:
            if _is_newest(connection):
                return False
        with engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA user_version = 0")  # takes the write lock before anything is read
            # another process may have done it while this one waited, and others wait for this one
            return False if _is_newest(connection) else _upgrade(connection, seed)


def _is_newest(connection: Connection) -> bool:
    return revision(connection) == max(revisions())


def revision(connection: Connection) -> str | None:
    """The revision a database is at; None before the first."""
    if not inspect(connection).has_table(REVISION):
        return None
    return connection.exec_driver_sql(f"SELECT version_num FROM {REVISION}").scalar()


@cache
def revisions() -> frozenset[str]:
    """The revisions there are, by the names of their files: a process that migrates nothing needs no more of them."""
    return frozenset(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _upgrade(connection: Connection, seed: Callable[[Session], None] | None) -> bool:
    before = revision(connection)
    if before is None and set(inspect(connection).get_table_names()) - {REVISION}:
        raise DatabaseProblem("Databasen hører til et andet program: den har tabeller, som Fremdrift ikke kender. "
                              "Der er ikke ændret noget. Vælg en anden fil i FREMDRIFT_DATABASE_URL.")
    if before is not None and before not in revisions():
        raise DatabaseProblem("Databasen er lavet af en nyere udgave af Fremdrift. "
                              "Der er ikke ændret noget. Opdatér programmet, og prøv igen.")
    _grow(connection, "head")
    if seed is not None:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            seed(session)
            session.commit()
    return before is None


def _grow(connection: Connection, to: str) -> None:
    from alembic import command  # takes longer than all the rest of a start, and most starts have nothing to migrate
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def lay_out(engine: Engine, to: str) -> None:
    """Give an empty database the schema of one of the ``revisions``, without a row in it."""
    with readable(), engine.begin() as connection:
        _grow(connection, to)


def erase_deleted(engine: Engine) -> bool:
    """Write the database's files anew without what has been deleted from them; False when others hold it open.

    A row that is replaced stays readable in the file until its page is used again, and in the log until it is emptied.
    """
    if engine.dialect.name != "sqlite":
        with readable(), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM (FULL) upload, column_profile")
        return True
    with readable(), engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        cursor = driver.cursor()
        try:
            cursor.execute("VACUUM")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & PRIMARY not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise OperationalError("VACUUM", None, error) from error
            return False
        return not busy


@contextmanager
def readable() -> Iterator[None]:
    """Turn the driver's errors into a DatabaseProblem a person can act on; others pass through."""
    try:
        yield
    except SQLAlchemyError as error:
        text = explain(error)
        if text is None:
            raise
        raise DatabaseProblem(text) from error


def explain(error: SQLAlchemyError) -> str | None:
    """The Danish text for a driver's error; None when it is not about the database's state."""
    said = str(getattr(error, "orig", error)).lower()
    for sign, text in (
        ("locked", "Databasen er optaget af et andet program. Der er ikke gemt noget. Vent lidt, og prøv igen."),
        ("readonly", "Databasen er skrivebeskyttet. Der er ikke gemt noget. Giv skriveadgang til filen og dens mappe."),
        ("read-only", "Databasen er skrivebeskyttet. Der er ikke gemt noget. Giv skriveadgang til den."),
        ("full", "Disken er fuld. Der er ikke gemt noget. Skaf plads, og prøv igen."),
        ("not a database", "Filen er ikke en database, som Fremdrift kan læse. Den er ikke ændret. "
                           "Vælg en anden fil i FREMDRIFT_DATABASE_URL."),
        ("malformed", "Databasen er beskadiget. Der er ikke ændret noget. Hent en sikkerhedskopi frem."),
        ("unable to open", "Databasen kan ikke åbnes. Kontrollér, at mappen findes, og at der er adgang til den."),
        ("connection", "Der er ingen forbindelse til databasen. Kontrollér adressen i FREMDRIFT_DATABASE_URL."),
    ):
        if sign in said and isinstance(error, OperationalError | DatabaseError):
            return text
    return None


VERSION = select(col(DataVersion.n)).where(col(DataVersion.id) == 1)  # asked at every run, so it is put together once


def data_version(session: Session) -> int:
    """The counter that every write moves."""
    return int(session.connection().execute(VERSION).scalar_one())


@contextmanager
def beside(engine: Bind) -> Iterator[Session]:
    """One transaction of what no figure rests on, as the log and the users: the version stays as it is, so no form that
    somebody has begun is out of date, and no page is made anew.

    It waits for other writes, and they for it. Raises DatabaseProblem when the database refuses.
    """
    with readable(), Session(engine) as session, session.begin():
        session.connection().execute(update(DataVersion).values(n=DataVersion.n))  # takes the lock before it reads
        yield session


@contextmanager
def write(engine: Bind, *, seen: int | None = None, once: Once | None = None) -> Iterator[Session]:
    """One transaction that first moves the data version: all of it happens, or nothing.

    On a connection whose transaction has begun it is part of that one. ``seen`` is the version the change was
    checked against; None takes the version as it is now. ``once`` is used up with it.
    Raises Stale when another write came between, DatabaseProblem when the database refuses, AlreadyWritten and
    PerhapsWritten for a key that has been used and a content that has been written (``model.store.once``).
    """
    with readable(), Session(engine) as session, session.begin():
        move = update(DataVersion).values(n=DataVersion.n + 1)
        if seen is not None:
            move = move.where(col(DataVersion.n) == seen)
        moved = session.connection().execute(move).rowcount == 1
        if once is not None:
            one_time.begin(session, once)  # before Stale: the write that moved the version may be this very one
        if not moved:
            raise Stale
        yield session
        if once is not None:
            one_time.end(session, once)
