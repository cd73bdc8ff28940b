"""Shares a hair from the target, read back from pages, sheets, slides and the workbook: none is shown as the target."""

import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader
from sqlmodel import Session

from model.basics.formatting import month_long, number
from model.basics.months import span
from model.basics.shares import decimals_beside, interval, share
from model.documents.screens import chosen, screens
from model.documents.sheet import sheets_pdf
from model.documents.slides import slides_pptx
from model.documents.workbook import workbook_xlsx
from model.snapshot.loading import load
from model.subjects.goals.figures.goals import goal2, goals1
from pages.shared import figure_tools
from tests.model.documents.slides.reading import charts, notes, opened, words
from tests.pages.boundaries import FIRST, LAST, SELF_SUPPORTING, SHARE, filled, naive
from tests.pages.data_pages import said
from tests.pages.opening import JOBCENTER, REGION, all_under, every_tab
from tests.viewers import EVERYBODY

COMPARISON = "comparison"
TINY = 1e-12  # what a file leaves out of a number
SHOWN = "615"  # the jobcenter whose months are read one by one
AROUND = rf".{{0,60}}(?<![\d.,])(?:{SHARE}|{SELF_SUPPORTING}),0 %.{{0,30}}"
ON_TARGET = (f"{SHARE},0\u00a0%", f"{SELF_SUPPORTING},0\u00a0%")


@pytest.fixture
def cases(engine):
    """What each jobcenter has of its target group in each month, in a database of this test's own."""
    found = filled(engine)
    assert len(found) > 200 and all(naive(x, n) == SHARE and 100 * x != SHARE * n for x, n in found.values())
    return found


@pytest.fixture
def snapshot(engine, cases):
    with Session(engine) as session:
        return load(session, EVERYBODY)


def told(cases, code, month):
    """The share of a jobcenter's month as it must be written everywhere."""
    return share(*cases[code, month], target=SHARE)


def rendered(cell):
    """A cell as a Danish spreadsheet shows it."""
    decimals = len(cell.number_format.rstrip("%").partition(".")[2])
    shown = (100 * Decimal(repr(cell.value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{number(shown, decimals=decimals)}\u00a0%"


def rows(sheet, first):
    """The cells under the heading whose first cell is ``first``, by heading."""
    found = list(sheet.iter_rows())
    top = next(at for at, row in enumerate(found) if row[0].value == first)
    head = [cell.value for cell in found[top]]
    return [dict(zip(head, row, strict=True)) for row in found[top + 1:] if row[0].value is not None]


def test_pages_sheets_slides_and_the_workbook_show_no_share_as_the_target_it_misses(cases, snapshot, monkeypatch):
    monkeypatch.setattr(figure_tools, "line", all_under)
    on_the_pages(cases, snapshot)
    on_the_sheets(cases, snapshot)
    on_the_slides(cases, snapshot)
    in_the_workbook(cases, snapshot)


def whole(name, **address):
    """Everything on the page, on each of its tabs."""
    return " ".join(map(said, every_tab(name, **address)))


def on_the_pages(cases, snapshot):
    mine = whole(JOBCENTER, jobcenter=SHOWN, maaned=f"{LAST:%Y-%m}")
    for month in span(FIRST, LAST):
        assert re.search(rf"{month_long(month)}[^%]*{told(cases, SHOWN, month)}".replace("\u00a0", r"\s"), mine), month
    front, beside = whole(REGION, maaned=f"{LAST:%Y-%m}"), whole(COMPARISON, maaned=f"{LAST:%Y-%m}")
    for code in {code for code, _ in cases}:
        assert all(told(cases, code, LAST).replace("\u00a0", " ") in text for text in (front, beside)), code
        second = goal2(snapshot, code, LAST)
        certain = interval(second.low, second.high, target=SELF_SUPPORTING).replace("\u00a0", " ")
        assert certain in beside and (certain.replace("–", " til ") in mine) == (code == SHOWN), code
    assert [found for text in (mine, front, beside) for found in re.findall(AROUND, text)] == []


def on_the_sheets(cases, snapshot):
    pages = ["".join(found.extract_text().split()) for found in PdfReader(BytesIO(sheets_pdf(snapshot, LAST))).pages]
    by_name = {goal.name: goal.code for goal in goals1(snapshot, LAST)}
    assert len(pages) == len(by_name)
    for name, code in by_name.items():
        text = next(found for found in pages if f"DialogarkforJobcenter{name}" in found)
        months = [month for owner, month in cases if owner == code]
        assert all("".join(told(cases, code, month).split()) in text for month in months), name
        assert not any("".join(shown.split()) in text for shown in ON_TARGET), name


def on_the_slides(cases, snapshot):
    for code in (None, SHOWN):
        deck = opened(slides_pptx(snapshot, LAST, chosen(screens(snapshot, LAST, code), ()), code=code))
        texts = " ".join(text for slide in deck.slides for text in (*words(slide), notes(slide)))
        assert not any(text in texts for text in ON_TARGET)
        owners = {owner for owner, _ in cases} if code is None else {code}
        months = [LAST] if code is None else list(span(FIRST, LAST))
        assert all(told(cases, owner, month) in texts for owner in owners for month in months)
        shown = [rendered(cell) for slide in deck.slides for chart in charts(slide) for cell in _percentages(chart)]
        assert shown and not set(ON_TARGET) & set(shown)


def _percentages(chart):
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [cell for row in book.active.iter_rows() for cell in row
            if cell.number_format.endswith(" %") and isinstance(cell.value, int | float)]


def in_the_workbook(cases, snapshot):
    book = openpyxl.load_workbook(BytesIO(workbook_xlsx(snapshot, LAST)))
    least = decimals_beside(goal2(snapshot, code, LAST).ended for code in {code for code, _ in cases})
    for row in rows(book["Vurderinger"], "Kommunekode"):
        code, second = row["Kommunekode"].value, goal2(snapshot, row["Kommunekode"].value, LAST)
        x, n = cases[code, LAST]
        assert row["Andel"].value == pytest.approx(x / n, rel=TINY)
        assert rendered(row["Andel"]) == told(cases, code, LAST)
        assert rendered(row["Andel selvforsørgende"]) == share(
            second.successes, second.ended, target=SELF_SUPPORTING, least=least)
        low, high = row["Statistisk usikkerhed fra"], row["til"]
        assert (low.value, high.value) == pytest.approx((second.low / 100, second.high / 100), rel=TINY)
        ends = [float(rendered(end).rstrip("\u00a0%").replace(",", ".")) for end in (low, high)]
        assert ends[0] <= second.low + TINY and ends[1] >= second.high - TINY
        assert (ends[0] >= SELF_SUPPORTING, ends[1] < SELF_SUPPORTING) == (
            second.low >= SELF_SUPPORTING, second.high < SELF_SUPPORTING)
