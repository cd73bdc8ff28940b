"""A table on its sheet: its headings, what groups them, its rows, and the lines over and under it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from model.intake.files.workbook import NO_MARKS, Marks, Sheet
from model.intake.tables import extent, heading_rows
from model.intake.tables.extent import Extent
from model.intake.tables.heading_rows import LEAST_WORDS, HeadingRow
from model.intake.tables.senses import Headings, is_blank

Line = tuple[int, str]  # (row, text)


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A table as it stands on its sheet, whatever its headings mean. grid: its cells (rows × columns, None = empty).

    rows: their numbers. headed: the rows of the headings, what groups them first; a form has none. lines: over the
    headings. below: of another table underneath, which is not read. repeats: rows on which the headings stand again.
    second: the row where a second table with headings of ours begins.
    """

    sheet: str
    grid: np.ndarray
    rows: np.ndarray
    marks: Marks = NO_MARKS
    headed: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()
    repeats: tuple[int, ...] = ()
    second: int | None = None


@dataclass(frozen=True)
class Area:
    """Where a sheet's one table is. cells: the whole sheet's (rows × columns, None = empty). numbers: their rows'.

    headings: the cell that is each column's heading. groups: what stands over it for several, or None.
    """

    cells: np.ndarray
    numbers: np.ndarray
    row: HeadingRow
    extent: Extent
    headings: tuple[object, ...]
    groups: tuple[object, ...]

    @cached_property
    def body(self) -> np.ndarray:
        """The positions of its rows that hold anything and are not headings again."""
        rows = np.arange(self.row.leaf + 1, self.extent.end)
        filled = rows[pd.notna(self.cells[rows]).any(axis=1)]
        return np.setdiff1d(filled, self.extent.repeats)

    @property
    def first(self) -> int:
        """The position of the first row of headings."""
        return self.row.leaf if self.row.over is None else self.row.over

    @property
    def headed(self) -> tuple[int, ...]:
        """The rows of the headings: what groups them, where something does, then these."""
        return tuple(int(self.numbers[at]) for at in (self.row.over, self.row.leaf) if at is not None)

    @property
    def repeats(self) -> tuple[int, ...]:
        """The rows on which the headings stand once more."""
        return tuple(int(self.numbers[at]) for at in self.extent.repeats)

    @property
    def second(self) -> int | None:
        """The row where a second table with headings of ours begins."""
        return None if self.extent.second is None else int(self.numbers[self.extent.second])

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands above the headings."""
        return self._lines(0, self.first)

    @property
    def above(self) -> tuple[str, ...]:
        """The texts of the cells above the headings."""
        return tuple(str(cell).strip() for cell in self.cells[:self.first].ravel() if cell is not None)

    @property
    def below(self) -> tuple[Line, ...]:
        """What stands of another table underneath, which is not read."""
        return self._lines(self.extent.end, len(self.cells))

    def placed(self, sheet: Sheet) -> dict[str, Any]:
        """What a table has of it, by the names of ``Placed``."""
        return {"sheet": sheet.name, "grid": self.cells[self.body], "rows": self.numbers[self.body],
                "marks": sheet.marks, "headed": self.headed, "lines": self.lines, "below": self.below,
                "repeats": self.repeats, "second": self.second}

    def _lines(self, start: int, end: int) -> tuple[Line, ...]:
        texts = ((at, " ".join(str(cell).strip() for cell in self.cells[at] if cell is not None).strip())
                 for at in range(start, end))
        return tuple((int(self.numbers[at]), text) for at, text in texts if text)


def find(sheet: Sheet, headings: Headings, *, least: int = LEAST_WORDS,
         explained: Callable[[int], bool] = lambda position: False) -> Area | None:
    """The sheet's table, or None when nothing on it looks like one. See ``heading_rows.find``."""
    cells = sheet.cells.to_numpy(dtype=object)
    numbers = sheet.cells.index.to_numpy()
    row = heading_rows.find(cells, headings, least=least, explained=explained) if cells.size else None
    if row is None:
        return None
    return Area(cells, numbers, row, extent.of(cells, numbers, row.leaf, headings), *_headings(cells, row, headings))


def _headings(cells: np.ndarray, row: HeadingRow, headings: Headings) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """(each column's heading, what groups it): a cell over a column without a heading is its heading, not a group's.

    A group stands in the first of its columns only: it holds until the next cell of its row.
    """
    own = tuple(cells[row.leaf])
    if row.over is None:
        return own, (None,) * len(own)
    named, groups, group = [], [], None
    for cell, over in zip(own, cells[row.over], strict=True):
        taken = over is not None and is_blank(cell) and not headings.sense(over).keys
        group = over if over is not None else group
        named.append(over if taken else cell)
        group = None if taken else group
        groups.append(group)
    return tuple(named), tuple(groups)
