"""A file with its corrections in it, to send back to whoever made it. Only what is read is in it."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from model.intake.cells.cell_text import written
from model.intake.files.workbook import column_index
from model.intake.mending import mending, seen
from model.intake.report import Correction, Report
from model.intake.sheets import PLAIN, danish_csv

MARKED = {"bg_color": "#FFF2CC", "border": 1}
LIST = "Rettelser"  # the sheet that lists them


def content(report: Report) -> bytes:
    """The file with its corrections; a workbook marks the cells that are changed and lists them on a sheet."""
    if not mending.is_workbook(report):
        [table] = report.workbook.sheets if report.workbook else ()
        grid = seen.cells(report, table.name, numbers=False)
        return danish_csv([[written(cell) or "" for cell in row] for row in grid.to_numpy(dtype=object)])
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN | {"default_date_format": "dd-mm-yyyy"}) as book:
        for sheet in report.workbook.sheets if report.workbook else ():
            _write(book, sheet.name, seen.cells(report, sheet.name, numbers=False), report.corrections)
        _list(book, report)
    return out.getvalue()


def _write(book: Any, title: str, grid: pd.DataFrame, corrections: Sequence[Correction]) -> None:
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
    value: str | int | float | datetime | None = cell
    return value


def _list(book: Any, report: Report) -> None:
    taken = {sheet.name.casefold() for sheet in report.workbook.sheets} if report.workbook else set()
    title = next(each for each in (LIST, *(f"{LIST} {n}" for n in range(2, 99))) if each.casefold() not in taken)
    page = book.add_worksheet(title)
    page.set_column(0, 0, 90)
    lines = ["Rettet, før filen blev kontrolleret. Kun det, der læses, er med i denne fil.",
             *map(mending.told, report.corrections)]
    for at, line in enumerate(lines):
        page.write_string(at, 0, line)
