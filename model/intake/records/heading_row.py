"""Which row of a sheet has the headings of its records."""

from collections.abc import Mapping

import numpy as np

from model.basics.formatting import normalise
from model.intake.columns.profiles import fingerprint
from model.intake.columns.spellings import SEARCHED, Spellings
from model.intake.files.workbook import Sheet
from model.intake.known import Profile
from model.intake.records.heading_keys import HeadingKeys
from model.intake.records.headings import columns_of, heading_rows, is_title
from model.intake.report import Heading


def leaf(sheet: Sheet, keys: HeadingKeys, profiles: Mapping[str, Profile]) -> int | None:
    """The position of the heading row: the one that names most of our columns, else the first row of words."""
    grid = sheet.cells.to_numpy(dtype=object)
    if (places := of_places(grid, keys)) is not None:
        return places
    found = [(len(set(named) - {None}) + _stand_across(grid[position], keys), -position)
             for position, named in heading_rows(sheet, keys.words)]
    best = max(found, default=(0, 0))
    titled = best[0] == 1 and is_title(grid, -best[1])
    last = -best[1] if best[0] and not titled else SEARCHED
    if best[0] >= 2:
        return -best[1]
    for position, cells in enumerate(grid[:SEARCHED]):
        if fingerprint(h.key for h in labels(grid, position, keys.words, start=0)) in profiles:
            return position
        if position <= last and _words(cells) >= (2 if titled else 3):
            return position
    return -best[1] if best[0] else None


def of_places(grid: np.ndarray, keys: HeadingKeys) -> int | None:
    """The row of jobcenters, where what stands under them are dates and words: such a word may be a heading of ours."""
    place = keys.kinds.get("jobcenter")
    if place is None or any(part.kind == "count" for part in keys.dataset.fields):
        return None
    for position, cells in enumerate(grid[:SEARCHED]):
        said = [keys.said(cell).keys.get(place.name) for cell in cells if cell is not None]
        named = [code for code in said if code]
        if len(set(named)) > 1 and len(named) * 2 > len(said):
            return position
    return None


def _words(cells: np.ndarray) -> int:
    return sum(isinstance(cell, str) and bool(normalise(cell)) for cell in cells)


def _stand_across(cells: np.ndarray, keys: HeadingKeys) -> bool:
    """Whether a row says one kind of key more than once, as only headings do."""
    said = [name for cell in cells if cell is not None for name in keys.said(cell).keys]
    return len(said) > len(set(said))


def labels(grid: np.ndarray, leaf: int, words: Spellings, *, start: int) -> tuple[Heading, ...]:
    """The headings of the row at a position, with what each names. start: see ``Table``."""
    return tuple(Heading(index=start + column.position, heading=column.heading, samples=(),
                         guess=words.column(column.heading), key=column.key) for column in columns_of(grid, leaf))
