"""A database to read files against."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from model.store import database


@pytest.fixture(scope="module")
def read(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database that every file is checked against and none is saved in."""
    copy = shutil.copy(empty_file, tmp_path_factory.mktemp("account") / "test.db")
    engine = database.create(f"sqlite:///{copy}")
    yield engine
    engine.dispose()
