"""The order agreements are followed up in: the newest open one first, and what has been gone through that day last."""

from datetime import date

import pytest

from model.subjects.meetings.figures import agreements as shown
from model.writing import agreements
from model.writing.agreements import DONE, DROPPED, UNDER_WAY
from tests.model.meetings import DAY, agreed, met, written
from tests.pages.opening import fill
from tests.viewers import named

EARLIER = date(2010, 2, 11)


@pytest.fixture(autouse=True)
def _filled(engine):
    fill(engine)


def order(engine):
    book = written(engine)
    rows = shown.in_turn(shown.agreements(book, DAY), book, on=DAY)
    return rows["text"].tolist()


def test_the_newest_open_agreement_is_first_whatever_its_due_date(engine):
    first, second = met(engine, day=EARLIER), met(engine)
    done = agreed(engine, second, "Opfyldt")
    agreements.record_status(engine, done, status=DONE, on=DAY, viewer=named("BRM"))
    for meeting, text, due in ((first, "Ældst", date(2010, 4, 20)), (second, "Ny", date(2010, 6, 1)),
                               (second, "Nyest", date(2010, 9, 1))):
        agreed(engine, meeting, text, due=due)
    assert order(engine) == ["Nyest", "Ny", "Ældst", "Opfyldt"]


def test_what_was_gone_through_that_day_comes_after_what_was_not(engine):
    first, second = met(engine, day=EARLIER), met(engine)
    old, new, newest = agreed(engine, first, "Gammel"), agreed(engine, second, "Ny"), agreed(engine, second, "Nyest")
    agreements.record_status(engine, old, status=UNDER_WAY, on=date(2010, 3, 1), viewer=named("BRM"))
    agreements.record_status(engine, newest, status=UNDER_WAY, on=DAY, viewer=named("BRM"))
    assert order(engine) == ["Ny", "Gammel", "Nyest"]
    agreements.record_status(engine, new, status=DROPPED, on=DAY, viewer=named("BRM"))
    assert order(engine) == ["Gammel", "Nyest", "Ny"]
