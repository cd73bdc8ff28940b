"""What may be told of counts in a part of each of several units, beside their sums; and of totals that run on.

Source: Handbook on Statistical Disclosure Control; the rules of single cells and the audit are ``suppression``'s.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.statistics.suppression import THRESHOLD, Counts, Flags, Relation, Table, complete, primary


@dataclass(frozen=True)
class Hidden:
    """What is hidden of units: their counts in the part, their wholes (both by unit), and the sums of all."""

    parts: Flags
    wholes: Flags
    sums: bool


def hidden_shares(x: ArrayLike, n: ArrayLike, *, threshold: int = THRESHOLD, withheld: ArrayLike = False) -> Hidden:
    """What to hide of x of n by unit when both are published beside Σx, Σn and the rest n − x can be worked out.

    x, n: shape (units,), all known. withheld: units of which nothing is told whatever their size. A unit of nobody has
    nobody to protect. Where no choice of cells protects the small ones everything is hidden, the sums too.
    """
    part, whole = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    nothing = np.broadcast_to(np.asarray(withheld, dtype=bool), part.shape)
    table = _table(part, whole)
    try:
        found = complete(table, _small(part, whole, nothing, threshold))
    except ValueError:
        found = np.ones(len(table.values), dtype=bool)
    wholes, parts, rests = (found[at * len(part):(at + 1) * len(part)] for at in range(3))
    return Hidden(parts=parts | rests | nothing, wholes=wholes | nothing, sums=bool(found[3 * len(part):].any()))


def _table(part: Counts, whole: Counts) -> Table:
    """Wholes, parts and rests of the units, then their three sums. A part over its whole has no rest to speak of."""
    units = len(part)
    rest = np.where(part <= whole, whole - part, np.nan)
    sums = [whole.sum(), part.sum(), whole.sum() - part.sum()]
    of_units = tuple(Relation(at, (units + at, 2 * units + at)) for at in range(units))
    of_kinds = tuple(Relation(3 * units + kind, tuple(range(kind * units, (kind + 1) * units))) for kind in range(3))
    return Table(np.concatenate([whole, part, rest, sums]),
                 (*of_units, *of_kinds, Relation(3 * units, (3 * units + 1, 3 * units + 2))))


def _small(part: Counts, whole: Counts, nothing: Flags, threshold: int) -> Flags:
    x, n = (np.append(each, each.sum()) for each in (part, whole))
    few = primary(x, n, threshold=threshold) & (n > 0)
    group = (n > 0) & (n < threshold)
    for flags in (few, group):
        flags[:-1] |= nothing & (whole > 0)
    return np.concatenate([group[:-1], few[:-1], few[:-1], [group[-1], few[-1], few[-1]]])


def spaced_totals(x: ArrayLike, n: ArrayLike, *, anchor: int, threshold: int = THRESHOLD) -> NDArray[np.bool_]:
    """Which running totals x of n may stand beside each other: what lies between any two is itself large enough.

    x, n: shape (steps,), never falling; NaN where nothing is known. The total at ``anchor`` is kept if any is, and
    others from it outward. None is told that is itself too small.
    """
    part, whole = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    told = np.zeros(len(part), dtype=bool)
    alone = ~np.isnan(part) & ~primary(part, whole, threshold=threshold)
    if not alone[anchor]:
        return told
    told[anchor] = True
    for steps in (range(anchor - 1, -1, -1), range(anchor + 1, len(part))):
        last = anchor
        for at in steps:
            gap = abs(part[at] - part[last]), abs(whole[at] - whole[last])
            if alone[at] and not primary(*gap, threshold=threshold):
                told[at], last = True, at
    return told
