"""Fills an empty database with the sample data, as uploads received when their invented senders sent them."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Engine
from sqlmodel import Session, select

from model.access.viewer import invented
from model.basics import settings
from model.basics.formatting import COPENHAGEN
from model.intake.refusal import SaveRefused
from model.intake.report import Answers
from model.programmes.current import PROGRAMME
from model.store import facts
from model.store.database import Stale
from model.store.tables.base import Upload

FOLDER = Path(__file__).parents[2] / "sample_data"
ATTEMPTS = 5  # another process may be filling the same database at the same moment
OTHERS = ("Databasen har allerede andre tal end eksempeldata. Der er ikke indlæst noget. "
          "Vælg en ny, tom database i FREMDRIFT_DATABASE_URL.")
NONE = f"Der er ingen eksempeldata til {PROGRAMME.name}. Der er ikke indlæst noget."
REMOVED = ("Eksempeldata er fjernet fra denne database og kan ikke indlæses igen. "
           "Vælg en ny, tom database i FREMDRIFT_DATABASE_URL.")


@dataclass(frozen=True)
class Entry:
    """One file of the manifest: where it lies, when and from whom it came, and what was answered about it."""

    path: Path
    dataset: str
    received: datetime
    by: str
    reason: str
    answers: Answers | None

    @cached_property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.path.read_bytes()

    @cached_property
    def sha256(self) -> str:
        """The fingerprint an upload of this file carries."""
        return hashlib.sha256(self.content).hexdigest()


def manifest(folder: Path = FOLDER) -> list[Entry]:
    """The sample's files in the order they were received; none where they are of another programme."""
    read = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    listed = read["files"] if read["programme"] == PROGRAMME.id else []
    return [Entry(path=folder / "files" / item["file"], dataset=item["dataset"],
                  received=datetime.fromisoformat(item["received"]).replace(tzinfo=COPENHAGEN), by=item["received_by"],
                  reason=item.get("reason", ""), answers=_answers(item.get("answers"))) for item in listed]


def _answers(given: dict[str, Any] | None) -> Answers | None:
    if given is None:
        return None
    columns = {int(index): name for index, name in given.get("columns", {}).items()}
    return Answers(columns=columns, profile_name=given.get("profile_name"), approved=given.get("approved", False))


def first_start(engine: Engine) -> list[int]:
    """Load the sample when this is an SQLite database nobody has used yet, or finish a load that was cut off.

    Does nothing on PostgreSQL, with FREMDRIFT_SAMPLE=never, for a programme without a sample, or once there is any
    other upload.
    """
    if engine.dialect.name != "sqlite" or settings.load().sample == "never":
        return []
    return load_sample(engine, folder=FOLDER) if manifest() and _untouched(_uploads(engine)) else []


def complete(engine: Engine, *, folder: Path = FOLDER) -> bool:
    """Whether the whole sample stands, and nothing else is in the database."""
    uploads, entries = _uploads(engine), manifest(folder)
    loaded = {upload.sha256 for upload in uploads}
    return bool(entries) and _untouched(uploads) and all(entry.sha256 in loaded for entry in entries)


def untouched(engine: Engine) -> bool:
    """Whether nothing was ever loaded into the database."""
    return not _uploads(engine)


def _untouched(uploads: "list[_Known]") -> bool:
    return all(upload.sample and upload.stands for upload in uploads)


def load_sample(engine: Engine, *, folder: Path = FOLDER) -> list[int]:
    """Load what is missing of the sample data; the ids of the uploads made, none when all of it is there.

    Every file is one transaction, so a load that was cut off is finished by the next call.
    Raises SaveRefused when the programme has no sample, when the database has other figures, or when the sample was
    removed from it.
    """
    uploads, entries = _uploads(engine), manifest(folder)
    if not entries:
        raise SaveRefused(NONE)
    present = [upload for upload in uploads if upload.sample]
    loaded = {upload.sha256 for upload in present}
    missing = [entry for entry in entries if entry.sha256 not in loaded]
    if missing and len(uploads) > len(present):
        raise SaveRefused(OTHERS)
    if present and not any(upload.stands for upload in present):
        raise SaveRefused(REMOVED)
    made = [_load(engine, entry) for entry in missing]
    return [upload_id for upload_id in made if upload_id is not None]


def _load(engine: Engine, entry: Entry) -> int | None:
    """One file as an upload of its day; None when another process has just loaded it."""
    from model.intake.examine import examine  # a start that finds the sample there loads no intake
    from model.intake.saving import apply

    for _ in range(ATTEMPTS):
        if any(upload.sample and upload.sha256 == entry.sha256 for upload in _uploads(engine)):
            return None
        day = entry.received.date()
        report = examine(engine, entry.path.name, entry.content, dataset=entry.dataset, answers=entry.answers,
                         today=day, received_on=day, source="sample")
        if report.already:
            continue  # the other process came between the two looks
        if report.status != "ready":
            raise SaveRefused(f"{entry.path.name}: " + " ".join(problem.text for problem in report.problems))
        try:
            return apply(engine, report, content=entry.content, viewer=invented(entry.by), reason=entry.reason,
                         source="sample", received_at=entry.received)
        except Stale:
            continue
    raise Stale


class _Known(NamedTuple):
    """What must be known of an upload that is already there."""

    sha256: str
    sample: bool
    stands: bool


def _uploads(engine: Engine) -> list[_Known]:
    with Session(engine) as session:
        own = facts.own()
        rows = session.exec(select(Upload.sha256, Upload.source, Upload.undone_at).where(own))
        return [_Known(sha256, source == "sample", undone_at is None) for sha256, source, undone_at in rows]
