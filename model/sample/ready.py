"""The sample as loading it leaves a database: kept beside its files, so that a first start need not load them.

``make sample`` makes it, and a test holds it against loading. It is kept small: files and minutes lie in it unpacked,
since they have most of their parts in common.
"""

import json
import logging
import lzma
import re
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sqlalchemy import Connection, Engine, MetaData

from model.sample.files import FOLDER, manifest
from model.store import database, seeding

LOG = logging.getLogger(__name__)
NAME = "ready.json.xz"
CONTENT, DOCUMENT = ("upload", "content"), ("dialogue_meeting", "document")
LOADED = (("written_sample", "loaded_at"), ("column_profile", "recorded_at"))  # these say when it was loaded
PACKING = 6  # of an upload's file, as saving packs it
MOMENT = "%Y-%m-%d %H:%M:%S.%f"  # as the tables hold one
Table = dict[str, Any]  # name, columns, rows
ZIPPED = b"PK"  # how a workbook and a Word file begin
ABOUT, MADE = "docProps/core.xml", re.compile(rb"[-\d]{10}T[:\d]{8}Z")  # where a workbook says when it was made
AT = b"1980-01-01T00:00:00Z"  # in place of that, so that the same sample is kept as the same bytes


def keep(engine: Engine, folder: Path = FOLDER) -> Path:
    """Write what an SQLite database has more than a new one, after the sample alone was loaded into it."""
    there = {database.REVISION, *(type(row).__tablename__ for row in (*seeding.rows(), *seeding.plan_rows()))}
    found = MetaData()
    with engine.connect() as connection:
        found.reflect(connection)
        names = [table.name for table in found.sorted_tables if table.name not in there]  # by their foreign keys
        tables = [table for name in names if (table := _told(connection, name))["rows"]]
        kept = {"revision": database.revision(connection), "tables": tables}
    path = folder / NAME
    told = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(lzma.compress(told.encode(), preset=9 | lzma.PRESET_EXTREME))
    return path


def copy(engine: Engine) -> bool:
    """Lay the sample into an SQLite database in which nothing stands, as one transaction.

    False, and nothing is done, where something stands, or what is kept is of other files or for another schema.
    """
    with database.readable(), engine.connect() as connection:
        new = _is_empty(connection, CONTENT[:1])  # what is kept need not be read at any later start
        kept = _fitting(connection) if new else None
    return kept is not None and _lay(engine, kept)


def _fitting(connection: Connection) -> dict[str, Any] | None:
    """What is kept, when it is of these files and for this schema, and nothing stands where it belongs."""
    files, path = {entry.sha256 for entry in manifest()}, FOLDER / NAME
    if not files or not path.exists():
        return None
    try:
        kept: dict[str, Any] = json.loads(lzma.decompress(path.read_bytes()))
    except (lzma.LZMAError, ValueError) as broken:
        LOG.warning("the kept sample cannot be read, so its files are loaded: %s", type(broken).__name__)
        return None
    fits = database.revision(connection) == kept["revision"] and _fingerprints(kept) == files
    return kept if fits and _is_empty(connection, _names(kept)) else None


def _lay(engine: Engine, kept: dict[str, Any]) -> bool:
    with database.write(engine) as session:  # its first statement makes others wait
        connection = session.connection()
        if not _is_empty(connection, _names(kept)):
            return False
        for table in kept["tables"]:
            insert(connection, _restored(table))
    return True


def insert(connection: Connection, table: Table) -> None:
    """The table's rows as they are: no type is turned into another on the way."""
    names = ", ".join(f'"{column}"' for column in table["columns"])
    marks = ", ".join("?" for _ in table["columns"])
    connection.exec_driver_sql(f'INSERT INTO "{table["name"]}" ({names}) VALUES ({marks})',
                               [tuple(row) for row in table["rows"]])


def _fingerprints(kept: dict[str, Any]) -> set[str]:
    """Of the files that were loaded."""
    [uploads] = [table for table in kept["tables"] if table["name"] == CONTENT[0]]
    at = uploads["columns"].index("sha256")
    return {row[at] for row in uploads["rows"]}


def _names(kept: dict[str, Any]) -> list[str]:
    return [table["name"] for table in kept["tables"]]


def _is_empty(connection: Connection, names: Iterable[str]) -> bool:
    return all(connection.exec_driver_sql(f'SELECT 1 FROM "{name}" LIMIT 1').first() is None for name in names)


def _told(connection: Connection, name: str) -> Table:
    """A table without when it was loaded, its files as texts."""
    found = connection.exec_driver_sql(f'SELECT * FROM "{name}"')
    columns = list(found.keys())
    return {"name": name, "columns": columns,
            "rows": [[_unpacked((name, column), value) for column, value in zip(columns, row, strict=True)]
                     for row in found]}


def _unpacked(place: tuple[str, str], value: Any) -> Any:
    if place in LOADED or value is None:
        return None
    if place not in (CONTENT, DOCUMENT):
        return value
    file = _zipped(value, ZIP_STORED) if place == DOCUMENT else _zipped(zlib.decompress(value), ZIP_STORED, at=AT)
    return file.decode("latin-1")  # any byte is a letter of it


def _restored(table: Table) -> Table:
    """The table as it was, loaded now."""
    now = datetime.now(UTC).strftime(MOMENT)
    places = [(table["name"], column) for column in table["columns"]]
    return table | {"rows": [[now if place in LOADED else _packed(place, value)
                              for place, value in zip(places, row, strict=True)] for row in table["rows"]]}


def _packed(place: tuple[str, str], value: Any) -> Any:
    if place not in (CONTENT, DOCUMENT) or value is None:
        return value
    file = _zipped(value.encode("latin-1"), ZIP_DEFLATED)
    return zlib.compress(file, PACKING) if place == CONTENT else file


def _zipped(file: bytes, how: int, *, at: bytes = b"") -> bytes:
    """A workbook's or a Word file's parts in the same order, packed anew; any other file as it is. at: when made."""
    if not file.startswith(ZIPPED):
        return file
    out = BytesIO()
    with ZipFile(BytesIO(file)) as found, ZipFile(out, "w") as packed:
        for part in found.namelist():
            content = MADE.sub(at, found.read(part)) if at and part == ABOUT else found.read(part)
            packed.writestr(ZipInfo(part), content, compress_type=how)
    return out.getvalue()
