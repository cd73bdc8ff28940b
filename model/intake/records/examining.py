"""The second to the fourth gate for a file of records, as ``examine`` has them for monthly figures."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session

from model.intake.account import account_records
from model.intake.account.account import Account
from model.intake.checks.naming import in_order
from model.intake.datasets.declaration import Dataset
from model.intake.files.workbook import Workbook
from model.intake.records import (
    background,
    columns,
    doubled,
    laying,
    lost,
    row_reading,
    said_closed,
    several,
    sum_rows,
    unpivot,
)
from model.intake.records.background import Background
from model.intake.records.rows import Rows
from model.intake.records.tables import Table
from model.intake.report import Answers, Correction, Heading, Problem, Question, Status
from model.intake.rules import common, ruling

EMPTY = ("Filen har overskrifter, men ingen rækker med oplysninger. Der er ikke gemt noget. Kontrollér, at det er den "
         "rigtige fil.")


Judged = tuple[Status, pd.DataFrame, tuple[Problem, ...]]  # changes, and what is wrong


@dataclass(frozen=True)
class Outcome:
    """What the gates found; the fields of ``Report`` they fill."""

    status: Status
    changes: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    question: Question | None = None
    fingerprint: str = ""
    mapping: tuple[Heading, ...] = ()
    jobcenters: tuple[str, ...] = ()
    columns: dict[tuple[str, int], str] = field(default_factory=dict)
    headed: dict[str, tuple[int, ...]] = field(default_factory=dict)
    joined: frozenset[tuple[str, int]] = frozenset()
    corrected: tuple[Correction, ...] = ()
    account: Account | None = None


def examine(session: Session, workbook: Workbook, dataset: Dataset, *, answers: Answers | None,
            without: Collection[str], today: date, remembered: bool = True) -> Outcome:
    """Check a workbook's records against those that stand. Never writes.

    remembered: whether what a sender has explained of the same headings holds for these.
    """
    known = background.load(session, dataset, today=today, anew=answers.anew if answers else ())
    known = known if remembered else replace(known, profiles={})
    found = columns.find(workbook, dataset, known, answers=answers)
    named: dict[str, Any] = {"fingerprint": found.fingerprint, "mapping": found.mapping, "notes": found.notes,
             "columns": found.columns, "headed": found.headed, "corrected": found.corrected}
    if found.problems or found.question:
        status: Status = "question" if found.question else "refused"
        return Outcome(status, laying.no_changes(), found.problems, question=found.question,
                       account=account_records.of_columns(workbook, found), **named)
    whole, (asked, noted) = several.settled(found.tables, dataset, known, found.said)
    asked += [problem for table in found.tables for problem in said_closed.problems(table, dataset)]
    every = row_reading.of(unpivot.each(whole, dataset, known), dataset, known, said=found.said)
    every = doubled.marked(ruling.of(dataset).settled(every, found.said), whole)
    every = replace(every, problems=(*every.problems, *asked), notes=(*every.notes, *noted))
    every = _with_sums_across(every, whole)
    who = tuple(sorted({p for p in every.frame["jobcenter"] if p} if "jobcenter" in every.frame else ()))
    rows = _left_out(every, without)
    named["notes"] = (*found.notes, *rows.notes, *ruling.of(dataset).notes(rows))
    nothing = rows.frame.empty and not rows.problems
    status, changes, problems = (("refused", laying.no_changes(), (Problem("fejl", 3, EMPTY),)) if nothing
                                 else judged(rows))
    stated = changes if status == "ready" else laying.changes(lost.parted(rows)[0])
    account = account_records.of(workbook, found.tables, every, changes=stated, problems=problems, without=without)
    return Outcome(status, changes, problems, jobcenters=who, account=account, joined=rows.joined,
                   **named)


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
    found = common.judge(rows, laying.laid(rows), changes)
    if not (found and len(gone)):
        return found
    certain = lost.without_doubt(rows, gone)
    again = set(common.judge(certain, laying.laid(certain), laying.changes(certain)))
    return [problem for problem in found if problem in again]


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
    table = Table("", headings, 0, grid, pd.Index([0] * len(grid)).to_numpy(),
                          {at: part.name for at, part in enumerate(dataset.parts)}, ())
    return doubled.marked(row_reading.of((table,), dataset, known), (table,))


def _typed(value: Any) -> Any:
    return None if value is None or value == "" else value if isinstance(value, date) else str(value)
