"""A share under its target never reads as the target: in no text, number or chart of any document."""

import re
from dataclasses import is_dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from model.basics.months import span
from model.documents import committee, csv_file, letters, minutes, offline, region_sheet, sheet, slides, workbook
from model.documents.screens import chosen, screens
from model.drawing.chart import Chart
from model.store.meeting_facts import Written
from model.subjects.comparison.charts.comparison import goal2_dots
from model.subjects.comparison.figures.peers import everyone
from model.subjects.meetings.words import agenda
from tests.model.documents.reading import read
from tests.model.empty_worlds import CODES
from tests.model.subjects.builders import said, snapshot

MARCH, VIBORG = date(2010, 3, 1), "791"
GOAL_1, GOAL_2 = 16, 20
MONTHS = [f"{month:%Y-%m}" for month in span(date(2009, 9, 1), MARCH)]
COUNTED = re.compile(r"(\d[\d.]*(?:,\d+)?)\s?%\s?\((\d[\d.]*)\s?af\s?(\d[\d.]*)\)")
# what goal 1 asks for may be any share, and one that is just goal 2's target flatters nobody
AS_THE_TARGET = re.compile(rf"(?<![\d,])(?<!nødvendigt: )({GOAL_1}|{GOAL_2}),0+\s?%")
JUDGED = re.compile(r"(\d[\d.]*(?:,\d+)?)\s?%\s?(?:✗|\(ikke nået\))")
PERSONS, COURSES = st.integers(100, 3000), st.integers(30, 400)


