"""What is kept of a file: its bytes when every text in it was read or is ours, otherwise a table of what was read.

A list of forbidden words never knows every name, so a text is let in, never kept out: it stands in a column that is
used and on a row that was read, or it is one of our own words (docs/decisions/0004-what-is-kept.md).
"""

import csv
import io
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import numpy as np
import pandas as pd

from model.basics import personal_data
from model.intake.cells.cell_text import written
from model.intake.columns import own_words
from model.intake.datasets.monthly_figures import CODE, MEASURE, MONTH, NAME
from model.intake.files import excel_beside
from model.intake.files.workbook import Sheet, column_index, column_letters
from model.intake.keeping.own import Own
from model.intake.mending import mending
from model.intake.report import Report
from model.intake.sheets import PLAIN

WHOSE = (CODE.name, NAME.name)  # what a record's jobcenter is called too
KEYS = (MONTH.name, MEASURE.name, "kursusdag")
FILLED = 2  # read cells of a row that is more than a line of text
DECLARED = {"declared": True}
COUNTED = {"kind": "csv", "counted": True}  # of a list only the table of its counts
BOM = "\ufeff"


@dataclass(frozen=True)
class Kept:
    """What is kept. left_out: empty when these are the bytes as they came; see ``Upload.left_out``."""

    content: bytes
    left_out: dict[str, Any]


@dataclass(frozen=True)
class _Part:
    """One sheet as it is kept: its cells, the columns that are not, and whether a text outside the table is not."""

    sheet: Sheet
    cells: pd.DataFrame
    columns: tuple[int, ...]
    lines: bool
    tells: bool  # a text that is left out may be anybody's


def of(report: Report, content: bytes, own: Own) -> Kept:
    """What is kept of the file that a report is on, and what is left out of it."""
    if report.counted is not None:
        return Kept(_text([_whole(sheet) for sheet in report.workbook.sheets] if report.workbook else []), COUNTED)
    if report.answers is not None and report.answers.keep_original and not holds_people(report):
        return Kept(content, DECLARED)
    parts, missing = _looked_at(report, content, own)
    if not missing:
        return Kept(content, {})
    return Kept(_workbook(parts) if missing["kind"] == "xlsx" else _text(parts), missing)


def holds_people(report: Report) -> bool:
    """Whether a file plainly is about people, whatever its sender says: a list, a heading of names, a mailbox, a phone.

    The heading of a column that is used is a jobcenter's or a centre's name.
    """
    if report.listing is not None or report.counted is not None:
        return True
    sheets = (*report.workbook.sheets, *report.workbook.hidden) if report.workbook else ()
    return any(_holds_people(sheet, {column for name, column in report.columns if name == sheet.name})
               for sheet in sheets)


def _holds_people(sheet: Sheet, read: Collection[int]) -> bool:
    cells = sheet.cells.to_numpy(dtype=object)
    texts = [cell if isinstance(cell, str) else "" for cell in cells.ravel()]
    return any(finding.kind == "contact" or finding.position % cells.shape[1] not in read
               for finding in personal_data.scan(texts))


def left_out(report: Report, content: bytes, own: Own) -> dict[str, Any]:
    """What would be left out of the file unless its sender says that it may be kept; empty when nothing would."""
    if report.counted is not None:
        return COUNTED
    return _looked_at(report, content, own)[1]


def _looked_at(report: Report, content: bytes, own: Own) -> tuple[list[_Part], dict[str, Any]]:
    sheets, hidden = (report.workbook.sheets, report.workbook.hidden) if report.workbook else ((), ())
    read = {sheet for sheet, _ in report.columns}
    parts = [_part(sheet, report, own) for sheet in sheets if sheet.name in read]
    others = [sheet for sheet in (*sheets, *hidden) if sheet.name not in read and not sheet.cells.empty]
    beside = mending.is_workbook(report) and excel_beside.holds_words(content, _shown((*sheets, *hidden)))
    if parts and not (beside or any(part.tells for part in parts) or any(_speaks(sheet, own) for sheet in others)):
        return parts, {}
    kind = "xlsx" if mending.is_workbook(report) else "csv"
    return parts, {"kind": kind, **_left_out(parts, len(others), beside=beside)}


def _left_out(parts: Iterable[_Part], sheets: int, *, beside: bool) -> dict[str, Any]:
    return {"columns": {part.sheet.name: list(map(column_letters, part.columns)) for part in parts if part.columns},
            "lines": any(part.lines for part in parts), "sheets": sheets, "beside": beside}


def _shown(sheets: Iterable[Sheet]) -> set[str]:
    texts = {cell for sheet in sheets for cell in sheet.cells.to_numpy(dtype=object).ravel() if isinstance(cell, str)}
    return texts | {sheet.name for sheet in sheets}


def _whole(sheet: Sheet) -> _Part:
    return _Part(sheet, sheet.cells, (), lines=False, tells=False)


