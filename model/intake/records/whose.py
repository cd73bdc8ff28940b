"""Which programme a file of projects is of: its projects, what is said of them and the days tell it, or it is asked.

Two programmes may have a project of the same name. A name that is written as both have it is read as the first one's,
so the file is looked through as each of them would have it.
"""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from model.basics.formatting import genitive, listing
from model.basics.frames import plain
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.projects import PROJECT, RESULTS
from model.intake.mending.question_ids import question_id
from model.intake.records.laying import key_in
from model.intake.records.rows import GATE, Rows
from model.intake.report import Option, Problem
from model.programmes.current import BESIDE, PROGRAMME
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS, SAME_MEASURE, SAME_POINT, SAME_PROJECT, last_heard

QUESTION = question_id("words", PROJECT.name, "programme")  # remembered with the headings, as what words mean is
Record = dict[str, Any]


def programme_of(dataset: Dataset, changes: pd.DataFrame) -> str:
    """The id of the programme that a report's changes are of: the shown one's, unless they are of projects."""
    if PROJECT not in dataset.keys or changes.empty:
        return PROGRAMME.id
    project = key_in(dataset, str(changes["record"].iloc[0]))[PROJECT.column]
    return PROJECTS[project].programme.id


def settled(rows: Rows, said: Mapping[str, str]) -> Rows:
    """The rows with the projects of the one programme they are of, and what must be asked or mended to know it."""
    records = rows.frame.to_dict("records")
    known = [record for record in records if record[PROJECT.column] is not None and not record["lost"]]
    fit = [programme for programme in BESIDE.values()
           if all(_fits(programme, rows.dataset, record) for record in known)]
    answer = next((each for each in fit if each.id == said.get(QUESTION)), None)
    if not known or not fit:
        return rows.settled(records, problems=_mixed(known), notes=(), joined=())
    if len(fit) > 1 and answer is None:
        return rows.settled(records, problems=(_asked(known[0], fit),), notes=(), joined=())
    theirs = [_as(answer or fit[0], rows.dataset, record) for record in records]
    notes = [f"Filen er læst som en af {genitive((answer or fit[0]).called)}."] if theirs != records else []
    return rows.settled(theirs, problems=(), notes=notes, joined=())


def _fits(programme: Programme, dataset: Dataset, record: Record) -> bool:
    """Whether a record may be the programme's: it has such a project and what is said of it, and the day is its own."""
    [day] = [plain(record[key.column]) for key in dataset.keys if key.kind == "date"]
    return programme.id in _meant(dataset, record) and (
        day is None or programme.starts <= day <= last_heard(programme))


def _meant(dataset: Dataset, record: Record) -> Collection[str]:
    """The programmes that have both what the record calls its project and what it calls that which is said of it."""
    theirs = [set(same[record[column]]) for column, same in _called(dataset).items() if record[column] is not None]
    return set.intersection(*theirs)


def _as(programme: Programme, dataset: Dataset, record: Record) -> Record:
    """The record by the names that the programme's own have."""
    own = {column: same.get(record[column], {}) for column, same in _called(dataset).items()}
    return record | {column: meant[programme.id] for column, meant in own.items() if programme.id in meant}


def _called(dataset: Dataset) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """By the key's column what its names may stand for."""
    [about] = [key.column for key in dataset.keys if key.kind == "choice" and key != PROJECT]
    return {PROJECT.column: SAME_PROJECT, about: SAME_MEASURE if dataset is RESULTS else SAME_POINT}


def _asked(record: Record, fit: list[Programme]) -> Problem:
    return Problem("fejl", GATE, f"{record[PROJECT.column]} er et projekt i {listing(each.called for each in fit)}, og "
                   "filen passer til dem alle. Hvilken indsats hører den til? Svaret huskes til næste fil.",
                   question=QUESTION, options=tuple(Option(each.id, each.name) for each in fit))


def _mixed(known: list[Record]) -> list[Problem]:
    """That a file is of several programmes, which each have their own history."""
    owners = {PROJECTS[record[PROJECT.column]].programme.called: None for record in known}
    told = f"Filen har projekter fra {listing(owners)}. Del den, så hver indsats har sin egen fil."
    return [Problem("fejl", GATE, told)] if len(owners) > 1 else []
