"""A house in which the meetings of networks are declared: their line in the register, and their table."""

import pytest
from sqlalchemy import Engine

from model.intake.datasets.register import DATASETS
from model.store.tables.typed import table_of
from tests.model.intake.newcomer.declaration import MEETINGS


@pytest.fixture
def engine(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setitem(DATASETS, MEETINGS.name, MEETINGS)
    table_of(MEETINGS.table).create(engine)
    return engine
