"""How far a scale of shares goes, and what is written on it; and one of rates."""

from collections.abc import Iterable

import numpy as np

from model.basics.formatting import number
from model.basics.shares import percent

LEAST, STEP = 40, 10  # percent: a scale goes at least so far, in such steps
ROOM = 1.15  # how far beyond the largest share a scale goes; longer whiskers are clipped


def share_top(shares: Iterable[float | None]) -> float:
    """The end of the scale: a whole number of steps, beyond every share."""
    largest = max((share for share in shares if share is not None), default=0.0)
    return min(100, max(LEAST, STEP * -(-int(np.ceil(largest * ROOM)) // STEP)))


def share_ticks(top: float) -> tuple[tuple[float, str], ...]:
    """Where the scale is marked, and the words."""
    step = STEP if top <= 6 * STEP else 2 * STEP
    return tuple((value, percent(value)) for value in range(0, int(top) + 1, step))


def rate_ticks(top: int) -> tuple[tuple[float, str], ...]:
    """The whole numbers up to ``top``."""
    return tuple((value, number(value)) for value in range(top + 1))
