"""Which numbers an edition tells for the first time, and which it corrects: the one count of what is new in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.basics.formatting import listing, plural
from model.publishing.cells import Key, PublicRecord, change, key_of
from model.publishing.edition import Edition
from model.store.edition_facts import Published
from model.store.tables.editions import EditionCell


@dataclass(frozen=True)
class Added:
    """new: the keys of the numbers told for the first time, or again after they were withheld. corrected: of those
    that are told otherwise than last.
    """

    new: tuple[Key, ...] = ()
    corrected: tuple[Key, ...] = ()

    @property
    def words(self) -> str:
        """»64 nye tal«, »62 nye tal og 2 rettede tal«, »ingen nye tal«."""
        parts = (plural(len(self.new), "nyt tal", "nye tal"), plural(len(self.corrected), "rettet tal", "rettede tal"))
        some = [words for words, keys in zip(parts, (self.new, self.corrected), strict=True) if keys]
        return listing(some) if some else "ingen nye tal"


def added(made: Edition, before: PublicRecord) -> Added:
    """What an edition tells beside what was told before it."""
    kinds = {key: change(before.value(key), made.published.value(key)) for key in made.changed}
    return Added(new=tuple(key for key, kind in kinds.items() if kind == "new"),
                 corrected=tuple(key for key, kind in kinds.items() if kind == "corrected"))


def counts(editions: Iterable[Published], cells: Iterable[tuple[int, EditionCell]]) -> Mapping[int, int]:
    """How many numbers each edition tells for the first time or corrects, by its number. cells: as
    ``edition_facts.cells`` has them of all these editions. One of real figures is held against those of real ones.
    """
    invented = {each.edition.number: each.edition.sample for each in editions}
    counted = dict.fromkeys(invented, 0)
    every: dict[Key, int | None] = {}
    real: dict[Key, int | None] = {}
    for number, cell in cells:
        key = key_of(cell)
        counted[number] += change((every if invented[number] else real).get(key), cell.value) is not None
        every[key] = cell.value
        if not invented[number]:
            real[key] = cell.value
    return counted
