"""Every number of a file is accounted for: stored, a control sum, a key, not used and why, refused or waiting."""

import io
from datetime import date

import openpyxl
import pytest

from model.intake import verdicts
from model.intake.account.account_words import lines, sentence
from model.intake.examine import examine
from model.intake.report import Answers, Correction, Report
from tests.model.intake.filing import APPROVED, CONSULTANT, TODAY, check, workbook

HEAD = "Måned;Kommunekode;Personer;Heraf i løntilskud\n"


def groups(report: Report) -> set[tuple[str, str, str, int]]:
    """(what, sheet, cells, how many) of each group."""
    assert report.account is not None
    return {(group.what, group.sheet, group.cells, group.count) for group in report.account.groups}


def test_the_consultant_s_file_is_told_of_in_a_line(read):
    report = examine(read, CONSULTANT.name, CONSULTANT.read_bytes(), answers=APPROVED, today=TODAY)
    assert report.account is not None
    assert sentence(report.account) == ("Filens 200 tal: 123 gemmes, 21 er kontrolsummer, 19 er nøgler, 37 bruges ikke")
    assert "Afsenderens egne beregninger: 37 tal (H6:H25, G6:G27)" in lines(report.account)


SHEETS = {"Tal": [["Ark fra 2010"], [2010], ["Måned", "Jobcenter", "Personer", "Pct.", "Sagsantal"],
                  ["2010-03", "Skive", 414, 10, 1], ["2010-03", "Viborg", "<5", 20, 2],
                  ["2010-03", "I alt", 414, 30, 3],
                  ["Måned", "Jobcenter", "Personer", "Pct.", "Sagsantal"], ["2010-03", "Lemvig", 7, 40, 4]],
          "Noter": [[1, True], [2.5, "12 personer"]]}


def test_each_cell_has_the_fate_that_a_person_would_give_it(read):
    report = examine(read, "tal.xlsx", workbook(SHEETS), answers=APPROVED, today=TODAY, without=("665",))
    assert report.status == "ready"
    assert groups(report) == {("ignored", "Tal", "A2", 1), ("stored", "Tal", "C4:C5", 2), ("control", "Tal", "C6", 1),
                              ("ignored", "Tal", "D4:D8", 4), ("ignored", "Tal", "E4:E8", 4),
                              ("ignored", "Tal", "C8", 1), ("ignored", "Noter", "A1:A2", 2)}


@pytest.mark.parametrize("written", ['"414"', ' "414"', "'414"])
def test_a_number_that_is_written_as_a_text_is_a_number(read, written):
    content = workbook({"Ark1": [["Måned", "Jobcenter", "Personer"], ["2010-03", "Skive", written]]})
    report = examine(read, "tal.xlsx", content, answers=APPROVED, today=TODAY)
    assert report.status == "ready" and groups(report) == {("stored", "Ark1", "C2", 1)}


@pytest.mark.parametrize(("rows", "expected"), [
    ("2010-03;791;10;1\n2010-03;999;20;2\n", {("key", "", "B2", 1), ("waiting", "", "C2:D2", 2),
                                              ("refused", "", "B3", 1), ("refused", "", "C3:D3", 2)}),
    ("2010-03;791;10;11\n2010-03;779;20;2,5\n", {("key", "", "B2:B3", 2), ("waiting", "", "C2:C3", 2),
                                                 ("refused", "", "D2:D3", 2)}),
    ("2010-03;791;10;1\n2010-03;791;20;2\n", {("key", "", "B2:B3", 2), ("refused", "", "C2, D2:D3", 3),
                                              ("refused", "", "C3", 1)})])
def test_what_is_refused_and_what_waits_for_it(read, rows, expected):
    assert groups(check(read, HEAD + rows)) == expected


def test_a_question_lets_what_is_not_known_wait(read):
    report = check(read, "Måned;Jobcenter;Personer;Zebra;Giraf;Okapi\n2010-03;Skive;1;2;3;4\n", answers=None)
    assert report.status == "question" and report.account is not None
    assert report.account.counts["waiting"] == 4
    assert sentence(report.account) == "Filens 4 tal venter på svar"


