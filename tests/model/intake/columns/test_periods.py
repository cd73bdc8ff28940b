"""Figures that may be several months' added together are asked about, and never suggested to be one month's."""

import re
from datetime import date

import pytest

from model.intake.cells.month_mentions import month_in
from model.intake.cells.period_text import several, without_period
from model.intake.mending.question_ids import question_id
from model.intake.report import Answers
from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.gates import FILES

MARCH = date(2010, 3, 1)
FIGURES = "Jobcenter;Påbegyndte forløb;Afsluttede forløb\nSkive;38;31\nOdder;19;14\n"
OCCUPANCY = "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte pladser\nSkive;Bilka;2010-03;8;6\n"


def answered(value: str) -> Answers:
    return Answers(approved=True, said={"period": value})


def asks(report) -> bool:
    """Whether the file is held back by the question alone, with both answers to choose from."""
    return report.status == "refused" and [p.question for p in report.errors] == ["period"] and [
        option.value for option in report.errors[0].options] == ["one", "several"]


@pytest.mark.parametrize("text", [
    "Akkumuleret januar-marts 2010", "Jan.-mar. 2010", "jan.–mar. 10", "Januar til og med marts 2010", "jan/feb 2010",
    "januar og februar 2010", "marts 2009 - marts 2010", "1. januar - 31. marts 2010", "1/1-31/3 2010",
    "01-01-2010 til 31-03-2010", "2010-01-01 - 2010-03-31", "2010M01-2010M03", "201001-201003", "md. 1-3 2010",
    "1. kvartal 2010", "Q1", "2010K1", "1. kvt. 2010", "1. halvår 2010", "vc_jan-mar_2010.csv", "vc_akk_marts10.csv",
    "akk.", "ÅTD", "YTD marts", "år til dato", "Siden januar", "siden årets start", "kumuleret", "i alt i perioden",
    "til og med marts 2010", "Seneste 12 måneder", "Tallene er lagt sammen", "Hittil i år, marts 2010",
    "Løbende 12 måneder til marts 2010", "3 måneder til marts 2010", "Marts 2010 i alt for året", "Sum 2010, marts",
    "jan. t/m mar. 2010", "Pr. 31/3-2010 akkum", "Periode 010110-310310", "I kvt 2010", "Januar, februar, marts",
    "Jan., feb. og mar. 2010", "Uge 9-13 2010", "Gennemsnit pr. måned i 2010", "Afsluttede forløb i år",
    "Kvartalsrapport marts 2010", "Kilde: jobindsats.dk, 1. kvartal 2010", "Opdateret 14. april, akkumulerede tal",
    "Akkumuleret, ikke månedstal", "Tal til mødet, 1. kvartal 2010"])
def test_a_text_speaks_of_several_months(text):
    assert several(text)


@pytest.mark.parametrize("text", [
    "Marts 2010", "VC-opfølgning marts10", "1. marts - 31. marts 2010", "01.03.2010-31.03.2010", "01-03-2010",
    "Match 1-5 2010", "Matchmodel (1-3) 2010", "Virksomhedsaktivering i alt", "Kampagnen 2009-2010",
    "Periode: marts 2010", "Udtrukket 14. april 2010", "marts 2010 (udfald januar 2010)", "Tal fra marts 2010",
    "Se siden Indlæs tal", "Heraf i job eller uddannelse 4 uger efter", "2010-03-31", "K3", "uge 10-12 2010",
    "Næste opgørelse kommer i 2. kvartal.", "Kilde: jobindsats.dk, opdateret 1. kvartal 2010",
    "Kvartalsmøde marts 2010", "Kvartalsrapport: tal pr. måned", "Akkumuleret IKKE",
    "Tallene er ikke akkumulerede", "Ikke lagt sammen",
    "Virksomhedsaktivering i alt, marts 2010", "4 uger efter", "Tal fra 19 jobcentre i alt", "Uge 10 2010"])
