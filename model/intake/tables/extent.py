"""Where a table ends on its sheet: its own headings again, a second table under it, or something else altogether."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells.count_text import MISSING
from model.intake.datasets.declaration import Dataset
from model.intake.tables.heading_rows import is_of_places
from model.intake.tables.senses import Headings, is_word

SAID_MISSING = MISSING | {"ikke modtaget", "mangler", "modtages senere"}


@dataclass(frozen=True)
class Extent:
    """end: position after the last row. repeats: rows of headings to skip. second: where a table of ours begins."""

    end: int
    repeats: tuple[int, ...]
    second: int | None = None


def of(grid: np.ndarray, numbers: np.ndarray, leaf: int, headings: Headings) -> Extent:
    """How far the table under the headings in row ``leaf`` goes. ``grid``: cells; ``numbers``: the rows' numbers."""
    heads = _plain(grid[leaf])
    empty = ~pd.notna(grid).any(axis=1)
    after_gap = (np.diff(numbers, prepend=numbers[0]) > 1) | np.concatenate([[False], empty[:-1]])
    ours = _holds_headings(grid, leaf, headings)
    alike = np.zeros(len(grid), dtype=bool)
    for column in np.flatnonzero(pd.notna(grid[leaf]))[:1]:
        alike = grid[:, column] == grid[leaf, column]
    ends = _tells_words_from_rows(headings.dataset)
    repeats = []
    for p in map(int, np.flatnonzero(~empty & (after_gap | alike | ours) & (np.arange(len(grid)) > leaf))):
        texts = _plain(grid[p])
        if len(texts) >= 2 and texts.items() <= heads.items():
            repeats.append(p)
        elif ours[p] or (len(texts) >= 2 and set(texts.values()) <= set(heads.values())):
            return Extent(p, tuple(repeats), second=p)
        elif ends and after_gap[p] and _is_other_heading(grid[p], grid[leaf], headings):
            if not _goes_on(grid[p:], grid[leaf], headings):
                return Extent(p, tuple(repeats), second=_first(ours, after=p))
            if not _is_group_line(grid[p], headings):
                return Extent(p, tuple(repeats), second=p)
    return Extent(len(grid), tuple(repeats))


def _first(rows: np.ndarray, *, after: int) -> int | None:
    later = np.flatnonzero(rows[after + 1:])
    return int(later[0]) + after + 1 if len(later) else None


def _tells_words_from_rows(dataset: Dataset) -> bool:
    """Whether a row of words alone is none of the dataset's: its rows count, and no free text says what they count."""
    return any(part.kind == "count" for part in dataset.fields) and not any(key.kind == "text" for key in dataset.keys)


def _plain(cells: np.ndarray) -> dict[int, str]:
    """Column -> what stands there, normalised; only the columns that say something."""
    return {column: plain for column, cell in enumerate(cells) if cell is not None and (plain := normalise(str(cell)))}


def _holds_headings(grid: np.ndarray, leaf: int, headings: Headings) -> np.ndarray:
    """Rows that hold at least two different headings of ours: rows of words with no key under a heading of keys, and
    those that have a heading under each.
    """
    if is_of_places(grid[leaf], headings):
        return np.zeros(len(grid), dtype=bool)  # the headings of ours stand down its side
    codes, cells = pd.factorize(grid.ravel())
    codes = codes.reshape(grid.shape)
    empty, words = codes < 0, np.array([*map(is_word, cells), True], dtype=bool)[codes]
    keys = _key_columns(grid[leaf], headings)
    again = _named(codes[:, keys], cells, headings)
    rows = (again | empty[:, keys]).all(axis=1) & (words.all(axis=1) | again.any(axis=1))
    two = np.zeros(len(grid), dtype=bool)
    looked_up = np.where(rows[:, None] & words, codes, -1)
    names = {code: headings.spellings.column_in(cells[code]) for code in np.unique(looked_up[looked_up >= 0])}
    for at in np.flatnonzero((looked_up >= 0).sum(axis=1) >= 2):
        two[at] = len({names[code] for code in looked_up[at] if code >= 0} - {None}) >= 2
    return two


def _named(codes: np.ndarray, cells: np.ndarray, headings: Headings) -> np.ndarray:
    """Which cells are headings of ours. codes: which of the different ``cells`` each is; −1: empty."""
    named = np.zeros(len(cells) + 1, dtype=bool)
    for code in np.unique(codes[codes >= 0]):
        named[code] = is_word(cells[code]) and headings.spellings.column_in(cells[code]) is not None
    return named[codes]


def _key_columns(cells: np.ndarray, headings: Headings) -> list[int]:
    keys = {key.name for key in headings.dataset.keys if key.kind != "count"}
    return [column for column, cell in enumerate(cells) if headings.sense(cell).column in keys]


def _is_other_heading(cells: np.ndarray, leaf: np.ndarray, headings: Headings) -> bool:
    """Whether a row is words alone that begin with an unknown one, and none says that a figure is missing or states a
    key under that key's own heading.
    """
    filled = [cell for cell in cells if cell is not None]
    if len(filled) < 2 or not all(map(is_word, filled)) or any(_is_missing(cell) for cell in filled):
        return False
    if any(_is_own_key(cells[column], leaf[column], headings) for column in _key_columns(leaf, headings)):
        return False
    first = headings.sense(filled[0])
    keys = {key.name for key in headings.dataset.keys}
    return not (first.is_key_alone or first.total or (first.column is not None and first.column not in keys))


def _is_own_key(cell: object, heading: object, headings: Headings) -> bool:
    """Whether a cell states the key that is its column's heading."""
    own = headings.dataset.field(str(headings.sense(heading).column)).column
    sense = headings.sense(cell)
    return sense.is_key_alone and any(headings.dataset.field(name).column == own for name in sense.keys)


def _is_missing(cell: str) -> bool:
    return cell.strip().casefold() in SAID_MISSING


def _is_group_line(cells: np.ndarray, headings: Headings) -> bool:
    """Whether a row only names the rows under it: »Jobcentre i Østjylland | Antal | Antal«."""
    first, *rest = (cell for cell in cells if cell is not None)
    column = headings.spellings.column
    values = {key.name for key in headings.dataset.keys if key.kind == "count"}
    return column(first) is None and all(column(cell) in values for cell in rest)


def _goes_on(rows: np.ndarray, leaf: np.ndarray, headings: Headings) -> bool:
    """Whether one of the rows states a jobcenter, a column of ours or a key under its own heading, with a number beside
    it.

    rows: the cells from a row of other words. leaf: the headings.
    """
    dataset = headings.dataset
    keys = {key.name for key in dataset.keys}

    def is_known(cell: object) -> bool:
        sense = headings.sense(cell)
        place = sense.is_key_alone and any(dataset.field(name).column == "jobcenter" for name in sense.keys)
        return place or (sense.column is not None and not sense.loose and sense.column not in keys)

    codes, cells = pd.factorize(rows.ravel())
    codes = codes.reshape(rows.shape)
    known = np.array([*map(is_known, cells), False])[codes]
    for column in _key_columns(leaf, headings):
        own = np.array([*(_is_own_key(cell, leaf[column], headings) for cell in cells), False])
        known[:, column] |= own[codes[:, column]]
    number = np.array([*(not is_word(cell) for cell in cells), False])[codes]
    return bool((known.any(axis=1) & (number & ~known).any(axis=1)).any())
