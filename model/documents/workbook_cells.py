"""Cells of a workbook: numbers as numbers, texts never as formulas, shares with the decimals they are printed with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from model.basics.shares import decimals_beside, end_decimals, percent_format, share_decimals
from model.documents.letters import plain
from model.statistics.intervals import FEWEST

WHOLE = "#,##0"  # Excel puts the reader's own thousands point and decimal comma
DAY = "[$-406]d. mmm yyyy"  # in Danish whoever reads it
LONG = 70  # the widest column of words, in characters


@dataclass(frozen=True)
class Share:
    """x of n judged by ``target``; a number that Excel shows as a percentage, and nothing where n is under 20."""

    x: int | None
    n: int | None
    target: int | None


@dataclass(frozen=True)
class End:
    """The ``low`` or the high end (0–100) of the interval round a share that is judged by ``target``."""

    value: float | None
    target: int | None
    low: bool


@dataclass(frozen=True)
class Percent:
    """A whole percentage that is no share: a target."""

    value: int | None


class Book:
    """A workbook being made, with the formats all its sheets share."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        """Take over ``book``; close it when every sheet is written."""
        self.book = book
        self._formats: dict[str, Format] = {}

    def sheet(self, name: str, *, title: str, lines: Sequence[str]) -> tuple[Worksheet, int]:
        """A sheet with its heading and the lines under it; the next free row."""
        made = self.book.add_worksheet(name)
        made.hide_gridlines(2)
        made.write_string(0, 0, plain(title), self.look("title"))
        for at, line in enumerate(lines, start=1):
            made.write_string(at, 0, plain(line), self.look("quiet"))
        return made, len(lines) + 2

    def table(self, sheet: Worksheet, top: int, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Headings and rows from row ``top`` on; the row after the last."""
        for column, words in enumerate(head):
            sheet.write_string(top, column, plain(words), self.look("head"))
        at, written = top + 1, list(rows)
        least = [_decimals(cells) for cells in zip(*written, strict=True)]
        for row in written:
            for column, cell in enumerate(row):
                self.cell(sheet, at, column, cell, least=least[column])
            at += 1
        return at

    def cell(self, sheet: Worksheet, row: int, column: int, value: Any, *, least: int = 0) -> None:
        """One cell: nothing where the value is not known. ``least``: decimals of a share among others in its column."""
        if isinstance(value, Share):
            self._share(sheet, row, column, value, least)
        elif isinstance(value, End):
            if value.value is not None:
                decimals = end_decimals(value.value, target=value.target, low=value.low)
                sheet.write_number(row, column, value.value / 100, self.look(percent_format(decimals)))
        elif isinstance(value, Percent):
            if value.value is not None:
                sheet.write_number(row, column, value.value / 100, self.look(percent_format(0)))
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime.combine(value, time()), self.look(DAY))
        elif isinstance(value, str):
            sheet.write_string(row, column, plain(value), self.look("words"))
        elif not pd.isna(value):
            sheet.write_number(row, column, int(value), self.look(WHOLE))

    def look(self, name: str) -> Format:
        """The format of a heading, of words, or of numbers by their number format."""
        looks = {"title": {"bold": True, "font_size": 14}, "quiet": {"font_color": "#595959"},
                 "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F0", "border": 1},
                 "words": {"text_wrap": True, "valign": "top"}}
        if name not in self._formats:
            self._formats[name] = self.book.add_format(looks.get(name, {"num_format": name, "valign": "top"}))
        return self._formats[name]

    def _share(self, sheet: Worksheet, row: int, column: int, value: Share, least: int) -> None:
        if value.x is None or value.n is None or value.n < FEWEST:
            return
        decimals = share_decimals(value.x, value.n, target=value.target, least=least)
        sheet.write_number(row, column, value.x / value.n, self.look(percent_format(decimals)))


def _decimals(cells: Iterable[Any]) -> int:
    """Of the shares in a column."""
    return decimals_beside(cell.n for cell in cells if isinstance(cell, Share) and cell.x is not None)


def readable(sheet: Worksheet, top: int, last: int, columns: int, *, frozen: int, widths: dict[int, int]) -> None:
    """Headings in sight, a filter on every column, and widths that words fit in."""
    sheet.freeze_panes(top + 1, frozen)
    if last > top:
        sheet.autofilter(top, 0, last, columns - 1)
    for column in range(columns):
        sheet.set_column(column, column, widths.get(column, 15))
