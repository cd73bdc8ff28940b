"""A file's cells as they were checked, for looking at and for giving back, without what may be anybody's name.

Only what is read is shown: a text in a column that is not ours, or in a line beside the table, may be a person's.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from model.intake.cells.cell_text import written
from model.intake.cells.count_text import NUMERIC
from model.intake.columns import own_words
from model.intake.files.workbook import column_letters
from model.intake.report import Report

TABLE = 2  # cells of read columns that a row of the table at least has, where none of them is a number


def cells(report: Report, sheet: str, rows: Iterable[int] | None = None, *, numbers: bool = True) -> pd.DataFrame:
    """A sheet's raw cells, rows numbered as a spreadsheet does. rows: those wanted, or all.

    numbers: with the numbers of columns that are not read. Those columns' texts and dates are never there.
    """
    found = next((s.cells for s in (report.workbook.sheets if report.workbook else ()) if s.name == sheet), None)
    if found is None:
        return pd.DataFrame()
    if rows is not None:
        found = found.loc[[row for row in rows if row in found.index]]
    grid = found.to_numpy(dtype=object, copy=True)
    told = _told(report, sheet)
    read = [column for named, column in report.columns if named == sheet and column < grid.shape[1]]
    others = np.setdiff1d(np.arange(grid.shape[1]), read)
    plain = np.frompyfunc(_is_plain_number, 1, 1)(grid[:, others]).astype(bool) if numbers and others.size else False
    grid[:, others] = np.where(plain, grid[:, others], None)
    for at in np.flatnonzero(~_of_the_table(grid[:, read])):
        grid[at, read] = None
    for at in np.flatnonzero(found.index < max(report.headed.get(sheet, (0,)))):
        grid[at] = [cell if cell is not None and _is_ours(cell) else None for cell in grid[at]]
    for line, row in enumerate(found.index):
        if row not in told and not any(_is_ours(cell) for cell in grid[line] if cell is not None):
            grid[line] = None
    return pd.DataFrame(grid, index=found.index, columns=range(grid.shape[1]), dtype=object)


def _told(report: Report, sheet: str) -> set[int]:
    """The rows that are headings, state something, are wrong or were mended; any other may be a line of words."""
    stated = report.changes["row"][report.changes["sheet"].fillna("").eq(sheet) & report.changes["row"].notna()]
    wrong = {row for p in report.problems if (p.sheet or "") == sheet for row in (p.row, *p.rows) if row}
    return {*map(int, stated), *report.headed.get(sheet, ()), *wrong,
            *(c.row for c in report.corrections if c.sheet == sheet)}


def _is_ours(cell: object) -> bool:
    """Whether a cell over the headings is a number, a date or a text that names nobody."""
    return not isinstance(cell, str) or own_words.is_own(cell, own_words.JOBCENTERS_ALONE)


def _is_plain_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _of_the_table(grid: np.ndarray) -> np.ndarray:
    """Which rows hold a number, or as many cells as a row of headings or records does."""
    filled: np.ndarray = pd.notna(grid).sum(axis=1) >= TABLE
    lone = np.flatnonzero(~filled)
    filled[lone] = [any(_is_number(cell) for cell in grid[at]) for at in lone]
    return filled


def _is_number(cell: object) -> bool:
    return _is_plain_number(cell) or (isinstance(cell, str) and bool(NUMERIC.match(cell.strip())))


def shown(cells: pd.DataFrame) -> pd.DataFrame:
    """Raw cells for reading: texts under the columns' letters, the row's number first."""
    texts = {column_letters(at): [written(cell) or "" for cell in cells[at]] for at in cells.columns}
    return pd.DataFrame({"Række": [str(row) for row in cells.index], **texts})
