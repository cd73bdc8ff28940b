"""Tables in blocks under one another: figures are never read under another block's headings, month, measure or day."""

import pytest

from tests.model.importing.filing import check, stated, workbook
from tests.model.importing.test_public_workbooks import texts

FIGURES = "Måned;Jobcenter;Personer;Praktik;Løntilskud\n2010-03;Skive;414;61;12\n"
COURSE = "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nK1;Skive;tovholder;3;2\n"


@pytest.mark.parametrize("block", [
    "Måned;Jobcenter;Personer;Løntilskud;Praktik\n2010-03;Viborg;795;32;102\n",
    "\nMåned;Jobcenter;Personer;Løntilskud;Praktik\n2010-03;Viborg;795;32;102\n",
    "\nMåned;Jobcenter;Personer;Løntilskud\n2010-03;Viborg;795;32\n",
    "Jobcenter;Måned;Personer;Praktik;Løntilskud\nViborg;2010-03;795;102;32\n"])
def test_the_headings_again_in_another_order_are_a_second_table(engine, block):
    found = check(engine, FIGURES + block)
    assert found.status == "refused" and "to tabeller under hinanden" in texts(found)


def test_months_across_again_in_another_order_are_a_second_table(engine):
    rows = "Jobcenter;jan 2010;feb 2010\nSkive;1;2\nJobcenter;feb 2010;jan 2010\nOdder;6;5\n"
    found = check(engine, f"Praktik\n{rows}")
    assert found.status == "refused" and "Række 4: her begynder en tabel til" in texts(found)


@pytest.mark.parametrize("heads", [
    "Måned;Jobcenter;Personer;Praktik;Løntilskud", "MÅNED;jobcenter;Personer ;Praktik;Løntilskud",
    "Måned;Jobcenter;Personer"])
def test_the_headings_again_in_the_same_columns_are_passed_over(engine, heads):
    found = check(engine, f"{FIGURES}{heads}\n2010-03;Viborg;795;102;32\n")
    assert stated(found)["791", "2010-03", "heraf_loentilskud"] == 32


@pytest.mark.parametrize("text", [
    f"{COURSE}Kursusdag;Jobcenter;Rolle;Mødt;Tilmeldt\nK1;Viborg;tovholder;2;3\n",
    f"{COURSE}\nKursusdag;Jobcenter;Rolle;Mødt\nK1;Viborg;tovholder;2\n",
    f"{COURSE}Jobcenter;Kursusdag;Rolle;Tilmeldt;Mødt\nViborg;K1;tovholder;3;2\n",
    "Jobcenter;Virksomhedscenter;Måned;Pladser;Besatte\nSkive;Bilka;2010-03;8;6\n"
    "Jobcenter;Virksomhedscenter;Måned;Besatte;Pladser\nOdder;Føtex;2010-03;5;8\n",
    "Kursusdag;Udsendt;Besvaret\nK1;40;20\nKursusdag;Besvaret;Udsendt\nK2;20;40\n"])
def test_records_under_headings_in_another_order_are_a_second_table(engine, text):
    found = check(engine, text, name="liste.csv")
    assert found.status == "refused" and "to tabeller under hinanden" in texts(found)


def test_records_under_the_same_headings_again_are_read(engine):
    found = check(engine, f"{COURSE}\n{COURSE.replace('Skive', 'Viborg')}", name="liste.csv")
    assert found.status == "ready" and set(found.changes["jobcenter"]) == {"779", "791"}


def test_records_in_blocks_on_a_sheet(engine):
    rows = [line.split(";") for line in f"{COURSE}{COURSE}".splitlines()]
    rows[2][3], rows[2][4] = rows[2][4], rows[2][3]
    found = check(engine, workbook({"Ark1": rows}), name="liste.xlsx")
    assert [(p.sheet, p.row) for p in found.errors] == [("Ark1", 3)]
