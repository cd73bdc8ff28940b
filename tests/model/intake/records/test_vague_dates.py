"""Dates that are no days: refused with what to write, and the day itself where one is meant."""

from datetime import date

import pytest

from model.intake.examine import examine
from model.intake.mending.corrections import suggested
from model.intake.report import Answers, Correction
from tests.model.intake.builders import xlsx
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import TODAY, check, load

FOLDER = FILES / "public_reports" / "records"
HEAD = "Jobcenter;Virksomhedscenter;Åbnet;Lukket;Pladser\n"
FIRST, LAST = "skriv den 1. i måneden", "skriv den sidste dag i måneden"


def opened(engine, text):
    (problem,) = check(engine, f"{HEAD}Skive;Ulvespor Lager;{text};;6\n", dataset="centre").problems
    return problem


def test_a_register_with_such_dates_is_refused_cell_by_cell(engine):
    content = (FOLDER / "06a_aabnet_omtrentligt.csv").read_text()
    report = check(engine, content)
    assert report.status == "refused"
    assert [p.cell for p in report.problems] == [f"C{row}" for row in range(2, 9)]
    assert [p.suggestion for p in report.problems] == [None, "01-03-2010", None, None, None, "01-03-2010", None]


@pytest.mark.parametrize("text", ["marts 2010", "mar-10", "2010-03", "03-2010", "2010M03", "xx-03-2010", "00-03-2010",
                                  "ca. marts 2010", "i marts 2010"])
def test_a_month_is_told_to_be_written_as_its_first_day(engine, text):
    problem = opened(engine, text)
    assert f"»{text}« er en måned, ikke en dag" in problem.text
    assert f"{FIRST}: »01-03-2010«" in problem.text
    assert problem.suggestion is None


def test_a_month_in_which_something_ends_is_its_last_day(engine):
    (problem,) = check(engine, f"{HEAD}Skive;Ulvespor Lager;01-02-2010;marts 2010;6\n").problems
    assert f"{LAST}: »31-03-2010«" in problem.text


@pytest.mark.parametrize(("text", "day"), [
    ("ca. 1.3.2010", "01-03-2010"), ("ca 1/3-10", "01-03-2010"), ("omkring 1. marts 2010", "01-03-2010"),
    ("1.3.2010?", "01-03-2010"), ("primo marts 2010", "01-03-2010"), ("medio marts 2010", "15-03-2010"),
    ("ultimo marts 2010", "31-03-2010"), ("ultimo februar 2010", "28-02-2010"), ("midt i marts 2010", "15-03-2010"),
    ("slutningen af marts 2010", "31-03-2010")])
def test_where_one_day_is_meant_it_is_suggested_and_can_be_taken(engine, text, day):
    content = f"{HEAD}Skive;Ulvespor Lager;{text};;6\n"
    problem = opened(engine, text)
    assert problem.suggestion == day
    mended = check(engine, content, dataset="centre", answers=Answers(corrections=suggested([problem])))
    assert mended.status == "ready"


def test_a_day_that_has_not_been_yet_is_not_suggested(engine):
    assert opened(engine, f"ultimo maj {TODAY.year}").suggestion is None


@pytest.mark.parametrize("text", ["forår 2010", "Foråret 2010", "vinter 2009/10", "uge 8", "2010", "år 2010", "marts",
                                  "1. marts", "1/3", "1. kvartal 2010", "1.-5. marts 2010", "marts-april 2010"])
def test_what_is_no_day_says_what_to_write_and_suggests_none(engine, text):
    problem = opened(engine, text)
    assert f"»{text}«" in problem.text
    assert "Skriv dag, måned og år" in problem.text
    assert problem.suggestion is None


def test_a_week_with_its_year_names_its_monday(engine):
    assert "skriv dens mandag: »22-02-2010«" in opened(engine, "uge 8, 2010").text


@pytest.mark.parametrize("text", [
    "Nr.;Dato;Jobcenter;Emne\n1;{};Skive;Mentor\n", "Jobcenter;Status;Tilbudt den\nSkive;tilbudt;{}\n",
    "maaned;jobcenter;personer_match4;modtaget\n2010-03;Skive;400;{}\n"])
def test_every_column_of_dates_says_it(engine, text):
    for said in ("marts 2010", "2010-03"):
        report = check(engine, text.format(said))
        assert any(f"»{said}« er en måned, ikke en dag" in p.text for p in report.problems), report.problems


@pytest.mark.parametrize(("shown", "status"), [("mmm-yy", "refused"), ("mmmm yyyy", "refused"),
                                               ("[$-406]mmmm yyyy;@", "refused"), ("dd-mm-yyyy", "ready"),
                                               ("d. mmm yyyy", "ready")])
def test_a_month_that_excel_made_its_first_day_is_still_a_month(engine, shown, status):
    def format_(book):
        book["Ark1"]["C2"].number_format = shown
    content = xlsx([["Jobcenter", "Virksomhedscenter", "Åbnet", "Pladser"],
                    ["Skive", "Ulvespor Lager", date(2010, 3, 1), 6]], format_)
    report = examine(engine, "centre.xlsx", content, dataset="centre", today=TODAY)
    assert report.status == status
    assert all(p.cell == "C2" and "»marts 2010« er en måned, ikke en dag" in p.text for p in report.problems)


def test_the_day_that_is_written_in_such_a_cell_counts(engine):
    def format_(book):
        book["Ark1"]["C2"].number_format = "mmm-yy"
    content = xlsx([["Jobcenter", "Virksomhedscenter", "Åbnet", "Pladser"],
                    ["Skive", "Ulvespor Lager", date(2010, 3, 1), 6]], format_)
    mended = Answers(corrections=(Correction("Ark1", "C2", "01-03-2010"),))
    assert examine(engine, "centre.xlsx", content, dataset="centre", today=TODAY, answers=mended).status == "ready"


def test_the_file_that_writes_the_days_is_ready(engine):
    load(engine, f"{HEAD}Skive;Ulvespor Lager;01-03-2010;;6\n")


@pytest.mark.parametrize(("dataset", "text"), [
    ("hotline", 'Henvendelse nr.;Dato;Jobcenter;Tema\n1;"""""";Skive;Mentor\n'),
    ("centermaaned", 'Jobcenter;Virksomhedscenter;Måned;Pladser\nSkive;Ulvespor Lager;"""""";6\n')])
def test_marks_around_nothing_say_nothing(engine, dataset, text):
    [problem] = check(engine, text, dataset=dataset).errors
    assert problem.text.endswith("siger ingenting. Skriv det, der skal stå, eller lad cellen være tom.")
