"""Every cell of figures in a table as one row: whose it is, which month, which measure, and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells import words
from model.intake.cells.month_mentions import without_month
from model.intake.checks.stubs import NOT_A_TIME, Stubs
from model.intake.columns.mapping import Column, Plan
from model.intake.datasets.declaration import Dataset

WORDS = ["place", "measure", "column", "sheet", "label", "line"]  # categorical columns


@dataclass(frozen=True)
class Months:
    """The months of figures whose own month the file does not say: activation's and the outcomes'."""

    month: date | None = None
    outcome: date | None = None


def of(plan: Plan, rows: Stubs, dataset: Dataset, *, months: Months) -> pd.DataFrame:
    """The cells that hold something, as a frame.

    place (code or ``@scope``), month (datetime64, NaT = not said), measure, cell (as the sender wrote it), row,
    position (the column's), column (the sender's heading), sheet, label (a total's name), line (what a row is one of
    besides jobcenter and month: its measure in a form on end, else empty). All words are categoricals.
    """
    return joined([_column(plan, rows, dataset, column=column, months=months) for column in plan.columns])


def joined(parts: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Parts of one shape (columns by name) end to end."""
    found = {name: words.stacked([part[name] for part in parts]) for name in WORDS}
    return pd.DataFrame({
        **found, "month": np.concatenate([part["month"] for part in parts]).astype("datetime64[us]"),
        "cell": pd.Series(np.concatenate([part["cell"] for part in parts]), dtype=object),
        "row": np.concatenate([part["row"] for part in parts]),
        "position": np.concatenate([part["position"] for part in parts])})


def _column(plan: Plan, rows: Stubs, dataset: Dataset, *, column: Column, months: Months) -> dict[str, Any]:
    cells = plan.table.grid[:, column.position]
    at = np.flatnonzero(plan.table.filled[:, column.position] & rows.used)
    measure, heading = _measures(plan, rows, column, at)
    known = measure.codes >= 0
    at, measure, heading = at[known], measure[known], heading[known]
    place = words.constant(column.place or plan.table.place,
                           len(at)) if column.place or not plan.places else rows.places[at]
    month = np.full(len(at), np.datetime64(column.month, "us")) if column.month else rows.month[at]
    return {"place": place, "month": _by_default(month, measure, dataset, plan=plan, months=months), "measure": measure,
            "cell": cells[at], "row": plan.table.rows[at].astype("int64"),
            "position": np.full(len(at), column.position),
            "column": heading, "sheet": words.constant(plan.table.sheet, len(at)),
            "label": words.constant(column.heading, len(at)) if column.place else rows.said[at],
            "line": words.constant("", len(at)) if column.field else measure}


def _measures(plan: Plan, rows: Stubs, column: Column, at: np.ndarray) -> tuple[pd.Categorical, pd.Categorical]:
    """(measure, the sender's word for it) for each cell of a column; no measure for what is not read."""
    if column.field is not None or rows.labels is None:
        return words.constant(column.field, len(at)), words.constant(column.heading, len(at))
    texts = words.column(rows.labels[at])
    found = [plan.measures.get(_key(str(text).strip())) for text in texts.categories]
    measures = words.column([*found, None])
    heading = words.column([str(text).strip() for text in texts.categories] + [None])
    return measures[texts.codes], heading[texts.codes]


def _key(word: str) -> str:
    return f"row:{normalise(without_month(word)) or normalise(word)}"


def _by_default(month: np.ndarray, measure: pd.Categorical, dataset: Dataset, *, plan: Plan,
                months: Months) -> np.ndarray:
    """Months for the cells that have none: the sheet's own, else the one that was given for the file."""
    if plan.month is not None or not len(month) or not np.isnat(month).any():
        return month
    given = plan.table.month or months.month
    late = plan.table.month or months.outcome or given
    outcomes = {f.name for f in dataset.fields if f.outcome}
    usual = np.datetime64(given, "us") if given else NOT_A_TIME
    later = np.datetime64(late, "us") if late else NOT_A_TIME
    is_late = words.where(pd.Series(measure), lambda name: name in outcomes)
    return np.where(np.isnat(month), np.where(is_late, later, usual), month)
