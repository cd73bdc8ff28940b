"""Which rows of a table state a record: not sums, not repeated headings, not lines of text under it."""

from collections.abc import Collection

import pandas as pd

from model.formatting import listing, normalise
from model.importing.record_datasets import RecordDataset
from model.importing.records import sum_rows
from model.importing.records.sum_rows import Sum
from model.importing.records.tables import Table

SHOWN = 20


def rows(table: Table, dataset: RecordDataset, days: Collection[int]) -> tuple[list[int], list[Sum], list[str]]:
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
