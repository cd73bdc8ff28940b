"""Where a sheet's table of records is, and what its headings and the cells under them say each column is."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells import values
from model.intake.columns import explained, fitting, own_words
from model.intake.columns.fitting import Scope
from model.intake.columns.other_figures import is_another
from model.intake.columns.profiles import fingerprint
from model.intake.columns.spellings import Spellings
from model.intake.columns.vocabulary import IGNORE
from model.intake.files.workbook import NO_MARKS, Marks, Sheet, Workbook
from model.intake.known import Profile
from model.intake.records import across, heading_row
from model.intake.records.across import Layout
from model.intake.records.heading_keys import HeadingKeys, Said
from model.intake.report import Answers, Heading


@dataclass(frozen=True)
class Origin:
    """Where the cells of a table that was written anew come from: arrays as its grid. headings: by the file's column.
    """

    rows: np.ndarray
    columns: np.ndarray  # −1: nowhere
    headings: Mapping[int, str]


@dataclass(frozen=True)
class Table:
    """One sheet's table. targets: column position -> part's name. said: what the title or sheet name says instead."""

    sheet: str
    headings: tuple[Heading, ...]
    start: int  # the number of its first heading among all of the file's
    grid: np.ndarray
    rows: np.ndarray
    targets: dict[int, str]
    above: tuple[str, ...]  # the lines over the headings
    marks: Marks = NO_MARKS
    doubted: frozenset[int] = frozenset()  # columns over whose cells a known heading says something else
    headed: int | None = None  # the row of the headings; a form has none
    aside: frozenset[int] = frozenset()  # columns of targets, shares or another year's figures
    unsure: tuple[int, ...] = ()  # columns of a survey that count those who did not know, held against sums alone
    across: Layout = across.NONE
    origin: Origin | None = None  # None: every cell stands where the grid has it
    joined: Mapping[int, str] = field(default_factory=dict)  # columns that were read together with another -> the part
    month: date | None = None  # the one that all of it was answered to be of, though a line speaks of several

    @property
    def heading_of(self) -> dict[int, str]:
        """The sender's heading of each column."""
        return {heading.index - self.start: heading.heading for heading in self.headings}

    @property
    def names(self) -> set[str]:
        """The parts that have a column, or stand across."""
        return set(self.targets.values()) | self.across.names | set(self.joined.values())

    @property
    def filled(self) -> set[str]:
        """The parts of which something is said: those across, and those whose column holds anything."""
        empty = {name for at, name in self.targets.items() if not pd.notna(self.grid[:, at]).any()}
        return self.names - (empty - self.across.names - set(self.joined.values()))

    @property
    def beside(self) -> dict[int, str]:
        """The columns that are read though no part is theirs alone: those across, and those read with another."""
        first = {one.position: one.stated or next(iter(one.keys), "") for one in self.across.columns}
        return first | dict.fromkeys((one.position for one in self.across.totals), "") | dict(self.joined)

    @property
    def explained(self) -> set[int]:
        """The columns nobody has to ask about."""
        return {*self.targets, *self.across.positions, *self.joined}

    def grid_counts(self, at: int) -> pd.Series:
        """A column's counts by the position of their rows; missing where a cell holds none."""
        return pd.Series(values.counts(self.grid[:, at]).value)

    def texts(self, names: Collection[str]) -> frozenset[str]:
        """Every text under the columns of some parts, normalised."""
        cells = (cell for at, name in self.targets.items() if name in names for cell in pd.unique(
            pd.Series(self.grid[:, at], dtype=object).dropna()))
        return frozenset(normalise(str(cell)) for cell in cells)

    def stands(self, at: int, place: int) -> tuple[int, int, str]:
        """(row, the file's column, the heading over it) of a cell."""
        if self.origin is None or self.origin.columns[at, place] < 0:
            return int(self.rows[at]), place, self.heading_of.get(place, "")
        position = int(self.origin.columns[at, place])
        return int(self.origin.rows[at, place]), position, self.origin.headings.get(position, "")


def of(workbook: Workbook, keys: HeadingKeys, scope: Scope, *, answers: Answers | None,
       profiles: Mapping[str, Profile]) -> list[Table]:
    """The tables of every sheet that has one, with the columns as told by answers, a profile or their headings."""
    tables: list[Table] = []
    words = keys.words
    for sheet in workbook.sheets:
        table = _table(sheet, keys, answers=answers, profiles=profiles, start=sum(len(t.headings) for t in tables))
        if table is not None:
            tables.append(_weighed(_sampled(table, scope), words, scope, answers=answers, profiles=profiles))
    return tables


