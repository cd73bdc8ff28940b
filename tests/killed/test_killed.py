"""Fifty processes killed at the steps of a save, an undo, a publication, a meeting, a migration and a backup.

Nothing is torn. ``make long`` kills more than a thousand, on both databases, within statements and at any moment, and
says how many.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from model.store import database
from tests.killed import counting
from tests.killed.counting import Count, Ground
from tests.killed.deeds import KINDS, Deed
from tests.killed.reporting import KILLS, TORN
from tests.model.store.revisions import upgraded
from tests.servers import Server, address

FEW = {"save": 8, "undo": 7, "publish": 7, "close": 7, "agree": 7, "migrate": 7, "backup": 7}  # kills with every change
SOME = 5  # kills of a whole server, of each kind
MANY = 70  # of each kind, each way and on each database


def spread(count: int, among: int) -> list[int]:
    """So many steps, evenly from the first to the last."""
    wanted = min(count, among)
    return sorted({1 + round(at * (among - 1) / max(wanted - 1, 1)) for at in range(wanted)})


@pytest.fixture
def on_file(empty_file: Path, tmp_path: Path) -> Callable[[str], tuple[Ground, Deed]]:
    """The ground of a kind of deed in a file, and the deed."""
    def ready(kind: str) -> tuple[Ground, Deed]:
        prepared = tmp_path / "prepared.db"
        if since := KINDS[kind].since:
            engine = database.create(f"sqlite:///{prepared}")
            upgraded(engine, since)
        else:
            shutil.copy(empty_file, prepared)
            engine = database.create(f"sqlite:///{prepared}")
        deed = KINDS[kind].ready(engine, tmp_path)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        return counting.on_file(prepared, tmp_path), deed
    return ready


@pytest.fixture
def on_the_server(server: Server, tmp_path: Path) -> Callable[[str], tuple[Ground, Deed]]:
    """The same on PostgreSQL."""
    def ready(kind: str) -> tuple[Ground, Deed]:
        since = KINDS[kind].since
        url = server.anew(None, "prepared") if since else server.anew(name="prepared")
        engine = database.create(address(url))
        if since:
            upgraded(engine, since)
        deed = KINDS[kind].ready(engine, tmp_path)
        engine.dispose()
        server.made.add("prepared")
        return Ground(address(make_url(url).set(database="ground")), tmp_path,
                      lambda: server.anew("prepared", "ground")), deed
    return ready


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Callable[[str, Count], None]:
    """Says what came of the kills and notes it for the end of the run; nothing may be torn."""
    def tell(kind: str, count: Count) -> None:
        print(f"{kind}: {count.kills} killed, {count.before} left what stood, {count.after} all of it, "
              f"{len(count.torn)} torn")
        record_property(KILLS, count.kills)
        record_property(TORN, len(count.torn))
        assert count.torn == []
    return tell


@pytest.mark.every
@pytest.mark.on_file
@pytest.mark.parametrize("kind", KINDS)
def test_a_process_killed_on_the_way_leaves_all_of_it_or_nothing(on_file, told, kind):
    ground, deed = on_file(kind)
    count = counting.at_steps(ground, deed, spread(FEW[kind], counting.steps(ground, deed)))
    told(kind, count)
    assert count.kills == FEW[kind]
    assert count.before and (count.after or not KINDS[kind].changes)


@pytest.mark.on_file
@pytest.mark.long
@pytest.mark.parametrize("within", [False, True], ids=["between", "within"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_process_killed_at_any_step_leaves_all_of_it_or_nothing(on_file, told, kind, within):
    ground, deed = on_file(kind)
    told(kind, counting.at_steps(ground, deed, spread(MANY, counting.steps(ground, deed, within=within)),
                                 within=within))


@pytest.mark.on_file
@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_a_process_killed_at_any_moment_leaves_all_of_it_or_nothing(on_file, told, kind):
    ground, deed = on_file(kind)
    chance = random.Random(kind)
    told(kind, counting.at_moments(ground, deed, [chance.uniform(0, 1.2) for _ in range(MANY)]))


@pytest.mark.postgres
@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_a_process_killed_at_any_step_leaves_a_server_with_all_of_it_or_nothing(on_the_server, told, kind):
    ground, deed = on_the_server(kind)
    told(kind, counting.at_steps(ground, deed, spread(MANY, counting.steps(ground, deed))))


@pytest.mark.postgres
@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_a_server_killed_at_any_moment_has_all_of_it_or_nothing_when_it_is_back(server, on_the_server, told, kind):
    ground, deed = on_the_server(kind)
    chance = random.Random(kind)

    def kill() -> None:
        server.kill()
        server.start()

    told(kind, counting.of_server(ground, deed, [chance.uniform(0, 1.2) for _ in range(SOME)], kill))
