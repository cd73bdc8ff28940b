"""Whether a frame is what its schema promises, and which functions and fields promise one."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pandas as pd

from model.basics.frames import Column, Schema


def promised(hint: Any) -> Schema | None:
    """The schema a type names: that of ``Annotated[pd.DataFrame, SCHEMA]``."""
    named = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((one for one in named if isinstance(one, Schema)), None)


@cache
def returned(function: Callable[..., Any]) -> Schema | None:
    """The schema of what a function returns."""
    return promised(get_type_hints(function, include_extras=True).get("return"))


def fields(kind: type) -> dict[str, Schema]:
    """The frames a class holds, by name."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: schema for name, hint in hints.items() if (schema := promised(hint)) is not None}


def faults(frame: pd.DataFrame, schema: Schema) -> list[str]:
    """Where a frame is not as promised: columns that are lacking or too many, and those of another kind."""
    names = list(frame.columns)
    found = [f"lacks {name}" for name in schema.names if name not in names]
    found += [f"has {name}, which nobody promised" for name in names if name not in schema.names and not schema.others]
    found += [f"has {name} more than once" for name in set(names) if names.count(name) > 1]
    levels = [frame.index.get_level_values(at).to_series() for at in range(frame.index.nlevels)]
    if [level.name for level in levels if level.name] != [column.name for column in schema.index]:
        found.append(f"is indexed by {[level.name for level in levels]}")
    declared = {column.name: column for column in schema.columns}
    found += [_kind(frame[name], declared.get(name, schema.others)) for name in names if names.count(name) == 1]
    found += [_kind(level, column) for level, column in zip(levels, schema.index, strict=False)]
    return [fault for fault in found if fault]


def _kind(values: pd.Series, column: Column | None) -> str:
    """How values are of another kind. Where nothing stands pandas knows no kind: a column of objects has any then."""
    if column is None:
        return ""
    held = values.dropna()
    if held.empty and (column.kind.values or values.empty):
        return ""
    if str(values.dtype) not in column.kind.dtypes:
        return f"{values.name} is {values.dtype}"
    strange = {type(value).__name__ for value in held if not isinstance(value, column.kind.values)
               or (column.kind.values == (date,) and isinstance(value, datetime))}
    return f"{values.name} holds {', '.join(sorted(strange))}" if values.dtype == object and strange else ""
