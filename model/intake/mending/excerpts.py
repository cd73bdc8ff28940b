"""The rows of a file that a fault is seen in: the cell, what it is held against, and what tells the rows apart."""

from collections.abc import Collection
from dataclasses import dataclass

from model.intake.datasets.datasets import DATASETS
from model.intake.files.workbook import column_index
from model.intake.mending import mending, seen
from model.intake.mending.mending import Fault
from model.intake.report import Correction, Report

HEADING = 28  # characters of a heading
BEFORE, AFTER = 2, 2  # columns shown on either side of the cell a fault is in
ROWS = 3  # rows shown of those a fault is in


@dataclass(frozen=True)
class Excerpt:
    """Rows as they stand in the sheet, texts under headings. marked: the position of the column the fault is in.

    compared: of those it is held against. beside: positions of the rows that hold nothing but such.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: int | None
    compared: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()


def excerpt(report: Report, fault: Fault) -> Excerpt:
    """The first rows of a fault: what tells them apart, the cell, what it is held against and what stands beside it."""
    first = fault.first
    rows = fault.rows[:mending.OFFERED if first.rows else ROWS]
    held = _held_against(fault, rows)
    grid = seen.cells(report, first.sheet or "", sorted({*rows, *(row for row, _ in held)}))
    marked, others = mending.column(first) if first.cell else None, {column for _, column in held}
    read = sorted(column for sheet, column in report.columns if sheet == (first.sheet or ""))
    shown = [at for at in grid.columns if at in _near(read, marked) or at == marked or at in others]
    table, titles = seen.shown(grid[shown]), _headings(report, first.sheet or "")
    headings = ["Række", *(f"{letter} {titles.get(at, '')}".strip()
                           for letter, at in zip(table.columns[1:], shown, strict=True))]
    places = {at: place for place, at in enumerate(shown, start=1)}
    return Excerpt(tuple(headings), tuple(tuple(row) for row in table.to_numpy().tolist()),
                   None if marked is None else places.get(marked),
                   frozenset(places[at] for at in others if at in places),
                   frozenset(place for place, row in enumerate(grid.index) if row not in rows))


def _held_against(fault: Fault, rows: Collection[int]) -> set[tuple[int, int]]:
    """The cells (row, column from 0) that those of the fault in these rows are held against."""
    named = {cell for p in (*fault.problems, *fault.also) if p.row in rows for cell in p.beside}
    return {(Correction("", cell, None).row, column_index(cell.rstrip("0123456789"))) for cell in named}


def _near(read: list[int], marked: int | None) -> set[int]:
    """The first columns, which say whose a row is, and those beside the cell."""
    if marked is None or marked not in read:
        return set(read[:BEFORE + AFTER + 1])
    at = read.index(marked)
    return {*read[:BEFORE], *read[max(at - BEFORE, 0):at + AFTER + 1]}


def _headings(report: Report, sheet: str) -> dict[int, str]:
    """The sender's headings by column; of a file with several tables, ours for what its columns are read as."""
    if {named for named, _ in report.columns} == {sheet} and any(h.index == 0 for h in report.mapping):
        return {h.index: mending.short(h.heading, HEADING) for h in report.mapping}
    declared = DATASETS[report.dataset]
    titles = {column.name: column.heading for column in (*declared.keys, *declared.fields)}
    return {at: mending.short(titles.get(name, ""), HEADING)
            for (named, at), name in report.columns.items() if named == sheet}
