"""Short ways to back up and put back, to compare databases, and to change what a backup says of itself."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from model.backup import making, restoring
from model.backup.archive import opened
from model.backup.checking import checked
from model.backup.copies import copied
from model.backup.tables import Row, read, tables
from model.intake.examine import examine
from model.intake.saving import apply
from model.snapshot import loading
from model.store import database
from model.store.tables.base import Target
from model.subjects.goals.words.status import status
from tests.viewers import EVERYBODY, named

COUNTER = "data_version"


def rows(engine: Engine) -> dict[str, list[Row]]:
    """Every row of every table but the counter, in an order of ours."""
    with engine.connect() as connection:
        return {table.name: sorted(read(connection, table), key=repr) for table in tables(connection)
                if table.name != COUNTER}


def said(engine: Engine) -> list[dict]:
    """What is said of every month."""
    with Session(engine) as session:
        shot = loading.load(session, EVERYBODY)
    return [status(shot, month) for month in shot.months]


def version(engine: Engine) -> int:
    with Session(engine) as session:
        return database.data_version(session)


def backed_up(engine: Engine, folder: Path, name: str = "kopi.zip") -> Path:
    making.make(engine, folder / name)
    return folder / name


def put_back(path: Path, engine: Engine) -> restoring.Before:
    """The backup put back into a database, whatever stands in it; what was known before."""
    with checked(path, lambda text: None) as found:
        assert found.doubt is None, found.doubt
        return _put_back(found.copy, engine)


def laid(path: Path, engine: Engine) -> restoring.Before:
    """The same without a word on the verdicts, which takes most of the time."""
    with opened(path) as archive, copied(
            archive.manifest.revision, archive.manifest.described, archive.rows) as copy:
        return _put_back(copy, engine)


def _put_back(copy: Connection, engine: Engine) -> restoring.Before:
    before = restoring.look(engine, copy)
    restoring.put_back(engine, copy, seen=before.seen)
    return before


def holds(path: Path) -> list[str]:
    """Everything that holds of a backup. Raises BackupRefused."""
    told: list[str] = []
    with checked(path, told.append) as found:
        return [*told, *([found.doubt] if found.doubt else [])]


def target(engine: Engine, value: int) -> None:
    """Write something."""
    with database.write(engine) as session:
        session.add(Target(part="share", scope="regional", value=value, valid_from=date(2009, 10, 1), source="aftale",
                           reason="prøve", recorded_at=datetime(2011, 2, 1, tzinfo=UTC), recorded_by="prøve"))


def enquiry(engine: Engine) -> int:
    """An upload that disturbs nothing; its number."""
    content = b"Henvendelse nr.;Dato;Jobcenter;Tema\n9901;03-11-2010;Skive;Mentor\n"
    report = examine(engine, "hotline.csv", content, today=date(2011, 3, 1))
    return apply(engine, report, content=content, viewer=named("prøve"), reason="prøve")


def resealed(path: Path, into: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A backup whose parts somebody has changed, with the hash of the whole that it then has."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
        packed.comment = b"fremdrift sha256 " + b"0" * 64
    content = out.getvalue()[:-64]
    into.write_bytes(content + hashlib.sha256(content).hexdigest().encode())
    return into


def manifest(**said: object) -> Callable[[dict[str, bytes]], None]:
    """The change that makes the manifest say something else."""
    def change(parts: dict[str, bytes]) -> None:
        parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | said).encode()
    return change


def part(name: str, made: Callable[[bytes], bytes]) -> Callable[[dict[str, bytes]], None]:
    """The change of a part, with the manifest saying of it what is then so."""
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = made(parts[name])
        about = json.loads(parts["manifest.json"])
        table = name.removeprefix("tables/").removesuffix(".jsonl")
        of_part = about["verdicts"] if name == "verdicts.jsonl" else about["tables"][table]
        of_part |= {"sha256": hashlib.sha256(parts[name]).hexdigest(), "rows": parts[name].count(b"\n")}
        parts["manifest.json"] = json.dumps(about).encode()
    return change
