"""Short ways to check and save a file in a test."""

import io
from datetime import UTC, date, datetime

import openpyxl
from sqlalchemy import Engine
from sqlmodel import Session

from model.intake.examine import examine
from model.intake.report import Answers, Report
from model.intake.saving import apply
from model.store import facts
from tests.model.intake.gates import FILES
from tests.viewers import named
from tests.worlds import kept

APPROVED = Answers(approved=True)
CONSULTANT = FILES / "1_VC-opfoelgning_marts10_ENDELIG_v2.csv"
NORDDJURS = FILES / "3_norddjurs_marts.txt"
TODAY = date(2010, 4, 20)
HEAD = "maaned;kommunekode;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud\n"


def check(engine: Engine, text: str | bytes, *, name: str = "tal.csv", answers: Answers | None = APPROVED,
          today: date = TODAY, **given: object) -> Report:
    """The report on a file given as text."""
    content = text.encode() if isinstance(text, str) else text
    return examine(engine, name, content, answers=answers, today=today, **given)


@kept
def load(engine: Engine, text: str | bytes, *, reason: str = "prøve", **given: object) -> int:
    """Check and save a file; the upload's id."""
    content = text.encode() if isinstance(text, str) else text
    report = check(engine, content, **given)
    assert report.status == "ready", (report.status, report.problems, report.question)
    return apply(engine, report, content=content, viewer=named("test"), reason=reason)


def stored(engine: Engine, as_of: date | None = None) -> dict[tuple[str, str, str], int | str]:
    """Current figures: (jobcenter, month, measure) -> value, mark or text."""
    with Session(engine) as session:
        frame = facts.figures(session, as_of=as_of)
    return {(row.jobcenter, f"{row.month:%Y-%m}", row.measure): row.text or row.mark or int(row.value)
            for row in frame.itertuples()}


def stated(report: Report) -> dict[tuple[str, str, str], int | str]:
    """The figures a report would save, shaped as ``stored``."""
    return {(row.jobcenter, f"{row.month:%Y-%m}", row.measure): row.text or row.mark or int(row.value)
            for row in report.changes.itertuples()}


def at(year: int, month: int, day: int) -> datetime:
    """Noon that day."""
    return datetime(year, month, day, 11, tzinfo=UTC)


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    """A workbook with several sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()
