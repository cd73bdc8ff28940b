"""Rows on pages: a warm rerun of every page in a real server, against the strict page in another."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from pages.shared import places
from pages.shared.navigation import HISTORY, REPORTING, SHOWN
from tests.bench import stage, toured
from tests.bench.timing import Row, compared, slowest_first
from tests.bench.toured import AGAINST, Both
from tests.bench.visitor import Visitor

TIMES, WARM = 7, 3
PAGE = next(entry for entry in SHOWN if entry.file == REPORTING)


def rows(folder: Path) -> Iterator[Row]:
    """Of each size the slowest page, then all of them, those that take a jobcenter also for one."""
    with toured.on_sample(folder, "19x22") as both:
        yield from _pages(both, "19 x 22", 3.0)
    with toured.on_scratch(folder, "98x60", stage.COUNTRY) as both:
        yield from _pages(both, "98 x 60", 4.0)
    with toured.on_scratch(folder, "98x240", stage.DECADES) as both:
        yield from _pages(both, "98 x 240", 6.0)


def history(folder: Path) -> Iterator[Row]:
    """The page that lists every upload, when there are two thousand."""
    with toured.on_scratch(folder, "history", stage.LOADED) as both:
        what = f"{HISTORY} at {stage.LOADED.uploads:,} uploads"
        query = urlencode(places.history({}))
        yield _page(Visitor(both.strict), Visitor(both.app), what, PAGE.address, query, budget=4.0)


def _pages(both: Both, label: str, budget: float) -> list[Row]:
    page = partial(_page, Visitor(both.strict), Visitor(both.app), budget=budget)
    found = [page(entry.title, *toured.of(entry)) for entry in toured.PAGES]
    found += [page(f"{entry.title}, one jobcenter", *toured.of(entry, both.codes[0]))
              for entry in both.of_one]
    return slowest_first(f"warm rerun, slowest page, {label}", found)


def _page(bare: Visitor, visitor: Visitor, what: str, address: str, query: str = "", *, budget: float) -> Row:
    return compared(what, AGAINST, bare.visit, partial(visitor.visit, address, query), budget=budget, times=TIMES,
                    warm=WARM)
