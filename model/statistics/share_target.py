"""A target for a share in whole persons: whether it is reached, and how many it asks for. No rounding decides."""

from typing import TypeVar

import pandas as pd

Counts = TypeVar("Counts", int, pd.Series, pd.arrays.IntegerArray)


def reaches(x: Counts, n: Counts, *, percent: Counts) -> Counts:
    """Whether x of n is at least ``percent``, compared in integers so that no rounding decides."""
    return 100 * x >= percent * n


def needed(n: Counts, *, percent: Counts) -> Counts:
    """The fewest persons that are at least ``percent`` of n, in integers: 16 % of 312 is 50. Own formula."""
    return -(-(percent * n) // 100)


def resized(n: int, *, percent: int, by: int) -> int:
    """The fewest persons that are at least ``percent`` of a group ``by`` percent larger (negative: smaller)."""
    return -(-percent * n * (100 + by) // 10_000)
