"""Which rows of a table state a record: not sums, not repeated headings, not lines of text under it."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.formatting import listing, normalise
from model.importing.columns import sums
from model.importing.record_datasets import RecordDataset
from model.importing.records import cancelling
from model.importing.records.tables import Table
from model.importing.report import Problem

LANDSDELE = ("vest", "øst", "vestjylland", "østjylland")
WHOLES = {normalise(word) for word in (*sums.REGION, *sums.COUNTRY, *LANDSDELE)}


@dataclass(frozen=True)
class Lines:
    """The rows of a table that state records, and their numbers. days: positions of those that speak of their day."""

    table: Table
    grid: np.ndarray
    numbers: np.ndarray
    days: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def lines(table: Table, dataset: RecordDataset) -> Lines:
    """The rows that state a record, with what they say of their days where the rest of the street finds it."""
    told = cancelling.read(table, dataset)
    keep, notes = rows(told.table, dataset, told.days)
    of_day = frozenset(at for at, row in enumerate(keep) if row in told.days)
    return Lines(told.table, told.table.grid[keep], told.table.rows[keep], of_day, told.problems,
                 (*told.notes, *notes))


def rows(table: Table, dataset: RecordDataset, days: Collection[int]) -> tuple[list[int], list[str]]:
    """The rows that state a record: not totals, not lines of text below the table, not repeated headings.

    days: rows that speak of their day alone, which may look like either.
    """
    if not table.rows.any():
        return list(range(len(table.rows))), []  # a form states each of its rows
    named = {key.name for key in dataset.keys if key.kind != "text"}  # a centre may be called »Total«
    keys = [p for p, name in table.targets.items() if name in named]
    mapped = list(table.targets)
    heads = {normalise(h.heading) for h in table.headings}
    keep, skipped = [], []
    for at, line in enumerate(table.grid):
        filled = [p for p in mapped if pd.notna(line[p]) and str(line[p]).strip()]
        texts = [str(line[p]) for p in keys if pd.notna(line[p])]
        said = {normalise(text) for text in texts}
        lone = len(filled) <= 1 and len(mapped) > 2 and not any(isinstance(line[p], int | float) for p in filled)
        if at not in days and (any(map(_is_total, texts)) or not filled or (said and said <= heads) or lone):
            skipped.append(str(table.rows[at]))
        else:
            keep.append(at)
    told = f"Række {listing(skipped[:20])} er ikke læst: summer, gentagne overskrifter eller tekst under tabellen."
    return keep, [told] if skipped else []


def _is_total(text: str) -> bool:
    """Whether a key says that the row adds up others: all of them, a region's, one jobcenter's."""
    if normalise(text) in WHOLES:
        return True
    found = sums.summed(text)
    return found is not None and (not found[1] or normalise(found[1]) in WHOLES)
