"""Dates that may be another month's: one question for each text, or one for a column read one way throughout."""

import pytest

from model.intake.report import Answers
from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.test_reported_texts import RIGHT, figures

ROWS = "Måned;Jobcenter;Personer\n{};Skive;414\n{};Odder;205\n"


def asked(report):
    """Question -> the values it takes."""
    assert report.status == "refused" and {p.gate for p in report.errors} == {3}
    return {p.question: [option.value for option in p.options] for p in report.errors}


def answered(**said: str) -> Answers:
    return Answers(approved=True, said={name.replace("__", "."): value for name, value in said.items()})


def test_a_column_of_american_firsts_is_asked_about_as_a_whole(engine):
    content = (FILES / "public_reports" / "03d_amerikansk_dato.csv").read_bytes()
    report = check(engine, content)
    assert asked(report) == {"month.A": ["american", "danish"]}
    assert [option.words for option in report.errors[0].options] == [
        "Amerikansk (måned/dag/år): marts 2010", "Dansk (dag/måned/år): januar 2010"]
    assert figures(check(engine, content, answers=answered(month__A="american"))) == RIGHT


def test_a_moment_near_midnight_is_asked_about_once_for_all_its_rows(engine):
    name = "03_maaned_som_dato_en_time_for_tidligt.xlsx"
    content = (FILES / "public_reports" / name).read_bytes()
    report = check(engine, content, name=name)
    [question] = asked(report)
    assert question == "month.Ark1.A.28_02_2010_23_00_00" and asked(report)[question] == ["2010-03", "2010-02"]
    assert "Række 2, 3 og 4" in report.errors[0].text
    said = Answers(approved=True, said={question: "2010-03"})
    assert figures(check(engine, content, name=name, answers=said)) == RIGHT


@pytest.mark.parametrize(("cell", "question", "values"), [
    ("14-03-2010", "month.A.14_03_2010", ["2010-03"]), ("3/31/2010", "month.A.3_31_2010", ["2010-03"]),
    ("31-03-2010 23:00", "month.A.31_03_2010_23_00", ["2010-04", "2010-03"]),
    ("01-03-2010 00:59", "month.A.01_03_2010_00_59", ["2010-02", "2010-03"]),
    ("5/3-2010", "month.A.5_3_2010", ["2010-05", "2010-03"])])
def test_other_unclear_dates_take_the_months_they_may_be(engine, cell, question, values):
    assert asked(check(engine, ROWS.format(cell, "2010-03"))) == {question: values}
    said = Answers(approved=True, said={question: values[-1]})
    found = stated(check(engine, ROWS.format(cell, "2010-03"), answers=said))
    assert found["779", values[-1], "personer_match4"] == 414
    wrong = Answers(approved=True, said={question: "2009-12"})
    assert question in asked(check(engine, ROWS.format(cell, "2010-03"), answers=wrong))


def test_each_text_has_a_question_of_its_own(engine):
    assert set(asked(check(engine, ROWS.format("14-03-2010", "15-03-2010")))) == {"month.A.14_03_2010",
                                                                                "month.A.15_03_2010"}


@pytest.mark.parametrize("cell", ["01-03-2010", "31-03-2010", "marts 2010", "2010-03-01T00:00:00"])
def test_clear_months_ask_nothing(engine, cell):
    assert check(engine, ROWS.format(cell, "2010-03")).status == "ready"


def test_a_date_on_a_line_without_figures_asks_nothing(engine):
    rows = [["Måned", "Jobcenter", "Personer"], ["2010-03", "Skive", 414], [None] * 3, ["14-04-2010", None, None]]
    assert check(engine, workbook({"Ark1": rows}), name="tal.xlsx").status == "ready"


def test_records_of_a_month_ask_too(engine):
    text = "Jobcenter;Virksomhedscenter;Måned;Pladser\nSkive;Bilka;3/1/2010;8\nSkive;Bilka;4/1/2010;8\n"
    assert asked(check(engine, text, name="b.csv", dataset="centermaaned")) == {"month.C": ["american", "danish"]}
    found = check(engine, text, name="b.csv", dataset="centermaaned", answers=answered(month__C="american"))
    assert not any(p.question for p in found.errors) and "mar. 2010" in found.errors[0].text
