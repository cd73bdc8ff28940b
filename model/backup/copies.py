"""A copy of the rows in a database of this process alone, grown to the newest revision: what is tried before it counts.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError

from model.backup.refusal import ANOTHER, BackupRefused
from model.backup.tables import Row, RowRefused, Table, lay, tables
from model.store import database, seeding

Progress = Callable[[int, int], None]


def silent(done: int, of: int) -> None:
    """Tell nobody how far it is."""


@contextmanager
def copied(revision: str, described: Sequence[Table], rows: Callable[[Table], Iterable[Row]],
           progress: Progress = silent) -> Iterator[Connection]:
    """A transaction on the copy, which is gone afterwards. ``described``: the tables that the rows are of.

    Raises BackupRefused where the revision has other tables, or the rows break the rules of theirs.
    """
    engine = database.passing()
    try:
        database.lay_out(engine, revision)
        try:
            with database.readable(), engine.begin() as connection:
                _fill(connection, revision, described, rows, progress)
        except (IntegrityError, DataError) as wrong:
            raise BackupRefused(f"Rækkerne bryder databasens regler. {ANOTHER}") from wrong
        seeding.migrate(engine)
        with engine.connect() as connection, connection.begin():
            yield connection
    finally:
        engine.dispose()


def _fill(connection: Connection, revision: str, described: Sequence[Table], rows: Callable[[Table], Iterable[Row]],
          progress: Progress) -> None:
    there = {table.name: table for table in tables(connection)}
    if {table.name: set(table.columns) for table in described} != {
            name: set(table.columns) for name, table in there.items()}:
        raise BackupRefused(f"Tabellerne er ikke dem, som revision {revision} af databasen har. {ANOTHER}")
    defer(connection)
    known = {table.name: table for table in described}
    for done, name in enumerate(there, start=1):
        try:
            lay(connection, known[name], rows(known[name]))
        except (RowRefused, ValueError) as wrong:
            raise BackupRefused(f"En række i tabellen {name} kan ikke læses, som den står. {ANOTHER}") from wrong
        progress(done, len(there))


def defer(connection: Connection) -> None:
    """Let rows refer to others of their table that come later; a server asks for it where it is meant to be so."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
