"""Corrections of a file that is counted: those of its own cells before it is counted, those of »Talt« after."""

import pytest
from sqlmodel import Session, select

from model.intake.examine import examine
from model.intake.mending.corrections import parse
from model.intake.report import Answers
from model.intake.saving import apply
from model.store.tables.base import Upload
from tests.model.intake.counting.lists import K3, SKIVE, TODAY, listed, people, table
from tests.model.intake.filing import workbook
from tests.viewers import named

FREQUENCIES = [["Kursusdag 3"], ["Svar", "Antal"], ["Meget tilfreds", 10], ["Tilfreds", 8], ["Utilfreds", 1],
               ["I alt", 19]]
LIST = people("Skive;Konsulent;Deltog", "Viborg;Konsulent;Deltog")


def corrected(engine, text, *fixes, name="liste.csv", count=True, said=None):
    """The report on a file with corrections as the command line takes them."""
    raw = text.encode() if isinstance(text, str) else text
    return examine(engine, name, raw, today=TODAY,
                   answers=Answers(approved=True, count=count, said=said or {}, corrections=tuple(map(parse, fixes))))


def test_a_cell_of_the_file_is_corrected_before_it_is_counted(engine):
    report = corrected(engine, LIST, "B4=Skive")
    assert table(report) == [[*SKIVE, 2, 2]]
    assert [(c.sheet, c.cell, c.was, c.value) for c in report.corrections] == [("", "B4", "Viborg", "Skive")]


def test_a_row_of_the_file_may_be_left_out(engine):
    assert table(corrected(engine, LIST, "4=udelad")) == [[*SKIVE, 1, 1]]


def test_a_cell_of_the_counted_table_is_corrected_after(engine):
    report = corrected(engine, LIST, "Talt!D2=3")
    assert table(report)[0] == [*SKIVE, 3, 1]
    assert [(c.sheet, c.cell, c.was, c.value) for c in report.corrections] == [("Talt", "D2", "1", "3")]


@pytest.mark.parametrize("fixes", [("Ark1!B4=9", "Ark1!B6=20"), ("Ark1!B6=20", "Ark1!B4=9"), ("B4=9", "B6=20")])
def test_a_table_of_answers_is_corrected_where_its_own_cells_stand(engine, fixes):
    book = workbook({"Ark1": FREQUENCIES})
    plain = corrected(engine, book, name="svar.xlsx", count=False)
    assert table(plain) == [["26-01-2010", 19, 0, 1, 0, 8, 10]] and plain.errors == ()
    report = corrected(engine, book, *fixes, name="svar.xlsx", count=False)
    assert table(report) == [["26-01-2010", 20, 0, 1, 0, 9, 10]]
    assert {(c.sheet, c.cell, c.was) for c in report.corrections} == {("Ark1", "B4", "8"), ("Ark1", "B6", "19")}


def test_the_same_cell_of_the_file_and_of_the_counted_table_are_two(engine):
    report = corrected(engine, workbook({"Ark1": FREQUENCIES}), "Ark1!B3=11", "Ark1!B6=20", "Talt!B2=21",
                       name="svar.xlsx", count=False)
    assert table(report) == [["26-01-2010", 21, 0, 1, 0, 8, 11]]
    assert [(c.sheet, c.cell) for c in report.corrections] == [("Ark1", "B3"), ("Ark1", "B6"), ("Talt", "B2")]


def test_the_counted_table_never_has_the_name_of_a_sheet_of_the_file(engine):
    report = corrected(engine, workbook({"TALT": FREQUENCIES}), "TALT!B3=11", "TALT!B6=20", "Talt 2!B2=21",
                       name="svar.xlsx", count=False)
    assert report.workbook is not None and [sheet.name for sheet in report.workbook.sheets] == ["Talt 2"]
    assert table(report) == [["26-01-2010", 21, 0, 1, 0, 8, 11]]


def test_a_message_about_the_counted_table_names_it_and_its_own_column(engine):
    report = listed(engine, people(*["Skive;Konsulent;Deltog"] * 6))
    [warning] = report.warnings
    assert warning.sheet == "Talt" and "række 2" in warning.text


