"""The figures that stand around those of a file. A jobcenter's month is one row of the query, so no key comes often."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, String, case, cast, func, select, type_coerce
from sqlmodel import Session, col

from model.basics.months import shift
from model.intake.cells import words
from model.intake.known import KEY, as_months, framed
from model.store import facts, fetching
from model.store.tables.base import Figure, Upload
from model.store.tables.typed import columns_of

BETWEEN = ","  # the joined parts: no measure and no number has it
MARKS = {"hidden": -1, "missing": -2}  # beside the counts, which are never below 0
A_TEXT = -3
NAMES = ["jobcenter", "month", "measures", "values", "uploads", "texts"]


def around(session: Session, months: Sequence[date]) -> pd.DataFrame:
    """Figures that stand in the months from the one before the first to the one after the last.

    Columns: jobcenter, measure (categorical), month (datetime64), value (Int64), mark, text; in the order of that key.
    """
    table = columns_of(Figure)
    near = (table.month.between(shift(min(months), -1), shift(max(months), 1)),
            table.upload_id.in_(select(col(Upload.id)).where(facts.standing())))
    value = func.coalesce(table.value, case(MARKS, value=table.mark, else_=A_TEXT))
    joined = [func.aggregate_strings(part, BETWEEN)
              for part in (table.measure, cast(value, String), cast(table.upload_id, String))]
    query = (select(table.jobcenter, type_coerce(table.month, String), *joined, func.count(table.text)).where(*near)
             .group_by(table.jobcenter, table.month))
    rows = fetching.columns(session.connection().execute(query), NAMES)
    counts = _counts(rows)
    return _newest(_both(counts, _texts(session, *near)) if any(rows["texts"]) else counts)


def _counts(rows: dict[str, list]) -> pd.DataFrame:
    """Every row that is stored with a count or a mark, and its upload_id."""
    measures, sizes = _parted(rows["measures"])
    at = np.repeat(np.arange(len(sizes)), sizes)
    values = _numbers(rows["values"])
    marks = np.full(len(values), None, dtype=object)
    for mark, number in MARKS.items():
        marks[values == number] = mark
    made = pd.DataFrame({"jobcenter": words.column(rows["jobcenter"])[at],
                         "month": as_months(words.column(rows["month"]))[at], "measure": measures,
                         "value": pd.arrays.IntegerArray(np.maximum(values, 0), values < 0),
                         "mark": pd.Series(marks, dtype=object),
                         "text": pd.Series(np.full(len(values), None, dtype=object), dtype=object),
                         "upload_id": _numbers(rows["uploads"])})
    return made[values != A_TEXT] if any(rows["texts"]) else made


def _parted(texts: Sequence[str]) -> tuple[pd.Categorical, np.ndarray]:
    """(the parts of every text end to end, how many each has)."""
    codes, different = pd.factorize(np.array(texts, dtype=object))
    parts = [words.column(text.split(BETWEEN)) for text in different]
    every = words.stacked(parts)
    ends = np.cumsum([len(part) for part in parts], dtype="int64")
    found = np.split(np.arange(len(every)), ends)
    at = np.concatenate([np.empty(0, dtype="int64"), *(found[code] for code in codes)])
    return every[at], np.diff(ends, prepend=0)[codes]


def _numbers(texts: Sequence[str]) -> np.ndarray:
    return np.fromstring(BETWEEN.join(texts), sep=BETWEEN, dtype="int64")


def _texts(session: Session, *near: ColumnElement[bool]) -> pd.DataFrame:
    """Every row that is stored with a text: choices, dates and words, of which there are few."""
    table = columns_of(Figure)
    query = (select(table.jobcenter, type_coerce(table.month, String), table.measure, table.value, table.mark,
                    table.text, table.upload_id).where(*near, table.text.is_not(None)))
    return framed(session.connection().execute(query), [*KEY, "value", "mark", "text", "upload_id"])


def _both(counts: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    shared = {name: words.stacked([counts[name].array, texts[name].array]) for name in ("jobcenter", "measure")}
    return pd.concat([counts, texts], ignore_index=True).assign(**shared)


def _newest(every: pd.DataFrame) -> pd.DataFrame:
    """Of each key the row of its highest upload: finding it here is quicker than asking the database for it."""
    key, upload = words.numbered(every, KEY), every["upload_id"].to_numpy()
    order = np.lexsort((upload, key))
    key = key[order]
    newest = order[np.append(key[1:] != key[:-1], True)[:len(order)]]
    return every.drop(columns="upload_id").take(newest).reset_index(drop=True)
