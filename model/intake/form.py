"""What is typed in a form of any dataset: an upload of its own, through the same reading, rules and undo as a file."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Engine
from sqlmodel import Session

from model.basics.formatting import month_key, month_long, number
from model.basics.formatting import today as current_day
from model.basics.free_text import cleaned
from model.basics.personal_data import has_contact, has_cpr
from model.intake import standing
from model.intake.cells import words
from model.intake.checks import checking, statements
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL, MONTH, NAME
from model.intake.records import background, examining, laying
from model.intake.reference import Reference
from model.intake.report import Problem, Report, Status, no_changes
from model.intake.wording import HIDDEN
from model.programmes.words import REGION
from model.store.database import data_version, readable

CONTACT = ("Feltet »{}« indeholder noget, der ligner en mailadresse eller et telefonnummer. Skriv det uden, "
           "eller begrund, hvorfor det skal med.")
Stated = Mapping[str, Any]  # what was typed of a record, or of a jobcenter's figures of a month, by the columns' names


@dataclass(frozen=True)
class _Judged:
    """What a form comes to: what it changes, what is kept of it, what is wrong, and what its upload is called."""

    changes: pd.DataFrame
    original: Any = None  # as JSON keeps it
    problems: tuple[Problem, ...] = ()
    name: str = ""


def state(engine: Engine, dataset: str, stated: Sequence[Stated], *, name: str = "",
          today: date | None = None) -> tuple[Report, bytes]:
    """Check what a form has: records, or the figures of one jobcenter and month, by the names of the columns.

    In a count »skjult« and the dataset's word for what is not known say so; what is None or empty is not said. name:
    what the upload will be called; of figures it may be left to what they are. Returns the report and the bytes to keep
    as its original; save with ``apply(…, source="form")``. Raises KeyError for an unknown dataset or column,
    DatabaseProblem. Never writes.
    """
    declared = DATASETS[dataset]
    typed = [_typed(declared, row) for row in stated]
    problems = _personal(declared, typed)
    with readable(), Session(engine) as session:
        version = data_version(session)
        judged = _Judged(changes=no_changes() if declared.is_figures else laying.no_changes())
        if not _is_wrong(problems):
            judge = _figures if declared.is_figures else _records
            judged = judge(session, declared, typed, today or current_day())
    problems = (*problems, *judged.problems)
    content = json.dumps(judged.original, ensure_ascii=False, sort_keys=True).encode() if judged.original else b""
    status: Status = "refused" if _is_wrong(problems) else "ready"
    return Report(dataset=dataset, file_name=name or judged.name, sha256=hashlib.sha256(content).hexdigest(),
                  status=status, data_version=version, problems=problems, notes=(), changes=judged.changes), content


def correct(engine: Engine, *, jobcenter: str, month: date, figures: Mapping[str, str],
            today: date | None = None) -> tuple[Report, bytes]:
    """``state`` of one jobcenter's month; a figure that stands so already is not stated."""
    return state(engine, MAANEDSTAL.name, [{NAME.name: jobcenter, MONTH.name: month, **figures}], today=today)


def _typed(declared: Dataset, row: Stated) -> dict[str, Any]:
    marks = {HIDDEN: "<5", declared.missing: ".."}  # the form's words as a sender would write them
    cells = [(declared.field(name), cleaned(value) if isinstance(value, str) else value) for name, value in row.items()]
    return {part.name: marks.get(str(value).casefold(), value) if part.kind == "count" else value
            for part, value in cells if value not in (None, "")}


def _is_wrong(problems: Sequence[Problem]) -> bool:
    return any(problem.severity == "fejl" for problem in problems)


