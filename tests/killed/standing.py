"""What stands in a database, but for the moments that it was written at: what tells before from after."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from model.backup.archive import opened
from model.backup.refusal import BackupRefused
from model.backup.tables import read, tables
from model.store import database

State = dict[str, list[list[Any]]]


def standing(engine: Engine) -> State:
    """Every row of every table with the revision, moments left out. Fails on a database that is torn."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        state = {table.name: [[value for value, (_, kind) in zip(row, table.columns, strict=True) if kind != "moment"]
                              for row in read(connection, table)] for table in tables(connection)}
        return state | {database.REVISION: [[database.revision(connection)]]}


def is_whole(path: Path) -> bool:
    """Whether a backup that stands there is whole; what does not stand is not torn either."""
    if not path.exists():
        return True
    try:
        with opened(path) as archive:
            return archive.check_parts() > 0
    except BackupRefused:
        return False
