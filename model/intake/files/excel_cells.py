"""The cells of a sheet's XML as they are stored, before anything is made of what they hold."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from model.intake.files.excel_styles import local
from model.intake.files.workbook import column_index

LONG_NUMBER = re.compile(rb">\s*(?:\d{9,10}(?:\.\d{0,9})?|\d{5,6}\.\d{3,17}|\d(?:\.\d{1,20})?[eE]\+?0?[89])\s*<")
DIGITS_ALIKE = bytes(48 if 48 <= byte <= 57 else byte for byte in range(256))
NO_STYLE = -1  # what a cell points to that names a style in no way a style can be named


@dataclass(frozen=True)
class RawCell:
    """One ``<c>`` of a sheet: row and column (from 0), type, stored value, whether a formula stands behind it, which
    style it points to, and the text it holds itself.
    """

    row: int
    column: int
    kind: str
    value: str
    formula: bool
    style: int = 0
    inline: ElementTree.Element | None = None


def cells(xml: bytes) -> Iterator[RawCell]:
    """Every cell of a sheet's XML, those that only have a style too."""
    row = 0
    for _, element in ElementTree.iterparse(io.BytesIO(xml), events=("end",)):
        if not element.tag.endswith("row"):  # this is asked of every element, so it is asked in the quickest way
            continue
        row, column = int(element.get("r", row + 1)), -1
        for child in element:
            if local(child) == "c":
                column = _column(child.get("r", ""), column + 1)
                yield _raw(child, row, column)
        element.clear()


def long_numbers(xml: bytes) -> Iterator[RawCell]:
    """The cells whose number is as long as a CPR number or written with an exponent."""
    if _may_hold_long_number(xml):
        yield from (cell for cell in cells(xml) if cell.kind == "n" and LONG_NUMBER.match(f">{cell.value}<".encode()))


def _may_hold_long_number(xml: bytes) -> bool:
    """A memory search that spares most sheets the slower one."""
    squeezed = xml.translate(DIGITS_ALIKE, b".")
    runs = (b"00000000", b"0E+0", b"0e+0", b"0E0", b"0e0")
    return any(run in squeezed for run in runs) and LONG_NUMBER.search(xml) is not None


def _raw(element: ElementTree.Element, row: int, column: int) -> RawCell:
    value, formula, inline = "", False, None
    for child in element:
        name = local(child)
        if name == "v":
            value += child.text or ""
        elif name == "f":
            formula = True
        elif name == "is" and inline is None:
            inline = child
    style = element.get("s", "0")
    return RawCell(row, column, element.get("t", "n"), value.strip(), formula,
                   int(style) if style.isdigit() else NO_STYLE, inline)


def _column(address: str, otherwise: int) -> int:
    """The column of ``C14`` counted from 0."""
    letters = address.rstrip("0123456789")
    if not letters.isascii() or not letters.isalpha():
        return otherwise
    return column_index(letters.upper())
