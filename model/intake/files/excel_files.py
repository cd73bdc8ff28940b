"""Workbooks (.xlsx): every sheet's stored values, refused before they are read when they would not fit."""

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import openpyxl
import pandas as pd
from openpyxl.utils import escape

from model.basics import personal_data
from model.basics.formatting import listing, number, without_direction_marks
from model.basics.settings import Settings
from model.intake.files import excel_looks, kinds
from model.intake.files.excel_looks import Look
from model.intake.files.excel_parts import Package
from model.intake.files.workbook import (
    Content,
    FileRefused,
    Place,
    Sheet,
    address,
    column_letters,
    listed,
    problem,
    refusal,
    shown_name,
    trimmed,
)
from model.intake.report import Problem

UNPACKED_TIMES = 5  # an honest workbook unpacks to less than this many times the largest file accepted
PARTS = 5_000
LAST_ROW = 1_048_576  # of an Excel sheet
GRID_CELLS = 20_000_000  # what one sheet may make us walk through, empty cells included
AS_THEY_ARE = frozenset({int, float, type(None)})  # the kinds of nearly all cells
LINE_BREAK = re.compile(r"\r\n?|\v")
CONTROL = re.compile(r"[\x00-\x08\x0c\x0e-\x1f]")
BROKEN = (ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, NotImplementedError, OSError,
          RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error)
DAMAGED = ("Excel-filen er beskadiget og kan ikke læses. Åbn den i Excel, lad Excel reparere den, gem den under et nyt "
           "navn som »Excel-projektmappe (*.xlsx)«, og indlæs den nye fil.")
BOMB = ("Excel-filen fylder for meget, når den pakkes ud ({} MB; højst {} MB). Kopiér de celler, der skal bruges, til "
        "et nyt regneark, og gem det for sig.")
ZIPPED = "Filen er en pakket mappe (zip) og ikke et regneark. Pak den ud, og indlæs regnearket i den."
STRICT = f"Filen er gemt som »Strict Open XML-projektmappe«. {kinds.TO_XLSX}"
NO_CELLS = ("Filen er tom: der er ingen celler med indhold i de synlige ark. Kontrollér, at det er den rigtige fil, og "
            "gem den igen.")
ONE_COLUMN = ("Filen har kun én kolonne. Der skal være en kolonne til jobcenteret og en til hvert tal. Brug Excels "
              "»Tekst til kolonner«, hvis tallene står i samme celle.")
UNSTORED = ("Celle {} har en formel uden gemt resultat, fordi filen er lavet af et program, der ikke regner. Åbn filen "
            "i Excel, gem den, og indlæs den igen.")
HIDDEN_PARTS = ("Ark »{}«: {} {} er skjult i Excel (måske af et filter), men læst med. Slet det skjulte, hvis det ikke "
                "skal bruges.")
SHOWN_PARTS = 10  # hidden rows or columns named in a note
MORE_UNSURE = "{} celler mere er streget over, hævet eller sænket."
HIDDEN_NOTE = "Skjulte ark er ikke læst: {}. Gør dem synlige i Excel, hvis tallene skal bruges."


