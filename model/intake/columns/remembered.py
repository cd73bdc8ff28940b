"""What a sender's words were answered to mean, the last time their file was mended: ``Holstbro`` is Holstebro.

Only words for jobcenters and choices are remembered: a figure or a month that was typed over says nothing of the next.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells.cell_text import quoted, written
from model.intake.cells.count_text import NUMERIC
from model.intake.files.workbook import address, column_index
from model.intake.known import Profile
from model.intake.report import Answers, Correction


class Named(Protocol):
    """A table: its sheet, its cells (rows × columns) and the rows' numbers."""

    @property
    def sheet(self) -> str:
        """The sheet's name."""

    @property
    def grid(self) -> np.ndarray:
        """The cells."""

    @property
    def rows(self) -> np.ndarray:
        """The rows' numbers as the spreadsheet shows them."""


Words = Mapping[str, Mapping[str, str]]  # column's name -> normalised text -> what it means
Columns = Mapping[tuple[str, int], str]  # (sheet, the file's column) -> the column's name


def taught(corrections: Iterable[Correction], columns: Columns,
           misspelt: Mapping[str, Callable[[str, str], bool]]) -> dict[str, dict[str, str]]:
    """The words that corrections explain: those that plainly are another word misspelt.

    misspelt: by the name of a column whose words mean the same next time, whether the first word is the second one
    misspelt. Any other correction was of that file alone: »Odense« is not Randers the next time too.
    """
    words: dict[str, dict[str, str]] = {}
    for correction in corrections:
        name = columns.get(_place(correction), "") if correction.value else ""
        if correction.value and name in misspelt and _is_word(correction.was) and misspelt[name](
                correction.was, correction.value):
            words.setdefault(name, {})[normalise(correction.was)] = correction.value
    return words


def _is_word(text: str) -> bool:
    return bool(normalise(text)) and not NUMERIC.match(text)


def _place(correction: Correction) -> tuple[str, int]:
    return correction.sheet, column_index(correction.cell.rstrip("0123456789"))


def together(*several: Words) -> dict[str, dict[str, str]]:
    """The words of all, the last one's meaning where several explain one."""
    merged: dict[str, dict[str, str]] = {}
    for words in several:
        for name, meanings in words.items():
            merged[name] = merged.get(name, {}) | dict(meanings)
    return merged


def understood(table: Named, names: Mapping[int, str], profile: Profile | None,
               answers: Answers | None) -> tuple[np.ndarray, list[Correction]]:
    """A table's cells with the profile's words in the place of the sender's, and each cell that was so corrected.

    names: what each column of the grid is. A cell that a person has corrected stays as they wrote it.
    """
    made, done = table.grid, []
    mine = {c.cell for c in (answers.corrections if answers else ()) if c.sheet in ("", table.sheet)}
    for column, name in names.items():
        words = profile.words.get(name, {}) if profile else {}
        for said, meant in _replaced(table.grid[:, column], words):
            made = made.copy() if made is table.grid else made
            at = np.array([p for p in np.flatnonzero(table.grid[:, column] == said)
                           if address(int(table.rows[p]), column) not in mine], dtype=int)
            made[at, column] = meant
            done += [Correction(table.sheet, address(int(row), column), meant, said.strip()) for row in table.rows[at]]
    return made, done


def answered(profile: Profile | None, answers: Answers | None) -> Answers | None:
    """The answers with those to questions about a sender's columns and words that the profile remembers under them."""
    if profile is None or not profile.said:
        return answers
    given = answers or Answers()
    return replace(given, said={asked: value for asked, value in profile.said.items() if asked not in given.anew}
                   | given.said)


def notes(corrections: Iterable[Correction]) -> list[str]:
    """What is told of the sender's words that were understood, each word once."""
    return [f"{quoted(was)} er læst som »{value}«, som det blev rettet til sidst."
            for was, value in dict.fromkeys((c.was, c.value) for c in corrections)]


def _replaced(cells: np.ndarray, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each different text of a column that is explained, with its meaning."""
    for cell in pd.unique(pd.Series(cells, dtype=object).dropna()) if words else ():
        meant = words.get(normalise(written(cell) or "")) if isinstance(cell, str) else None
        if meant is not None and meant != cell:
            yield cell, meant
