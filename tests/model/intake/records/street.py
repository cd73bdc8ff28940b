"""Short ways to send records down the street in a test."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from model.intake.datasets.datasets import DATASETS
from model.intake.examine import examine
from model.intake.form import state
from model.intake.report import Report
from model.intake.saving import apply
from model.store import record_facts
from tests.viewers import named
from tests.worlds import kept

TODAY = date(2010, 5, 3)
HEAD = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"


def check(engine: Engine, text: str, *, name: str = "kursus.csv", today: date = TODAY, **given: Any) -> Report:
    """The report on a file given as text."""
    return examine(engine, name, text.encode(), today=today, **given)


@kept
def load(engine: Engine, text: str, *, reason: str = "prøve", **given: Any) -> int:
    """Check and save a file; the upload's id."""
    report = check(engine, text, **given)
    assert report.status == "ready", (report.status, report.problems, report.question)
    return apply(engine, report, content=text.encode(), viewer=named("test"), reason=reason)


@kept
def typed(engine: Engine, dataset: str, *rows: Mapping[str, Any], reason: str = "") -> int:
    """Check and save records typed in a form; the upload's id."""
    report, content = state(engine, dataset, rows, name="formular", today=TODAY)
    assert report.status == "ready", report.problems
    return apply(engine, report, content=content, viewer=named("test"), reason=reason, source="form")


def attendance(engine: Engine, as_of: date | None = None) -> dict[tuple[str, str, str], tuple[Any, Any]]:
    """(course day, jobcenter, role) -> (registered, attended) as they stand; None is not known."""
    with Session(engine) as session:
        frame = record_facts.records(session, DATASETS["kursusdeltagelse"].table, as_of=as_of)
    counts = frame[["registered", "attended"]].astype(object).where(lambda cells: cells.notna(), None)
    return {key: (registered, attended) for key, registered, attended in zip(
        frame[["course_day", "jobcenter", "role"]].itertuples(index=False, name=None), counts["registered"],
        counts["attended"], strict=True)}
