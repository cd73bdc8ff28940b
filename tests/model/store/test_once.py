"""A write that brings a one-time key is made once, however often it is sent; the same content twice is asked about."""

from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, func, select

from model.basics.free_text import RecordRefused
from model.store import database, once
from model.store.database import Stale, data_version
from model.store.once import AlreadyWritten, Once, PerhapsWritten, UsedKey
from model.store.tables.base import Target
from model.store.tables.meetings import DRAFT
from model.writing import stories
from pages.shared.forms import Form
from tests.viewers import named

SAID = once.digest("a form", {"text": "Åbne to centre", "due": date(2010, 5, 1)})


def version(engine):
    with Session(engine) as session:
        return data_version(session)


def written(engine, given=None, *, value=18, seen=None):
    """One target, as any write of the model makes its row."""
    with database.write(engine, seen=seen, once=given) as session:
        session.add(Target(part="share", scope="regional", value=value, valid_from=date(2010, 3, 1), source="aftale",
                           reason="prøve", recorded_at=datetime.now(UTC), recorded_by="BRM"))


def targets(engine):
    with Session(engine) as session:
        return session.exec(select(func.count()).select_from(Target).where(Target.value == 18)).one()


def test_the_same_key_writes_once_and_leaves_no_other_trace(any_engine):
    written(any_engine, Once("one", SAID))
    seen = version(any_engine)
    with pytest.raises(AlreadyWritten):
        written(any_engine, Once("one", SAID))
    assert (targets(any_engine), version(any_engine)) == (1, seen)


def test_the_same_key_is_the_same_write_also_when_the_version_has_moved_since(any_engine):
    seen = version(any_engine)
    written(any_engine, Once("one", SAID), seen=seen)
    with pytest.raises(AlreadyWritten):
        written(any_engine, Once("one", SAID), seen=seen)
    with pytest.raises(Stale):
        written(any_engine, Once("two", once.digest("else")), seen=seen)


def test_two_clicks_at_the_same_moment_write_once(any_engine):
    together, came = Barrier(4), []

    def click() -> None:
        together.wait()
        try:
            written(any_engine, Once("one", SAID))
            came.append("written")
        except AlreadyWritten:
            came.append("already")

    clicks = [Thread(target=click) for _ in range(4)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert sorted(came) == ["already", "already", "already", "written"]
    assert targets(any_engine) == 1


def test_the_same_content_with_another_key_on_the_same_day_is_asked_about(engine):
    written(engine, Once("one", SAID))
    with pytest.raises(PerhapsWritten) as asked:
        written(engine, Once("two", SAID))
    assert datetime.now(UTC) - asked.value.at < timedelta(minutes=1)
    assert targets(engine) == 1
    written(engine, Once("two", SAID, alone=False))
    assert targets(engine) == 2


def test_the_same_content_on_another_day_is_not_asked_about(engine, monkeypatch):
    written(engine, Once("one", SAID))
    monkeypatch.setattr(once, "today", lambda: date(2031, 1, 1))
    written(engine, Once("two", SAID))
    assert targets(engine) == 2


def test_a_key_that_has_written_something_else_is_asked_about_and_never_taken_for_it(engine):
    """What was typed on after a save that nobody saw the answer of must not be lost."""
    written(engine, Once("one", SAID))
    with pytest.raises(PerhapsWritten):
        written(engine, Once("one", once.digest("a form", {"text": "Åbne tre centre"})))


def test_content_that_its_own_rules_hold_apart_is_not_compared_with_another_keys(engine):
    written(engine, Once("one", SAID, alone=False))
    written(engine, Once("two", SAID, alone=False))
    with pytest.raises(AlreadyWritten):
        written(engine, Once("two", SAID, alone=False))
    with pytest.raises(PerhapsWritten):
        written(engine, Once("two", once.digest("else"), alone=False))


def test_a_refused_write_uses_no_key(engine):
    given = {"description": "Det gik godt.", "state": DRAFT, "viewer": named("BRM")}
    with pytest.raises(RecordRefused):
        stories.write_story(engine, title="Fra kantine til job", jobcenter="999", once=Once("one", SAID), **given)
    stories.write_story(engine, title="Fra kantine til job", once=Once("one", SAID), **given)


def test_what_a_rule_refuses_is_refused_before_it_is_asked_about(engine):
    given = {"title": "Fra kantine til job", "description": "Det gik godt.", "state": DRAFT, "viewer": named("BRM")}
    number = stories.write_story(engine, once=Once("one", SAID), **given)
    with pytest.raises(RecordRefused, match="ikke ændret noget"):
        stories.write_story(engine, number=number, once=Once("two", SAID), **given)


def test_the_database_itself_holds_a_key_once(any_engine):
    def used() -> None:
        with Session(any_engine) as session:
            session.add(UsedKey(key="one", content=SAID, used_on=date(2010, 3, 1), used_at=datetime.now(UTC)))
            session.commit()

    used()
    with pytest.raises(IntegrityError):
        used()


@pytest.mark.parametrize("other", [
    ("a form", {"text": "Åbne to centre", "due": date(2010, 5, 2)}), ("another form", {"text": "Åbne to centre"}),
    ("a form", {"text": "Åbne to centre", "due": None})])
def test_a_digest_tells_contents_apart(other):
    assert once.digest(*other) != SAID


def test_a_digest_does_not_depend_on_order_or_white_space():
    assert once.digest("a form", {"due": date(2010, 5, 1), "text": " Åbne  to centre "}) == SAID


def test_a_form_s_key_fits_the_table_whatever_the_form_is_about(any_engine):
    given = Form("centre_change", "779_" + "Ø" * 400, 3, "s" * 32).once(SAID, alone=True)
    written(any_engine, given)
    with pytest.raises(AlreadyWritten):
        written(any_engine, given)
    assert "Ø" not in given.key