def read_excel(content: bytes, limits: Settings) -> Content:
    """Every sheet of the workbook, with what is wrong with it. Raises FileRefused when it cannot be opened safely."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bomb(archive, limits)
            _refuse_other_packages(set(archive.namelist()))
            return _extract(Package(archive), limits)
    except FileRefused:
        raise
    except BROKEN:  # the parser's own words may quote a cell, so they go no further
        raise refusal(DAMAGED) from None


def _refuse_bomb(archive: zipfile.ZipFile, limits: Settings) -> None:
    entries = archive.infolist()
    most = UNPACKED_TIMES * limits.max_file_mb
    megabytes = -(-sum(entry.file_size for entry in entries) // 1_000_000)
    if megabytes > most or len(entries) > PARTS:
        raise refusal(BOMB.format(number(megabytes), number(most)))
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal(kinds.PASSWORD)


def _refuse_other_packages(names: set[str]) -> None:
    office = any(name.startswith(("word/", "ppt/", "visio/")) for name in names)
    for other, text in (("xl/vbaProject.bin" in names, kinds.MACROS), ("xl/workbook.bin" in names, kinds.BINARY_EXCEL),
                        ("content.xml" in names, kinds.OPEN_DOCUMENT), (office, kinds.OTHER_OFFICE),
                        ("[Content_Types].xml" not in names, ZIPPED)):
        if other:
            raise refusal(text)


def _extract(package: Package, limits: Settings) -> Content:
    if package.highest_row() > LAST_ROW or package.has_entities:
        raise refusal(DAMAGED)
    if package.is_strict:
        raise refusal(STRICT)
    with warnings.catch_warnings():  # openpyxl warns by quoting the cell
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(package.plain(), read_only=True, data_only=True, keep_links=False)
        found = [(page.sheet_state == "visible", Sheet(page.title, _cells(page, limits))) for page in book.worksheets]
    looks = excel_looks.of(package)
    shown = tuple(_as_seen(sheet, looks.get(sheet.name)) for visible, sheet in found if visible)
    hidden = tuple(sheet for visible, sheet in found if not visible)
    marked = tuple(Place(name, cell.row, cell.column) for name, cell in package.long_numbers()
                   if personal_data.is_cpr(float(cell.value)))
    unsure = [each for sheet in shown if sheet.name in looks for each in looks[sheet.name].problems]
    lacking = [each for sheet in shown if sheet.name in looks for each in looks[sheet.name].warnings(sheet.name)]
    asides = (*package.asides(), *(aside for look in looks.values() for aside in look.asides))
    return Content(shown, hidden, asides=asides, marked=marked, notes=_notes(shown, hidden, looks),
                   problems=(*_emptiness(shown), *_unstored(package, {sheet.name for sheet in shown}),
                             *listed(unsure, MORE_UNSURE), *lacking))


def _as_seen(sheet: Sheet, look: Look | None) -> Sheet:
    """The sheet with what a person sees in the cells whose stored value is something else."""
    if look is None:
        return sheet
    grid = sheet.cells.to_numpy(dtype=object, copy=True)
    rows = {row: at for at, row in enumerate(sheet.cells.index)}
    for (row, column), text in look.texts.items():
        if row in rows and column < grid.shape[1]:
            grid[rows[row], column] = _value(text)
    cells = pd.DataFrame(grid, index=sheet.cells.index, columns=sheet.cells.columns, dtype=object)
    return Sheet(sheet.name, trimmed(cells) if look.texts else sheet.cells, look.marks)


def _hidden_parts(sheet: Sheet) -> Iterator[str]:
    """What is told of rows and columns that are hidden but hold something."""
    filled = sheet.cells.notna()
    rows = [str(row) for row in sheet.cells.index[filled.any(axis=1)] if row in sheet.marks.hidden_rows]
    columns = [column_letters(at) for at in sheet.cells.columns[filled.any(axis=0)] if at in sheet.marks.hidden_columns]
    for what, names in (("række", rows), ("kolonne", columns)):
        if names:
            more = f" og {number(len(names) - SHOWN_PARTS)} til" if len(names) > SHOWN_PARTS else ""
            said = ", ".join(names[:SHOWN_PARTS]) + more if more else listing(names)
            yield HIDDEN_PARTS.format(shown_name(sheet.name), what, said)


def _cells(page: Any, limits: Settings) -> pd.DataFrame:
    """The sheet's values as an object frame, rows numbered as Excel does."""
    page.reset_dimensions()  # the size the file claims may be wrong
    rows = dict(_rows(page.iter_rows(values_only=True), page.title, limits))
    width = max(map(len, rows.values()), default=0)
    square = [row + (None,) * (width - len(row)) for row in rows.values()]
    cells = pd.DataFrame(square, index=list(rows), columns=range(width), dtype=object)
    if rows and max(rows) <= limits.max_rows:  # else something stands far below, and the emptiness above is left out
        cells = cells.reindex(range(1, max(rows) + 1)).astype(object)
        cells = cells.where(cells.notna(), None)
    return trimmed(cells)


def _rows(raw: Iterable[tuple[object, ...]], title: str, limits: Settings) -> Iterator[tuple[int, tuple[object, ...]]]:
    """(row number, cells up to the last value) of the rows that are not empty. Raises FileRefused past the limits."""
    walked = filled = 0
    for at, row in enumerate(raw, 1):
        if not row:
            continue
        walked += len(row)
        cut = tuple([raw if type(raw) in AS_THEY_ARE else _value(raw) for raw in _without_tail(row)])
        if not any(value is not None for value in cut):
            continue
        filled += 1
        if len(cut) > limits.max_columns:
            raise _too_large(title, f"{number(limits.max_columns)} kolonner")
        if filled > limits.max_rows or walked > GRID_CELLS:
            raise _too_large(title, f"{number(limits.max_rows)} rækker")
        yield at, cut


def _without_tail(row: tuple[object, ...]) -> tuple[object, ...]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]


def _value(raw: object) -> object:
    """A cell as str, int, float, bool, datetime or None; blank text is None, a time of day is text."""
    if isinstance(raw, str):
        text = unescaped(raw)
        return without_direction_marks(text) if text.strip() else None
    if raw is None or isinstance(raw, (int, float, dt.datetime)):
        return raw
    return dt.datetime(raw.year, raw.month, raw.day) if isinstance(raw, dt.date) else str(raw)


def unescaped(text: str) -> str:
    """A stored text as Excel shows it: ``_x000D_`` and its like decoded, other control signs left out."""
    if "_x" not in text:
        return text
    found = escape.unescape(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return CONTROL.sub("", LINE_BREAK.sub("\n", found))


def _too_large(title: str, most: str) -> FileRefused:
    return FileRefused((problem(f"Arket har mere end {most}, og flere kan ikke læses. Slet det, der ikke skal bruges, "
                                "eller del filen i flere.", sheet=shown_name(title)),))


def _notes(shown: tuple[Sheet, ...], hidden: tuple[Sheet, ...], looks: dict[str, Look]) -> tuple[str, ...]:
    names = ", ".join(f"»{shown_name(sheet.name)}«" for sheet in hidden if not sheet.cells.empty)
    found = [HIDDEN_NOTE.format(names)] if names else []
    for sheet in shown:
        if sheet.name in looks:
            found += [*looks[sheet.name].notes(sheet.name), *_hidden_parts(sheet)]
    return tuple(found)


def _emptiness(sheets: tuple[Sheet, ...]) -> list[Problem]:
    width = max((sheet.cells.shape[1] for sheet in sheets), default=0)
    return [problem((NO_CELLS, ONE_COLUMN)[width])] if width < 2 else []


def _unstored(package: Package, used: set[str]) -> list[Problem]:
    found = [problem(UNSTORED.format(address(cell.row, cell.column)), sheet=shown_name(name), row=cell.row,
                     column=column_letters(cell.column), cell=address(cell.row, cell.column))
             for name, cell in package.unstored() if name in used or not name]
    return listed(found, "{} celler mere har en formel uden gemt resultat.")