def _table(sheet: Sheet, keys: HeadingKeys, *, answers: Answers | None, profiles: Mapping[str, Profile],
           start: int) -> Table | None:
    grid = sheet.cells.to_numpy(dtype=object)
    numbers = sheet.cells.index.to_numpy()
    words, leaf = keys.words, heading_row.leaf(sheet, keys, profiles)
    if leaf is None:
        return None
    grid, leaf = _one_row_of_headings(grid, leaf, keys)
    labels = _cornered(heading_row.labels(grid, leaf, words, start=start), keys,
                       across_it=heading_row.of_places(grid, keys) == leaf)
    found = _layout(grid, leaf, {h.index - start: h.guess for h in labels if h.guess}, keys, numbers)
    stored = profiles.get(fingerprint(h.key for h in labels)) or profiles.get(
        fingerprint(h.key for h in labels if h.index - start not in found.positions))
    told = explained.columns({h.index: h.key for h in labels}, answers, known=words.candidates)
    headings = tuple(replace(h, guess=told.get(h.index) or (stored.target(h.key) if stored else None) or h.guess)
                     for h in labels)
    below = [p for p in range(leaf + 1, len(grid)) if pd.notna(grid[p]).any()]
    targets = {h.index - start: h.guess for h in headings
               if h.guess not in (None, IGNORE) and (h.index in told or stored or words.column(h.heading) == h.guess)}
    others = _of_other_figures(grid, leaf)
    targets = {at: name for at, name in targets.items() if at not in others or at + start in told}
    above = tuple(str(cell).strip() for line in grid[:leaf] for cell in line if cell is not None)
    answered = {h.index - start for h in headings if h.index in told or (stored and stored.target(h.key))}
    found = _layout(grid, leaf, targets, keys, numbers, told={*answered, *others})
    headings = tuple(across.left_out(h) if h.index - start in found.positions else h for h in headings)
    return Table(sheet.name, headings, start, grid[below],
                 numbers[below], {at: name for at, name in targets.items() if at not in found.positions},
                 above, sheet.marks, headed=int(numbers[leaf]), across=found,
                 aside=frozenset(at for at in others if at + start not in told))


def _sampled(table: Table, scope: Scope) -> Table:
    """The table with what a person recognises its columns by."""
    return replace(table, headings=tuple(
        replace(h, samples=own_words.samples(table.grid[:, h.index - table.start], scope, heading=h.heading))
        for h in table.headings))


def _layout(grid: np.ndarray, leaf: int, targets: Mapping[int, str | None], keys: HeadingKeys, numbers: np.ndarray, *,
            told: Collection[int] = ()) -> Layout:
    """What stands across under a row of headings. told: columns that somebody has explained."""
    return across.layout(grid[leaf], _groups(grid, leaf), targets, keys, row=int(numbers[leaf]), told=told)


def _one_row_of_headings(grid: np.ndarray, leaf: int, keys: HeadingKeys) -> tuple[np.ndarray, int]:
    """The cells with headings in two rows written so that the lower one has them all, and where it is."""
    if leaf + 1 >= len(grid):
        return grid, leaf
    lower = [keys.said(cell) for cell in grid[leaf + 1]]
    filled = [at for at, cell in enumerate(grid[leaf + 1]) if cell is not None]
    free = [at for at, cell in enumerate(grid[leaf]) if cell is not None and at not in filled]
    counts = {part.name for part in keys.dataset.fields if part.kind == "count"}
    if len(filled) < 2 or not free or not all(lower[at].keys or lower[at].part in counts or lower[at].total
                                              for at in filled) or _is_a_record(grid[leaf], filled, lower, keys):
        return grid, leaf
    made = grid.copy()
    made[leaf + 1, free], made[leaf, free] = grid[leaf, free], None
    return made, leaf + 1


def _is_a_record(upper: np.ndarray, filled: Sequence[int], lower: Sequence[Said], keys: HeadingKeys) -> bool:
    """Whether the row under the headings states a key under its own heading, as no heading across does."""
    often = Counter(name for at in filled for name in lower[at].keys)
    own = {keys.words.column(upper[at]) for at in filled if keys.words.column(upper[at]) in lower[at].keys}
    return all(upper[at] is not None for at in filled) and any(often[str(name)] == 1 for name in own)


def _groups(grid: np.ndarray, leaf: int) -> list[object]:
    """The headings over the headings, each over the columns up to the next; nothing where the line is a title."""
    over = grid[leaf - 1] if leaf else grid[:0]
    if not leaf or pd.notna(over).sum() < 2:
        return []
    filled = pd.Series(over, dtype=object).ffill()
    return [None if pd.isna(cell) else cell for cell in filled]


def _of_other_figures(grid: np.ndarray, leaf: int) -> set[int]:
    """The columns under a group heading that says targets, percentages, last year's or a part's figures."""
    over = grid[leaf - 1] if leaf else grid[:0]
    if not leaf or (over[0] is not None and pd.notna(over).sum() < 2):
        return set()
    groups = pd.Series(over, dtype=object).ffill()
    first = next((at for at, cell in enumerate(over) if at and cell is not None), len(over))
    return {at for at in range(first, len(over)) if isinstance(groups[at], str) and is_another(groups[at])}


def _weighed(table: Table, words: Spellings, scope: Scope, *, answers: Answers | None,
             profiles: Mapping[str, Profile]) -> Table:
    """The table without the columns whose cells plainly are not what their headings say, unless somebody said so."""
    told = explained.columns({h.index: h.key for h in table.headings}, answers, known=words.candidates)
    if fingerprint(h.key for h in table.headings if not h.key.startswith(across.ACROSS)) in profiles:
        return table
    contents = {h.index - table.start: fitting.content(table.grid[:, h.index - table.start], scope)
                for h in table.headings}
    doubted = {at for at, name in table.targets.items() if table.start + at not in told and fitting.contradicts(
        words.candidates[name], contents[at], placed=any(c.place == 1 for p, c in contents.items() if p != at))}
    return replace(table, doubted=frozenset(doubted),
                   targets={at: name for at, name in table.targets.items() if at not in doubted})


def _cornered(labels: tuple[Heading, ...], keys: HeadingKeys, *, across_it: bool) -> tuple[Heading, ...]:
    """The headings, of which one that says »Jobcenter« beside jobcenters says what stands across, not under it."""
    place = keys.kinds["jobcenter"].name if across_it else None
    return tuple(replace(h, guess=None) if place and h.guess == place else h for h in labels)
