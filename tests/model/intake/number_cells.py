"""The numbers of a file counted without any of the reading that is tested: by openpyxl and the csv module alone."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import openpyxl

NUMBER = re.compile(r"[<>≤]?[-+]?\d[\d.,]*%?")
BLANKS = re.compile(r"[\s'\"=\u00a0\u2009\u202f\u200b]")


def numbers(file: Path | None = None, *, name: str = "", content: bytes = b"") -> int:
    """How many cells of all its sheets hold a number."""
    name, content = (file.name, file.read_bytes()) if file else (name, content)
    return sum(map(is_number, _cells_of_workbook(content) if name.endswith(".xlsx") else _cells_of_text(content)))


def is_number(cell: object) -> bool:
    """Whether a cell is a numeric value, or a text that is a number and nothing else."""
    if isinstance(cell, str):
        if cell.count('"') == 1:
            return False  # a mark that stands alone is part of the text
        return NUMBER.fullmatch(BLANKS.sub("", cell).replace("−", "-")) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _cells_of_workbook(content: bytes) -> list[object]:
    """Read-only, which takes a cell of a style that is not there."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True, read_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
    return [cell for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row]


def _cells_of_text(content: bytes) -> list[object]:
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    counted = Counter(sign for sign in text if sign in ";,\t|")
    mark = max(counted, key=counted.__getitem__, default=";")
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) for cell in row]
