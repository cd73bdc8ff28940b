"""Which rows of a table state a record: not sums, not repeated headings, not lines of text under it."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import listing, normalise
from model.intake.datasets.declaration import Dataset
from model.intake.records import cancelling, sum_rows
from model.intake.records.sum_rows import Sum
from model.intake.records.tables import Table
from model.intake.report import Problem

SHOWN = 20


@dataclass(frozen=True)
class Lines:
    """The rows of a table that state records, and their numbers. days: positions of those that speak of their day.

    keep: the rows' positions in the table. sums: those that add up others.
    """

    table: Table
    grid: np.ndarray
    numbers: np.ndarray
    keep: tuple[int, ...]
    sums: tuple[Sum, ...] = ()
    days: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def lines(table: Table, dataset: Dataset) -> Lines:
    """The rows that state a record, with what they say of their days where the rest of the street finds it."""
    told = cancelling.read(table, dataset)
    keep, summed, notes = rows(told.table, dataset, told.days)
    of_day = frozenset(at for at, row in enumerate(keep) if row in told.days)
    return Lines(told.table, told.table.grid[keep], told.table.rows[keep], tuple(keep), tuple(summed), of_day,
                 told.problems, (*told.notes, *notes))


def rows(table: Table, dataset: Dataset, days: Collection[int]) -> tuple[list[int], list[Sum], list[str]]:
    """(the rows that state a record, those that add up others, what is told of the rest).

    Neither are lines of text below the table and repeated headings. days: rows that speak of their day alone, which may
    look like any of them.
    """
    if not table.rows.any():
        return list(range(len(table.rows))), [], []  # a form states each of its rows
    named = {key.name for key in dataset.keys if key.kind != "text"}
    keys = [p for p, name in table.targets.items() if name in named]
    mapped = list(table.targets)
    heads = {normalise(h.heading) for h in table.headings}
    keep, found, skipped = [], [], []
    known = table.texts({key.name for key in dataset.keys})
    for at, line in enumerate(table.grid):
        filled = [p for p in mapped if pd.notna(line[p]) and str(line[p]).strip()]
        said = {normalise(str(line[p])) for p in keys if pd.notna(line[p])}
        lone = len(filled) <= 1 and len(mapped) > 2 and not any(isinstance(line[p], int | float) for p in filled)
        total = None if at in days else sum_rows.summed(table, at, dataset, known)
        found += [total] if total else []
        if at not in days and (total or not filled or (said and said <= heads) or lone):
            skipped.append(str(table.rows[at]))
        else:
            keep.append(at)
    shown = listing(list(dict.fromkeys(skipped))[:SHOWN])
    told = f"Række {shown} er ikke læst: summer, gentagne overskrifter eller tekst under tabellen."
    return keep, found, [told] if skipped else []
