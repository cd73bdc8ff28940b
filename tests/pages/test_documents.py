"""Documents on the progress pages: offered beside the figures, made on the click and never before."""

import re
import zipfile
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from model.documents import committee, ical, region_sheet, sheet, slides, workbook
from model.documents.known import NothingToShow
from pages.shared import downloads
from tests.pages.documents import button_of, labels, said
from tests.pages.opening import JOBCENTER, LAST, LEMVIG, REGION, SKIVE, correct, fill, opened
from tests.pages.telling import publish

NOT_MADE = "<h2>Filen er ikke lavet</h2>"


def clicked(app, label, monkeypatch):
    """The page after the click; no browser comes for the file."""
    monkeypatch.setattr(downloads, "PATIENCE", 0)
    return button_of(app, label).click().run()


def test_the_jobcenter_page_offers_its_sheet(engine, nothing_is_made):
    fill(engine)
    assert "Hent dialogark (PDF)" in labels(opened(JOBCENTER, jobcenter=SKIVE))


def test_every_paper_of_a_jobcenter_is_one_click_and_the_dialogark_the_first(engine, nothing_is_made):
    fill(engine)
    publish(engine)
    assert labels(opened(JOBCENTER, jobcenter=SKIVE))[:3] == [
        "Hent dialogark (PDF)", "Hent til udvalg og LBR (Word)", "Hent som PowerPoint"]


def test_one_click_fetches_the_paper_for_the_committee_and_the_sheet_with_what_is_new(engine, fetched):
    fill(engine)
    opened(JOBCENTER, jobcenter=SKIVE, pr="2010-04-20")
    paper = Document(BytesIO(fetched("orientering_skive_2010-03.docx")))
    assert "Skive mangler 24 personer i at nå Mål 1." in [paragraph.text for paragraph in paper.paragraphs]
    pages = PdfReader(BytesIO(fetched("dialogark_skive_2010-03.pdf"))).pages
    assert len(pages) == 1 and "Tal for marts 2010 er kommet." in pages[0].extract_text()


def test_all_sheets_tell_what_is_new_of_each(engine, fetched):
    fill(engine)
    opened(REGION, pr="2010-04-20")
    with zipfile.ZipFile(BytesIO(fetched("dialogark_2010-03.zip"))) as packed:
        for name in ("dialogark_skive_2010-03.pdf", "dialogark_viborg_2010-03.pdf"):
            said_of = PdfReader(BytesIO(packed.read(name))).pages[0].extract_text()
            assert "Nyt siden sidst (udgangen af marts 2010)" in said_of


@pytest.mark.parametrize("page", [REGION, JOBCENTER, "comparison", "calendar", "reporting", "conference"])
def test_every_page_of_figures_has_its_files_a_click_away(engine, nothing_is_made, page):
    fill(engine)
    assert labels(opened(page, **({"jobcenter": SKIVE} if page == JOBCENTER else {})))


def test_a_jobcenter_that_never_reported_has_a_sheet_too(engine, nothing_is_made):
    fill(engine, silent=(LEMVIG,))
    assert "Hent dialogark (PDF)" in labels(opened(JOBCENTER, jobcenter=LEMVIG))


def test_the_front_page_offers_the_region_s_documents(engine, nothing_is_made):
    fill(engine)
    publish(engine)
    app = opened(REGION)
    assert {"Hent regionsark (PDF)", "Hent Excel", "Alle dialogark (zip)", "Hent som PowerPoint"} <= set(labels(app))
    assert "make_all_sheets" not in [button.key for button in app.button]


def test_an_empty_database_offers_no_region_documents(engine):
    assert "Hent regionsark (PDF)" not in labels(opened(REGION))


def test_one_click_fetches_all_sheets(engine, fetched):
    fill(engine)
    opened(REGION)
    with zipfile.ZipFile(BytesIO(fetched("dialogark_2010-03.zip"))) as packed:
        assert len(packed.namelist()) == 19
        assert "dialogark_skive_2010-03.pdf" in packed.namelist()


@pytest.mark.parametrize(("page", "address", "file", "name"), [
    (REGION, {}, "fremdrift_dias_2010-03_udgivelse_1.pptx", "hele regionen"),
    (JOBCENTER, {"jobcenter": SKIVE, "pr": "2010-02-11"}, "fremdrift_dias_skive_2010-03_udgivelse_1.pptx",
     "Jobcenter Skive")])
def test_one_click_fetches_slides_of_the_newest_edition_for_anybody_to_see(engine, fetched, page, address, file, name):
    fill(engine)
    publish(engine)
    correct(engine, code=SKIVE, month=LAST, value=70)
    app = opened(page, **address)
    assert "Udgivelse 1: marts 2010" in said(app) and "Små tal er udeladt" in said(app)
    deck = Presentation(BytesIO(fetched(file)))
    assert deck.core_properties.title.startswith(f"Fremdrift: {name}, marts 2010")
    texts = " ".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
    assert "udgivelse 1, " in texts and "(70 af 400)" not in texts


