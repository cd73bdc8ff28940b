"""Documents on the progress pages: offered beside the figures, made on the click and never before."""

import zipfile
from io import BytesIO

import pytest
from pptx import Presentation

from model.exports import region_sheet, sheet, slides, workbook
from tests.pages.opening import JOBCENTER, LEMVIG, REGION, SKIVE, fill, opened


@pytest.fixture
def nothing_is_made(monkeypatch):
    """Any document that is made while a page is read is a fault."""
    def making(*_, **__):
        raise AssertionError("a document was made for a page that is only read")
    for module, name in ((sheet, "sheet_pdf"), (sheet, "sheets_zip"), (region_sheet, "region_pdf"),
                         (workbook, "workbook_xlsx"), (slides, "slides_pptx")):
        monkeypatch.setattr(module, name, making)


def labels(app):
    return [button.label for button in app.get("download_button")]


def test_the_jobcenter_page_offers_its_sheet(engine, nothing_is_made):
    fill(engine)
    assert "Hent dialogark (PDF)" in labels(opened(JOBCENTER, jobcenter=SKIVE))


def test_a_jobcenter_that_never_reported_has_a_sheet_too(engine, nothing_is_made):
    fill(engine, silent=(LEMVIG,))
    assert "Hent dialogark (PDF)" in labels(opened(JOBCENTER, jobcenter=LEMVIG))


def test_the_front_page_offers_the_region_s_documents(engine, nothing_is_made):
    fill(engine)
    app = opened(REGION)
    assert {"Hent regionsark (PDF)", "Hent Excel"} <= set(labels(app))
    assert "Gem alle dialogark (zip)" not in labels(app)
    assert app.button(key="make_all_sheets").label == "Alle dialogark (zip)"


def test_all_sheets_are_made_on_the_click_and_offered_until_the_figures_change(engine):
    fill(engine)
    app = opened(REGION).button(key="make_all_sheets").click().run()
    assert not app.exception
    assert "Gem alle dialogark (zip)" in labels(app)
    _, content = app.session_state["all_sheets"]
    with zipfile.ZipFile(BytesIO(content)) as packed:
        assert len(packed.namelist()) == 19
        assert "dialogark_skive_2010-03.pdf" in packed.namelist()
    other = app.selectbox(key="maaned").set_value("2010-02").run()
    assert "Gem alle dialogark (zip)" not in labels(other)


def test_an_empty_database_offers_no_region_documents(engine):
    assert "Hent regionsark (PDF)" not in labels(opened(REGION))


@pytest.mark.parametrize(("page", "address", "name"), [
    (REGION, {}, "hele regionen"), (JOBCENTER, {"jobcenter": SKIVE}, "Jobcenter Skive")])
def test_slides_are_made_on_the_click_for_anybody_to_see(engine, page, address, name):
    fill(engine)
    app = opened(page, **address)
    assert "Gem PowerPoint" not in labels(app)
    app = app.button(key="make_slides").click().run()
    assert not app.exception
    assert "Gem PowerPoint" in labels(app)
    assert any("små tal er skjult" in part.proto.body for part in app.get("html"))
    deck = Presentation(BytesIO(app.session_state["slides"].content))
    assert deck.core_properties.title.startswith(f"Fremdrift: {name}, ")


def test_slides_are_offered_until_another_jobcenter_is_chosen(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=SKIVE).button(key="make_slides").click().run()
    assert "Gem PowerPoint" in labels(app)
    assert "Gem PowerPoint" not in labels(app.selectbox(key="jobcenter").set_value("791").run())


def test_a_jobcenter_with_nothing_to_show_has_its_answer_in_writing(engine):
    fill(engine, silent=(LEMVIG,))
    app = opened(JOBCENTER, jobcenter=LEMVIG).button(key="make_slides").click().run()
    assert not app.exception
    assert "Gem PowerPoint" not in labels(app)
    told = " ".join(part.proto.body for part in app.get("html"))
    assert ("Jobcenter Lemvig er udeladt af det, der er til offentligheden, fordi målgruppen i udgangsmåneden er under "
            "100 eller ikke oplyst. Der er ikke lavet et diasshow.") in told
