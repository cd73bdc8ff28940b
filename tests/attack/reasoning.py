"""What follows from a world, quickly.

What can be subtracted is subtracted, bounds are carried to and fro, and what adds up exactly from what is told is
noticed. Nothing that is proved here is wrong; ``exact`` proves the little that is missed.
"""

from collections import defaultdict
from dataclasses import replace

import numpy as np

from tests.attack.world import UNBOUNDED, Interval, Mask, World, ones, within

NARROW = 3  # an interval this wide or narrower gives a count away
ROUNDS = 100  # bounds that creep are left where they are
TINY = 1e-6


class Contradiction(Exception):
    """No counts can be what the world says: something is assumed that is not so."""


def reduced(sums: list[tuple[Mask, int]]) -> list[tuple[Mask, int]]:
    """The sums with each subtracted from those that contain it, until none is contained; nothing known is lost."""
    left: dict[Mask, int] = {}
    pending = list(sums)
    while pending:
        mask, value = pending.pop()
        if value < 0 or left.get(mask, value) != value or (not mask and value):
            raise Contradiction
        if not mask or mask in left:
            continue
        inner = next((small for small in left if within(small, mask)), None)
        if inner is not None:
            pending.append((mask & ~inner, value - left[inner]))
            continue
        outer = [large for large in left if within(mask, large)]
        pending += [(large & ~mask, left.pop(large) - value) for large in outer]
        left[mask] = value
    return list(left.items())


class Bounds:
    """Low and high of every set of parts of one unit that anything is known or asked of."""

    def __init__(self, world: World) -> None:
        self.world, self.simple = world, reduced(world.sums)
        self.low: dict[Mask, int] = defaultdict(int)
        self.high: dict[Mask, int] = defaultdict(lambda: UNBOUNDED)
        self._relations = [(mask, world.by_unit(mask)) for mask, _ in (*self.simple, *world.sums)]
        for mask, value in (*self.simple, *world.sums):
            self._narrow(mask, value, value)
        for mask, top in world.tops:
            self._narrow(mask, 0, top)
        for mask, floor in world.floors:
            self._narrow(mask, floor, UNBOUNDED)
        self._relations += [*self._inside_units(), *self._inside_bounded()]
        self._settle()

    def of(self, about: Interval, mask: Mask, less: Mask = 0) -> Interval:
        """What is proved of a count, or of a change of one."""
        if not less:
            return replace(about, low=self.low[mask], high=self.high[mask])
        return replace(about, low=self.low[mask] - self.high[less], high=self.high[mask] - self.low[less])

    def _inside_units(self) -> list[tuple[Mask, list[Mask]]]:
        """Every set of one unit's parts that is another and a third together."""
        asked = {part for _, parts in self._relations for part in parts}
        asked |= {mask for want in self.world.wanted for mask in (want.mask, want.less) if mask}
        asked |= {mask for choice in self.world.choices for mask, _ in choice}
        asked |= {mask for mask, _ in (*self.world.tops, *self.world.floors) if mask}
        made = []
        for own in self.world.unit.values():
            mine = sorted(mask for mask in asked if mask & own)
            for large in mine:
                made += [(large, [small, large & ~small]) for small in mine if within(small, large)]
        return made

    def _inside_bounded(self) -> list[tuple[Mask, list[Mask]]]:
        """What is only known to lie between two numbers: by unit, and what one has that another has not."""
        bounded = sorted({mask for mask, _ in (*self.world.tops, *self.world.floors)
                          if len(self.world.by_unit(mask)) > 1})
        return [(mask, self.world.by_unit(mask)) for mask in bounded] + [
            (large, [small, large & ~small]) for small in bounded for large in bounded if within(small, large)]

    def _settle(self) -> None:
        for _ in range(ROUNDS):
            changed = [self._carry(whole, parts) for whole, parts in self._relations]
            chosen = [self._choose(choice) for choice in self.world.choices]
            if not any(changed) and not any(chosen):
                return

    def _carry(self, whole: Mask, parts: list[Mask]) -> bool:
        low, high = self.low, self.high
        least, most = sum(low[part] for part in parts), sum(high[part] for part in parts)
        changed = self._narrow(whole, least, most)
        lowest, highest = low[whole], high[whole]
        for part in parts:
            changed |= self._narrow(part, lowest - (most - high[part]), highest - (least - low[part]))
        return changed

    def _choose(self, choice: list[tuple[Mask, int]]) -> bool:
        """The one reason that is left, where all others are out of the question."""
        left = [(mask, top) for mask, top in choice if self.low[mask] <= top]
        if not left:
            raise Contradiction
        return len(left) == 1 and self._narrow(left[0][0], 0, left[0][1])

    def _narrow(self, mask: Mask, low: int, high: int) -> bool:
        if low <= self.low[mask] and high >= self.high[mask]:
            return False
        self.low[mask], self.high[mask] = max(low, self.low[mask]), min(high, self.high[mask])
        if self.low[mask] > self.high[mask]:
            raise Contradiction
        return True


def derived(world: World, bounds: Bounds) -> list[Interval]:
    """Every wanted count as the bounds have it; exactly, where it is sums of what is told and nothing else."""
    proved = [bounds.of(want.about, want.mask, want.less) for want in world.wanted]
    open_ones = [at for at, each in enumerate(proved) if each.width > 0]
    if open_ones and len(bounds.simple) > 1:
        known = _added_up(world, bounds.simple, open_ones)
        for at, value in known.items():
            proved[at] = replace(proved[at], low=value, high=value)
    return proved


def _added_up(world: World, sums: list[tuple[Mask, int]], asked: list[int]) -> dict[int, int]:
    """Of the asked positions in ``world.wanted``, those that the sums add up to, with the value."""
    told = _rows([mask for mask, _ in sums], len(world.bits))
    inverse = np.linalg.pinv(told)
    values = np.array([value for _, value in sums], dtype=float)
    if np.abs(told @ (inverse @ values) - values).max() > TINY * max(1.0, values.max()):
        raise Contradiction
    wanted = [world.wanted[at] for at in asked]
    rows = _rows([want.mask for want in wanted], len(world.bits)) - _rows([want.less for want in wanted],
                                                                          len(world.bits))
    weights = rows @ inverse
    exact = np.abs(weights @ told - rows).max(axis=1) < TINY
    return {at: round(float(weights[row] @ values)) for row, at in enumerate(asked) if exact[row]}


def _rows(masks: list[Mask], width: int) -> np.ndarray:
    made = np.zeros((len(masks), width))
    for row, mask in enumerate(masks):
        made[row, list(ones(mask))] = 1
    return made
