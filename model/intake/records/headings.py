"""The columns of a table of records, and what a profile remembers them by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.columns.fitting import Scope
from model.intake.columns.profiles import fingerprint
from model.intake.columns.spellings import SEARCHED
from model.intake.files.workbook import Workbook
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


def columns_of(headings: Sequence[object], below: np.ndarray) -> list[Column]:
    """The columns of a table: those with a heading, and those with values only. below: the cells under the headings.

    Of headings that are written more than once, each is told from the others by a number in its key.
    """
    seen: Counter[str] = Counter()
    columns = []
    for position, cell in enumerate(headings):
        if cell is None and not pd.notna(below[:, position]).any():
            continue
        text = "" if cell is None else str(cell).strip()
        key = normalise(text)
        seen[key] += 1
        columns.append(Column(position, text, key if seen[key] == 1 else f"{key}#{seen[key]}"))
    return columns


def fingerprint_at(cells: np.ndarray, at: int) -> str:
    """What a profile would know a sheet by, were its headings the row at a position."""
    return fingerprint(column.key for column in columns_of(cells[at], cells[at + 1:]))


def fingerprints(workbook: Workbook) -> Iterator[str]:
    """The fingerprint of every row that may hold the headings, as a profile remembers them."""
    for sheet in workbook.sheets:
        cells = sheet.cells.to_numpy(dtype=object)
        yield from (fingerprint_at(cells, at) for at in range(min(SEARCHED, len(cells))))
