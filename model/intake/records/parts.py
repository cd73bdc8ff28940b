"""One part's column of a table of records: its cells, two columns that say it, or what is said for the whole table."""

from typing import Any

import numpy as np

from model.basics.formatting import listing
from model.intake.cells.cell_text import quoted
from model.intake.datasets.declaration import Column, Dataset
from model.intake.records import cancelling, cells, keys_above
from model.intake.records.background import Background
from model.intake.records.tables import Table


def read(part: Column, table: Table, grid: np.ndarray, dataset: Dataset, background: Background) -> cells.Read:
    """A part's column, or what is said of it for the whole table."""
    positions = [p for p, name in table.targets.items() if name == part.name]
    if not positions and part in dataset.keys and not part.given:
        return _told(part, table, background, len(grid))
    column = _column(part, grid, positions, background)
    if dataset.event is not None and part.kind == "count":
        column.fault[:] = _perhaps_cancelled(column.fault, grid, positions)
    return column


def readings(part: Column, column: cells.Read, table: Table) -> list[str]:
    """What texts of a part's cells were read as, where that is not plain: alike ones in one note."""
    heading = next((table.heading_of[at] for at, name in table.targets.items() if name == part.name), part.heading)
    alike: dict[str, list[str]] = {}
    for text, meaning in column.readings.items():
        alike.setdefault(meaning, []).append(quoted(text))
    return [f"»{heading}«: {listing(texts)} er læst som {meaning}." for meaning, texts in alike.items()]


def _column(part: Column, grid: np.ndarray, positions: list[int], background: Background) -> cells.Read:
    """One part's column; of a code and a name side by side, what both say."""
    if not positions:
        nothing: list[Any] = [None] * len(grid)
        return cells.Read(list(nothing), list(nothing), list(nothing), list(nothing))
    found = [cells.read(part, grid[:, p], background) for p in positions]
    first = found[0]
    for position, other in zip(positions[1:], found[1:], strict=True):
        for at, (one, two) in enumerate(zip(first.value, other.value, strict=True)):
            if one is not None and two is not None and one != two:
                first.fault[at] = "koden og navnet siger hver sit jobcenter. Ret det ene."
            elif not first.fault[at]:
                first.value[at], first.fault[at] = one if one is not None else two, other.fault[at]
                if other.fault[at] and first.meant:
                    first.meant[at], first.place[at] = other.meant[at], position
    return first


def _perhaps_cancelled(faults: list[str | None], grid: np.ndarray, positions: list[int]) -> list[str | None]:
    """The faults of a count's cells, with what to do where a cell may mean that the day was not held."""
    return [fault and (cancelling.unclear(str(grid[at, positions[0]])) or fault) for at, fault in enumerate(faults)]


def _told(part: Column, table: Table, background: Background, count: int) -> cells.Read:
    """A key that stands over the table or in the sheet's name, for all of its rows."""
    value = keys_above.told(part, table, background)
    lacking = None if value is not None else (f"det fremgår ikke, hvilken {part.heading.lower()} rækken hører til. "
                                              f"Tilføj en kolonne med »{part.heading}«.")
    return cells.Read([value] * count, [None] * count, [lacking] * count, [None] * count)
