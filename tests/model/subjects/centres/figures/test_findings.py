"""What is said of centres: never the net alone, never a share of few, and what is unknown is said."""

from dataclasses import replace
from datetime import date

import pytest

from model.subjects.centres.figures import register
from model.subjects.centres.figures.activity import Year
from model.subjects.centres.figures.centre_outcomes import centre_outcome
from model.subjects.centres.figures.occupancy import Occupancy
from model.subjects.centres.words import centre_page, centre_trials
from model.subjects.centres.words import centres as said
from model.subjects.centres.words.centre_trials import trial_survey
from tests.model.subjects.builders import said as figures
from tests.model.subjects.centres.figures.builders import SKIVE, snapshot, stay, told

MARCH = date(2010, 3, 1)
YEAR = Year(code=None, first=date(2009, 4, 1), last=MARCH, before=12, opened=30, again=2, closed=11, paused=1,
            active=31)
ROOM = Occupancy(code=None, name="Hele regionen", month=MARCH, active=8, sized=7, places=45, centres=6, counted=38,
                 occupied=22)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("opened", "closed", "title"), [
    (30, 11, "30 centre åbnede og 11 lukkede på et år: 19 flere aktive"),
    (2, 5, "2 centre åbnede og 5 lukkede på et år: 3 færre aktive"),
    (4, 4, "4 centre åbnede og 4 lukkede på et år: lige mange aktive"),
    (1, 0, "1 center åbnede og ingen lukkede på et år: 1 mere aktivt"),
    (0, 1, "Ingen centre åbnede og 1 lukkede på et år: 1 færre aktivt"),
    (0, 0, "Ingen centre åbnede eller lukkede på et år: 31 aktive")])
def test_the_change_is_told_with_its_two_parts(opened, closed, title):
    assert said.movement_title(replace(YEAR, opened=opened, closed=closed)) == title


def test_reopenings_and_pauses_are_told():
    assert said.movement_note(YEAR) == "2 af de åbnede havde været åbne før og 1 af lukningerne er en pause."
    assert said.movement_note(replace(YEAR, again=0, paused=0)) == ""


@pytest.mark.parametrize(("occupied", "counted", "title"), [
    (40, 60, "20 af 60 pladser er ubesatte"), (22, 38, "16 af 38 pladser er ubesatte"),
    (11, 12, "1 af 12 pladser er ubesat"),
    (60, 60, "Alle 60 pladser er besatte"), (2, 2, "Begge pladser er besatte"), (1, 1, "Den ene plads er besat"),
    (63, 60, "3 flere besatte, end der er pladser"), (None, None, "Belægningen er ikke oplyst for marts 2010")])
def test_empty_places_are_counted_and_never_called_one_in_so_many(occupied, counted, title):
    assert said.occupancy_title(replace(ROOM, occupied=occupied, counted=counted, places=counted)) == title


@pytest.mark.parametrize(("changed", "words"), [
    ({}, "22 af 38 (58 %)"), ({"occupied": 9, "counted": 15}, "9 af 15"),
    ({"active": 0, "places": None, "occupied": None, "counted": None}, "intet åbent center"),
    ({"occupied": None, "counted": None}, "45 pladser, belægning ikke oplyst"),
    ({"occupied": None, "counted": None, "places": None}, "pladser ikke oplyst, belægning ikke oplyst")])
def test_occupied_of_places_with_a_share_only_from_twenty_places(changed, words):
    assert plain(said.taken(replace(ROOM, **changed))) == words


def test_places_that_are_not_counted_are_told():
    assert said.told_sentence(ROOM) == ("Belægningen er kendt for 6 af 8 aktive centre. De øvriges 7 pladser er ikke "
                                        "regnet med. Antallet af pladser er ikke kendt i 1 center.")


def short(missing_group=100, activated=10):
    """Skive with a baseline of 0, so that its shortfall is known."""
    return [figures(SKIVE, "2009-09", persons=missing_group, total=0),
            figures(SKIVE, "2010-03", persons=missing_group, total=activated)]


OPEN = [stay("A", "2009-10-01", places=20), stay("B", "2009-10-01", places=18)]
TOLD = [told("A", "2010-03", 12, 20), told("B", "2010-03", 10, 18)]


@pytest.mark.parametrize(("stays", "months", "sentence"), [
    (OPEN, TOLD, "I mangler 6 personer. 16 af 38 pladser er ubesatte"),
    (OPEN, [], "I mangler 6 personer. Belægningen i jeres virksomhedscentre er ikke oplyst for marts 2010"),
    ([stay("A", "2009-10-01", code="791")], [], "I mangler 6 personer. I har intet åbent virksomhedscenter"),
    ([], [], "")])
def test_what_a_jobcenter_lacks_beside_the_places_it_has(stays, months, sentence):
    assert said.room_sentence(snapshot(stays, months, *short()), SKIVE, MARCH) == sentence


