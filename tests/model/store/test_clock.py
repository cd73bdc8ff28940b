"""The machine's clock is put back: of two that were written the one that was written last holds, by its number.

The first is written, and its moments are laid a year ahead, as if the clock had been there then.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, update
from sqlmodel import Session, SQLModel

from model.access import users
from model.access.users import User
from model.access.viewer import Role
from model.basics.formatting import today
from model.intake.saving import SaveRefused
from model.snapshot import loading
from model.store import meeting_facts, unit_facts
from model.store.tables.meetings import DRAFT
from model.subjects.goals.figures.targets import resolve
from model.writing import meetings
from model.writing.peers import record_peers, standing
from model.writing.recording import record_target
from model.writing.stories import write_story
from model.writing.units import Closing, record_closing
from tests import viewers
from tests.model.intake.filing import HEAD, check, load
from tests.model.meetings import met
from tests.pages.opening import fill
from tests.viewers import EVERYBODY, named

WHO = {"reason": "prøve", "viewer": named("BRM")}
MARCH = date(2010, 3, 1)
USED = datetime(2020, 1, 1, tzinfo=UTC)  # what begins with the database is older
Kind = tuple[Callable[[Engine, int], object], Callable[[Engine, Session], object]]  # writes the first or second; reads


def ahead(engine):
    """Lay every moment that something was recorded at a year ahead."""
    with engine.begin() as connection:
        for table in SQLModel.metadata.sorted_tables:
            for name in {"recorded_at", "received_at"} & set(table.columns.keys()):
                column = table.columns[name]
                connection.execute(update(table).where(column > USED).values(
                    {name: datetime.now(UTC) + timedelta(days=365)}))


def _target(engine, value):
    record_target(engine, part="share", scope="regional", value=value, source="aftale", **WHO)


def _target_read(_, session):
    return resolve(loading.load(session, EVERYBODY).targets, "share", "779", MARCH).value


def _klynge(engine, value):
    record_peers(engine, name=str(value), jobcenters=["665", "779"], number=None if value == 1 else 1, **WHO)


def _notes(engine, value):
    if value == 1:
        fill(engine)
        met(engine)
    meetings.write_notes(engine, 1, text=str(value), based_on=None if value == 1 else 1, viewer=named("BRM"))


def _user(engine, value):
    users.record(engine, viewers.EVERYBODY, User("x", str(value), Role.REGION), reason="prøve")


def _story(engine, value):
    write_story(engine, title=str(value), description="Den er god.", state=DRAFT, number=None if value == 1 else 1,
                viewer=named("BRM"))


def _closing(engine, value):
    record_closing(engine, Closing(["779"], date(2010, 5 + value, 1)), **WHO)


KINDS: dict[str, Kind] = {
    "target": (_target, _target_read), "klynge": (_klynge, lambda _, session: int(standing(session)[1].name)),
    "notes": (_notes, lambda _, session: int(meeting_facts.notes(session, 1).text)),
    "user": (_user, lambda _, session: int(users.by_subject(session, "x").function)),
    "story": (_story, lambda _, session: int(meeting_facts.written(session).stories["title"].iloc[0])),
    "closing": (_closing, lambda _, session: unit_facts.closings(session)["779"].last_month.month - 5)}


@pytest.mark.every
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_last_holds_also_by_a_clock_that_was_put_back(any_engine, kind):
    write, read = KINDS[kind]
    write(any_engine, 1)
    ahead(any_engine)
    write(any_engine, 2)
    with Session(any_engine) as session:
        assert read(any_engine, session) == 2


def test_a_file_is_refused_with_the_reason_until_the_clock_is_past_the_newest_of_its_kind(engine):
    load(engine, HEAD + "2010-03;779;400;10;1\n")
    ahead(engine)
    text = HEAD + "2010-03;779;400;11;1\n"
    with pytest.raises(SaveRefused, match="kan ikke være modtaget før"):
        load(engine, text)
    assert check(engine, text).status == "ready"
    with Session(engine) as session:
        found = loading.load(session, EVERYBODY, as_of=today())
    assert found.figures.empty  # as of a day before the one it was received on
