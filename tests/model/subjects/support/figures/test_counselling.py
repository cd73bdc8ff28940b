"""Counselling: who the figures point to and why, the state of each offer, and the figures round a visit."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.support.figures import counselling
from model.subjects.support.words import support
from tests.model.subjects import builders
from tests.model.subjects.support_builders import AARHUS, LEMVIG, SKIVE, VIBORG, loaded, offered
from tests.model.subjects.support_builders import said as stated

NBSP = "\u00a0"
FIGURES = (builders.said(AARHUS, "2009-09", persons=3420, total=264),
           builders.said(SKIVE, "2009-09", persons=100, total=6),
           builders.said(VIBORG, "2009-09", persons=100, total=16),
           builders.said(LEMVIG, "2009-09", persons=12, total="hidden"))


def region(engine, *rows, figures=FIGURES, targets=(), only=(AARHUS, SKIVE, VIBORG, LEMVIG)):
    """A snapshot of those figures with those offers laid in."""
    if rows:
        stated(engine, "raadgivning", *rows, received="2010-03-01")
    offers = loaded(engine, as_of="2010-03-01").records["raadgivning"]
    base = builders.snapshot(*figures, targets=targets, codes=only)
    return replace(base, records={"raadgivning": offers[offers["jobcenter"].isin(only)].reset_index(drop=True)})


def test_the_furthest_come_first_in_points_or_in_persons(engine):
    found = region(engine)
    assert [c.name for c in counselling.candidates(found)] == ["Skive", "Aarhus"]
    assert [c.name for c in counselling.candidates(found, "persons")] == ["Aarhus", "Skive"]
    assert [c.points for c in counselling.candidates(found)] == pytest.approx([10.0, 16 - 100 * 264 / 3420])


def test_the_reason_says_share_count_and_whole_persons(engine):
    skive, aarhus = (support.reason(c) for c in counselling.candidates(region(engine)))
    assert aarhus == f"7,7{NBSP}% (264 af 3.420), manglede 284 personer i 16{NBSP}%"
    assert skive == f"6,0{NBSP}% (6 af 100), manglede 10 personer i 16{NBSP}%"


def test_who_had_reached_the_share_or_cannot_be_told_is_not_a_candidate_and_is_named(engine):
    found = region(engine)
    assert [c.name for c in counselling.reached(found)] == ["Viborg"]
    assert [c.name for c in counselling.untold(found)] == ["Lemvig"]
    assert support.untold_sentence(found) == (
        "Allerede over andelen ved udgangspunktet: Viborg. Lemvig kan ikke opgøres: tal er skjult af afsenderen.")


def test_a_baseline_of_its_own_moves_the_distance(engine):
    later = builders.said(SKIVE, "2009-10", persons=100, total=15)
    own_month = builders.target("baseline_month", month="2009-10", jobcenter=SKIVE)
    found = region(engine, figures=(*FIGURES, later), targets=[own_month])
    assert {c.name: c.missing for c in counselling.candidates(found)} == {"Aarhus": 284, "Skive": 1}
    typed = region(engine, targets=[builders.target("baseline_value", value=9, jobcenter=SKIVE)])
    assert {c.name: c.missing for c in counselling.candidates(typed)} == {"Aarhus": 284, "Skive": 7}


def test_missing_figures_are_not_nought(engine):
    found = region(engine, figures=FIGURES[:1])
    assert [c.name for c in counselling.candidates(found)] == ["Aarhus"]
    assert support.reason(counselling.untold(found)[0]) == "kan ikke opgøres: tal mangler"


def test_a_target_group_of_nobody_has_no_distance(engine):
    found = region(engine, figures=[builders.said(SKIVE, "2009-09", persons=0, total=0)], only=(SKIVE,))
    assert support.untold_sentence(found) == "Skive kan ikke opgøres: der er ingen i målgruppen."


def test_the_increase_is_said_to_be_the_same_for_all(engine):
    assert "en forøgelse på 15 personer skiller derfor ingen ud" in support.increase_note(region(engine))


COUNTS = st.none() | st.integers(0, 60)


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=4, max_size=4))
def test_every_jobcenter_is_a_candidate_has_reached_the_share_or_cannot_be_told(pairs):
    """The three lists share nobody and leave nobody out; as many more persons as are missing do reach the share."""
    codes = (AARHUS, SKIVE, VIBORG, LEMVIG)
    known = [{"persons": "missing" if n is None else n, "total": "missing" if x is None else x} for n, x in pairs]
    figures = [builders.said(code, "2009-09", **counts) for code, counts in zip(codes, known, strict=True)]
    found = builders.snapshot(*figures, codes=codes)
    short = counselling.candidates(found)
    parts = [*short, *counselling.reached(found), *counselling.untold(found)]
    assert sorted(c.code for c in parts) == sorted(codes)
    assert all(100 * (c.activated + c.missing) >= 16 * c.persons > 100 * (c.activated + c.missing - 1) for c in short)
    assert {c.code for c in counselling.candidates(found, "persons")} == {c.code for c in short}


OFFERS = (offered(SKIVE, "afholdt", tilbudt="2009-12-01", aftalt="2010-01-10", afholdt="2010-01-12"),
          offered(VIBORG, "takket nej", tilbudt="2009-12-02", takket_nej="2009-12-20"),
          offered(AARHUS, "aftalt", tilbudt="2009-12-03", aftalt="2010-03-20"))


def test_offers_are_counted_by_status_and_told(engine):
    found = region(engine, *OFFERS)
    assert counselling.counts(found) == {"ønsket": 0, "tilbudt": 0, "aftalt": 1, "afholdt": 1, "takket nej": 1}
    assert support.counselling_title(found) == "1 jobcenter har fået rådgivning, 1 har en aftale, 1 har takket nej"
    assert support.outside_sentence(found, "points") == "Tilbudt uden for de 2: Viborg."
    assert [c.status for c in counselling.candidates(found)] == ["afholdt", "aftalt"]


@pytest.mark.parametrize(("code", "line"), [
    (SKIVE, "Rådgivning: afholdt 12. jan. 2010"), (VIBORG, "Rådgivning: takket nej 20. dec. 2009"),
    (AARHUS, "Rådgivning: aftalt til 20. mar. 2010"), (LEMVIG, "Rådgivning: ikke tilbudt"),
    (None, "Rådgivning: 1 aftalt, 1 afholdt, 1 takket nej")])
def test_each_jobcenter_and_the_region_have_one_line(engine, code, line):
    assert support.one_line(region(engine, *OFFERS), code) == line


WISHES = (*OFFERS[:1], offered(LEMVIG, "ønsket", oensket="2010-01-20"), offered(AARHUS, "ønsket", oensket="2010-01-05"))


def test_who_asked_and_waits_is_told_longest_first(engine):
    found = region(engine, *WISHES)
    assert support.waiting_sentence(found) == ("2 jobcentre har ønsket rådgivning og venter: Aarhus (5. jan. 2010) og "
                                               "Lemvig (20. jan. 2010).")
    assert support.counselling_title(found) == "1 jobcenter har fået rådgivning, 2 har ønsket rådgivning og venter"
    assert support.page_title(found).endswith("1 jobcenter har fået rådgivning, 2 har ønsket den og venter")
    assert support.not_held(found) == "2 har ønsket rådgivning og venter."
    assert support.one_line(found, LEMVIG) == "Rådgivning: ønsket 20. jan. 2010, venter"
    assert support.one_line(found, None) == "Rådgivning: 2 ønsket, 1 afholdt"


def test_a_wish_is_no_offer_and_its_jobcenter_is_still_without_one(engine):
    found = region(engine, *WISHES)
    assert support.held_figure(found) == ("1 af 1", "tilbud er afholdt")
    assert support.outside_sentence(found, "points") == "Blandt de 2 uden tilbud: Aarhus."
    assert [c.status for c in counselling.candidates(found)] == ["afholdt", "ønsket"]
    assert counselling.visit_day(found, LEMVIG) is None


def test_a_wish_that_was_answered_waits_no_more_and_is_still_known(engine):
    found = region(engine, offered(SKIVE, "afholdt", oensket="2009-11-20", tilbudt="2009-12-01", afholdt="2010-01-12"),
                   offered(LEMVIG, "takket nej", oensket="2009-12-01", takket_nej="2009-12-20"))
    assert support.waiting_sentence(found) == ""
    assert counselling.visits(found).loc[SKIVE, "wished_on"].date() == date(2009, 11, 20)


def test_a_jobcenter_that_declined_may_ask_later_and_then_waits(engine):
    found = region(engine, offered(SKIVE, "ønsket", tilbudt="2009-12-01", takket_nej="2009-12-10",
                                   oensket="2010-01-15"))
    assert support.waiting_sentence(found) == "1 jobcenter har ønsket rådgivning og venter: Skive (15. jan. 2010)."
    assert len(counselling.offers(found)) == 1


def test_without_any_offer_the_lines_say_so(engine):
    found = region(engine)
    assert support.one_line(found, None) == "Rådgivning: ingen er tilbudt endnu"
    assert support.counselling_title(found) == "Ingen jobcentre er tilbudt rådgivning endnu"
    assert support.page_title(found) == "Hvad spørger jobcentrene om, hvem har fået hjælp?"


AROUND = (builders.said(SKIVE, "2009-09", persons=100, total=6), builders.said(SKIVE, "2009-11", persons=100, total=7),
          builders.said(SKIVE, "2010-01", persons=100, total=9), builders.said(SKIVE, "2010-02", persons=100, total=12))


def test_before_and_after_leave_out_the_visits_own_month(engine):
    found = region(engine, *OFFERS, figures=AROUND, only=(SKIVE,))
    assert counselling.group_at_baseline(found, SKIVE) == counselling.Group(date(2009, 9, 1), 100, 6, 16)
    assert counselling.group_before_visit(found, SKIVE) == counselling.Group(date(2009, 11, 1), 100, 7, 16)
    assert counselling.group_after_visit(found, SKIVE) == counselling.Group(date(2010, 2, 1), 100, 12, 16)
    assert not counselling.broken(found, SKIVE)
    assert support.before_after_title(found, SKIVE) == (
        f"Skive: 7,0{NBSP}% før besøget (nov. 2009), 12,0{NBSP}% efter besøget (feb. 2010)")


def test_a_comparison_over_new_match_groups_is_indicative(engine):
    later = builders.said(SKIVE, "2010-02", persons=100, total=12, model="1-3")
    found = region(engine, *OFFERS, figures=(*AROUND[:2], later), only=(SKIVE,))
    assert counselling.broken(found, SKIVE)
    assert support.before_after_title(found, SKIVE).endswith("efter besøget (feb. 2010) (med forbehold)")


def test_no_figure_is_claimed_after_a_visit_that_is_not_held(engine):
    figures = (builders.said(AARHUS, "2009-09", persons=3420, total=264),
               builders.said(AARHUS, "2010-04", persons=3420, total=300))
    found = region(engine, *OFFERS, figures=figures, only=(AARHUS,))
    assert counselling.group_after_visit(found, AARHUS) is None
    assert counselling.visit_day(found, AARHUS) == date(2010, 3, 20)
    assert counselling.held(found) == []


@pytest.mark.parametrize(("activated", "persons", "points"), [
    (264, 3420, "8,3"), (7, 49, "2"), (1594, 9963, "0,001"), (1, 100, "15,0")])
def test_the_points_are_what_the_printed_share_lacks_in_the_target(activated, persons, points):
    found = builders.snapshot(builders.said(VIBORG, "2009-09", persons=persons, total=activated), codes=[VIBORG])
    candidate = counselling.candidates(found)[0]
    assert support.points_text(candidate) == points
    printed = float(support.reason(candidate).split("\u00a0")[0].replace(",", "."))
    assert printed + float(points.replace(",", ".")) == pytest.approx(16)
