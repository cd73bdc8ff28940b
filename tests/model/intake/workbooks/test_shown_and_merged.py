"""Numbers that show as something else and figures merged over two, as people report them: told for what they are."""

import re
from datetime import date

import openpyxl
import pytest

from model.intake.files import number_formats
from tests.model.intake import builders
from tests.model.intake.builders import xlsx
from tests.model.intake.filing import check, stated
from tests.model.intake.workbooks.three_rows import figures, texts


def test_a_count_that_the_sender_shows_as_below_five_stays_hidden(read):
    report = read("22_")
    assert report.status == "ready" and "hidden" in stated(report).values()
    assert 3 not in stated(report).values()
    assert any("Excel viser »<5« i stedet for det tal" in note for note in report.notes)


@pytest.mark.parametrize(("code", "value", "shown"), [
    ('[<5]"<5";0', 3, "<5"), ('[<5]"<5";0', 5, None), ('[<5]"<5";0', 0, "<5"), ('[<=4]\\<5;General', 4, "<5"),
    ('[>=5]0;"<5"', 3, "<5"), ('[>=5]0;"<5"', 12, None), ('[Red][<5]"<5";#,##0', 3, "<5"), ('[<5]"*";0', 3, "*"),
    ('[=0]0;[<5]"<5";0', 3, "<5"), ('[=0]0;[<5]"<5";0', 0, None), ('[<5]"under 5";0', 3, "under 5"),
    (";;;", 3, ""), (";;;", 0, ""), ('0;-0;"-"', 0, "-"), ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 0, None),
    ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 1055, None), ('0" personer"', 61, None), ('"K"0', 3, None),
    ("dd-mm-yyyy", 40238, None), ("[h]:mm", 1.5, None), ("General", 3, None), ("#,##0", 3, None),
    ("0%", 0.147, "14,7 %"),
    ("0.0%", 1, "100,0 %"), ('0.0" %"', 14, "14,0 %"), ('[<5]"<"0;0', 3, "<3"), ('"<5"', 3, "<5"), ("[<5];0", 3, ""),
    ('"1"0', 61, "161"), ('0" (38)"', 61, "61 (38)"), ('0" 1)"', 61, "61 1)"), ("0\\*", 61, "61*"), ('0"*"', 3, "3*"),
    ('"ca. "0', 61, "ca. 61"), ('0"%"', 61, "61%"), ("-0", 61, "-61"), ('0" a)"', 61, "61 a)"), ("+0;-0;0", 61, "+61"),
    ('0"¹"', 61, "61¹"), ("General\\*", 61, "61*"), ('0;0;"-"', 0, "-"), ("0;;", 0, ""), ("0;;", -5, ""),
    ("#,##0,", 61000, "61"), ("0-0", 61, "6-1"), ('0"1"0', 61, "611"), ('0" pct."', 61, "61 pct."),
    ("yyyy", 40238, "år 2010"), ('0;0;"ingen"', 0, "ingen"), ('#,##0" (skjult)"', 61, "61 (skjult)"),
    ("[>9]0;0\\*", 3, "3*"), ('0" / 2"', 61, "61 / 2")])
def test_what_excel_shows_in_place_of_a_number(code, value, shown):
    assert number_formats.shown(value, code) == shown
    assert shown is None or not number_formats.is_plain(code)


@pytest.mark.parametrize("code", [
    "General", "0", "#,##0", "dd-mm-yyyy", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "# ##0", '0 "personer"',
    '0" pers."', "@", "0;[Red]-0", "[Blue]0;[Red]-0", "0;-0;0", "#,##0_);(#,##0)", "0.00", "00000", "mmm yyyy",
    "yyyy-mm",
    '_-* #,##0 "kr."_-;-* #,##0 "kr."_-;_-* "-" "kr."_-;_-@_-', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    '0"."000', "00 00 00 00", '"K"0', "# ?/?", "0.00E+00", '[$kr.-406] #,##0', "0;-0"])
def test_usual_formats_need_no_closer_look(code):
    if not code.endswith('"kr."_-;_-@_-'):
        assert number_formats.is_plain(code)
    assert [number_formats.shown(value, code) for value in (61, 1055, -61, 0)] == [None] * 4


@pytest.mark.parametrize(("code", "said"), [
    ('"1"0', None), ('0" (38)"', "mere end et tal"), ("0\\*", "mere end et tal"), ('"ca. "0', "skøn"),
    ('0"%"', "procent"), ("-0", "negativt"), ('0" 1)"', "mere end et tal")])
def test_a_number_that_shows_as_something_else_is_told_of_as_that(built, code, said):
    report = built(builders.with_cell(61, "E2", code))
    assert any("Excel viser »" in note for note in report.notes)
    assert said in texts(report) if said else stated(report) == figures(_779_1=161)


@pytest.mark.parametrize("code", ['0;0;"-"', "0;;"])
def test_a_nought_that_does_not_show_is_read_as_it_looks(built, code):
    report = built(builders.with_cell(0, "E2", code))
    assert 0 not in stated(report).values()
    assert any("Excel viser" in note for note in report.notes)


