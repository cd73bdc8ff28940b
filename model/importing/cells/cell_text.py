"""One way to write a cell as text, so that text files and workbooks are read by the same rules."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from numbers import Integral, Real
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

T = TypeVar("T")

SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b\u2060\ufeff]+")
YES_NO = {True: "SAND", False: "FALSK"}  # as Danish Excel shows them
SHOWN = 40  # characters of a cell repeated in a message


def written(cell: object) -> str | None:
    """A cell as a Dane would type it: ``12``, ``12,5``, ``SAND``, ``19-11-2009``; None when it holds nothing."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, (bool, np.bool_)):
        return YES_NO[bool(cell)]
    if cell is pd.NaT or cell is pd.NA:
        return None
    if isinstance(cell, (datetime, date)):
        return _day(cell)
    if isinstance(cell, Integral):
        return str(int(cell))
    return _real(float(cell)) if isinstance(cell, Real) else str(cell)


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
    return text if text.isalnum() else SPACES.sub(" ", text).strip().replace("\u2212", "-")


def quoted(text: str) -> str:
    """A cell's text for a message, cut when long: ``»38 (var 41)«``."""
    short = squeezed(text)
    return f"»{short if len(short) <= SHOWN else short[:SHOWN] + '…'}«"


def distinct(cells: pd.Series) -> tuple[NDArray[np.intp], list[str]]:
    """(for each cell the position of its text, −1 when empty; the distinct texts)."""
    values = cells.to_numpy(dtype=object)
    if pd.api.types.infer_dtype(values, skipna=True) != "string":
        values = np.array([*map(written, values), None], dtype=object)[:-1]
    codes, texts = pd.factorize(values)
    return codes, list(texts)


def spread(codes: NDArray[np.intp], found: list[T], make: Callable[[list[T | None]], pd.Series]) -> pd.Series:
    """A column with each cell's finding, None where the cell is empty; ``make`` gives it its type."""
    return make([*found, None]).take(codes % (len(found) + 1)).reset_index(drop=True)


def objects(found: list[T | None]) -> pd.Series:
    """A column of texts and None."""
    column = np.empty(len(found), dtype=object)
    column[:] = found
    return pd.Series(column, dtype=object)
