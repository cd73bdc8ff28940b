"""What people do from the first file to the closed meeting gives the same on PostgreSQL as on SQLite.

``make long`` runs every test of the store there as well.
"""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from model.intake import undoing
from model.snapshot import loading
from model.store.database import Stale, data_version, write
from model.store.once import AlreadyWritten, Once
from model.subjects.goals.figures import coverage, goal1
from tests.model.intake import filing
from tests.model.intake.records import street
from tests.model.meetings import SKIVE, agenda, agreed, closed, met, written
from tests.pages.opening import correct, fill
from tests.viewers import EVERYBODY, named


def used(engine: Engine) -> list[object]:
    """What stands after files, a correction, an undo and a meeting, and what is said of it."""
    fill(engine)
    street.load(engine, street.HEAD + "K1;Skive;jobkonsulent;3;2\n")
    undone = street.load(engine, street.HEAD + "K1;Skive;jobkonsulent;4;4\n", reason="igen")
    undoing.undo(engine, undone, reason="forkert fil", viewer=named("prøve"))
    correct(engine, code=SKIVE, month=date(2010, 3, 1), value=44)
    meeting = met(engine)
    agreed(engine, meeting)
    closed(engine, meeting, agenda(engine, meeting))
    with Session(engine) as session:
        snapshot = loading.load(session, EVERYBODY)
    return [filing.stored(engine), filing.stored(engine, as_of=date(2010, 4, 1)), street.attendance(engine),
            coverage.default_month(snapshot), goal1.panel(snapshot).astype(str).to_dict("records"),
            written(engine).agreements["text"].tolist()]


@pytest.mark.postgres
def test_all_that_is_written_and_computed_is_the_same(engine, postgres_engine):
    on_a_file, on_a_server = used(engine), used(postgres_engine)
    assert on_a_server == on_a_file
    assert len(on_a_file[0]) > 40
    assert on_a_file[2] == {("K1", SKIVE, "jobkonsulent"): (3, 2)}


@pytest.mark.postgres
def test_a_write_is_made_once_and_never_on_what_has_moved(postgres_engine):
    with Session(postgres_engine) as session:
        seen = data_version(session)
    with write(postgres_engine, seen=seen, once=Once("one", "content")):
        pass
    with pytest.raises(AlreadyWritten), write(postgres_engine, once=Once("one", "content")):
        raise AssertionError("no write may begin")
    with pytest.raises(Stale), write(postgres_engine, seen=seen):
        raise AssertionError("no write may begin")
