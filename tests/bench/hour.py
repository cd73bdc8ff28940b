"""Rows on an hour of work, done as fast as it goes: what the app's process holds when each twelfth of it has passed.

Fifty people are there at once, each opens another page, jobcenter or month every three seconds, stays for a minute and
leaves to another, and somebody writes every half minute. The collector comes by the clock, and so more seldom
than in a real hour.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from model.store import database
from tests.bench import toured
from tests.bench.fifty import MONTHS, together
from tests.bench.timing import Row
from tests.bench.toured import Both
from tests.bench.visitor import Visitor
from tests.bench.written import Pen

PEOPLE, RUNS, WRITES = 50, 60_000, 120  # an hour's
STAY = 20  # runs of one person
AT_ONCE, PARTS = 4, 12  # runs under way, and looks at the memory


def rows(folder: Path, share: float = 1.0) -> Iterator[Row]:
    """``share``: how much of the hour's runs there are, and of the writes between them."""
    runs = max(1, round(share * RUNS / PARTS / AT_ONCE))  # of each in a part
    with toured.on_sample(folder, "hour") as both:
        pen = Pen(database.create(f"sqlite:///{both.database}"))
        crowds = [Crowd(both, number, pen if number == 0 else None) for number in range(AT_ONCE)]
        held = [_part(both, crowds, runs) for _ in range(PARTS)]
        for crowd in crowds:
            crowd.leave()
        pen.engine.dispose()
    against, made = f"after {runs * AT_ONCE:,} runs", f"{sum(crowd.writes for crowd in crowds)} writes"
    for part, now in enumerate(held[1:-1], start=2):
        yield Row(f"    memory after {part * runs * AT_ONCE:,} runs", against, held[0], now, 1.2, runs=1, unit="MB")
    yield Row(f"memory after {PARTS * runs * AT_ONCE:,} runs and {made}", against, held[0], held[-1], 1.2, runs=1,
              unit="MB")


def _part(both: Both, crowds: list["Crowd"], runs: int) -> float:
    """Gigabytes held when each crowd has made so many runs more."""
    together(lambda number: crowds[number].work(runs), len(crowds))
    return both.app.memory()


class Crowd:
    """People of whom one at a time does something; one of the crowds writes, too. writes: how often it has."""

    def __init__(self, both: Both, number: int, pen: Pen | None) -> None:
        self.writes, self._both, self._chance, self._done = 0, both, random.Random(number), 0
        self._people = [Visitor(both.app) for _ in range(number, PEOPLE, AT_ONCE)]
        self._write = iter([]) if pen is None else cycle((pen.figures, pen.records, pen.note))
        self._between = RUNS // WRITES // AT_ONCE  # own runs from one write to the next

    def work(self, runs: int) -> None:
        """So many runs, of each person in turn."""
        for _ in range(runs):
            self._done += 1
            at = self._done % len(self._people)
            if self._done // len(self._people) % STAY == at % STAY:  # not all at once
                self._people[at].close()
                self._people[at] = Visitor(self._both.app)
            self._people[at].visit(*wish(self._chance, self._both.codes))
            if self._done % self._between == 0 and (write := next(self._write, None)) is not None:
                write()
                self.writes += 1

    def leave(self) -> None:
        """All of them."""
        for visitor in self._people:
            visitor.close()


def wish(chance: random.Random, codes: Sequence[str]) -> tuple[str, str]:
    """A page's address and a query of what is looked at there."""
    entry = chance.choice(toured.PAGES)
    page, query = toured.of(entry, chance.choice(codes))
    return page, f"{query}&maaned={chance.choice(MONTHS)}"
