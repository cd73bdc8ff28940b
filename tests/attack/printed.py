"""Small numbers that cells say outright: counts, what is left to their wholes, what has come since the last telling."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tests.attack.reading import FLOW, LEFT, PERCENT, WHOLES, Cell, Document, next_month, of
from tests.attack.world import Interval

Place = tuple[tuple[str, ...], str, str, str]  # units, measure, first and last month


def printed(documents: Sequence[Document], unprotected: frozenset[str]) -> list[Interval]:
    """Every count below the threshold that some cell gives, or two of one document over the same units."""
    small: dict[Interval, None] = {}
    for document in documents:
        told = {(cell.units, cell.measure, cell.first, cell.last): cell for cell in of(document)
                if cell.value is not None and cell.measure not in {PERCENT, *unprotected}}
        counts = [*_alone(told), *_left(told), *_come(told)]
        small |= dict.fromkeys(each for each in counts if each.high < document["rules"]["threshold"])
    return list(small)


def _alone(told: dict[Place, Cell]) -> Iterator[Interval]:
    for cell in told.values():
        yield _count(cell, cell.measure, cell.value or 0)


def _left(told: dict[Place, Cell]) -> Iterator[Interval]:
    """What a whole leaves beside its part."""
    for cell in told.values():
        whole = told.get((cell.units, WHOLES.get(cell.measure, ""), cell.first, cell.last))
        if whole is not None:
            yield _count(cell, LEFT[cell.measure], (whole.value or 0) - (cell.value or 0))


def _come(told: dict[Place, Cell]) -> Iterator[Interval]:
    """What has been added to a cumulated count, and to what is left of it, since the months told before.

    A row only: sums change with the rows that are in them. Months that were told anew later are corrections.
    """
    rows: dict[Any, list[Cell]] = {}
    for cell in sorted(told.values(), key=lambda cell: cell.last):
        if cell.measure in FLOW and cell.scope != "sum":
            rows.setdefault((cell.units, cell.measure, cell.first), []).append(cell)
    for same in rows.values():
        for before, after in pairwise(same):
            if before.edition <= after.edition:
                yield from _added(told, before, after)


def _added(told: dict[Place, Cell], before: Cell, after: Cell) -> Iterator[Interval]:
    grown = (after.value or 0) - (before.value or 0)
    come = replace(after, first=next_month(before.last))
    yield _count(come, after.measure, grown)
    wholes = [told.get((cell.units, "ended", cell.first, cell.last)) for cell in (before, after)]
    if after.measure == "outcome" and all(wholes):
        ended = [whole.value or 0 for whole in wholes if whole]
        yield _count(come, "open", ended[1] - ended[0] - grown)


def _count(cell: Cell, measure: str, value: int) -> Interval:
    return Interval(cell.units, measure, cell.first, cell.last, cell.edition, low=value, high=value)
