"""Which headings a dataset of records knows, and which dataset a file's headings speak of."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.columns.fitting import Scope
from model.intake.columns.profiles import fingerprint
from model.intake.columns.spellings import SEARCHED, Spellings
from model.intake.files.workbook import Sheet, Workbook
from model.intake.records.named_days import Plan, day_named


def scope_of(plan: Plan, places: Mapping[str, str]) -> Scope:
    """What cells are held against. plan: the course days."""
    held = set(plan.held.values())
    return Scope(places, course_day=lambda text: normalise(text) in plan.words or day_named(text) in held)


@dataclass(frozen=True)
class Column:
    """One column of a table: where it stands, its heading ("" where it has none), and what a profile knows it by."""

    position: int
    heading: str
    key: str


def columns_of(grid: np.ndarray, at: int) -> list[Column]:
    """The columns of the table whose headings stand at a position: those with a heading, and those with values only.

    Of headings that are written more than once, each is told from the others by a number in its key.
    """
    seen: Counter[str] = Counter()
    found = []
    for position, cell in enumerate(grid[at]):
        if cell is None and not pd.notna(grid[at + 1:, position]).any():
            continue
        text = "" if cell is None else str(cell).strip()
        key = normalise(text)
        seen[key] += 1
        found.append(Column(position, text, key if seen[key] == 1 else f"{key}#{seen[key]}"))
    return found


def fingerprints(workbook: Workbook) -> Iterator[str]:
    """The fingerprint of every row that may hold the headings, as a profile remembers them."""
    for sheet in workbook.sheets:
        grid = sheet.cells.to_numpy(dtype=object)
        for at in range(min(SEARCHED, len(grid))):
            yield fingerprint(column.key for column in columns_of(grid, at))


def heading_rows(sheet: Sheet, words: Spellings) -> Iterator[tuple[int, list[str | None]]]:
    """The rows that may hold the headings, with the part each cell names."""
    grid = sheet.cells.to_numpy(dtype=object)
    for position, cells in enumerate(grid[:SEARCHED]):
        yield position, [words.column(cell) for cell in cells]


def is_title(grid: np.ndarray, at: int) -> bool:
    """Whether a row is a line over a table: one cell, with several on the next row that is not empty."""
    filled = pd.notna(grid).sum(axis=1)
    return bool(filled[at] == 1) and next((int(wide) for wide in filled[at + 1:] if wide), 0) > 1
