"""A ``Card`` for Typst: finished texts by name, which the template only puts on paper."""

from typing import Any

from model.basics.spaces import numbers_held
from model.documents import chart_typ
from model.drawing.card import Card
from model.drawing.words import full_stop


def content(card: Card) -> dict[str, Any]:
    """What a template sets of a card, the quiet lines apart. A card's list is left to the pages: no sheet has one."""
    context = full_stop(card.context) if card.context else ""
    said = [line.text for line in card.lines if line.tone != "quiet"]
    return {"title": card.title, "figure": card.figure, "words": card.words,
            "mark": card.verdict[0] if card.verdict else None, "verdict": card.verdict_words,
            "bullet": chart_typ.bullet(card.bullet) if card.bullet else None, "halves": card.halves,
            "lines": [numbers_held(text) for text in (context, *said) if text],
            "notes": [full_stop(line.text) for line in card.lines if line.tone == "quiet"]}
