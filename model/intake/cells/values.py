"""Whole columns of cells as counts, months, dates and places: each distinct text is read once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from pandas.arrays import IntegerArray

from model.intake.cells.cell_text import distinct, not_in_the_file, objects, quoted, squeezed, without_marks
from model.intake.cells.count_text import MISSING, Reading, count_of, point_of
from model.intake.cells.date_text import day_in
from model.intake.cells.month_text import NoMonth, firsts_in_other_order, month_of
from model.intake.cells.place_text import place_of
from model.intake.cells.vague_dates import DAY_REMEDY, vague

ALL_FIRSTS = " Læst amerikansk er alle kolonnens datoer den første i en måned."


@dataclass(frozen=True)
class Counts:
    """One entry a cell: its value (missing where none is told), mark (hidden | missing), and what is to be said of it.

    An empty cell says nothing: all four are missing.
    """

    value: IntegerArray
    mark: np.ndarray
    fault: np.ndarray
    warning: np.ndarray


@dataclass(frozen=True)
class Month:
    """The first day of a month, or why a text is none and of which kind that is (see ``NoMonth``)."""

    first: date | None = None
    fault: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Months:
    """One entry a cell: the first day (datetime64, NaT where none), the fault and its kind as ``Month`` has them."""

    month: np.ndarray
    fault: np.ndarray
    kind: np.ndarray

    @property
    def different(self) -> set[date]:
        """The months that are named."""
        return {first.item().date() for first in np.unique(self.month[~np.isnat(self.month)])}


@dataclass(frozen=True)
class Day:
    """A day, or why a text is none; unreal: because no calendar has it."""

    day: date | None = None
    fault: str | None = None
    unreal: bool = False


def counts(cells: np.ndarray, *, column: NDArray[np.intp] | None = None) -> Counts:
    """Counts of persons.

    ``1.480`` is decided by the column's other cells (``count_text.point_of``) and is a fault that asks when they do not
    settle it. ``column``: the number of each cell's column, when the cells are of several.
    """
    codes, texts = distinct(cells)
    width = len(texts) + 1
    keys = codes + 1 if column is None else column * width + codes + 1
    pairs, where = np.unique(keys, return_inverse=True)  # every column with each of its texts
    said: dict[int, list[str]] = defaultdict(list)
    for whose, text in (divmod(pair, width) for pair in pairs.tolist()):
        said[whose] += texts[text - 1:text]
    points = {whose: point_of(these) for whose, these in said.items()}
    found = [count_of(texts[pair % width - 1], points[pair // width]) if pair % width else Reading()
             for pair in pairs.tolist()]
    known = np.array([reading.value is None for reading in found], dtype=bool)[where]
    value = np.array([reading.value or 0 for reading in found], dtype="int64")[where]
    return Counts(IntegerArray(value, known), *(
        objects([getattr(reading, name) for reading in found])[where] for name in ("mark", "fault", "warning")))


def month(text: str) -> Month:
    """The month that a text is."""
    text = without_marks(text)
    if not squeezed(text):
        return Month()
    try:
        return Month(month_of(text))
    except NoMonth as fault:
        return Month(None, str(fault), fault.kind)


def months(cells: np.ndarray) -> Months:
    """Months as their first day; quarters and years are faults."""
    codes, texts = distinct(cells)
    found = [*map(month, texts), Month()]
    if any(each.kind == "american" for each in found) and firsts_in_other_order(texts):
        found = [Month(each.first, f"{each.fault}{ALL_FIRSTS}", each.kind) if each.kind == "american" else each
                 for each in found]
    return Months(np.array([each.first for each in found], dtype="datetime64[us]")[codes],
                  objects([each.fault for each in found])[codes], objects([each.kind for each in found])[codes])


def day(text: str) -> Day:
    """The day that a text is, the day before the month."""
    text = without_marks(text)
    plain = squeezed(text).casefold()
    if not plain or plain in MISSING or plain == "-":
        return Day()
    try:
        found = day_in(plain)
    except ValueError:
        vaguely = _vague(plain)
        return Day(None, f"{quoted(text)} {vaguely or f'findes ikke i kalenderen. {DAY_REMEDY}'}", vaguely is None)
    spoilt = not_in_the_file(plain) or _vague(plain) or f"er ikke en dato. {DAY_REMEDY}"
    return Day(found, None if found else f"{quoted(text)} {spoilt}")


def place(text: str, aliases: Mapping[str, str]) -> str | None:
    """The code of the place that a text names, None where it names none. ``aliases``: normalised spelling -> code."""
    return place_of(without_marks(text), aliases, set(aliases.values()))


def places(cells: np.ndarray, aliases: Mapping[str, str]) -> np.ndarray:
    """``place`` of every cell."""
    codes, texts = distinct(cells)
    known = set(aliases.values())
    return objects([*(place_of(text, aliases, known) for text in texts), None])[codes]


def _vague(plain: str) -> str | None:
    return told.text if (told := vague(plain)) else None
