"""What a cell says where it is a heading, as far as finding a table is concerned: the same for every dataset."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from model.basics.formatting import normalise
from model.intake.cells.count_text import NUMERIC
from model.intake.columns import sums
from model.intake.columns.spellings import Spellings
from model.intake.datasets.declaration import Dataset


@dataclass(frozen=True)
class Sense:
    """keys: those it states a value of, each with its text. column: the one of ours that it names, or that its cells
    state. total: its cells add up others (of the keys it names).
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    column: str | None = None
    total: bool = False
    computed: bool = False  # an average or the like
    week: bool = False
    loose: bool = False  # it says so among words that nobody knows

    @property
    def is_key_alone(self) -> bool:
        """Whether it states a key and nothing else, as a heading across does."""
        return bool(self.keys) and self.column is None and not (self.total or self.computed or self.loose)

    @property
    def is_known(self) -> bool:
        """Whether it says anything that a heading says."""
        return bool(self.keys or self.column) or self.total or self.computed


NOTHING = Sense()


class Headings(Protocol):
    """The headings of one dataset, to hold cells against."""

    @property
    def dataset(self) -> Dataset:
        """The dataset."""

    @property
    def spellings(self) -> Spellings:
        """How its columns are spelt."""

    def sense(self, cell: Any) -> Sense:
        """What a cell says where it is a heading; NOTHING for an empty one."""


def is_blank(cell: object) -> bool:
    """Whether a cell says nothing where it is a heading, or no more than a pivot's words over its columns."""
    return cell is None or (plain := normalise(str(cell))) == "" or plain in sums.ACROSS


def is_word(cell: object) -> bool:
    """Whether a cell is a text that is no number and no mark for one."""
    return isinstance(cell, str) and not NUMERIC.match(cell.strip())
