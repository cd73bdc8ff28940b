"""Workbooks with odd styles, addresses, empty cells and codes, as people have reported them: read as Excel does."""

import time
from datetime import date

import openpyxl
import pytest

from model.intake.files import excel_files
from tests.model.intake import builders
from tests.model.intake.builders import xlsx
from tests.model.intake.filing import check, stated
from tests.model.intake.workbooks.three_rows import ROWS, STYLES, figures, texts


@pytest.mark.parametrize("name", ["15_", "16_", "23_"])
def test_figures_are_read_whatever_the_styles_the_addresses_and_the_empty_cells(read, name):
    started = time.perf_counter()
    report = read(name)
    assert (report.status, stated(report)) == ("ready", figures())
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(("old", "new"), [
    ("<fill>", "<fill/><fill>"), ('<family val="2"/>', '<family val="34"/>'),
    ("<cellStyles.*?</cellStyles>", '<cellStyles><cellStyle xfId="77"/></cellStyles>'),
    ("</styleSheet>", '<extLst><ext uri="{}"><x:y xmlns:x="urn:x"/></ext></extLst></styleSheet>'),
    ('<color theme="1"/>', '<color rgb="rød"/>'), ("<borders", '<borders><border diagonal="skrå"/></borders><borders')])
def test_no_figure_depends_on_how_a_workbook_is_styled(built, old, new):
    report = built(part=STYLES, old=old, new=new)
    assert (report.status, stated(report)) == ("ready", figures())


def test_dates_are_dates_though_the_styles_are_odd(engine):
    def dated(book: openpyxl.Workbook) -> None:
        for row, form in ((2, "mmm yyyy"), (3, "dd-mm-yyyy"), (4, "mm-dd-yy")):
            book["Ark1"].cell(row, 1, date(2010, 3, 1)).number_format = form
    content = xlsx(ROWS, dated)
    odd = builders.part(content, STYLES).replace(b"<fill>", b"<fill/><fill>", 1)
    assert stated(check(engine, builders.repacked(content, {STYLES: odd}), name="tal.xlsx")) == figures()


@pytest.mark.parametrize("empty", ['<c r="XFD{}" s="0"/>', '<c r="XFD{}" s="0"></c>', '<c r="XFD{}"><v></v></c>',
                                   '<c r="XFD{}" t="s"><v/></c>'])
def test_formatted_empty_rows_to_the_end_of_the_sheet_take_no_time(built, empty):
    below = "".join(f'<row r="{row}">{empty.format(row)}</row>' for row in range(5, 20_000))
    started = time.perf_counter()
    assert stated(built(old="</sheetData>", new=f"{below}</sheetData>")) == figures()
    assert time.perf_counter() - started < 5


def test_formatted_empty_cells_between_figures_and_a_line_far_below_take_no_time(built):
    rows = "".join(f'<row r="{row}"><c r="XFD{row}" s="0"/></row>' for row in range(5, 20_000))
    note = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Kilde: eget system</t></is></c></row>'
    assert stated(built(old="</sheetData>", new=f"{rows}{note}</sheetData>")) == figures()


def test_characters_that_a_workbook_writes_as_codes_are_read_as_excel_shows_them(read):
    report = read("04_")
    assert (report.status, stated(report)) == ("ready", figures())
    assert not any("_x0" in heading.heading for heading in report.mapping)


@pytest.mark.parametrize(("written", "meant"), [
    ("Skive_x000D_", "Skive"), ("_x0009_Skive_x000A_", "Skive"), ("Ski_x0076_e", "Skive"), ("Skive_x0007_", "Skive"),
    ("Skive_x000B_", "Skive")])
def test_codes_in_any_text_are_decoded(built, written, meant):
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["B2"] = None
        book["Ark1"]["C2"] = written
    assert stated(built(change)) == figures()


def test_a_number_with_a_code_in_it_is_the_number(built):
    assert stated(built(builders.with_cell("414_x000D_", "D2"))) == figures()


def test_a_cpr_number_written_with_codes_is_found(built):
    report = built(builders.with_cell("251248_x002D_4916", "G2"))
    assert report.status == "refused" and "CPR-nummer" in texts(report)


def test_an_underscore_written_as_a_code_keeps_what_only_looks_like_one():
    assert excel_files.unescaped("_x005F_x000D_") == "_x000D_"
    assert excel_files.unescaped("_xD83D__xDE00_") == "\U0001f600"
