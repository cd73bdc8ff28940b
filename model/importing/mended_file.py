"""A file with its corrections in it: to look at where the faults are, and to send back to whoever made it.

Only what is read is shown: a text in a column that is not ours may be anybody's name.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter

from model.importing.cells.cell_text import written
from model.importing.files.workbook import Sheet, column_index, column_letters
from model.importing.report import Correction, Report
from model.importing.sheets import PLAIN, danish_csv

MARKED = {"bg_color": "#FFF2CC", "border": 1}
LIST = "Rettelser"  # the sheet that lists them


def cells(report: Report, sheet: str) -> pd.DataFrame:
    """A sheet as it was checked, what is not read left out: raw cells, rows numbered as a spreadsheet does."""
    found = _sheet(report, sheet)
    if found is None:
        return pd.DataFrame()
    grid = found.cells.to_numpy(dtype=object, copy=True)
    read = {column for named, column in report.columns if named == sheet}
    for column in range(grid.shape[1]):
        if column not in read:
            texts = np.array([isinstance(cell, str) for cell in grid[:, column]], dtype=bool)
            grid[texts, column] = None
    return pd.DataFrame(grid, index=found.cells.index, columns=range(grid.shape[1]), dtype=object)


def shown(cells: pd.DataFrame, rows: Iterable[int] | None = None) -> pd.DataFrame:
    """Raw cells for reading: texts under the columns' letters, the row's number first. rows: those wanted, or all."""
    wanted = cells if rows is None else cells.loc[[row for row in rows if row in cells.index]]
    texts = {column_letters(at): [written(cell) or "" for cell in wanted[at]] for at in wanted.columns}
    return pd.DataFrame({"Række": [str(row) for row in wanted.index], **texts})


def _sheet(report: Report, name: str) -> Sheet | None:
    sheets = report.workbook.sheets if report.workbook else ()
    return next((sheet for sheet in sheets if sheet.name == name), None)


def name(report: Report) -> str:
    """``tal-rettet.csv``; every kind of workbook becomes .xlsx."""
    path = PurePath(report.file_name)
    return f"{path.stem}-rettet{'.xlsx' if _is_workbook(report) else '.csv'}"


def _is_workbook(report: Report) -> bool:
    return bool(report.workbook) and any(sheet.name for sheet in report.workbook.sheets)  # type: ignore[union-attr]


def content(report: Report, corrections: Sequence[str]) -> bytes:
    """The file with its corrections; a workbook marks the cells that are changed and lists them on a sheet.

    corrections: each one in Danish.
    """
    if not _is_workbook(report):
        grid = cells(report, "")
        return danish_csv([[written(cell) or "" for cell in row] for row in grid.to_numpy(dtype=object)])
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN | {"default_date_format": "dd-mm-yyyy"}) as book:
        for sheet in report.workbook.sheets if report.workbook else ():
            _write(book, sheet.name, cells(report, sheet.name), report.corrections)
        _list(book, report, corrections)
    return out.getvalue()


def _write(book: xlsxwriter.Workbook, title: str, grid: pd.DataFrame, corrections: Sequence[Correction]) -> None:
    page, mark = book.add_worksheet(title), book.add_format(MARKED)
    changed = {(c.row, column_index(c.cell.rstrip("0123456789"))): c for c in corrections
               if c.value is not None and c.sheet == title}
    for row, line in zip(grid.index, grid.to_numpy(dtype=object), strict=True):
        for at, cell in enumerate(line):
            correction = changed.get((row, at))
            if correction is not None:
                page.write(row - 1, at, _typed(cell), mark)
                page.write_comment(row - 1, at, f"Før: {correction.was or '(tom)'}")
            elif cell is not None:
                page.write(row - 1, at, cell)
    page.set_column(0, max(grid.shape[1] - 1, 0), 16)


def _typed(cell: Any) -> str | int | float | datetime | None:
    """What was typed as a spreadsheet would take it: ``61`` is a number, ``0779`` a text."""
    if isinstance(cell, str) and cell.isdecimal() and (cell == "0" or not cell.startswith("0")):
        return int(cell)
    found: str | int | float | datetime | None = cell
    return found


def _list(book: xlsxwriter.Workbook, report: Report, corrections: Sequence[str]) -> None:
    taken = {sheet.name.casefold() for sheet in report.workbook.sheets} if report.workbook else set()
    title = next(each for each in (LIST, *(f"{LIST} {n}" for n in range(2, 99))) if each.casefold() not in taken)
    page = book.add_worksheet(title)
    page.set_column(0, 0, 90)
    lines = ["Rettet, før filen blev kontrolleret. Kun det, der læses, er med i denne fil.", *corrections]
    for at, line in enumerate(lines):
        page.write_string(at, 0, line)
