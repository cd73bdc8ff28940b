"""Records in blocks under one another: headings that stand again in other columns, and lines about another day."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.columns.blocks import A_PART, Line, between, is_a_part, told
from model.intake.columns.mapping import TWO_TABLES
from model.intake.columns.spellings import Spellings
from model.intake.datasets.declaration import Dataset
from model.intake.records.background import Background
from model.intake.records.named_days import told_course_day, told_month
from model.intake.records.tables import Table
from model.intake.records.told_keys import place_in
from model.intake.report import Problem

GATE = 2


def second(table: Table, words: Spellings) -> list[Problem]:
    """That headings stand once more, not all of them in their own columns, so that a second table begins there."""
    heads = {h.index - table.start: normalise(h.heading) for h in table.headings}
    for at in _heading_rows(table, words):
        said = {column: normalise(str(cell)) for column, cell in enumerate(table.grid[at]) if pd.notna(cell)}
        if not said.items() <= heads.items():
            row = int(table.rows[at])
            return [Problem("fejl", GATE, TWO_TABLES.format(row), sheet=table.sheet or None, row=row)]
    return []


def _heading_rows(table: Table, words: Spellings) -> Iterator[int]:
    """The rows whose keys are all headings, and that hold two different ones at least."""
    heads = {normalise(h.heading) for h in table.headings if h.heading}
    keys = {key.name for key in words.dataset.keys}
    filled = pd.notna(table.grid)
    named = np.zeros(table.grid.shape, dtype=bool)
    for column in range(table.grid.shape[1]):
        codes, cells = pd.factorize(pd.Series(table.grid[:, column], dtype=object))
        known = [isinstance(c, str) and (words.column(c) is not None or normalise(c) in heads) for c in cells]
        named[:, column] = np.array([*known, False], dtype=bool)[codes]
    of_keys = [at for at, name in table.targets.items() if name in keys]
    found = (named.sum(axis=1) >= 2) & named[:, of_keys].any(axis=1) & (named | ~filled)[:, of_keys].all(axis=1)
    for at in map(int, np.flatnonzero(found)):
        if len({normalise(str(cell)) for cell in table.grid[at][named[at]]}) >= 2:
            yield at


def lines(table: Table, dataset: Dataset, background: Background) -> list[Problem]:
    """That a line between the rows names another course day, month or jobcenter than the lines above, or a part of the
    group.
    """
    named = {dataset.field(name).kind for name in table.names}
    mapped = [*table.targets, *table.across.positions]
    filled = pd.notna(table.grid)
    lone = filled.any(axis=1) & (filled[:, mapped].sum(axis=1) <= 1) & (len(mapped) > 2)
    columns = [at for at in range(table.grid.shape[1]) if at not in table.across.positions
               and (at not in table.targets or dataset.field(table.targets[at]).kind != "count")]
    above = (*table.above, table.sheet)
    for line in between(table.grid, table.rows, lone, ~lone, columns):
        what = A_PART if is_a_part(line) else None
        if "course_day" not in named:
            what = what or _another(told_course_day(line.texts, background.plan),
                                    told_course_day(above, background.plan), "for en anden kursusdag")
        if "month" not in named:
            what = what or _another(told_month(line.texts), told_month(above), "for en anden måned")
        if what := what or _another_place(line, table, dataset, background, ~lone):
            return [told(line, what, table.sheet)]
    return []


def _another(said: object, own: object, what: str) -> str | None:
    return what if said is not None and own is not None and said != own else None


def _another_place(line: Line, table: Table, dataset: Dataset, background: Background,
                   stated: np.ndarray) -> str | None:
    """What a line says that is a jobcenter, over rows that do not say their own; None for any other line."""
    if not any(part.kind == "jobcenter" for part in dataset.parts):
        return None
    said = {place for text in line.said if (place := place_in(text, background))}
    own = {place for text in (*table.above, table.sheet) if (place := place_in(text, background))}
    under = next(at for at in np.flatnonzero(stated) if table.rows[at] > line.row)
    placed = [at for at, name in table.targets.items() if dataset.field(name).kind == "jobcenter"]
    if len(said) != 1 or said == own or pd.notna(table.grid[under, placed]).any():
        return None
    return "for et andet jobcenter" if own else "for ét jobcenter"
