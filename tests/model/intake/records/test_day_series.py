"""Days numbered within their own course, and keys that stand once for a table: in its title or its sheet's name."""

import pytest

from model.intake.examine import examine
from model.intake.report import Answers
from tests.model.intake.filing import workbook
from tests.model.intake.gates import FILES
from tests.model.intake.records.street import TODAY, attendance, check, load

HERE = FILES / "public_reports" / "records"
HEAD = "Dag;Jobcenter;Rolle;Mødt\n"


def days(engine):
    return {code for code, _, _ in attendance(engine)}


def test_days_under_a_mentor_course_are_that_course_s_days(engine):
    load(engine, (HERE / "03d_mentorkursus_dag_1_2_3.csv").read_text())
    assert days(engine) == {"M1-1", "M1-2", "M1-3"}


@pytest.mark.parametrize(("text", "found"), [
    ("Mentorkursus 2, fremmøde\nJobcenter;Rolle;Dag 1;Dag 2\nSkive;Mentor;3;2\n", {"M2-1", "M2-2"}),
    (f"Mentorforløb 1\n{HEAD}Dag 2;Skive;Mentor;3\n", {"M1-2"}),
    (f"Kursusforløb 2\n{HEAD}1;Skive;Konsulent;3\n", {"K4"}),
    ("Forløb;Dag;Jobcenter;Rolle;Mødt\nMentorkursus 1;1;Skive;Mentor;3\nMentorkursus 2;2;Skive;Mentor;3\n",
     {"M1-1", "M2-2"}),
    ("Kursus;Dag;Jobcenter;Rolle;Mødt\nMentorkursus 1;1;Skive;Mentor;3\nKursusrækken;2;Skive;Konsulent;3\n",
     {"M1-1", "K2"}),
    (f"{HEAD}4;Skive;Konsulent;3\n", {"K4"})])
def test_a_day_belongs_to_the_course_that_is_named(engine, text, found):
    load(engine, text)
    assert days(engine) == found


@pytest.mark.parametrize(("text", "options"), [
    (f"Forløb 1\n{HEAD}1;Skive;Konsulent;3\n", ["K.1", "M1"]),
    (f"Mentorkurset\n{HEAD}1;Skive;Mentor;3\n", ["M1", "M2"]),
    (f"{HEAD}1;Skive;Mentor;3\n", ["K", "M1", "M2"])])
def test_a_day_that_may_be_of_several_courses_is_asked_about(engine, text, options):
    (question,) = check(engine, text).problems
    assert question.question == "series.kursusdag"
    assert [option.value for option in question.options] == options
    load(engine, text, answers=Answers(said={"series.kursusdag": "M1"}))
    assert days(engine) == {"M1-1"}
    assert check(engine, f"{text} ").problems, "the next file may be of another course"


def test_a_day_that_the_course_does_not_have_is_an_error_in_its_cell(engine):
    (fault,) = check(engine, f"Mentorkursus 1\n{HEAD}4;Skive;Mentor;3\n").problems
    assert fault.cell == "A3" and "er ikke en kursusdag" in fault.text


@pytest.mark.parametrize(("names", "title", "found"), [
    (("26-01-2010", "K4", "23. mar"), None, {"K3", "K4", "K5"}),
    (("Dag 1", "Dag 2"), "Mentorkursus 2, fremmøde", {"M2-1", "M2-2"})])
def test_sheets_that_each_name_another_course_day(engine, names, title, found):
    rows = [*([[title]] if title else []), ["Jobcenter", "Rolle", "Mødt"], ["Skive", "Mentor", 2]]
    report = examine(engine, "fremmøde.xlsx", workbook(dict.fromkeys(names, rows)), today=TODAY)
    assert report.status == "ready", report.problems
    assert {code for record in report.changes["record"] for code in found if f'"{code}"' in record} == found
    assert any("»Kursusdag« står over tabellen eller i arkets navn" in note for note in report.notes)


def test_sheets_and_titles_that_name_a_jobcenter(engine):
    rows = [["Kursusdag", "Rolle", "Tilmeldt", "Mødt"], ["K1", "Konsulent", 2, 2]]
    report = examine(engine, "fremmøde.xlsx", workbook({"Skive": rows, "Jobcenter Viborg": rows}), today=TODAY)
    assert report.status == "ready" and set(report.changes["jobcenter"]) == {"779", "791"}
    for title in ("Jobcenter: Skive", "Fremmøde, Jobcenter Skive", "Skive Kommune"):
        found = check(engine, f"{title}\nKursusdag;Rolle;Mødt\nK1;Konsulent;3\n")
        assert found.status == "ready" and set(found.changes["jobcenter"]) == {"779"}


def test_a_town_in_a_longer_title_is_where_the_course_was_held(engine):
    (fault,) = check(engine, "Kursusdag 2, Viborg\nRolle;Mødt\nKonsulent;3\n").problems
    assert "mangler en kolonne med »Jobcenter«" in fault.text
