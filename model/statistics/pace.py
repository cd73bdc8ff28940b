"""Whole persons: how many a target asks for, how many are missing, and how fast they must come."""

import math
from collections.abc import Sequence
from typing import TypeVar

import pandas as pd

Counts = TypeVar("Counts", int, pd.Series)
TINY = 1e-9


def needed(n: Counts, *, percent: Counts) -> Counts:
    """The fewest persons that are at least ``percent`` of n, in integers: 16 % of 312 is 50. Own formula."""
    return -(-(percent * n) // 100)


def reaches(x: Counts, n: Counts, *, percent: Counts) -> Counts:
    """Whether x of n is at least ``percent``, compared in integers so that no rounding decides."""
    return 100 * x >= percent * n


def resized(n: int, *, percent: int, by: int) -> int:
    """The fewest persons that are at least ``percent`` of a group ``by`` percent larger (negative: smaller)."""
    return -(-percent * n * (100 + by) // 10_000)


def per_month(missing: int, months: int) -> float | None:
    """Persons a month to close the gap; None when no month is left."""
    return missing / months if months > 0 else None


def net_change(values: Sequence[int | None]) -> float | None:
    """Average change per step from the first to the last known value; None with fewer than two known."""
    known = [(step, value) for step, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return None
    (first_step, first), (last_step, last) = known[0], known[-1]
    return (last - first) / (last_step - first_step)


def gained(per_step: float, steps: int) -> int:
    """Whole persons that come in ``steps`` at that pace: only what is complete counts, but for the noise of floats."""
    return math.floor(per_step * steps + TINY)


def among_coming(x: int, n: int, *, coming: int, percent: int) -> int:
    """How many of the next ``coming`` must succeed for x of n to end at ``percent``; 0 or less: already secured.

    Own formula: ceil(percent · (n + coming) / 100) − x.
    """
    return needed(n + coming, percent=percent) - x
