"""What edition documents say: every cell once, with the edition that told it, and what can be read between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Document = Mapping[str, Any]  # one edition, as the command line's JSON has it
STOCK = {"group": "PLR", "activated": "PL", "rest": "R", "praktik": "P", "loentilskud": "L"}  # the parts that add up
FLOW = {"ended": "OF", "outcome": "O", "open": "F"}
WHOLES = {"activated": "group", "praktik": "activated", "loentilskud": "activated", "outcome": "ended"}
PERCENT, BASE, OCCUPIED = "occupancy", "counted", "occupied"  # occupied of counted places, told in whole steps
STEP = 5  # percent
LEFT = {"activated": "rest", "praktik": "loentilskud", "loentilskud": "praktik", "outcome": "open"}


@dataclass(frozen=True)
class Cell:
    """One cell as one edition told it; ``value`` is None where it was withheld. Months are texts, "2010-03"."""

    scope: str
    units: tuple[str, ...]
    measure: str
    first: str
    last: str
    value: int | None
    mark: str | None
    edition: int

    @property
    def key(self) -> tuple[str, tuple[str, ...], str, str, str]:
        """What the cell is about: cells with one key are tellings of one thing."""
        return self.scope, self.units, self.measure, self.first, self.last


def cells(documents: Iterable[Document]) -> list[Cell]:
    """Every telling in any of the documents, once each, the oldest edition first.

    Raises ValueError where two documents differ in what one edition told: what is told is written down once.
    """
    by_telling: dict[tuple[Any, ...], Cell] = {}
    for document in documents:
        for cell in of(document):
            if by_telling.setdefault((*cell.key, cell.edition), cell) != cell:
                raise ValueError(f"edition {cell.edition} is told in two ways: {cell}")
    return sorted(by_telling.values(), key=lambda cell: cell.edition)


def statements(documents: Sequence[Document]) -> list[Cell]:
    """The tellings with a value that say anything of their own: no sum that is only the sum of its rows."""
    echoes = {cell for document in documents for cell in _echoes(of(document))}
    return [cell for cell in cells(documents) if cell.value is not None and cell not in echoes]


def tellings(told: Iterable[Cell]) -> dict[tuple[Any, ...], list[Cell]]:
    """By what a cell is about: its tellings, the oldest first."""
    grouped = defaultdict(list)
    for cell in told:
        grouped[cell.key].append(cell)
    return grouped


def next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"


def month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - (number == 1)}-{(number - 2) % 12 + 1:02}"


def of(document: Document) -> list[Cell]:
    """The document's cells."""
    return [Cell(cell["scope"], tuple(sorted(cell["units"])), cell["measure"], cell["from"], cell["to"],
                 cell["value"], cell["mark"], cell["edition"]) for cell in document["cells"]]


def _echoes(told: list[Cell]) -> list[Cell]:
    """The sums among an edition's cells that are no more than its rows and lines added up."""
    rows = defaultdict(list)
    for cell in told:
        if cell.scope in ("unit", "line") and cell.value is not None:
            rows[cell.measure, cell.last].append(cell)
    sums = [cell for cell in told if cell.scope in ("sum", "whole") and cell.value is not None]
    return [cell for cell in sums if _added(cell, rows[cell.measure, cell.last]) == cell.value]


def _added(whole: Cell, rows: list[Cell]) -> int | None:
    """The sum of the rows over just the units of the whole; None where they are not all of them, each once."""
    inside = [row for row in rows if set(row.units) <= set(whole.units)]
    units = [unit for row in inside for unit in row.units]
    return sum(row.value or 0 for row in inside) if sorted(units) == list(whole.units) else None
