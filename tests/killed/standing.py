"""What stands in a database, but for the moments that it was written at: what tells before from after."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData

from model.backup.archive import opened
from model.backup.refusal import BackupRefused
from model.backup.tables import Row, Table, read, tables
from model.store import database

IN_WORDS = re.compile(r"nr\. \d+")
State = dict[str, list[list[Any]]]
Places = Mapping[str, Mapping[Any, int]]  # of the rows of each table that numbers them, by number


def standing(engine: Engine) -> State:
    """Every row of every table with the revision, moments left out. Fails on a database that is torn.

    A row's number is told by its place: a server gives no number twice, so what was not finished leaves a gap. What
    the log says of numbers in words is left out.
    """
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        described = tables(connection)
        rows = {table.name: list(read(connection, table)) for table in described}
        places = {table.name: {row[table.names.index("id")]: at for at, row in enumerate(rows[table.name])}
                  for table in described if table.key == ("id",)}
        numbered = _numbered(connection)
        state = {table.name: [_plain(table, row, numbered[table.name], places) for row in rows[table.name]]
                 for table in described}
        return state | {database.REVISION: [[database.revision(connection)]]}


def _numbered(connection: Connection) -> dict[str, dict[str, str]]:
    """By table the columns that are a row's number, with the table it is a row of."""
    there = MetaData()
    there.reflect(connection)
    return {each.name: {column.name: key.column.table.name for column in each.columns for key in column.foreign_keys}
            | {"id": each.name} for each in there.sorted_tables}


def _plain(table: Table, row: Row, numbered: Mapping[str, str], places: Places) -> list[Any]:
    return [IN_WORDS.sub("nr.", value) if name == "about" else places.get(numbered.get(name, ""), {}).get(value, value)
            for value, (name, kind) in zip(row, table.columns, strict=True) if kind != "moment"]


def is_whole(path: Path) -> bool:
    """Whether a backup that stands there is whole; what does not stand is not torn either."""
    if not path.exists():
        return True
    try:
        with opened(path) as archive:
            return archive.check_parts() > 0
    except BackupRefused:
        return False
