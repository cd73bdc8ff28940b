"""Numbers that Excel has made dates of: a choice is read as what it was, a count is told for what it is."""

from datetime import datetime

import pytest

from model.intake.cells.excel_dates import choice_in, told
from model.intake.report import Answers
from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.test_reported_texts import RIGHT, figures

MODELS = ("1-5", "1-3")
HEAD = "Måned;Jobcenter;Personer;Matchmodel\n2010-03;Skive;414;"


def test_a_match_model_that_became_a_date_is_read_and_told(engine):
    name = "07_matchmodel_1-5_blev_dato.xlsx"
    report = check(engine, (FILES / "public_reports" / name).read_bytes(), name=name)
    assert figures(report) == RIGHT and stated(report)["779", "2010-03", "matchmodel"] == "1-5"
    assert any("»Matchmodel« (række 2, 3 og 4)" in note and "Excel" in note for note in report.notes)


@pytest.mark.parametrize(("cell", "model"), [
    ("01-05-2010", "1-5"), ("1. maj", "1-5"), ("01-maj", "1-5"), ("maj-05", "1-5"), ("5-jan", "1-5"), ("jan-05", "1-5"),
    ("40299", "1-5"), ("05-01-2010", "1-5"), ("2010-05-01T00:00:00", "1-5"), ("01-03-2010", "1-3"), ("1. mar.", "1-3"),
    ("mar-03", "1-3"), ("03-jan", "1-3"), ("01-06-2010", None), ("1. april", None), ("414", None), ("maj", None)])
def test_which_choice_became_a_date(cell, model):
    assert choice_in(cell, MODELS) == model


def test_a_date_that_no_choice_became_is_named(engine):
    report = check(engine, f"{HEAD}01-06-2010\n")
    assert report.status == "refused" and "Excel kan have lavet" in report.errors[0].text


@pytest.mark.parametrize(("cell", "typed"), [("05-okt", "5-10"), ("04-06-2010", "4-6"), ("6. juni 2010", "6-6"),
                                             ("okt-05", "10-5"), ("2010-06-04", "4-6"), ("1/4-10", "1-4")])
def test_a_count_that_became_a_date_is_told_before_any_remedy(cell, typed):
    said = told(cell)
    assert said.index(f"Excel kan have lavet »{typed}«") < said.index("så skriv grænsen som »<5«")


@pytest.mark.parametrize("cell", ["414", "4-6", "1.480", "40299", "<5", "ca. 10", "marts 2010"])
def test_other_counts_are_no_dates(cell):
    assert told(cell) is None


def test_a_number_shown_as_a_day_of_the_first_years_is_that_number():
    assert "tallet 61" in told("01-03-1900")


def test_dates_among_the_counts_of_a_workbook_and_of_records(engine):
    rows = [["Måned", "Jobcenter", "Personer"], ["2010-03", "Skive", datetime(2010, 6, 4)]]
    report = check(engine, workbook({"Ark1": rows}), name="tal.xlsx")
    assert report.status == "refused" and "»4-6«" in report.errors[0].text
    course = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;Skive;tovholder;5;03-apr\n"
    report = check(engine, course, name="kursus.csv")
    assert report.status == "refused" and "»3-4«" in report.errors[0].text


@pytest.mark.parametrize("serials", [("40238", "40238"), ("40238", "40210"), ("40238.0", "40268")])
def test_a_month_that_is_a_number_of_excel_s_is_asked_about_as_the_month_it_would_be(engine, serials):
    rows = "".join(f"{serial};{place};{41 + at};{at}\n" for at, (serial, place) in enumerate(
        zip(serials, ("Skive", "Odder"), strict=True)))
    sent = f"Måned;Jobcenter;Personer;I virksomhedspraktik\n{rows}"
    report = check(engine, sent)
    asked = {problem.question: problem.options[0].value for problem in report.problems if problem.question}
    assert report.status == "refused" and len(asked) == len(set(serials)) and "2010-03" in asked.values()
    assert all("nok Excels tal for" in problem.text for problem in report.problems)
    assert check(engine, sent, answers=Answers(approved=True, said=asked)).status == "ready"
