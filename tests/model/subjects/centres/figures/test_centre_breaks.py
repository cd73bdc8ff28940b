"""Centres whose figures contradict each other are listed on »Indberetning« with what to do."""

import pytest

from model.subjects.centres.figures.centre_breaks import centre_breaks
from model.subjects.reporting.words import reporting
from tests.model.subjects.builders import said
from tests.model.subjects.centres.figures.builders import SKIVE, VIBORG, snapshot, stay, told

OPEN = "2009-10-01"


def listed(*given):
    return reporting.break_table(snapshot(*given)).set_index("Måned")


def test_more_occupied_than_places_is_listed_for_every_month_of_it():
    found = listed([stay("A", OPEN), stay("B", OPEN)],
                   [told("A", "2010-01", 8, 6), told("A", "2010-02", 6, 6), told("A", "2010-03", 7, 6),
                    told("B", "2010-03", 6, 6)])
    assert found["Hvad er galt"].to_dict() == {"mar. 2010": "A: 7 besatte på 6 pladser",
                                               "jan. 2010": "A: 8 besatte på 6 pladser"}
    assert found["Jobcenter"].tolist() == ["Skive", "Skive"]
    assert found["Gør sådan"].str.startswith("Ring til Jobcenter Skive, og spørg, hvor mange der er besat.").all()


def test_two_periods_at_once_are_listed_with_their_days():
    row = listed([stay("A", OPEN), stay("A", "2010-01-04", "2010-02-01", code=SKIVE)]).loc["jan. 2010"]
    assert row["Hvad er galt"] == ("A har to åbne perioder på samme tid: 1. okt. 2009 – nu og 4. jan. 2010 – "
                                   "1. feb. 2010")
    assert "lad den udgå på siden Virksomhedscentre under Register" in row["Gør sådan"]


def test_occupied_months_in_which_the_centre_was_shut_are_listed():
    row = listed([stay("A", OPEN, "2010-01-05", code=VIBORG)],
                 [told("A", month, 3, code=VIBORG) for month in ("2010-02", "2010-03")]).loc["mar. 2010"]
    assert (row["Jobcenter"], row["Hvad er galt"]) == (
        "Viborg", "A har besatte pladser i februar 2010 og marts 2010, hvor centret ikke er åbent")


def test_unknown_is_never_compared_and_centres_that_fit_are_not_listed():
    fine = [told("A", "2010-01", 6, 6), told("A", "2010-02", 5, None), told("B", "2010-02", 9)]
    assert centre_breaks(snapshot([stay("A", OPEN), stay("B", OPEN, places=None)], fine)).empty


@pytest.mark.parametrize(("month", "first"), [("2010-02", "58"), ("2010-04", "A:")])
def test_figures_and_centres_stand_in_one_list_newest_first(month, first):
    wrong = said(VIBORG, "2010-03", persons=58, praktik=61, loentilskud=0)
    found = reporting.break_table(snapshot([stay("A", OPEN)], [told("A", month, 8, 6)], wrong))
    assert len(found) == 2
    assert first in found["Hvad er galt"].iloc[0]
