"""Files to download: the template to fill in, and the list of a file's problems to send to whoever made it."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

import xlsxwriter

from model.formatting import listing, month_long, month_short
from model.importing.datasets import CODE, MAANEDSTAL, MONTH, NAME, Field
from model.importing.report import Report

Kind = Literal["xlsx", "csv"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST = 999_999
PROBLEM_HEADINGS = ["Alvor", "Ark", "Række", "Kolonne", "Jobcenter", "Måned", "Hvad er galt, og hvad skal der gøres"]
SEVERITY = {"fejl": "Fejl", "advarsel": "Advarsel"}
HOW = (
    "Sådan udfyldes arket »Månedstal«",
    "Én række for hvert jobcenter. Måned, kommunekode og jobcenter er udfyldt på forhånd.",
    "Skriv kun hele tal. 0 betyder, at der ingen var.",
    "En tom celle siger ingenting og ændrer ingenting: hele kolonner må være tomme, fx udfald, der ikke kendes endnu.",
    "Skriv .. hvis tallet ikke er indberettet. Det tager et tal tilbage, der er indlæst tidligere.",
    "Skriv <5 hvis tallet er for lille til at blive oplyst.",
    "Skriv aldrig navne, CPR-numre eller andet om enkelte personer, heller ikke i bemærkningen.",
    "Gem filen, og indlæs den på siden »Indlæs tal«. Intet gemmes, før du har set, hvad den ændrer.",
)


def template(month: date, kind: Kind, jobcenters: Mapping[str, str]) -> bytes:
    """A file with every heading and one row per jobcenter (code -> name), ready to fill in for a month."""
    headings = [MONTH.heading, CODE.heading, NAME.heading, *(f.heading for f in MAANEDSTAL.fields)]
    rows = [[f"{month:%Y-%m}", code, name] for code, name in sorted(jobcenters.items())]
    return _csv([headings, *(row + [""] * (len(headings) - 3) for row in rows)]) if kind == "csv" else _workbook(
        headings, rows, month)


def problem_list(report: Report, kind: Kind, names: Mapping[str, str] | None = None) -> bytes:
    """The report's problems, errors first, as a file. names: jobcenter code -> name."""
    rows = [[SEVERITY[p.severity], p.sheet or "", p.row or "", p.column or "",
             (names or {}).get(p.jobcenter or "", p.jobcenter or ""),
             month_short(p.month) if p.month else "", p.text] for p in (*report.errors, *report.warnings)]
    table: list[list[Any]] = [list(PROBLEM_HEADINGS), *rows]
    return _csv(table) if kind == "csv" else _plain_workbook(table)


def harmless(cell: Any) -> Any:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _csv(rows: Iterable[Iterable[Any]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain_workbook(rows: list[list[Any]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Fejl og advarsler")
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell, wrap if r else bold)
        for column, width in enumerate((10, 12, 8, 28, 18, 12, 100)):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _workbook(headings: list[str], rows: list[list[str]], month: date) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"Månedstal, {month_long(month)}"})
        sheet = book.add_worksheet(MAANEDSTAL.title)
        text, head = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "text_wrap": True,
                                                                            "valign": "top",
                                                                            "bg_color": "#DCDCDC", "border": 1})
        sheet.write_row(0, 0, headings, head)
        for r, row in enumerate(rows, start=1):
            for c, cell in enumerate(row):
                sheet.write_string(r, c, cell, text)
        sheet.set_column(0, 1, 12)
        sheet.set_column(2, 2, 20)
        sheet.set_column(3, len(headings) - 1, 17)
        sheet.set_row(0, 64)
        sheet.freeze_panes(1, 3)
        for column, field in enumerate(MAANEDSTAL.fields, start=3):
            _validate(sheet, field, column, last=len(rows))
        _explain(book)
    return out.getvalue()


def _validate(sheet: xlsxwriter.worksheet.Worksheet, field: Field, column: int, *, last: int) -> None:
    """Warn, but do not forbid: »..« and »<5« are allowed beside whole numbers."""
    rules: dict[str, Any] = {"error_type": "warning", "error_title": field.heading[:32]}
    if field.kind == "count":
        rules |= {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": MOST,
                  "error_message": "Skriv et helt tal på 0 eller derover, .. (ikke indberettet) eller <5 (skjult)."}
    elif field.kind == "choice":
        rules |= {"validate": "list", "source": list(field.choices or {}),
                  "error_message": f"Vælg {listing(field.choices or {}).replace(' og ', ' eller ')}."}
    else:
        return
    sheet.data_validation(1, column, max(last, 1), column, rules)


def _explain(book: xlsxwriter.Workbook) -> None:
    """The sheet that tells how to fill in the other one, from the same declaration that checks it."""
    sheet = book.add_worksheet("Vejledning")
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    for row, line in enumerate(HOW):
        sheet.write_string(row, 0, line, wrap if row else bold)
    sheet.write_string(len(HOW) + 1, 0, "Kolonnerne", bold)
    for row, field in enumerate(MAANEDSTAL.fields, start=len(HOW) + 2):
        sheet.write_string(row, 0, described(field), wrap)


def described(field: Field) -> str:
    """One column in a sentence: its heading and what its cells may hold."""
    kinds = {"count": "et antal personer eller forløb", "text": "en kort tekst", "date": "en dato, fx 19-11-2009",
             "choice": listing(f"»{c}«" for c in field.choices or {}).replace(" og ", " eller ")}
    whole = f"; højst så mange som »{MAANEDSTAL.field(field.part_of).heading}«" if field.part_of else ""
    return f"{field.heading}: {kinds[field.kind]}{whole}."

