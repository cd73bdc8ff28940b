"""The sample data as they were before anything was published."""

import pytest
from sqlalchemy import Engine, delete

from model.store.tables.editions import EditionCell, EditionWithdrawal, PublishedEdition


@pytest.fixture
def sample(sample_engine: Engine) -> Engine:
    """This test's own database with the sample data and no edition."""
    with sample_engine.begin() as connection:
        for table in (EditionWithdrawal, EditionCell, PublishedEdition):
            connection.execute(delete(table))
    return sample_engine
