"""Where a table ends on its sheet: its own headings again, a second table under it, or something else altogether."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells.count_text import MISSING, NUMERIC
from model.intake.columns.vocabulary import PLACES, Vocabulary
from model.intake.datasets.monthly_figures import MONTH, VALUE

SAID_MISSING = MISSING | {"ikke modtaget", "mangler", "modtages senere"}


@dataclass(frozen=True)
class Extent:
    """end: position after the last row. repeats: rows of headings to skip. second: where a table of ours begins."""

    end: int
    repeats: tuple[int, ...]
    second: int | None = None


def of(grid: np.ndarray, numbers: np.ndarray, leaf: int, vocabulary: Vocabulary) -> Extent:
    """How far the table under the headings in row ``leaf`` goes. ``grid``: cells; ``numbers``: the rows' numbers."""
    heads = _plain(grid[leaf])
    empty = ~pd.notna(grid).any(axis=1)
    after_gap = (np.diff(numbers, prepend=numbers[0]) > 1) | np.concatenate([[False], empty[:-1]])
    ours = _holds_headings(grid, vocabulary)
    alike = np.zeros(len(grid), dtype=bool)
    for column in np.flatnonzero(pd.notna(grid[leaf]))[:1]:
        alike = grid[:, column] == grid[leaf, column]
    repeats = []
    for p in map(int, np.flatnonzero(~empty & (after_gap | alike | ours) & (np.arange(len(grid)) > leaf))):
        said = _plain(grid[p])
        if len(said) >= 2 and said.items() <= heads.items():
            repeats.append(p)
        elif ours[p] or (len(said) >= 2 and set(said.values()) <= set(heads.values())):
            return Extent(p, tuple(repeats), second=p)
        elif after_gap[p] and _is_other_heading(grid[p], vocabulary):
            if not _goes_on(grid, leaf, p, vocabulary):
                return Extent(p, tuple(repeats))
            if not _is_group_line(grid[p], vocabulary):
                return Extent(p, tuple(repeats), second=p)
    return Extent(len(grid), tuple(repeats))


def _plain(cells: np.ndarray) -> dict[int, str]:
    """Column -> what stands there, normalised; only the columns that say something."""
    return {column: plain for column, cell in enumerate(cells) if cell is not None and (plain := normalise(str(cell)))}


def _holds_headings(grid: np.ndarray, vocabulary: Vocabulary) -> np.ndarray:
    """Rows of words that hold at least two different headings of ours; only their different cells are looked up."""
    codes, cells = pd.factorize(grid.ravel())
    words = np.array([*map(_is_word, cells), True], dtype=bool)  # the last stands for an empty cell
    only_words = words[codes].reshape(grid.shape).all(axis=1)
    looked_up = np.unique(codes.reshape(grid.shape)[only_words])
    names = np.full(len(cells) + 1, None, dtype=object)
    for code in looked_up[looked_up >= 0]:
        names[code] = vocabulary.spellings.column_in(cells[code])
    targets, _ = pd.factorize(names)
    found = np.where(only_words[:, None], targets[codes].reshape(grid.shape), -1)
    some = np.flatnonzero((found >= 0).sum(axis=1) >= 2)
    rows = np.zeros(len(grid), dtype=bool)
    rows[some] = [len(set(found[p][found[p] >= 0])) >= 2 for p in some]
    return rows


def _is_word(cell: object) -> bool:
    return isinstance(cell, str) and not NUMERIC.match(cell.strip())


def _is_words(cells: np.ndarray) -> bool:
    return all(_is_word(cell) for cell in cells if cell is not None)


def _is_other_heading(cells: np.ndarray, vocabulary: Vocabulary) -> bool:
    """Whether a row is words alone that begin with an unknown one, and none says that a figure is missing."""
    filled = [cell for cell in cells if cell is not None]
    if len(filled) < 2 or not _is_words(cells) or any(_is_missing(cell) for cell in filled):
        return False
    return vocabulary.meaning(filled[0]).kind not in {"place", "total", "field", "month"}


def _is_missing(cell: str) -> bool:
    return cell.strip().casefold() in SAID_MISSING


def _is_group_line(cells: np.ndarray, vocabulary: Vocabulary) -> bool:
    """Whether a row only names the rows under it: »Jobcentre i Østjylland | Antal | Antal«."""
    first, *rest = (cell for cell in cells if cell is not None)
    column = vocabulary.spellings.column
    return column(first) is None and all(column(cell) == VALUE.name for cell in rest)


def _goes_on(grid: np.ndarray, leaf: int, start: int, vocabulary: Vocabulary) -> bool:
    """Whether known jobcenters, or measures of ours, with numbers stand in the table's key columns from ``start``."""
    keys = [vocabulary.meaning(cell) if cell is not None else None for cell in grid[leaf]]
    columns = [i for i, key in enumerate(keys) if key and key.kind == "key" and key.target in PLACES] or [0]
    first = keys[columns[0]]
    kinds = {"place", "field"} | ({"month"} if first and first.target == MONTH.name else set())
    rest = grid[start:]
    for column in columns:
        for cell in pd.unique(pd.Series(rest[:, column], dtype=object).dropna()):
            if vocabulary.meaning(cell).kind in kinds:
                others = np.delete(rest[rest[:, column] == cell], column, axis=1)
                if any(not isinstance(c, str) or NUMERIC.match(c.strip()) for c in others.ravel() if c is not None):
                    return True
    return False
