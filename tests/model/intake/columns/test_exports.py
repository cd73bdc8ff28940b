"""Exports of form programs: groups before the fields' names, and rows of units or help under the headings."""

from datetime import date

import pytest

from tests.model.intake.filing import check, stated, workbook
from tests.model.intake.gates import FILES
from tests.model.intake.test_reported_texts import RIGHT, figures

COURSE = "K1;Skive;tovholder;2;1\n"


@pytest.mark.parametrize("name", ["20_gruppe_foran_feltnavn.csv", "20d_personer.csv"])
def test_an_export_of_a_form_is_read(engine, name):
    assert figures(check(engine, (FILES / "public_reports" / name).read_bytes(), name=name)) == RIGHT


def test_the_groups_are_told_of(engine):
    name = "20_gruppe_foran_feltnavn.csv"
    notes = check(engine, (FILES / "public_reports" / name).read_bytes(), name=name).notes
    assert any("»indberetning« og »tal«" in note for note in notes)


@pytest.mark.parametrize("heads", [
    "ind.maaned;ind.jobcenter;tal.personer_match4", "Indberetning - Måned;Indberetning - Jobcenter;Tal - Personer",
    "a/b/maaned;a/b/jobcenter;a/c/personer_match4", "skema:maaned;skema:jobcenter;skema:personer",
    "Skema / Måned;Skema / Jobcenter;Skema / Målgruppe", "g1/md;g1/kommune;Personer"])
def test_fields_are_known_by_the_last_part_of_their_headings(engine, heads):
    assert stated(check(engine, f"{heads}\n2010-03;Skive;414\n")) == {("779", "2010-03", "personer_match4"): 414}


@pytest.mark.parametrize("heads", [
    "Mål - Praktik;Mål - Løntilskud", "Mænd/Praktik;Kvinder/Praktik", "Løntilskud/praktik;Praktik/løntilskud",
    "Praktik;Nyttejob/praktik", "Odder - praktik;Odder - løntilskud", "Budget/Praktik;Budget/Løntilskud"])
def test_a_first_part_that_makes_it_another_figure_is_no_group(engine, heads):
    report = check(engine, f"Måned;Jobcenter;Personer;{heads}\n2010-03;Skive;414;61;12\n")
    assert not any("Foran felternes navne" in note for note in report.notes)


@pytest.mark.parametrize("units", [
    ";;antal;antal", ";;(personer);(personer)", "åååå-mm;tekst;[antal];[antal]", "xx;xx;xx;xx",
    "Skriv måneden;Vælg jobcenter;Hvor mange er i målgruppen?;Hvor mange er i praktik?", "date;text;integer;integer",
    ";;antal;\n(måned);(navn);(tal);(tal)"])
def test_a_row_of_units_or_help_is_recognised_and_told(engine, units):
    report = check(engine, f"Måned;Jobcenter;Personer;Praktik\n{units}\n2010-03;Skive;414;61\n")
    assert report.status == "ready" and len(stated(report)) == 2
    assert any("Række 2" in note and "enheder eller hjælp" in note for note in report.notes)


@pytest.mark.parametrize("heads", ["Måned;Jobcenter;Personer;Praktik\n{}\n2010-03;Skive;414;61\n",
                                   "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n{};5\nK1;Skive;tovholder;2;1\n"])
@pytest.mark.parametrize("row", ["1;2;3;4", "1.;2.;3.;4.", "(1);(2);(3);(4)"])
def test_a_row_that_numbers_the_columns_is_recognised_and_told(engine, heads, row):
    report = check(engine, heads.format(row).replace("(4);5", "(4);(5)"), name="kursus.csv", today=date(2010, 5, 3))
    assert report.status == "ready" and len(report.changes) == 2
    assert any("Række 2" in note and "enheder eller hjælp" in note for note in report.notes)


def test_numbers_that_begin_elsewhere_are_figures(engine):
    report = check(engine, "Jobcenter;Personer;Praktik;Løntilskud\nSkive;1;2;3\nOdder;3;1;1\n", month=date(2010, 3, 1))
    assert not any("enheder" in note for note in report.notes)


@pytest.mark.parametrize("row", ["2010-03;Odder;mangler;mangler", "2010-03;Oder;ikke modtaget;ikke modtaget",
                                 "2010-03;Odder;205;20", "2010-03;Odder;ca. 200;mange", "2010-03;I alt;414;61"])
def test_a_row_that_names_a_month_or_a_jobcenter_is_no_row_of_units(engine, row):
    report = check(engine, f"Måned;Jobcenter;Personer;Praktik\n{row}\n2010-03;Skive;414;61\n")
    assert not any("enheder" in note for note in report.notes)


@pytest.mark.parametrize("row", ["Holstbro;2010-03;fyrre;syv", "Skvie;2010-03;ukendt;ukendt", "Skvie;;fyrre;antal",
                                 "Skvie;2010-03;antal;antal", "Hørsholm;2010-03;mange;få", "Skvie;;ukendt;ukendt"])
@pytest.mark.parametrize("lines", ["{0}\n{1}\n", "{1}\n{0}\n"])
def test_a_row_of_a_misspelt_jobcenter_is_told_wherever_it_stands(engine, row, lines):
    text = lines.format(row, "Skive;2010-03;414;61")
    report = check(engine, f"Jobcenter;Måned;Personer;Praktik\n{text}")
    assert report.status == "refused", report.notes
    assert row.split(";")[0] in report.errors[0].text and report.errors[0].column == "Jobcenter"


@pytest.mark.parametrize("word", ["Note", "Kilde"])
def test_words_under_the_figures_are_no_row_of_theirs(engine, word):
    report = check(engine, f"Jobcenter;Måned;Personer;Praktik\nSkive;2010-03;414;61\n{word};;se brev;se brev\n")
    assert report.status == "ready" and any(f"(»{word}" in note for note in report.notes)


def test_units_on_a_sheet_leave_the_numbers_of_the_rows_as_they_are(engine):
    rows = [["Måned", "Jobcenter", "Personer"], [None, None, "(personer)"], ["2010-03", "Skive", "mange"]]
    report = check(engine, workbook({"Ark1": [*rows, ["2010-03", "Odder", 205]]}), name="tal.xlsx")
    assert [p.row for p in report.errors] == [3]
    assert any(note.startswith("Ark »Ark1«: Række 2") for note in report.notes)


@pytest.mark.parametrize("heads", ["grp/kursusdag;grp/jobcenter;grp/rolle;tal/tilmeldt;tal/moedt",
                                   "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\n;;;(personer);(personer)",
                                   "Kursusdag;Jobcenter;Rolle;Tilmeldt;Mødt\nkode;tekst;tekst;antal;antal"])
def test_records_are_read_from_exports_too(engine, heads):
    report = check(engine, f"{heads}\n{COURSE}", name="kursus.csv")
    assert report.status == "ready", report.problems
    assert sorted(report.changes["value"]) == [1, 2]
