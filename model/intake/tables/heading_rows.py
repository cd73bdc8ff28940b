"""Which row of a sheet holds the headings, and which row over it groups them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.columns.other_figures import is_another
from model.intake.columns.spellings import SEARCHED
from model.intake.datasets.declaration import Dataset
from model.intake.tables.senses import Headings, Sense, is_blank, is_word

LEAST_WORDS = 3  # in a row that nothing else says is one of headings; right under a title two are enough


@dataclass(frozen=True)
class HeadingRow:
    """Positions of the headings and of the row over them that groups them. certain: they do not only look like some."""

    leaf: int
    over: int | None
    certain: bool


def find(grid: np.ndarray, headings: Headings, *, least: int = LEAST_WORDS,
         explained: Callable[[int], bool] = lambda position: False) -> HeadingRow | None:
    """The row of headings among the first of a sheet; None when no row looks like one.

    grid: the sheet's cells (rows × columns, None = empty). least: words in a row that nobody knows. explained: whether
    the row at a position was explained in an earlier file.
    """
    of_places = (at for at, cells in enumerate(grid[:SEARCHED]) if is_of_places(cells, headings))
    if (places := next(of_places, None)) is not None:
        return HeadingRow(places, None, certain=True)
    search = _Search(grid, headings)
    if (certain := search.first_certain()) is not None:
        return search.with_groups(certain, certain=True)
    if (across := search.last_across()) is not None:
        return search.under_months(across)
    guessed = search.most_likely(least, explained)
    return None if guessed is None else search.with_groups(guessed, certain=False)


def of_any(grid: np.ndarray, words: Sequence[Mapping[str, str]]) -> int | None:
    """The position of the row of headings on a sheet of which nobody knows yet what it is of; None when there is none.

    words: of every dataset, normalised spelling -> column. It is the row that names most columns of one dataset, else
    the first row of words.
    """
    plain = [[normalise(str(cell)) if pd.notna(cell) else "" for cell in line] for line in grid[:SEARCHED]]
    named = [max((len({known[word] for word in line if word in known}) for known in words), default=0)
             for line in plain]
    if named and max(named) > 1:
        return named.index(max(named))
    return next((at for at, line in enumerate(plain) if sum(map(bool, line)) > 1 and sum(
        not word.isdecimal() or "/" in str(grid[at, place]) for place, word in enumerate(line) if word) > 1), None)


class _Search:
    """The first rows of a sheet with what each of their cells says."""

    def __init__(self, grid: np.ndarray, headings: Headings) -> None:
        self.grid, self.dataset = grid, headings.dataset
        self.near = [[headings.sense(cell) for cell in line] for line in grid[:SEARCHED + 1]]
        self.searched = self.near[:SEARCHED]
        self.every_key = {key.name for key in headings.dataset.keys}
        self.keys = {key.name for key in headings.dataset.keys if key.kind != "count"}

    def first_certain(self) -> int | None:
        """The first row that names a key, and what is stated of it or other keys across."""
        return next((at for at, row in enumerate(self.searched) if _is_certain(row, self.dataset)), None)

    def last_across(self) -> int | None:
        """The last row in which months or jobcenters run across, before the first of numbers under one."""
        last = None
        for at, row in enumerate(self.searched):
            if self._is_across(at, row):
                last = at
            elif last is not None and not all(is_blank(cell) or is_word(cell) for cell in self.grid[at]):
                break
        return last

    def under_months(self, at: int) -> HeadingRow:
        """The row across, or the one under it that holds headings, though none that it states is known."""
        below = at + 1
        if below < len(self.near) and self._names_key(below) and self._unknown(below) >= 2 and not self._places(below):
            return HeadingRow(below, at, certain=True)
        return HeadingRow(at, self._over(at), certain=True)

    def most_likely(self, least: int, explained: Callable[[int], bool]) -> int | None:
        """The row that names most of our columns, one that was explained before, else the first row of words."""
        facts = {at for at, row in enumerate(self.searched) if _is_a_fact(row, self.dataset)}
        named = [0 if at in facts else len(_named(row)) + _repeats_a_key(row) for at, row in enumerate(self.searched)]
        best = max(range(len(named)), key=lambda at: (named[at], not is_title(self.grid, at)), default=None)
        if best is None or named[best] >= 2:
            return best
        titled = named[best] == 1 and is_title(self.grid, best)
        last = best if named[best] and not titled else SEARCHED
        for at in range(len(self.searched)):
            words = sum(is_word(cell) and not is_blank(cell) and not sense.is_key_alone
                        for cell, sense in zip(self.grid[at], self.near[at], strict=True))
            if explained(at) or (at <= last and at not in facts and words >= (2 if titled else least)):
                return at
        return best if named[best] and best + 1 < len(self.grid) else None

    def with_groups(self, at: int, *, certain: bool) -> HeadingRow:
        """The row, or the one under it that holds the headings proper, with the row over it that groups them."""
        if at + 1 < len(self.near) and self._is_leaf_below(at):
            return HeadingRow(at + 1, at, certain)
        return HeadingRow(at, self._over(at), certain)

    def _is_across(self, at: int, row: Sequence[Sense]) -> bool:
        """Whether keys run across from this row, over a stub that says something known."""
        heads = [place for place, sense in enumerate(row) if sense.is_key_alone]
        if not heads or heads[0] == 0 or not _are_many([row[place] for place in heads], self.dataset):
            return False
        stub, rest = row[:heads[0]], range(heads[0], len(row))
        filled = [place for place in rest if not is_blank(self.grid[at, place])]
        alone = [place for place in filled if row[place].is_key_alone or row[place].total or row[place].computed]
        if any(self._states(sense) for sense in stub) or len(alone) * 2 < len(filled):
            return False
        under = self.near[at + 1:at + 4]
        return any(self._states(sense) or sense.is_key_alone for line in under for sense in line[:heads[0]])

    def _states(self, sense: Sense) -> bool:
        return sense.column is not None and not sense.loose and sense.column not in self.every_key

    def _names_key(self, at: int) -> bool:
        return any(sense.column in self.every_key for sense in self.near[at])

    def _unknown(self, at: int) -> int:
        return sum(is_word(cell) and not is_blank(cell) and not sense.is_known
                   for cell, sense in zip(self.grid[at], self.near[at], strict=True))

    def _places(self, at: int) -> bool:
        return any(sense.is_key_alone and "jobcenter" in _stored(sense, self.dataset) for sense in self.near[at])

    def _over(self, at: int) -> int | None:
        """The position of the row over the headings, where it groups columns and is no title in the first cell."""
        if not at:
            return None
        cells, row = self.grid[at - 1], self.near[at - 1]
        filled = [place for place, cell in enumerate(cells) if not is_blank(cell)]
        known = [place for place in filled if row[place].keys or self._states(row[place])
                 or (place and is_another(str(cells[place])))]
        groups = bool(known) and (filled[0] > 0 or len(filled) >= 2) and known[-1] >= 1
        return at - 1 if groups and not _is_a_fact(row, self.dataset) else None

    def _is_leaf_below(self, at: int) -> bool:
        """Whether the row under a row of keys holds the headings proper: two rows of headings."""
        upper, lower, cells = self.near[at], self.near[at + 1], self.grid[at + 1]
        filled = [place for place, cell in enumerate(cells) if not is_blank(cell)]
        if _is_a_record(self.grid[at], upper, lower, filled, self.dataset):
            return False
        over_nothing = [place for place, sense in enumerate(upper) if place not in filled and sense.column in self.keys]
        if any(self._states(lower[place]) or lower[place].computed for place in filled) and not self._places(at + 1):
            return bool(over_nothing) or self._names_key(at + 1)
        free = [place for place, cell in enumerate(self.grid[at]) if cell is not None and place not in filled]
        return len(filled) >= 2 and bool(free) and all(lower[place].is_known for place in filled)


def is_title(grid: np.ndarray, at: int) -> bool:
    """Whether a row is a line over a table: one cell, with several on the next row that is not empty."""
    filled = pd.notna(grid).sum(axis=1)
    return bool(filled[at] == 1) and next((int(wide) for wide in filled[at + 1:] if wide), 0) > 1


def is_of_places(cells: Sequence[object], headings: Headings) -> bool:
    """Whether a row is jobcenters over dates and words, of which such a word may itself be a heading of ours."""
    dataset = headings.dataset
    if any(part.kind == "count" for part in dataset.fields):
        return False
    filled = [cell for cell in cells if cell is not None]
    named = [text for cell in filled for name, text in headings.sense(cell).keys.items()
             if dataset.field(name).kind == "jobcenter"]
    return len(set(named)) > 1 and len(named) * 2 > len(filled)


def _is_certain(row: Sequence[Sense], dataset: Dataset) -> bool:
    """Whether a row names a key, and something that is stated of it or other keys across; or all of a key that alone
    says something.
    """
    keys = {key.name: key for key in dataset.keys if key.kind != "count"}
    named = _named(row)
    own = {keys[name].column for name in named & keys.keys()}
    if not own:
        return False
    if named - keys.keys() or (dataset.bare and named == keys.keys()):
        return True
    keyed = [sense for sense in row if sense.keys]
    return _are_many(keyed, dataset) and not any(own & _stored(sense, dataset) for sense in keyed)


def _named(row: Sequence[Sense]) -> set[str]:
    """The columns of ours that are named outright."""
    return {sense.column for sense in row if sense.column and not sense.loose}


def _are_many(senses: Sequence[Sense], dataset: Dataset) -> bool:
    """Whether they state a month, or two different values of one other key."""
    values = defaultdict(set)
    for sense in senses:
        for name, text in sense.keys.items():
            values[dataset.field(name).column].add(text)
    return any(len(texts) >= (1 if column == "month" else 2) for column, texts in values.items())


def _stored(sense: Sense, dataset: Dataset) -> set[str]:
    """The table's columns of the keys that are stated."""
    return {dataset.field(name).column for name in sense.keys}


