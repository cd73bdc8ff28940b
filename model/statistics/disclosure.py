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

    x, n: shape (steps,), NaN where nothing is known or may be told. The total at ``anchor`` is kept if any is, and
    others from it outward. None is told that is itself too small.
    """
    part, whole = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    told = np.zeros(len(part), dtype=bool)
    alone = ~np.isnan(part) & ~primary(part, whole, threshold=threshold)
    if not alone[anchor]:
        return told
    told[anchor] = True
    for at in (*range(anchor - 1, -1, -1), *range(anchor + 1, len(part))):
        gaps = np.abs(part[told] - part[at]), np.abs(whole[told] - whole[at])
        told[at] = alone[at] and not primary(*gaps, threshold=threshold).any()
    return told


@dataclass(frozen=True)
class Totals:
    """How far running totals are told. steps: by unit the last step that its total reaches, −1 where none is told.

    sums: by step whether the total of all units may be told beside what is told of each at any time.
    """

    steps: NDArray[np.int64]
    sums: Flags


def told_totals(x: ArrayLike, n: ArrayLike, *, threshold: int = THRESHOLD, withheld: ArrayLike = False) -> Totals:
    """How far the running totals of x of n may be told by unit, so that later totals minus earlier ones stay large.

    x, n: what each step adds, shape (units, steps). A unit's total moves on only when what has been added since is
    large enough, counted from the first step: then no two tellings differ by a few, and steps to come change nothing.
    What the units' totals leave of the sum must be large enough too; where it is not, the smallest last move is taken
    back. withheld: units of which nothing is told.
    """
    part, whole = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    nothing = np.broadcast_to(np.asarray(withheld, dtype=bool), part.shape[:1])
    moves = [[] if hidden else _moves(*unit, threshold)
             for unit, hidden in zip(zip(part, whole, strict=True), nothing, strict=True)]
    last = part.shape[1] - 1
    while _few_left(part, whole, moves, last, threshold) and any(moves):
        smallest = min((unit for unit, own in enumerate(moves) if own), key=lambda unit: _last_move(whole, moves, unit))
        moves[smallest].pop()
    return Totals(steps=np.array([own[-1] if own else -1 for own in moves], dtype=np.int64),
                  sums=np.array([not _few_left(part, whole, moves, step, threshold) for step in range(last + 1)]))


def _moves(part: Counts, whole: Counts, threshold: int) -> list[int]:
    """The steps at which a unit's total moves on."""
    found, x, n = [], 0.0, 0.0
    for step, (more, of) in enumerate(zip(part, whole, strict=True)):
        x, n = x + more, n + of
        if not primary(x, n, threshold=threshold):
            found.append(step)
            x, n = 0.0, 0.0
    return found


def _last_move(whole: Counts, moves: list[list[int]], unit: int) -> float:
    """What the last move of a unit's total added to its whole."""
    *earlier, last = moves[unit]
    return float(whole[unit, (earlier[-1] if earlier else -1) + 1:last + 1].sum())


def _few_left(part: Counts, whole: Counts, moves: list[list[int]], step: int, threshold: int) -> bool:
    """Whether the sum of all up to ``step`` minus every unit's newest total by then would tell of a few."""
    x = n = 0.0
    for unit, own in enumerate(moves):
        after = max((move for move in own if move <= step), default=-1) + 1
        x, n = x + part[unit, after:step + 1].sum(), n + whole[unit, after:step + 1].sum()
    return bool(n > 0 and primary(x, n, threshold=threshold))
