"""An older database grows to the newest revision with everything in it as it was, on SQLite and PostgreSQL."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel, func, select

from model.programmes.current import PLAN, PROGRAMME
from model.store import database, facts, meeting_facts, record_facts, seeding
from model.store.tables.activities import Activity, Counselling, CourseDay
from model.store.tables.base import Jobcenter
from model.writing.recording import record_activity
from model.writing.reminders import record_reminder, withdraw_reminder
from tests.model.store.revisions import MARCH, at_revision, everything, used
from tests.viewers import named


@pytest.fixture
def old(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database at the first revision that people have used, once on SQLite and once on PostgreSQL."""
    found = at_revision(any_engine, tmp_path, "0001", *seeding.rows())
    used(found)
    yield found
    found.dispose()


def test_the_first_revision_knows_no_activities(old):
    assert not {"activity", "course_day", "attendance"} & set(inspect(old).get_table_names())


def test_figures_uploads_and_targets_are_as_they_were(old):
    before = everything(old)
    assert seeding.migrate(old) is False
    assert everything(old) == before
    with Session(old) as session:
        current = facts.figures(session).astype(object)
    current = current.where(current.notna(), None)
    assert set(current[["jobcenter", "value", "mark"]].itertuples(index=False, name=None)) == {
        ("779", 44, None), ("665", None, "hidden")}


def test_the_plan_is_in_the_new_tables(old):
    seeding.migrate(old)
    with Session(old) as session:
        days = {day.code: day.held_on for day in session.exec(select(CourseDay))}
        titles = session.exec(select(Activity.title).order_by(Activity.number)).all()
    assert days == {day.code: day.held_on for day in (*PLAN.courses.days, *PLAN.mentor_courses.days)}
    assert titles == [each.title for each in PLAN.activities]


def test_the_schema_is_the_one_the_tables_describe(old):
    seeding.migrate(old)
    with old.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


@pytest.fixture
def at_fourth(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision before samples of what is written, with an open meeting and a story."""
    found = at_revision(any_engine, tmp_path, "0004", *seeding.rows(), *seeding.plan_rows())
    with found.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO dialogue_meeting (id, jobcenter, held_on, opened_at, opened_by) "
            "VALUES (1, '779', '2010-04-11', '2010-04-10 08:00:00.000000', 'BRM')")
        connection.exec_driver_sql(
            "INSERT INTO story (id, number, title, description, partners, theme, state, recorded_at, recorded_by) "
            "VALUES (1, 1, 'Fra kantine til job', 'Det gik godt.', '', '', 'udgivet', '2010-04-10 08:00:00.000000', "
            "'BRM')")
        connection.exec_driver_sql(
            "INSERT INTO agreement (id, meeting_id, text, responsible, due, recorded_at, recorded_by) "
            "VALUES (1, 1, 'Åbne to centre', 'BRM', '2010-06-01', '2010-04-11 08:00:00.000000', 'BRM')")
    yield found
    found.dispose()


def test_meetings_and_stories_that_people_wrote_are_real_and_kept(at_fourth):
    seeding.migrate(at_fourth)
    with Session(at_fourth) as session:
        book = meeting_facts.written(session)
    assert (book.meetings["id"].tolist(), book.stories["number"].tolist(), book.sample) == ([1], [1], False)
    assert book.agreements["text"].tolist() == ["Åbne to centre"]


@pytest.mark.parametrize("row", [
    "INSERT INTO dialogue_meeting (id, jobcenter, held_on, opened_at, opened_by) "
    "VALUES (2, '779', '2010-04-11', '2010-04-10 08:00:00.000000', 'BRM')",
    "UPDATE dialogue_meeting SET closed_by = 'BRM'", "UPDATE dialogue_meeting SET sample_id = 7",
    "UPDATE agreement SET withdrawn_by = 'BRM'", "UPDATE agreement SET replaces = 99"])
def test_the_meetings_rules_hold_after_the_migration(at_fourth, row):
    seeding.migrate(at_fourth)
    with pytest.raises(IntegrityError), at_fourth.begin() as connection:
        connection.exec_driver_sql(row)


@pytest.fixture
def at_fifth(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision before wishes for counselling, with an offer of it and its answers."""
    found = at_revision(any_engine, tmp_path, "0005", *seeding.rows(), *seeding.plan_rows())
    used(found)
    with found.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO counselling (jobcenter, upload_id, status, offered_on, answer_b, marks) "
            """VALUES ('779', 1, 'tilbudt', '2009-12-01', 'Ingen erfaring', '{"held_on": "missing"}')""")
    yield found
    found.dispose()


