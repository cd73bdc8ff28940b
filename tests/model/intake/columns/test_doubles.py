"""Two columns that would be read as the same: a choice where they differ, a note where they do not."""

import io

import openpyxl
import pytest

from model.intake.report import Answers
from tests.model.intake.filing import check, load, stated
from tests.model.intake.records import street

PRAKTIK = "Jobcenter;Måned;Personer;Praktik;Praktik\nSkive;2010-03;414;61;62\nLemvig;2010-03;195;20;21\n"
QUESTION = "column.heraf_virksomhedspraktik"
HIDDEN = "Jobcenter;Måned;Personer;Målgruppen\nSkive;2010-03;414;415\n"


def said(question: str, letter: str, **more: object) -> Answers:
    return Answers(said={question: letter}, approved=True, **more)


def test_two_columns_for_one_figure_are_a_question_with_the_columns_to_choose_between(engine):
    (problem,) = check(engine, PRAKTIK).problems
    assert (problem.severity, problem.question, problem.column) == ("fejl", QUESTION, "Praktik")
    assert [(option.value, option.words) for option in problem.options] == [
        ("D", "Kolonne D »Praktik« (61, 20)"), ("E", "Kolonne E »Praktik« (62, 21)")]


@pytest.mark.parametrize(("letter", "figure", "left"), [("D", 61, "E"), ("e", 62, "D")])
def test_the_column_that_is_chosen_is_read_and_the_other_is_told_of(engine, letter, figure, left):
    report = check(engine, PRAKTIK, answers=said(QUESTION, letter))
    assert stated(report)["779", "2010-03", "heraf_virksomhedspraktik"] == figure
    (note,) = [note for note in report.notes if "er valgt som" in note]
    assert note == (f"Kolonne {letter.upper()} »Praktik« er valgt som »Heraf i virksomhedspraktik«, "
                    f"og kolonne {left} »Praktik« er ikke læst.")
    assert not any("bruges ikke" in note for note in report.notes)


@pytest.mark.parametrize("answer", ["C", "F", "", "Praktik"])
def test_another_answer_leaves_the_question(engine, answer):
    assert check(engine, PRAKTIK, answers=said(QUESTION, answer)).problems[0].question == QUESTION


def test_the_choice_is_remembered_with_the_headings(engine):
    load(engine, PRAKTIK, answers=said(QUESTION, "E", profile_name="To kolonner"))
    report = check(engine, PRAKTIK.replace("2010-03", "2010-02"), answers=None)
    assert report.status == "ready" and stated(report)["779", "2010-02", "heraf_virksomhedspraktik"] == 62


@pytest.mark.parametrize("cells", [("61", "61"), ("61", ""), ("", "61"), (" 61", "61 ")])
def test_columns_that_say_the_same_or_nothing_are_no_question(engine, cells):
    text = f"Jobcenter;Måned;Personer;Praktik;Praktik\nSkive;2010-03;414;{';'.join(cells)}\n"
    report = check(engine, text)
    assert stated(report)["779", "2010-03", "heraf_virksomhedspraktik"] == 61
    assert any("er ikke læst" in note and "»Praktik«" in note for note in report.notes)


def test_a_question_for_each_month_and_each_sheet_has_an_id_of_its_own(engine):
    text = ";Marts 2010;;Januar 2010;\nJobcenter;Personer;Personer;Personer;Personer\nSkive;414;415;1;2\n"
    assert [p.question for p in check(engine, text).problems] == ["column.personer_match4.2010-03",
                                                                  "column.personer_match4.2010-01"]
    told = {"column.personer_match4.2010-03": "C", "column.personer_match4.2010-01": "D"}
    assert stated(check(engine, text, answers=Answers(said=told, approved=True))) == {
        ("779", "2010-03", "personer_match4"): 415, ("779", "2010-01", "personer_match4"): 1}


def test_a_hidden_column_is_named_as_hidden(engine):
    book = openpyxl.Workbook()
    for line in HIDDEN.splitlines():
        book.active.append(line.split(";"))
    book.active.column_dimensions["D"].hidden = True
    saved = io.BytesIO()
    book.save(saved)
    (problem,) = [p for p in check(engine, saved.getvalue(), name="a.xlsx").problems if p.question]
    assert problem.question == "column.personer_match4.sheet"
    assert "kolonne D er skjult" in problem.text
    assert problem.options[1].words == "Kolonne D »Målgruppen«, skjult (415)"


@pytest.mark.parametrize(("text", "question", "letter"), [
    ("Måned;Periode;Jobcenter;Personer\n2010-03;2010-02;Skive;414\n", "column.maaned", "A"),
    ("Kommunekode;Kom.nr.;Måned;Personer\n779;665;2010-03;414\n", "column.kommunekode", "A")])
def test_two_keys_that_differ_are_a_question_and_two_that_agree_are_a_note(engine, text, question, letter):
    (problem,) = check(engine, text).problems
    assert problem.question == question
    assert stated(check(engine, text, answers=said(question, letter))) == {("779", "2010-03", "personer_match4"): 414}
    same = text.replace("2010-02", "marts 2010").replace("665", "0779")
    report = check(engine, same)
    assert stated(report) == {("779", "2010-03", "personer_match4"): 414}
    assert any("siger på alle rækker det samme som" in note for note in report.notes)


def test_what_is_to_be_chosen_is_told_beside_what_is_to_be_explained(engine):
    report = check(engine, PRAKTIK.replace("Personer", "Målgrupen"), answers=None)
    assert report.status == "question" and [p.question for p in report.problems] == [QUESTION]


def test_two_columns_of_a_record_are_a_question_too(engine):
    text = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;Fremmødte\nK1;Skive;jobkonsulent;3;3;2\n"
    report = street.check(engine, text)
    (problem,) = report.problems
    assert (problem.question, [o.words for o in problem.options]) == (
        "column.moedt", ["Kolonne E »Mødt« (3)", "Kolonne F »Fremmødte« (2)"])
    same = street.check(engine, text.replace(";3;3;2", ";3;3;3"))
    assert same.status == "ready" and any("siger på alle rækker det samme" in note for note in same.notes)
    street.load(engine, text, answers=said("column.moedt", "F"))
    assert street.attendance(engine) == {("K1", "779", "jobkonsulent"): (3, 2)}