def _personal(declared: Dataset, typed: Sequence[Stated]) -> tuple[Problem, ...]:
    """Every text field is searched before anything is stored."""
    problems = []
    for part, value in ((declared.field(name), value) for row in typed for name, value in row.items()):
        if isinstance(value, str) and has_cpr(value):
            problems.append(Problem("fejl", 1, declared.typed.cpr.format(part.heading), column=part.heading))
        elif isinstance(value, str) and part.kind == "text" and has_contact(value):
            problems.append(Problem("advarsel", 1, CONTACT.format(part.heading), column=part.heading))
    return tuple(problems)


def _records(session: Session, declared: Dataset, typed: Sequence[Stated], today: date) -> _Judged:
    rows = examining.form_rows(declared, background.load(Reference(session), declared, today=today), typed)
    _, changes, problems = examining.judged(rows)
    if not _is_wrong(problems) and (changes["kind"] == "unchanged").all():
        problems = (*problems, Problem("fejl", 4, declared.typed.same))
    original = [{name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
                for row in typed]
    return _Judged(changes, original, problems)


def _figures(session: Session, declared: Dataset, typed: Sequence[Stated], today: date) -> _Judged:
    [row] = typed
    place, month = row.get(NAME.name, ""), row[MONTH.name]
    figures = {name: value for name, value in row.items() if name not in (NAME.name, MONTH.name)}
    reference = Reference(session).known
    if place not in reference.names:
        judged = _refused(3, f"{f'{place} findes ikke i {REGION}. ' if place else ''}Vælg et jobcenter på listen.")
    elif not figures:
        judged = _refused(4, declared.typed.nothing)
    else:
        cells = _cells(declared, place, month, figures)
        judged = _checked(session, cells, Vocabulary(declared, reference), today=today)
    changed = set(judged.changes["measure"])
    kept = {name: value for name, value in figures.items() if name in changed or not changed}
    headings = [declared.field(name).heading for name in kept]
    what = headings[0] if len(headings) == 1 else f"{number(len(headings))} tal"
    original = {NAME.name: place, MONTH.name: month_key(month)} | kept if kept else None
    name = f"Rettelse: {reference.name(place)}, {month_long(month)}, {what}"
    return _Judged(judged.changes, original, judged.problems, name)


def _checked(session: Session, cells: pd.DataFrame, vocabulary: Vocabulary, *, today: date) -> checking.Judged:
    """The figures through the checks of a file, without those that stand so already."""
    if wrong := checking.window(cells, vocabulary, today=today):
        return checking.Judged(no_changes(), tuple(wrong), ())

    def by_logic(cells: pd.DataFrame) -> checking.Judged:
        return checking.by_logic(cells, vocabulary, without=frozenset(), today=today,
                                 standing=lambda months: standing.around(session, months))

    judged = by_logic(cells)
    same = judged.changes["measure"][judged.changes["kind"] == "unchanged"]
    if not len(same):
        return judged
    changed = cells[~cells["measure"].isin(same).to_numpy()].reset_index(drop=True)
    place = str(cells["place"].iloc[0])
    return by_logic(changed) if len(changed) else _refused(4, vocabulary.dataset.typed.same, jobcenter=place)


def _refused(gate: int, text: str, *, jobcenter: str | None = None) -> checking.Judged:
    return checking.Judged(no_changes(), (Problem("fejl", gate, text, jobcenter=jobcenter),), ())


def _cells(declared: Dataset, jobcenter: str, month: date, figures: Mapping[str, str]) -> pd.DataFrame:
    """The form, one column of figures, as the third gate hands them on (see ``statements.of``)."""
    many = len(figures)
    return statements.joined([{
        "place": words.constant(jobcenter, many), "month": np.full(many, np.datetime64(month, "us")),
        "measure": words.column(list(figures)), "cell": np.array(list(figures.values()), dtype=object),
        "row": np.zeros(many, dtype="int64"), "position": np.zeros(many, dtype="int64"),
        "column": words.column([declared.field(name).heading for name in figures]), "sheet": words.constant("", many),
        "label": words.constant(None, many), "line": words.constant("", many)}])
