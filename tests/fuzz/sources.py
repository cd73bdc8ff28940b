"""Files to begin with: every fixture, and each template filled in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from model.importing import templates
from model.importing.record_datasets import RECORDS
from model.importing.records import templates as record_templates
from model.reference import JOBCENTERS
from tests.bench import stage

FILES = Path(__file__).parents[1] / "files"
MONTH = date(2010, 3, 1)
BROKEN = {"gate1", "gate2", "gate3", "gate4", "records"}  # folders whose files each fail one check
FEW = 6  # jobcenters in a filled template
FILLED = {"text": ("Fabrikken", "Værkstedet", "Lageret"), "month": ("2010-03",), "date": ("05-10-2009", "19-11-2009"),
          "course_day": ("19-11-2009",), "number": ("901", "902", "903")}


@dataclass(frozen=True)
class Source:
    """A file as it is. dataset: named for it, or None where it is known by its headings. broken: made to be refused."""

    name: str
    content: bytes
    dataset: str | None = None
    broken: bool = False

    @property
    def is_workbook(self) -> bool:
        """Whether it is a zip of XML parts."""
        return self.content.startswith(b"PK\x03\x04")


@cache
def every() -> tuple[Source, ...]:
    """All sources, always in the same order."""
    files = sorted(path for path in FILES.rglob("*") if path.is_file())
    return (*(Source(path.name, path.read_bytes(), broken=path.parent.name in BROKEN) for path in files), *_templates())


def _templates() -> list[Source]:
    places = {code: name for code, name, *_ in JOBCENTERS[:FEW]}
    figures = stage.plausible(sorted(places), [MONTH])[stage.COUNTS].to_numpy().tolist()
    made = [Source("maanedstal.xlsx", _filled(templates.template(MONTH, "xlsx", places), figures, first=3))]
    for name, declared in RECORDS.items():
        rows = [{part.name: _key(part.kind, number) for part in declared.keys} for number in range(3)]
        rows = [row for at, row in enumerate(rows) if row not in rows[:at]]
        counts = [[at + 1 if part.kind == "count" else None for part in declared.fields] for at in range(len(rows))]
        form = _filled(record_templates.template(name, "xlsx", rows), counts, first=len(declared.keys))
        made.append(Source(f"{name}.xlsx", form, name))
    return made


def _key(kind: str, number: int) -> str:
    if kind == "jobcenter":
        return JOBCENTERS[number][1]
    words = FILLED.get(kind, ("tovholder",))
    return words[number % len(words)]


def _filled(form: bytes, rows: Sequence[Sequence[int | None]], *, first: int) -> bytes:
    """The form with numbers in its rows, from column ``first`` (counted from 0) on."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    page: Worksheet = book.worksheets[0]
    for r, numbers in enumerate(rows, 2):
        for c, number in enumerate(numbers, first + 1):
            if number is not None:
                page.cell(r, c, number)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
