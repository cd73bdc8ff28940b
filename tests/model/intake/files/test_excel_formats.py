"""Workbooks: cells whose format is there or lacking, and days that are no CPR numbers."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
import pytest

from tests.model.intake import builders
from tests.model.intake.builders import with_cell, xlsx
from tests.model.intake.files.excel_books import cells, load, refusal

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
