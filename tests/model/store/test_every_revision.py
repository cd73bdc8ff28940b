"""From whatever revision a database is updated, every row of every table it had then stands afterwards as it was."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine
from sqlmodel import SQLModel

from model.backup.tables import read, tables
from model.store import database, seeding
from tests.model.store.revisions import at_revision, upgraded, used

EARLIER = sorted(database.revisions())[:-1]
WRITTEN = {  # what people wrote in the tables that came with a revision
    "0003": ("INSERT INTO peer_group (number, name, jobcenters, reason, recorded_at, recorded_by) VALUES "
             """(1, 'Vest', '["665", "779"]', 'prøve', '2010-04-10 08:00:00.000000', 'BRM')""",),
    "0004": ("INSERT INTO dialogue_meeting (id, jobcenter, held_on, opened_at, opened_by) VALUES "
             "(1, '779', '2010-04-11', '2010-04-10 08:00:00.000000', 'BRM')",
             "INSERT INTO story (id, number, title, description, partners, theme, state, recorded_at, recorded_by) "
             "VALUES (1, 1, 'Fra kantine til job', 'Det gik godt.', '', '', 'udgivet', '2010-04-10 08:00:00.000000', "
             "'BRM')",
             "INSERT INTO agreement (id, meeting_id, text, responsible, due, recorded_at, recorded_by) VALUES "
             "(1, 1, 'Åbne to centre', 'BRM', '2010-06-01', '2010-04-11 08:00:00.000000', 'BRM')"),
    "0005": ("INSERT INTO counselling (jobcenter, upload_id, status, offered_on, answer_b, marks) VALUES "
             """('779', 1, 'tilbudt', '2009-12-01', 'Ingen erfaring', '{"held_on": "missing"}')""",),
    "0007": ("INSERT INTO used_key (key, content, used_on, used_at) VALUES "
             "('en', 'to', '2010-04-10', '2010-04-10 08:00:00.000000')",),
    "0011": ("INSERT INTO reminder (programme, jobcenter, month, recorded_at, recorded_by) VALUES "
             "('virksomhedscenterkampagnen', '779', '2010-03-01', '2010-04-10 08:00:00.000000', 'BRM')",),
    "0012": ("INSERT INTO meeting_detail (meeting_id, participants, next_on, recorded_at, recorded_by) VALUES "
             "(1, 'jobcenterchefen', '2010-06-01', '2010-04-11 08:00:00.000000', 'BRM')",),
}
Rows = dict[str, list[Mapping[str, Any]]]


@pytest.fixture(params=EARLIER)
def old(request: pytest.FixtureRequest, any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of an earlier revision, on which the programme was used from the first one."""
    made = at_revision(any_engine, tmp_path, EARLIER[0], *seeding.rows())
    used(made)
    for revision in EARLIER[1:EARLIER.index(request.param) + 1]:
        upgraded(made, revision)
        with made.begin() as connection:
            for row in WRITTEN.get(revision, ()):
                connection.exec_driver_sql(row)
    yield made
    made.dispose()


def everything(engine: Engine) -> Rows:
    with engine.connect() as connection:
        return {table.name: [dict(zip(table.names, row, strict=True)) for row in read(connection, table)]
                for table in tables(connection)}


def test_every_row_stands_after_the_update_as_it_was(old):
    before = everything(old)
    assert len(before["figure"]) == 4 and len(before["target"]) > 1
    assert seeding.migrate(old) is False
    after = everything(old)
    for table, rows in before.items():
        stands = [{name: row.get(name) for name in was} for was, row in zip(rows, after[table], strict=False)]
        assert stands == rows, table
    with old.connect() as connection:
        assert database.revision(connection) == max(database.revisions())
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
