"""Short ways to count a list in a test."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Engine

from model.intake.examine import examine
from model.intake.mending.corrections import parse
from model.intake.report import Answers, Report
from tests.model.intake.gates import FILES

TODAY = date(2010, 5, 3)
RECORDS = FILES / "public_reports" / "records"
HEAD = "Navn;Jobcenter;Rolle;Status\n"
K3 = "Deltagerliste, kursusdag 3 (26. jan. 2010);;;\n"
SKIVE = ["26-01-2010", "Skive", "jobkonsulent"]


def content(name: str) -> tuple[str, bytes]:
    """The name and bytes of the file whose name begins so."""
    [path] = RECORDS.glob(f"{name}*")
    return path.name, path.read_bytes()


def listed(engine: Engine, text: str | bytes, said: Mapping[str, str] | None = None, *, name: str = "liste.csv",
           corrections: Sequence[str] = (), **given: Any) -> Report:
    """The report on a text counted as a list. corrections: as the command line takes them."""
    raw = text.encode() if isinstance(text, str) else text
    made = tuple(map(parse, corrections))
    return examine(engine, name, raw, today=TODAY, answers=Answers(
        approved=True, count=True, said=dict(said or {}), corrections=made), **given)


def of_file(engine: Engine, name: str, said: Mapping[str, str] | None = None) -> Report:
    """The report on one of the files that people send, counted."""
    file_name, raw = content(name)
    return listed(engine, raw, said, name=file_name)


def table(report: Report) -> list[list[Any]]:
    """The counted table without its headings, numbers as they are."""
    assert report.workbook is not None
    return [[int(cell) if str(cell or "").isdecimal() else cell for cell in line]
            for line in report.workbook.sheets[0].cells.to_numpy(dtype=object)[1:].tolist()]


def questions(report: Report) -> list[str]:
    """The ids of the questions that are open."""
    return [problem.question for problem in report.errors if problem.question]


def people(*rows: str) -> str:
    """A list of the third course day, a person a row: »Skive;Konsulent;Deltog«."""
    return K3 + HEAD + "\n".join(f"Opdigtet {at};{row}" for at, row in enumerate(rows, 1))
