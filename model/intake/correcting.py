"""Figures of one jobcenter and month corrected in a form: an upload of their own, through the same checks as a file."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session

from model.basics.formatting import month_key, month_long, number
from model.basics.formatting import today as current_day
from model.basics.free_text import cleaned
from model.basics.personal_data import has_cpr
from model.intake import known, wording
from model.intake.cells import words
from model.intake.checks import checking, statements
from model.intake.checks.checking import Judged
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.report import Problem, Report, Status, no_changes
from model.store.database import data_version, readable

MARKS = {wording.HIDDEN: "<5", MAANEDSTAL.missing: ".."}  # the form's words as a sender would write them
NOTHING = "Skriv det nye tal, »skjult« eller »ikke indberettet«. Et tomt felt ændrer ikke noget."
STANDS = "Tallene står allerede sådan. Der er ikke noget at rette."


def correct(engine: Engine, *, jobcenter: str, month: date, figures: Mapping[str, str],
            today: date | None = None) -> tuple[Report, bytes]:
    """Check one jobcenter's month as the form has it, all of it at once: what is typed of each measure.

    A number, »skjult«, »ikke indberettet«, or what a sender would write in a cell; what is empty, or stands so already,
    is not stated. Returns the report and the bytes to keep as the upload's original; save with
    ``apply(…, source="form")``. Raises KeyError for an unknown measure, DatabaseProblem. Never writes.
    """
    typed = {MAANEDSTAL.field(measure).name: cleaned(text) for measure, text in figures.items()}
    stated = {measure: MARKS.get(text.casefold(), text) for measure, text in typed.items() if text}
    with readable(), Session(engine) as session:
        version, reference = data_version(session), known.load(session, MAANEDSTAL)
        if any(map(has_cpr, stated.values())):
            judged, stated = _refused(1, "Feltet indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget. "
                                      "Skriv kun tallet."), {}
        else:
            judged = _judged(session, jobcenter, month, stated, vocabulary=Vocabulary(MAANEDSTAL, reference),
                             today=today or current_day())
    told = set(judged.changes["measure"])
    kept = {measure: text for measure, text in stated.items() if measure in told or not told}
    form = {"jobcenter": jobcenter, "maaned": month_key(month)} | kept
    content = json.dumps(form, ensure_ascii=False, sort_keys=True).encode() if kept else b""
    status: Status = "refused" if any(p.severity == "fejl" for p in judged.problems) else "ready"
    report = Report(dataset=MAANEDSTAL.name, file_name=_name(reference.name(jobcenter), month, kept),
                    sha256=hashlib.sha256(content).hexdigest(), status=status, data_version=version,
                    problems=judged.problems, notes=(), changes=judged.changes)
    return report, content


def _name(place: str, month: date, stated: Mapping[str, str]) -> str:
    """What the upload is called: ``Rettelse: Viborg, marts 2010, Heraf i løntilskud``, or how many figures."""
    headings = [MAANEDSTAL.field(measure).heading for measure in stated]
    what = headings[0] if len(headings) == 1 else f"{number(len(headings))} tal"
    return f"Rettelse: {place}, {month_long(month)}, {what}"


def _cells(jobcenter: str, month: date, stated: Mapping[str, str]) -> pd.DataFrame:
    """The form, one column of figures, as the third gate hands them on (see ``statements.of``)."""
    many = len(stated)
    headings = [MAANEDSTAL.field(measure).heading for measure in stated]
    return statements.joined([{
        "place": words.constant(jobcenter, many), "month": np.full(many, np.datetime64(month, "us")),
        "measure": words.column(list(stated)), "cell": np.array(list(stated.values()), dtype=object),
        "row": np.zeros(many, dtype="int64"), "position": np.zeros(many, dtype="int64"),
        "column": words.column(headings), "sheet": words.constant("", many), "label": words.constant(None, many),
        "line": words.constant("", many)}])


def _refused(gate: int, text: str, *, jobcenter: str | None = None) -> Judged:
    return Judged(no_changes(), (Problem("fejl", gate, text, jobcenter=jobcenter),), ())


def _judged(session: Session, jobcenter: str, month: date, stated: Mapping[str, str], *, vocabulary: Vocabulary,
            today: date) -> Judged:
    if jobcenter not in vocabulary.known.names:
        return _refused(3, f"{jobcenter} findes ikke i Midtjylland. Vælg et jobcenter på listen.")
    if not stated:
        return _refused(4, NOTHING)
    cells = _cells(jobcenter, month, stated)
    if wrong := checking.window(cells, vocabulary, today=today):
        return Judged(no_changes(), tuple(wrong), ())

    def by_logic(cells: pd.DataFrame) -> Judged:
        return checking.by_logic(cells, vocabulary, without=frozenset(), today=today,
                                 standing=lambda months: known.standing(session, months))

    judged = by_logic(cells)
    same = judged.changes["measure"][judged.changes["kind"] == "unchanged"]
    if not len(same):
        return judged
    changed = cells[~cells["measure"].isin(same).to_numpy()].reset_index(drop=True)
    return by_logic(changed) if len(changed) else _refused(4, STANDS, jobcenter=jobcenter)
