"""What the columns of one table of monthly figures may be, by their headings and by their cells."""

from functools import lru_cache

import numpy as np

from model.intake.columns import fitting
from model.intake.columns.fitting import Content, Scope
from model.intake.columns.layout import Table
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import MEASURE, VALUE


class Judge:
    """Every column is looked at once."""

    def __init__(self, table: Table, vocabulary: Vocabulary) -> None:
        self._table = table
        self._parts = vocabulary.spellings.candidates
        self._names = vocabulary.keys
        self._keys = [part for name, part in self._parts.items() if name in vocabulary.keys]
        measures = {word for word, name in vocabulary.spellings.by_word.items() if name in vocabulary.fields}
        self._scope = Scope(vocabulary.known.aliases, measures)
        self.content = lru_cache(maxsize=None)(self._content)

    def _content(self, position: int) -> Content:
        return fitting.content(self._table.said(position), self._scope)

    def resembled(self, text: str, position: int) -> str | None:
        """What a heading resembles, of what its cells can be; the two columns of a long table are never guessed."""
        found = fitting.by_heading(text, self.content(position), self._parts.values())
        return None if found in (VALUE.name, MEASURE.name) else found

    def measure(self, text: str, cells: np.ndarray) -> str | None:
        """What a label down the side resembles, of the measures that its row's cells can be."""
        parts = [part for name, part in self._parts.items() if name not in self._names]
        return fitting.by_heading(text, fitting.content(cells, self._scope), parts)

    def key(self, position: int) -> str | None:
        """The key a column's cells speak for: jobcenter, kommunekode, maaned, noegletal; None for anything else."""
        return fitting.by_values(self.content(position), self._keys)

    def allows(self, target: str, position: int) -> bool:
        """Whether a column's cells can be what is guessed of it."""
        return bool(fitting.fit(self._parts[target], self.content(position)))

    def denies(self, target: str | None, position: int) -> bool:
        """Whether a column's cells plainly are not what its known heading says."""
        if target not in self._parts:
            return False
        placed = any(self.content(head.column).place == 1 for head in self._table.heads if head.column != position)
        return fitting.contradicts(self._parts[target], self.content(position), placed=placed)