def under(n, target):
    """The most of n that are still under the target."""
    return -(-target * n // 100) - 1


def world(persons, courses):
    """Every jobcenter, and so the region, as near under both targets as so many let it be."""
    counts = {"persons": persons, "total": under(persons, GOAL_1), "ended": courses, "good": under(courses, GOAL_2)}
    return snapshot(*(said(code, month, **counts) for code in CODES for month in MONTHS), data_date="2010-12-15")


def number(text):
    return Decimal(text.replace(".", "").replace(",", "."))


def flattering(text):
    """Each share in the text that is written on another side of a target than it stands on, or on the target."""
    found = [match[0] for match in AS_THE_TARGET.finditer(text)]
    for match in COUNTED.finditer(text):
        printed, x, n = map(number, match.groups())
        found += [match[0] for target in (GOAL_1, GOAL_2) if (100 * x < target * n) != (printed < target)]
    return found + [match[0] for match in JUDGED.finditer(text) if number(match[1]) >= GOAL_1]


def texts(value):
    """Every text in a value of whatever parts, and in the tables of its charts."""
    found = []
    for chart in charts(letters.throughout(value, lambda text: (found.append(text), text)[1])):
        chart.make_table()
        chart.make_data()
    return found


def charts(value):
    """The charts anywhere in a value."""
    if isinstance(value, Chart):
        yield value
    parts = vars(value) if is_dataclass(value) else value
    for part in parts.values() if isinstance(parts, dict) else parts if isinstance(parts, list | tuple) else ():
        yield from charts(part)


def meeting(shot):
    return agenda.agenda(shot, Written(), unit=VIBORG, month=MARCH, held_on=date(2010, 4, 12), line="", meeting=1)


@pytest.mark.parametrize("text", [
    "16,0\u00a0% (399 af 2.500)", "16\u00a0% (15 af 94)", "Mål 1 ikke nået: 16\u00a0% ✗", "16,00 %",
    "20,0%(499af2.505)"])
def test_a_planted_share_is_caught(text):
    assert flattering(text)


def test_a_planted_share_in_the_table_of_a_chart_is_caught(shot):
    screen = next(screen for screen in screens(shot, MARCH) if screen.chart)
    planted = replace(screen.chart, make_table=lambda: pd.DataFrame({"Andel": ["16,0 % (399 af 2.500)"]}))
    assert any(map(flattering, texts([replace(screen, chart=planted)])))


def test_a_target_and_a_share_that_is_no_less_are_let_be():
    assert not flattering("Mål 16 %: 15,96 % (399 af 2.500) og 16,04 % (201 af 1.253), mindst 20 %, 116,0 %")


@given(persons=PERSONS, courses=COURSES)
def test_no_text_of_a_page_or_a_document_does(persons, courses):
    shot = world(persons, courses)
    told = texts([sheet.content(shot, VIBORG, MARCH), region_sheet.content(shot, MARCH), meeting(shot),
                  screens(shot, MARCH), screens(shot, MARCH, VIBORG), committee.content(shot, VIBORG, MARCH),
                  goal2_dots(shot, MARCH, everyone(shot))])
    assert [share for text in told for share in flattering(text)] == []
    assert any(COUNTED.search(text) for text in told)


@pytest.fixture(scope="module")
def shot():
    return world(2500, 250)


def shown(cell):
    """A cell as a spreadsheet shows it: a percentage with as many decimals as its format has."""
    form = str(cell.number_format)
    if not isinstance(cell.value, int | float) or not form.endswith("%"):
        return str(cell.value)
    return displayed(cell.value, form)


def displayed(value, form):
    decimals = len(form.partition(".")[2].rstrip(" %"))
    exact = (Decimal(str(value)) * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{exact} %".replace(".", ",")


def test_no_cell_of_the_workbook_does(shot):
    book = openpyxl.load_workbook(BytesIO(workbook.workbook_xlsx(shot, MARCH)))
    rows = {cell.row: [shown(each) for each in row] for page in book if page.title == "Vurderinger"
            for row in page.iter_rows() for cell in row[:1]}
    heading = next(row for row in rows.values() if "Andel" in row)
    at = heading.index("Andel")
    shares = [row[at] for row in rows.values() if row[at].endswith("%")]
    assert shares and all(number(text.removesuffix(" %")) < GOAL_1 for text in shares)
    every = [shown(cell) for page in book for row in page.iter_rows() for cell in row]
    assert [share for text in every for share in flattering(text)] == []


def test_no_slide_does(shot):
    deck = Presentation(BytesIO(slides.slides_pptx(shot, MARCH, chosen(screens(shot, MARCH, VIBORG), ()), code=VIBORG)))
    words, labels = [], []
    for slide in deck.slides:
        words.append(slide.notes_slide.notes_text_frame.text)
        for shape in slide.shapes:
            words += [shape.text_frame.text] if shape.has_text_frame else []
            words += [cell.text for row in shape.table.rows for cell in row.cells] if shape.has_table else []
            labels += list(labelled(shape.chart)) if shape.has_chart else []
    assert [share for text in (*words, *labels) for share in flattering(text)] == []
    assert "15,96 %" in labels


def labelled(chart):
    """Each point's own label of a chart as it is shown, where it is the point's value."""
    for series in (series for plot in chart.plots for series in plot.series):
        values = list(series.values)
        for label in series._element.iter("{*}dLbl"):
            form = label.find("{*}numFmt")
            at, value = int(label.find("{*}idx").get("val")), None
            value = values[at] if at < len(values) else None
            if form is not None and value is not None and "%" in form.get("formatCode"):
                yield displayed(value, form.get("formatCode"))


def test_no_paper_minutes_or_file_does(shot):
    told = [page.extract_text() for pdf in (sheet.sheet_pdf(shot, VIBORG, MARCH), region_sheet.region_pdf(shot, MARCH))
            for page in read(pdf).pages]
    for docx in (committee.committee_docx(shot, VIBORG, MARCH),
                 minutes.minutes_docx(meeting(shot), status=minutes.DRAFT, made=MARCH)):
        document = Document(BytesIO(docx))
        told += [paragraph.text for paragraph in document.paragraphs]
        told += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    told += [offline.offline_html(chosen(screens(shot, MARCH), ()), snapshot=shot, month=MARCH),
             csv_file.figures_csv(shot).decode()]
    assert [share for text in told for share in flattering(text)] == []
    assert sum("15,96" in text for text in told) >= 4
