"""Workbooks: formulas and their stored results, what stands beside the cells, and sizes that are not believed."""

import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference

from tests.model.intake import builders
from tests.model.intake.builders import CPR, ROWS, Change, with_cell, xlsx
from tests.model.intake.files.excel_books import cells, load, refusal, sheet


def _written(rows: list[list[object]]) -> bytes:
    """A workbook by another writer, with shared strings as Excel has them."""
    saved = io.BytesIO()
    with xlsxwriter.Workbook(saved) as book:
        page = book.add_worksheet("Tal")
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return saved.getvalue()


def _stored(kind: str, value: str) -> bytes:
    """A workbook whose cell C4 holds a formula with this stored result."""
    whole = xlsx(ROWS, with_cell("=C2+C3", "C4"))
    xml = builders.part(whole, "xl/worksheets/sheet1.xml")
    start, end = xml.index(b'<c r="C4"'), xml.index(b"</c>", xml.index(b'<c r="C4"'))
    cell = f'<c r="C4"{kind}><f>C2+C3</f>{value}'.encode()
    book = builders.part(whole, "xl/workbook.xml").replace(b'fullCalcOnLoad="1"', b"")
    return builders.repacked(whole, {"xl/worksheets/sheet1.xml": xml[:start] + cell + xml[end:],
                                     "xl/workbook.xml": book})


def test_the_stored_result_of_a_formula_is_its_value():
    assert cells(_stored("", "<v>609</v>"))[3][2] == 609
    assert cells(_stored("", "<v>0</v>"))[3][2] == 0
    assert cells(_stored(' t="str"', "<v>Skive</v>"))[3][2] == "Skive"


def test_a_stored_empty_text_is_an_empty_cell_and_no_missing_result():
    assert cells(_stored(' t="str"', "<v></v>"))[1:] == [["2010-03", "Skive", "414"], ["2010-03", "Lemvig", "195"]]


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>"])
def test_a_formula_without_a_stored_result_is_refused_with_its_address(value):
    problems = refusal(_stored("", value)).problems
    assert [(p.sheet, p.row, p.column) for p in problems] == [("Ark1", 4, "C")]
    assert "Celle C4" in problems[0].text and "Åbn filen i Excel, gem den" in problems[0].text


def test_every_formula_without_a_result_is_named():
    def change(book: openpyxl.Workbook) -> None:
        for address in ("C4", "D4", "AA9"):
            book["Ark1"][address] = "=1+1"
    assert [(p.row, p.column) for p in refusal(xlsx(ROWS, change)).problems] == [(4, "C"), (4, "D"), (9, "AA")]


def test_a_zero_from_a_writer_that_never_calculates_is_no_zero():
    """xlsxwriter stores 0 behind every formula and asks Excel to calculate when the file is opened."""
    content = _written([["jobcenter", "tal", "sum"], ["Skive", 0, "=B2*2"]])
    assert [(p.row, p.column) for p in refusal(content).problems] == [(2, "C")]


def test_a_text_shown_in_a_cell_is_told_of_once():
    problems = refusal(_written([["jobcenter", "tal"], ["Skive", CPR]])).problems
    assert [(p.sheet, p.row, p.column) for p in problems] == [("Tal", 2, "B")]


def test_a_formula_on_a_hidden_sheet_does_not_matter():
    def change(book: openpyxl.Workbook) -> None:
        book.create_sheet("Kladde")["A1"] = "=1+1"
        book["Kladde"].sheet_state = "hidden"
    assert len(load(xlsx(ROWS, change)).sheets) == 1


def _in_header(book: openpyxl.Workbook) -> None:
    book["Ark1"].oddHeader.center.text = f"Borger {CPR}"


def _in_chart(book: openpyxl.Workbook) -> None:
    chart = BarChart()
    chart.title = f"Borger {CPR}"
    chart.add_data(Reference(book["Ark1"], min_col=3, min_row=1, max_row=3))
    book["Ark1"].add_chart(chart, "E1")


def _in_number_on_hidden_sheet(book: openpyxl.Workbook) -> None:
    book.create_sheet("Kladde").append([1, 2512484916])
    book["Kladde"].sheet_state = "hidden"


@pytest.mark.parametrize(("change", "where"), [
    (_in_header, "ark »Ark1«, et sidehoved eller en sidefod"), (_in_chart, "en tekstboks eller et diagram"),
    (_in_number_on_hidden_sheet, "ark »Kladde«, kolonne B, række 1")])
def test_a_cpr_number_beside_the_visible_cells_is_found(change: Change, where: str):
    refused = refusal(xlsx(ROWS, change))
    assert where in str(refused)
    assert "4916" not in str(refused)


def test_a_text_left_behind_in_the_file_but_shown_in_no_cell_is_found():
    whole = _written([["jobcenter", "tal"], ["Skive", 414]])
    strings = builders.part(whole, "xl/sharedStrings.xml").replace(b"</sst>", f"<si><t>{CPR}</t></si></sst>".encode())
    assert cells(whole) == [["jobcenter", "tal"], ["Skive", 414]]
    assert "filens gemte tekster" in str(refusal(builders.repacked(whole, {"xl/sharedStrings.xml": strings})))


def test_hidden_sheets_are_searched_before_anything_else_is_said():
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["C4"] = "=1+1"
        book.create_sheet("Kladde").append(["x", CPR])
        book["Kladde"].sheet_state = "hidden"
    assert [p.sheet for p in refusal(xlsx(ROWS, change)).problems] == ["Kladde", "Ark1"]


def test_the_size_a_sheet_claims_is_not_believed():
    whole = xlsx(ROWS)
    xml = builders.part(whole, "xl/worksheets/sheet1.xml").replace(b'ref="A1:C3"', b'ref="A1"')
    assert sheet(builders.repacked(whole, {"xl/worksheets/sheet1.xml": xml})).cells.shape == (3, 3)


def test_a_row_number_beyond_excel_is_a_damaged_file_and_no_endless_loop():
    whole = xlsx(ROWS)
    xml = builders.part(whole, "xl/worksheets/sheet1.xml").replace(b'<row r="3"', b'<row r="3000000000"')
    assert "beskadiget" in str(refusal(builders.repacked(whole, {"xl/worksheets/sheet1.xml": xml})))
