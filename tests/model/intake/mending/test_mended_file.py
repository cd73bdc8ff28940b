"""The mended file: read without a fault, marked where it was changed, and without what is not read."""

import io
from datetime import date

import openpyxl
from sqlmodel import Session

from model.intake import saving
from model.intake.mending import mended_file, mending, seen
from model.intake.report import Correction
from model.store import facts
from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.mending.wrong import MENDED, RIGHT, WRONG, WRONGS, mended
from tests.viewers import named

NAMED = WRONG.replace("Jobcenter;", "Sagsbehandler;Jobcenter;").replace("Holstbro", "Bo Ibsen;Holstbro").replace(
    "Skive", "Ida Friis;Skive")


def test_the_mended_file_reads_without_a_fault_and_holds_nothing_that_is_not_read(engine):
    report = mended(engine, NAMED, Correction("", "B2", "Holstebro"), Correction("", "E3", "61"))
    made = mended_file.content(report)
    assert mending.file_name(report) == "tal-rettet.csv"
    assert b"Ibsen" not in made and "Friis" not in str(seen.shown(seen.cells(report, "")))
    assert stated(check(engine, made)) == RIGHT


def test_a_mended_workbook_marks_what_was_changed_and_lists_it(engine):
    report = mended(engine, workbook(WRONGS), *MENDED, name="t.xlsx")
    made = mended_file.content(report)
    assert stated(check(engine, made, name="t.xlsx")) == RIGHT
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert (book["Tal"]["A2"].value, book["Tal"]["A2"].comment.text) == ("Holstebro", "Før: Holstbro")
    assert book["Tal"]["D3"].value == 61
    assert [cell.value for cell in book["Rettelser"]["A"]][1:] == list(map(mending.told, report.corrections))


KONTAKT = "Jobcenter;Måned;personer_match4;Kontakt\nSkive;2010-03;414;Bo Ibsen\n"


def test_nothing_of_a_column_that_is_not_read_is_kept_with_a_correction(engine):
    report = mended(engine, KONTAKT, Correction("", "D2", "x"))
    assert report.corrections == (Correction("", "D2", "x", "…"),)
    upload = saving.apply(engine, report, content=KONTAKT.encode(), viewer=named("test"))
    with Session(engine) as session:
        row = facts.uploads(session).iloc[0]
    assert upload and "Ibsen" not in str(row.to_dict()) and b"Ibsen" not in mended_file.content(report)


BESIDE = {"Tal": [["Opgjort af Bo Ibsen"], ["Jobcenter", "Måned", "personer_match4", "Født", "Løbenr"],
                  ["Skive", "2010-03", "4l4", date(1961, 5, 1), 17], ["Odder", "2010-03", 205, date(1962, 5, 1), 18],
                  ["Spørg Ole Bruun"]]}


def test_lines_beside_the_table_and_dates_of_other_columns_are_neither_shown_nor_given_back(engine):
    report = mended(engine, workbook(BESIDE), Correction("", "C3", "414"), name="t.xlsx")
    seen_cells = str(seen.shown(seen.cells(report, "Tal")).to_numpy().tolist())
    made = mended_file.content(report)
    given = str([[c.value for c in row] for row in openpyxl.load_workbook(io.BytesIO(made))["Tal"]])
    for text in (seen_cells, given):
        assert "Ibsen" not in text and "Bruun" not in text and "1961" not in text and "Odder" in text
    assert "17" in seen_cells, "a number of a column that is not read says nothing of a person"
    assert stated(check(engine, made, name="t.xlsx")) == {("779", "2010-03", "personer_match4"): 414,
                                                          ("727", "2010-03", "personer_match4"): 205}
