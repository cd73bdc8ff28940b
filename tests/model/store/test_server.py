"""A server that is slow, locked, stopped and started again, and those who start beside each other on it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session

from model.basics import settings
from model.programmes.current import PROGRAMME
from model.snapshot import loading
from model.store import database, seeding
from model.store.database import DatabaseProblem, PerhapsDone
from model.store.once import AlreadyWritten, Once
from pages.server import health
from tests.model.store.starting import started_at_once
from tests.servers import BESIDE, Server, address
from tests.viewers import EVERYBODY

pytestmark = pytest.mark.postgres


def version(engine: Engine) -> int:
    with database.readable(), Session(engine) as session:
        return database.data_version(session)


@pytest.fixture
def impatient(server: Server, postgres_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Another process on the test's database, which waits for nothing for long."""
    monkeypatch.setenv("FREMDRIFT_BUSY_SECONDS", "0.2")
    monkeypatch.setenv("FREMDRIFT_STATEMENT_SECONDS", "0.3")
    settings.load.cache_clear()
    made = database.create(address(postgres_engine.url))
    yield made
    made.dispose()


def test_who_waits_for_another_s_write_is_told_that_the_database_is_busy(postgres_engine, impatient):
    with (database.write(postgres_engine), pytest.raises(DatabaseProblem, match="optaget"),
          database.write(impatient)):
        raise AssertionError("no write may begin")
    assert version(postgres_engine) == 1


def test_a_statement_that_takes_too_long_is_given_up(impatient):
    with pytest.raises(DatabaseProblem, match="inden for tiden"), database.write(impatient) as session:
        session.connection().exec_driver_sql("SELECT pg_sleep(5)")
    assert version(impatient) == 0


def test_a_server_that_was_started_again_is_met_at_the_next_click(server, postgres_engine):
    assert version(postgres_engine) == 0
    server.stop()
    with pytest.raises(DatabaseProblem, match="ingen forbindelse"):
        version(postgres_engine)
    with pytest.raises(DatabaseProblem, match="ingen forbindelse"), database.write(postgres_engine):
        raise AssertionError("no write may begin")
    server.start()
    with database.write(postgres_engine):
        pass
    server.stop()
    server.start()
    assert version(postgres_engine) == 1  # on a connection that had no word of it


def test_of_those_who_start_on_a_new_database_one_makes_it(server):
    engines = [database.create(address(server.anew(None))) for _ in range(1)]
    engines += [database.create(address(engines[0].url)) for _ in range(3)]
    assert started_at_once(engines) == ["False"] * 3 + ["True"]


def test_a_connection_that_breaks_while_a_write_is_made_for_good_leaves_it_open_and_the_next_try_knows(
        server, postgres_engine):
    def broken(connection):
        own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with server.server.connect() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({own}, 5000)")

    event.listen(postgres_engine, "commit", broken)
    with pytest.raises(PerhapsDone, match="uvist"), database.write(postgres_engine, once=Once("one", "content")):
        pass
    event.remove(postgres_engine, "commit", broken)
    with database.write(postgres_engine, once=Once("one", "content")):
        pass
    with pytest.raises(AlreadyWritten), database.write(postgres_engine, once=Once("one", "content")):
        raise AssertionError("no write may begin")


def test_what_one_process_saves_is_the_other_s_next_click(server, postgres_engine):
    other = database.create(address(postgres_engine.url))
    assert version(other) == 0
    with database.write(postgres_engine):
        pass
    assert version(other) == 1
    other.dispose()


def test_a_server_that_may_only_be_read_is_read_and_refuses_every_write(server, postgres_engine):
    with server.server.connect() as connection:
        connection.exec_driver_sql(f"ALTER DATABASE {BESIDE} SET default_transaction_read_only = on")
    read_only = database.create(address(postgres_engine.url))
    assert seeding.migrate(read_only) is False  # a start that has nothing to do writes nothing
    assert (version(read_only), health.lacking(read_only)) == (0, None)
    with pytest.raises(DatabaseProblem, match="skrivebeskyttet"), database.write(read_only):
        pass
    with Session(read_only) as session:
        assert len(loading.load(session, EVERYBODY).jobcenters) == len(PROGRAMME.units)
    read_only.dispose()
