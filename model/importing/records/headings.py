"""Which headings a dataset of records knows, and which dataset a file's headings speak of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import numpy as np
import pandas as pd

from model.formatting import normalise
from model.importing.columns import sums
from model.importing.columns.profiles import fingerprint
from model.importing.files.workbook import Sheet, Workbook
from model.importing.record_datasets import RecordDataset

SEARCHED = 20  # the headings stand in one of the first so many rows
MISSPELT = 0.8  # likeness from which a heading is probably one of ours misspelt


class Words:
    """Every spelling of a dataset's columns, normalised."""

    def __init__(self, dataset: RecordDataset) -> None:
        self.dataset = dataset
        self.by_word = {normalise(word): part.name for part in reversed(dataset.parts)
                        for word in (*part.aliases, part.heading, part.name)}
        if any(part.kind == "jobcenter" for part in dataset.parts):
            self.by_word |= {normalise(word): "jobcenter" for word in sums.STUBS}
        # An alias of one column never takes another column's own name.
        self.by_word |= {normalise(word): part.name for part in dataset.parts for word in (part.heading, part.name)}

    def part(self, cell: Any) -> str | None:
        """The part a heading names."""
        if cell is None:
            return None
        added = sums.added(str(cell))
        return self.by_word.get(normalise(str(cell))) or (self.by_word.get(normalise(added)) if added else None)

    def nearest(self, text: str) -> str | None:
        """The part whose word the text is probably a misspelling of."""
        plain = normalise(text)
        scored = [(SequenceMatcher(None, plain, word).ratio(), name) for word, name in self.by_word.items()]
        best = max(scored, default=(0.0, ""))
        return best[1] if len(plain) >= 4 and best[0] >= MISSPELT else None


def spellings(dataset: RecordDataset) -> list[str]:
    """Every word a heading of the dataset may be, for finding the separator."""
    return [word for part in dataset.parts for word in (*part.aliases, part.heading, part.name)]


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


def first_rows(workbook: Workbook) -> Iterator[Sequence[Any]]:
    """The rows of every sheet among which the headings are looked for."""
    for sheet in workbook.sheets:
        yield from sheet.cells.to_numpy(dtype=object)[:SEARCHED]


def score(workbook: Workbook, dataset: RecordDataset) -> int:
    """How many columns of the dataset a sheet names, when it names a record and something of it; else 0."""
    words = Words(dataset)
    best = 0
    for sheet in workbook.sheets:
        for _, named in heading_rows(sheet, words):
            kinds = set(named) - {None}
            keys = {key.name for key in dataset.keys if key.kind != "course_day"}
            told = kinds & {field.name for field in dataset.fields}
            own = {key.name for key in dataset.keys if key.kind not in ("jobcenter", "month")} & kinds
            if keys <= kinds and (told or len(own) > 1):
                best = max(best, len(kinds))
    return best


def heading_rows(sheet: Sheet, words: Words) -> Iterator[tuple[int, list[str | None]]]:
    """The rows that may hold the headings, with the part each cell names."""
    grid = sheet.cells.to_numpy(dtype=object)
    for position, cells in enumerate(grid[:SEARCHED]):
        yield position, [words.part(cell) for cell in cells]
