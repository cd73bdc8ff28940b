"""Places, occupied and free ones in one file: three figures of which any two give the third."""

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.builders import xlsx
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import TODAY, check, load

CENTRES = (FILES / "public_reports" / "records" / "07_0_centre.csv").read_text()
HEAD = "Jobcenter;Virksomhedscenter;Måned;Pladser;Ledige;Besatte\n"
ROW = "Skive;Ulvespor Lager;2010-03;"


@pytest.fixture
def centres(engine):
    load(engine, CENTRES)
    return engine


def stated(report):
    return {c.measure: c.value for c in report.changes.itertuples()}


def counts(report):
    return {what: count for what, count in report.account.counts.items() if count}


def test_figures_that_agree_are_quietly_held_against_each_other(centres):
    report = check(centres, f"{HEAD}{ROW}8;2;6\n")
    assert (report.status, report.problems, stated(report)) == ("ready", (), {"pladser": 8, "besatte": 6})
    assert counts(report) == {"stored": 2, "control": 1}
    assert not any("bruges ikke" in note for note in report.notes)
    assert any("»Ledige« er holdt op mod pladser og besatte" in note and "1 af 1" in note for note in report.notes)


def test_figures_that_contradict_each_other_are_an_error_that_says_what_would_agree(centres):
    (fault,) = check(centres, f"{HEAD}{ROW}10;4;5\n").problems
    assert (fault.severity, fault.cell, fault.column) == ("fejl", "F2", "Besatte") and fault.suggestion is None
    assert fault.text.startswith("Skive, Ulvespor Lager, mar. 2010 (række 2): 10 pladser, 5 besatte og 4 ledige")
    assert "med 5 besatte er der 5 ledige" in fault.text and "med 4 ledige er der 6 besatte" in fault.text
    assert "med begge er der 9 pladser" in fault.text


def test_more_free_than_places(centres):
    (fault,) = check(centres, f"{HEAD}{ROW}8;9;2\n").problems
    assert "9 ledige er flere end pladserne" in fault.text and "med 2 besatte er der 6 ledige" in fault.text


@pytest.mark.parametrize(("figures", "agree"), [("8;0;9", True), ("8;1;9", False), ("8;8;0", True), ("8;0;8", True)])
def test_a_crowded_centre_has_no_free_place(centres, figures, agree):
    errors = check(centres, f"{HEAD}{ROW}{figures}\n").errors
    assert bool(errors) != agree, errors


def test_where_the_occupied_are_empty_the_free_ones_tell_them(centres):
    report = check(centres, f"{HEAD}{ROW}8;2;\nSkive;Ulvespor Lager;2010-02;8;3;5\n")
    assert report.status == "ready", report.problems
    told = {(f"{c.month:%m}", c.measure): (c.value, c.position) for c in report.changes.itertuples()}
    assert told["03", "besatte"] == (6, 4) and told["02", "besatte"] == (5, 5)
    assert counts(report) == {"stored": 4, "control": 1}
    assert any("Række 2: »Besatte« er tom, og »Ledige« er trukket fra pladserne" in note for note in report.notes)


def test_many_rows_without_occupied_places_are_told_of_at_once(centres):
    rows = "".join(f"Skive;Ulvespor Lager;{year}-{month:02};8;2;\n" for year in (2008, 2009) for month in range(1, 13))
    [note] = [note for note in check(centres, HEAD + rows).notes if "trukket fra" in note]
    assert note.startswith("I 24 rækker (række 2, 3, 4, 5, 6 og 19 til) er »Besatte« tom")


def test_free_places_alone_of_a_centre_whose_places_nobody_knows(centres):
    (fault,) = check(centres, f"{HEAD}Skive;Ukendt Kro;2010-03;;2;\n").errors
    assert fault.cell == "E2" and "hvor mange pladser" in fault.text


def test_a_word_for_all_the_places_is_held_against_the_free_ones_too(centres):
    text = f"{HEAD}{ROW}8;3;fuld\n"
    (asked,) = check(centres, text).problems
    (fault,) = check(centres, text, answers=Answers(said={asked.question: "all"})).problems
    assert "8 pladser, 8 besatte og 3 ledige" in fault.text


@pytest.mark.parametrize("figures", ["8;;5", "8;..;5", "8;2;..", "8;6;<3"])
def test_what_is_not_said_contradicts_nothing(centres, figures):
    assert not check(centres, f"{HEAD}{ROW}{figures}\n").errors


def test_the_places_may_be_those_that_stand(centres):
    assert check(centres, f"{HEAD}{ROW};2;6\n").status == "ready"
    (fault,) = check(centres, f"{HEAD}{ROW};2;5\n").problems
    assert "8 pladser, 5 besatte og 2 ledige" in fault.text


def test_a_sum_is_no_centre(centres):
    report = check(centres, f"{HEAD}{ROW}8;2;6\nI alt;;;8;2;6\n")
    assert report.status == "ready" and not report.problems


def test_months_across_with_both_counts(centres):
    rows = [["", "", "", "jan 2010", None, "feb 2010", None],
            ["Jobcenter", "Virksomhedscenter", "Pladser", "Ledige", "Besatte", "Ledige", "Besatte"],
            ["Skive", "Ulvespor Lager", 8, 2, 6, 2, 5]]
    (fault,) = examine(centres, "tal.xlsx", xlsx(rows), today=TODAY).problems
    assert fault.cell == "G3" and "8 pladser, 5 besatte og 2 ledige" in fault.text


def test_a_heading_that_may_be_of_the_occupied_ones_is_explained_first(centres):
    text = f"{HEAD}{ROW}10;4;5\n".replace("Besatte", "Heraf besatte")
    assert check(centres, text).status == "question"
    (fault,) = check(centres, text, answers=Answers(columns={5: "besatte"}, approved=True)).problems
    assert fault.cell == "F2"


def test_a_text_in_the_place_of_a_number_is_told(centres):
    assert any("»Ledige«: 1 celle er ikke et tal" in note for note in check(centres, f"{HEAD}{ROW}8;nej;6\n").notes)


def test_free_places_are_known_again_with_a_profile(centres):
    alone = "Jobcenter;Virksomhedscenter;Måned;Pladser;Ledige pladser\n"
    load(centres, f"{alone}Skive;Ulvespor Lager;2010-02;8;2\n", answers=Answers(profile_name="belægning"))
    assert stated(check(centres, f"{alone}{ROW}8;3\n")) == {"pladser": 8, "besatte": 5}
