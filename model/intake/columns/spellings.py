"""Every word that a heading of a dataset may be, and what a heading nobody knows resembles."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from model.basics.formatting import normalise
from model.intake.cells.month_mentions import without_month
from model.intake.columns import fitting, likeness, steps, sums
from model.intake.columns.fitting import Candidate, Content
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset

SEARCHED = 20  # the headings stand in one of the first so many rows
MISSPELT = 0.8  # likeness from which a heading is probably one of ours misspelt
FOOTNOTE = re.compile(r"\s*(\*+|[¹²³])\s*$")
NUMBERED = re.compile(r"\s*(\*+|\(?\d\)|[¹²³])\s*$")  # of figures: elsewhere »(5)« is a step of a scale, or one of two
STAYED_AWAY = re.compile(r"(?<![^\W\d_])(?:ikke|ej|uden|afbud|afmeldt\w*|udeble\w*|frav\w*|frafald\w*|no.?shows?)"
                         r"(?![^\W\d_])", re.IGNORECASE)  # of a heading: the opposite of what it resembles
SHORTEST = 4  # letters of a heading that can be a misspelling
PLACES = ("jobcenter", "name")  # the kinds of column that a pivot's stub heading may stand over


class Spellings:
    """The spellings of one dataset's columns, on their normalised form."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._mark = NUMBERED if dataset.is_figures else FOOTNOTE
        self.every = [word for part in dataset.parts for word in (*part.aliases, part.heading, part.name)]
        self.by_word = {normalise(word): part.name for part in reversed(dataset.parts)
                        for word in (*part.aliases, part.heading, part.name)}
        if place := next((part.name for part in dataset.parts if part.kind in PLACES), None):
            self.by_word |= {normalise(word): place for word in sums.STUBS}
        self.scaled = any(map(steps.is_part, self.by_word.values()))
        if self.scaled:
            self.by_word |= steps.WORDS
        # An alias of one column never takes another column's own name.
        self.by_word |= {normalise(word): part.name for part in dataset.parts for word in (part.heading, part.name)}
        self.candidates = {part.name: part for part in fitting.candidates(dataset, self.by_word)}

    def column(self, cell: Any) -> str | None:
        """The column a heading names, footnote marks and pivots' words aside; None when it is none of ours."""
        if cell is None:
            return None
        text = str(cell)
        if self.scaled and (named := steps.named(text)):
            return named
        named = self.by_word.get(normalise(text)) or self.by_word.get(normalise(self._mark.sub("", text)))
        if named is None and (added := sums.added(text)):
            return self.column(added)
        return named

    def column_in(self, text: str) -> str | None:
        """The column a heading names, whatever month it names besides."""
        return self.column(text) or self.column(without_month(text))

    def nearest(self, text: str, contents: Content) -> str | None:
        """The column whose word the text is probably a misspelling of, of those that its cells can be."""
        if len(normalise(text)) < SHORTEST or STAYED_AWAY.search(text):
            return None
        return fitting.by_heading(text, contents, self._guessed(), likeness=MISSPELT)

    def resembles_a_step(self, text: str, contents: Content) -> bool:
        """Whether a heading nobody knows over counts is like a step's of a scale: one letter off may be its other end.
        """
        if not self.scaled or contents.number < fitting.MOST or steps.step(text):
            return False
        own = [part for part in self.candidates.values() if steps.is_part(part.name)]
        return steps.is_like_one(text) or any(likeness.like(normalise(text), part.words) >= MISSPELT for part in own)

    def _guessed(self) -> list[Candidate]:
        """The columns that a heading may be guessed to be: never a step of a scale."""
        return [part for part in self.candidates.values() if not steps.is_part(part.name)]

    def guess(self, text: str, contents: Content, taken: Collection[str]) -> str | None:
        """What a column nobody knows may be: what its heading resembles, else what its cells speak for."""
        if STAYED_AWAY.search(text):
            return None
        parts = self._guessed()
        return fitting.by_heading(text, contents, parts) or fitting.by_values(contents, parts, taken=taken)


def spellings_of(dataset: Dataset) -> Spellings:
    """A declared dataset's spellings, which are made once."""
    return _of(dataset.name)


@cache
def _of(name: str) -> Spellings:
    return Spellings(DATASETS[name])
