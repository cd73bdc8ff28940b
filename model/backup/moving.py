"""A database is moved: every row of one is put into another that is empty, and both are read again and held together.
"""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from model.backup import restoring
from model.backup.copies import Progress, copied, silent
from model.backup.losing import COUNTER
from model.backup.making import one_moment
from model.backup.refusal import BackupRefused
from model.backup.tables import Table, line, read, tables
from model.store import database, seeding

IN_USE = ("Databasen, der skal flyttes til, er ikke tom. Der er ikke ændret noget. Flyt til en ny, tom database, eller "
          "læg en sikkerhedskopi oven i med »python -m model restore«.")
NOT_OURS = "Der er ingen af Fremdrifts tabeller i den database, der skal flyttes fra. Der er ikke ændret noget."
WRITTEN = ("Der er gemt noget i den gamle database, mens den blev flyttet, og det er ikke kommet med. Stop Fremdrift, "
           "opret en ny, tom database, og flyt igen.")
DIFFERENT = ("Tabellen {} er ikke den samme i de to databaser, når de læses igen. Brug ikke den nye. Den gamle er, som "
             "den var.")


@dataclass(frozen=True)
class Moved:
    """What was moved. sha256: of all its rows, table by table, the same in both databases."""

    tables: int
    rows: int
    sha256: str


def move(source: Engine, target: Engine, progress: Progress = silent) -> Moved:
    """Put every row of ``source`` into ``target``, which must be empty or not there yet. The source is only read.

    The rows of an earlier revision are grown on the way. Raises BackupRefused, also where the two are not the same
    afterwards, and DatabaseProblem.
    """
    with one_moment(source) as connection:
        revision = database.revision(connection)
        if revision not in database.revisions():
            raise BackupRefused(NOT_OURS)
        seen = _version(connection)
        seeding.migrate(target)
        with copied(revision, tables(connection), lambda table: read(connection, table), progress) as copy:
            before = restoring.look(target, copy)
            if not before.new:
                raise BackupRefused(IN_USE)
            restoring.put_back(target, copy, seen=before.seen, progress=progress)
            moved = _held_together(copy, target)
    with one_moment(source) as connection:
        if _version(connection) != seen:
            raise BackupRefused(WRITTEN)
    return moved


def _version(connection: Connection) -> int:
    with Session(connection) as session:
        return database.data_version(session)


def _held_together(copy: Connection, target: Engine) -> Moved:
    """Both read again, row for row. Raises BackupRefused naming the first table that differs."""
    described, rows, whole = [table for table in tables(copy) if table.name != COUNTER], 0, hashlib.sha256()
    with one_moment(target) as there:
        for table in described:
            digests = _digests(table, copy)
            if digests != _digests(table, there):
                raise BackupRefused(DIFFERENT.format(table.name))
            rows += len(digests)
            whole.update(b"".join(digests))
    return Moved(len(described), rows, whole.hexdigest())


def _digests(table: Table, connection: Connection) -> list[bytes]:
    """The SHA-256 of every row, sorted: the two databases have texts in different orders."""
    return sorted(hashlib.sha256(line(row)).digest() for row in read(connection, table))
