"""Words where a count, a date or a heading was to stand: none vanishes, none is guessed to be its opposite."""

import pytest

from model.intake.report import Answers
from tests.model.intake.records.centre_files import with_centres
from tests.model.intake.records.street import HEAD, check

CENTRES = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Pladser\n"
MONTHS = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\n"


def stated(report, measure):
    return [change.value for change in report.changes.itertuples() if change.measure == measure]


@pytest.mark.parametrize("word", ["tom", "Tom", "tomt", "ingen", "(tom)"])
def test_a_word_for_none_is_asked_about_and_never_dropped(engine, word):
    with_centres(engine)
    text = MONTHS + f"Skive;Hejrehyld Lager;2010-03;10;{word}\n"
    (asked,) = check(engine, text).errors
    assert word.strip("()") in asked.text and "i 1 celle" in asked.text
    nought = next(option.value for option in asked.options if "= 0" in option.words)
    report = check(engine, text, answers=Answers(said={asked.question: nought}))
    assert report.status == "ready" and stated(report, "besatte") == [0]


def test_the_word_for_empty_and_an_empty_cell_are_two_things(engine):
    report = check(engine, HEAD.replace("Tilmeldt;", "") + "K3;Skive;tovholder;x\nK3;Viborg;tovholder;\n")
    (asked,) = report.errors
    assert "1 tom celle" in asked.text


@pytest.mark.parametrize("row", ["Skive;Antal centre: 1;;;6", "Skive;1 center;;;6", "Antal centre: 1;;;;6",
                                 "Skive;Antal virksomhedscentre;;;1"])
def test_a_count_of_the_centres_is_no_centre(engine, row):
    report = check(engine, CENTRES + f"Skive;Ulvespor;01-03-2010;;6\n{row}\n")
    assert report.status == "ready" and not report.problems
    assert {c.said.split(",")[1].strip() for c in report.changes.itertuples()} == {"Ulvespor"}


def test_a_count_that_opened_on_a_day_is_asked_about(engine):
    report = check(engine, CENTRES + "Skive;2 centre;01-03-2010;;12\n")
    assert report.status == "refused" and "flere centre" in report.errors[0].text


@pytest.mark.parametrize("name", ["Ledige i alt", "Ledige pladser i alt", "Besatte i alt"])
def test_a_sum_of_the_free_places_is_a_sum(engine, name):
    with_centres(engine)
    report = check(engine, MONTHS + f"Skive;Hejrehyld Lager;2010-03;10;6\nSkive;{name};2010-03;;4\n")
    assert report.status == "ready" and stated(report, "besatte") == [6]
    assert bool(report.warnings) == name.startswith("Besatte")


@pytest.mark.parametrize("heading", ["Ikke mødt", "Udeblevet", "Udeblevne", "Afbud", "Fraværende", "Ej mødt",
                                     "No show"])
def test_who_stayed_away_is_never_guessed_to_have_come(engine, heading):
    report = check(engine, f"Kursusdag;Jobcenter;Rolle;Tilmeldt;{heading}\nK3;Skive;tovholder;3;1\n")
    asked = report.question
    assert asked is not None and [asked.headings[at].guess for at in asked.asked] == [None]
    assert asked.refusal[0].options[0].value == "ignore"


def test_a_range_of_places_is_not_advised_to_be_hidden(engine):
    (problem,) = check(engine, CENTRES + "Skive;Ulvespor;01-03-2010;;6-8\n").errors
    assert problem.suggestion is None and "skjult" not in problem.text and "Skriv ét tal." in problem.text


@pytest.mark.parametrize("nothing", ["00-01-1900", "0", "00-01-1900 00:00", "1900-01-00", "0/1/1900", "00.01.00"])
def test_a_day_zero_of_a_spreadsheet_is_an_empty_cell(engine, nothing):
    report = check(engine, CENTRES + f"Skive;Ulvespor;01-03-2010;{nothing};6\n")
    assert report.status == "ready" and not stated(report, "lukket")
    assert any(f"»{nothing}« er læst som en tom celle" in note for note in report.notes)


def test_a_centre_that_was_answered_to_be_another_is_not_said_to_resemble_the_first(engine):
    text = CENTRES + "Skive;Ulvespor Lager;01-03-2010;;6\nSkive;Ulvespor Lager;01-03-2010;;8\n"
    (asked,) = check(engine, text).errors
    report = check(engine, text, answers=Answers(said={asked.question: "several"}))
    assert report.status == "ready" and not report.problems
