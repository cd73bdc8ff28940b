"""The log of updates: what each edition added, brought late or corrected, in words without a count of citizens."""

from datetime import date

import pytest

from model.publishing import updates
from tests.model.publishing.histories import REASON, history, withdrawn
from tests.model.subjects.builders import changes, large, said, snapshot

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)
CODES = ("791", "779", "657", "661", "615", "740", "751", "730")
SKIVE, VIBORG = "779", "791"


def world(*more):
    """Every unit reports, Skive not for March; ``more`` is said after."""
    rows = [said(code, month, persons=400 + 10 * at, total=60 + 5 * at, praktik=40, loentilskud=20 + 5 * at)
            for at, code in enumerate(CODES) for month in ("2009-09", "2010-03") if (code, month) != (SKIVE, "2010-03")]
    return snapshot(*large(*CODES), *rows, *more)


@pytest.fixture(scope="module")
def three():
    """March without Skive, then Skive, then April with another number for Viborg in March."""
    late = world(said(SKIVE, "2010-03", persons=410, total=70, praktik=45, loentilskud=25))
    april = late.overlaid(changes(
        *(said(code, "2010-04", persons=420, total=80, praktik=50, loentilskud=30) for code in CODES),
        said(VIBORG, "2010-03", persons=430, total=90, praktik=60, loentilskud=30)))
    return history((world(), MARCH, date(2010, 4, 12)), (late, MARCH, date(2010, 4, 20)),
                   (april, APRIL, date(2010, 5, 12)))


def test_each_edition_says_what_it_added_what_came_late_and_what_is_corrected(three):
    first, late, april = (updates.sentences(each) for each in updates.updates(three))
    assert first == ("Den første udgivelse: tal for september 2009 og marts 2010.",)
    assert late == ("Kommet senere: Skive (marts 2010).",)
    assert april == ("Nyt: tal for april 2010.", "Rettet: Viborg.")


def test_the_log_stands_newest_first_with_withdrawals_on_their_day(three):
    entries = updates.log(withdrawn(three, 2, date(2010, 6, 1)))
    assert [entry.number for entry in entries] == [2, 3, 2, 1]
    assert entries[0].sentences == (f"Udgivelse 2 er trukket tilbage 1. juni 2010: {REASON}",)


def test_a_later_edition_that_corrects_an_earlier_one_is_named_with_whom(three):
    first, late, april = three
    assert updates.corrections(first, (late, april)) == ((april.heading, ("Viborg",)),)
    assert updates.corrections(april, ()) == ()
    assert updates.corrections(first, (late,)) == ()


def test_before_the_first_there_is_no_log():
    assert updates.log(()) == ()
