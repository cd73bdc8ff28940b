"""Running the command line as a program would, and files to run it on."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from model.__main__ import main
from model.intake.examine import examine
from model.intake.saving import apply
from model.store import database
from tests.model.commands.files import BASELINE, MARCH
from tests.model.intake.filing import at
from tests.viewers import named


@pytest.fixture
def run(capsys):
    """Run a command; (exit status, standard output, standard error)."""
    def running(*words):
        status = main([str(word) for word in words])
        told = capsys.readouterr()
        return status, told.out, told.err
    return running


@pytest.fixture
def lines(run):
    """Run a command with --json; (exit status, the objects, one a line)."""
    def running(*words):
        status, out, _ = run(*words, "--json")
        return status, [json.loads(line) for line in out.splitlines()]
    return running


@pytest.fixture
def file(tmp_path):
    def making(text, name="tal.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path
    return making


@pytest.fixture(scope="session")
def two_months(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the figures of a month before the campaign and of one in it; copy it, never write to it."""
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("two_months") / "test.db"))
    engine = database.create(f"sqlite:///{path}")
    for text, received in ((BASELINE, date(2009, 10, 12)), (MARCH, date(2010, 4, 12))):
        report = examine(engine, "tal.csv", text.encode(), received_on=received)
        apply(engine, report, content=text.encode(), viewer=named("test"),
              received_at=at(received.year, received.month, received.day))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture
def published(run, loaded):
    """Its newer month is published too."""
    assert run("publish", "--by", "konsulent")[0] == 0


@pytest.fixture
def loaded(two_months, tmp_path):
    """This test's own database has the figures of two months."""
    shutil.copy(two_months, tmp_path / "test.db")
