"""One measure at a time, laid out over every jobcenter × month, so that indicators are sums of whole columns."""

from datetime import date
from typing import NamedTuple, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot

Laid = TypeVar("Laid", pd.DataFrame, pd.Series)


class Places(NamedTuple):
    """Where each row of ``snapshot.figures`` lies in ``snapshot.index`` (−1: outside), and its measure's number."""

    rows: NDArray[np.int64]
    measures: NDArray[np.int64]
    names: pd.Index


@remembered
def places(snapshot: Snapshot) -> Places:
    """The layout of the figures, worked out once for all measures."""
    frame, calendar = snapshot.figures, _calendar(snapshot)
    codes, found = pd.factorize(frame["jobcenter"])
    jobcenter = np.append(snapshot.jobcenters.index.get_indexer(pd.Index(found)), -1)[codes]
    month = calendar.get_indexer(pd.DatetimeIndex(frame["month"]))
    measures, names = pd.factorize(frame["measure"])
    rows = np.where((jobcenter >= 0) & (month >= 0), jobcenter * len(calendar) + month, -1)
    return Places(rows, measures, pd.Index(names))


def column(snapshot: Snapshot, measure: str) -> tuple[pd.Series, pd.Series]:
    """A measure over ``snapshot.index``: its values (Int64) and whether the sender withheld it (bool)."""
    chosen, rows = _chosen(snapshot, measure)
    values = np.zeros(len(snapshot.index), dtype=np.int64)
    known, hidden = np.zeros(len(values), dtype=bool), np.zeros(len(values), dtype=bool)
    found = chosen["value"].array
    told = found.notna() if hasattr(found, "notna") else ~found.isna()
    values[rows[told]], known[rows[told]] = found[told].to_numpy(dtype=np.int64), True
    hidden[rows[chosen["mark"].eq("hidden").to_numpy()]] = True
    return (pd.Series(pd.arrays.IntegerArray(values, ~known), index=snapshot.index),
            pd.Series(hidden, index=snapshot.index))


def stated(snapshot: Snapshot, measure: str) -> pd.Series:
    """A text measure over ``snapshot.index`` (object); missing where nothing is stated."""
    chosen, rows = _chosen(snapshot, measure)
    texts = np.full(len(snapshot.index), None, dtype=object)
    texts[rows] = chosen["text"].to_numpy(dtype=object)
    return pd.Series(texts, index=snapshot.index, dtype=object)


def received(snapshot: Snapshot, measure: str) -> pd.Series:
    """The day the measure's current row came, over ``snapshot.index`` (datetime64)."""
    chosen, rows = _chosen(snapshot, measure)
    days = np.full(len(snapshot.index), np.datetime64("NaT", "us"))
    days[rows] = snapshot.received.reindex(chosen["upload_id"]).to_numpy()
    return pd.Series(days, index=snapshot.index)


def in_month(snapshot: Snapshot, laid: Laid, month: date) -> Laid:
    """The rows of something laid over ``snapshot.index`` in one month, by jobcenter. Raises KeyError."""
    calendar = _calendar(snapshot)
    return laid.iloc[int(calendar.get_loc(pd.Timestamp(month)))::len(calendar)].droplevel(1)


def of_jobcenter(snapshot: Snapshot, laid: Laid, code: str) -> Laid:
    """The rows of something laid over ``snapshot.index`` for one jobcenter, by month. Raises KeyError."""
    length = len(snapshot.months)
    start = int(snapshot.jobcenters.index.get_loc(code)) * length
    return laid.iloc[start:start + length].droplevel(0)


def by_jobcenter(snapshot: Snapshot, laid: pd.Series) -> NDArray:
    """Something laid over ``snapshot.index`` as a table: one row per jobcenter, one column per month."""
    return laid.to_numpy().reshape(len(snapshot.jobcenters), len(snapshot.months))


def as_floats(counts: pd.Series) -> pd.Series:
    """Counts (Int64) as float64, NaN where unknown."""
    return counts.astype("Float64").astype("float64")


def _chosen(snapshot: Snapshot, measure: str) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    laid = places(snapshot)
    number = laid.names.get_indexer(pd.Index([measure]))[0]
    at = np.flatnonzero((laid.measures == number) & (laid.rows >= 0) & (number >= 0))
    return snapshot.figures.take(at), laid.rows[at]


def _calendar(snapshot: Snapshot) -> pd.DatetimeIndex:
    return snapshot.index.levels[1]
