"""Backups made once for all tests of them: of the sample, and of a database in which nothing was written."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from model.backup import making
from model.store import database


def _backup(made_of: Path, folder: Path) -> Path:
    engine = database.create(f"sqlite:///{shutil.copy(made_of, folder / 'source.db')}")
    making.make(engine, folder / "backup.zip")
    engine.dispose()
    return folder / "backup.zip"


@pytest.fixture(scope="session")
def backup_of_sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Never write to it."""
    return _backup(sample_file, tmp_path_factory.mktemp("backup"))


@pytest.fixture(scope="session")
def backup_of_nothing(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Never write to it."""
    return _backup(empty_file, tmp_path_factory.mktemp("backup"))


@pytest.fixture
def elsewhere(empty_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """An empty, migrated database beside the test's own."""
    found = database.create(f"sqlite:///{shutil.copy(empty_file, tmp_path / 'elsewhere.db')}")
    yield found
    found.dispose()
