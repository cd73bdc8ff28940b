"""Two tables side by side: the figures of the one to the right are never those of the rows to the left."""

from datetime import date

import pytest

from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.workbooks.three_rows import texts


def report(engine, text, name="marts 2010.csv"):
    return check(engine, text, name=name, month=None if "2010-" in text else date(2010, 3, 1))


@pytest.mark.parametrize("name", ["24_to_tabeller_side_om_side_med_i_alt.csv", "24d_venstre_i_alt.csv"])
def test_the_columns_of_both_tables_are_named(engine, name):
    found = report(engine, (FILES / "public_reports" / name).read_bytes().decode(), name)
    assert found.status == "refused" and "to tabeller ved siden af hinanden" in texts(found)
    assert "(kolonne A–C)" in texts(found)
    assert "»Påbegyndte forløb« og »Afsluttede forløb« (kolonne E–G)" in texts(found)


@pytest.mark.parametrize("text", [
    "Jobcenter;Personer;;Jobcenter;Praktik\nSkive;414;;Odder;20\nViborg;795;;Samsø;3\n",
    "Jobcenter;Personer;Praktik;;Jobcenter;Personer;Praktik\nSkive;414;61;;Odder;205;20\n",
    "Jobcenter;Personer;;;Praktik\nSkive;414;;Odder;20\nViborg;795;;Samsø;3\n",
    "Jobcenter;Personer;;Kommunekode;Praktik\nSkive;414;;727;20\nViborg;795;;741;3\n",
    "Jobcenter;Personer;;Nabo;Praktik\nSkive;414;;Odder;20\nViborg;795;;Samsø;3\n",
    "Jobcenter;Personer;;Område;Praktik\nSkive;414;;Vest;20\nViborg;795;;Øst;3\n",
    "Jobcenter;Personer;;Jobcenter;Praktik\nSkive;414;;Skive;20\nViborg;795;;;3\n",
    "Måned;Jobcenter;Personer;;Måned;Praktik\n2010-02;Skive;414;;2010-01;20\n2010-03;Skive;415;;2010-02;3\n"])
def test_a_second_column_of_places_or_months_with_figures_between_is_a_second_table(engine, text):
    found = report(engine, text)
    assert found.status == "refused" and "to tabeller ved siden af hinanden" in texts(found)


@pytest.mark.parametrize("text", [
    "Kommune;Jobcenter;Personer;Praktik\nSkive;Skive;414;61\nViborg;Viborg;795;102\n",
    "Kommunekode;Jobcenter;Personer;Praktik\n779;Skive;414;61\n791;Viborg;795;102\n",
    "Jobcenter;Personer;Praktik;Kommunekode\nSkive;414;61;779\nViborg;795;102;791\n",
    "Jobcenter;Personer;Kommunekode;Praktik\nSkive;414;779;61\nViborg;795;791;102\n",
    "Jobcenter;Personer;;Jobcenter;Praktik\nSkive;414;;Skive;61\nViborg;795;;Viborg;102\n"])
def test_rows_that_name_one_jobcenter_throughout_are_one_table(engine, text):
    found = report(engine, text)
    assert found.status == "ready", (found.problems, found.question)
    assert stated(found)["779", "2010-03", "heraf_virksomhedspraktik"] == 61


def test_tables_side_by_side_on_a_sheet(engine):
    rows = [["Måned", "Jobcenter", "Personer", None, "Jobcenter", "Løntilskud"], ["2010-03", "Skive", 414, None,
                                                                                 "Odder", 5]]
    found = check(engine, workbook({"Ark1": rows}), name="tal.xlsx")
    assert found.status == "refused" and found.errors[0].sheet == "Ark1" and "(kolonne E–F)" in texts(found)


@pytest.mark.parametrize("text", [
    "Kursusdag;Jobcenter;Rolle;Tilmeldt;;Jobcenter;Mødt\nK1;Skive;tovholder;2;;Odder;1\n",
    "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt;;Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n"
    "K1;Skive;tovholder;2;2;;K2;Skive;tovholder;3;3\n",
    "Jobcenter;Virksomhedscenter;Måned;Pladser;;Jobcenter;Virksomhedscenter;Måned;Besatte\n"
    "Skive;Bilka;2010-03;8;;Odder;Føtex;2010-03;6\n"])
def test_records_side_by_side_are_two_tables(engine, text):
    found = check(engine, text, name="liste.csv")
    assert found.status == "refused" and "to tabeller ved siden af hinanden" in texts(found)


def test_a_code_and_a_name_apart_are_one_table_of_records(engine):
    text = "Kursusdag;Kommunekode;Rolle;Tilmeldt;Jobcenter;Mødt\nK1;779;tovholder;2;Skive;1\n"
    assert check(engine, text, name="liste.csv").status == "ready"
