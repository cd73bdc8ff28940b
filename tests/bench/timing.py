"""Timing against a floor of the same run: both are measured in turns, so a busy machine slows both alike."""

import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

WIDTHS = (72, 24, 11, 11, 8, 6, 5)
HEAD = ("What", "Floor in the same run", "Floor", "Ours", "Ratio", "Budget", "Runs")


@dataclass(frozen=True)
class Row:
    """One line of the table: medians in seconds (or gigabytes, or cores), and how many times the floor is allowed.

    against: what the floor is. runs: of how many measurements, at least, each is the median (or the percentile).
    """

    what: str
    against: str
    floor: float
    ours: float
    budget: float
    runs: int
    unit: str = "ms"  # a thousandth of what the numbers are in

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the floor."""
        return self.ours / self.floor

    @property
    def kept(self) -> bool:
        """Whether the budget holds."""
        return self.ratio <= self.budget

    def __str__(self) -> str:
        """As a line of a table in Markdown, with what is over its budget marked after it."""
        floor, ours = (f"{1000 * value:.{0 if value >= 0.01 else 2}f} {self.unit}" for value in (self.floor, self.ours))
        cells = (self.what, self.against, floor, ours, f"{self.ratio:.2f} x", f"{self.budget:g} x", str(self.runs))
        return line(cells) + ("" if self.kept else " OVER BUDGET")


def line(cells: Iterable[str]) -> str:
    """A line of the table, its numbers to the right."""
    padded = (cell.ljust(width) if at < 2 else cell.rjust(width)
              for at, (cell, width) in enumerate(zip(cells, WIDTHS, strict=True)))
    return f"| {' | '.join(padded)} |"


def heading() -> str:
    """The table's two first lines."""
    rule = "|".join("-" * (width + 2) if at < 2 else "-" * (width + 1) + ":" for at, width in enumerate(WIDTHS))
    return f"{line(HEAD)}\n|{rule}|"


def seconds(action: Callable[[], object]) -> float:
    """How long ``action`` takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


Timed = Callable[[], float]  # does something and says how many seconds it took


def compared(what: str, against: str, floor: Timed, ours: Timed, *, budget: float, times: int, warm: int = 1) -> Row:
    """The row of both medians, run in turns after ``warm`` rounds that do not count."""
    pairs = [(floor(), ours()) for _ in range(warm + times)][warm:]
    return Row(what, against, *(statistics.median(of) for of in zip(*pairs, strict=True)), budget, times)


def slowest_first(what: str, rows: Sequence[Row]) -> list[Row]:
    """The one with the highest ratio, named as such, and then all of them, indented under it."""
    slowest = max(rows, key=lambda row: row.ratio)
    return [replace(slowest, what=f"{what}: {slowest.what}"), *(replace(row, what=f"    {row.what}") for row in rows)]


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of ``values`` that at least ``share`` (0 to 1) of them do not pass."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
