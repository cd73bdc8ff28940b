"""How fast persons come, and how fast they must come to close a gap."""

import math
from collections.abc import Sequence

TINY = 1e-9


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
