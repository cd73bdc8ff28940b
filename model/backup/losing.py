"""What a database has and a copy has not: it would be lost if the copy were put in its place."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from model.backup.tables import Table, count, digest, read, tables
from model.basics.formatting import day, listing, month_long, number, plural
from model.programmes.current import PROGRAMME
from model.store import seeding
from model.store.tables.base import DataVersion, Upload
from model.store.tables.meetings import DialogueMeeting
from model.store.tables.typed import table_of

COUNTER = table_of(DataVersion).name  # moves with every write, and is nobody's
EDITIONS = "edition"  # how the names of the tables begin that hold what the public was told
NAMED = 20  # of a kind, until the rest are counted
Named = Callable[[Mapping[str, Any]], str]


@dataclass
class Loss:
    """Of one table: how many rows the copy has not got as they are, and the names of those that have one: gone,
    or otherwise in the copy.
    """

    table: str
    rows: int = 0
    gone: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)


def is_new(connection: Connection) -> bool:
    """Whether a database has no more than a new one begins with."""
    begins = Counter(table_of(type(row)).name for row in (*seeding.rows(), *seeding.plan_rows()))
    return all(count(connection, table) == begins[table.name] for table in tables(connection))


def losses(now: Connection, copy: Connection) -> list[Loss]:
    """By table what would be lost, where anything would."""
    each = [_loss(now, copy, table) for table in tables(copy) if table.name != COUNTER]
    return [loss for loss in each if loss.rows]


def _loss(now: Connection, copy: Connection, table: Table) -> Loss:
    loss, kind = Loss(table.name), _kind(table)
    kept = {digest(row) for row in read(copy, table)}
    keys = {table.key_of(row) for row in read(copy, table)} if kind else set()
    for row in read(now, table):
        if digest(row) in kept:
            continue
        loss.rows += 1
        if kind:
            names = loss.otherwise if table.key_of(row) in keys else loss.gone
            names.append(kind[2](dict(zip(table.names, row, strict=True))))
    return loss


def sentences(lost: list[Loss]) -> Iterator[str]:
    """In Danish: uploads, meetings and editions by name, the rows of other tables by their number."""
    for loss in lost:
        for names, becomes in ((loss.gone, "går tabt"), (loss.otherwise, "bliver igen som i kopien")):
            if names:
                one, many, _ = KINDS[EDITIONS if loss.table.startswith(EDITIONS) else loss.table]
                yield f"{plural(len(names), one, many)} {becomes}: {_listed(names)}."
    others = [f"{loss.table} ({number(loss.rows)})" for loss in lost if not loss.gone and not loss.otherwise]
    if others:
        yield f"Rækker i andre tabeller, der går tabt eller bliver igen som i kopien: {listing(others)}."


def _listed(names: list[str]) -> str:
    return listing([*names[:NAMED], *([f"{number(len(names) - NAMED)} til"] if len(names) > NAMED else [])])


def _upload(row: Mapping[str, Any]) -> str:
    return f"nr. {row['id']} ({row['file_name']}, modtaget {day(datetime.fromisoformat(row['received_at']))})"


def _meeting(row: Mapping[str, Any]) -> str:
    names = {unit.code: unit.name for unit in PROGRAMME.units}
    unit = row["jobcenter"] or row["project"]
    return f"{names.get(unit, unit)} {day(date.fromisoformat(row['held_on']))}"


def _edition(row: Mapping[str, Any]) -> str:
    month = row.get("month")
    return f"nr. {row.get('number', row['id'])}" + (f" ({month_long(date.fromisoformat(month))})" if month else "")


KINDS: Mapping[str, tuple[str, str, Named]] = {
    table_of(Upload).name: ("indlæsning", "indlæsninger", _upload),
    table_of(DialogueMeeting).name: ("dialogmøde", "dialogmøder", _meeting),
    EDITIONS: ("udgivelse", "udgivelser", _edition)}


def _kind(table: Table) -> tuple[str, str, Named] | None:
    """How a table's rows are named; of the tables of editions only the one that numbers them."""
    if table.name.startswith(EDITIONS):
        return KINDS[EDITIONS] if table.key == ("id",) else None
    return KINDS.get(table.name)
