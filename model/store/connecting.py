"""How the two databases are connected to: what each connection is told, and which of them are no longer any good."""

import math
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from model.basics import settings
from model.store.driver_errors import PRIMARY

PAUSE = 0.02  # seconds between two tries
SHORTEST = 2  # seconds that libpq takes for a limit at all
FILE = "file"  # what a connection notes of the file it has open


def embedded(engine: Engine) -> Engine:
    """Give every connection to SQLite what it needs: its own BEGIN, a log that readers read beside, foreign keys."""
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def on_file(engine: Engine, path: Path) -> Engine:
    """Let an engine notice that its file is gone, or another lies in its place.

    A connection goes on with a file that has been moved away, and a new one would make an empty file where there was a
    database: what is saved then is lost in silence.
    """
    known: set[tuple[int, int]] = set()

    def opening(dialect: Dialect, _: ConnectionPoolEntry, arguments: list[Any],
                named: dict[str, Any]) -> DBAPIConnection | None:
        if not known or path.exists():
            return None
        return dialect.connect(f"file:{quote(str(path.absolute()))}?mode=rw", uri=True, **named)  # SQLite refuses it

    def opened(_: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        record.info[FILE] = _identity(path)
        known.update(record.info[FILE])

    def taken(_: DBAPIConnection, record: ConnectionPoolEntry, proxy: object) -> None:
        if record.info[FILE] != _identity(path):
            raise DisconnectionError("the file is another")

    event.listen(engine, "do_connect", opening)
    event.listen(engine, "connect", opened)
    event.listen(engine, "checkout", taken)
    return engine


def _identity(path: Path) -> Sequence[tuple[int, int]]:
    """What tells a file from another that comes by its name; nothing where there is none."""
    try:
        there = path.stat()
    except OSError:
        return ()
    return ((there.st_dev, there.st_ino),)


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


def server_arguments() -> dict[str, Any]:
    """What psycopg is asked for: no waiting for a host that does not answer, and word of one that is gone."""
    limit = max(SHORTEST, math.ceil(settings.load().busy_seconds))
    return {"connect_timeout": limit, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3,
            "fallback_application_name": "fremdrift"}


def limited(engine: Engine) -> Engine:
    """Let PostgreSQL give up by itself on a lock that is not let go of, and on a statement that takes too long."""
    event.listen(engine, "connect", _limits)
    return engine


def _limits(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    given = settings.load()
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = {int(given.busy_seconds * 1000)}")
    cursor.execute(f"SET statement_timeout = {int(given.statement_seconds * 1000)}")
    cursor.close()
    connection.commit()


def take_your_time(connection: Connection) -> None:
    """Lift the limit on statements for the rest of the transaction: it writes or reads all there is."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
