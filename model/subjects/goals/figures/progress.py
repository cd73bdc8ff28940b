"""Goal 1 month by month, for a chart or a table: a gap is a gap, and a month that is not final says so."""

from datetime import date
from typing import Annotated

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics.frames import Schema, count, day, number, real, text
from model.basics.months import between
from model.snapshot.columns import by_jobcenter
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import default_month, due, final_months
from model.subjects.goals.figures.goal1 import panel, targets_by_month
from model.subjects.goals.figures.targets import BASELINE, resolve

FINAL, PROVISIONAL, MISSING, HIDDEN, NONE = "final", "provisional", "missing", "hidden", "none"
PROGRESS = Schema("one month", (
    day("month", "its first day"), count("persons", "the target group"), count("activated", "of them in activation"),
    real("share", "activated of persons, percent"), text("state", "final | provisional | missing | hidden | none"),
    number("jobcenters", "how many are in the sums"), count("target", "percent, what the month's share is judged by")))


@remembered
def progress(snapshot: Snapshot, code: str | None) -> Annotated[pd.DataFrame, PROGRESS]:
    """Goal 1 from the baseline to the campaign's end, for a jobcenter or the region (None).

    A region's month is final when enough of the target group is in; a jobcenter's until the default month,
    or the newest of an edition that was.
    """
    source = snapshot if code is not None else snapshot.sums
    rows = _of(source, code)
    persons, activated, jobcenters = _sums(rows)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(persons > 0, 100 * activated / persons, np.nan)
    unknown = jobcenters == 0
    state = np.select(
        [~unknown & _final(source, code), ~unknown, rows["reported"].any(axis=0), rows["expected"].any(axis=0)],
        [FINAL, PROVISIONAL, HIDDEN, MISSING], default=NONE)
    frame = pd.DataFrame({
        "month": pd.DatetimeIndex(snapshot.months).astype("datetime64[us]"),
        "persons": pd.arrays.IntegerArray(persons, unknown), "activated": pd.arrays.IntegerArray(activated, unknown),
        "share": np.where(unknown, np.nan, share), "state": state, "jobcenters": jobcenters,
        "target": targets_by_month(snapshot, "share", code).array})
    return frame.iloc[between(snapshot.figures_from, _first(snapshot, code)):].reset_index(drop=True)


def alike(snapshot: Snapshot, month: date) -> tuple[date, ...]:
    """The months whose regional sums are of the same rows as those of ``month``, itself among them."""
    both = _tables(snapshot.sums)["both"]
    rows = {each: tuple(both[:, at]) for at, each in enumerate(snapshot.months)}
    return tuple(each for each, of in rows.items() if of == rows[month])


def _of(snapshot: Snapshot, code: str | None) -> dict[str, NDArray]:
    """The rows of ``_tables`` that count: one for a jobcenter, all for the region."""
    row = slice(None) if code is None else [snapshot.jobcenters.index.get_loc(code)]
    return {name: table[row] for name, table in _tables(snapshot).items()}


@remembered
def _tables(snapshot: Snapshot) -> dict[str, NDArray]:
    """Jobcenter × month tables of what the months hold; units: how many jobcenters each row stands for."""
    frame = panel(snapshot)
    both = frame["persons"].notna() & frame["activated"].notna() & frame["participates"]
    laid = {"both": both, "persons": frame["persons"].fillna(0).astype("int64"),
            "activated": frame["activated"].fillna(0).astype("int64"),
            "reported": frame["reported"] & frame["participates"], "expected": due(snapshot)}
    units = np.array([[snapshot.units(str(each))] for each in snapshot.jobcenters.index], dtype="int64").reshape(-1, 1)
    return {"units": units, **{name: by_jobcenter(snapshot, values) for name, values in laid.items()}}


def _sums(rows: dict[str, NDArray]) -> tuple[NDArray, NDArray, NDArray]:
    both = rows["both"]
    counted = both * rows["units"]
    return (rows["persons"] * both).sum(axis=0), (rows["activated"] * both).sum(axis=0), counted.sum(axis=0)


def _final(snapshot: Snapshot, code: str | None) -> NDArray[np.bool_]:
    final = final_months(snapshot)
    if code is None:
        return np.array([month in final for month in snapshot.months])
    shown = default_month(snapshot) if snapshot.release is None else max(final, default=None)
    return np.array([shown is not None and month <= shown for month in snapshot.months])


def _first(snapshot: Snapshot, code: str | None) -> date:
    baseline = resolve(snapshot.targets, BASELINE, code, snapshot.starts)
    chosen = baseline.month if baseline and baseline.month else snapshot.starts
    return max(snapshot.figures_from, min(chosen, snapshot.starts))
