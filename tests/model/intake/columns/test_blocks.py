"""Tables in blocks under one another: figures are never read under another block's headings, month, measure or day."""

from datetime import date

import pytest

from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.workbooks.three_rows import texts

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


MARCH = date(2010, 3, 1)
PLACEMENT = "Jobcenter;Praktik\nSkive;61\n{}Viborg;100\n"


@pytest.mark.parametrize("text", [
    "Jobcenter;Praktik\nFebruar 2010;\nSkive;59\nMarts 2010;\nViborg;102\n",
    "Marts 2010\nJobcenter;Praktik\nSkive;61\n\nFebruar 2010\nJobcenter;Praktik\nViborg;100\n",
    PLACEMENT.format("Tal for februar 2010\n"), PLACEMENT.format(";Feb. 2010\n"), PLACEMENT.format("Februar;\n"),
    PLACEMENT.format("Jobcentre i Østjylland, februar 2010\n"),
    ";Marts 2010;\nJobcenter;Personer;Praktik\nSkive;414;61\n;Februar 2010;\nViborg;795;102\n"])
def test_a_line_about_another_month_between_the_rows_is_an_error(engine, text):
    found = check(engine, text, month=MARCH)
    assert found.status == "refused" and [p.gate for p in found.errors] == [2]
    assert "siger, at rækkerne under den er for" in texts(found)


@pytest.mark.parametrize("line", ["Heraf i løntilskud", "Løntilskud, marts 2010", "Kvinder", "Mænd;", "Under 30 år",
                                  "30-49 år", "50 år og derover", "Mænd 18-29 år", "18–29-årige"])
def test_a_line_about_another_measure_or_a_part_of_the_group_is_an_error(engine, line):
    found = check(engine, PLACEMENT.format(f"{line}\n"), month=MARCH)
    assert found.status == "refused" and "Række 3: linjen »" in texts(found)


def test_blocks_of_two_measures_by_months_are_refused(engine):
    found = check(engine, "Heraf i virksomhedspraktik\nJobcenter;jan 2010;feb 2010\nSkive;1;2\n\n"
                          "Heraf i løntilskud\nJobcenter;jan 2010;feb 2010\nOdder;5;6\n")
    assert found.status == "refused" and found.errors[0].row == 5


def test_a_line_about_a_month_on_a_sheet(engine):
    rows = [["Jobcenter", "Praktik"], ["Skive", 61], [date(2010, 2, 1), None], ["Viborg", 100]]
    found = check(engine, workbook({"Ark1": rows}), name="tal.xlsx", month=MARCH)
    assert [(p.sheet, p.row) for p in found.errors] == [("Ark1", 3)]


@pytest.mark.parametrize("line", [
    "", "Jobcentre i Østjylland\n", "Marts 2010\n", "Praktik\n", "Mænd og kvinder\n", "Note: tal for februar mangler\n",
    "Opgjort februar 2010\n", "* rettet i april 2010\n", "Odder mangler for februar 2010\n"])
def test_other_lines_between_the_rows_go_on_as_notes(engine, line):
    found = check(engine, PLACEMENT.format(line), month=MARCH)
    assert stated(found)["791", "2010-03", "heraf_virksomhedspraktik"] == 100


def test_lines_under_the_table_go_on_as_notes(engine):
    found = check(engine, PLACEMENT.format("") + "\nKilde: Jobindsats\nFebruar 2010: se forrige fil\n", month=MARCH)
    assert found.status == "ready"


@pytest.mark.parametrize("text", [
    "Kursusdag 3\njobcenter;rolle;tilmeldt;moedt\nSkive;jobkonsulent;3;2\nKursusdag 4;;;\nViborg;jobkonsulent;2;2\n",
    "Kursusdag 3\njobcenter;rolle;tilmeldt;moedt\nSkive;jobkonsulent;3;2\n\nFremmøde, kursusdag 4\n"
    "jobcenter;rolle;tilmeldt;moedt\nViborg;jobkonsulent;2;2\n",
    "Kursusdag 3\njobcenter;rolle;tilmeldt;moedt\nMænd;;;\nSkive;jobkonsulent;3;2\nKvinder;;;\nSkive;tovholder;2;2\n",
    "Marts 2010\nJobcenter;Virksomhedscenter;Pladser;Besatte\nSkive;Bilka;8;6\nFebruar 2010;;;\nSkive;Føtex;8;6\n"])
def test_a_line_about_another_day_or_month_between_records_is_an_error(engine, text):
    found = check(engine, text, name="liste.csv", today=date(2010, 5, 3))
    assert found.status == "refused" and "siger, at rækkerne under den er for" in texts(found)


def test_other_lines_between_records_go_on_as_notes(engine):
    text = "Kursusdag 3\njobcenter;rolle;tilmeldt;moedt\nSkive;jobkonsulent;3;2\n{};;;\nViborg;jobkonsulent;2;2\n"
    for line in ("Jobcentre i Østjylland", "Kursusdag 3", "I alt"):
        assert check(engine, text.format(line), name="liste.csv", today=date(2010, 5, 3)).status == "ready"
