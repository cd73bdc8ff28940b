"""Which headings a dataset of records knows, and which dataset a file's headings speak of."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.columns import fitting, likeness, sums
from model.intake.columns.fitting import Candidate, Content, Scope
from model.intake.columns.profiles import fingerprint
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.register import DATASETS
from model.intake.files.workbook import Sheet, Workbook
from model.intake.records import steps
from model.intake.records.named_days import Plan, day_named

SEARCHED = 20  # the headings stand in one of the first so many rows
MISSPELT = 0.8  # likeness from which a heading is probably one of ours misspelt
STAYED_AWAY = re.compile(r"(?<![^\W\d_])(?:ikke|ej|uden|afbud|afmeldt\w*|udeble\w*|frav\w*|frafald\w*|no.?shows?)"
                         r"(?![^\W\d_])", re.IGNORECASE)  # of a heading: the opposite of what it resembles
SHORTEST = 4  # letters of a heading that can be a misspelling


class Words:
    """Every spelling of a dataset's columns, normalised."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.by_word = {normalise(word): part.name for part in reversed(dataset.parts)
                        for word in (*part.aliases, part.heading, part.name)}
        if any(part.kind == "jobcenter" for part in dataset.parts):
            self.by_word |= {normalise(word): "jobcenter" for word in sums.STUBS}
        self.scaled = any(map(steps.is_part, self.by_word.values()))
        if self.scaled:
            self.by_word |= steps.WORDS
        # An alias of one column never takes another column's own name.
        self.by_word |= {normalise(word): part.name for part in dataset.parts for word in (part.heading, part.name)}
        self.candidates = {part.name: part for part in fitting.candidates(dataset, self.by_word)}

    def part(self, cell: Any) -> str | None:
        """The part a heading names."""
        if cell is None:
            return None
        if self.scaled and (named := steps.named(str(cell))):
            return named
        added = sums.added(str(cell))
        return self.by_word.get(normalise(str(cell))) or (self.by_word.get(normalise(added)) if added else None)

    def nearest(self, text: str, found: Content) -> str | None:
        """The part whose word the text is probably a misspelling of, of those that its cells can be."""
        if len(normalise(text)) < SHORTEST or STAYED_AWAY.search(text):
            return None
        return fitting.by_heading(text, found, self._guessed(), likeness=MISSPELT)

    def resembles_a_step(self, text: str, found: Content) -> bool:
        """Whether a heading nobody knows over counts is like a step's of a scale: one letter off may be its other end.
        """
        if not self.scaled or found.number < fitting.MOST or steps.step(text):
            return False
        own = [part for part in self.candidates.values() if steps.is_part(part.name)]
        return steps.is_like_one(text) or any(likeness.like(normalise(text), part.words) >= MISSPELT for part in own)

    def _guessed(self) -> list[Candidate]:
        """The parts that a heading may be guessed to be: never a step of a scale."""
        return [part for part in self.candidates.values() if not steps.is_part(part.name)]

    def guess(self, text: str, found: Content, taken: Collection[str]) -> str | None:
        """What a column nobody knows may be: what its heading resembles, else what its cells speak for."""
        if STAYED_AWAY.search(text):
            return None
        parts = self._guessed()
        return fitting.by_heading(text, found, parts) or fitting.by_values(found, parts, taken=taken)


def words_of(dataset: Dataset) -> Words:
    """The words of one of our own datasets, which are made once."""
    return _words_of(dataset.name)


@cache
def _words_of(name: str) -> Words:
    return Words(DATASETS[name])


def scope_of(plan: Plan, places: Mapping[str, str]) -> Scope:
    """What cells are held against. plan: the course days."""
    held = set(plan.held.values())
    return Scope(places, course_day=lambda text: normalise(text) in plan.words or day_named(text) in held)


def spellings(dataset: Dataset) -> list[str]:
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


def heading_rows(sheet: Sheet, words: Words) -> Iterator[tuple[int, list[str | None]]]:
    """The rows that may hold the headings, with the part each cell names."""
    grid = sheet.cells.to_numpy(dtype=object)
    for position, cells in enumerate(grid[:SEARCHED]):
        yield position, [words.part(cell) for cell in cells]


def is_title(grid: np.ndarray, at: int) -> bool:
    """Whether a row is a line over a table: one cell, with several on the next row that is not empty."""
    filled = pd.notna(grid).sum(axis=1)
    return bool(filled[at] == 1) and next((int(wide) for wide in filled[at + 1:] if wide), 0) > 1
