"""What a snapshot keeps of an earlier one: every result that rests on parts alone which both have alike."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd

PARTS = ("figures", "uploads", "jobcenters", "targets", "course_days", "activities", "plans", "written", "beside",
         "approvals", "sample")
RECORDS = "records of "  # before a dataset's name: the part that its records are
SETTLED = ("figures_from", "starts", "ends", "data_date", "as_of", "programme")  # nothing is kept where these differ


def take_over(after: Any, before: Any) -> None:
    """Let a snapshot remember what was remembered of an earlier one of the same kind and still holds.

    What is made of an edition never changes: nothing is taken over from it.
    """
    if before.release is None and after.release is None and all(
            getattr(before, name) == getattr(after, name) for name in SETTLED):
        after.memory.keep(before.memory, unchanged(before, after))


def unchanged(before: Any, after: Any) -> set[str]:
    """The parts that two snapshots have alike; ``records`` is among them where every dataset's are."""
    same = {part for part in PARTS if alike(getattr(before, part), getattr(after, part))}
    datasets = {name for name in after.records if alike(before.records.get(name), after.records[name])}
    every = {"records"} if len(datasets) == len(after.records) else set()
    return same | every | {f"{RECORDS}{name}" for name in datasets}


def alike(one: Any, other: Any) -> bool:
    """Whether two parts say the same: frames, or what holds them, or single values."""
    if one is other:
        return True
    if isinstance(one, pd.DataFrame):
        return list(one.columns) == list(other.columns) and all(
            one[name].equals(other[name]) for name in reversed(one.columns))  # the key, of texts, first of all is slow
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(alike(one[name], other[name]) for name in one)
    if is_dataclass(one) and not isinstance(one, type):
        return all(alike(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    return bool(one == other)
