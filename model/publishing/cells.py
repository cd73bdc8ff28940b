"""What the public has been told, number by number: written down once, and never computed again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, cast

from model.publishing.limits import Limits
from model.store.tables.editions import EditionCell

Scope = Literal["unit", "line", "whole"]
Change = Literal["new", "corrected"]
SCOPES: tuple[Scope, ...] = ("unit", "line", "whole")


class Key(NamedTuple):
    """What a number is of: one unit, those that are told together, or the whole; a measure; the months it counts."""

    scope: Scope
    units: tuple[str, ...]
    measure: str
    first: date
    last: date

    def of(self, measure: str) -> "Key":
        """The same of another measure."""
        return Key(self.scope, self.units, measure, self.first, self.last)


class Cell(NamedTuple):
    """A number with the edition that told it last; ``value`` None: withheld."""

    value: int | None
    edition: int = 0

    @property
    def withheld(self) -> bool:
        """Whether it is said that the number is not told."""
        return self.value is None


class Line(NamedTuple):
    """Units that are told together, by code, from one month to another; ``last`` None: until further notice."""

    units: tuple[str, ...]
    first: date
    last: date | None = None

    def covers(self, month: date) -> bool:
        """Whether the units are told together in ``month``."""
        return self.first <= month and (self.last is None or month <= self.last)


@dataclass(frozen=True)
class PublicRecord:
    """Everything the public has been told so far, withdrawn editions included.

    listed: by code, the month from which a unit is told together with others alone. lines: those who have been or are.
    limits: the strictest that any edition was made under. newest: the newest edition's month; None before the first.
    corrected: the keys that the newest edition tells another number under than the one before did.
    """

    cells: Mapping[Key, Cell] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    listed: Mapping[str, date] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    newest: date | None = None
    corrected: frozenset[Key] = frozenset()

    def value(self, key: Key) -> int | None:
        """The number that is told under a key; None where none is."""
        cell = self.cells.get(key)
        return None if cell is None else cell.value

    def alone(self, unit: str, month: date) -> bool:
        """Whether a unit has rows of its own in ``month``."""
        return unit not in self.listed or month < self.listed[unit]

    def line(self, month: date) -> Line | None:
        """Those who are told together in ``month``; None where nobody is."""
        return next((line for line in self.lines if line.covers(month)), None)

    @cached_property
    def last_rows(self) -> Mapping[str, date]:
        """By unit, the last month that a row of it alone is told of."""
        last: dict[str, date] = {}
        for key in self.cells:
            if key.scope == "unit":
                last[key.units[0]] = max(key.last, last.get(key.units[0], key.last))
        return last

    def told_together(self, measure: str) -> frozenset[date]:
        """The months of which those told together are told by a measure, or withheld for good."""
        return frozenset(key.last for key in self.cells if key.scope == "line" and key.measure == measure)

    def but(self, cells: Mapping[Key, Cell]) -> "PublicRecord":
        """The same with these cells told after the others."""
        return replace(self, cells={**self.cells, **cells})


def key_of(stored: EditionCell) -> Key:
    """The key of a cell as it was written down; its table lets in no other scope than there are."""
    return Key(cast(Scope, stored.scope), tuple(stored.units.split(",")), stored.measure, stored.first, stored.last)


def change(before: int | None, now: int | None) -> Change | None:
    """What it does to a number that stood as ``before`` that an edition tells ``now``; None in either: none is told."""
    if now is None or now == before:
        return None
    return "new" if before is None else "corrected"


def withheld(keys: Iterable[Key]) -> dict[Key, Cell]:
    """These keys with the mark that nothing is told under them."""
    return {key: Cell(None) for key in keys}


def of_months(published: PublicRecord, scope: Scope, measure: str) -> Iterator[tuple[Key, Cell]]:
    """The cells of one month each of a scope and a measure."""
    return ((key, cell) for key, cell in published.cells.items()
            if key.scope == scope and key.measure == measure and key.first == key.last)
