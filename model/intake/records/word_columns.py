"""One column of counts, and where in it words and ticks stand, and empty cells beside them."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from model.intake.cells.cell_text import distinct, squeezed, written
from model.intake.cells.count_text import count_of
from model.intake.datasets.declaration import CANCELLED, Column
from model.intake.records import cancelling, count_words
from model.intake.records.count_words import BLANK, Says
from model.intake.records.stated import Lines

WHEN = ("kursusdag", "maaned")


class WordColumn:
    """One column of counts: where its words stand, and which of its empty cells stand beside ticks."""

    def __init__(self, part: Column, at: int, lines: Lines, grid: np.ndarray) -> None:
        self.part, self.at, self.lines, self.grid = part, at, lines, grid
        self.heading = lines.table.heading_of.get(at) or part.heading
        codes, texts = distinct(grid[:, at])
        known = [count_words.word(text, part) for text in texts]
        self.cells = {word: np.flatnonzero(np.isin(codes, [i for i, other in enumerate(known) if other == word]))
                      for word in dict.fromkeys(known) if word is not None}
        self.numbers = any(word is None and count_of(text, "thousands").value is not None
                           for word, text in zip(known, texts, strict=True))
        if any(word.says in (Says.EITHER, Says.YES) or word.name == "kryds" for word in self.cells):
            filled = np.array([*(bool(squeezed(text)) for text in texts), False], dtype=bool)[codes]
            self._find_blanks(filled)

    def _find_blanks(self, filled: np.ndarray) -> None:
        """The empty cells on days or in months for which some cell says something."""
        own = [at for at, name in self.lines.table.targets.items() if name in WHEN]
        groups = pd.Series([tuple(str(row[at]).casefold() for at in own) for row in self.grid], dtype=object)
        spoken = groups.isin(set(groups[filled])).to_numpy()
        away = np.isin(np.arange(len(self.grid)), list(self.lines.days | self._cancelled()))
        blanks = np.flatnonzero(~filled & spoken & ~away)
        if len(blanks):
            self.cells[BLANK] = blanks

    def _cancelled(self) -> set[int]:
        places = [at for at, name in self.lines.table.targets.items() if name == "haendelse"]
        return {row for at in places for row in np.flatnonzero(self.grid[:, at] == CANCELLED).tolist()}

    def of_several(self, beside: Collection[int]) -> bool:
        """Whether a word stands in a row of more than one, so that it may be of all. beside: columns of the whole."""
        marked = [row for word, where in self.cells.items() if word.says in (Says.EITHER, Says.YES) for row in where]
        return any((count_of(written(self.grid[row, at]) or "", "thousands").value or 0) > 1
                   for at in beside for row in marked)

    @property
    def counted(self) -> bool:
        """Whether anything stands in the place of counts."""
        return bool(self.cells)

    @property
    def perhaps_cancelled(self) -> bool:
        """Whether the column has no other words than such as may say that the day was not held."""
        return all(cancelling.unclear(word.shown) for word in self.cells)
