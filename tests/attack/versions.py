"""When a reader takes a unit's figures to have changed: as seldom as what is told allows."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from tests.attack.reading import Cell, tellings

SEEN = 0  # what changed is what is told anew with another number
MARKED = 1  # and what is withheld anew
HIDDEN = 2  # and, in the editions that do not fit with those before, what has no row of its own
ANY = 3  # and everything else in them


class Versions:
    """For cells of one family (those of one month, or the cumulated ones): which version an edition speaks of."""

    def __init__(self, told: Collection[Cell], trust: int, breaks: Sequence[int] = ()) -> None:
        rows = [cell for cell in told if cell.scope == "unit"]
        self._own = {cell.units[0] for cell in rows if cell.value is not None}
        self._trust, self._breaks = trust, list(breaks)
        self._changed = defaultdict(list)
        for before, after in _pairs(rows):
            if _is_change(before, after, trust):
                self._changed[after.units[0]].append((after.edition, after.first, after.last))

    def of(self, unit: str, edition: int, first: str, last: str) -> int:
        """The edition since which the unit's figures of these months stand as they did in this one; 0: always."""
        editions = [changed for changed, start, end in self._changed[unit] if start <= first and last <= end]
        if self._trust == ANY or (self._trust == HIDDEN and unit not in self._own):
            editions += self._breaks
        editions.sort()
        at = bisect_right(editions, edition)
        return editions[at - 1] if at else 0


def _pairs(rows: Iterable[Cell]) -> Iterable[tuple[Cell, Cell]]:
    for same in tellings(rows).values():
        yield from pairwise(same)


def _is_change(before: Cell, after: Cell, trust: int) -> bool:
    if after.value is None or before.value is None:
        return trust >= MARKED
    return before.value != after.value
