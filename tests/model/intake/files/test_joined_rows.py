"""Rows that stand in one cell, with another character between their parts than the file's: an error, never a note."""

import pytest

from model.intake.report import Answers, Correction
from tests.model.intake.filing import HEAD, check, stated, workbook

ROW = "2010-03;779;Skive;414;61;12"
COURSE = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;Skive;tovholder;3;2\n"


@pytest.mark.parametrize("row", [
    "2010-03,791,Viborg,795,102,32", "2010-03\t791\tViborg\t795\t102\t32", "2010-03|791|Viborg|795|102|32",
    "2010-03,791,Viborg,795,102,32;;;", '"2010-03;791;Viborg;795;102;32"', "2010-03, 791, Viborg, 795, 102, 32"])
def test_a_row_in_one_cell_is_an_error_that_names_it(engine, row):
    heads = HEAD.replace("kommunekode;", "kommunekode;jobcenter;")
    found = check(engine, f"{heads}{ROW}\n{row}\n{ROW.replace('2010-03', '2010-02')}\n")
    assert found.status == "refused" and [p.row for p in found.errors] == [3]
    assert "hele rækken står i én celle" in found.errors[0].text


@pytest.mark.parametrize("row", ["K1,Viborg,tovholder,3,2", "K1\tViborg\ttovholder\t3\t2"])
def test_a_record_in_one_cell_is_an_error_too(engine, row):
    found = check(engine, f"{COURSE}{row}\n", name="kursus.csv")
    assert found.status == "refused" and [p.cell for p in found.errors] == ["A3"]


def test_a_row_in_one_cell_of_a_sheet_may_be_left_out(engine):
    rows = [["Måned", "Jobcenter", "Personer"], ["2010-03", "Skive", 414], ["2010-03;Viborg;795"]]
    content = workbook({"Ark1": rows})
    assert [p.cell for p in check(engine, content, name="tal.xlsx").errors] == ["A3"]
    answers = Answers(approved=True, corrections=(Correction("Ark1", "3", None),))
    assert len(stated(check(engine, content, name="tal.xlsx", answers=answers))) == 1


@pytest.mark.parametrize("line", [
    "Kilde: jobindsats, 2010", "Tallene for Skive, Odder og Viborg, marts 2010, er foreløbige", "Skive, 2010",
    "Jobcentre i Vestjylland", "Opgjort 14/4, 2010"])
def test_a_line_of_words_with_a_comma_is_no_row(engine, line):
    text = f"Måned;Jobcenter;Personer\n2010-03;Skive;414\n{line}\n2010-03;Viborg;795\n"
    assert check(engine, text).status == "ready"


def test_quotation_marks_after_a_tab_are_taken_off(engine):
    found = check(engine, '"maaned";\t"kommunekode";\t"personer_match4"\n"2010-03";\t"779";\t"414"\n')
    assert stated(found) == {("779", "2010-03", "personer_match4"): 414}
    assert found.account.counts["stored"] == 1
