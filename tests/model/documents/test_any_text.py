"""Whatever a person wrote, in a meeting, a story or a jobcenter's name, every document is made and can be opened."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from model.basics.formatting import DIRECTION_MARKS
from model.documents import committee, csv_file, minutes, offline, sheet, slides
from model.documents.letters import LACKING
from model.documents.screens import Screen, screens
from model.documents.slides import notes
from model.documents.slides.page import lines_of, width_of, wrapped
from model.documents.workbook_cells import Book
from model.intake.sheets import PLAIN
from model.subjects.meetings.figures.agenda import Agenda, Part
from tests.model.documents.reading import read

FEBRUARY, VIBORG = date(2011, 2, 1), "791"
STORED = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)  # half a sign cannot be stored
ODD = "Flot 👍🏽 \ue000 \U0003fffd สวัสดี \x00 \u202evendt"
LONG = "Virksomhedskonsulentsamarbejdsaftale" * 10


def agenda(text):
    part = Part("aftaler", text, lines=(text,), columns=("Hvad", "Hvem"), rows=((text, text),))
    return Agenda(unit=VIBORG, name=text, held_on=FEBRUARY, month=FEBRUARY, title=text, line=text, parts=(part,),
                  headline=(), facts=(), sample=True)


def story(text):
    return Screen(key="historie-1", name=text, title=text, subtitle=text, source=text, alt=text,
                  paragraphs=(text, text))


def book_of(text):
    """A workbook with the text in every kind of cell."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as made:
        book = Book(made)
        sheet, top = book.sheet("Tal", title=text, lines=[text])
        book.table(sheet, top, [text, text], [[text, 1]])
    return out.getvalue()


@pytest.fixture(scope="module")
def made(sampled):
    """Every document with the text wherever a person writes one."""
    def making(text):
        agreed = pd.DataFrame([{"id": 1, "meeting_id": 1, "unit": VIBORG, "held_on": date(2011, 1, 5),
                                "stated_on": date(2011, 1, 5),
                                "text": text, "responsible": text, "due": FEBRUARY, "recorded_by": text}])
        names = sampled.jobcenters["name"].mask(sampled.jobcenters.index == VIBORG, text)
        odd = replace(sampled, written=replace(sampled.written, agreements=agreed),
                      jobcenters=sampled.jobcenters.assign(name=names))
        return {
            "pdf": sheet.sheet_pdf(odd, VIBORG, FEBRUARY), "csv": csv_file.figures_csv(odd, month=FEBRUARY),
            "docx": minutes.minutes_docx(agenda(text), status=minutes.closing_line(FEBRUARY, text), made=FEBRUARY),
            "paper": committee.committee_docx(odd, VIBORG, FEBRUARY),
            "pptx": slides.slides_pptx(odd, FEBRUARY, (story(text),)), "xlsx": book_of(text),
            "html": offline.offline_html((story(text),), snapshot=odd, month=FEBRUARY).encode()}
    return making


def texts(found):
    """What each document says, read back."""
    yield "".join(page.extract_text() for page in read(found["pdf"]).pages)
    papers = [Document(BytesIO(found[name])) for name in ("docx", "paper")]
    yield "".join(paragraph.text for document in papers for paragraph in document.paragraphs)
    deck = Presentation(BytesIO(found["pptx"]))
    yield "".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    book = openpyxl.load_workbook(BytesIO(found["xlsx"]), read_only=True)
    yield "".join(str(cell) for row in book["Tal"].values for cell in row)
    yield found["html"].decode()
    yield found["csv"].decode()


@settings(max_examples=5)
@given(STORED)
def test_any_text_gives_documents_that_open(made, text):
    for said in texts(made(text)):
        assert not DIRECTION_MARKS.search(said)


@pytest.mark.parametrize("text", [
    "Flot 👍 \uf0b7 punkt \uf0fc aftalt 1️⃣ สวัสดี", "\x00\x01\x0b\x1f\ufffe\uffff",
    "før \u202evendt\u202c \u2066om\u2069", LONG], ids=["signs", "controls", "directions", "long"])
def test_what_is_odd_is_readable_in_each(made, text):
    for said in texts(made(text)):
        assert not DIRECTION_MARKS.search(said)
        assert "\uf0b7" not in said and "\x00" not in said


@pytest.mark.parametrize("sign", ["\ue000", "\U000f0001", "\U0003fffd", "\u0378"])
def test_a_sign_that_no_font_has_is_seen_to_be_missing_in_each(made, sign):
    for said in texts(made(f"Aftale {sign}{sign} slut")):
        assert sign not in said
        assert "[?]" in said.replace("\n", " ")


def test_a_picture_sign_is_drawn_or_seen_to_be_missing_and_stops_nothing(made):
    said = dict(zip(("pdf", "docx", "pptx", "xlsx", "html", "csv"), texts(made("Flot 👍 arbejde")), strict=True))
    assert "[?]" in said.pop("pdf")
    assert all("👍" in text for text in said.values())


def test_an_odd_sign_in_one_agreement_stops_none_of_all_sheets(sampled):
    agreed = [{"id": at, "meeting_id": 1, "unit": code, "held_on": date(2011, 1, 5), "text": f"{ODD} {code}",
               "stated_on": date(2011, 1, 5), "responsible": ODD, "due": FEBRUARY, "recorded_by": ODD}
              for at, code in enumerate(sampled.jobcenters.index, start=1)]
    odd = replace(sampled, written=replace(sampled.written, agreements=pd.DataFrame(agreed)))
    lost = []
    assert len(read(sheet.sheets_pdf(odd, FEBRUARY, lost=lost.append)).pages) == len(agreed) == 19
    assert lost == []


def test_a_jobcenter_of_an_odd_name_stands_in_the_notes_of_slides_without_what_turns_or_cannot_be_held(sampled):
    names = sampled.jobcenters["name"].mask(sampled.jobcenters.index == VIBORG, "Vi\u202eborg\x01 \ue000")
    odd = replace(sampled, jobcenters=sampled.jobcenters.assign(name=names))
    shown = [screen for screen in screens(odd, FEBRUARY) if screen.chart and len(screen.chart.table) <= notes.MOST_ROWS]
    deck = Presentation(BytesIO(slides.slides_pptx(odd, FEBRUARY, shown)))
    noted = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert f"Viborg {LACKING}" in noted
    assert not DIRECTION_MARKS.search(noted) and "\ue000" not in noted and "x0001" not in noted


def test_a_word_wider_than_a_line_is_broken_and_nothing_of_it_is_lost():
    for text in (LONG, f"Aftale: {LONG} med virksomheden", "to ord", "", "W" * 500):
        lines = lines_of(text, 24, 300.0)
        assert "".join(lines) == text
        assert all(width_of(line, 24) <= 300.0 for line in wrapped(text, 24, 300.0))


def test_a_long_word_takes_the_room_it_needs_on_a_slide(made):
    deck = Presentation(BytesIO(made(LONG)["pptx"]))
    for slide in deck.slides:
        boxes = sorted((shape.top, shape.top + shape.height) for shape in slide.shapes if shape.has_text_frame)
        assert all(above[1] <= below[0] + 20_000 for above, below in pairwise(boxes))


def test_a_long_word_in_the_minutes_may_be_broken_where_a_column_is_narrow(made):
    table = Document(BytesIO(made(LONG)["docx"])).tables[0]
    assert table.cell(1, 0).text.replace("\u200b", "") == LONG and "\u200b" in table.cell(1, 0).text


def test_long_words_break_on_the_screens(made):
    assert "overflow-wrap: anywhere" in made(LONG)["html"].decode()
