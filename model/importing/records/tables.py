"""Where a sheet's table of records is, and what its headings and the cells under them say each column is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from model.formatting import normalise
from model.importing.columns import fitting, own_words
from model.importing.columns.fitting import Scope
from model.importing.columns.other_figures import is_another
from model.importing.columns.profiles import fingerprint
from model.importing.columns.vocabulary import IGNORE
from model.importing.files.workbook import NO_MARKS, Marks, Sheet, Workbook
from model.importing.known import Profile
from model.importing.records.headings import SEARCHED, Words, columns_of, heading_rows
from model.importing.report import Answers, Heading


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
    unsure: tuple[int, ...] = ()  # columns of a survey that count those who did not know, held against sums alone

    @property
    def heading_of(self) -> dict[int, str]:
        """The sender's heading of each column."""
        return {heading.index - self.start: heading.heading for heading in self.headings}

    @property
    def names(self) -> set[str]:
        """The parts that have a column."""
        return set(self.targets.values())


def of(workbook: Workbook, words: Words, scope: Scope, *, answers: Answers | None,
       profiles: Mapping[str, Profile]) -> list[Table]:
    """The tables of every sheet that has one, with the columns as told by answers, a profile or their headings."""
    tables: list[Table] = []
    for sheet in workbook.sheets:
        table = _table(sheet, words, answers=answers, profiles=profiles, start=sum(len(t.headings) for t in tables))
        if table is not None:
            tables.append(_weighed(_sampled(table, scope), words, scope, answers=answers, profiles=profiles))
    return tables


def _table(sheet: Sheet, words: Words, *, answers: Answers | None, profiles: Mapping[str, Profile],
           start: int) -> Table | None:
    grid = sheet.cells.to_numpy(dtype=object)
    numbers = sheet.cells.index.to_numpy()
    leaf = _leaf(sheet, words, profiles)
    if leaf is None:
        return None
    labels = {h.key: h for h in _headings(grid, leaf, words, start=start)}
    stored = profiles.get(fingerprint(labels))
    told = answers.columns if answers else {}
    headings = tuple(replace(h, guess=told.get(h.index) or (stored.target(key) if stored else None) or h.guess)
                     for key, h in labels.items())
    below = [p for p in range(leaf + 1, len(grid)) if pd.notna(grid[p]).any()]
    targets = {h.index - start: h.guess for h in headings
               if h.guess not in (None, IGNORE) and (h.index in told or stored or words.part(h.heading) == h.guess)}
    others = _of_other_figures(grid, leaf)
    targets = {at: name for at, name in targets.items() if at not in others or at + start in told}
    above = tuple(str(cell).strip() for line in grid[:leaf] for cell in line if cell is not None)
    return Table(sheet.name, headings, start, grid[below], numbers[below], targets, above,  # type: ignore[arg-type]
                 sheet.marks, headed=int(numbers[leaf]))


def _sampled(table: Table, scope: Scope) -> Table:
    """The table with what a person recognises its columns by."""
    return replace(table, headings=tuple(
        replace(h, samples=own_words.samples(table.grid[:, h.index - table.start], scope)) for h in table.headings))


def _of_other_figures(grid: np.ndarray, leaf: int) -> set[int]:
    """The columns under a group heading that says targets, percentages, last year's or a part's figures."""
    over = grid[leaf - 1] if leaf else grid[:0]
    if not leaf or (over[0] is not None and pd.notna(over).sum() < 2):
        return set()
    groups = pd.Series(over, dtype=object).ffill()
    first = next((at for at, cell in enumerate(over) if at and cell is not None), len(over))
    return {at for at in range(first, len(over)) if isinstance(groups[at], str) and is_another(groups[at])}


def _weighed(table: Table, words: Words, scope: Scope, *, answers: Answers | None,
             profiles: Mapping[str, Profile]) -> Table:
    """The table without the columns whose cells plainly are not what their headings say, unless somebody said so."""
    told = answers.columns if answers else {}
    if (answers and answers.approved) or fingerprint(heading.key for heading in table.headings) in profiles:
        return table
    contents = {h.index - table.start: fitting.content(table.grid[:, h.index - table.start], scope)
                for h in table.headings}
    doubted = {at for at, name in table.targets.items() if table.start + at not in told and fitting.contradicts(
        words.candidates[name], contents[at], placed=any(c.place == 1 for p, c in contents.items() if p != at))}
    return replace(table, doubted=frozenset(doubted),
                   targets={at: name for at, name in table.targets.items() if at not in doubted})


def _leaf(sheet: Sheet, words: Words, profiles: Mapping[str, Profile]) -> int | None:
    """The position of the heading row: the one that names most of our columns, else the first row of words."""
    grid = sheet.cells.to_numpy(dtype=object)
    found = [(len(set(named) - {None}), -position) for position, named in heading_rows(sheet, words)]
    best = max(found, default=(0, 0))
    last = -best[1] if best[0] else SEARCHED
    if best[0] >= 2:
        return -best[1]
    for position, cells in enumerate(grid[:SEARCHED]):
        if fingerprint(h.key for h in _headings(grid, position, words, start=0)) in profiles:
            return position
        if position <= last and sum(isinstance(cell, str) and bool(normalise(cell)) for cell in cells) >= 3:
            return position
    return -best[1] if best[0] else None


def _headings(grid: np.ndarray, leaf: int, words: Words, *, start: int) -> tuple[Heading, ...]:
    return tuple(Heading(index=start + column.position, heading=column.heading, samples=(),
                         guess=words.part(column.heading), key=column.key) for column in columns_of(grid, leaf))
