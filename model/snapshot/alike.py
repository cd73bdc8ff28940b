"""Which parts two snapshots have alike, so that what rests on those alone is the same of both."""

from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd


def alike(one: Any, other: Any) -> bool:
    """Whether two parts say the same: frames, or what holds frames, or single values."""
    if isinstance(one, pd.DataFrame):
        return one is other or one.equals(other)
    if is_dataclass(one) and not isinstance(one, type):
        return all(alike(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    return bool(one == other)
