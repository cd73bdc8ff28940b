"""Occupied places under a line that speaks of several months: no answer is offered that ends in another refusal."""

import pytest

from model.intake.report import Answers
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import check, load

HERE = FILES / "public_reports" / "records"
ONE = Answers(said={"period": "one"})
TABLE = "Jobcenter;Virksomhedscenter;Pladser;Besatte\nSkive;Ulvespor Lager;8;6\n"


@pytest.fixture
def centres(engine):
    load(engine, (HERE / "07_0_centre.csv").read_text())
    return engine


@pytest.mark.parametrize("text", [
    (HERE / "07d4_foerste_kvartal_til_marts.csv").read_text(),
    f"Belægning 1. kvartal 2010 (marts 2010)\n{TABLE}", f"Belægning januar-marts 2010\n{TABLE}",
    f"Belægning, gennemsnit til og med marts 2010\n{TABLE}"])
def test_a_month_that_the_line_names_is_the_one_they_may_be_of(centres, text):
    (asked,) = check(centres, text).problems
    assert asked.question == "period"
    assert {option.value: option.words for option in asked.options}["one"] == "Tallene er for marts 2010 alene"
    report = check(centres, text, answers=ONE)
    assert report.status == "ready", report.problems
    assert set(report.changes["said"]) == {"Skive, Ulvespor Lager, mar. 2010"}
    assert any("»Måned« står over tabellen" in note and "mar. 2010" in note for note in report.notes)
    load(centres, text, answers=ONE)


@pytest.mark.parametrize("answers", [None, ONE])
@pytest.mark.parametrize("line", ["Belægning 1. kvartal 2010", "Belægning år til dato",
                                  "Belægning januar 2010 - marts 2010"])
def test_where_no_month_is_named_it_is_told_what_to_write_and_nothing_is_offered(centres, line, answers):
    (fault,) = check(centres, f"{line}\n{TABLE}", answers=answers).problems
    assert fault.question is None and not fault.options
    assert "skriv den i en kolonne »Måned«" in fault.text


def test_figures_that_are_added_up_are_refused(centres):
    text = (HERE / "07d4_foerste_kvartal_til_marts.csv").read_text()
    (fault,) = check(centres, text, answers=Answers(said={"period": "several"})).problems
    assert "kan ikke gemmes som én måneds tal" in fault.text


def test_a_month_of_the_rows_own_is_asked_about_as_before(centres):
    rows = TABLE.replace("Pladser", "Måned;Pladser").replace("Lager;8", "Lager;2010-02;8")
    text = f"Belægning 1. kvartal 2010 (til og med marts 2010)\n{rows}"
    (asked,) = check(centres, text).problems
    assert asked.options[0].words == "Tallene er for februar 2010 alene"
    assert check(centres, text, answers=ONE).status == "ready"
