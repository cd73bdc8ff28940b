"""Meetings with jobcenters stand as they were when meetings with projects come, on SQLite and PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from model.store import meeting_facts, seeding
from tests.model.store.revisions import at_revision

OPENED = "'2010-04-10 08:00:00.000000', 'BRM'"
ROWS = (
    "INSERT INTO dialogue_meeting (programme, id, jobcenter, held_on, opened_at, opened_by, month, closed_at, "
    "closed_by, figures, document) VALUES ('virksomhedscenterkampagnen', 7, '779', '2010-04-11', " + OPENED + ", "
    """'2010-03-01', '2010-04-11 12:00:00.000000', 'BRM', '{"vist": 1}', {bytes})""",
    f"INSERT INTO dialogue_meeting (programme, id, jobcenter, held_on, opened_at, opened_by) VALUES "
    f"('virksomhedscenterkampagnen', 9, '779', '2010-05-11', {OPENED})",
    f"INSERT INTO meeting_note (id, meeting_id, text, recorded_at, recorded_by) VALUES (1, 9, 'Noter', {OPENED})",
    "INSERT INTO agreement (id, meeting_id, text, responsible, due, recorded_at, recorded_by) VALUES "
    f"(1, 7, 'Åbne to centre', 'BRM', '2010-06-01', {OPENED})")
BYTES = {"sqlite": "X'00ff'", "postgresql": r"'\x00ff'"}


@pytest.fixture
def at_eighteenth(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision before, with a closed and an open meeting and what hangs on them."""
    found = at_revision(any_engine, tmp_path, "0018", *seeding.rows(), *seeding.plan_rows())
    with found.begin() as connection:
        for row in ROWS:
            connection.exec_driver_sql(row.replace("{bytes}", BYTES[found.dialect.name]))
    yield found
    found.dispose()


def test_meetings_stand_with_what_hangs_on_them(at_eighteenth):
    assert seeding.migrate(at_eighteenth) is False
    with Session(at_eighteenth) as session:
        book = meeting_facts.written(session)
        assert book.meetings[["id", "unit"]].to_numpy().tolist() == [[7, "779"], [9, "779"]]
        assert book.agreements["text"].tolist() == ["Åbne to centre"]
        assert meeting_facts.notes(session, 9).text == "Noter"
        assert (meeting_facts.kept(session, 7), meeting_facts.document(session, 7)) == ({"vist": 1}, b"\x00\xff")


@pytest.mark.parametrize("row", [
    "UPDATE dialogue_meeting SET jobcenter = '000' WHERE id = 9", "UPDATE dialogue_meeting SET jobcenter = NULL",
    "UPDATE dialogue_meeting SET project = 'Middelfart'", "DELETE FROM dialogue_meeting",
    "UPDATE dialogue_meeting SET held_on = '2010-04-11'", "UPDATE dialogue_meeting SET closed_by = NULL",
    "UPDATE dialogue_meeting SET jobcenter = NULL, project = 'Middelfart', held_on = '2014-05-01'",
    "UPDATE dialogue_meeting SET programme = NULL"])
def test_the_rules_of_meetings_hold_after_the_migration(at_eighteenth, row):
    seeding.migrate(at_eighteenth)
    with pytest.raises(IntegrityError), at_eighteenth.begin() as connection:
        connection.exec_driver_sql(row)
