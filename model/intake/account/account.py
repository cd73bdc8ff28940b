"""What became of every number of a file: stored, a control sum, a key, not used and why, refused, or waiting."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

What = Literal["stored", "control", "key", "counted", "ignored", "refused", "waiting"]
TOLD = ("what", "why", "sheet", "cells", "count")
WHATS: tuple[What, ...] = get_args(What)


@dataclass(frozen=True)
class Group:
    """Cells of one sheet with one fate. ranges: as a spreadsheet writes them, ``C2:E20`` and ``G4``.

    A range may run over cells without a number; every number in it is the group's. named: whether ``sheet`` is its
    name, and not its number where the name may be a person's.
    """

    what: What
    why: str  # in Danish
    sheet: str
    ranges: tuple[str, ...]
    count: int
    named: bool = True

    @property
    def cells(self) -> str:
        """The ranges as one text, ``C2:E20, G4``."""
        return ", ".join(self.ranges)


@dataclass(frozen=True)
class Account:
    """Every cell that holds a number in exactly one group.

    A number is a numeric cell, or a text that is nothing but one as it is written: ``1.480``, ``12,5 %``, ``<5``,
    ``0791``. Dates and truth values are none, and neither is a text with other words in it.
    """

    groups: tuple[Group, ...]

    @property
    def numbers(self) -> int:
        """How many cells hold a number."""
        return sum(group.count for group in self.groups)

    @property
    def counts(self) -> dict[What, int]:
        """How many numbers met each fate."""
        return {what: sum(group.count for group in self.groups if group.what == what) for what in WHATS}

    def as_json(self) -> dict[str, Any]:
        """The shape other programs read."""
        return {"numbers": self.numbers, **{str(what): count for what, count in self.counts.items()},
                "groups": [{name: getattr(group, name) for name in TOLD} for group in self.groups]}
