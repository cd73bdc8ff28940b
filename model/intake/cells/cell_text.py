"""One way to write a cell as text, so that text files and workbooks are read by the same rules."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from numbers import Integral, Real
from types import NoneType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.intake.cells.signs import plain_signs

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b\u2060\ufeff]+")
YES_NO = {True: "SAND", False: "FALSK"}  # as Danish Excel shows them
SHOWN = 40  # characters of a cell repeated in a message
AS_TEXT = re.compile(r"""\s*(?:="(?P<formula>[^"]*)"|'(?P<apostrophe>[^']+)'?)\s*""")  # to keep a zero
IN_MARKS = re.compile(r'\s*"([^"]*)"\s*')
DECIMALS = re.compile(r"(?<![\d.,])(\d+)[.,](?:0{1,2}|0{4,})(?![\d.,])")
NOT_IN_THE_FILE = (
    (re.compile(r"#{2,}"), "kommer af en kolonne, der var for smal, så det, der stod i cellen, er ikke med i filen. "
                           "Gør kolonnen bredere i regnearket, og gem filen igen."),
    (re.compile(r"#[a-zæøå/0]+[?!]?", re.IGNORECASE), "er en fejl fra en formel i Excel. Ret formlen, eller skriv "
                                                     "det, der skal stå i cellen."),
    (re.compile(r"=\s*\d.*|[=+@]\s*[-(]*(?:[a-zæøå_.]+\w*\(|\$?[a-z]{1,3}\$?\d|['\[]).*",
                re.IGNORECASE | re.DOTALL),
     "er en formel, der er gemt som tekst, så resultatet er ikke med i filen. Kopiér cellerne i regnearket, indsæt dem "
     "som værdier, og gem filen igen."),
)


def written(cell: object) -> str | None:
    """A cell as a Dane would type it: ``12``, ``12,5``, ``SAND``, ``19-11-2009``; None when it holds nothing."""
    if cell is None:
        return None
    if isinstance(cell, str):
        return typed(cell)
    if isinstance(cell, (bool, np.bool_)):
        return YES_NO[bool(cell)]
    if cell is pd.NaT or cell is pd.NA:
        return None
    if isinstance(cell, (datetime, date)):
        return _day(cell)
    if isinstance(cell, Integral):
        return str(int(cell))
    return _real(float(cell)) if isinstance(cell, Real) else str(cell)


def typed(text: str) -> str:
    """A cell's text as it looks in a spreadsheet: ``="0779"`` and ``'0779`` are 0779."""
    text = plain_signs(text)
    kept = AS_TEXT.fullmatch(text) if "'" in text or '="' in text else None
    return text if kept is None else kept["formula"] or kept["apostrophe"] or ""


def without_marks(text: str) -> str:
    """A cell's text as ``typed``, and without quotation marks around all of it."""
    return IN_MARKS.sub(r"\1", typed(text)) if '"' in text else typed(text)


def without_decimals(text: str) -> str:
    """A code or a month that a program wrote as a decimal number: ``779.0`` is 779."""
    return DECIMALS.sub(r"\1", text) if "0" in text else text


def not_in_the_file(text: str) -> str | None:
    """What is wrong with a cell whose content stayed in the spreadsheet: ``########``, ``=SUM(B2:B5)``, ``#REF!``."""
    plain = text.strip()
    return next((told for pattern, told in NOT_IN_THE_FILE if pattern.fullmatch(plain)), None)


def _day(cell: date) -> str:
    timed = isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second)
    return f"{cell.day:02d}-{cell.month:02d}-{cell.year:04d}" + (f" {cell:%H:%M:%S}" if timed else "")


def _real(cell: float) -> str | None:
    """Whole numbers without decimals, also when a formula missed one by a hair."""
    if math.isnan(cell):
        return None
    if math.isfinite(cell) and math.isclose(cell, round(cell), rel_tol=1e-12, abs_tol=1e-12):
        return str(round(cell))
    return repr(cell).replace(".", ",")


def squeezed(text: str) -> str:
    """The text without space at the ends and with single plain spaces inside; long minus signs made short."""
    return text if text.isalnum() else SPACES.sub(" ", plain_signs(text)).strip().replace("\u2212", "-")


def cut(text: str, longest: int) -> str:
    """A text of no more signs than that, the last of them ``…`` when it was longer."""
    return text if len(text) <= longest else f"{text[:longest - 1]}…"


def quoted(text: str) -> str:
    """A cell's text for a message, cut when long: ``»38 (var 41)«``."""
    short = squeezed(text)
    return f"»{short if len(short) <= SHOWN else short[:SHOWN] + '…'}«"


def distinct(cells: np.ndarray) -> tuple[NDArray[np.intp], list[str]]:
    """(for each cell the position of its text, −1 when empty; the distinct texts)."""
    values, kinds = cells, set(map(type, cells.tolist()))
    if bool in kinds and len(kinds) > 1:  # True equals 1, and is another cell
        values = np.array([*map(written, values), None], dtype=object)[:-1]
    codes, found = pd.factorize(values)
    if kinds <= {str, NoneType}:
        return codes, [without_marks(text) for text in found]
    again, texts = pd.factorize(np.array([*map(written, found), None], dtype=object)[:-1])  # 12 and »12« say the same
    return np.append(again, -1)[codes], [without_marks(text) for text in texts]


def objects(values: Sequence[object]) -> np.ndarray:
    """Texts and None as an array of objects."""
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column
