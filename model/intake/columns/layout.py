"""What the headings of a table of figures say: each column's, with what stands over it, and what the lines around say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd

from model.intake.columns.vocabulary import BLANK, PLACES, Meaning, Vocabulary
from model.intake.datasets.monthly_figures import MONTH
from model.intake.files.workbook import Sheet
from model.intake.tables import area as areas
from model.intake.tables.area import Area, Placed

LEAST_WORDS = 2  # of a row that may be headings: a sheet that is none of figures is left out afterwards


@dataclass(frozen=True)
class Head:
    """One column: the sender's heading, what stands over it, and what both mean together."""

    column: int
    text: str
    above: str
    meaning: Meaning
    month: date | None = None
    field: str | None = None  # a measure named by the row above
    place: str | None = None  # a jobcenter named by the row above


@dataclass(frozen=True, kw_only=True)
class Table(Placed):
    """One sheet's table of figures."""

    heads: tuple[Head, ...]
    place: str | None  # a jobcenter named by a line above (»Jobcenter: Norddjurs«)
    month: date | None  # a month named by a line above (»Måned: marts 2010«)
    certain: bool  # False: the headings are a best guess and must be explained

    @cached_property
    def filled(self) -> np.ndarray:
        """Which cells hold something. Shape of ``grid``; looked up once, since every gate asks."""
        return np.asarray(pd.notna(self.grid))

    def holding(self, columns: Sequence[int]) -> np.ndarray:
        """Which rows hold something in one of these columns. Shape (rows,)."""
        return np.asarray(self.filled[:, list(columns)].any(axis=1))

    def said(self, column: int) -> np.ndarray:
        """The cells of a column that hold something."""
        cells: np.ndarray = self.grid[self.filled[:, column], column]
        return cells


def find(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The sheet's table, or None when nothing on it looks like one."""
    area = areas.find(sheet, vocabulary, least=LEAST_WORDS)
    if area is None:
        return None
    place, month = _facts(area.cells[:area.row.leaf], vocabulary)
    return Table(**area.placed(sheet), heads=_heads(area, vocabulary), place=place, month=month,
                 certain=area.row.certain)


def _heads(area: Area, vocabulary: Vocabulary) -> tuple[Head, ...]:
    return tuple(_head(column, cell, above, vocabulary)
                 for column, (cell, above) in enumerate(zip(area.headings, area.groups, strict=True)))


def _head(column: int, cell: object, above: object, vocabulary: Vocabulary) -> Head:
    meaning = vocabulary.meaning(cell) if cell is not None else BLANK
    group = vocabulary.meaning(above) if above is not None else BLANK
    text, over = ("" if x is None else str(x).strip() for x in (cell, above))
    if meaning.kind == "unknown" and group.kind not in ("month", "blank"):
        meaning = _together(over, text, vocabulary) or meaning
    return Head(column, text, over, meaning, month=meaning.month or group.month,
                field=group.target if group.kind == "field" else None,
                place=group.target if group.kind == "place" else None)


def _together(above: str, text: str, vocabulary: Vocabulary) -> Meaning | None:
    """A heading in two rows: »Afsluttede forløb« over »i virksomhedscenter«."""
    for joined in (f"{above} {text}", f"{text} {above}"):
        if (name := vocabulary.spellings.column(joined)) in vocabulary.fields:
            return Meaning("field", name)
    return None


def _facts(lines: np.ndarray, vocabulary: Vocabulary) -> tuple[str | None, date | None]:
    """What lines such as »Jobcenter: | Norddjurs« above the headings say about the whole sheet."""
    place, month = None, None
    for line in lines:
        said = [m for cell in line if cell is not None for m in _parts(cell, vocabulary) if m.kind != "blank"]
        for key, value in pairwise(said):
            if key.kind == "key" and key.target in PLACES and value.kind == "place":
                place = value.target
            if key.kind == "key" and key.target == MONTH.name and value.kind == "month":
                month = value.month
    return place, month


def _parts(cell: object, vocabulary: Vocabulary) -> list[Meaning]:
    """What a cell says; »Jobcenter: Norddjurs« says two things, and »Jobcenter Norddjurs« is as good."""
    before, colon, after = str(cell).partition(":")
    if colon and vocabulary.meaning(before.strip()).kind == "key":
        return [vocabulary.meaning(before.strip()), vocabulary.meaning(after.strip())]
    found = vocabulary.meaning(cell)
    named = found.kind == "place" and isinstance(cell, str) and cell.strip().casefold().startswith("jobcenter")
    return [Meaning("key", PLACES[1]), found] if named else [found]
