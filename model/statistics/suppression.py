"""Which cells of published sums must be hidden so that no small number follows from the others, and the proof of it.

Source: Handbook on Statistical Disclosure Control (primary and complementary suppression, audit by linear programming).
A table is a vector of counts; a relation says that one of them is the sum of others. Totals, months and year-to-date
figures are all relations, so nothing here knows what the cells are about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

SMALL = 12  # hidden cells in a group, up to which all their ends are one program
WIDTH = 3  # the narrowest interval a hidden count may be placed in
FEWEST_UNITS = 3  # units in a sum that is told, so that none of them works out another by subtracting its own
THRESHOLD = 5  # the smallest count that is shown to everybody

Flags = NDArray[np.bool_]
Counts = NDArray[np.float64]


@dataclass(frozen=True)
class Relation:
    """The cell at ``total`` is the sum of the cells at ``parts``."""

    total: int
    parts: tuple[int, ...]

    @property
    def cells(self) -> tuple[int, ...]:
        """The total, then its parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Table:
    """Counts (NaN: not known to anybody) with what is published about them: sums, and parts beside their wholes.

    within: (part, whole) pairs, each part at most its whole. Shapes: values (n,).
    """

    values: Counts
    relations: tuple[Relation, ...]
    within: tuple[tuple[int, int], ...] = ()

    @cached_property
    def sums(self) -> tuple[Relation, ...]:
        """The relations of which every cell is known to somebody."""
        return tuple(r for r in self.relations if not np.isnan(self.values[list(r.cells)]).any())

    @cached_property
    def totals(self) -> frozenset[int]:
        """The cells that are the sum of others."""
        return frozenset(r.total for r in self.relations)


def primary(x: ArrayLike, n: ArrayLike, *, threshold: int = THRESHOLD) -> Flags:
    """Counts that are themselves too small to show: 1 … threshold−1 of x or of n − x, and groups under the threshold.

    x of n: any shape, alike; NaN n: no whole is known. Where n is under twice the threshold, nobody (0) and everybody
    (n) tell something of every person in the group and are hidden too.
    """
    part, whole = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    rest = whole - part
    small = _few(part, threshold) | _few(rest, threshold) | (whole < threshold)
    group = (whole < 2 * threshold) & ((part == 0) | (rest == 0))
    return np.asarray((small | group) & ~np.isnan(part))


def _few(count: Counts, threshold: int) -> Flags:
    return np.asarray((count >= 1) & (count < threshold))


def complete(table: Table, hidden: ArrayLike, *, width: int = WIDTH) -> Flags:
    """``hidden`` with the fewest more cells this rule finds, so that every hidden cell has an interval of ``width``.

    While a relation has exactly one hidden cell one more of it is hidden: the one that closes most such relations,
    then the smallest, never a zero and a total only when nothing else is left. Then the audit is run, and a cell that
    can be placed too exactly takes another of its relations with it. Raises ValueError when nothing more can be hidden.
    """
    found = np.asarray(hidden, dtype=bool).copy()
    while True:
        _close(table, found)
        exact = too_exact(table, found, width=width)
        if not exact:
            return found
        extra = [cell for at in exact for cell in _beside(table, at, found)]
        if not extra:
            raise ValueError("no further cell can be hidden: merge units or months instead")
        found[_choose(table, extra, found)] = True


def _close(table: Table, found: Flags) -> None:
    """Give every relation with a lone hidden cell a second one, in place."""
    while lone := [r for r in table.sums if sum(found[list(r.cells)]) == 1]:
        free = [cell for r in lone for cell in r.cells if not found[cell]]
        if not free:
            return
        found[_choose(table, free, found)] = True


def _choose(table: Table, cells: Iterable[int], found: Flags) -> int:
    lone = [set(r.cells) for r in table.sums if sum(found[list(r.cells)]) == 1]

    def rank(cell: int) -> tuple[bool, bool, int, float, int]:
        closes = sum(cell in relation for relation in lone)
        return cell in table.totals, table.values[cell] == 0, -closes, float(table.values[cell]), cell

    return min(set(cells), key=rank)


def _beside(table: Table, at: int, found: Flags) -> list[int]:
    """Cells that share a relation with a hidden one and are still shown."""
    return [cell for r in table.sums if at in r.cells for cell in r.cells if not found[cell]]


def too_exact(table: Table, hidden: ArrayLike, *, width: int = WIDTH) -> list[int]:
    """Hidden cells that somebody could place within fewer than ``width`` persons."""
    low, high = audit(table, hidden)
    return [int(at) for at in np.flatnonzero(np.asarray(hidden, dtype=bool)) if high[at] - low[at] < width]


