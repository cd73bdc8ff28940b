"""Fixtures every test may use: a fresh migrated database, and the household around it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from model import database, settings
from model.importing import sample


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the machine's settings or writes outside its own folder."""
    for name in [n for n in os.environ if n.startswith("FREMDRIFT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", f"sqlite:///{tmp_path}/test.db")
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "never")
    settings.load.cache_clear()
    yield
    settings.load.cache_clear()


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An empty, migrated database of this test's own (the one of FREMDRIFT_DATABASE_URL)."""
    found = database.create()
    database.migrate(found)
    yield found
    found.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all the sample data in it, made once; copy it, never write to it."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    made = database.create(f"sqlite:///{path}")
    database.migrate(made)
    sample.load_sample(made)
    made.dispose()
    return path


@pytest.fixture
def sample_engine(sample_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """This test's own database (the one of FREMDRIFT_DATABASE_URL), filled with the sample data."""
    shutil.copy(sample_file, tmp_path / "test.db")
    found = database.create()
    yield found
    found.dispose()
