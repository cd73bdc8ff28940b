"""Which rows of a table state a record: not sums, not repeated headings, not lines of text under it."""

from collections.abc import Collection

import pandas as pd

from model.formatting import listing, normalise
from model.importing.columns import sums
from model.importing.record_datasets import RecordDataset
from model.importing.records.tables import Table

LANDSDELE = ("vest", "øst", "vestjylland", "østjylland")
WHOLES = {normalise(word) for word in (*sums.REGION, *sums.COUNTRY, *LANDSDELE)}


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
