"""What a frame holds: what one row of it is, and each column's name, kind and meaning.

A function says it in its type: ``-> Annotated[pd.DataFrame, PANEL]``. Nothing looks at it while the app runs; the tests
hold every such frame against its schema.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, partial
from typing import Any

import numpy as np
import pandas as pd

# Texts as Python's own: Arrow, which pandas prefers, is quick on millions of them, and here a frame has some thousands.
pd.options.mode.string_storage = "python"


@dataclass(frozen=True)
class Kind:
    """How values lie in a column. dtypes: as pandas names them, the first that of an empty column; values: their own
    types where a column is of objects, beside None for what is missing.
    """

    dtypes: tuple[str, ...]
    values: tuple[type, ...] = ()


@dataclass(frozen=True)
class Column:
    """One named column."""

    kind: Kind
    name: str
    meaning: str


count = partial(Column, Kind(("Int64",)))  # NA where it is not known
number = partial(Column, Kind(("int64",)))  # always known
real = partial(Column, Kind(("float64",)))  # NaN where it is not known
flag = partial(Column, Kind(("bool",)))
judged = partial(Column, Kind(("boolean",)))  # a flag that may be missing
day = partial(Column, Kind(("datetime64[us]", "datetime64[s]")))  # of a month the first
text = partial(Column, Kind(("object", "str"), (str,)))
date_of = partial(Column, Kind(("object",), (date,)))  # Python's own, from a table of what is written
moment = partial(Column, Kind(("object", "datetime64[us, UTC]"), (datetime,)))
numeric = partial(Column, Kind(("object", "int64", "float64", "Int64"), (int, float)))  # as pandas made it
structure = partial(Column, Kind(("object",), (dict, list)))  # what a table keeps as JSON


def member(of: type[StrEnum], name: str, meaning: str) -> Column:
    """A column of an enum's members, which lie as objects and never as texts."""
    return Column(Kind(("object",), (of,)), name, meaning)


@dataclass(frozen=True)
class Schema:
    """A frame's promise. others: what every further column is, where their names are data (a measure, a month)."""

    row: str
    columns: tuple[Column, ...]
    index: tuple[Column, ...] = ()
    others: Column | None = None

    @property
    def names(self) -> list[str]:
        """The columns' names, in their order."""
        return [column.name for column in self.columns]

    def empty(self) -> pd.DataFrame:
        """A frame without rows."""
        return self._without_rows.copy()

    @cached_property
    def _without_rows(self) -> pd.DataFrame:
        """Made once: most installations have no records of some kinds, and all are read after every write."""
        columns = (*self.index, *self.columns)
        frame = pd.DataFrame({column.name: pd.Series(dtype=column.kind.dtypes[0]) for column in columns})
        return frame.set_index([column.name for column in self.index]) if self.index else frame

    def besides(self, *columns: Column, row: str = "") -> "Schema":
        """The same with more columns, of other rows where ``row`` says so."""
        return replace(self, row=row or self.row, columns=(*self.columns, *columns))

    def indexed_by(self, *names: str) -> "Schema":
        """The same with some of the columns as the index."""
        index = tuple(column for column in self.columns if column.name in names)
        return replace(self.without(*names), index=index)

    def without(self, *names: str) -> "Schema":
        """The same without some of the columns."""
        return replace(self, columns=tuple(column for column in self.columns if column.name not in names))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows by the columns' names, as pandas' ``to_dict("records")`` has them in three times the time; what is
    missing is as its column has it.
    """
    names = list(frame.columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*(frame[name].tolist() for name in names), strict=True)]


def plain(value: Any) -> Any:
    """A stored value as Python's own type: int, date or str, as its column is; None for what is missing."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return int(value) if isinstance(value, int | np.integer) else value
