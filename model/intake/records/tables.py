"""Where a sheet's table of records is, and what its headings and the cells under them say each column is."""

from collections.abc import Collection, Mapping
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
from model.intake.files.workbook import Sheet, Workbook
from model.intake.known import Profile
from model.intake.records import across
from model.intake.records.across import Layout
from model.intake.records.heading_keys import HeadingKeys
from model.intake.records.headings import columns_of, fingerprint_at
from model.intake.report import Answers, Heading
from model.intake.tables import area as areas
from model.intake.tables import heading_rows
from model.intake.tables.area import Area, Placed


@dataclass(frozen=True)
class Origin:
    """Where the cells of a table that was written anew come from: arrays as its grid. headings: by the file's column.
    """

    rows: np.ndarray
    columns: np.ndarray  # −1: nowhere
    headings: Mapping[int, str]


@dataclass(frozen=True, kw_only=True)
class Table(Placed):
    """One sheet's table of records. targets: column position -> part's name."""

    headings: tuple[Heading, ...]
    targets: dict[int, str]
    start: int = 0  # the number of its first heading among all of the file's
    above: tuple[str, ...] = ()  # the texts of the cells over the headings
    doubted: frozenset[int] = frozenset()  # columns over whose cells a known heading says something else
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
    words = keys.spellings
    for sheet in workbook.sheets:
        table = _table(sheet, keys, answers=answers, profiles=profiles, start=sum(len(t.headings) for t in tables))
        if table is not None:
            tables.append(_weighed(_sampled(table, scope), words, scope, answers=answers, profiles=profiles))
    return tables


def _table(sheet: Sheet, keys: HeadingKeys, *, answers: Answers | None, profiles: Mapping[str, Profile],
           start: int) -> Table | None:
    cells = sheet.cells.to_numpy(dtype=object)
    area = areas.find(sheet, keys, explained=lambda at: fingerprint_at(cells, at) in profiles)
    if area is None:
        return None
    words, labels = keys.spellings, _labels(area, keys, start)
    found = _layout(area, {h.index - start: h.guess for h in labels if h.guess}, keys)
    stored = profiles.get(fingerprint(h.key for h in labels)) or profiles.get(
        fingerprint(h.key for h in labels if h.index - start not in found.positions))
    told = explained.columns({h.index: h.key for h in labels}, answers, known=words.candidates)
    headings = tuple(replace(h, guess=told.get(h.index) or (stored.target(h.key) if stored else None) or h.guess)
                     for h in labels)
    targets = {h.index - start: h.guess for h in headings
               if h.guess not in (None, IGNORE) and (h.index in told or stored or words.column(h.heading) == h.guess)}
    others = {at for at, group in enumerate(area.groups) if isinstance(group, str) and is_another(group)}
    targets = {at: name for at, name in targets.items() if at not in others or at + start in told}
    answered = {h.index - start for h in headings if h.index in told or (stored and stored.target(h.key))}
    found = _layout(area, targets, keys, told={*answered, *others})
    headings = tuple(across.left_out(h) if h.index - start in found.positions else h for h in headings)
    return Table(**area.placed(sheet), headings=headings, start=start, above=area.above, across=found,
                 targets={at: name for at, name in targets.items() if at not in found.positions},
                 aside=frozenset(at for at in others if at + start not in told))


def _labels(area: Area, keys: HeadingKeys, start: int) -> tuple[Heading, ...]:
    """The headings with what each names; one that says »Jobcenter« beside jobcenters says what stands across."""
    corner = keys.kinds["jobcenter"].name if heading_rows.is_of_places(area.headings, keys) else None
    named = {column: keys.spellings.column(column.heading) for column in columns_of(area.headings,
                                                                                  area.cells[area.body])}
    return tuple(Heading(index=start + column.position, heading=column.heading, samples=(),
                         guess=name if name != corner else None, key=column.key) for column, name in named.items())


def _sampled(table: Table, scope: Scope) -> Table:
    """The table with what a person recognises its columns by."""
    return replace(table, headings=tuple(
        replace(h, samples=own_words.samples(table.grid[:, h.index - table.start], scope, heading=h.heading))
        for h in table.headings))


def _layout(area: Area, targets: Mapping[int, str | None], keys: HeadingKeys, *, told: Collection[int] = ()) -> Layout:
    """What stands across under the headings. told: columns that somebody has explained."""
    return across.layout(area.headings, area.groups, targets, keys, row=area.headed[-1], told=told)


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