def _part(sheet: Sheet, report: Report, own: Own) -> _Part:
    grid = _as_it_came(sheet, report)
    rows = sheet.cells.index.to_numpy()
    read = np.array(sorted(column for name, column in report.columns
                           if name == sheet.name and column < grid.shape[1]), dtype=int)
    headed = report.headed.get(sheet.name, ())
    made = np.full(grid.shape, None, dtype=object)
    whole = np.isin(rows, [*_stored(report, sheet.name), *headed[-1:]])
    made[np.ix_(whole, read)] = grid[np.ix_(whole, read)]
    top = int(np.searchsorted(rows, headed[-1])) if headed else 0
    for at in range(top):
        made[at] = _above(grid[at], own, kept=_headings(grid, rows, at, top, read, headed))
    parts = [report.columns[sheet.name, int(p)] for p in read]
    for silent in np.flatnonzero(~whole[top:]) + top:
        made[silent, read] = _beneath(grid[silent, read], parts, own)
    gone = pd.notna(grid) & (made != grid)
    others = np.setdiff1d(np.arange(grid.shape[1]), read)
    outside = gone.copy()
    outside[top:, others] = False
    lines = bool(_tells(grid[outside], own))
    return _Part(sheet, pd.DataFrame(made, index=sheet.cells.index, columns=sheet.cells.columns, dtype=object),
                 tuple(int(p) for p in others if gone[top:, p].any()), lines,
                 lines or _tells(grid[top:, others].ravel(), own))


def _as_it_came(sheet: Sheet, report: Report) -> np.ndarray:
    """The cells as they stood before they were corrected: the corrections are kept beside them."""
    grid: np.ndarray = sheet.cells.to_numpy(dtype=object, copy=True)
    rows = {int(row): at for at, row in enumerate(sheet.cells.index)} if report.corrections else {}
    for made in report.corrections:
        column = column_index(made.cell.rstrip("0123456789")) if made.value is not None else -1
        if made.sheet == sheet.name and (sheet.name, column) in report.columns and made.row in rows:
            at = rows[made.row], column
            if (written(grid[at]) or "") == made.value:
                grid[at] = made.was or None
    return grid


def _stored(report: Report, sheet: str) -> list[int]:
    """The rows of a sheet that state something, alone or with another."""
    changes = report.changes
    codes, names = pd.factorize(changes["sheet"])
    own = np.array([*(name == sheet for name in names), not sheet])[codes] & changes["row"].notna().to_numpy()
    return [*map(int, changes.loc[own, "row"].unique()), *(row for name, row in report.joined if name == sheet)]


def _headings(grid: np.ndarray, rows: np.ndarray, at: int, top: int, read: np.ndarray,
              headed: tuple[int, ...]) -> list[int]:
    """The columns whose heading stands in the row that groups headings, with nothing under it."""
    groups = len(headed) > 1 and rows[at] == headed[0]
    return [column for column in read if pd.isna(grid[top, column])] if groups else []


def _above(line: np.ndarray, own: Own, *, kept: list[int]) -> list[object]:
    """A row over the headings: of its texts what they say of the table, and numbers only where nothing else stands."""
    plain = all(own.names_nobody(cell) for cell in line if cell is not None)
    made = [cell if plain else own.said_in(cell) or None if isinstance(cell, str) else None for cell in line]
    for column in kept:
        made[column] = line[column]
    return made


def _beneath(line: np.ndarray, parts: list[str], own: Own) -> list[object]:
    """A row that states nothing: all of it where a key of ours stands beside figures, else our own words."""
    said = [own.names_nobody(cell) if cell is not None else None for cell in line]
    keys = [part for part in parts if part in WHOSE] or [part for part in parts if part in KEYS]
    keyed = any(part in keys and cell is not None and own.says(cell) for cell, part in zip(line, parts, strict=True))
    if (keyed and sum(known is not None for known in said) >= FILLED) or False not in said:
        return list(line)
    return [cell if known and isinstance(cell, str) else None for cell, known in zip(line, said, strict=True)]


def _tells(cells: np.ndarray, own: Own) -> bool:
    """Whether a text that is not ours stands in some of the cells."""
    return any(not own.names_nobody(text) for text in {cell for cell in cells if isinstance(cell, str)})


def _speaks(sheet: Sheet, own: Own) -> bool:
    """Whether a sheet that is not read holds a text that is not ours, its name among them."""
    named = own_words.NUMBERED.fullmatch(sheet.name) is None and not own.names_nobody(sheet.name)
    return named or _tells(sheet.cells.to_numpy(dtype=object).ravel(), own)


def _text(parts: list[_Part]) -> bytes:
    """The one table of a text file, every row and column where it stood."""
    out = io.StringIO()
    for part in parts[:1]:
        grid = part.cells.reindex(range(1, int(part.cells.index.max()) + 1)).to_numpy(dtype=object)
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
            ["" if pd.isna(cell) else cell for cell in row] for row in grid)
    return (BOM + out.getvalue()).encode()


def _workbook(parts: list[_Part]) -> bytes:
    """The sheets that were read, every cell where it stood, merged where it was."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN | {"default_date_format": "dd-mm-yyyy"}) as book:
        moment = book.add_format({"num_format": "dd-mm-yyyy hh:mm:ss"})
        for part in parts:
            page = book.add_worksheet(part.sheet.name)
            for row, line in zip(part.cells.index, part.cells.to_numpy(dtype=object), strict=True):
                for at, cell in enumerate(line):
                    if isinstance(cell, datetime) and cell.time() != time():
                        page.write_datetime(row - 1, at, cell, moment)
                    elif not pd.isna(cell):
                        page.write(row - 1, at, cell)
            _merge(page, part)
        if not parts:
            book.add_worksheet()
    return out.getvalue()


def _merge(page: Any, part: _Part) -> None:
    """The merged cells whose text is kept."""
    rows = {int(row): at for at, row in enumerate(part.cells.index)}
    grid = part.cells.to_numpy(dtype=object)
    for area in part.sheet.marks.merged:
        if area.top in rows and area.left < grid.shape[1] and (cell := grid[rows[area.top], area.left]) is not None:
            page.merge_range(area.top - 1, area.left, area.bottom - 1, area.right, cell)
