"""A file's figures laid over those that stand, as arrays jobcenter × month × measure, so that rules are array work."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from model.basics.months import between, span
from model.intake.datasets.declaration import Dataset


@dataclass(frozen=True)
class Cube:
    """Only the touched jobcenters, and the touched months with one on either side. All arrays: (P, M, K).

    value: counts, 0 where unknown. known: there is a count. hidden: the sender withheld it. stated: the file says it.
    fresh: the file says something new or changed. row: position in the frame of figures, −1 where the file is silent.
    was_value, was_known, was_hidden: as it stood before the file.
    """

    places: list[str]
    months: list[date]
    measures: list[str]
    value: np.ndarray
    known: np.ndarray
    hidden: np.ndarray
    stated: np.ndarray
    fresh: np.ndarray
    row: np.ndarray
    was_value: np.ndarray
    was_known: np.ndarray
    was_hidden: np.ndarray

    def at(self, measure: str) -> int:
        """The position of a measure along the last axis."""
        return self.measures.index(measure)


def build(figures: pd.DataFrame, standing: pd.DataFrame, dataset: Dataset) -> Cube:
    """``figures``: jobcenter, month, measure, value, mark, kind, one row per key; standing: see ``standing.around``."""
    counts = [f.name for f in dataset.fields if f.kind == "count"]
    places = sorted(figures["jobcenter"].unique())
    months = span(figures["month"].min().date(), figures["month"].max().date())
    first, last = months[0], months[-1]
    months = span(_before(first), _after(last))
    shape = (len(places), len(months), len(counts))
    was = _filled(standing, shape, places, months=months, measures=counts)
    now = _filled(figures, shape, places, months=months, measures=counts)
    stated = now[3] >= 0
    fresh = np.zeros(shape, dtype=bool)
    fresh[stated] = (figures["kind"] != "unchanged").to_numpy()[now[3][stated]]
    value, known, hidden = (np.where(stated, new, old) for new, old in zip(now[:3], was[:3], strict=True))
    return Cube(places=places, months=months, measures=counts, value=value, known=known, hidden=hidden, stated=stated,
                fresh=fresh, row=now[3], was_value=was[0], was_known=was[1], was_hidden=was[2])


def _positions(cells: pd.Series, known: list[str]) -> np.ndarray:
    """Where each word of a categorical stands among the known ones, −1 for the others."""
    place = {word: position for position, word in enumerate(known)}
    return np.array([place.get(word, -1) for word in cells.cat.categories] + [-1],
                    dtype="int64")[cells.cat.codes.to_numpy()]


def _before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _after(month: date) -> date:
    return date(month.year + (month.month == 12), month.month % 12 + 1, 1)


def _filled(frame: pd.DataFrame, shape: tuple[int, int, int], places: list[str], *, months: list[date],
            measures: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(value, known, hidden, position in the frame) on the cube's axes."""
    p = _positions(frame["jobcenter"], places)
    stamps = frame["month"].to_numpy(dtype="datetime64[M]")
    m = (stamps - np.datetime64(months[0], "M")).astype("int64")
    k = _positions(frame["measure"], measures)
    inside = np.flatnonzero((p >= 0) & (k >= 0) & (m >= 0) & (m <= between(months[0], months[-1])))
    where = (p[inside], m[inside], k[inside])
    value, row = np.zeros(shape, dtype="int64"), np.full(shape, -1, dtype="int64")
    known, hidden = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    numbers = frame["value"].to_numpy(dtype="float64", na_value=np.nan)[inside]
    value[where] = np.nan_to_num(numbers).astype("int64")
    known[where] = ~np.isnan(numbers)
    hidden[where] = (frame["mark"].to_numpy(dtype=object) == "hidden")[inside]
    row[where] = inside
    return value, known, hidden, row
