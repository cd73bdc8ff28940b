"""The sheet, read back: one tagged page in Danish with the page's own words."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from model.charts.economy import price_chart
from model.exports.economy_sheet import economy_pdf, file_name
from model.indicators.economy import EXAMPLE, Account, Own, account
from model.indicators.economy.inputs import between, with_changes

MADE = date(2011, 4, 12)
OWN = Own("760", "Ringkøbing-Skjern", date(2011, 2, 1), 112, 64, 14, 3, date(2010, 12, 1), 12, 240, 41)
WIDE = {"mentor": between(1_400, 1_800), "municipal": between(1_100, 1_250), "overhead": between(150, 320),
        "salary": between(350_000, 425_000), "candidates": between(210, 240), "persons": between(38, 260)}


def read(told: Account, *, sample: bool = False) -> PdfReader:
    return PdfReader(BytesIO(economy_pdf(told, made=MADE, sample=sample)))


def words(found: PdfReader) -> str:
    return squeezed(" ".join(page.extract_text() for page in found.pages))


def squeezed(text: str) -> str:
    """Without spaces: where a line breaks is the paper's business."""
    return "".join(text.split()).replace("\u00ad", "")


def test_it_is_tagged_danish_and_has_a_title():
    root = read(account(EXAMPLE)).trailer["/Root"]
    assert root["/Lang"] == "da"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/StructTreeRoot"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert read(account(EXAMPLE)).metadata.title == account(EXAMPLE).title


@pytest.mark.parametrize("told", [
    account(EXAMPLE), account(with_changes(EXAMPLE, OWN.inputs), own=OWN),
    account(with_changes(EXAMPLE, OWN.inputs | WIDE), own=OWN, typed=set(WIDE))], ids=["example", "own", "widest"])
def test_it_is_one_page_with_every_word_of_the_calculation(told):
    found = read(told, sample=True)
    assert len(found.pages) == 1
    text, chart = words(found), price_chart(told)
    said = [told.title, told.line, told.source, *told.budget, *told.own, *told.doubts, chart.title, chart.subtitle,
            *(part for card in told.cards for part in (card.title, card.figure, card.unit, card.text, card.caveat)),
            *(cell for part in told.parts for cell in (part.name, part.year, part.week)),
            *(cell for line in told.lines for cell in (line.label, line.value, line.origin))]
    for sentence in said:
        assert squeezed(sentence) in text, sentence


def test_invented_figures_are_marked_and_real_ones_are_not():
    assert words(read(account(EXAMPLE), sample=True)).count("Eksempeldata–ikkevirkeligetal") == 2
    assert "Eksempeldata" not in words(read(account(EXAMPLE)))


def test_the_foot_says_what_it_is_and_the_day():
    text = words(read(account(EXAMPLE)))
    assert "Fremdrift·regneeksempel·dannet12.apr.2011" in text
    assert text.endswith("side1af1")


def test_the_same_calculation_gives_the_same_file():
    assert economy_pdf(account(EXAMPLE), made=MADE, sample=False) == economy_pdf(account(EXAMPLE), made=MADE,
                                                                                  sample=False)


@pytest.mark.parametrize(("name", "file"), [("", "oekonomi_eksempel.pdf"),
                                            ("Ringkøbing-Skjern", "oekonomi_ringkoebingskjern.pdf")])
def test_the_file_is_named_after_the_jobcenter(name, file):
    assert file_name(name) == file
