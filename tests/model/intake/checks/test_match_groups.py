"""Headings of the match groups that came in April 2010, over months before and after."""

from datetime import date

import pytest

from model.intake.report import Answers
from tests.model.intake.filing import check, stated, workbook

TODAY = date(2010, 5, 20)
EARLY = ("april 2010", "Tallene for februar 2010 ")
NOTE = "er talt i de nye matchgrupper (1–3), men filen har ingen kolonne »Matchmodel«"


def warned(report) -> list[str]:
    assert report.status == "ready", (report.problems, report.question)
    assert {(p.gate, p.severity) for p in report.problems} <= {(3, "advarsel")}
    return [p.text for p in report.problems]


def noted(report) -> list[str]:
    return [note for note in report.notes if NOTE in note]


@pytest.mark.parametrize(("text", "where"), [
    ("Måned;Jobcenter;Match 2\n2010-02;Viborg;790\n2010-04;Viborg;801\n", "Kolonnen »Match 2«"),
    ("Måned;Jobcenter;Indsatsklare*\n2010-02;Viborg;790\n2010-04;Viborg;801\n", "Kolonnen »Indsatsklare*«"),
    ("Jobcenter;Match 2 februar 2010;Match 2 april 2010\nViborg;790;801\n", "Kolonnen »Match 2 februar 2010«"),
    (";Match 2;\nJobcenter;feb 2010;apr 2010\nViborg;790;801\n", "Kolonnen »Match 2«"),
    ("Match 2;;\nJobcenter;feb 2010;apr 2010\nViborg;790;801\n", "Linjen »Match 2«"),
    ("Jobcenter: Viborg;;\nNøgletal;feb 2010;apr 2010\nMatch 2;790;801\n", "Rækken »Match 2«"),
    ("Jobcenter;Måned;Nøgletal;Værdi\nViborg;2010-02;Match 2;790\nViborg;2010-04;Match 2;801\n", "Rækken »Match 2«"),
    (workbook({"Match 2": [["Jobcenter", "feb 2010", "apr 2010"], ["Viborg", 790, 801]]}), "Arket »Match 2«"),
])
def test_months_before_the_groups_were_changed_ask_for_a_reason_wherever_the_heading_stands(engine, text, where):
    report = check(engine, text, name="tal.csv", today=TODAY)
    told, = warned(report)
    assert told.startswith(where) and all(part in told for part in EARLY)
    assert stated(report) == {("791", "2010-02", "personer_match4"): 790, ("791", "2010-04", "personer_match4"): 801}


@pytest.mark.parametrize("heading", ["Match 4", "Personer", "Matchgruppe 4, 2. opgørelse"])
def test_other_headings_hold_for_every_month(engine, heading):
    answers = Answers(columns={2: "personer_match4"}, approved=True)
    report = check(engine, f"Måned;Jobcenter;{heading}\n2010-02;Viborg;790\n", today=TODAY, answers=answers)
    assert (warned(report), noted(report)) == ([], []) and len(stated(report)) == 1


def test_what_is_left_out_or_empty_is_not_asked_about(engine):
    text = "Måned;Jobcenter;Match 2\n2010-02;Viborg;790\n2010-03;Skive;\n2010-04;Skive;420\n"
    assert warned(check(engine, text, today=TODAY, without=("791",))) == []


def test_figures_in_the_later_groups_are_told_of_and_no_model_is_made_up(engine):
    report = check(engine, "Måned;Jobcenter;Indsatsklare\n2010-04;Viborg;801\n", today=TODAY)
    assert warned(report) == []
    assert noted(report) == [f"»Indsatsklare« {NOTE}. Inddelingen er ikke gemt. Skriv »1-3« i en kolonne »Matchmodel«, "
                             "hvis databruddet skal vises."]
    assert {key[2] for key in stated(report)} == {"personer_match4"}


def test_a_file_that_says_its_model_needs_no_note(engine):
    report = check(engine, "Måned;Jobcenter;Match 2;Matchmodel\n2010-04;Viborg;801;1-3\n", today=TODAY)
    assert (warned(report), noted(report)) == ([], [])
    assert stated(report)["791", "2010-04", "matchmodel"] == "1-3"
