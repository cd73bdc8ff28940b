"""Timing against a floor of the same run: both are measured in turns, so a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: medians in seconds (or gigabytes), and how many times the floor is allowed."""

    what: str
    floor: float
    ours: float
    budget: float
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
        verdict = "ok" if self.kept else "OVER BUDGET"
        return (f"{self.what:<66} {1000 * self.floor:>8.0f} {self.unit} {1000 * self.ours:>8.0f} {self.unit} "
                f"{self.ratio:>6.2f} x  <= {self.budget:g} x  {verdict}")


def seconds(action: Callable[[], object]) -> float:
    """How long ``action`` takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


Timed = Callable[[], float]  # does something and says how many seconds it took


def in_turns(floor: Timed, ours: Timed, *, times: int, warm: int = 1) -> tuple[float, float]:
    """Median seconds of both, run in turns after ``warm`` rounds that do not count."""
    pairs = [(floor(), ours()) for _ in range(warm + times)][warm:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
