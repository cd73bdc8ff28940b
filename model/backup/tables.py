"""The tables of a database as they are there, at whatever revision: their rows read, written and held together."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection, MetaData, Text, cast, delete, func, insert, select
from sqlalchemy import column as named
from sqlalchemy import table as named_table
from sqlalchemy.sql.expression import TableClause

from model.backup.kinds import Kind, Step, Unfit, Value, kind_of, stored, told
from model.store.database import REVISION

Row = list[Value]
AT_ONCE = 1_000  # rows handed to a driver
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
ROOM = 1 << 128  # for the sum of the rows' digests


class RowRefused(ValueError):
    """A row that does not fit its table, or is not read as it was written. column: None where it is the row itself."""

    def __init__(self, table: str, column: str | None = None) -> None:
        super().__init__(f"{table}.{column}" if column else table)
        self.table, self.column = table, column


@dataclass(frozen=True)
class Table:
    """A table with its columns in their order, and the names of those that are its key."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    key: tuple[str, ...]

    @cached_property
    def names(self) -> list[str]:
        """Of the columns."""
        return [name for name, _ in self.columns]

    @cached_property
    def clause(self) -> TableClause:
        """The table without types: drivers are handed what they store."""
        return named_table(self.name, *map(named, self.names))

    def key_of(self, row: Row) -> tuple[Value, ...]:
        """What tells a row from the others of the table."""
        return tuple(row[self.names.index(name)] for name in self.key)


@dataclass
class Digest:
    """How many rows there are and the sum of their digests: the same in whatever order they come."""

    rows: int = 0
    total: int = 0

    def add(self, row: Row) -> None:
        """Take a row in."""
        self.rows += 1
        self.total = (self.total + int.from_bytes(digest(row), "big")) % ROOM


def digest(row: Row) -> bytes:
    """What tells one content of a row from another, 16 bytes."""
    return hashlib.blake2b(line(row), digest_size=16).digest()


def line(row: Row) -> bytes:
    """A row as a line of JSON, with its end."""
    return ENCODER.encode(row).encode() + b"\n"


def tables(connection: Connection) -> list[Table]:
    """Every table but the one of the revision, those first that others refer to. Raises LookupError (``kind_of``)."""
    there = MetaData()
    there.reflect(connection)
    return [Table(each.name, tuple((column.name, kind_of(column.type)) for column in each.columns),
                  tuple(column.name for column in each.primary_key))
            for each in there.sorted_tables if each.name != REVISION]


def read(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row as a file has it, ordered by key. Raises RowRefused for a value that does not fit its column."""
    server = connection.dialect.name != "sqlite"
    shown = [cast(named(name), Text) if server and kind == "json" else named(name) for name, kind in table.columns]
    query = select(*shown).select_from(table.clause).order_by(*map(named, table.key))
    step = told([kind for _, kind in table.columns])
    for values in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
        yield _fitting(table, step, values)


def _fitting(table: Table, step: Step, values: Sequence[Any]) -> list[Any]:
    try:
        return step(values)
    except Unfit as unfit:
        raise RowRefused(table.name, None if unfit.column is None else table.names[unfit.column]) from unfit


def lay(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    """Write rows into an empty table, read them again and hold them together; how many there are. Raises RowRefused."""
    handed, coming = Digest(), iter(rows)
    step = stored([kind for _, kind in table.columns], embedded=connection.dialect.name == "sqlite")
    while some := list(islice(coming, AT_ONCE)):
        for row in some:
            handed.add(row)
        connection.execute(insert(table.clause), [
            dict(zip(table.names, _fitting(table, step, row), strict=True)) for row in some])
    stands = Digest()
    for row in read(connection, table):
        stands.add(row)
    if stands != handed:
        raise RowRefused(table.name)
    return handed.rows


def clear(connection: Connection, table: Table) -> None:
    """Take every row out of a table."""
    connection.execute(delete(table.clause))


def count(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table.clause)).scalar_one())


def go_on_counting(connection: Connection, table: Table) -> None:
    """Let the numbers that PostgreSQL gives to new rows go on after those that stand; SQLite does so by itself."""
    if connection.dialect.name == "sqlite" or len(table.key) != 1:
        return
    quoted = connection.dialect.identifier_preparer.quote
    name = connection.execute(select(func.pg_get_serial_sequence(quoted(table.name), table.key[0]))).scalar()
    if name is not None:
        highest = connection.execute(select(func.max(named(table.key[0]))).select_from(table.clause)).scalar()
        connection.exec_driver_sql(f"ALTER SEQUENCE {name} RESTART WITH {(highest or 0) + 1}")
