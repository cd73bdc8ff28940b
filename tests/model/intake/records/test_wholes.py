"""Counts told by their whole: »fuld«, »6 af 8«, »75 %«; read where plain, asked once or refused by name else."""

import pytest

from model.intake.report import Answers
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import HEAD, check, load
from tests.sweeps import swept

CENTRE = ("Jobcenter;Virksomhedscenter;Åbnet;Pladser\nSkive;Ulvespor Lager;01-01-2010;8\n"
          "Skive;Rævehale Kantine;01-01-2010;6\nSkive;Uden Pladser;01-01-2010;\n")
MONTHS = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\n"
REPORTED = (FILES / "public_reports" / "records" / "07b_fuld_streg.csv").read_text()


@pytest.fixture
def centres(engine):
    load(engine, CENTRE)
    return engine


def month(places: object, occupied: str, name: str = "Ulvespor Lager") -> str:
    return MONTHS + f"Skive;{name};2010-03;{places};{occupied}\n"


def occupied(report) -> list[object]:
    assert report.status == "ready", report.problems
    stated = report.changes[report.changes["measure"] == "besatte"]
    return [mark or int(value) for value, mark in zip(stated["value"], stated["mark"], strict=True)]


@pytest.mark.parametrize(("places", "cell", "count"), [
    (6, "6 af 6", 6), (8, "6/8", 6), pytest.param(8, "6 / 8", 6, marks=pytest.mark.long), (8, "6 ud af 8", 6),
    pytest.param(8, "6 af 8 pladser", 6, marks=pytest.mark.long), (8, "0 af 8", 0),
    pytest.param(8, "7 of 8", 7, marks=pytest.mark.long), pytest.param(8, "6 af de 8", 6, marks=pytest.mark.long),
    ("", "6/8", 6)])
def test_a_part_of_the_places_is_read_where_the_places_are_the_row_s_or_the_centre_s(centres, places, cell, count):
    report = check(centres, month(places, cell))
    assert occupied(report) == [count]
    assert any(f"»{cell}« er læst som {count}" in note for note in report.notes)


def test_a_part_of_other_places_is_refused_with_both_numbers(centres):
    [problem] = check(centres, month(8, "6 af 7")).errors
    assert problem.cell == "E2" and "7" in problem.text and "8" in problem.text
    [problem] = check(centres, month("", "6 af 7", "Uden Pladser")).errors
    assert problem.cell == "E2" and "Pladser" in problem.text and problem.suggestion is None


@pytest.mark.parametrize("word", swept(["fuld", "Fuldt", "fuldt belagt", "alle", "alle pladser", "optaget"], 0, 4, 5))
def test_full_is_asked_about_once_and_is_all_the_places(centres, word):
    text = month(8, word) + f"Skive;Rævehale Kantine;2010-03;;{word}\n"
    report = check(centres, text)
    [problem] = report.errors
    assert problem.question.startswith("words.besatte.") and problem.column == "Besatte"
    options = {option.value: option.words for option in problem.options}
    assert list(options) == ["all", "missing"] and "alle pladser" in options["all"]
    for answer, stored in (("all", [8, 6]), ("missing", ["missing", "missing"])):
        assert occupied(check(centres, text, answers=Answers(said={problem.question: answer}))) == stored


def test_full_of_places_nobody_knows_is_refused_by_name(centres):
    text = month("", "fuld", "Uden Pladser")
    [problem] = check(centres, text, answers=Answers(said={"words.besatte.fuld": "all"})).errors
    assert problem.cell == "E2" and "»fuld«" in problem.text and "Pladser" in problem.text


@pytest.mark.parametrize(("cell", "meant"), [("75 %", "6"), ("75%", "6"), ("100 %", "8"), ("80 %", None),
                                             ("62,5 %", "5")])
def test_a_share_of_the_places_is_no_count_and_suggests_one_only_when_it_is_whole(centres, cell, meant):
    [problem] = check(centres, month(8, cell)).errors
    assert (problem.cell, problem.suggestion) == ("E2", meant)
    assert "procent" in problem.text


def test_half_a_place_is_refused(centres):
    [problem] = check(centres, month(6, "4,5")).errors
    assert "ikke et helt tal" in problem.text


def test_the_reported_file_loses_nothing(centres):
    report = check(centres, REPORTED)
    asked = [p for p in report.errors if p.question]
    assert [p.question for p in asked] == ["words.besatte.fuld"]
    assert [o.value for o in asked[0].options] == [
        "fuld=all,streg=0", "fuld=all,streg=missing", "fuld=missing,streg=0", "fuld=missing,streg=missing"]
    assert [p.cell for p in report.errors if not p.question] == ["E6", "E7"]
    mended = REPORTED.replace("75 %", "6").replace("4,5", "4")
    answers = Answers(said={"words.besatte.fuld": "fuld=all,streg=0"})
    assert occupied(check(centres, mended, answers=answers)) == [8, 0, 6, 6, 6, 4]
    load(centres, mended, answers=answers)
    assert check(centres, mended.replace("6 af 6", "5 af 6")).status == "ready", "the answer is remembered"


def test_those_who_came_may_be_told_of_those_who_were_registered(engine):
    report = check(engine, HEAD + "K3;Skive;tovholder;3;2 af 3\nK3;Viborg;tovholder;2;2/2\n")
    stated = report.changes[report.changes["measure"] == "moedt"]
    assert stated["value"].tolist() == [2, 2]
    assert [p.cell for p in check(engine, HEAD + "K3;Skive;tovholder;4;2/3\n").errors] == ["E2"]
