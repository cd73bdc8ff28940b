"""Keys that stand once for several records, in merged cells or on the first row of their block."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd

from model.basics.formatting import listing, normalise
from model.intake.cells.cell_text import written
from model.intake.datasets.declaration import Column, Dataset
from model.intake.records import sum_rows
from model.intake.records.tables import Table

MERGED = "{}Flettede celler i {} er læst på hver af de rækker, de dækker."
BLOCKS = "{}{} står kun på den første række i hver blok og er læst på rækkerne under den, til der står noget nyt."
OFTEN, SOME = 2, 1 / 3  # empty cells, and their share of the rows, from which blocks are plain


def filled_down(tables: Sequence[Table], dataset: Dataset) -> tuple[list[Table], list[str]]:
    """The tables with every key on each of its rows, and which columns that was done in."""
    found, notes = [], []
    for table in tables:
        where = f"Ark »{table.sheet}«: " if table.sheet else ""
        for words, fill in ((MERGED, _merged), (BLOCKS, _in_blocks)):
            table, headings = fill(table, dataset)
            notes += [words.format(where, listing(f"»{text}«" for text in headings))] if headings else []
        found.append(table)
    return found, notes


def _merged(table: Table, dataset: Dataset) -> tuple[Table, list[str]]:
    """Every merged key, and jobcenter that is no key, on each of the rows its cells cover."""
    keys = {part.name for part in dataset.parts if part in dataset.keys or part.kind == "jobcenter"}
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


def _in_blocks(table: Table, dataset: Dataset) -> tuple[Table, list[str]]:
    """Every key whose column is plainly written in blocks, on each row of its block."""
    rows = _records(table, dataset)
    grid, done = table.grid.copy(), []
    for at in _keys(table, dataset):
        above = _above(table, at, rows)
        if above and _is_plain(table.grid[:, at], rows, above):
            for row, text in above.items():
                grid[row, at] = text
            done.append(table.heading_of[at])
    return replace(table, grid=grid), done


def above(table: Table, dataset: Dataset) -> dict[tuple[int, int], str]:
    """(row, the file's column) of every empty key -> what stands over it, where it may have been meant for it too."""
    if table.origin is not None:
        return {}
    rows = _records(table, dataset)
    return {(int(table.rows[row]), at): written(text) or "" for at in _keys(table, dataset)
            if not _repeats([table.grid[row, at] for row in rows])
            for row, text in _above(table, at, rows).items()}


def of_part(part: Column, table: Table, numbers: np.ndarray, over: Mapping[tuple[int, int], str]) -> dict[int, str]:
    """What stands over a part's empty cells, by the position of their rows."""
    place = next((at for at, name in table.targets.items() if name == part.name), None)
    return {at: over[int(row), place] for at, row in enumerate(numbers)
            if place is not None and (int(row), place) in over}


def _keys(table: Table, dataset: Dataset) -> list[int]:
    names = {key.name for key in dataset.keys if key.kind != "number"}
    return [at for at, name in table.targets.items() if name in names]


def _records(table: Table, dataset: Dataset) -> list[int]:
    """The positions of the rows that state a record: more than one of their cells is filled, and none says a sum."""
    known = table.texts({key.name for key in dataset.keys})
    columns = [*table.targets, *(one.position for one in table.across.columns)]
    return [row for row in range(len(table.grid)) if pd.notna(table.grid[row, columns]).sum() > 1
            and sum_rows.summed(table, row, dataset, known) is None]


def _above(table: Table, at: int, rows: Collection[int]) -> dict[int, object]:
    """The empty cells of a column on the rows of records -> the last text over them; none after a sum."""
    texts: dict[int, object] = {}
    text: object = None
    for row in range(len(table.grid)):
        cell = table.grid[row, at]
        if row in rows and pd.isna(cell) and text is not None:
            texts[row] = text
        elif row not in rows:
            text = None if pd.notna(cell) else text
        elif pd.notna(cell):
            text = cell
    return texts


def _is_plain(column: np.ndarray, rows: Sequence[int], empty: Collection[int]) -> bool:
    """Whether the empty cells can only be meant so: many, none over the first text, and no text written twice running.
    """
    cells = [column[row] for row in rows]
    lacking = sum(map(pd.isna, cells))
    return len(empty) == lacking >= max(OFTEN, SOME * len(cells)) and not _repeats(cells)


def _repeats(cells: Sequence[object]) -> bool:
    """Whether a text is written again under itself: then an empty cell is one that was forgotten."""
    return any(pd.notna(one) and pd.notna(other) and normalise(str(one)) == normalise(str(other))
               for one, other in pairwise(cells))
