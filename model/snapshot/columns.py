"""One measure at a time, laid out over every jobcenter × month, so that indicators are sums of whole columns."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, NamedTuple, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.months import between
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.facts import FIGURES

Laid = TypeVar("Laid", pd.DataFrame, pd.Series)
Counts = tuple[pd.arrays.IntegerArray, NDArray[np.bool_]]  # see ``counts_of``
Counted = Callable[[str], Counts]  # by measure


class Places(NamedTuple):
    """Where each row of ``snapshot.figures`` lies in ``snapshot.index`` (−1: outside), the numbers of its jobcenter
    among ``codes`` and of its measure among ``names``, its count (0 where it is not known) and whether the sender
    withheld it.
    """

    rows: NDArray[np.int64]
    jobcenters: NDArray[np.int64]
    codes: pd.Index
    measures: NDArray[np.int64]
    names: pd.Index
    counts: NDArray[np.int64]
    known: NDArray[np.bool_]
    hidden: NDArray[np.bool_]

    def of(self, measure: str) -> NDArray[np.intp]:
        """The positions among the figures of those of a measure that lie in the index."""
        number = self.names.get_indexer(pd.Index([measure]))[0]
        return np.flatnonzero((self.measures == number) & (self.rows >= 0) & (number >= 0))

    def are(self, *measures: str) -> NDArray[np.bool_]:
        """Whether each of the figures is of one of these measures."""
        return np.isin(self.measures, self.names.get_indexer(pd.Index(measures)))


@remembered
def places(snapshot: Snapshot) -> Places:
    """The layout of the figures, worked out once for all measures."""
    frame, calendar = snapshot.figures, _calendar(snapshot)
    jobcenters, codes = pd.factorize(frame["jobcenter"].to_numpy())  # as objects: several times as quick as texts
    jobcenter = np.append(snapshot.jobcenters.index.get_indexer(pd.Index(codes)), -1)[jobcenters]
    month = calendar.get_indexer(pd.DatetimeIndex(frame["month"]))
    measures, names = pd.factorize(frame["measure"].to_numpy())
    rows = np.where((jobcenter >= 0) & (month >= 0), jobcenter * len(calendar) + month, -1)
    return Places(rows, jobcenters, pd.Index(codes), measures, pd.Index(names),
                  counts=frame["value"].to_numpy(dtype=np.int64, na_value=0),
                  known=frame["value"].notna().to_numpy(), hidden=frame["mark"].to_numpy(dtype=object) == "hidden")


@remembered
def figures_of(snapshot: Snapshot, code: str) -> Annotated[pd.DataFrame, FIGURES]:
    """The figures of one jobcenter, with their places among ``snapshot.figures`` as the index."""
    placed = places(snapshot)
    number = placed.codes.get_indexer(pd.Index([code]))[0]
    return snapshot.figures.take(np.flatnonzero((placed.jobcenters == number) & (number >= 0)))


def is_count(snapshot: Snapshot) -> NDArray[np.bool_]:
    """Whether each of the figures lies in the index and is a count, known or withheld."""
    frame = snapshot.figures
    taken_back = frame["mark"].to_numpy(dtype=object) == "missing"
    return frame["text"].isna().to_numpy() & ~taken_back & (places(snapshot).rows >= 0)


def counts_of(snapshot: Snapshot, measure: str) -> Counts:
    """A measure in the order of ``snapshot.index``, made anew: its values (Int64), whether the sender withheld it."""
    placed = places(snapshot)
    at = placed.of(measure)
    rows, length = placed.rows[at], len(snapshot.index)
    values, known, hidden = (np.zeros(length, dtype=kind) for kind in (np.int64, bool, bool))
    values[rows], known[rows], hidden[rows] = placed.counts[at], placed.known[at], placed.hidden[at]
    return pd.arrays.IntegerArray(values, ~known), hidden


def column(snapshot: Snapshot, measure: str) -> tuple[pd.Series, pd.Series]:
    """A measure over ``snapshot.index``: its values (Int64) and whether the sender withheld it (bool)."""
    values, hidden = counts_of(snapshot, measure)
    return pd.Series(values, index=snapshot.index), pd.Series(hidden, index=snapshot.index)


def stated(snapshot: Snapshot, measure: str) -> pd.Series:
    """A text measure over ``snapshot.index`` (object); missing where nothing is stated."""
    placed, texts = places(snapshot), np.full(len(snapshot.index), None, dtype=object)
    at = placed.of(measure)
    texts[placed.rows[at]] = snapshot.figures["text"].to_numpy(dtype=object)[at]
    return pd.Series(texts, index=snapshot.index, dtype=object)


def received(snapshot: Snapshot, measure: str) -> pd.Series:
    """The day the measure's current row came, over ``snapshot.index`` (datetime64)."""
    placed, days = places(snapshot), np.full(len(snapshot.index), np.datetime64("NaT", "us"))
    at = placed.of(measure)
    days[placed.rows[at]] = snapshot.received.reindex(snapshot.figures["upload_id"].to_numpy()[at]).to_numpy()
    return pd.Series(days, index=snapshot.index)


def in_month(snapshot: Snapshot, laid: Laid, month: date) -> Laid:
    """The rows of something laid over ``snapshot.index`` in one month, by jobcenter. Raises KeyError."""
    return laid.iloc[of_month(snapshot, month)].droplevel(1)


def of_month(snapshot: Snapshot, month: date) -> slice:
    """Where one month lies in ``snapshot.index``, once for each jobcenter. Raises KeyError."""
    if month not in snapshot.months:
        raise KeyError(month)
    return slice(between(snapshot.figures_from, month), None, len(snapshot.months))


def of_jobcenter(snapshot: Snapshot, laid: Laid, code: str) -> Laid:
    """The rows of something laid over ``snapshot.index`` for one jobcenter, by month. Raises KeyError."""
    length = len(snapshot.months)
    start = int(snapshot.jobcenters.index.get_loc(code)) * length
    return laid.iloc[start:start + length].droplevel(0)


def months_of(snapshot: Snapshot, code: str, first: date, last: date) -> slice:
    """Where a jobcenter's months from ``first`` to ``last`` lie in ``snapshot.index``, as far as it has them. Raises
    KeyError for an unknown code.
    """
    start = int(snapshot.jobcenters.index.get_loc(code)) * len(snapshot.months)
    begins, ends = (between(snapshot.figures_from, month) for month in (first, last))
    return slice(start + max(0, begins), start + min(ends + 1, len(snapshot.months)))


def by_jobcenter(snapshot: Snapshot, laid: pd.Series) -> NDArray:
    """Something laid over ``snapshot.index`` as a table: one row per jobcenter, one column per month."""
    return laid.to_numpy().reshape(len(snapshot.jobcenters), len(snapshot.months))


def last_known(known: NDArray[np.bool_]) -> NDArray[np.int64]:
    """By row of a table: in which column what is known up to each column was known last; −1 where nothing was."""
    return np.maximum.accumulate(np.where(known, np.arange(known.shape[1]), -1), axis=1)


def as_floats(counts: pd.Series) -> pd.Series:
    """Counts (Int64) as float64, NaN where unknown."""
    return pd.Series(counts.to_numpy(dtype=np.float64, na_value=np.nan), index=counts.index, name=counts.name)


def _calendar(snapshot: Snapshot) -> pd.DatetimeIndex:
    return snapshot.index.levels[1]
