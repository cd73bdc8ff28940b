"""Workbooks: values of every kind, sheets in every state, and what stands beside the cells."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference

from model.importing.files.reading import FileRefused, Sheet, Workbook, read
from model.settings import Settings
from tests.model.importing import builders
from tests.model.importing.builders import CPR, HEADINGS, ROWS, Change, with_cell, xlsx


def load(content: bytes) -> Workbook:
    return read("tal.xlsx", content, known_headings=HEADINGS, limits=Settings())


def sheet(content: bytes) -> Sheet:
    return load(content).sheets[0]


def cells(content: bytes) -> list[list[object]]:
    return sheet(content).cells.to_numpy().tolist()


def refusal(content: bytes) -> FileRefused:
    """What is wrong with a workbook; what is wrong with single cells may be mended there and is not raised."""
    try:
        problems = load(content).problems
    except FileRefused as refused:
        return refused
    assert any(problem.severity == "fejl" and problem.cell for problem in problems), "the file is read"
    return FileRefused(problems)


def test_values_keep_their_kind():
    row = ["2010-03", 414, 12.5, 12.0, True, datetime(2010, 3, 1), "  Syddjurs ", "1.480"]
    found = cells(xlsx([row]))[0]
    assert found == row
    assert [type(value) for value in found] == [str, int, float, int, bool, datetime, str, str]


def test_a_date_is_a_datetime_and_a_time_of_day_is_text():
    assert cells(xlsx([[date(2010, 3, 1), time(10, 30)]])) == [[datetime(2010, 3, 1), "10:30:00"]]


def test_empty_is_none_and_so_are_spaces():
    assert cells(xlsx([["a", "b", "c"], [None, " ", "\u00a0"], [1, None, 3]])) == [
        ["a", "b", "c"], [None, None, None], [1, None, 3]]


def test_row_numbers_are_those_of_excel_though_rows_and_columns_are_skipped():
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["B3"] = "x"
        book["Ark1"]["D7"] = 5
    found = sheet(xlsx([], change)).cells
    assert found.index.tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert (found.at[3, 1], found.at[7, 3], found.shape) == ("x", 5, (7, 4))
    assert found.drop(index=[3, 7]).isna().all(axis=None)


def test_a_cell_far_below_leaves_out_the_emptiness_above_it():
    found = sheet(xlsx(ROWS, with_cell("x", "B1048576"))).cells
    assert found.index.tolist() == [1, 2, 3, 1_048_576]


def test_formatted_but_empty_rows_and_columns_are_no_cells():
    def change(book: openpyxl.Workbook) -> None:
        for address in ("A900", "Z2"):
            book["Ark1"][address].number_format = "0.00"
    assert sheet(xlsx(ROWS, change)).cells.shape == (3, 3)


def test_a_merged_cell_stands_in_its_first_cell():
    def change(book: openpyxl.Workbook) -> None:
        book["Ark1"]["A1"] = "Marts 2010"
        book["Ark1"].merge_cells("A1:C1")
    assert cells(xlsx(ROWS, change))[0] == ["Marts 2010", None, None]


def test_every_visible_sheet_is_handed_on_in_order():
    found = load(xlsx(ROWS, lambda book: book.create_sheet("Løntilskud").append(["jobcenter", 1])))
    assert [one.name for one in found.sheets] == ["Ark1", "Løntilskud"]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_used_but_mentioned(state):
    def change(book: openpyxl.Workbook) -> None:
        book.create_sheet("Gamle tal").append(["jobcenter", 1])
        book["Gamle tal"].sheet_state = state
    found = load(xlsx(ROWS, change))
    assert [one.name for one in found.sheets] == ["Ark1"]
    assert found.notes == ("Skjulte ark er ikke læst: »Gamle tal«. Gør dem synlige i Excel, hvis tallene skal bruges.",)


def test_a_chart_of_its_own_sheet_is_no_hindrance():
    def change(book: openpyxl.Workbook) -> None:
        chart = BarChart()
        chart.add_data(Reference(book["Ark1"], min_col=3, min_row=1, max_row=3), titles_from_data=True)
        book.create_chartsheet("Diagram").add_chart(chart)
    assert sheet(xlsx([*ROWS], change)).cells.shape == (3, 3)


def test_dates_counted_from_1904_are_the_same_dates():
    def change(book: openpyxl.Workbook) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book["Ark1"]["A2"] = datetime(2010, 3, 1)
    assert cells(xlsx(ROWS, change))[1][0] == datetime(2010, 3, 1)


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


STYLES = "xl/styles.xml"
HIDING = with_cell(3, "C3", '[<5]"<5";0')
NAMED = re.compile(rb"<cellXfs.*</cellXfs>", re.DOTALL)


def _points_to(style: bytes) -> bytes:
    sheet = builders.part(xlsx(change=HIDING), "xl/worksheets/sheet1.xml")
    return re.sub(rb'(r="C3") s="\d+"', rb'\1 s="' + style + b'"', sheet)


def _repacked(content: bytes, left_out: str, parts: dict[str, bytes]) -> bytes:
    """The workbook with other parts, and one under another name."""
    full = builders.repacked(content, parts)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(full)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(f"{name}.bak" if name == left_out else name, old.read(name))
    return out.getvalue()


def _with_styles(change: Callable[[bytes], bytes]) -> bytes:
    content = xlsx(change=HIDING)
    return builders.repacked(content, {STYLES: change(builders.part(content, STYLES))})


@pytest.mark.parametrize("content", [
    pytest.param(lambda: _repacked(xlsx(change=HIDING), STYLES, {}), id="no styles"),
    pytest.param(lambda: _with_styles(lambda xml: NAMED.sub(b"<cellXfs><xf/></cellXfs>", xml)), id="fewer styles"),
    pytest.param(lambda: _with_styles(lambda xml: re.sub(rb"<numFmts.*</numFmts>", b"", xml)), id="no formats"),
    *(pytest.param(lambda style=style: builders.repacked(xlsx(change=HIDING), {
        "xl/worksheets/sheet1.xml": _points_to(style)}), id=f"style {style.decode()}") for style in (b"7", b"-1"))])
def test_a_cell_whose_format_is_not_in_the_file_is_read_with_a_warning(content):
    book = load(content())
    warning, = book.problems
    assert book.sheets[0].cells.iat[2, 2] == 3
    assert (warning.severity, warning.gate, warning.sheet) == ("advarsel", 1, "Ark1")
    assert warning.text.startswith("Celle C3 peger på et format, der ikke er i filen")


def test_a_workbook_without_styles_whose_cells_point_to_none_is_plain():
    assert load(_repacked(xlsx(), STYLES, {})).problems == ()


def test_styles_are_found_where_the_workbook_says_that_they_lie():
    content = xlsx(change=HIDING)
    relations = builders.part(content, "xl/_rels/workbook.xml.rels").replace(b"styles.xml", b"stile/Alle.xml")
    moved = _repacked(content, STYLES, {"xl/_rels/workbook.xml.rels": relations,
                                        "xl/stile/alle.xml": builders.part(content, STYLES)})
    assert (load(moved).sheets[0].cells.iat[2, 2], load(moved).problems) == ("<5", ())


def test_the_last_of_many_styles_is_there_and_the_next_is_not():
    xf = b'<xf numFmtId="0" fontId="0"/>'
    for count in (1, 2, 9, 10, 11, 99, 100, 101, 119, 3000):
        book = _with_styles(lambda xml, count=count: NAMED.sub(b"<cellXfs>" + xf * count + b"</cellXfs>", xml))
        for style in (0, 1, 9, count - 1, count, count + 1, 10 * count):
            content = builders.repacked(book, {"xl/worksheets/sheet1.xml": _points_to(b"%d" % style)})
            assert bool(load(content).problems) == (style >= count), (style, count)


def test_many_cells_without_their_format_are_told_of_at_once():
    def change(book: openpyxl.Workbook) -> None:
        for row in range(2, 32):
            book["Ark1"].cell(row, 3, row).number_format = "0.000"
    warning, = load(_repacked(xlsx(change=change), STYLES, {})).problems
    assert "C11 og 20 til peger på" in warning.text


@pytest.mark.parametrize("clock", [time(9, 0), time(7, 30), time(14, 24), time(9, 5, 24)])
def test_a_day_of_the_campaign_with_its_clock_is_no_cpr_number(clock):
    moment = datetime.combine(date(2010, 1, 27), clock)
    assert cells(xlsx([["Start", "Slut"], [moment, datetime(2010, 1, 27, 15, 5)]]))[1][0] == moment


@pytest.mark.parametrize("number", [40205.3751, 40249.4916, 251248.4916])
def test_another_number_that_is_shown_as_a_day_may_be_one(number):
    def shown_as_a_day(book: openpyxl.Workbook) -> None:
        book["Ark1"]["A2"] = number
        book["Ark1"]["A2"].number_format = "dd-mm-yyyy hh:mm"

    assert "CPR-nummer" in refusal(xlsx([["Start"], [1]], shown_as_a_day)).problems[0].text
