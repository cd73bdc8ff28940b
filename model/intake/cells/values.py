"""Whole columns of cells as counts, numbers, months, dates and places: each distinct text is read once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.intake.cells.cell_text import distinct, not_in_the_file, objects, quoted, spread, squeezed
from model.intake.cells.count_text import MISSING, Reading, count_of, number_of, point_of
from model.intake.cells.date_text import day_in
from model.intake.cells.month_mentions import month_in
from model.intake.cells.month_text import NoMonth, firsts_in_other_order, month_of
from model.intake.cells.place_text import misspelt, misspelt_place, nearest, place_of
from model.intake.cells.vague_dates import DAY_REMEDY, vague

__all__ = ["counts", "dates", "misspelt", "misspelt_place", "month_in", "months", "nearest", "numbers", "places"]

ALL_FIRSTS = " Læst amerikansk er alle kolonnens datoer den første i en måned."


def counts(cells: pd.Series, *, column: NDArray[np.intp] | None = None) -> pd.DataFrame:
    """Counts of persons. Columns: value (Int64), mark (None | hidden | missing), fault, warning (Danish or None).

    An empty cell says nothing: all four are missing. ``1.480`` is decided by the column's other cells
    (``count_text.point_of``) and is a fault that asks when they do not settle it. ``column``: the number of each cell's
    column, when the cells are of several.
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
    columns = {"value": spread(where, [reading.value for reading in found], _whole_numbers)}
    for name in ("mark", "fault", "warning"):
        columns[name] = spread(where, [getattr(reading, name) for reading in found], objects)
    return pd.DataFrame(columns).set_index(cells.index)


def numbers(cells: pd.Series) -> pd.DataFrame:
    """Any numbers, percentages as they are written. Columns: value (Float64), fault (Danish or None)."""
    codes, texts = distinct(cells)
    point = point_of(texts)
    found = [number_of(text, point) for text in texts]
    return pd.DataFrame({"value": spread(codes, [value for value, _ in found], _reals),
                         "fault": spread(codes, [fault for _, fault in found], objects)}).set_index(cells.index)


def months(cells: pd.Series) -> pd.DataFrame:
    """Months as their first day. Columns: month (datetime64), fault (Danish or None; quarters and years are faults)

    and kind (of fault, see ``NoMonth``).
    """
    codes, texts = distinct(cells)
    found = [_month(text) for text in texts]
    if any(kind == "american" for _, _, kind in found) and firsts_in_other_order(texts):
        found = [(month, f"{fault}{ALL_FIRSTS}" if kind == "american" else fault, kind) for month, fault, kind in found]
    return pd.DataFrame({"month": spread(codes, [month for month, _, _ in found], _days),
                         "fault": spread(codes, [fault for _, fault, _ in found], objects),
                         "kind": spread(codes, [kind for _, _, kind in found], objects)}).set_index(cells.index)


def dates(cells: pd.Series) -> pd.DataFrame:
    """Days, the day before the month. Columns: date (datetime64), fault (Danish or None)

    and unreal (True where the fault is that no calendar has the day).
    """
    codes, texts = distinct(cells)
    found = [_day(text) for text in texts]
    return pd.DataFrame({"date": spread(codes, [day for day, _, _ in found], _days),
                         "fault": spread(codes, [fault for _, fault, _ in found], objects),
                         "unreal": spread(codes, [unreal for _, _, unreal in found], objects)}).set_index(cells.index)


def places(cells: pd.Series, aliases: Mapping[str, str]) -> pd.Series:
    """Codes of the places named, None where none is. ``aliases``: normalised spelling -> code."""
    codes, texts = distinct(cells)
    known = set(aliases.values())
    found = spread(codes, [place_of(text, aliases, known) for text in texts], objects)
    return found.set_axis(cells.index)


def _month(text: str) -> tuple[date | None, str | None, str | None]:
    if not squeezed(text):
        return None, None, None
    try:
        return month_of(text), None, None
    except NoMonth as fault:
        return None, str(fault), fault.kind


def _day(text: str) -> tuple[date | None, str | None, bool]:
    plain = squeezed(text).casefold()
    if not plain or plain in MISSING or plain == "-":
        return None, None, False
    try:
        day = day_in(plain)
    except ValueError:
        vaguely = _vague(plain)
        return None, f"{quoted(text)} {vaguely or f'findes ikke i kalenderen. {DAY_REMEDY}'}", vaguely is None
    spoilt = not_in_the_file(plain) or _vague(plain) or f"er ikke en dato. {DAY_REMEDY}"
    return day, None if day else f"{quoted(text)} {spoilt}", False


def _vague(plain: str) -> str | None:
    return told.text if (told := vague(plain)) else None


def _whole_numbers(found: list[int | None]) -> pd.Series:
    return pd.Series(pd.array(found, dtype="Int64"))


def _reals(found: list[float | None]) -> pd.Series:
    return pd.Series(pd.array(found, dtype="Float64"))


def _days(found: list[date | None]) -> pd.Series:
    return pd.Series(np.array(found, dtype="datetime64[us]"))
