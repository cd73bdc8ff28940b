"""What an answer to how satisfied somebody was says: 1 (least) to 5 (most), in Danish, English or both at once."""

import re

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed

LEAST, MOST = 1, 5
WORDS = {
    1: ("meget utilfreds", "meget utilfredse", "helt utilfreds", "very dissatisfied", "very unsatisfied",
        "meget dårlig", "meget dårligt", "very poor", "very bad", "i meget lav grad"),
    2: ("utilfreds", "utilfredse", "overvejende utilfreds", "noget utilfreds", "dissatisfied", "unsatisfied",
        "somewhat dissatisfied", "dårlig", "dårligt", "poor", "i lav grad"),
    3: ("hverken eller", "hverken tilfreds eller utilfreds", "hverken utilfreds eller tilfreds",
        "hverken tilfreds/utilfreds", "hverken utilfreds/tilfreds", "neutral", "middel",
        "både og", "neither satisfied nor dissatisfied", "neither dissatisfied nor satisfied", "neither nor", "neither",
        "i nogen grad", "fair", "average"),
    4: ("tilfreds", "tilfredse", "overvejende tilfreds", "noget tilfreds", "satisfied", "somewhat satisfied", "god",
        "godt", "good", "i høj grad"),
    5: ("meget tilfreds", "meget tilfredse", "særdeles tilfreds", "helt tilfreds", "very satisfied",
        "extremely satisfied", "meget god", "meget godt", "very good", "excellent", "i meget høj grad"),
}
UNSURE = ("ved ikke", "ved ej", "don't know", "dont know", "do not know", "ikke relevant", "not applicable",
          "ønsker ikke at svare", "intet svar")
SCORES = {normalise(word): score for score, words in WORDS.items() for word in words}
UNSURE_WORDS = {normalise(word) for word in UNSURE}
APART = re.compile(r"\s*(?:/|\||\n|–|—|\s-\s)\s*")
NUMBERED = re.compile(r"^\(?([1-5])\)?\s*(?:[.:=–-]|\s)\s*(?=\D)")


def rating(text: str) -> int | None:
    """The score a word says, 5 the most satisfied; of »da / en« what both say. None when it says none or two.

    A bare number says none: which end of a scale is best is not in it.
    """
    found = {SCORES.get(normalise(piece)) for piece in pieces(text)}
    return found.pop() if len(found) == 1 else None


def is_unsure(text: str) -> bool:
    """Whether an answer says nothing of how satisfied somebody was: ``ved ikke``."""
    return all(normalise(piece) in UNSURE_WORDS for piece in pieces(text))


def pieces(text: str) -> list[str]:
    """The text, without a number before it, or its two languages where it is in two."""
    plain = NUMBERED.sub("", squeezed(text))
    whole = normalise(plain)
    if whole in SCORES or whole in UNSURE_WORDS:
        return [plain]
    return [piece for piece in APART.split(plain) if piece] or [plain]