def audit(table: Table, hidden: ArrayLike) -> tuple[Counts, Counts]:
    """The smallest and the largest value each hidden cell can have, given all that is shown; shown cells as they are.

    By linear programming on each group of hidden cells that relations tie together; all counts are at least 0.
    An interval without an upper end is infinite. Shapes: (n,), (n,).
    """
    flags = np.asarray(hidden, dtype=bool)
    low, high = table.values.copy(), table.values.copy()
    for group in _groups(table, flags):
        rows, sums = _equations(table, flags, group)
        over, most = _limits(table, flags, group)
        ends = _together(len(group), rows, sums, over=over, most=most) if len(group) <= SMALL else None
        if ends is None:
            ends = np.array([[_end(position, len(group), rows, sums, over=over, most=most, sign=sign)
                              for sign in (1, -1)] for position in range(len(group))])
        low[group], high[group] = ends.T
    return low, high


def _groups(table: Table, hidden: Flags) -> list[list[int]]:
    """Hidden cells that relations or wholes tie together."""
    links = [[c for c in r.cells if hidden[c]] for r in table.sums]
    links += [[c for c in pair if hidden[c]] for pair in table.within]
    group = {int(at): {int(at)} for at in np.flatnonzero(hidden)}
    for cells in links:
        joined = set().union(*(group[c] for c in cells)) if cells else set()
        group.update(dict.fromkeys(joined, joined))
    return [sorted(cells) for cells in {id(cells): cells for cells in group.values()}.values()]


def _equations(table: Table, hidden: Flags, group: Sequence[int]) -> tuple[Counts, Counts]:
    """The relations of a group as rows over its cells, and what the shown cells leave of each sum."""
    at = {cell: position for position, cell in enumerate(group)}
    mine = [r for r in table.sums if any(c in at for c in r.cells)]
    rows, sums = np.zeros((len(mine), len(group))), np.zeros(len(mine))
    for line, relation in enumerate(mine):
        for cell in relation.cells:
            sign = 1.0 if cell == relation.total else -1.0
            if hidden[cell]:
                rows[line, at[cell]] += sign
            else:
                sums[line] -= sign * table.values[cell]
    return rows, sums


def _limits(table: Table, hidden: Flags, group: Sequence[int]) -> tuple[Counts, Counts]:
    """Parts that are at most their wholes, as rows ≤ a number."""
    at = {cell: position for position, cell in enumerate(group)}
    rows, most = [], []
    for part, whole in table.within:
        if part not in at and whole not in at:
            continue
        if np.isnan(table.values[[part, whole]]).any():
            continue
        row = np.zeros(len(group))
        rest = 0.0
        for cell, sign in ((part, 1.0), (whole, -1.0)):
            if hidden[cell]:
                row[at[cell]] += sign
            else:
                rest -= sign * table.values[cell]
        rows.append(row)
        most.append(rest)
    return np.array(rows).reshape(len(rows), len(group)), np.array(most)


def _solved(cost: Counts, **table: Any) -> Any:
    """What scipy finds for the smallest cost; the table as its ``linprog`` takes it, with no variable below nought."""
    from scipy.optimize import linprog  # takes a third of a second, and only what is published is solved for

    return linprog(cost, bounds=(0, None), method="highs", **table)


def _together(size: int, rows: Counts, sums: Counts, *, over: Counts, most: Counts) -> Counts | None:
    """Both ends of every cell of a group, shape (size, 2), from one program of as many copies of the group as ends.

    Solving one is much quicker than solving each. None where an end is infinite, which one program cannot tell apart.
    """
    copies = 2 * size
    cost = np.zeros((copies, size))
    cost[np.arange(copies), np.arange(copies) // 2] = np.tile([1.0, -1.0], size)
    each = np.eye(copies)
    found = _solved(cost.ravel(), A_eq=np.kron(each, rows) if len(rows) else None,
                    b_eq=np.tile(sums, copies) if len(rows) else None,
                    A_ub=np.kron(each, over) if len(over) else None, b_ub=np.tile(most, copies) if len(over) else None)
    if found.status != 0:
        return None
    ends = found.x.reshape(copies, size)[np.arange(copies), np.arange(copies) // 2]
    return np.asarray(ends.reshape(size, 2).round(6))


def _end(position: int, size: int, rows: Counts, sums: Counts, *, over: Counts, most: Counts, sign: int) -> float:
    """One end of a cell's interval: the smallest value (sign 1) or the largest (−1)."""
    cost = np.zeros(size)
    cost[position] = sign
    found = _solved(cost, A_eq=rows if len(rows) else None, b_eq=sums if len(rows) else None,
                    A_ub=over if len(over) else None, b_ub=most if len(over) else None)
    if found.status == 3:
        return float("inf")
    if found.status != 0:
        raise ValueError(f"the table contradicts itself: {found.message}")
    return round(sign * float(found.fun), 6)
