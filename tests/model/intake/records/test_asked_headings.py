"""Headings nobody knows, and those that may mean two things: asked by a program as on the page, and remembered."""

import pytest

from model.intake.report import Answers
from tests.model.intake.filing import HEAD as FIGURES
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import attendance, check, load

HERE = FILES / "public_reports" / "records"
SIGNED_UP = (HERE / "03f_deltagere_paa_tilmeldingsliste.csv").read_text()


def by_program(engine, text, said=None):
    """The report as the command line has it: it approves of every file, and answers by the questions' ids."""
    return check(engine, text, answers=Answers(approved=True, said=said or {}))


@pytest.mark.parametrize(("name", "question", "meant"), [
    ("10a_stavefejl_i_overskrift.csv", "column.tilmelt", "tilmeldt"),
    ("10b_lukke_dato_stavefejl.csv", "column.lukedato", "lukket")])
def test_a_misspelt_heading_is_refused_for_a_program_and_answered_by_it(engine, name, question, meant):
    text = (HERE / name).read_text().replace("30-06-2010", "30-04-2010")
    refused = by_program(engine, text)
    (asked,) = refused.question.refusal
    assert asked.question == question and asked.options[0].value == meant and asked.options[-1].value == "ignore"
    report = by_program(engine, text, said={question: meant})
    assert report.status == "ready" and meant in set(report.changes["measure"])
    assert meant not in set(by_program(engine, text, said={question: "ignore"}).changes["measure"])


def test_a_misspelt_heading_beside_the_right_one_without_anything_in_it_is_asked_about(engine):
    text = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Lukedato;Pladser\nSkive;Ulv;01-03-2010;;30-04-2010;6\n"
    (asked,) = by_program(engine, text).question.refusal
    assert asked.question == "column.lukedato"
    assert "lukket" in set(by_program(engine, text, said={"column.lukedato": "lukket"}).changes["measure"])


def test_the_answer_is_remembered_for_the_next_file(engine):
    text = (HERE / "10a_stavefejl_i_overskrift.csv").read_text()
    load(engine, text, answers=Answers(approved=True, said={"column.tilmelt": "tilmeldt"}))
    assert by_program(engine, text.replace("K3", "K2")).status == "ready"


def test_an_unknown_heading_of_monthly_figures_is_answered_the_same_way(engine):
    text = FIGURES.replace("heraf_loentilskud", "heraf_loentilsud") + "2010-03;779;400;40;3\n"
    (asked,) = by_program(engine, text).question.refusal
    assert asked.question == "column.herafloentilsud" and asked.options[0].value == "heraf_loentilskud"
    report = by_program(engine, text, said={asked.question: "heraf_loentilskud"})
    assert report.status == "ready" and "heraf_loentilskud" in set(report.changes["measure"])


@pytest.mark.parametrize(("heading", "cells", "is_asked"), [
    ("Afsluttet", "30-06-2010", True), ("Ejer", "privat", True), ("Noter", "ring først", False),
    ("Telefon", "87654321", False), ("Lokalenr", "12", False), ("Opdateret", "01-04-2010", False)])
def test_a_column_that_may_hold_something_of_ours_is_asked_about_others_are_noted(engine, heading, cells, is_asked):
    report = check(engine, f"Jobcenter;Virksomhedscenter;Åbnet;{heading};Pladser\nSkive;Ulv;01-03-2010;{cells};6\n"
                           f"Skive;Ræv;01-03-2010;{cells};6\n")
    assert (report.question is not None) == is_asked
    assert is_asked or any(f"»{heading}« bruges ikke" in note for note in report.notes)


def test_participants_on_a_sign_up_list_are_asked_about_and_remembered(engine):
    (asked,) = check(engine, SIGNED_UP).problems
    assert asked.question == "column.deltagere"
    assert [option.value for option in asked.options] == ["tilmeldt", "moedt", "ignore"]
    load(engine, SIGNED_UP, answers=Answers(said={"column.deltagere": "tilmeldt"}))
    assert set(attendance(engine).values()) == {(3, None), (2, None)}
    again = SIGNED_UP.replace("kursusdag 3 (26. jan. 2010), frist 15. jan.", "kursusdag 4")
    assert check(engine, again).status == "ready"


@pytest.mark.parametrize(("text", "found"), [
    ("Fremmøde kursusdag 3\nJobcenter;Rolle;Deltagere\nSkive;Konsulent;3\n", (None, 3)),
    ("Kursusdag;Jobcenter;Rolle;Tilmeldt;Antal deltagere\nK3;Skive;Konsulent;4;3\n", (4, 3))])
def test_participants_are_those_who_came_where_the_rest_says_so(engine, text, found):
    load(engine, text)
    assert attendance(engine) == {("K3", "779", "jobkonsulent"): found}


@pytest.mark.parametrize("text", ["Kursusdag;Jobcenter;Rolle;Antal\nK1;Skive;Konsulent;3\n",
                                  "Kursusliste\nKursusdag;Jobcenter;Rolle;Kursister\nK1;Skive;Konsulent;3\n"])
def test_any_heading_that_may_be_either_is_asked_about(engine, text):
    (asked,) = check(engine, text).problems
    assert {option.value for option in asked.options} >= {"tilmeldt", "moedt"}
