"""Keys in cells that are merged over several records: they are each of those records'."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from model.formatting import listing
from model.importing.record_datasets import RecordDataset
from model.importing.records.tables import Table


def filled_down(tables: Sequence[Table], dataset: RecordDataset) -> tuple[list[Table], list[str]]:
    """The tables with every merged key on each of its rows, and which columns that was done in."""
    found, notes = [], []
    for table in tables:
        table, headings = _filled(table, dataset)
        found.append(table)
        if headings:
            where = f"Ark »{table.sheet}«: " if table.sheet else ""
            notes.append(f"{where}Flettede celler i {listing(f'»{text}«' for text in headings)} er læst på hver af de "
                         "rækker, de dækker.")
    return found, notes


def _filled(table: Table, dataset: RecordDataset) -> tuple[Table, list[str]]:
    keys = {key.name for key in dataset.keys}
    grid = table.grid.copy()
    headings = table.heading_of
    done: dict[str, None] = {}
    for area in sorted(table.marks.merged, key=lambda area: (area.left, area.top)):
        rows = [at for at, row in enumerate(table.rows) if area.top <= row <= area.bottom]
        if table.targets.get(area.left) not in keys or not rows or table.rows[rows[0]] != area.top:
            continue
        value = grid[rows[0], area.left]
        open_ones = [at for at in rows[1:] if pd.isna(grid[at, area.left])]
        if pd.notna(value) and open_ones:
            grid[open_ones, area.left] = value
            done[headings[area.left]] = None
    return replace(table, grid=grid), list(done)
