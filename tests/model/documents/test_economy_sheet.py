"""The sheet, read back: one tagged page in Danish with the page's own words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from model.documents.economy_sheet import economy_pdf
from model.subjects.economy.charts.economy import price_chart
from model.subjects.economy.figures.inputs import EXAMPLE, FIELDS, Range, between, with_changes
from model.subjects.economy.figures.own import Own
from model.subjects.economy.words.calculation import Account, account

MADE = date(2011, 4, 12)
OWN = Own("760", "Ringkøbing-Skjern", date(2011, 2, 1), 112, 64, 14, 3, date(2010, 12, 1), 12, 240, 41)
FULL = replace(OWN, places=99_999, occupied=99_999, centres=214, lacking=53, ended=24_000, job=4_100,
               received=date(2011, 12, 24), invented=True)
TYPED = {field.name for field in FIELDS}
WIDE = {"mentor": between(1_400, 1_800), "municipal": between(1_100, 1_250), "overhead": between(150, 320),
        "salary": between(350_000, 425_000), "candidates": between(210, 240), "persons": between(38, 260)}


def nearly(most: Decimal) -> Range:
    """As long a range as a field can hold."""
    return between(most - 1, most) if most % 1 == 0 else between(most - Decimal("0.01"), most)


def filled(**changes: Range | None) -> Account:
    """Every field with the longest range it takes, but for ``changes``; the jobcenter's own figures are long too."""
    longest = {field.name: nearly(field.most - (Decimal("0.01") if field.fractions else 0)) for field in FIELDS}
    return account(with_changes(EXAMPLE, longest | changes), own=FULL, typed=TYPED)


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
    account(with_changes(EXAMPLE, OWN.inputs | WIDE), own=OWN, typed=set(WIDE)), filled(),
    filled(places=between(88_888, 88_889), candidates=between(88_887, 88_888)),
    filled(places=between(88_888, 88_889), candidates=between(88_887, 88_888), overhead=None),
    filled(municipal=between(10_000_000, 99_999_999), overhead=between(10_000_000, 99_999_999))],
    ids=["example", "own", "widest", "every field full", "full and contradictory", "without overhead", "all lie apart"])
def test_it_is_one_page_with_every_word_of_the_calculation(told):
    found = read(told, sample=True)
    assert len(found.pages) == 1
    text, chart = words(found), price_chart(told)
    said = [told.title, told.line, told.source, *told.budget, *told.own, *told.doubts, chart.title, chart.subtitle,
            *(part for card in told.cards for part in (card.title, card.figure, card.words, *card.sentences)),
            *(cell for part in told.parts for cell in (part.name, part.year, part.week)),
            *(cell for line in told.lines for cell in (line.label, line.value, line.origin))]
    for sentence in said:
        assert squeezed(sentence) in text, sentence


@given(st.data())
def test_it_is_one_page_whatever_is_written_in_the_fields(data):
    ends = {field.name: sorted(data.draw(st.tuples(*[st.sampled_from((1, 9, 9_999, 99_999_999))] * 2)))
            for field in FIELDS}
    inputs = {field.name: between(*(min(Decimal(end), field.most) for end in ends[field.name])) for field in FIELDS}
    assert len(read(account(with_changes(EXAMPLE, inputs), own=FULL, typed=TYPED), sample=True).pages) == 1


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
