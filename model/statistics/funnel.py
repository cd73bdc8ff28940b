"""Limits round a region's share by the size of the unit: what chance alone would give."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.statistics.intervals import FEWEST, Z95

Z998 = 3.090232306167813  # the standard normal's 99.9 % quantile


def limits(level: float, n: ArrayLike, *, z: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Low and high limit (fractions, clipped to 0–1) round ``level`` (0–1) for units of n; NaN where n is 0.

    Source: Spiegelhalter 2005, Statistics in Medicine 24:1185; the same as PHEindicatormethods' funnel limits.
    """
    size = np.asarray(n, dtype=float)
    spread = z * np.sqrt(level * (1 - level) / np.where(size > 0, size, np.nan))
    return np.maximum(level - spread, 0.0), np.minimum(level + spread, 1.0)


def outside(x: ArrayLike, n: ArrayLike, *, level: float, z: float = Z998) -> NDArray[np.int64]:
    """−1 under, 1 over, 0 within the limits; units under FEWEST are drawn but never judged (0)."""
    count, size = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    low, high = limits(level, size, z=z)
    share = count / np.where(size > 0, size, np.nan)
    judged = size >= FEWEST
    return np.where(judged & (share > high), 1, np.where(judged & (share < low), -1, 0))


def expected_outside(units: int, *, z: float) -> float:
    """How many of so many alike units fall outside the limits by chance, on average (two-sided normal)."""
    return units * {Z95: 0.05, Z998: 0.002}[z]
