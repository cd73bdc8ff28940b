"""Files for tests, built from rows: text files of every flavour, workbooks, and the failing file of each check.

``python -m tests.model.intake.builders`` writes the failing files again to tests/files/gate1.
"""

import io
import random
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment

FOLDER = Path(__file__).parents[2] / "files" / "gate1"
HEADINGS = ["maaned", "jobcenter", "personer_match4"]
ROWS = [HEADINGS, ["2010-03", "Skive", "414"], ["2010-03", "Lemvig", "195"]]
CPR = "251248-4916"  # the number CPR-kontoret publishes for tests
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NOISE = random.Random(5).randbytes(4000)

Rows = Sequence[Sequence[object]]
Change = Callable[[openpyxl.Workbook], None]


def text(rows: Rows = ROWS, *, separator: str = ";", encoding: str = "utf-8-sig", newline: str = "\r\n") -> bytes:
    """A text file as Excel saves it."""
    return newline.join(separator.join(map(str, row)) for row in rows).encode(encoding)


def xlsx(rows: Rows = ROWS, change: Change | None = None) -> bytes:
    """A workbook with the rows on its first sheet »Ark1«."""
    book = openpyxl.Workbook()
    book.active.title = "Ark1"
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def repacked(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The same zip with some parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    """One part of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def zipped(names: Iterable[str]) -> bytes:
    """A zip with these parts and nothing in them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
    return out.getvalue()


def bomb(megabytes: int = 150) -> bytes:
    """A small workbook whose one sheet unpacks to many megabytes."""
    return repacked(xlsx(), {"xl/worksheets/sheet1.xml": b" " * (megabytes * 1_000_000)})


def ole(name: str) -> bytes:
    """The beginning of an old Office container that names one of its streams."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + name.encode("utf-16-le") + bytes(64)


def _with_entities() -> bytes:
    sheet = part(xlsx(), "xl/worksheets/sheet1.xml")
    return repacked(xlsx(), {"xl/worksheets/sheet1.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet})


def _strict() -> bytes:
    book = part(xlsx(), "xl/workbook.xml")
    return repacked(xlsx(), {"xl/workbook.xml": book.replace(b"schemas.openxmlformats.org/spreadsheetml/2006/main",
                                                             b"purl.oclc.org/ooxml/spreadsheetml/main")})


def _hidden_cpr(book: openpyxl.Workbook) -> None:
    book.create_sheet("Kladde").append(["x", CPR])
    book["Kladde"].sheet_state = "veryHidden"


def _comment(book: openpyxl.Workbook) -> None:
    book["Ark1"]["C2"].comment = Comment(f"se {CPR}", "Fremdrift")


def _formula(book: openpyxl.Workbook) -> None:
    book["Ark1"]["C4"] = "=C2+C3"


def with_cell(value: object, address: str = "C3", number_format: str | None = None) -> Change:
    """A change that puts a value in one cell of »Ark1«."""
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"][address] = value
        if number_format:
            book["Ark1"][address].number_format = number_format
    return change


GATE1: dict[str, Callable[[], bytes]] = {
    "empty.csv": lambda: b"",
    "only_blanks.csv": lambda: b"\xef\xbb\xbf ;\t;\r\n;;\r\n",
    "no_cells.xlsx": lambda: xlsx([]),
    "noise.csv": lambda: NOISE,
    "noise.xlsx": lambda: b"PK\x03\x04" + NOISE,
    "png_named_csv.csv": lambda: b"\x89PNG\r\n\x1a\n" + NOISE[:200],
    "photo.csv": lambda: b"\xff\xd8\xff\xe0" + NOISE[:200],
    "pdf_named_csv.csv": lambda: b"%PDF-1.4\n" + NOISE[:200],
    "web_page.csv": lambda: b"<html><table><tr><td>Skive</td></tr></table></html>",
    "unknown_type.dat": lambda: text(),
    "not_excel.xlsx": lambda: text(),
    "old_excel.xls": lambda: ole("Workbook"),
    "old_excel_named_xlsx.xlsx": lambda: ole("Workbook"),
    "old_word.csv": lambda: ole("WordDocument"),
    "password_protected.xlsx": lambda: ole("EncryptedPackage"),
    "open_document.ods": lambda: zipped(["mimetype", "content.xml"]),
    "open_document_named_xlsx.xlsx": lambda: zipped(["mimetype", "content.xml"]),
    "word_document.xlsx": lambda: zipped(["[Content_Types].xml", "word/document.xml"]),
    "binary_excel.xlsx": lambda: zipped(["[Content_Types].xml", "xl/workbook.bin"]),
    "macros.xlsx": lambda: repacked(xlsx(), {"xl/vbaProject.bin": b"x"}),
    "zip_folder.xlsx": lambda: zipped(["tal.csv"]),
    "strict_open_xml.xlsx": _strict,
    "broken.xlsx": lambda: xlsx()[:-600],
    "broken_sheet.xlsx": lambda: repacked(xlsx(), {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row>"}),
    "entities.xlsx": _with_entities,
    "too_many_columns.csv": lambda: text([["a"] * 10_000, ["1"] * 10_000]),
    "too_many_columns.xlsx": lambda: xlsx([["a"] * 10_000]),
    "one_column.csv": lambda: text([["Skive"], ["Lemvig"]]),
    "one_column.xlsx": lambda: xlsx([["Skive"], ["Lemvig"]]),
    "nul_bytes.csv": lambda: text().replace(b"Skive", b"Sk\0ive"),
    "control_characters.csv": lambda: text().replace(b"Lemvig", b"Lem\x07vig"),
    "double_encoded.csv": lambda: text([*ROWS, ["2010-03", "Samsø", "41"]]).decode("cp1252").encode("utf-8"),
    "double_encoded.xlsx": lambda: xlsx([*ROWS, ["2010-03", "SamsÃ¸", 41]]),
    "lost_letters.csv": lambda: text([*ROWS, ["2010-03", "Sams\ufffd", "41"]]),
    "undecodable.csv": lambda: b"jobcenter;tal\r\nSams\x81;41\r\n",
    "open_quote.csv": lambda: b'jobcenter;tal\r\nSkive;"414\r\nLemvig;195\r\n',
    "comma_inside_number.csv": lambda: text([["jobcenter", "tal", "pct"], ["Skive", "414", "17,4"],
                                             ["Odder", "2", "9"]], separator=","),
    "comma_before_empty_cell.csv": lambda: text([["maaned", "kommunekode", "pct", "personer_match4"],
                                                 ["2010-03", "779", "10", "100"], ["2010-03", "791", "12,5", ""]],
                                                separator=","),
    "formulas_without_results.xlsx": lambda: xlsx(ROWS, _formula),
    "cpr_number.csv": lambda: text([*ROWS, ["2010-03", "Skive", CPR]]),
    "cpr_digits_apart.csv": lambda: text([*ROWS, ["2010-03", "Skive", " ".join(CPR.replace("-", ""))]]),
    "cpr_full_width.xlsx": lambda: xlsx(ROWS, with_cell(CPR.translate(FULL_WIDTH))),
    "cpr_number.xlsx": lambda: xlsx(ROWS, with_cell(2512484916)),
    "cpr_number_as_date.xlsx": lambda: xlsx(ROWS, with_cell(2512484916, number_format="dd-mm-yyyy")),
    "cpr_in_heading.csv": lambda: text([[CPR, "tal"], ["Skive", "414"]]),
    "cpr_in_hidden_sheet.xlsx": lambda: xlsx(ROWS, _hidden_cpr),
    "cpr_in_sheet_name.xlsx": lambda: xlsx(ROWS, lambda book: book.create_sheet(f"Borger {CPR}")),
    "cpr_in_comment.xlsx": lambda: xlsx(ROWS, _comment),
    "column_of_persons.csv": lambda: text([["jobcenter", "CPR-nr.", "tal"], ["Skive", "", "414"]]),
}


def main() -> None:
    """Write the failing files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, build in GATE1.items():
        (FOLDER / name).write_bytes(build())


if __name__ == "__main__":
    main()