def test_a_text_speaks_of_one_month_or_none(text):
    assert several(text) is None


@pytest.mark.parametrize("text", ["januar-marts 2010", "jan.-mar. 10", "1. kvartal 2010, marts 2010"])
def test_no_month_is_read_out_of_a_span(text):
    assert month_in(text) is None


@pytest.mark.parametrize("heading", [
    "Afsluttede forløb akk.", "Afsluttede forløb (jan-mar 2010)", "Kum. afsluttede forløb",
    "Afsluttede forløb år til dato", "Afsluttede forløb siden januar", "Afsluttede forløb i år"])
def test_a_heading_without_its_period_names_the_measure(heading):
    assert without_period(heading) == "afsluttede forløb"


@pytest.mark.parametrize("name", ["17_akkumuleret_aar_til_dato.csv", "17j_grupperet.csv"])
@pytest.mark.parametrize("month", [None, MARCH])
def test_added_figures_ask_whether_a_month_is_chosen_or_not(engine, name, month):
    report = check(engine, (FILES / "public_reports" / name).read_bytes(), name=name, month=month)
    assert asks(report) and "flere måneder" in report.errors[0].text
    words = "Tallene er for marts 2010 alene" if month else "Tallene er for én måned alene"
    assert report.errors[0].options[0].words == words


def test_one_months_figures_are_read_and_added_ones_refused_with_what_to_send(engine):
    text = f"Akkumuleret januar-marts 2010\n{FIGURES}"
    one = check(engine, text, month=MARCH, answers=answered("one"))
    assert stated(one)["779", "2010-03", "paabegyndte_forloeb"] == 38
    added = check(engine, text, month=MARCH, answers=answered("several"))
    assert asks(added) and "hver måned for sig" in added.errors[0].text
    assert asks(check(engine, text, month=MARCH, answers=answered("ja")))


def test_a_month_is_not_suggested_from_a_text_of_several(engine):
    report = check(engine, f"Til og med marts 2010\n{FIGURES}", answers=answered("one"))
    assert report.status == "question" and report.question.month_guess is None


@pytest.mark.parametrize("text", [
    FIGURES.replace("Afsluttede forløb", "Afsluttede forløb i år"), f"Uge 9-13 2010\n{FIGURES}",
    f"{FIGURES}\nTallene er akkumuleret siden 1. januar\n",
    FIGURES.replace("Afsluttede forløb", "Afsluttede forløb ÅTD"),
    f";1. kvartal 2010;\n{FIGURES}", FIGURES.replace("Skive", "2010;Skive").replace(
        "Odder", "2010;Odder").replace("Jobcenter", "År;Jobcenter")])
def test_a_note_a_heading_a_group_and_a_year_alone_ask(engine, text):
    assert asks(check(engine, text, month=MARCH))


@pytest.mark.parametrize("text", [
    f"{FIGURES}\nNæste opgørelse kommer i 2. kvartal.\n", f"Kvartalsmøde marts 2010\n{FIGURES}",
    f"Tallene er ikke akkumulerede\n{FIGURES}"])
def test_lines_that_do_not_speak_of_the_figures_ask_nothing(engine, text):
    assert check(engine, text, month=MARCH).status == "ready"


def test_the_names_of_the_sheet_and_of_the_file_ask(engine):
    rows = [["Jobcenter", "Påbegyndte forløb"], ["Skive", 38], ["Odder", 19]]
    assert asks(check(engine, workbook({"Jan-mar 2010": rows}), name="tal.xlsx", month=MARCH))
    assert asks(check(engine, FIGURES, name="forløb_1.kvartal_2010.csv", month=MARCH))