def test_counselling_is_kept_and_may_be_wished_for(at_fifth):
    seeding.migrate(at_fifth)
    with Session(at_fifth) as session:
        [row] = record_facts.records(session, Counselling).to_dict("records")
        assert (row["status"], f"{row['offered_on']:%Y-%m-%d}", row["answer_b"], row["held_on_mark"]) == (
            "tilbudt", "2009-12-01", "Ingen erfaring", "missing")
        session.add(Counselling(jobcenter="665", upload_id=2, status="ønsket", wished_on=MARCH, marks={}))
        session.commit()


@pytest.mark.parametrize("row", [
    "UPDATE counselling SET status = 'måske'", "UPDATE counselling SET upload_id = 99",
    "UPDATE counselling SET jobcenter = '000'", "UPDATE counselling SET marks = NULL",
    "INSERT INTO counselling (jobcenter, upload_id, marks) VALUES ('779', 1, '{}')",
    "INSERT INTO course_day_event (course_day, upload_id, event, marks) VALUES ('K1', 1, 'udsat', '{}')",
    "INSERT INTO course_day_event (course_day, upload_id, event, marks) VALUES ('K9', 1, 'aflyst', '{}')"])
def test_the_rules_of_counselling_and_course_days_hold_after_the_migration(at_fifth, row):
    seeding.migrate(at_fifth)
    with pytest.raises(IntegrityError), at_fifth.begin() as connection:
        connection.exec_driver_sql(row)


@pytest.fixture
def at_tenth(any_engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision before reminders that people have used."""
    found = at_revision(any_engine, tmp_path, "0010", *seeding.rows(), *seeding.plan_rows())
    used(found)
    yield found
    found.dispose()


def test_reminders_are_kept_beside_all_there_was(at_tenth):
    before = everything(at_tenth)
    seeding.migrate(at_tenth)
    assert everything(at_tenth) == before
    first = record_reminder(at_tenth, jobcenter="779", month=MARCH, viewer=named("BRM"))
    assert withdraw_reminder(at_tenth, first, viewer=named("BRM")) == first + 1


@pytest.mark.parametrize("row", [
    "UPDATE reminder SET programme = NULL", "UPDATE reminder SET jobcenter = '000'",
    "UPDATE reminder SET withdraws = 99", "UPDATE reminder SET withdraws = 1"])
def test_the_rules_of_reminders_hold_after_the_migration(at_tenth, row):
    seeding.migrate(at_tenth)
    for month in (MARCH, date(2010, 2, 1)):
        record_reminder(at_tenth, jobcenter="779", month=month, viewer=named("BRM"))
    with pytest.raises(IntegrityError), at_tenth.begin() as connection:
        connection.exec_driver_sql(row)


def test_the_tables_remade_on_sqlite_are_kept_by_their_key(tmp_path):
    made = database.create(f"sqlite:///{tmp_path}/new.db")
    seeding.migrate(made)
    with made.connect() as connection:
        told = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'counselling'").scalar_one()
    made.dispose()
    assert "WITHOUT ROWID" in told


def test_a_second_start_adds_nothing_and_leaves_a_changed_plan_alone(old):
    seeding.migrate(old)
    record_activity(old, number=2, title="Hotline", target_group="Jobcentrene", responsible="BRM", schedule="Til nytår",
                    starts=None, ends=None, source="møde", reason="prøve", viewer=named("prøve"))
    assert seeding.migrate(old) is False
    with Session(old) as session:
        counts = {kind: session.exec(select(func.count()).select_from(kind)).one()
                  for kind in (Activity, CourseDay, Jobcenter)}
    assert counts == {Activity: 7, CourseDay: 12, Jobcenter: 19}


def test_a_schema_does_not_grow_for_a_programme_whose_database_it_is_not(old, monkeypatch):
    before = everything(old)
    monkeypatch.setattr(seeding, "PROGRAMME", PROGRAMME.model_copy(update={"id": "en_anden"}))
    with pytest.raises(database.DatabaseProblem, match="ikke ændret noget"):
        seeding.migrate(old)
    assert everything(old) == before and not inspect(old).has_table("course_day")
