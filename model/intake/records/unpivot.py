"""Tables with keys across written as one row a record, each cell with the place in the file that it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.datasets.declaration import Dataset
from model.intake.records.across import Across
from model.intake.records.background import Background
from model.intake.records.heading_keys import FREE, FREE_WORDS, HeadingKeys
from model.intake.records.tables import Origin, Table
from model.intake.report import Heading

Place = tuple[int, int]  # (row as the spreadsheet shows it, the file's column)
NOWHERE = (0, -1)


@dataclass
class _Line:
    """One record on its way: the position of its row in the table, its keys across and its cells, each with its place.
    """

    at: int
    keys: dict[str, tuple[str, Place]] = field(default_factory=dict)
    cells: dict[str, tuple[object, Place]] = field(default_factory=dict)


def each(tables: Iterable[Table], known: Background) -> tuple[Table, ...]:
    """Every table with a row for every record."""
    return tuple(_rows(table, known.headings) for table in tables)


def _rows(table: Table, keys: HeadingKeys) -> Table:
    """The table with a row for every record; one without keys across as it is."""
    if not table.across.columns:
        return table
    lines = list(_lines(table, keys))
    down = [h.index - table.start for h in table.headings if h.index - table.start not in table.across.positions]
    key_names = list(dict.fromkeys(name for one in table.across.columns for name in one.keys))
    stated = list(dict.fromkeys(name for line in lines for name in line.cells))
    grid = np.full((len(lines), len(down) + len(key_names) + len(stated)), None, dtype=object)
    origin = Origin(np.zeros(grid.shape, dtype=int), np.full(grid.shape, -1),
                    {h.index - table.start: h.heading for h in table.headings}
                    | {one.position: one.heading for one in table.across.columns})
    for to, line in enumerate(lines):
        placed = [(table.grid[line.at, at], (int(table.rows[line.at]), at)) for at in down]
        placed += [line.keys.get(name, (None, NOWHERE)) for name in key_names]
        placed += [line.cells.get(name, (None, NOWHERE)) for name in stated]
        for place, (cell, (row, column)) in enumerate(placed):
            grid[to, place], origin.rows[to, place], origin.columns[to, place] = cell, row, column
    numbers = table.rows[[line.at for line in lines]]
    marks = replace(table.marks, merged=(), months=frozenset())
    return replace(table, grid=grid, rows=numbers, origin=origin, marks=marks, unsure=(),
                   headings=_headings(table, down, [*key_names, *stated], keys.dataset),
                   targets=_targets(table, down, key_names, stated))


def _targets(table: Table, down: list[int], key_names: list[str], stated: list[str]) -> dict[int, str]:
    """What each column of the long table is. An ordinary column of a part that stands across too is not read twice."""
    across = {*key_names, *stated}
    found = {to: table.targets[at] for to, at in enumerate(down)
             if at in table.targets and table.targets[at] not in across}
    return found | {len(down) + to: name for to, name in enumerate([*key_names, *stated]) if name != FREE}


def _headings(table: Table, down: list[int], names: list[str], dataset: Dataset) -> tuple[Heading, ...]:
    known = {h.index - table.start: h for h in table.headings}
    kept = [replace(known[at], index=table.start + to) for to, at in enumerate(down)]
    made = [Heading(table.start + len(down) + to, FREE_WORDS if name == FREE else dataset.field(name).heading, (),
                    guess=None if name == FREE else name, key=name) for to, name in enumerate(names)]
    return (*kept, *made)


def _lines(table: Table, keys: HeadingKeys) -> Iterator[_Line]:
    """Every record that a row states: one for each set of keys across that has a cell in it.

    A row without any is one line: with the first keys where it is a record that says nothing, without where it may be
    a text under the table.
    """
    found: dict[tuple[object, ...], _Line] = {}
    fresh = count()
    for at in range(len(table.grid)):
        said = [(one, name) for one in table.across.columns if pd.notna(table.grid[at, one.position])
                and (name := one.stated or _of_row(table, at, keys))]
        for one, name in said:
            record = (_who(table, at), tuple(one.keys.items()))
            line = found.get(record)
            if line is None or name in line.cells:
                line = found[record] = _Line(at, _keys(table, one))
                found[record, next(fresh)] = line
            line.cells[name] = (table.grid[at, one.position], (int(table.rows[at]), one.position))
        if not said:
            lone = sum(pd.notna(table.grid[at, place]) for place in table.targets) <= 1
            found[(at,)] = _Line(at, {} if lone else _keys(table, table.across.columns[0]))
    yield from {id(line): line for line in found.values()}.values()


def _keys(table: Table, one: Across) -> dict[str, tuple[str, Place]]:
    return {name: (text, (table.across.row, one.position)) for name, text in one.keys.items()}


def _who(table: Table, at: int) -> object:
    """What makes rows one record: the row itself, or its keys where each row states another number."""
    if not table.across.stubs:
        return at
    return tuple(normalise(str(table.grid[at, place])) for place in table.targets)


def _of_row(table: Table, at: int, keys: HeadingKeys) -> str | None:
    """What a row's cell says that its numbers are."""
    cell = next((table.grid[at, place] for place in table.across.stubs), None)
    return keys.spellings.column(cell)