@pytest.mark.parametrize("names", [("Jan-Mar", "Jan Mar"), ("Æ", "Å"), ("Løn", "Loen"), ("A_", "A"), ("Ark1", "Ark2")])
def test_each_of_several_sheets_asks_its_own_question(engine, names):
    rows = [["Tallene er akkumuleret"], ["Jobcenter", "Jan 2010", "Feb 2010"], ["Skive", 38, 31], ["Odder", 19, 14]]
    answers = Answers(approved=True, columns={3: "paabegyndte_forloeb", 7: "afsluttede_forloeb"})
    report = check(engine, workbook(dict.fromkeys(names, rows)), name="tal.xlsx", answers=answers)
    asked_about = [p.question for p in report.errors]
    assert len(set(asked_about)) == 2 and all(re.fullmatch(r"period\.\w{1,14}", q, re.ASCII) for q in asked_about)
    assert names[0] != "Ark1" or asked_about == ["period.Ark1", "period.Ark2"]


def test_an_id_is_plain_stable_and_says_what_it_is_about():
    assert [question_id("period"), question_id("year", "Ark1"), question_id("month", "B7")] == [
        "period", "year.Ark1", "month.B7"]
    assert question_id("period", "Løntilskud 2010") == "period.Loentilskud_2010_a4c7a5"


def test_rows_that_say_one_month_under_a_title_of_several_ask_and_rows_of_several_do_not(engine):
    one = "Måned;" + FIGURES.replace("\nSkive", "\n2010-03;Skive").replace("\nOdder", "\n2010-03;Odder")
    assert asks(check(engine, f"Januar-marts 2010\n{one}"))
    assert asks(check(engine, f"Kvartal til og med: marts 2010\n{one}"))
    two = one.replace("2010-03;Odder", "2010-02;Odder")
    assert check(engine, f"Januar-marts 2010\n{two}").status == "ready"
    assert check(engine, f"Kvartal til og med: marts 2010\n{two}").status == "ready"
    assert asks(check(engine, f"Akkumuleret\n{two}"))


def test_a_measure_over_several_months_beside_the_same_over_one_is_left_out_and_told(engine):
    text = (";Marts 2010;;År til dato;\nJobcenter;Påbegyndte forløb;Afsluttede forløb;Påbegyndte forløb;"
            "Afsluttede forløb\nSkive;4;3;38;31\nOdder;2;1;19;14\n")
    report = check(engine, text)
    assert stated(report) == {("779", "2010-03", "paabegyndte_forloeb"): 4, ("779", "2010-03", "afsluttede_forloeb"): 3,
                              ("727", "2010-03", "paabegyndte_forloeb"): 2, ("727", "2010-03", "afsluttede_forloeb"): 1}
    assert any("»År til dato: Påbegyndte forløb«" in note for note in report.notes)


def test_a_quarter_beside_its_months_is_a_sum(engine):
    rows = [["Jobcenter", "jan 2010", "feb 2010", "mar 2010", "1. kvartal 2010", "ÅTD"], ["Skive", 1, 2, 3, 6, 6],
            ["Odder", 1, 1, 1, 3, 3]]
    report = check(engine, workbook({"Afsluttede forløb": rows}), name="tal.xlsx")
    assert len(stated(report)) == 6 and stated(report)["779", "2010-03", "afsluttede_forloeb"] == 3
    assert any("»1. kvartal 2010« og »ÅTD«" in note for note in report.notes)


@pytest.mark.parametrize("text", [f"Belægning, 1. kvartal 2010\n{OCCUPANCY}", f"{OCCUPANCY}Akkumulerede tal\n",
                                  f"Belægning år til dato\n{OCCUPANCY}"])
def test_records_of_a_month_ask_too(engine, text):
    assert asks(check(engine, text, name="belægning.csv"))
    answer = check(engine, text, name="belægning.csv", answers=answered("one"))
    assert not any(p.question for p in answer.errors)


def test_records_of_one_month_or_of_days_ask_nothing(engine):
    assert not any(p.question for p in check(engine, f"Marts 2010\n{OCCUPANCY}").problems)
    course = "Kurser i 1. kvartal 2010\nKursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;Skive;tovholder;2;2\n"
    assert check(engine, course, name="kursus.csv").status == "ready"
