"""What a card says is decided once: the page, the sheet and the screen tell the same number with the same words."""

import re
from datetime import date
from html import unescape

import pytest

from model.documents import card_typ, region_sheet, sheet
from model.documents.screens import screens
from model.drawing.card import Card, lines
from model.subjects.goals.charts import cards
from pages.shared.cards import drawn
from tests.model.documents.reading import read, squeezed, words

FEBRUARY, AARHUS = date(2011, 2, 1), "751"


@pytest.fixture(scope="module")
def told(sampled):
    """The two cards on the goals, the sheet's text and the screen's figures: of the region, and of Aarhus."""
    return {
        "region": ((cards.region_goal1(sampled, FEBRUARY), cards.region_goal2(sampled, FEBRUARY)),
                   words(read(region_sheet.region_pdf(sampled, FEBRUARY))), screens(sampled, FEBRUARY)[0].figures),
        "jobcenter": (tuple(card(sampled, AARHUS, FEBRUARY) for card in (cards.jobcenter_goal1, cards.jobcenter_goal2)),
                      words(read(sheet.sheet_pdf(sampled, AARHUS, FEBRUARY))),
                      screens(sampled, FEBRUARY, AARHUS)[0].figures)}


def texts(card):
    """Every text of a card."""
    return [text for text in (card.title, card.figure, card.words, card.context, card.verdict_words,
                              *(words for _, words in card.halves), *card.sentences, *card.points) if text]


@pytest.mark.parametrize("whose", ["region", "jobcenter"])
def test_page_sheet_and_screen_tell_the_same(told, whose):
    found, paper, figures = told[whose]
    for card, figure in zip(found, figures, strict=True):
        page = squeezed(unescape(re.sub("<[^>]+>", "", drawn(card))))
        assert [text for text in texts(card) if squeezed(text) not in page] == []
        assert [text for text in texts(card) if squeezed(text) not in paper] == []
        assert (figure.figure, figure.words) == (card.figure, card.words)
        assert figure.bullet and card.bullet and figure.bullet.bullet == card.bullet.bullet
        assert figure.title.startswith(card.title)


def test_the_quiet_lines_of_a_card_are_a_template_s_notes_and_sentences():
    card = Card("Pris", "12", "kr.", lines=(*lines("3 af 4 pladser."), *lines("Uden husleje", tone="quiet")))
    assert card_typ.content(card) == {
        "title": "Pris", "figure": "12", "words": "kr.", "mark": None, "verdict": "", "bullet": None, "halves": (),
        "lines": ["3\u00a0af\u00a04\u00a0pladser."], "notes": ["Uden husleje."]}
