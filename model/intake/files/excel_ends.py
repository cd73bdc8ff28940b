"""Formatted but empty cells at the end of a sheet's XML and of its rows, cut off before anybody walks through them."""

import re
from collections.abc import Iterator

FILLED = re.compile(rb"<(?:\w+:)?(?:v\b[^>/]*>(?!</)|is\b|f\b)")
FAR_RIGHT = re.compile(rb"r=\"[A-Z]{3}\d")  # begins with plain signs, which are found quickly
ROW_START = re.compile(rb"<(?:\w+:)?row\b")
ROW_END = re.compile(rb"</(?:\w+:)?row>")
SHEET_END = re.compile(rb"</(?:\w+:)?sheetData>")
CELL_END = re.compile(rb"</(?:\w+:)?c>")


def without_empty_end(xml: bytes) -> bytes:
    """The sheet without the formatted but empty cells after the last value, and at the end of rows that reach far."""
    last = _last(FILLED, xml, len(xml))
    end = SHEET_END.search(xml, max(last, 0))
    row = ROW_END.search(xml, last) if last >= 0 else None
    if not end or not row:
        return xml
    rows, rest = xml[:row.end()], xml[end.start():]
    if FAR_RIGHT.search(rows):
        rows = b"".join(_without_empty_cells(part) for part in _rows(rows))
    return rows + rest


def _last(pattern: re.Pattern[bytes], xml: bytes, end: int) -> int:
    """Where the last match begins, found from the end; -1 where there is none."""
    size = 1_000
    while True:
        start = max(0, end - size)
        begins = -1
        for match in pattern.finditer(xml, start, end):
            begins = match.start()
        if begins >= 0 or start == 0:
            return begins
        size *= 8


def _rows(xml: bytes) -> Iterator[bytes]:
    """The sheet cut after each row."""
    start = 0
    for match in ROW_END.finditer(xml):
        yield xml[start:match.end()]
        start = match.end()


def _without_empty_cells(row: bytes) -> bytes:
    last = _last(FILLED, row, len(row))
    close = ROW_END.search(row)
    cell = CELL_END.search(row, last) if last >= 0 else None
    if close is None:
        return row
    start = cell.end() if cell else row.index(b">", _last(ROW_START, row, len(row))) + 1
    return row[:start] + row[close.start():]
