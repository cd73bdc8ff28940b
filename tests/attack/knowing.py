"""What a reader who knows the rules takes the documents to say: worlds of unknown counts, one for what hangs together.

The unknown parts of a month are, by unit: persons in praktik, in løntilskud, and in neither; of courses, by unit and
between the months where anything is cumulated to: those with an outcome, and those without. All else is a sum of them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from tests.attack.reading import (
    BASE,
    FLOW,
    OCCUPIED,
    PERCENT,
    STEP,
    STOCK,
    Cell,
    Document,
    cells,
    month_before,
    next_month,
    statements,
)
from tests.attack.rules import Rules
from tests.attack.versions import Versions
from tests.attack.world import Interval, Wanted, World, within

# what insiders know: by unit, edition, month and measure, as it stood in that edition
Own = Mapping[str, Mapping[int, Mapping[str, Mapping[str, int | None]]]]
OPEN = frozenset({"staff", "places", BASE, "enquiries", "hotline", "centres"})  # measures that count no citizens

ALL_SPANS = 6


@dataclass(frozen=True)
class Family:
    """The cells that can say anything of each other: their measures with the parts they add up, and all of them."""

    parts: Mapping[str, str]
    told: tuple[Cell, ...]
    stated: frozenset[Cell]

    def until(self, edition: int) -> "Family":
        """What was told up to that edition."""
        return replace(self, told=tuple(cell for cell in self.told if cell.edition <= edition))

    def base(self, cell: Cell) -> int | None:
        """What a percent is of, as it was told with it; None where it was not."""
        return next((each.value for each in self.told if each.measure == BASE and (each.units, each.edition) ==
                     (cell.units, cell.edition)), None)

    @property
    def segments(self) -> list[tuple[str, str]]:
        """The months, cut where any cell begins or ends: first and last of each piece."""
        starts = {cell.first for cell in self.told} | {next_month(cell.last) for cell in self.told}
        return [(first, month_before(after)) for first, after in pairwise(sorted(starts))]


@dataclass(frozen=True)
class Assumed:
    """What the reader takes to be unchanged, save in the editions ``breaks``, and whether the rules are trusted."""

    trust: int
    by_rule: bool
    breaks: tuple[int, ...] = ()


def families(documents: Sequence[Document], unprotected: frozenset[str] = OPEN) -> list[Family]:
    """A family for each month, one for all that is cumulated, one for each period of any other measure."""
    grouped: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in cells(documents):
        if cell.measure not in unprotected - {BASE}:
            grouped[_kind(cell)].append(cell)
    stated = frozenset(statements(documents))
    return [Family({"month": STOCK, "flow": FLOW}.get(kind[0], {kind[0]: "X"}), tuple(told), stated)
            for kind, told in grouped.items() if {cell.measure for cell in told} != {BASE}]


class Reader:
    """Builds the world of one family, with what the insiders know taken out of every sum."""

    def __init__(self, family: Family, rules: Rules, own: Own, assumed: Assumed) -> None:
        self.family, self.rules, self.own = family, rules, own
        self.segments = family.segments
        self.versions = Versions(family.told, assumed.trust, assumed.breaks)
        self.world = World()
        self._spoken: dict[tuple[str, int], None] = {}
        for cell in family.told:
            if cell in family.stated and cell.measure == PERCENT:
                self._between_steps(cell)
            elif cell in family.stated and cell.measure != BASE:
                self._state(cell)
        if assumed.by_rule:
            rules.apply(self)
        for unit in sorted({unit for unit, _ in self._spoken} - set(own)):
            self._want(unit, [edition for who, edition in self._spoken if who == unit])

    def mask(self, unit: str, edition: int, measure: str, first: str, last: str) -> int:
        """The parts of one unit's count as that edition speaks of it; none of an insider's own."""
        added = 0
        if self._known(unit, edition, measure, first, last) is None:
            for start, end in self._between(first, last):
                version = self.versions.of(unit, edition, start, end)
                for part in self.family.parts[measure]:
                    added |= self.world.bit(unit, version, start, part)
        return added

    def _state(self, cell: Cell) -> None:
        mask, known = self.unknown(cell, cell.measure)
        if mask:
            self.world.sums.append((mask, (cell.value or 0) - known))

    def _between_steps(self, cell: Cell) -> None:
        mask, known = self.unknown(cell, OCCUPIED)
        if mask and (taken := self.taken(cell)) is not None:
            self.world.floors.append((mask, taken[0] - known))
            self.world.tops.append((mask, taken[1] - known))

    def taken(self, cell: Cell) -> tuple[int, int] | None:
        """The least and the greatest count that a percent in steps can be of; None where it is not told what of."""
        whole = self.family.base(cell)
        return None if whole is None else between_steps(cell.value or 0, whole)

    def unknown(self, cell: Cell, measure: str) -> tuple[int, int]:
        """The parts of a cell's units that are not known, and how many those have who tell the reader their own."""
        mask, value = 0, 0
        for unit in cell.units:
            about = (unit, cell.edition, measure, cell.first, cell.last)
            known = self._known(*about)
            mask |= self.mask(*about)
            value += known or 0
            if known is None:
                self._spoken[unit, cell.edition] = None
        return mask, value

    def _known(self, unit: str, edition: int, measure: str, first: str, last: str) -> int | None:
        """What insiders know the count to have been in that edition; None where it is no insider's."""
        by_month = self.own.get(unit, {}).get(edition, {})
        measure = {"rest": "group", "open": "ended"}.get(measure, measure)  # who knows the whole knows what is left
        known = [row.get(measure) for month, row in by_month.items() if first <= month <= last]
        return sum(count or 0 for count in known) if any(count is not None for count in known) else None

    def _between(self, first: str, last: str) -> list[tuple[str, str]]:
        return [(start, end) for start, end in self.segments if first <= start and end <= last]

    def _want(self, unit: str, editions: list[int]) -> None:
        printed = self._printed(unit)
        for measure in self.family.parts:
            for first, last in self._ranges():
                self._want_one(Interval((unit,), measure, first, last, 0), sorted(editions), printed)

    def _ranges(self) -> list[tuple[str, str]]:
        """The spans of months to find counts for: where they are many, only what is cumulated and each piece."""
        spans = combinations(range(len(self.segments) + 1), 2)
        few = len(self.segments) <= ALL_SPANS
        return [(self.segments[at][0], self.segments[until - 1][1]) for at, until in spans
                if few or at == 0 or until == at + 1]

    def _want_one(self, about: Interval, editions: list[int], printed: set[int]) -> None:
        by_mask: dict[int, int] = {}
        for edition in editions:
            mask = self.mask(about.units[0], edition, about.measure, about.first, about.last)
            by_mask.setdefault(mask, edition)
        for mask, edition in by_mask.items():
            if mask and mask not in printed:
                self.world.wanted.append(Wanted(_at(about, edition), mask))
        for (old, since), (new, edition) in pairwise(by_mask.items()):
            if new and old and not {old, new} <= printed:
                self.world.wanted.append(Wanted(_at(about, edition, since), new & ~old, old & ~new))

    def _printed(self, unit: str) -> set[int]:
        """What the unit's own rows say outright, and what is left between them."""
        known = {self.mask(unit, cell.edition, cell.measure, cell.first, cell.last)
                 for cell in self.family.told if cell.units == (unit,) and cell.value is not None
                 and cell.measure in self.family.parts} - {0}
        for _ in range(2):
            known |= {large & ~small for small in known for large in known if within(small, large)}
        return known


def between_steps(percent: int, whole: int) -> tuple[int, int]:
    """The least and the greatest count that is told as so many percent of the whole, halves upwards."""
    least, after = (-(-(2 * percent + sign * STEP) * whole // 200) for sign in (-1, 1))
    return max(0, least), after - 1


def _kind(cell: Cell) -> tuple[str, ...]:
    if cell.measure in (PERCENT, BASE):
        return (OCCUPIED, cell.first, cell.last)
    if cell.measure in FLOW:
        return ("flow",)
    return ("month", cell.first) if cell.measure in STOCK else (cell.measure, cell.first, cell.last)


def _at(about: Interval, edition: int, since: int | None = None) -> Interval:
    return replace(about, edition=edition, since=since)
