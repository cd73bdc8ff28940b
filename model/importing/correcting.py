"""One figure corrected in a form: an upload of its own, through the same checks as a file."""

import hashlib
import json
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session

from model.database import data_version, readable
from model.formatting import month_key, month_long
from model.formatting import today as current_day
from model.free_text import cleaned
from model.importing import known
from model.importing.cells import words
from model.importing.checks import checking, statements
from model.importing.columns.vocabulary import Vocabulary
from model.importing.datasets import MAANEDSTAL
from model.importing.report import Problem, Report, Status, no_changes
from model.personal_data import has_cpr

MARKS = {"hidden": "<5", "missing": ".."}  # written as a sender would write them


def correct(engine: Engine, *, jobcenter: str, month: date, measure: str, value: str | int | None = None,
            mark: str | None = None, today: date | None = None) -> tuple[Report, bytes]:
    """Check one figure as the form has it: a typed ``value``, or a ``mark`` (hidden | missing).

    Returns the report and the bytes to keep as the upload's original; save with ``apply(…, source="form")``.
    Raises KeyError for an unknown measure or mark, DatabaseProblem. Never writes.
    """
    field = MAANEDSTAL.field(measure)
    stated = MARKS[mark] if mark is not None else cleaned(str(value if value is not None else ""))
    form = {"jobcenter": jobcenter, "maaned": month_key(month), measure: stated}
    content = json.dumps(form, ensure_ascii=False, sort_keys=True).encode()
    with readable(), Session(engine) as session:
        version, reference = data_version(session), known.load(session, MAANEDSTAL)
        cells = _cells(jobcenter, month, measure, stated=stated, heading=field.heading)
        personal = has_cpr(stated)
        problems, changes = _personal() if personal else _checked(session, cells, Vocabulary(MAANEDSTAL, reference),
                                                                  today=today or current_day())
    content = b"" if personal else content
    name = f"Rettelse: {reference.name(jobcenter)}, {month_long(month)}, {field.heading}"
    status: Status = "refused" if any(p.severity == "fejl" for p in problems) else "ready"
    report = Report(dataset=MAANEDSTAL.name, file_name=name, sha256=hashlib.sha256(content).hexdigest(),
                    status=status, data_version=version, problems=problems, notes=(), changes=changes)
    return report, content


def _cells(jobcenter: str, month: date, measure: str, *, stated: str, heading: str) -> pd.DataFrame:
    """The form as the third gate hands figures on (see ``statements.of``)."""
    text = np.array([stated or None], dtype=object)
    return statements.joined([{"place": words.column([jobcenter]), "month": np.array([month], dtype="datetime64[us]"),
                               "measure": words.column([measure]), "cell": text, "row": np.array([0]),
                               "position": np.array([0]), "column": words.column([heading]),
                               "sheet": words.column([""]),
                               "label": words.column([None]), "line": words.column([""])}])


def _personal() -> tuple[tuple[Problem, ...], pd.DataFrame]:
    return (Problem("fejl", 1, "Feltet indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. "
                    "Skriv kun tallet."),), no_changes()


def _checked(session: Session, cells: pd.DataFrame, vocabulary: Vocabulary, *,
             today: date) -> tuple[tuple[Problem, ...], pd.DataFrame]:
    place = cells["place"].iloc[0]
    if place not in vocabulary.known.names:
        return (Problem("fejl", 3, f"{place} findes ikke i Midtjylland. Vælg et jobcenter på listen."),), no_changes()
    if cells["cell"].isna().all():
        return (Problem("fejl", 4, "Skriv det nye tal, eller vælg »skjult« eller »ikke indberettet«."),), no_changes()
    wrong = checking.window(cells, vocabulary, today=today)
    if wrong:
        return tuple(wrong), no_changes()
    judged = checking.by_logic(cells, vocabulary, without=frozenset(), today=today,
                               standing=lambda months: known.standing(session, months))
    problems = judged.problems
    if len(judged.changes) and (judged.changes["kind"] == "unchanged").all():
        problems = (*problems, Problem("fejl", 4, "Tallet står allerede sådan. Der er ikke noget at rette.",
                                       jobcenter=place))
    return problems, judged.changes