def test_a_correction_of_a_column_that_is_not_read_is_not_used_and_nowhere_kept(engine):
    report = corrected(engine, LIST, "A4=Hemmelig Person")
    assert "Rettelsen af celle A4 er ikke brugt, for kolonnen tælles ikke." in report.notes
    assert report.corrections == () and "Hemmelig" not in repr((report.notes, report.problems, report.listing.sheets))


def test_what_stood_in_a_line_over_the_list_is_not_told(engine):
    report = corrected(engine, "Underviser Opdigtet Navn;;;\n" + LIST.removeprefix(K3), "A1=Kursusdag 3")
    assert table(report)[0] == [*SKIVE, 1, 1]
    assert [(c.cell, c.was, c.value) for c in report.corrections] == [("A1", "…", "Kursusdag 3")]


def test_a_sheet_that_may_be_called_after_somebody_is_told_of_by_its_number(engine):
    rows = [["Kursusdag 3"], ["Navn", "Jobcenter", "Rolle", "Status"], ["Opdigtet A", "Skve", "Konsulent", "Deltog"]]
    book = workbook({"Opdigtet Person": rows})
    report = corrected(engine, book, "B3=Skive", name="liste.xlsx")
    assert table(report) == [[*SKIVE, 1, 1]] and [(c.sheet, c.cell) for c in report.corrections] == [("nr. 1", "B3")]
    assert table(corrected(engine, book, "nr. 1!B3=Skive", name="liste.xlsx")) == [[*SKIVE, 1, 1]]
    wrong = corrected(engine, book, "Ark9!B3=Skive", name="liste.xlsx").errors[0]
    assert wrong.text == "Arket »Ark9« findes ikke blandt filens synlige ark (»nr. 1«)."


def test_a_number_that_a_sheet_is_told_by_is_never_the_name_of_another(engine):
    rows = [["Kursusdag 3"], ["Jobcenter", "Rolle", "Status"], ["Skive", "Konsulent", "Deltog"]]
    said = {f"count.ens.{at}": "nej" for at in range(1, 5)}
    book = workbook({"Opdigtet Person": rows, "nr. 1": rows, "Ark nr. 2": rows, "Opdigtet Anden": rows})
    reports = [corrected(engine, book, f"{sheet}!A3=Viborg", name="liste.xlsx", said=said) for sheet in (
        "Opdigtet Person", "nr. 1", "Ark nr. 2", "Opdigtet Anden")]
    told = ["ark nr. 1 (2)", "nr. 1", "ark nr. 3 (2)", "ark nr. 4 (2)"]
    assert [c.sheet for report in reports for c in report.corrections] == told
    assert len({report.mended for report in reports}) == len(told)
    again = corrected(engine, book, f"{told[0]}!A3=Viborg", name="liste.xlsx", said=said)
    assert again.corrections == reports[0].corrections and again.mended == reports[0].mended


def test_a_correction_that_cannot_be_made_is_told(engine):
    [wrong] = corrected(engine, LIST, "B99=Skive").errors
    assert wrong.text == "Der er ikke noget i række 99 at rette."


def test_the_numbers_that_corrections_took_out_are_accounted_for(engine):
    report = corrected(engine, workbook({"Ark1": FREQUENCIES}), "Ark1!6=udelad", name="svar.xlsx", count=False)
    assert report.account.numbers == 4 and report.account.counts["ignored"] == 1


def test_a_file_is_known_again_by_its_bytes_and_all_its_corrections(engine):
    fixes = ("B4=Skive", "Talt!D2=3")
    upload = apply(engine, corrected(engine, LIST, *fixes), content=LIST.encode(), viewer=named("test"), reason="prøve")
    with Session(engine) as session:
        [kept] = session.exec(select(Upload)).all()
    assert [(c["sheet"], c["cell"]) for c in kept.corrections] == [("", "B4"), ("Talt", "D2")]
    again = corrected(engine, LIST, *fixes)
    assert again.status == "unchanged" and again.already[0] == upload
    assert corrected(engine, LIST, fixes[0]).status == "ready"