def test_a_question_of_which_kind_the_file_is_lets_all_of_it_wait(read):
    report = examine(read, "fil.csv", b"Jobcenter;Dato;Antal\nViborg;26-01-2010;7\nSkive;26-01-2010;9\n", today=TODAY)
    assert report.problems[0].question == "dataset"
    assert groups(report) == {("waiting", "", "C2:C3", 2)}


def test_the_sentence_is_short_when_there_is_little_to_say(read):
    whole = check(read, "Måned;Jobcenter;Personer\n2010-03;Skive;1\n2010-03;Lemvig;2\n").account
    alone = check(read, "Måned;Jobcenter;Personer\n2010-03;Skive;1\n").account
    assert whole is not None and sentence(whole) == "Filens 2 tal gemmes"
    assert alone is not None and sentence(alone) == "Filens ene tal gemmes"


def test_a_hidden_sheet_is_counted(read):
    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS)))
    book["Noter"].sheet_state = "hidden"
    saved = io.BytesIO()
    book.save(saved)
    report = examine(read, "tal.xlsx", saved.getvalue(), answers=APPROVED, today=TODAY)
    assert ("ignored", "Noter", "A1:A2", 2) in groups(report)
    assert report.account is not None and report.account.groups[-1].why == "Skjult ark"


@pytest.mark.parametrize("text", [
    "Måned;Jobcenter;Personer;Praktik\n2010-03;Skive;414;x\n2010-03;Odder;205;X\n",
    "Nr.;Dato;Jobcenter;Tema\n1;03-11-2009;Skive;Mentor\n1;10-11-2009;Skive;Mentor\n"])
def test_numbers_of_a_file_that_is_only_asked_about_wait_for_an_answer(read, text):
    report = check(read, text)
    assert report.errors and all(problem.question for problem in report.errors)
    assert report.account is not None and report.account.counts["waiting"] + report.account.counts["key"]
    assert "venter på, at" not in sentence(report.account) and not report.account.counts["refused"]


@pytest.mark.parametrize("state", ["visible", "hidden"])
def test_a_sheet_that_is_not_read_is_told_by_its_number_where_its_name_may_be_a_persons(read, state):
    book = openpyxl.load_workbook(io.BytesIO(workbook(SHEETS)))
    book["Noter"].sheet_state, book["Noter"].title = state, "Zenobia Prøvesen"
    saved = io.BytesIO()
    book.save(saved)
    account = examine(read, "tal.xlsx", saved.getvalue(), answers=APPROVED, today=TODAY).account
    assert account is not None and "Zenobia" not in f"{account.as_json()} {lines(account)}"
    assert any("(ark nr. 2, A1:A2)" in line for line in lines(account))
    assert {group["sheet"] for group in account.as_json()["groups"]} == {"Tal", "ark nr. 2"}


@pytest.mark.parametrize(("made", "expected"), [
    (Correction("", "3", None), ("Rækker, der er udeladt", "B3:D3", 3)),
    (Correction("", "C3", "x"), ("Tal, der er rettet til noget andet end et tal", "C3", 1)),
    (Correction("", "C3", "21"), None)])
def test_what_a_correction_takes_out_of_a_file_stays_in_its_account(read, made, expected):
    content = f"{HEAD}2010-03;791;10;1\n2010-03;779;20;2\n".encode()
    report = examine(read, "tal.csv", content, answers=Answers(approved=True, corrections=(made,)), today=TODAY)
    assert report.account is not None and report.account.numbers == 6
    assert [(group.why, group.cells, group.count) for group in report.account.groups
            if "rettet" in group.why or "udeladt" in group.why] == ([expected] if expected else [])


@pytest.mark.parametrize(("rows", "said"), [
    ("2010-03;779;400;1-5;\n", "Desuden gemmes 1 oplysning, der ikke er tal"),
    ("2010-03;779;400;1-5;ring\n2010-03;791;..;;\n", "Desuden gemmes 3 oplysninger, der ikke er tal"),
    ("2010-03;779;<5;;\n", ""), ("2010-13;779;400;1-5;\n", "")])
def test_what_is_stored_besides_the_numbers_makes_up_what_is_new(engine, rows, said):
    report = examine(engine, "tal.csv", f"maaned;kommunekode;personer_match4;matchmodel;bemaerkning\n{rows}".encode(),
                     today=date(2010, 5, 1))
    assert verdicts.beside_numbers(report) == said
