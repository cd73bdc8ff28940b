"""Why a share moved: the exact split of its change into a numerator and a denominator effect."""

from fractions import Fraction
from typing import NamedTuple


class Split(NamedTuple):
    """Parts of a share's change, in percentage points; ``numerator + denominator == change``."""

    change: float
    numerator: float
    denominator: float


def share_change(*, before: tuple[int, int], after: tuple[int, int]) -> Split:
    """Split the change from x0/n0 to x1/n1 (both given as (x, n), n > 0).

    Own application of the Shapley value (each effect averaged over the two orders in which the numbers may change),
    which for a quotient is: numerator = (x1 − x0)·½(1/n0 + 1/n1), denominator = ½(x0 + x1)·(1/n1 − 1/n0).
    Computed in exact fractions. Raises ZeroDivisionError when a group is empty.
    """
    (x0, n0), (x1, n1) = before, after
    inverse0, inverse1 = Fraction(1, n0), Fraction(1, n1)
    numerator = 100 * (x1 - x0) * (inverse0 + inverse1) / 2
    denominator = 100 * (x0 + x1) * (inverse1 - inverse0) / 2
    return Split(float(numerator + denominator), float(numerator), float(denominator))
