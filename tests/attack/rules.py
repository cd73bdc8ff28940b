"""What the published rules and the public list say beyond the numbers: why a cell is told, and why one is withheld."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.attack.reading import FLOW, LEFT, OCCUPIED, PERCENT, STOCK, Cell, Document, cells, next_month, tellings

if TYPE_CHECKING:
    from tests.attack.knowing import Reader


@dataclass(frozen=True)
class Rules:
    """The settings and the list as the documents give them.

    ``listed``: by listed unit the largest group it can have had in the baseline month ``baseline``, as far as the
    first edition tells it. ``hides``: the least and the greatest count that a withheld cell itself can stand for,
    where a publisher says so (rows are withheld for any of their counts, so by these rules none is known).
    """

    threshold: int
    courses: int
    listed: dict[str, int]
    baseline: str
    first_edition: int
    hides: tuple[int, int] | None = None

    def apply(self, reader: "Reader") -> None:
        """Write into the reader's world what the rules say of its cells."""
        by_thing = tellings(reader.family.told)
        for same in by_thing.values():
            for at, cell in enumerate(same):
                if cell.scope == "line" and cell.value is not None and at == 0:
                    self._without_the_largest(reader, cell)
                elif cell.measure == PERCENT and cell.value is not None and at == 0:
                    self._of_places(reader, cell)
                elif cell.scope == "unit" and cell.value is None:
                    self._withheld(reader, cell)
        if reader.segments[0][0] == self.baseline and "group" in reader.family.parts:
            for unit, top in self.listed.items():
                group = reader.mask(unit, self.first_edition, "group", self.baseline, self.baseline)
                reader.world.tops.append((group, top))

    def _without_the_largest(self, reader: "Reader", cell: Cell) -> None:
        """A line is told where it is no small number without its largest unit either, by each count and its rest."""
        for measure, value, first in _come(cell, reader.family.told):
            for unit in cell.units:
                part = reader.mask(unit, cell.edition, measure, first, cell.last)
                reader.world.tops.append((part, value - self.threshold))

    def _of_places(self, reader: "Reader", cell: Cell) -> None:
        """A percent is told where enough places are taken without the unit that has most of them taken."""
        taken = reader.taken(cell)
        for unit in cell.units if taken else ():
            part = reader.mask(unit, cell.edition, OCCUPIED, cell.first, cell.last)
            if part and taken:
                reader.world.tops.append((part, taken[1] - self.threshold))

    def _withheld(self, reader: "Reader", cell: Cell) -> None:
        unit, = cell.units
        if self.hides:
            part = reader.mask(unit, cell.edition, cell.measure, cell.first, cell.last)
            reader.world.floors.append((part, self.hides[0]))
            reader.world.tops.append((part, self.hides[1]))
            return
        first = _since(cell, reader.family.told)
        reasons = [(reader.mask(unit, cell.edition, measure, first, cell.last), top)
                   for measure, top in self._reasons(cell.measure)]
        if all(mask for mask, _ in reasons):
            reader.world.choices.append(reasons)

    def _reasons(self, measure: str) -> Iterator[tuple[str, int]]:
        """The counts of which one at least is small where a row is withheld, with the most it can be."""
        if measure in FLOW:
            yield "ended", self.courses - 1
            yield "outcome", self.threshold - 1
            yield "open", self.threshold - 1
        elif measure in STOCK:
            yield "activated", self.threshold - 1
            yield "rest", self.threshold - 1


def rules(documents: Sequence[Document]) -> Rules:
    """The rules of the newest document, and what the first list says of the units in it."""
    set_now, told = documents[-1]["rules"], cells(documents)
    baseline = min((cell.first for cell in told), default="")
    first = min((document["edition"] for document in documents), default=0)
    hides = set_now.get("hides")
    return Rules(set_now["threshold"], set_now["courses"], _listed(documents, told, baseline), baseline, first,
                 tuple(hides) if hides else None)


def _listed(documents: Sequence[Document], told: list[Cell], baseline: str) -> dict[str, int]:
    """By listed unit the largest group it can have: the smallest of those not listed, or the limit of the list.

    Only where the line tells of the baseline month in the first edition: all its units had a figure when it was made.
    """
    first = min(documents, key=lambda document: document["edition"])
    at_once = [cell for cell in told if cell.edition == first["edition"] and cell.measure == "group"
               and cell.first == baseline and cell.value is not None]
    tops: dict[str, int] = {}
    for line in (cell for cell in at_once if cell.scope == "line"):
        others = [cell.value or 0 for cell in at_once if cell.scope == "unit"]
        limit = [first["rules"]["smallest_group"] - 1] if len(line.units) > first["rules"]["line"] else []
        if others or limit:
            tops |= dict.fromkeys(line.units, min(others + limit))
    return tops


def _since(cell: Cell, told: Sequence[Cell]) -> str:
    """The first month that the row had not told of before this cell."""
    ends = [other.last for other in told if (other.scope, other.units, other.measure) ==
            (cell.scope, cell.units, cell.measure) and other.value is not None and other.edition <= cell.edition
            and cell.first <= other.last < cell.last]
    return next_month(max(ends)) if ends and cell.measure in FLOW else cell.first


def _come(cell: Cell, told: Sequence[Cell]) -> Iterator[tuple[str, int, str]]:
    """What a line tells that it had not told before: the measure and what is left of its whole, how many, from when."""
    first = _since(cell, told)
    grown = _grown(cell, told, first)
    yield cell.measure, grown, first
    for other in told:
        if (other.scope, other.units, other.first, other.last, other.edition) == (
                cell.scope, cell.units, cell.first, cell.last, cell.edition) and (
                (cell.measure, other.measure) in (("activated", "group"), ("outcome", "ended"))):
            yield LEFT[cell.measure], _grown(other, told, first) - grown, first


def _grown(cell: Cell, told: Sequence[Cell], first: str) -> int:
    before = [other.value or 0 for other in told if first > cell.first and other.value is not None
              and (other.scope, other.units, other.measure, next_month(other.last)) ==
              (cell.scope, cell.units, cell.measure, first) and other.edition <= cell.edition]
    return (cell.value or 0) - (before[-1] if before else 0)
