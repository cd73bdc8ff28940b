"""That a jobcenter was reminded is written once a day, and taken back by a line of its own."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from model.basics.formatting import today
from model.basics.free_text import RecordRefused
from model.store import statements
from model.store.database import data_version
from model.store.once import AlreadyWritten, Once, digest
from model.store.tables.reminders import Reminder
from model.subjects.reporting.figures.reminded import reminded
from model.writing.reminders import record_reminder, withdraw_reminder
from tests.viewers import named

SKIVE, LEMVIG = "779", "665"
FEBRUARY, MARCH = date(2010, 2, 1), date(2010, 3, 1)
GOOD = {"jobcenter": SKIVE, "month": MARCH, "viewer": named("konsulent i BRM")}
APRIL = datetime(2010, 4, 12, 9, tzinfo=UTC)


def stated(engine, **given):
    with Session(engine) as session:
        return statements.stated(session, Reminder, **given)


def days(engine, month=MARCH, **given):
    """By jobcenter the days on which it was reminded of the month."""
    return {code: [each.on for each in sent] for code, sent in reminded(stated(engine, **given), month).items()}


def test_a_reminder_is_of_one_jobcenter_and_month_with_the_day_and_who_sent_it(any_engine):
    record_reminder(any_engine, **GOOD, at=APRIL)
    record_reminder(any_engine, **(GOOD | {"jobcenter": LEMVIG}), at=APRIL + timedelta(days=1))
    record_reminder(any_engine, **(GOOD | {"month": FEBRUARY}), at=APRIL)
    assert days(any_engine) == {SKIVE: [date(2010, 4, 12)], LEMVIG: [date(2010, 4, 13)]}
    assert reminded(stated(any_engine), MARCH)[SKIVE][0].by == "konsulent i BRM"


def test_a_second_reminder_on_another_day_stands_beside_the_first(engine):
    record_reminder(engine, **GOOD, at=APRIL)
    record_reminder(engine, **GOOD, at=APRIL + timedelta(days=8))
    assert days(engine) == {SKIVE: [date(2010, 4, 12), date(2010, 4, 20)]}


def test_what_was_not_sent_is_taken_back_by_a_line_and_may_be_written_again(any_engine):
    first = record_reminder(any_engine, **GOOD, at=APRIL)
    withdraw_reminder(any_engine, first, viewer=named("en anden"), at=APRIL + timedelta(days=1))
    rows = stated(any_engine)
    assert (len(rows), rows["withdraws"].tolist(), days(any_engine)) == (2, [None, first], {})
    record_reminder(any_engine, **GOOD, at=APRIL)
    assert days(any_engine) == {SKIVE: [date(2010, 4, 12)]}


def test_a_day_knows_what_was_written_by_then(engine):
    first = record_reminder(engine, **GOOD, at=APRIL)
    withdraw_reminder(engine, first, viewer=named("en anden"), at=APRIL + timedelta(days=3))
    assert days(engine, as_of=date(2010, 4, 11)) == {}
    assert days(engine, as_of=date(2010, 4, 12)) == {SKIVE: [date(2010, 4, 12)]}
    assert days(engine, as_of=today()) == {}


def test_the_same_click_twice_is_written_once(engine):
    once = Once(digest("form", 1), digest(SKIVE, MARCH), alone=False)
    record_reminder(engine, **GOOD, once=once)
    with pytest.raises(AlreadyWritten):
        record_reminder(engine, **GOOD, once=once)
    with pytest.raises(RecordRefused, match="allerede noteret, at Skive er rykket for marts 2010"):
        record_reminder(engine, **GOOD, once=Once(digest("form", 2), digest(SKIVE, MARCH), alone=False))
    assert len(stated(engine)) == 1


@pytest.mark.every
@pytest.mark.parametrize(("mistake", "told"), [
    ({"jobcenter": "999"}, "»999« findes ikke"), ({"viewer": named(" ")}, "hvem du er"),
    ({"month": date(2008, 8, 1)}, "Vælg en måned fra"), ({"month": date(2011, 7, 1)}, "til juni 2011"),
    ({"month": date(2010, 3, 2)}, "Vælg en måned"),
    ({"viewer": named("".join(["251248", "-", "4916"]))}, "CPR")])
def test_what_cannot_be_written_is_refused_and_leaves_nothing(engine, mistake, told):
    with Session(engine) as session:
        seen = data_version(session)
    with pytest.raises(RecordRefused, match=told):
        record_reminder(engine, **(GOOD | mistake))
    with Session(engine) as session:
        assert (len(stated(engine)), data_version(session)) == (0, seen)


def test_a_reminder_is_taken_back_once(engine):
    first = record_reminder(engine, **GOOD, at=APRIL)
    taken = withdraw_reminder(engine, first, viewer=named("en anden"))
    for number in (first, taken, 99):
        with pytest.raises(RecordRefused, match="taget tilbage"):
            withdraw_reminder(engine, number, viewer=named("en anden"))
