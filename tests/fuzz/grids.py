"""A file as a grid of cells that can be changed and written again, as a workbook or as text."""

import csv
import io
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from model.intake.report import Report
from tests.fuzz.fates import Fates
from tests.fuzz.sources import Source

FORMS = ("xlsx", ";", "\t", ",")
LONGEST = 60  # rows and columns: larger sources only take longer
DIGITS = 15  # of a number that a spreadsheet holds whole


class Figure(NamedTuple):
    """What the file as it is says of one cell: whose figure, of what, how many, under which heading."""

    key: tuple[str, ...]
    measure: str
    value: int
    heading: str


@dataclass(eq=False)
class Cell:
    """One cell, known by itself wherever it is moved. look: "", raised, struck, or a number format."""

    value: Any
    figure: Figure | None = None
    look: str = ""


@dataclass
class Page:
    """A sheet: rows of cells, merged areas as a spreadsheet writes them, numbers of hidden rows."""

    name: str
    rows: list[list[Cell]]
    merged: list[str] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)

    def where(self, cell: Cell) -> tuple[int, int] | None:
        """Its row and column from 0; None when it is gone."""
        return next(((r, c) for r, row in enumerate(self.rows) for c, each in enumerate(row) if each is cell), None)


@dataclass
class Book:
    """A whole file. form: ``xlsx``, or the mark between a text file's cells."""

    name: str
    form: str
    pages: list[Page]
    dataset: str | None = None

    def written(self) -> bytes:
        """The file's bytes."""
        return _workbook(self.pages) if self.form == "xlsx" else _text(self.pages[0], self.form)

    def copy(self) -> "Book":
        """Another with the same cells, each its own."""
        return replace(self, pages=[replace(page, rows=[[replace(cell) for cell in row] for row in page.rows],
                                            merged=[*page.merged], hidden={*page.hidden}) for page in self.pages])


@cache
def of(source: Source, form: str) -> Book | None:
    """The source's cells in a form; None where its bytes are no table."""
    try:
        pages = _pages(source)
    except Exception:  # noqa: BLE001  # many fixtures are broken on purpose, each in a way of its own
        return None
    pages = [page for page in pages if any(len(row) > 1 for row in page.rows)]
    if not pages or len(pages[0].rows) > LONGEST:
        return None
    stem = source.name.rpartition(".")[0]
    return Book(f"{stem}.{'xlsx' if form == 'xlsx' else 'csv'}", form, pages if form == "xlsx" else pages[:1],
                source.dataset)


def with_figures(book: Book, report: Report) -> Book:
    """The book with what the report says of each cell that is surely known for a figure."""
    made, fates = book.copy(), Fates(report)
    pages = {page.name if book.form == "xlsx" else "": page for page in made.pages}
    for one in report.changes[report.changes["value"].notna()].itertuples():
        page = pages.get(one.sheet or "")
        if page is None or one.row is None or not 0 < one.row <= len(page.rows):
            continue
        alike = [c for c, cell in enumerate(page.rows[one.row - 1]) if number(cell.value) == one.value
                 and fates.is_stored(one.sheet or "", one.row, c)]
        under = [c for c in alike if any(_same(row[c].value, one.column) for row in page.rows if c < len(row))] or alike
        if len(under) == 1:
            page.rows[one.row - 1][under[0]].figure = Figure(key_of(one), one.measure, int(one.value), one.column)
    return made


def key_of(change: Any) -> tuple[str, ...]:
    """Whose figure a row of ``Report.changes`` is."""
    return (change.record,) if hasattr(change, "record") else (str(change.jobcenter), f"{change.month:%Y-%m}")


def number(value: object) -> int | None:
    """A cell that holds a plain whole number; None for all others."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else None
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _same(value: object, heading: object) -> bool:
    return isinstance(value, str) and isinstance(heading, str) and value.strip() == heading.strip()


def _pages(source: Source) -> list[Page]:
    if source.is_workbook:
        book = openpyxl.load_workbook(io.BytesIO(source.content), data_only=True)
        return [Page(sheet.title, [[Cell(cell.value) for cell in row] for row in sheet.iter_rows()])
                for sheet in book.worksheets if sheet.sheet_state == "visible"
                and max(sheet.max_row, sheet.max_column) <= LONGEST]
    try:
        text = source.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = source.content.decode("cp1252")
    mark = max(";\t,|", key=text.count)
    rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    width = max(map(len, rows))
    return [Page("Ark1", [[Cell(value or None) for value in (*row, *[""] * (width - len(row)))] for row in rows])]


def _text(page: Page, mark: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows([[typed(cell.value) for cell in row]
                                                                      for row in page.rows])
    return out.getvalue().encode("utf-8-sig", errors="replace")


def typed(value: object) -> str:
    """A value as a Dane would type it."""
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y}"
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _workbook(pages: list[Page]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        for r, row in enumerate(page.rows, 1):
            for c, cell in enumerate(row, 1):
                if cell.value is not None:
                    _put(sheet.cell(r, c), cell)
        for area in page.merged:
            sheet.merge_cells(area)
        for r in page.hidden:
            sheet.row_dimensions[r].hidden = True
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _put(place: Any, cell: Cell) -> None:
    plain = number(cell.value)
    held = ILLEGAL_CHARACTERS_RE.sub("", cell.value) if isinstance(cell.value, str) else cell.value
    value = plain if plain is not None and str(plain) == held and len(held) <= DIGITS else held
    if cell.look == "raised":
        place.value = CellRichText(str(value), TextBlock(InlineFont(vertAlign="superscript"), "1"))
        return
    place.value = value
    if isinstance(value, str) and not value.startswith("="):
        place.data_type = "s"
    if cell.look == "struck":
        place.font = Font(strike=True)
    elif cell.look:
        place.number_format = cell.look