def _is_a_fact(row: Sequence[Sense], dataset: Dataset) -> bool:
    """Whether a row is a key and its one value, as a line over a table is: »Jobcenter: | Skive«."""
    stated = [column for sense in row for column in _stored(sense, dataset)]
    named = [dataset.field(name).column for name in _named(row) if name in {key.name for key in dataset.keys}]
    return len(named) == len(_named(row)) == 1 and stated == named


def _repeats_a_key(row: Sequence[Sense]) -> bool:
    """Whether a row states one kind of key more than once, as only headings do, and begins with something else."""
    stated = [name for sense in row for name in sense.keys]
    return len(stated) > len(set(stated)) and not row[0].is_key_alone


def _is_a_record(cells: np.ndarray, upper: Sequence[Sense], lower: Sequence[Sense], filled: Sequence[int],
                 dataset: Dataset) -> bool:
    """Whether the row under the headings states a key under its own heading, as no heading across does."""
    often = Counter(column for place in filled for column in _stored(lower[place], dataset))
    keys = {key.name: key.column for key in dataset.keys}
    own = {place: keys.get(str(upper[place].column)) for place in filled}
    stated = [column for place, column in own.items() if column in _stored(lower[place], dataset)]
    return all(cells[place] is not None for place in filled) and any(often[str(column)] == 1 for column in stated)
