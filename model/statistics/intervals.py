"""Wilson's score interval and the words it allows: how sure a share may be said to be over or under a target."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z95 = 1.959963984540054  # the standard normal's 97.5 % quantile
FEWEST = 20  # under this many, a true 20 % is called reached in up to 10 % of cases (statistics of the 95 % interval)

Certainty = Literal["none", "too_few", "over", "under", "unsettled"]


def wilson(x: ArrayLike, n: ArrayLike, *, z: float = Z95) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Low and high end (fractions 0–1) of the score interval for x of n; NaN where n is 0.

    Any shape, x and n alike; an impossible x > n (a fault shown elsewhere) counts as n.
    Source: Wilson 1927; recommended for small n by Brown, Cai & DasGupta 2001.
    """
    total = np.asarray(n, dtype=float)
    count = np.minimum(np.asarray(x, dtype=float), total)
    safe = np.where(total > 0, total, np.nan)
    spread = z * np.sqrt(z * z + 4 * count * (1 - count / safe))
    middle, scale = 2 * count + z * z, 2 * (safe + z * z)
    return np.maximum((middle - spread) / scale, 0.0), np.minimum((middle + spread) / scale, 1.0)


def certainty(x: int, n: int, *, percent: float) -> Certainty:
    """Where x of n stands against ``percent`` (0–100), decided by the unrounded 95 % interval.

    ``none`` when n is 0, ``too_few`` under FEWEST; else ``over`` (low end at or above), ``under`` (high end below).
    """
    if n == 0:
        return "none"
    if n < FEWEST:
        return "too_few"
    low, high = wilson(x, n)
    if low >= percent / 100:
        return "over"
    return "under" if high < percent / 100 else "unsettled"
