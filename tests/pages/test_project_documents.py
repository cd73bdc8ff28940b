"""Documents of the programmes beside the shown one: offered on their pages, made on the click and never before."""

import zipfile
from io import BytesIO

from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from tests.pages.documents import labels
from tests.pages.opening import opened


def test_a_project_s_page_offers_its_sheet(engine, nothing_is_made):
    assert labels(opened("project", projekt="København", pr="2014-06-01")) == ["Hent projektark (PDF)"]


def test_one_click_fetches_a_project_s_sheet_of_the_day(engine, fetched):
    opened("project", projekt="København", pr="2014-06-01")
    said_of = PdfReader(BytesIO(fetched("projektark_koebenhavn.pdf"))).pages[0].extract_text()
    assert "København har ingen milepæle" in said_of and "tallene pr. 1. jun. 2014" in said_of


def test_the_contract_s_page_offers_its_follow_up_and_the_projects_page_theirs(engine, nothing_is_made):
    assert labels(opened("contract")) == ["Hent opfølgning (Word)", "Hent opfølgning (PDF)", "Hent som PowerPoint"]
    assert {"Hent som PowerPoint", "Hent Excel"} <= set(labels(opened("projects")))


def test_one_click_fetches_the_projects_slides_and_workbook(engine, fetched):
    opened("projects", pr="2014-06-01")
    deck = Presentation(BytesIO(fetched("projekter_virksomhedscentergeneration2.pptx")))
    assert deck.core_properties.title == "Fremdrift: Virksomhedscenter generation 2" and len(deck.slides) == 3
    with zipfile.ZipFile(BytesIO(fetched("projekter_virksomhedscentergeneration2.xlsx"))) as packed:
        assert "tallene pr. 1. jun. 2014" in packed.read("xl/sharedStrings.xml").decode()


def test_one_click_fetches_the_follow_up_of_the_day(engine, fetched):
    opened("contract", pr="2009-03-10")
    paper = Document(BytesIO(fetched("opfoelgning_udviklingsplatformiregionmidtjylland.docx")))
    assert "tallene pr. 10. mar. 2009" in paper.sections[0].footer.paragraphs[0].text
    pages = PdfReader(BytesIO(fetched("opfoelgning_udviklingsplatformiregionmidtjylland.pdf"))).pages
    assert "Målemetode mangler i kontrakten" in " ".join(page.extract_text() for page in pages)
