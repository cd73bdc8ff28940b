"""A house in which the meetings of networks are declared."""

import pytest
from sqlalchemy import Engine

from tests.model.intake.newcomer.declaration import declare


@pytest.fixture
def engine(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    declare(engine, monkeypatch)
    return engine