def test_a_goal_that_is_reached_or_cannot_be_told_leaves_the_places():
    reached = snapshot(OPEN, TOLD, *short(activated=20))
    assert said.room_sentence(reached, SKIVE, MARCH) == "I har nået Mål 1. 16 af 38 pladser er ubesatte"
    assert said.room_sentence(snapshot(OPEN, TOLD), SKIVE, MARCH) == "16 af 38 pladser er ubesatte"


def test_one_line_holds_active_both_parts_places_and_occupancy():
    found = snapshot([*OPEN, stay("C", "2009-10-01", "2010-02-02")], TOLD)
    assert plain(said.one_line(found, SKIVE)) == (
        "2 aktive virksomhedscentre i marts 2010 (3 åbnede og 1 lukkede på et år), 38 pladser, besat 22 af 38 "
        "(58 %).")
    assert said.one_line(found, "791") == ("Intet aktivt virksomhedscenter i marts 2010 (0 åbnede og 0 lukkede på et "
                                           "år).")
    assert said.one_line(snapshot([]), None) == ""


def test_two_periods_at_once_are_told_with_the_centre_and_what_to_do():
    found = snapshot([stay("A", "2009-10-01"), stay("A", "2010-01-01")])
    assert "A (Skive) har to åbne perioder på samme tid" in said.contradiction(found)
    assert said.contradiction(snapshot(OPEN)) == ""


def test_occupied_months_outside_the_open_periods_are_told_with_the_centre():
    found = snapshot([stay("A", "2009-10-01", "2010-02-01"), *OPEN[1:]], TOLD)
    sentence = said.contradiction(found)
    assert sentence.startswith("A (Skive) har besatte pladser i måneder uden for de åbne perioder. Ret centret")
    both = snapshot([stay("A", "2009-10-01", "2010-02-01"), stay("B", "2009-10-01"), stay("B", "2010-01-01")], TOLD)
    assert "B (Skive) har to åbne perioder på samme tid. A (Skive) har besatte" in said.contradiction(both)


def test_an_outcome_that_is_withheld_is_told_from_one_that_is_not_reported():
    told_none = centre_outcome(snapshot(OPEN), SKIVE, MARCH)
    withheld = centre_outcome(snapshot(OPEN, [], figures(SKIVE, "2009-10", centre_ended="hidden", centre_job=1)),
                              SKIVE, MARCH)
    assert said.outcome_title(told_none) == "Ingen måned med forløb i virksomhedscentre er oplyst og kan måles endnu"
    assert said.outcome_title(withheld) == "Skive: et tal er skjult, så udfaldet kan ikke opgøres"


def test_jobcenters_without_a_centre_are_named_and_many_are_counted():
    assert said.without_sentence(("Samsø", "Skive"), MARCH) == "Uden åbent center i marts 2010: Samsø og Skive."
    assert said.without_sentence(tuple("abcdefg"), MARCH) == "Uden åbent center i marts 2010: 7 jobcentre."
    assert said.without_sentence((), MARCH) == "Alle jobcentre har mindst ét åbent center i marts 2010."


@pytest.mark.parametrize(("reasons", "title"), [
    ([], "Ingen centre lukkede på et år"),
    ([("Markedet", 5), ("Andet", 2)], "5 af 7 lukninger på et år har årsagen »Markedet«"),
    ([("A", 1), ("B", 1)], "2 lukninger på et år. »A« og »B« er årsag til 1 hver"),
    ([("A", 2), ("B", 2), ("C", 2)], "6 lukninger på et år af 3 årsager")])
def test_the_most_frequent_reason_is_named_only_when_there_is_one(reasons, title):
    assert said.closed_title(reasons) == title


def test_what_the_trial_s_jobcenters_said_is_told_in_counts_with_its_label():
    assert list(map(plain, trial_survey())) == [
        "Hovedforsøgets jobcentre: 12 af 13 var tilfredse, 12 så en bedre effekt, og 13 fortsatte (forsøg 2007–09, "
        "match 3–5).", "En mentor møder 15–35 kandidater om året (forsøg 2007–09, match 3–5)."]


def test_the_trial_is_always_labelled_and_nineteen_percent_has_its_words():
    assert plain(centre_trials.trial_outcome()) == "19 % (»1/5«), forsøg 2007–09, match 3–5"
    assert "forsøg 2007–09, match 3–5" in centre_trials.trial_occupancy()


def test_the_page_is_headed_by_active_centres_and_free_places():
    found = snapshot(OPEN, TOLD)
    assert centre_page.page_title(found, None, MARCH) == "2 aktive virksomhedscentre. 16 af 38 pladser er ubesatte"
    assert centre_page.page_title(found, "741", MARCH) == "Samsø har ikke haft et virksomhedscenter"
    assert centre_page.page_title(snapshot([]), None, MARCH) == "Virksomhedscentre"
    assert centre_page.kinds_title(found, None, MARCH) == "0 af 2 aktive centre er private"
    assert centre_page.register_title(register.register(found, MARCH)) == "2 centre i registret: 2 åbne"
