"""Which parts two snapshots have alike, so that what rests on those alone is the same of both."""

from collections.abc import Collection
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


def unchanged(before: Any, after: Any, parts: Collection[str], of_dataset: str) -> set[str]:
    """The parts that two snapshots have alike: of the fields ``parts``, and ``of_dataset`` + a dataset's name.

    ``records`` is among them where every dataset's are.
    """
    same = {part for part in parts if alike(getattr(before, part), getattr(after, part))}
    datasets = {name for name in after.records if alike(before.records.get(name), after.records[name])}
    every = {"records"} if len(datasets) == len(after.records) else set()
    return same | every | {f"{of_dataset}{name}" for name in datasets}
