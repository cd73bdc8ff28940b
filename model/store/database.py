"""The engine, migrations and the one guarded way to write."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, col, create_engine, select

from model.basics import settings
from model.basics.refusal import NotDone
from model.store import once as one_time
from model.store.connecting import embedded, limited, on_file, server_arguments, take_your_time
from model.store.driver_errors import BUSY, PRIMARY, code, explain, is_lost
from model.store.once import Once
from model.store.tables.base import DataVersion

MIGRATIONS = Path(__file__).parent / "migrations"
REVISION = "alembic_version"  # the table that holds where a database stands
Bind = Engine | Connection
MIGRATING = 0x46524D44  # the lock that those who migrate a server's database take in turns: any number of our own
LOG = logging.getLogger(__name__)


class DatabaseProblem(NotDone):
    """The database cannot be used as it is; the text is Danish and says what to do."""


class PerhapsDone(DatabaseProblem):
    """The connection broke while a write was made for good: it stands or it does not, and the next try will know."""

    def __init__(self) -> None:
        super().__init__("Forbindelsen til databasen blev afbrudt, netop som der blev gemt, så det er uvist, om det "
                         "nåede frem. Prøv igen om lidt: det, der allerede er gemt, bliver ikke gemt én gang til.")


class Stale(NotDone):
    """Somebody else has written since the state this change was checked against."""

    def __init__(self) -> None:
        super().__init__("Indlæst af en anden, mens du kontrollerede filen. "
                         "Kontrollér igen for at se, hvad der nu ændres.")


def create(url: str | None = None) -> Engine:
    """An engine for ``url`` (default: the setting), whose connections are as ``connecting`` says. Opens nothing yet."""
    chosen = make_url(url or settings.load().database_url)
    if not chosen.drivername.startswith("sqlite"):
        return limited(create_engine(chosen, pool_pre_ping=True, connect_args=server_arguments()))
    engine = embedded(create_engine(chosen, connect_args={"timeout": settings.load().busy_seconds}))
    if not chosen.database or chosen.database == ":memory:":
        return engine
    _make_folder(Path(chosen.database).parent)
    return engine if "uri" in chosen.query else on_file(engine, Path(chosen.database))


def passing() -> Engine:
    """An empty SQLite database of one connection, on disk where it grows, that is gone with it, however it ends."""
    alone = partial(sqlite3.connect, "", check_same_thread=False)
    return embedded(create_engine("sqlite://", creator=alone, poolclass=StaticPool))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseProblem("Mappen til databasen kan ikke oprettes. "
                              "Giv adgang til den, eller vælg en anden i FREMDRIFT_DATABASE_URL.") from error


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
            _alone(connection)
            take_your_time(connection)
            # another process may have done it while this one waited, and others wait for this one
            return False if _is_newest(connection) else _upgrade(connection, seed)


def _alone(connection: Connection) -> None:
    """Take the lock that others who migrate wait for, before anything is read."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version = 0")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")


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
        return _erase_on_a_server(engine)
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


def _erase_on_a_server(engine: Engine) -> bool:
    with readable(), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.detach()  # nobody else takes it over without the limit
        connection.exec_driver_sql("SET statement_timeout = 0")
        try:
            connection.exec_driver_sql("VACUUM (FULL)")
        except OperationalError as error:
            if explain(error) != BUSY:
                raise
            return False
        return True


@contextmanager
def readable() -> Iterator[None]:
    """Turn the driver's errors into a DatabaseProblem a person can act on; others pass through."""
    try:
        yield
    except SQLAlchemyError as error:
        text = explain(error)
        if text is None:
            raise
        LOG.warning("the database refused: %s", code(error))  # nothing of what was written
        raise DatabaseProblem(text) from error


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
    Raises Stale when another write came between, DatabaseProblem when the database refuses (PerhapsDone where nobody
    can know whether it stands), AlreadyWritten and PerhapsWritten for a key that has been used and a content that has
    been written (``model.store.once``).
    """
    ends = False
    try:
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
            session.flush()
            ends = True
    except DatabaseProblem as problem:
        if ends and is_lost(problem.__cause__):
            raise PerhapsDone from problem
        raise
