"""The third gate for records: every row's key and values, read whole columns at a time, and what is wrong with keys."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from model.basics.formatting import month_long
from model.intake.cells import values
from model.intake.checks import merged
from model.intake.checks.naming import MOST, rest
from model.intake.datasets.declaration import Column, Dataset
from model.intake.files.workbook import address
from model.intake.records import (
    cells,
    free_places,
    merged_keys,
    merged_values,
    parts,
    places,
    record_names,
    stated,
    sum_rows,
    wholes,
    word_questions,
)
from model.intake.records.background import Background
from model.intake.records.free_places import Freed
from model.intake.records.rows import GATE, Rows
from model.intake.records.stated import Lines
from model.intake.records.tables import Table
from model.intake.records.wholes import Wholes
from model.intake.report import Problem, Severity

EMPTY = "er ikke udfyldt. Skriv det, eller slet rækken."
NOTHING_SAID: Mapping[str, str] = MappingProxyType({})
AS_ABOVE = ("er ikke udfyldt. Gælder »{}« fra rækken over også her, så skriv det; ellers skriv det rigtige, eller slet "
            "rækken.")


@dataclass(frozen=True)
class _Fault:
    """What is wrong with one part of the record at a position, and what probably is meant.

    place: the file's column, where that is not the first of the part's. empty: nothing stands there; the text goes on
    from the heading.
    """

    at: int
    part: Column
    text: str
    severity: Severity
    meant: str | None = None
    place: int | None = None
    empty: bool = False


@dataclass
class _Columns:
    """The columns of the records' frame as they are made, what is wrong in them and how they were read."""

    made: dict[str, Any]
    faults: list[_Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def of(tables: tuple[Table, ...], dataset: Dataset, background: Background, *,
       said: Mapping[str, str] = NOTHING_SAID) -> Rows:
    """Every row of the tables as a record, and the errors of their keys and cells. said: answers, by questions' ids."""
    freed = [free_places.read(replace(table, grid=_as_shown(table, dataset)), dataset, background) for table in tables]
    lines = [stated.lines(each.table, dataset) for each in freed]
    words = word_questions.settled(lines, dataset, said)
    made = [_table(each, grid, free, dataset, background)
             for each, grid, free in zip(lines, words.grids, freed, strict=True)]
    frame = pd.concat([part.frame for part in made], ignore_index=True)
    return Rows(dataset, frame, background, {c: h for part in made for c, h in part.headings.items()},
                {at: p for part in made for at, p in part.positions.items()},
                problems=(*words.problems, *(told for part in made for told in part.problems)),
                notes=(*words.notes, *(note for part in made for note in part.notes)),
                controls=frozenset(cell for part in made for cell in part.controls))


def _table(lines: Lines, grid: np.ndarray, freed: Freed, dataset: Dataset, background: Background) -> Rows:
    """One table's rows as records, with what its sums and its merged cells come to."""
    table, columns = lines.table, _columns(lines, grid, dataset, background)
    frame = pd.DataFrame(columns.made)
    frame["stands"] = free_places.stands(freed, lines.keep, places.stands(table, dataset, lines.keep))
    frame["label"] = [record_names.label(dataset, row, background) for row in frame.to_dict("records")]
    labels = dict(zip(frame["row"], frame["label"], strict=True))
    shared = merged_values.problems(table, dataset, labels)
    wrong = {fault.at for fault in columns.faults if fault.part in dataset.keys and fault.severity == "fejl"}
    frame["lost"] = frame.index.isin(wrong) | frame["row"].isin(merged.rows(table.marks, shared))
    rows = Rows(dataset, frame, background, *_placed(table, dataset))
    sums = sum_rows.check(table, dataset, lines.keep, lines.sums)
    free = free_places.held(rows, freed, lines.keep)
    return replace(rows, controls=frozenset((table.sheet, row, at) for row, at in sums.cells | free.cells),
                   problems=(*_told_faults(rows, columns.faults), *freed.problems, *lines.problems, *shared,
                             *sums.problems, *free.problems),
                   notes=(*freed.notes, *lines.notes, *columns.notes, *sums.notes, *free.notes,
                          *merged_values.notes(table, dataset, labels)))


def _columns(lines: Lines, grid: np.ndarray, dataset: Dataset, background: Background) -> _Columns:
    """Every part's column, read in the order in which they are declared."""
    table, numbers = lines.table, lines.numbers
    columns = _Columns({"row": numbers.astype("int64"), "sheet": [table.sheet] * len(numbers)})
    made, over = columns.made, merged_keys.above(table, dataset)
    for part in dataset.parts:
        column = parts.read(_narrowed(part, made, dataset), table, grid, dataset, background)
        for at in (at for at, name in table.targets.items() if name == part.name and part.whole):
            wholes.read(part, column, grid[:, at], lines.grid[:, at], made, Wholes(dataset, background))
        made[part.column] = pd.Series(list(column.value), dtype=object)
        if part not in dataset.keys:
            made[f"{part.column}_mark"] = pd.Series(list(column.mark), dtype=object)
        if part.kind == "date":
            made[f"{part.column}_silent"] = [column.silent.get(at) for at in range(len(numbers))]
        columns.faults += _faults(part, column, needed=_needed(part, lines, dataset),
                                  above=merged_keys.of_part(part, table, numbers, over))
        columns.notes += parts.readings(part, column, table)
    if table.unsure:
        made["unsure"] = pd.DataFrame({at: values.counts(grid[:, at]).value for at in table.unsure}).sum(axis=1)
    return columns


def _narrowed(part: Column, made: Mapping[str, Any], dataset: Dataset) -> Column:
    """The part with the choices that go with what the table's rows say of the key it goes with, for its remedies."""
    if part.goes_with is None:
        return part
    key, choices = part.goes_with
    said = dict.fromkeys(value for value in made[dataset.field(key).column] if value is not None)
    return replace(part, offered=tuple(dict.fromkeys(choice for value in said for choice in choices.get(value, ()))))


def _needed(part: Column, lines: Lines, dataset: Dataset) -> set[int]:
    """The positions of the rows that must say a part: every one a key, but those that speak of a day the day alone."""
    if part not in dataset.keys or (part.given and part.name not in lines.table.names):
        return set()
    every = set(range(len(lines.numbers)))
    return every if part.kind == "course_day" else every - lines.days


def _as_shown(table: Table, dataset: Dataset) -> np.ndarray:
    """The cells, days of which Excel shows the month alone as that month: a month that was typed is made its first."""
    dates = {at for at, name in table.targets.items() if dataset.field(name).kind == "date"}
    at_row = {int(row): at for at, row in enumerate(table.rows)}
    grid = table.grid
    for row, column in table.marks.months if dates else ():
        cell = grid[at_row[row], column] if row in at_row and column in dates else None
        if isinstance(cell, date) and cell.day == 1:
            grid = grid.copy() if grid is table.grid else grid
            grid[at_row[row], column] = month_long(cell)
    return grid


def _faults(part: Column, column: cells.Read, *, needed: Collection[int], above: Mapping[int, str]) -> list[_Fault]:
    """What is wrong with a part's cells. needed: where it must be filled in. above: what stands over empty cells."""
    meant = column.meant or [None] * len(column.fault)
    wrong = [_Fault(at, part, text, "fejl", meant[at], column.place.get(at))
             for at, text in enumerate(column.fault) if text]
    doubtful = [_Fault(at, part, text, "advarsel") for at, text in enumerate(column.warning) if text]
    empty = [_Fault(at, part, AS_ABOVE.format(above[at]) if at in above else EMPTY, "fejl", above.get(at), empty=True)
             for at in sorted(needed)
             if column.value[at] is None and not column.fault[at]]
    return [*wrong, *doubtful, *empty]


def _placed(table: Table, dataset: Dataset) -> tuple[dict[str, str], dict[tuple[str, str], int]]:
    """The sender's heading and the file's column of every part that has one, by the table's column."""
    first = {dataset.field(name).column: at for at, name in reversed(table.targets.items())}
    return ({column: table.heading_of[at] for column, at in first.items()},
            {(table.sheet, column): at for column, at in first.items() if table.origin is None})


def _told_faults(rows: Rows, faults: list[_Fault]) -> list[Problem]:
    """Each fault by row and heading, no more than a person can read."""
    once = {(fault.part.name, fault.text, rows.place(rows.frame.iloc[fault.at], fault.part.column) or fault.at): fault
            for fault in reversed(faults)}  # a cell that is read for several records is told once
    ordered = sorted(once.values(), key=lambda fault: (fault.severity != "fejl", fault.at))
    return [*(_told_fault(rows, fault) for fault in ordered[:MOST]), *rest(len(ordered), GATE)]


def _told_fault(rows: Rows, fault: _Fault) -> Problem:
    part = fault.part
    stands = rows.place(rows.frame.iloc[fault.at], part.column)
    heading = stands.heading if stands else rows.headings.get(part.column, part.heading)
    reason = f"»{heading}«{'' if fault.empty else ':'} {fault.text}"
    told = rows.problem(fault.at, reason, column=part.column, severity=fault.severity,
                        gate=GATE if part in rows.dataset.keys else 4, suggestion=fault.meant)
    told = replace(told, reason=reason)
    return told if fault.place is None or told.row is None else replace(told, cell=address(told.row, fault.place))
