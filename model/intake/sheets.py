"""Tables as files a Danish spreadsheet opens: semicolons and a BOM, or a workbook of texts to fill in."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Kind = Literal["xlsx", "csv"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST_NAME = 31  # characters of a sheet's name
ROOM = 200  # rows that can be filled in below those that are there


@dataclass(frozen=True)
class Column:
    """One column of a form: its heading, its width and the rule Excel warns by (none: {})."""

    heading: str
    width: int = 17
    rule: dict[str, Any] = field(default_factory=dict)


def harmless(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def danish_csv(rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows as a CSV file, headings first."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def table(rows: Sequence[Sequence[Any]], name: str, widths: Sequence[int]) -> bytes:
    """Rows as a workbook to read, headings first."""
    import xlsxwriter  # loaded when a workbook is written: a text file is read and saved without

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as book:
        sheet = book.add_worksheet(name)
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell, wrap if r else bold)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def form(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, name: str, title: str, guide: Sequence[str],
         frozen: int) -> bytes:
    """A workbook to fill in: a sheet with the rows, the first ``frozen`` columns kept in sight, and one that explains.

    guide: the lines of »Vejledning«, its heading first. Cells are texts, so that Excel turns no date or code around.
    """
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as book:
        book.set_properties({"title": title})
        sheet = book.add_worksheet(name[:LONGEST_NAME])
        text, head = book.add_format({"num_format": "@"}), book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCDCDC", "border": 1})
        sheet.write_row(0, 0, [column.heading for column in columns], head)
        for r, row in enumerate(rows, start=1):
            for c, cell in enumerate(row):
                sheet.write_string(r, c, cell, text)
        sheet.set_row(0, 64)
        sheet.freeze_panes(1, frozen)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width, text)
            if column.rule:
                sheet.data_validation(1, at, len(rows) or ROOM, at, column.rule)
        _explain(book, guide)
    return out.getvalue()


def _explain(book: "Workbook", lines: Sequence[str]) -> None:
    """The sheet that tells how to fill in the other one."""
    sheet = book.add_worksheet("Vejledning")
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, wrap if row else bold)


def warning(heading: str, message: str, **rule: Any) -> dict[str, Any]:
    """A rule that warns but does not forbid: marks like »..« and »<5« are allowed beside what it asks for."""
    return {"error_type": "warning", "error_title": heading[:32], "error_message": message, **rule}
