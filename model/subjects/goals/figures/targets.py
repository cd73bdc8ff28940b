"""Which target or baseline applies to a jobcenter in a month: the narrowest scope, then what was recorded last."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

BASELINE = ("baseline_month", "baseline_value")
_WIDTH = {"national": 0, "regional": 1, "jobcenter": 2}


@dataclass(frozen=True)
class Resolved:
    """The target row that applies: a ``value``, or the ``month`` a baseline is read from."""

    part: str
    scope: str
    value: int | None
    month: date | None
    source: str
    reason: str


def resolve(targets: pd.DataFrame, part: str | Collection[str], code: str | None, month: date) -> Resolved | None:
    """The row of ``part`` that applies to ``code`` (None: the region) in ``month``; None where none does."""
    parts = (part,) if isinstance(part, str) else tuple(part)
    at = winners(targets, parts, codes=np.array([code or ""], dtype=object), months=np.array([_day(month)]))[0]
    if at < 0:
        return None
    row = targets.iloc[at]
    return Resolved(row["part"], row["scope"], _int(row["value"]), _date(row["month"]), row["source"], row["reason"])


def winners(targets: pd.DataFrame, parts: Collection[str], *, codes: NDArray[Any],
            months: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """Position in ``targets`` of the row that applies to each (code, month) pair; −1 where none does.

    Laid down from the widest and oldest to the narrowest and newest, so that the last one stands.
    """
    winning = np.full(len(codes), -1, dtype=np.int64)
    begins, ends, scopes, places = (targets[name].tolist() for name in ("valid_from", "valid_to", "scope", "jobcenter"))
    for position in _precedence(targets, parts):
        applies = months >= _day(begins[position])
        if not pd.isna(ends[position]):
            applies &= months <= _day(ends[position])
        if scopes[position] == "jobcenter":
            applies &= codes == places[position]
        winning[applies] = position
    return winning


def taken(targets: pd.DataFrame, column: str, positions: NDArray[np.int64]) -> Any:
    """``column`` of the rows at ``positions``: Int64 (value), datetime64 (month) or objects; −1 gives missing."""
    values = targets[column]
    if column == "value":
        array: Any = pd.array(values, dtype="Int64")
    elif column in ("month", "valid_from"):
        array = pd.DatetimeIndex(_month(values))
    else:
        array = pd.array(values.astype(object).to_numpy(), dtype=object)
    return array.take(positions, allow_fill=True, fill_value=None)


def _precedence(targets: pd.DataFrame, parts: Collection[str]) -> list[int]:
    """In the order they were written in: a clock that was put back makes none of them older."""
    ranked = [(_WIDTH[scope], position) for position, (part, scope) in enumerate(
        zip(targets["part"], targets["scope"], strict=True)) if part in parts]
    return [position for _, position in sorted(ranked)]


def _month(dates: pd.Series) -> NDArray[np.datetime64]:
    return pd.to_datetime(dates.astype(object)).to_numpy().astype("datetime64[M]").astype("datetime64[us]")


def _day(month: date) -> np.datetime64:
    """The first day of a month."""
    return np.datetime64(month, "M").astype("datetime64[us]")


def _int(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _date(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()
