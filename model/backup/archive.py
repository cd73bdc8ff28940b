"""The one file of a backup: a zip of JSON lines with a manifest, that ends with the SHA-256 of all before it.

Any program that reads zip opens it. A hash in the zip could not cover the zip's own bytes, so it is its comment.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, Literal, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, ValidationError

from model.backup.kinds import Kind
from model.backup.refusal import AGAIN, ANOTHER, BackupRefused
from model.backup.tables import Row, RowRefused, Table

ABOUT, MANIFEST, VERDICTS = "fremdrift.txt", "manifest.json", "verdicts.jsonl"
TOLD = ("Sikkerhedskopi af Fremdrift. Den rummer de gemte filer, så pas på den som på dem.\n"
        "Kontrollér den med »python -m model verify FIL«, og læs den ind med »python -m model restore FIL«.\n")
SIGN, LENGTH = b"fremdrift sha256 ", 64  # the end of the file: the sign, and so many hexadecimal digits
BEGINS = b"PK\x03\x04"  # how a zip begins
CHUNK = 1 << 20
NOT_OURS = "Filen er ikke en sikkerhedskopi fra Fremdrift. Vælg en fil, som »python -m model backup« har skrevet."
CUT = f"Filen er ikke hel: slutningen mangler, eller der står noget efter den. {AGAIN}"
CHANGED = f"Filen er ændret eller beskadiget, siden den blev skrevet: dens SHA-256 passer ikke. {AGAIN}"
NEWER = "Sikkerhedskopien er lavet af en nyere udgave af Fremdrift. Opdatér programmet, og prøv igen."


class Part(BaseModel):
    """One file in the zip: so many lines, with this SHA-256."""

    model_config = ConfigDict(extra="forbid")
    rows: int
    sha256: str


class TablePart(Part):
    """The rows of one table."""

    columns: tuple[tuple[str, Kind], ...]
    key: tuple[str, ...]


class Manifest(BaseModel):
    """What a backup holds. tables: by name, those first that others refer to. shown: the id of the programme shown.

    day: the day the verdicts were computed on, and register_delay_days the setting they rest on.
    """

    model_config = ConfigDict(extra="forbid")
    format: Literal[1] = 1
    made_at: datetime
    revision: str
    shown: str
    programmes: tuple[str, ...]
    day: date
    register_delay_days: int
    tables: dict[str, TablePart]
    verdicts: Part

    @property
    def described(self) -> list[Table]:
        """The tables as they were."""
        return [Table(name, part.columns, part.key) for name, part in self.tables.items()]

    @property
    def rows(self) -> int:
        """In all the tables."""
        return sum(part.rows for part in self.tables.values())


class Writing:
    """A backup as it is written."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin in an empty file that can be read too."""
        self._file, self._zip = file, ZipFile(file, "w", ZIP_DEFLATED)
        self._zip.writestr(ZipInfo(ABOUT), TOLD, ZIP_STORED)

    def __enter__(self) -> Self:
        """To be closed, whether or not it is sealed."""
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def part(self, name: str, lines: Iterable[bytes]) -> Part:
        """Write one part, each line with its end."""
        rows, sha256 = 0, hashlib.sha256()
        about = ZipInfo(name)
        about.compress_type = ZIP_DEFLATED
        with self._zip.open(about, "w", force_zip64=True) as part:
            for line in lines:
                part.write(line)
                sha256.update(line)
                rows += 1
        return Part(rows=rows, sha256=sha256.hexdigest())

    def seal(self, manifest: Manifest) -> None:
        """End with the manifest and the hash of the whole."""
        self._zip.writestr(ZipInfo(MANIFEST), manifest.model_dump_json(indent=1), ZIP_DEFLATED)
        self._zip.comment = SIGN + b"0" * LENGTH
        self._zip.close()
        digest, end = _hash_but_the_end(self._file)
        self._file.seek(end)
        self._file.write(digest)


