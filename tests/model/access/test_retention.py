"""What is too old is taken out of what names people; every figure and count stays as it was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import Session, select

from model.access import log, retention, users
from model.access.log import Act, Wanted
from model.access.retention import CLEARED
from model.access.rights import NotAllowed
from model.access.users import User
from model.access.viewer import Role, Viewer
from model.intake import saving
from model.intake.refusal import SaveRefused
from model.snapshot import loading
from model.store import database
from model.store.tables.access import Approval, LogEntry
from model.store.tables.base import Upload
from model.store.tables.typed import table_of
from tests.model.intake.records.centre_files import STANDING, load
from tests.viewers import EVERYBODY, MANAGER, OPERATIONS, OWN

LONG_AGO, NOW = datetime(2015, 5, 1, tzinfo=UTC), datetime.now(UTC)
LIMIT = datetime(2020, 1, 1, tzinfo=UTC)
CHEF = User("chef", "Anna Hansen", Role.JOBCENTER, frozenset({OWN}), "anna@example.dk")


@pytest.fixture
def used(engine):
    """An old file, an old meeting, a user who left long ago and one who left now."""
    load(engine, STANDING)
    for subject, at in (("gammel", LONG_AGO), ("ny", NOW)):
        user = replace(CHEF, subject=subject)
        users.record(engine, EVERYBODY, user, reason="Anna er ny", at=at - timedelta(days=1))
        users.record(engine, EVERYBODY, replace(user, active=False), reason="Anna er rejst", at=at)
    with database.write(engine) as session:
        session.connection().execute(update(table_of(Upload)).values(received_at=LONG_AGO, file_name="Anna.csv"))
    return engine


def everything(engine):
    """All that is stored, as one text."""
    with engine.connect() as connection:
        return "".join(str(row) for table in ("upload", "user_state", "log_entry")
                       for row in connection.exec_driver_sql(f"SELECT * FROM {table}"))


def test_names_and_files_go_and_figures_stay(used):
    with Session(used) as session:
        before = loading.load(session, EVERYBODY)
    told = retention.survey(used, LIMIT)
    assert (told.files, told.users) == (1, 2) and told.functions and told.entries
    assert retention.purge(used, OPERATIONS, LIMIT) == told
    with Session(used) as session:
        after = loading.load(session, EVERYBODY)
        upload = session.exec(select(Upload)).one()
        with pytest.raises(SaveRefused, match="fjernet"):
            saving.original(session, int(upload.id or 0), EVERYBODY)
        known = {user.subject: user for user in users.listed(session)}
    assert after.recorded("centre").equals(before.recorded("centre")) and after.figures.equals(before.figures)
    assert (upload.file_name, upload.received_by, upload.counts) == (CLEARED, CLEARED, before.uploads.iloc[0]["counts"])
    assert known["ny"].function == "Anna Hansen" and "gammel" not in known
    assert "Anna.csv" not in everything(used) and "gammel" not in everything(used)
    assert retention.survey(used, LIMIT) == retention.Went()


def test_it_is_logged_what_went_and_only_operations_may(used):
    with pytest.raises(NotAllowed):
        retention.purge(used, MANAGER, LIMIT)
    retention.purge(used, OPERATIONS, LIMIT)
    with Session(used) as session:
        newest = log.entries(session, Wanted())[0]
        assert (newest.action, newest.subject) == ("ryddede op", OPERATIONS.subject)
        assert newest.about.startswith("ældre end 1. jan. 2020: 1 gemt fil, ")
        old = session.exec(select(LogEntry).where(LogEntry.at < LIMIT)).all()
        assert {(each.subject, each.function, each.about) for each in old} == {(CLEARED, CLEARED, CLEARED)}


def test_what_is_new_stays_whatever_it_is(used):
    assert retention.purge(used, OPERATIONS, datetime(2000, 1, 1, tzinfo=UTC)) == retention.Went()
    assert all(part in everything(used) for part in ("Anna.csv", "gammel"))


def test_whom_news_were_sent_to_and_who_approved_are_names_too(used):
    from_then = Viewer("anna", "Anna Hansen", Role.JOBCENTER, frozenset({OWN}))
    with database.write(used) as session:
        log.add(session, from_then, Act.SENT_NEWS, unit=OWN, about="anna", at=LONG_AGO)
        session.add(Approval(jobcenter=OWN, month=date(2015, 4, 1), digest="0" * 64, version=1, recorded_at=LONG_AGO,
                             recorded_by="Anna Hansen", recorded_subject="anna"))
    retention.purge(used, OPERATIONS, LIMIT)
    with Session(used) as session:
        [approval] = session.exec(select(Approval)).all()
        assert (approval.recorded_by, approval.recorded_subject) == (CLEARED, CLEARED)
        assert log.entries(session, Wanted(subject="anna")) == []
        assert "anna" not in {each.about for each in session.exec(select(LogEntry))}
