"""The row on memory: what the app's process holds after many sessions and writes, against after the first ten."""

from collections.abc import Iterator
from pathlib import Path

from model.store import database
from tests.bench import toured
from tests.bench.timing import Row
from tests.bench.toured import Both
from tests.bench.visitor import Visitor
from tests.bench.written import Pen

FIRST, SESSIONS, WRITES = 10, 1_000, 200


def rows(folder: Path, share: float = 1.0) -> Iterator[Row]:
    """``share``: how much of the thousand sessions there are, and of the writes between them."""
    sessions, writes = max(FIRST, round(share * SESSIONS)), max(1, round(share * WRITES))
    with toured.on_sample(folder, "memory") as both:  # that tour is the first session
        for number in range(1, FIRST):
            _session(both, number)
        before = both.app.memory()
        pen = Pen(database.create(f"sqlite:///{both.database}"))
        kinds = (pen.figures, pen.records, pen.note)
        for number in range(sessions):
            if number * writes // sessions < (number + 1) * writes // sessions:
                kinds[number % len(kinds)]()
            _session(both, number)
        pen.engine.dispose()
        yield Row(f"memory after {sessions} sessions and {writes} writes", f"after the first {FIRST}", before,
                  both.app.memory(), 1.2, runs=1, unit="MB")


def _session(both: Both, number: int) -> None:
    """Somebody who opens the front page, goes on to another page for a jobcenter and leaves."""
    visitor = Visitor(both.app)
    visitor.visit()
    entry, code = toured.PAGES[number % len(toured.PAGES)], both.codes[number % len(both.codes)]
    visitor.visit(*toured.of(entry, code))
    visitor.close()
