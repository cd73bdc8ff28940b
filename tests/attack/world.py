"""Unknown counts as bits, and what is known of them: sums, bounds and choices. Every bit is a number from nought up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Mask = int  # a set of unknown parts whose sum is meant
UNBOUNDED = 10 ** 7  # more than any count


@dataclass(frozen=True)
class Interval:
    """A protected count, or how it has changed since the edition ``since``, and what is proved: low to high.

    ``edition`` is one that told of the count as it then stood. Months are texts, "2010-03", both included.
    """

    units: tuple[str, ...]
    measure: str
    first: str
    last: str
    edition: int
    since: int | None = None
    low: int = 0
    high: int = UNBOUNDED

    @property
    def width(self) -> int:
        return self.high - self.low


@dataclass(frozen=True)
class Wanted:
    """A count to find: the parts it adds up, less those it has changed from."""

    about: Interval
    mask: Mask
    less: Mask = 0


@dataclass
class World:
    """What is known of some unknown parts that hang together; ``unit`` gives the parts of each unit."""

    unit: dict[str, Mask] = field(default_factory=dict)
    sums: list[tuple[Mask, int]] = field(default_factory=list)
    tops: list[tuple[Mask, int]] = field(default_factory=list)  # no more than this
    floors: list[tuple[Mask, int]] = field(default_factory=list)  # at least this
    choices: list[list[tuple[Mask, int]]] = field(default_factory=list)  # at least one of these tops holds
    wanted: list[Wanted] = field(default_factory=list)
    bits: dict[tuple[str, int, str, str], int] = field(default_factory=dict)  # unit, version, period, part

    def bit(self, unit: str, version: int, period: str, part: str) -> Mask:
        """The bit of one part, made when it is first asked for."""
        key = unit, version, period, part
        if key not in self.bits:
            self.bits[key] = 1 << len(self.bits)
            self.unit[unit] = self.unit.get(unit, 0) | self.bits[key]
        return self.bits[key]

    def by_unit(self, mask: Mask) -> list[Mask]:
        """The mask cut into the part of it that each unit has."""
        return [mask & own for own in self.unit.values() if mask & own]


def within(small: Mask, large: Mask) -> bool:
    return small & large == small and small != large


def ones(mask: Mask) -> Iterator[int]:
    """The positions of the mask's bits."""
    while mask:
        yield (mask & -mask).bit_length() - 1
        mask &= mask - 1


def union(masks: Iterable[Mask]) -> Mask:
    added = 0
    for mask in masks:
        added |= mask
    return added
