"""Files to begin with: every fixture, the sample data's files of records, and templates filled in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import Engine
from sqlmodel import Session

from model.intake import templates
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Beforehand
from model.programmes.current import PROGRAMME
from model.store.tables.activities import CourseDay
from tests.bench import stage
from tests.model.intake.dataset_files import FILES as GIVEN

FILES = Path(__file__).parents[1] / "files"
MONTH = date(2010, 3, 1)
BROKEN = {"gate1", "gate2", "gate3", "gate4", "records"}  # folders whose files each fail one check
FEW = 6  # jobcenters in a filled template
FILLED = {"text": ("Fabrikken", "Værkstedet", "Lageret"), "date": ("05-10-2009", "19-11-2009"),
          "course_day": ("19-11-2009",)}
TEMPLATES = ("centre", "kursusdeltagelse")  # which numbers alone make files of; the others say more than counts
SAMPLE = FILES.parents[1] / "sample_data" / "files"
TAKEN = ("2010-10_til_2010-12_belaegning.xlsx", "2010-05-04_evaluering_k4.csv", "2010-02-24_mentorkursus1_dag1.xlsx",
         "2010-04-22_fremmoede_kursusdag6.csv", "2011-04-12_virksomhedscentre.xlsx", "hotline_brm_2011-04-12.xlsx",
         "hotline_discus_2009-11_til_2010-01.csv", "raadgivning_2010-03-02.xlsx")
SMALL = ("milepael", "opfoelgning", "mentornetvaerk")  # datasets whose sample files are of later days, or few
TOP = 4  # lines of a sample file: those over its table, its headings and a row
OPEN_DAYS = {"K7": date(2010, 5, 20), "K8": date(2010, 6, 17)}
COURSE_DAYS = "Kursusdag;Hændelse\r\n20-05-2010;Aflyst pga. sygdom\r\nK8;aflyst\r\n"


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
    fixtures = (Source(path.name, path.read_bytes(), broken=path.parent.name in BROKEN) for path in files)
    records = (_shortened(SAMPLE / name) for name in TAKEN)
    small = (Source(f"{name}.csv", GIVEN[name].text.encode()) for name in SMALL)
    return (*fixtures, *records, Source("kursusdage.csv", COURSE_DAYS.encode()), *small, *_templates())


def open_days(engine: Engine) -> None:
    """Course days that nobody has reported of, which a file can say were cancelled."""
    with Session(engine) as session:
        session.add_all(CourseDay(code=code, kind="kursus", run=3, day=day, held_on=held_on, title="Opsamling",
                                  venue="Herning", most=4) for day, (code, held_on) in enumerate(OPEN_DAYS.items(), 1))
        session.commit()


def _shortened(path: Path) -> Source:
    """A few lines of a file of the sample data: a file that is not stored already, and quick to read."""
    if path.suffix == ".csv":
        lines = path.read_bytes().splitlines(keepends=True)
        return Source(path.name, b"".join(lines[at] for at in _kept(len(lines))))
    book = openpyxl.load_workbook(path)
    page: Worksheet = book.worksheets[0]
    kept = set(_kept(page.max_row))
    for at in reversed(range(page.max_row)):
        if at not in kept:
            page.delete_rows(at + 1)
    return Source(path.name, _saved(book))


def _kept(lines: int) -> Sequence[int]:
    """The lines from 0 that are kept: those at the top, and every so many of the others up to the last but one."""
    return [*range(TOP), *range(TOP, lines - 1, max(1, (lines - TOP) // FEW))]


def _templates() -> list[Source]:
    places = {unit.code: unit.name for unit in PROGRAMME.units[:FEW]}
    figures = stage.plausible(sorted(places), [MONTH])[stage.COUNTS].to_numpy().tolist()
    own = DATASETS["maanedstal"].beforehand(Beforehand(places, about=MONTH))
    made = [Source("maanedstal.xlsx", _filled(templates.template("maanedstal", "xlsx", own), figures, first=3))]
    for name, declared in ((name, DATASETS[name]) for name in TEMPLATES):
        rows = [{part.name: _key(part.kind, number) for part in declared.keys} for number in range(3)]
        rows = [row for at, row in enumerate(rows) if row not in rows[:at]]
        counts = [[at + 1 if part.kind == "count" else None for part in declared.fields] for at in range(len(rows))]
        form = _filled(templates.template(name, "xlsx", rows), counts, first=len(declared.keys))
        made.append(Source(f"{name}.xlsx", form, name))
    return made


def _key(kind: str, number: int) -> str:
    if kind == "jobcenter":
        return PROGRAMME.units[number].name
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
    return _saved(book)


def _saved(book: openpyxl.Workbook) -> bytes:
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
