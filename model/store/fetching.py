"""Rows of a large query as columns, as the driver returns them: pandas is slow on result rows."""

from collections.abc import Collection
from sys import intern
from typing import Any

from sqlalchemy import CursorResult

ROWS = 500  # taken from the driver at a time


def columns(result: CursorResult[Any], names: Collection[str], *, few: Collection[str] = ()) -> dict[str, list[Any]]:
    """The columns of a result, in the order and under the names given. few: those of a few texts, time and again.

    Taken a few rows at a time: as many tuples as there are rows would set off Python's collector, which walks
    everything in memory.
    """
    found: dict[str, list[Any]] = {name: [] for name in names}
    shared = [name in few for name in found]
    cursor = result.cursor
    while rows := cursor.fetchmany(ROWS):
        for column, cells, again in zip(found.values(), zip(*rows, strict=True), shared, strict=True):
            column.extend(map(intern, cells) if again else cells)
    return found
