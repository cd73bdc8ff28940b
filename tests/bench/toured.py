"""The strict page beside the app, in whose process every page has been visited for every jobcenter."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pages.shared import navigation
from pages.shared.address import PROGRAMME
from pages.shared.navigation import SHOWN, Entry
from tests.bench import stage
from tests.bench.server import APP, BARE, STRICT, Server, on, server
from tests.bench.visitor import Visitor

PAGES = SHOWN
BOX = "Jobcenter"  # the label of the box that a page has which takes one
AGAINST = "the strict page"


@dataclass(frozen=True)
class Both:
    """The two servers. codes: the jobcenters; of_one: the pages that take one; database: the app's."""

    strict: Server
    app: Server
    codes: Sequence[str]
    of_one: Sequence[Entry]
    database: Path


def sample(folder: Path, name: str) -> Path:
    """A database file of its own that the app has filled at its first start; it is filled once in ``folder``."""
    first, own = folder / "sample.db", folder / f"{name}.db"
    if not first.exists():
        with server(APP, on(first)) as app:
            Visitor(app).visit()
    with closing(sqlite3.connect(first)) as source, closing(sqlite3.connect(own)) as target:
        source.backup(target)
    return own


@contextmanager
def on_sample(folder: Path, name: str) -> Iterator[Both]:
    """On a database of its own that the app filled at its first start."""
    with _both(sample(folder, name), stage.PLACES, filled="auto") as found:
        yield found


@contextmanager
def on_scratch(folder: Path, name: str, size: stage.Size) -> Iterator[Both]:
    """On a scratch database of that size."""
    stage.scratch(folder, name, size).dispose()
    with _both(folder / f"{name}.db", stage.CODES[:size.jobcenters], filled="never") as found:
        yield found


@contextmanager
def _both(database: Path, codes: Sequence[str], *, filled: str) -> Iterator[Both]:
    with ExitStack() as stack:
        strict = stack.enter_context(server(BARE, STRICT))
        app = stack.enter_context(server(APP, on(database, sample=filled)))
        yield Both(strict, app, codes, tour(app, codes), database)


def tour(app: Server, codes: Sequence[str]) -> list[Entry]:
    """Visit every page, and those that take a jobcenter for each; the latter are returned."""
    visitor, of_one = Visitor(app), []
    for entry in PAGES:
        visitor.visit(*of(entry))
        if BOX in visitor.boxes:
            of_one.append(entry)
            for code in codes:
                visitor.visit(*of(entry, code))
    visitor.close()
    return of_one


def of(entry: Entry, code: str = "") -> tuple[str, str]:
    """A page's address and the query of its programme and of a jobcenter: any other way to it leads on, in two runs."""
    programme = navigation.owners(entry.address)[0]
    page = "" if entry == navigation.front(programme) else entry.address
    return page, f"{PROGRAMME}={programme}" + (f"&{about(code)}" if code else "")


def about(code: str) -> str:
    """The query that names a jobcenter."""
    return f"jobcenter={code}"
