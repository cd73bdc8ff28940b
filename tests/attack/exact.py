"""What follows from a world, without gaps and slowly: the least and the greatest a count can be, by whole numbers."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import Bounds as Limits
from scipy.optimize import LinearConstraint, milp

from tests.attack.reasoning import NARROW, Bounds, Contradiction
from tests.attack.world import Interval, Mask, Wanted, World, ones

MOST = 10 ** 5  # a count that nothing limits is taken to be at most this


def tightened(world: World, bounds: Bounds, proved: Sequence[Interval]) -> list[Interval]:
    """The intervals, those that are narrow or can be as narrow as it gets; wide ones are left as they are.

    A world that is seen on the way shows what the counts can be, so most need no proof of their own.
    """
    if not world.wanted or not world.sums:
        return list(proved)
    problem = _Problem(world, bounds)
    tight = []
    for want, each in zip(world.wanted, proved, strict=True):
        if each.width > 0 and problem.spread(want) <= NARROW:
            low, high = problem.least(want, 1), -problem.least(want, -1)
            each = replace(each, low=max(low, each.low), high=min(high, each.high))
        tight.append(each)
    return tight


class _Problem:
    """The world as a whole-number programme: parts first, then a nought or one for every reason of every choice."""

    def __init__(self, world: World, bounds: Bounds) -> None:
        self.parts, self.width = len(world.bits), len(world.bits) + sum(map(len, world.choices))
        self._rows: list[np.ndarray] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._seen: list[np.ndarray] = []
        for mask, value in bounds.simple:
            self._add(self._row(mask), value, value)
        for mask, top in world.tops:
            self._add(self._row(mask), -np.inf, top)
        for mask, floor in world.floors:
            self._add(self._row(mask), floor, np.inf)
        self._add_choices(world, bounds)
        top = [min(bounds.high[1 << at], MOST) for at in range(self.parts)]
        self._limits = Limits(np.zeros(self.width), np.array(top + [1] * (self.width - self.parts)))
        self._constraint = LinearConstraint(np.array(self._rows), self._low, self._high)
        self.least(Wanted(world.wanted[0].about, 0), 1)  # a first world, or a contradiction

    def spread(self, want: Wanted) -> float:
        """How far apart the counts are in the worlds seen so far."""
        row = self._change(want)
        counts = [row @ seen for seen in self._seen]
        return max(counts) - min(counts)

    def least(self, want: Wanted, sign: int) -> int:
        """The least of ``sign`` times the count over all worlds; raises Contradiction where there is none."""
        row = sign * self._change(want)
        solved = milp(row, constraints=self._constraint, bounds=self._limits, integrality=np.ones(self.width))
        if solved.x is None:
            raise Contradiction
        self._seen.append(np.round(solved.x))
        return round(float(row @ self._seen[-1]))

    def _add_choices(self, world: World, bounds: Bounds) -> None:
        at = self.parts
        for choice in world.choices:
            one = np.zeros(self.width)
            for mask, top in choice:  # a reason that is given up lifts its top away
                row, most = self._row(mask), min(bounds.high[mask], MOST)
                row[at], one[at] = most, 1
                self._add(row, -np.inf, top + most)
                at += 1
            self._add(one, 1, np.inf)

    def _add(self, row: np.ndarray, low: float, high: float) -> None:
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)

    def _change(self, want: Wanted) -> np.ndarray:
        return self._row(want.mask) - self._row(want.less)

    def _row(self, mask: Mask) -> np.ndarray:
        row = np.zeros(self.width)
        row[list(ones(mask))] = 1
        return row
