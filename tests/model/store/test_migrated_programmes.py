"""An older database grows to where every row says which programme it is of, on SQLite and PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from model.programmes.current import BESIDE, PROGRAMME
from model.snapshot import loading
from model.store import database, facts, seeding
from model.store.tables.base import ColumnProfile, OfProgramme
from model.store.tables.meetings import DialogueMeeting, Story, WrittenSample
from model.store.tables.peers import PeerGroup
from tests.model.store.revisions import at_revision, everything, put, used
from tests.viewers import EVERYBODY

OWN = ("upload", "column_profile", "target", "dialogue_meeting", "story", "written_sample", "peer_group", "activity",
       "course_day")


@pytest.fixture
def at_ninth(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision before programmes, with a row in every table whose rows belong to one now."""
    found = at_revision(any_engine, tmp_path, "0009", *seeding.rows(), *seeding.plan_rows())
    used(found)
    said = {"recorded_at": datetime(2010, 4, 10, tzinfo=UTC), "recorded_by": "BRM"}
    with database.write(found) as session:
        put(session, WrittenSample(id=1, loaded_at=said["recorded_at"]),
            DialogueMeeting(jobcenter="779", held_on=date(2010, 4, 11), opened_at=said["recorded_at"], opened_by="BRM"),
            Story(number=1, title="Fra kantine til job", description="Det gik godt.", state="udgivet", **said),
            PeerGroup(number=1, name="Vest", jobcenters=["665", "779"], reason="prøve", **said),
            ColumnProfile(dataset="maanedstal", fingerprint="f" * 64, name="Vest", mapping={"labels": {}}, **said))
    yield found
    found.dispose()


def test_everything_there_was_belongs_to_the_campaign(at_ninth):
    before = everything(at_ninth)
    seeding.migrate(at_ninth)
    with at_ninth.connect() as connection:
        owners = {own: set(connection.exec_driver_sql(f"SELECT programme FROM {own}").scalars()) for own in OWN}
    assert owners == {own: {PROGRAMME.id} for own in OWN}
    assert everything(at_ninth) == before
    with Session(at_ninth) as session:
        world = loading.load(session, EVERYBODY)
    assert (len(world.uploads), len(world.written.meetings), len(world.written.stories)) == (2, 1, 1)


def test_no_row_of_those_is_without_a_programme(at_ninth):
    seeding.migrate(at_ninth)
    for own in OWN:
        with pytest.raises(IntegrityError), at_ninth.begin() as connection:
            connection.exec_driver_sql(f"UPDATE {own} SET programme = NULL")


def test_every_table_of_rows_of_a_programme_says_so():
    assert {kind.__tablename__ for kind in OfProgramme.__subclasses__()} == {
        *OWN, "reminder", "edition", "edition_missing", "approval", "sender_token", "plan_change"}


@pytest.fixture
def at_seventeenth(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision in which every upload was the shown programme's, with two that are of projects."""
    found = at_revision(any_engine, tmp_path, "0017", *seeding.rows(), *seeding.plan_rows())
    used(found)
    middelfart, contract = "Middelfart", next(iter(BESIDE.values())).name
    with found.begin() as connection:
        for number, project in ((1, middelfart), (2, middelfart), (2, contract)):
            connection.exec_driver_sql(
                """INSERT INTO point_followed (project, point, "on", upload_id, status, marks) """
                f"VALUES ('{project}', '1. Virksomhedscenterplads', '2014-05-01', {number}, 'i gang', '{{}}')")
    yield found
    found.dispose()


def test_an_upload_of_one_programmes_projects_becomes_its_own_and_one_of_several_stays(at_seventeenth):
    seeding.migrate(at_seventeenth)
    with Session(at_seventeenth) as session:
        assert facts.uploads(session)["programme"].tolist() == [PROGRAMME.id, "vc_generation_2"]