def test_without_an_edition_there_are_no_slides_and_the_way_to_one_is_told(engine, nothing_is_made):
    fill(engine)
    for app in (opened(REGION), opened(JOBCENTER, jobcenter=SKIVE)):
        assert "Hent som PowerPoint" not in labels(app)
        assert "der er ikke offentliggjort noget endnu" in said(app) and 'href="./udgivelse' in said(app)


def test_a_jobcenter_that_is_not_told_alone_has_its_answer_in_place_of_the_button(engine, nothing_is_made):
    fill(engine, silent=(LEMVIG,))
    publish(engine)
    app = opened(JOBCENTER, jobcenter=LEMVIG)
    assert "Hent som PowerPoint" not in labels(app)
    assert "PowerPoint viser udgivelse 1: marts 2010, " in said(app)
    assert ("Jobcenter Lemvig vises kun sammen med Herning, Holstebro og Horsens, når alle deres tal er kendt. Der er "
            "ikke lavet et diasshow.") in said(app)


def test_slides_on_which_everything_is_hidden_are_refused_in_words_on_the_click(engine, monkeypatch):
    fill(engine)
    publish(engine)
    hidden = "Alle tal for Jobcenter Skive er udeladt, så små tal ikke kan regnes ud. Der er ikke lavet et diasshow."

    def refusing(*_, **__):
        raise NothingToShow(hidden)
    monkeypatch.setattr(slides, "slides_pptx", refusing)
    assert hidden in said(clicked(opened(JOBCENTER, jobcenter=SKIVE), "Hent som PowerPoint", monkeypatch))


@pytest.mark.parametrize(("page", "label", "module", "name"), [
    (JOBCENTER, "Hent dialogark (PDF)", sheet, "sheet_pdf"),
    (JOBCENTER, "Hent til udvalg og LBR (Word)", committee, "content"),
    pytest.param(JOBCENTER, "Hent som PowerPoint", slides, "slides_pptx", marks=pytest.mark.long),
    pytest.param(REGION, "Hent regionsark (PDF)", region_sheet, "region_pdf", marks=pytest.mark.long),
    (REGION, "Hent Excel", workbook, "workbook_xlsx"),
    (REGION, "Alle dialogark (zip)", sheet, "content"), (REGION, "Hent CSV", downloads, "danish_csv"),
    ("calendar", "Hent til din kalender (.ics)", ical, "_event")])
def test_a_fault_is_told_on_the_page_in_danish_with_its_number_in_the_log(engine, monkeypatch, caplog, page, label,
                                                                         module, name):
    fill(engine)
    publish(engine)
    app = opened(page, **({"jobcenter": SKIVE} if page == JOBCENTER else {}))

    def failing(*_, **__):
        raise ZeroDivisionError("Anna Andersen fra Skive")
    monkeypatch.setattr(module, name, failing)
    app = clicked(app, label, monkeypatch)
    assert not app.exception
    words = said(app)
    assert NOT_MADE in words and "Anna" not in words + caplog.text
    number = re.search(r"nummer ([0-9A-F]{6}) i loggen", words)[1]
    assert caplog.text.count(number) == 1
    monkeypatch.undo()
    assert NOT_MADE not in said(app.run())


def _two_buttons_of_one_part():
    import streamlit as st

    from pages.shared import downloads

    told = st.session_state.setdefault("told", downloads.ButtonRow())  # as a fragment keeps what it was called with
    with told.row():
        downloads.file_button("Den ene", lambda: str(1 / 0), "ene.csv", downloads.CSV, told=told)
        downloads.file_button("Den anden", lambda: "", "anden.csv", downloads.CSV, told=told)


def test_what_was_said_under_one_button_stands_until_it_is_pressed_again(monkeypatch):
    monkeypatch.setattr(downloads, "PATIENCE", 0)
    app = clicked(AppTest.from_function(_two_buttons_of_one_part).run(), "Den ene", monkeypatch)
    assert said(app).count(NOT_MADE) == 1
    assert said(clicked(app, "Den anden", monkeypatch)).count(NOT_MADE) == 1
    assert said(clicked(app, "Den ene", monkeypatch)).count(NOT_MADE) == 1


def test_one_bad_sheet_is_told_and_the_others_are_fetched(engine, monkeypatch, fetched):
    fill(engine)
    app, whole = opened(REGION), sheet.content

    def failing(found, code, month):
        if code == SKIVE:
            raise ZeroDivisionError("Skive")
        return whole(found, code, month)
    monkeypatch.setattr(sheet, "content", failing)
    with zipfile.ZipFile(BytesIO(fetched("dialogark_2010-03.zip"))) as packed:
        assert len(packed.namelist()) == 19 and "MANGLER.txt" in packed.namelist()
    words = said(clicked(app, "Alle dialogark (zip)", monkeypatch))
    assert "Noget mangler i filen" in words and "Dialogarket for Skive mangler." in words
