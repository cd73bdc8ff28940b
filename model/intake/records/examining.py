"""The second to the fourth gate for a file of records, as ``examine`` has them for monthly figures."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.intake.account import account_records
from model.intake.checks import outside
from model.intake.checks.naming import in_order
from model.intake.datasets.declaration import Dataset
from model.intake.examination import Examination
from model.intake.files.workbook import Workbook
from model.intake.records import (
    background,
    closed_in_words,
    columns,
    doubled,
    laying,
    lost,
    row_reading,
    several,
    sum_rows,
    unpivot,
)
from model.intake.records.background import Background
from model.intake.records.rows import Rows
from model.intake.records.tables import Table
from model.intake.report import Heading, Problem, Report, Status
from model.intake.rules import common, ruling

EMPTY = ("Filen har overskrifter, men ingen rækker med oplysninger. Der er ikke gemt noget. Kontrollér, at det er den "
         "rigtige fil.")


Judged = tuple[Status, pd.DataFrame, tuple[Problem, ...]]  # changes, and what is wrong


def examine(exam: Examination, workbook: Workbook, *, now: date, counted: bool = False) -> Report:
    """Check a workbook's records against those that stand. Never writes.

    counted: its headings are ours alone, so that no sender has explained them.
    """
    dataset, answers = exam.dataset, None if counted else exam.answers
    known = background.load(exam.reference, dataset, today=now, anew=answers.anew if answers else ())
    known = replace(known, profiles={}) if counted else known
    found = columns.find(workbook, dataset, known, answers=answers)
    exam.fingerprint, exam.mapping = found.fingerprint, found.mapping
    exam.columns, exam.headed, exam.jobcenters, exam.joined = found.columns, found.headed, (), frozenset()
    exam.corrections += found.corrected
    exam.notes += [*workbook.notes, *found.notes]
    if found.problems or found.question:
        exam.problems += found.problems
        exam.account = account_records.of_columns(workbook, found)
        report = exam.report("question" if found.question else "refused", changes=laying.no_changes())
        return replace(report, question=found.question)
    every = _every(found, dataset, known)
    rows = _left_out(every, exam.without)
    nothing = rows.frame.empty and not rows.problems
    status, changes, problems = (("refused", laying.no_changes(), (Problem("fejl", 3, EMPTY),)) if nothing
                                 else judged(rows))
    if foreign := (outside.rows(rows.frame, "jobcenter", exam.own, exam.known)
                   or outside.records(changes, exam.own, exam.known)):
        status, problems = "refused", tuple(in_order((*foreign, *problems)))
    stated = changes if status == "ready" else laying.changes(lost.parted(rows)[0])
    exam.problems += problems
    exam.notes += [*rows.notes, *ruling.of(dataset).notes(rows)]
    exam.jobcenters = tuple(sorted({p for p in every.frame["jobcenter"] if p} if "jobcenter" in every.frame else ()))
    exam.joined = rows.joined
    exam.account = account_records.of(workbook, found.tables, every, changes=stated, problems=problems,
                                      without=exam.without)
    return exam.report(status, changes=changes)


def _every(understood: columns.Columns, dataset: Dataset, known: Background) -> Rows:
    """All the rows of the tables, with the keys of what they are about, and what must be asked to know it."""
    whole, (asked, noted) = several.settled(understood.tables, dataset, known, understood.said)
    asked += [problem for table in understood.tables for problem in closed_in_words.problems(table, dataset)]
    every = row_reading.of(unpivot.each(whole, known), dataset, known, said=understood.said)
    every = doubled.marked(ruling.of(dataset).settled(every, understood.said), whole)
    every = replace(every, problems=(*every.problems, *asked), notes=(*every.notes, *noted))
    return _with_sums_across(every, whole)


def _with_sums_across(rows: Rows, tables: Iterable[Table]) -> Rows:
    """The rows with what came of the columns that add up those beside them."""
    held = [(table.sheet, sum_rows.across(table)) for table in tables]
    cells = frozenset((sheet, row, at) for sheet, found in held for row, at in found.cells)
    return replace(rows, problems=(*rows.problems, *(p for _, found in held for p in found.problems)),
                   notes=(*rows.notes, *(note for _, found in held for note in found.notes)),
                   controls=rows.controls | cells)


def judged(rows: Rows) -> Judged:
    """(status, changes, problems): the rules on every row whose key is known, and what is wrong with the others."""
    sound, gone = lost.parted(rows)
    if len(gone) and sound.frame.empty:
        return "refused", laying.no_changes(), tuple(in_order(rows.problems))
    unread = {(p.sheet, p.row) for p in rows.problems if p.severity == "fejl"}
    changes = laying.changes(sound)
    if changes.empty and not unread:
        said = EMPTY if rows.frame["row"].any() else rows.dataset.typed.nothing
        return "refused", changes, (*rows.problems, Problem("fejl", 4, said))
    broken = _broken(sound, changes, gone)
    problems = tuple(in_order((*rows.problems, *(p for p in broken if (p.sheet, p.row) not in unread))))
    wrong = any(p.severity == "fejl" for p in problems)
    return ("refused" if wrong else "ready"), laying.no_changes() if len(gone) else changes, problems


def _broken(rows: Rows, changes: pd.DataFrame, gone: pd.DataFrame) -> list[Problem]:
    """The rules that the rows break, whatever the rows whose keys are wrong may be about."""
    faults = common.judge(rows, laying.laid(rows), changes)
    if not (faults and len(gone)):
        return faults
    certain = lost.without_doubt(rows, gone)
    again = set(common.judge(certain, laying.laid(certain), laying.changes(certain)))
    return [problem for problem in faults if problem in again]


def _left_out(rows: Rows, without: Collection[str]) -> Rows:
    """The rows without those of jobcenters left out on purpose, and without their problems."""
    if not without or "jobcenter" not in rows.frame:
        return rows
    kept = rows.frame[~rows.frame["jobcenter"].isin(list(without))].reset_index(drop=True)
    problems = tuple(p for p in rows.problems if p.jobcenter not in without)
    return replace(rows, frame=kept, problems=problems)


def form_rows(dataset: Dataset, known: Background, stated: Iterable[Mapping[str, Any]]) -> Rows:
    """Rows typed in a form, each a mapping of parts' names to what was written, read as a file's cells are."""
    headings = tuple(Heading(index=at, heading=part.heading, samples=(), guess=part.name, key=part.name)
                     for at, part in enumerate(dataset.parts))
    lines = [[_typed(row.get(part.name)) for part in dataset.parts] for row in stated]
    grid = pd.DataFrame(lines, columns=range(len(dataset.parts)), dtype=object).to_numpy(dtype=object)
    table = Table(sheet="", headings=headings, grid=grid, rows=np.zeros(len(grid), dtype=int),
                  targets={at: part.name for at, part in enumerate(dataset.parts)})
    return doubled.marked(row_reading.of((table,), dataset, known), (table,))


def _typed(value: Any) -> Any:
    return None if value is None or value == "" else value if isinstance(value, date) else str(value)
