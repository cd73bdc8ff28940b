"""The database refuses clearly and loses nothing: damaged, foreign, newer, read-only, locked, two writers at once."""

import os
import sqlite3
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlmodel import Session, SQLModel, func, select

from model.programmes.current import PROGRAMME
from model.store import database, seeding
from model.store.database import DatabaseProblem, Stale
from model.store.tables.base import DataVersion, Jobcenter, Target
from tests.model.store.starting import started_at_once


def at(path: Path) -> Engine:
    return database.create(f"sqlite:///{path}")


def test_first_migration_fills_the_reference_data_and_the_second_does_nothing(tmp_path):
    engine = at(tmp_path / "new" / "folder" / "x.db")
    assert seeding.migrate(engine) is True
    assert seeding.migrate(engine) is False
    with Session(engine) as session:
        assert session.exec(select(func.count()).select_from(Jobcenter)).one() == len(PROGRAMME.units) == 19
        assert {t.part for t in session.exec(select(Target))} == {
            "share", "increase", "self_supporting", "national", "baseline_month"}


def test_migrations_and_tables_say_the_same(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_a_migration_s_file_begins_with_its_revision():
    script = ScriptDirectory(str(database.MIGRATIONS))
    assert {Path(each.path).name.partition("_")[0] for each in script.walk_revisions()} == {
        each.revision for each in script.walk_revisions()}
    assert script.get_current_head() == max(each.revision for each in script.walk_revisions())


def test_a_start_with_nothing_to_migrate_needs_no_alembic(engine, monkeypatch):
    monkeypatch.setitem(sys.modules, "alembic", None)
    assert seeding.migrate(engine) is False


def test_tile_grid_has_no_two_jobcenters_on_one_place():
    places = [unit.tile for unit in PROGRAMME.units]
    assert len(set(places)) == len(places)
    assert all(0 <= row < 5 and 0 <= column < 5 for row, column in places)


def test_two_processes_may_start_on_one_empty_database(tmp_path):
    path = tmp_path / "shared.db"
    engines = [at(path) for _ in range(6)]
    assert started_at_once(engines) == ["False"] * 5 + ["True"]


def test_a_start_waits_for_another_that_is_making_the_file(tmp_path):
    path = tmp_path / "shared.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
    done.start()
    assert seeding.migrate(at(path)) is True
    done.join()
    other.close()


@pytest.mark.parametrize("content", [b"this is a letter, not a database, and long enough to be read as one" * 50,
                                     b"\x89PNG\r\n\x1a\n" + bytes(3000)])
def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path, content):
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseProblem, match="ikke en database"):
        seeding.migrate(at(path))
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused_untouched(tmp_path):
    path = tmp_path / "foreign.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE customers (id INTEGER)")
    with pytest.raises(DatabaseProblem, match="et andet program"):
        seeding.migrate(at(path))
    with sqlite3.connect(path) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["customers"]


def test_a_newer_schema_is_refused_untouched(engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseProblem, match="nyere udgave"):
        seeding.migrate(engine)


def test_a_damaged_database_says_so(tmp_path):
    path = tmp_path / "damaged.db"
    engine = at(path)
    seeding.migrate(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    content = bytearray(path.read_bytes())
    content[100:] = os.urandom(len(content) - 100)
    path.write_bytes(content)
    with pytest.raises(DatabaseProblem, match=r"beskadiget|ikke en database"):
        seeding.migrate(at(path))
    assert path.read_bytes() == bytes(content)


def test_a_locked_database_says_so_and_nothing_is_written(engine, tmp_path, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_BUSY_SECONDS", "0.1")
    database.settings.load.cache_clear()
    impatient = at(tmp_path / "test.db")
    with sqlite3.connect(tmp_path / "test.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseProblem, match="optaget"), database.write(impatient):
            raise AssertionError("no write may begin")
        other.execute("ROLLBACK")
    with Session(engine) as session:
        assert database.data_version(session) == 0


@pytest.mark.on_file
def test_a_read_only_database_can_be_read_and_refuses_writing(engine, tmp_path, monkeypatch):
    engine.dispose()
    monkeypatch.chdir(tmp_path)  # the address is no path, but a folder by its name is made
    read_only = database.create(f"sqlite:///file:{tmp_path}/test.db?mode=ro&uri=true")
    with Session(read_only) as session:
        assert database.data_version(session) == 0
    with pytest.raises(DatabaseProblem, match="skrivebeskyttet"), database.write(read_only):
        raise AssertionError("no write may begin")


def test_a_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(DatabaseProblem, match="FREMDRIFT_DATABASE_URL"):
        at(tmp_path / "file" / "x.db")


def test_of_two_who_checked_against_the_same_state_one_is_refused(engine):
    with Session(engine) as session:
        seen = database.data_version(session)
    with database.write(engine, seen=seen):
        pass
    with pytest.raises(Stale, match="Kontrollér igen"), database.write(engine, seen=seen):
        raise AssertionError("the second write may not begin")


def write_and_fail(engine: Engine) -> None:
    with database.write(engine) as session:
        session.add(Jobcenter(code="999", name="X", landsdel="Østjylland", tile_row=0, tile_column=0,
                              participates_from=date(2009, 1, 1), participates_to=date(2011, 1, 1)))
        session.flush()
        raise RuntimeError("halfway")


def test_a_write_that_fails_leaves_nothing(engine):
    with pytest.raises(RuntimeError, match="halfway"):
        write_and_fail(engine)
    with Session(engine) as session:
        assert session.get(Jobcenter, "999") is None
        assert session.exec(select(DataVersion.n)).one() == 0


KILLED = """
import os, signal
from model.store import database
from model.store.tables.base import ColumnProfile
from datetime import UTC, datetime
engine = database.create()
with database.write(engine) as session:
    for i in range(500):
        session.add(ColumnProfile(dataset="maanedstal", fingerprint=str(i), name="x", mapping={},
                                  recorded_at=datetime.now(UTC), recorded_by="x"))
    session.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_in_mid_save_leaves_nothing(engine):
    died = subprocess.run([sys.executable, "-c", KILLED], check=False, cwd=Path(__file__).parents[3])
    assert died.returncode == -9
    with Session(engine) as session:
        assert database.data_version(session) == 0
        assert session.connection().execute(text("SELECT COUNT(*) FROM column_profile")).scalar() == 0
