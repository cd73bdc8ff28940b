"""Figures that are not the whole group's counts: percentages, thousands, targets, last year's, men's and women's."""

from datetime import date

import pytest

from model.intake.columns.other_figures import is_another, names_a_part
from model.intake.report import Answers
from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.workbooks.three_rows import texts

MARCH = date(2010, 3, 1)
FIGURES = "Jobcenter;Personer;Praktik\nSkive;41;14\n"
DATED = "Måned;Jobcenter;Personer;Praktik\n2010-03;Skive;414;14\n"


@pytest.mark.parametrize("text", ["Pct.", "Andel", "i procent", "%", "Mål", "Måltal 2010", "Budget", "Sidste år",
                                  "Året før", "1.000 personer", "Mænd", "Under 30 år", "25-29-årige", "50+"])
def test_a_heading_of_other_figures(text):
    assert is_another(text)


@pytest.mark.parametrize("text", ["Antal", "Faktisk", "I alt", "Mål 1", "Mål 2: udfald", "Mænd og kvinder",
                                  "Antal (pct.)", "Personer i match 4", "Marts 2010", "16 pct. i alt", "Match 1-5"])
def test_a_heading_of_the_whole_groups_counts(text):
    assert not is_another(text)


@pytest.mark.parametrize("group", [";;Antal;Pct.", ";;Faktisk;Mål", ";;I år;Sidste år", ";;I alt;Kvinder",
                                   ";;;Under 30 år", "Opfølgning;;Antal;Andel"])
def test_a_column_under_another_figures_group_is_not_read_and_told(engine, group):
    found = check(engine, f"{group}\n{DATED}", answers=Answers(approved=True, said={"period": "one"}))
    assert stated(found) == {("779", "2010-03", "personer_match4"): 414}
    assert any("Afsenderens egne beregninger er ikke læst" in note and ": Praktik" in note for note in found.notes)


@pytest.mark.parametrize("units", [";;Antal;Pct.", ";;(antal);(procent)"])
def test_a_unit_under_the_heading_counts_as_much(engine, units):
    heads, row = DATED.splitlines()
    assert stated(check(engine, f"{heads}\n{units}\n{row}\n")) == {("779", "2010-03", "personer_match4"): 414}


def test_men_and_women_under_the_headings_are_never_the_whole_group(engine):
    heads, row = DATED.splitlines()
    found = check(engine, f"{heads}\n;;Mænd;Kvinder\n{row}\n")
    assert found.status != "ready" and not len(found.changes)


@pytest.mark.parametrize("text", [
    ";;;Faktisk;Mål\nKursusdag;Jobcenter;Rolle;Mødt;Tilmeldt\nK1;Skive;tovholder;2;3\n",
    "Kursusdag;Jobcenter;Rolle;Mødt;Tilmeldt\n;;;antal;pct.\nK1;Skive;tovholder;2;3\n"])
def test_records_under_another_figures_group_are_not_read(engine, text):
    found = check(engine, text, name="kursus.csv", today=date(2010, 5, 3))
    assert [*found.changes["measure"]] == ["moedt"] and any("»Tilmeldt" in note for note in found.notes)


def test_months_across_under_percent_are_not_read(engine):
    found = check(engine, "Praktik\n;Antal;;Pct.;\nJobcenter;jan 2010;feb 2010;jan 2010;feb 2010\nSkive;41;42;10;11\n")
    assert [*stated(found).values()] == [41, 42]


@pytest.mark.parametrize("title", ["Andel i procent, marts 2010", "Antal i 1.000 personer", "Procent", "Kvinder",
                                   "Unge under 30 år, marts 2010", "Alle tal i pct."])
def test_a_title_that_speaks_of_other_figures_is_asked_about(engine, title):
    found = check(engine, f"{title}\n{FIGURES}", month=MARCH)
    assert [p.question for p in found.errors] == ["unit"] and found.errors[0].row == 1
    counts = check(engine, f"{title}\n{FIGURES}", month=MARCH, answers=Answers(approved=True, said={"unit": "counts"}))
    assert stated(counts)["779", "2010-03", "personer_match4"] == 41
    other = check(engine, f"{title}\n{FIGURES}", month=MARCH, answers=Answers(approved=True, said={"unit": "other"}))
    assert other.status == "refused" and "Bed afsenderen om antal" in texts(other)


@pytest.mark.parametrize("title", ["Antal personer og andel i procent", "Mål 1: 16 pct. i aktivering", "Marts 2010"])
def test_a_title_of_counts_asks_nothing(engine, title):
    assert check(engine, f"{title}\n{FIGURES}", month=MARCH).status == "ready"


def test_a_title_of_percentages_over_a_column_of_them_asks_nothing(engine):
    text = "Andel i aktivering, marts 2010\nJobcenter;Personer;Praktik;Pct.\nSkive;41;14;34,1\n"
    assert len(stated(check(engine, text, month=MARCH))) == 2


def test_a_sheet_named_by_a_month_is_no_age_group(engine):
    rows = [line.split(";") for line in DATED.splitlines()]
    assert check(engine, workbook({"10-10": rows}), name="tal.xlsx").status == "ready"


def test_the_name_of_a_sheet_asks(engine):
    rows = [line.split(";") for line in DATED.splitlines()]
    assert [p.question for p in check(engine, workbook({"Procent": rows}), name="tal.xlsx").errors] == ["unit"]


@pytest.mark.parametrize("text", [
    "Måned;Jobcenter;Nøgletal;Værdi;Enhed\n2010-03;Skive;Praktik;14;Procent\n2010-03;Skive;Personer;414;Antal\n",
    "Måned;Jobcenter;Køn;Personer\n2010-03;Skive;Mænd;414\n2010-03;Viborg;Kvinder;34\n",
    "Måned;Jobcenter;Alder;Personer\n2010-03;Skive;Under 30 år;414\n",
    "Måned;Jobcenter;Gruppe;Personer\n2010-03;Skive;18-29 år;414\n",
    "Kursusdag;Jobcenter;Rolle;Køn;Tilmeldt;Mødt\nK1;Skive;tovholder;Kvinder;2;1\n",
    "Procent\nKursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;Skive;tovholder;2;1\n"])
def test_a_column_that_splits_the_figures_is_never_passed_over(engine, text):
    found = check(engine, text, today=date(2010, 5, 3))
    assert found.status == "refused" and {p.gate for p in found.errors} == {2}


@pytest.mark.parametrize("column", ["Enhed;Antal", "Køn;I alt", "Alder;Alle aldre", "Køn;", "Farve;rød"])
def test_a_column_that_says_the_whole_is_passed_over(engine, column):
    heading, cell = column.split(";")
    found = check(engine, f"Måned;Jobcenter;{heading};Personer\n2010-03;Skive;{cell};414\n")
    assert stated(found) == {("779", "2010-03", "personer_match4"): 414}


def test_both_sexes_are_no_part():
    assert not names_a_part("Mænd og kvinder") and names_a_part("Kvinder 30-49 år")
