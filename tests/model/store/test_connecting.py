"""A database that goes away, comes back, fills its disk or answers late is told in Danish, and nothing is lost."""

import logging
import resource
import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlmodel import Session

from model.store import database, driver_errors
from model.store.database import DatabaseProblem
from model.store.tables.base import Target
from tests.model.intake.filing import HEAD, load, stored

MARCH = f"{HEAD}2010-03;779;400;41;1\n"


def version(engine: Engine) -> int:
    with database.readable(), Session(engine) as session:
        return database.data_version(session)


def refused(engine: Engine, text: str) -> None:
    with pytest.raises(DatabaseProblem, match=text), database.write(engine):
        raise AssertionError("no write may begin")


def moved(path: Path, to: Path) -> None:
    """The database with its log, as somebody who tidies up moves it."""
    for end in ("", "-wal", "-shm"):
        if Path(f"{path}{end}").exists():
            shutil.move(f"{path}{end}", f"{to}{end}")


@pytest.fixture
def file_engine(empty_file: Path, tmp_path: Path) -> Engine:
    """A database in a file of its own, on whatever the run is."""
    return database.create(f"sqlite:///{shutil.copy(empty_file, tmp_path / 'own.db')}")


def test_a_file_that_is_gone_is_told_and_no_empty_one_is_made_in_its_place(file_engine, tmp_path):
    load(file_engine, MARCH)
    stood = stored(file_engine)
    moved(tmp_path / "own.db", tmp_path / "away.db")
    refused(file_engine, "kan ikke åbnes")
    with pytest.raises(DatabaseProblem, match="kan ikke åbnes"):
        version(file_engine)
    assert not (tmp_path / "own.db").exists()
    moved(tmp_path / "away.db", tmp_path / "own.db")
    assert stored(file_engine) == stood
    assert load(file_engine, f"{HEAD}2010-04;779;400;41;1\n") == 2


def test_what_is_saved_goes_to_the_file_that_lies_there_now(file_engine, empty_file, tmp_path):
    load(file_engine, MARCH)
    moved(tmp_path / "own.db", tmp_path / "old.db")
    shutil.copy(empty_file, tmp_path / "own.db")
    assert stored(file_engine) == {}
    load(file_engine, MARCH)
    anew = database.create(f"sqlite:///{tmp_path}/own.db")
    assert stored(anew) == stored(file_engine) != {}


def test_a_file_without_our_tables_is_told_apart_from_a_fault(file_engine, tmp_path):
    version(file_engine)
    moved(tmp_path / "own.db", tmp_path / "old.db")
    sqlite3.connect(tmp_path / "own.db").execute("CREATE TABLE another (id INTEGER)")
    with pytest.raises(DatabaseProblem, match="Genstart Fremdrift"):
        version(file_engine)


def test_a_full_disk_is_told_and_what_stood_stands(file_engine):
    load(file_engine, MARCH)
    stood = stored(file_engine)
    with file_engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseProblem, match="Disken er fuld"), database.write(file_engine) as session:
        session.add(Target(part="share", scope="regional", value=18, valid_from=date(2010, 3, 1), source="x" * 500_000,
                           reason="prøve", recorded_at=datetime.now(UTC), recorded_by="BRM"))
    assert stored(file_engine) == stood


def test_a_file_that_may_not_grow_is_told_and_what_stood_stands(file_engine):
    load(file_engine, MARCH)
    stood = stored(file_engine)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        refused_to_grow(file_engine)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert stored(file_engine) == stood
    assert load(file_engine, f"{HEAD}2010-04;779;400;41;1\n") == 2


def refused_to_grow(engine: Engine) -> None:
    with pytest.raises(DatabaseProblem, match="Disken"), database.write(engine):
        pass


def test_what_the_database_refuses_is_logged_by_its_code_alone(file_engine, tmp_path, caplog):
    version(file_engine)
    moved(tmp_path / "own.db", tmp_path / "old.db")
    with caplog.at_level(logging.WARNING):
        refused(file_engine, "kan ikke åbnes")
    assert "SQLITE_CANTOPEN" in caplog.text
    assert str(tmp_path) not in caplog.text


class Refusal(Exception):
    """An error of the server's driver with a code, in the words of a server that speaks another language."""

    def __init__(self, sqlstate: str | None) -> None:
        super().__init__("FEJL: et eller andet")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(("sqlstate", "words"), [
    ("57014", "inden for tiden"), ("55P03", "optaget"), ("40P01", "optaget"), ("53300", "optaget"),
    ("25006", "skrivebeskyttet"), ("42501", "rettigheder"), ("53100", "Disken er fuld"), ("08006", "ingen forbindelse"),
    ("57P01", "ingen forbindelse"), ("57P03", "ingen forbindelse"), (None, "ingen forbindelse"), ("42P01", "Genstart")])
def test_a_server_is_understood_by_its_code_whatever_language_it_speaks(sqlstate, words):
    assert words in str(driver_errors.explain(OperationalError("SELECT 1", None, Refusal(sqlstate))))


@pytest.mark.parametrize("sqlstate", ["23505", "22003", "42601"])
def test_a_fault_of_ours_is_not_called_a_fault_of_the_database(sqlstate):
    assert driver_errors.explain(OperationalError("SELECT 1", None, Refusal(sqlstate))) is None


def test_when_every_connection_is_in_use_the_database_is_busy():
    assert "optaget" in str(driver_errors.explain(NoneFree()))