@pytest.mark.parametrize("code", ["yyyy", '"år "yyyy', "[$-406]yyyy"])
def test_a_day_of_which_the_year_alone_shows_is_no_month(built, code):
    report = built(builders.with_cell(date(2010, 3, 1), "A2", code))
    assert "et helt år" in texts(report)
    assert "dato" in texts(built(builders.with_cell(date(2010, 3, 1), "E2", code))) or report.status == "refused"


@pytest.mark.parametrize("name", ["32_", "32b"])
def test_a_count_shown_as_a_percentage_is_told_of_as_one(read, name):
    report = read(name)
    assert report.status == "refused"
    assert [p.row for p in report.problems] == [2, 3, 4]
    assert all("er en procent, ikke et antal" in p.text for p in report.problems)


@pytest.mark.parametrize("code", ["0%", "0.00%", "#,##0.0 %", "0.0%;[Red]-0.0%"])
def test_every_format_with_a_per_cent_sign_is_one(built, code):
    assert "er en procent, ikke et antal" in texts(built(builders.with_cell(0.1473, "E2", code)))


def test_a_column_of_shares_beside_the_counts_is_no_hindrance(built):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["G1"] = "Pct."
        for row in (2, 3, 4):
            book["Ark1"].cell(row, 7, 0.147).number_format = "0.0%"
    assert stated(built(change)) == figures()


def test_a_hidden_count_of_records_stays_hidden(engine):
    rows = [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["K1", "Skive", "tovholder", 4, 3]]
    report = check(engine, xlsx(rows, builders.with_cell(3, "E2", '[<5]"<5";0')), name="kursus.xlsx")
    assert "hidden" in set(report.changes["mark"]) and 3 not in set(report.changes["value"].dropna())


@pytest.mark.parametrize(("name", "areas", "whom"), [
    ("08_", ("D2:D3", "E2:E3", "F2:F3"), "Aarhus og Samsø"),
    ("08c", ("E3:F3",), "»Heraf i virksomhedspraktik« og »Heraf i løntilskud« for Samsø")])
def test_a_figure_merged_over_two_is_neithers(read, name, areas, whom):
    report = read(name)
    assert report.status == "refused"
    assert all(f"Cellerne {area} er flettet" in texts(report) for area in areas) and whom in texts(report)


@pytest.mark.parametrize(("area", "whom"), [
    ("D2:D3", "Skive og Viborg"), ("D2:D4", "Skive, Viborg og Odder"), ("E2:F2", "»Heraf i virksomhedspraktik« og "
                                                                       "»Heraf i løntilskud«"),
    ("E3:F4", "Viborg og Odder")])
def test_whom_a_merged_figure_covers_is_said(built, area, whom):
    report = built(lambda book: book["Ark1"].merge_cells(area))
    assert report.status == "refused" and area in texts(report) and whom in texts(report)


def test_a_remark_merged_over_two_is_told_to_be_the_first_s(built):
    def change(book: openpyxl.Workbook) -> None:
        page = book["Ark1"]
        page["G1"], page["G2"] = "Bemærkning", "foreløbige tal"
        page.merge_cells("G2:G3")
    report = built(change)
    assert any("G2:G3 er flettet" in note and "kun gemt for Skive" in note for note in report.notes)
    assert report.status == "ready"


def test_words_of_records_merged_over_two_are_told_to_be_the_first_s(engine):
    rows = [["Jobcenter", "Virksomhedscenter", "Åbnet", "Branche", "Sektor"],
            ["Skive", "Bilka", "01-02-2010", "handel", "privat"], ["Odder", "Føtex", "01-02-2010", None, "privat"]]
    report = check(engine, xlsx(rows, lambda book: book["Ark1"].merge_cells("D2:D3")), name="centre.xlsx")
    assert any("D2:D3 er flettet" in note and "»Branche«" in note for note in report.notes)


def test_merged_headings_titles_places_and_empty_cells_are_no_matter(built):
    def change(book: openpyxl.Workbook) -> None:
        page = book["Ark1"]
        page["A6"] = "Kilde: jobcentrenes egne systemer"
        for area in ("A6:F6", "D8:E9", "F4:G4"):
            page.merge_cells(area)
    assert stated(built(change)) == figures()


def test_a_count_of_records_merged_over_two_is_neithers(engine):
    rows = [["Kursusdag", "Jobcenter", "Rolle", "Tilmeldt", "Mødt"], ["K1", "Skive", "tovholder", 2, 2],
            ["K1", "Odder", "tovholder", None, 1]]
    report = check(engine, xlsx(rows, lambda book: book["Ark1"].merge_cells("D2:D3")), name="kursus.xlsx")
    assert report.status == "refused" and "D2:D3 er flettet" in texts(report)
    assert re.search(r"Skive.*\(række 2\) og Odder.*\(række 3\)", texts(report))
