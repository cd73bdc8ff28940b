"""Rows on fifty people at once: each changing something every three seconds, and all opening the front page."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Barrier
from typing import TypeVar

from tests.bench import toured
from tests.bench.server import Reached
from tests.bench.timing import Row, percentile
from tests.bench.toured import AGAINST, Both
from tests.bench.visitor import Visitor

PEOPLE, EVERY, LASTING = 50, 3.0, 120.0  # seconds
TURNS, OPENINGS = 4, 5  # how often each of the two has its turn
LONGEST = 2.0  # seconds
MONTHS = [f"2010-{month:02d}" for month in range(1, 13)]
Found = TypeVar("Found")
Wish = tuple[str, str]  # a page's address and the query
MONTHLY: list[Wish] = [("", f"maaned={month}") for month in MONTHS]


def rows(folder: Path, share: float = 1.0) -> Iterator[Row]:
    """``share``: how much of the two minutes is spent."""
    with toured.on_sample(folder, "fifty") as both:
        yield from _changing(both, share * LASTING / TURNS)
        yield _opening(both)


def _changing(both: Both, lasting: float) -> Iterator[Row]:
    """Half change the jobcenter on its page, half the month on the front page; of the bare page all change the month.

    In turns, since both at once would share the machine.
    """
    bare, app = People(both.strict, [MONTHLY] * PEOPLE), People(both.app, wishes(both.codes))
    floor, ours = [], []
    for _ in range(TURNS):
        floor += bare.change(lasting)
        ours += app.change(lasting)
    bare.leave()
    app.leave()
    for share in (0.5, 0.95):
        yield Row(f"{PEOPLE} changing something every {EVERY:g} s, p{100 * share:.0f}", f"{AGAINST}, same {PEOPLE}",
                  percentile(floor, share), percentile(ours, share), 10.0, min(len(floor), len(ours)))
    yield Row("    the longest of them", f"{LONGEST:g} seconds", LONGEST, max(ours), 1.0, len(ours))
    yield Row("    what the measuring process itself used meanwhile", "half a core", 0.5, max(bare.busy, app.busy), 1.0,
              runs=2 * TURNS, unit="‰")


def wishes(codes: Sequence[str]) -> list[list[Wish]]:
    """What each of the people asks for in turn: half a month on the front page, half a jobcenter on its page."""
    jobcenters = [("jobcenter", toured.about(code)) for code in codes]
    return [*[MONTHLY] * (PEOPLE - PEOPLE // 2), *[jobcenters] * (PEOPLE // 2)]


class People:
    """Sessions in one server, each with what it asks for in turn.

    busy: the most of a core that this process used during a turn. Near a whole one it would wait for itself.
    """

    def __init__(self, server: Reached, wishes: Sequence[Sequence[Wish]]) -> None:
        self.visitors = [Visitor(server) for _ in wishes]
        self.wishes = [cycle(of_one[at % len(of_one):] + of_one[:at % len(of_one)]) for at, of_one in enumerate(wishes)]
        self.busy = 0.0
        for visitor, wish in zip(self.visitors, self.wishes, strict=True):
            visitor.visit(*next(wish))

    def change(self, lasting: float) -> list[float]:
        """Seconds of every run that was begun while it lasted; the people begin evenly spread over the interval."""
        begun, used = time.perf_counter(), time.process_time()

        def one(at: int) -> list[float]:
            taken, due = [], begun + EVERY * at / len(self.visitors)
            while due < begun + lasting:
                time.sleep(max(0.0, due - time.perf_counter()))
                taken.append(self.visitors[at].visit(*next(self.wishes[at])))
                due = max(due + EVERY, time.perf_counter())
            return taken

        found = together(one, len(self.visitors))
        self.busy = max(self.busy, (time.process_time() - used) / (time.perf_counter() - begun))
        return [seconds for of_one in found for seconds in of_one]

    def leave(self) -> None:
        for visitor in self.visitors:
            visitor.close()


def _opening(both: Both) -> Row:
    """New sessions each time; the 95th percentile of each opening, and the median of those."""
    pairs = [(opened(both.strict), opened(both.app)) for _ in range(1 + OPENINGS)][1:]
    floor, ours = (statistics.median(of) for of in zip(*pairs, strict=True))
    return Row(f"{PEOPLE} open the front page at once, p95", f"{AGAINST}, same {PEOPLE}", floor, ours, 2.0, OPENINGS)


def opened(server: Reached) -> float:
    """Seconds that 95 in 100 of the people wait at most who open the front page at once."""
    visitors = [Visitor(server) for _ in range(PEOPLE)]
    ready = Barrier(PEOPLE)

    def one(at: int) -> float:
        ready.wait()
        return visitors[at].visit()

    taken = together(one, PEOPLE)
    for visitor in visitors:
        visitor.close()
    return percentile(taken, 0.95)


def together(one: Callable[[int], Found], people: int) -> list[Found]:
    """What each of ``people`` threads found; it is told its number."""
    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(one, range(people)))