def _hash_but_the_end(file: BinaryIO) -> tuple[bytes, int]:
    """The hexadecimal SHA-256 of a file without the place for it, and where that place begins."""
    end = file.seek(0, 2) - LENGTH
    file.seek(0)
    sha256, left = hashlib.sha256(), end
    while left > 0 and (chunk := file.read(min(CHUNK, left))):
        sha256.update(chunk)
        left -= len(chunk)
    return sha256.hexdigest().encode("ascii"), end


class Archive:
    """A backup whose bytes are as they were written."""

    def __init__(self, packed: ZipFile, manifest: Manifest) -> None:
        """Of an opened file."""
        self._zip, self.manifest = packed, manifest

    def check_parts(self) -> int:
        """How many parts there are, each as the manifest has it. Raises BackupRefused naming the first that is not."""
        parts: dict[str, Part] = {part_of(name): part for name, part in self.manifest.tables.items()}
        parts[VERDICTS] = self.manifest.verdicts
        if sorted(self._zip.namelist()) != sorted((*parts, ABOUT, MANIFEST)):
            raise BackupRefused(f"Filen har ikke de dele, som dens manifest nævner. {ANOTHER}")
        for name, part in parts.items():
            if not self._is(name, part):
                raise BackupRefused(f"Delen {name} er ikke, som filens manifest siger. {ANOTHER}")
        return len(parts)

    def _is(self, name: str, part: Part) -> bool:
        sha256, rows = hashlib.sha256(), 0
        try:
            for line in self._lines(name):
                sha256.update(line)
                rows += 1
        except (BadZipFile, zlib.error):
            return False
        return (rows, sha256.hexdigest()) == (part.rows, part.sha256)

    def rows(self, table: Table) -> Iterator[Row]:
        """Every row of a table. Raises RowRefused for a line that is none."""
        for line in self._lines(part_of(table.name)):
            row = json.loads(line)
            if not isinstance(row, list):
                raise RowRefused(table.name)
            yield row

    def verdicts(self) -> list[dict[str, object]]:
        """What was said of each month."""
        return [json.loads(line) for line in self._lines(VERDICTS)]

    def _lines(self, name: str) -> Iterator[bytes]:
        with self._zip.open(name) as part:
            yield from part


def part_of(table: str) -> str:
    """The name of a table's part."""
    return f"tables/{table}.jsonl"


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """A backup to read, after every byte of it has been held against its hash. Raises BackupRefused."""
    try:
        file = path.open("rb")
    except OSError as fault:
        why = "findes ikke" if isinstance(fault, FileNotFoundError) else "kan ikke læses"
        raise BackupRefused(f"{path} {why}. Kontrollér navnet, mappen og adgangen.") from fault
    with file:
        _check_bytes(file)
        try:
            archive = Archive(packed := ZipFile(file), _manifest(packed))
        except (BadZipFile, KeyError, ValueError) as wrong:
            raise BackupRefused(NOT_OURS) from wrong
        yield archive


def _check_bytes(file: BinaryIO) -> None:
    digest, end = _hash_but_the_end(file)
    ours = len(SIGN)
    file.seek(max(0, end - ours))
    written = file.read()
    if written[:ours] != SIGN or end < ours:
        file.seek(0)
        begins = file.read(CHUNK)
        raise BackupRefused(CUT if begins.startswith(BEGINS) and ABOUT.encode() in begins[:100] else NOT_OURS)
    if written[ours:] != digest:
        raise BackupRefused(CHANGED)


def _manifest(packed: ZipFile) -> Manifest:
    stated = json.loads(packed.read(MANIFEST))
    if isinstance(stated, dict) and isinstance(stated.get("format"), int) and stated["format"] > 1:
        raise BackupRefused(NEWER)
    try:
        return Manifest.model_validate(stated)
    except ValidationError as wrong:
        raise BackupRefused(NOT_OURS) from wrong
