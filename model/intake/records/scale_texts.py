"""What the lines near a survey's table say of its scale: which end is best, and how many steps it has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.intake.cells.cell_text import squeezed
from model.intake.cells.rating_words import LEAST, MOST, UNSURE, WORDS
from model.intake.columns.steps import score

PHRASES = sorted({*(word for said in WORDS.values() for word in said), "bedst", "bedste", "værst", "værste", "dårligst",
                  "dårligste", "ringest", "højest", "højeste", "lavest", "laveste", "mest tilfreds", "mindst tilfreds",
                  "mest utilfreds", "best", "worst", "highest", "lowest"}, key=len, reverse=True)
PHRASE = rf"(?<![a-zæøå])(?P<words>{'|'.join(map(re.escape, PHRASES))})(?![a-zæøå])"
LINK = r"[\s\"»«“”'(\[]*(?:=|:|-|er|betyder|svarer til|står for|is|means)?[\s\"»«“”'(\[]*(?:det |den |the )?"
NUMBER = r"(?<![\d.,-])(?P<number>\d{1,2})(?![\d.]\d)"
NUMBER_FIRST = re.compile(rf"{NUMBER}\)?{LINK}{PHRASE}")
WORDS_FIRST = re.compile(rf"{PHRASE}(?: karakter| score| svar)?{LINK}{NUMBER}")
UNSURE_NUMBER = re.compile(rf"{NUMBER}\)?{LINK}(?:{'|'.join(map(re.escape, UNSURE))})")
SPAN = re.compile(r"(?:skala|skalaen|trin|point|karakter(?:er|en)?|score(?:n|r)?|scale)\D{0,20}?(?<!\d)[01] ?"
                  r"(?:-|til|to) ?(?P<most>\d{1,2})(?!\d)|(?<!\d)[01] ?(?:-|til) ?(?P<other>\d{1,2})[ -]?"
                  r"(?:skala|point)")
STEPS = re.compile(r"(?<!\d)(?P<most>\d{1,2})[ -]?(?:trins?|punkts?)[ -]?(?:skala|likert)?")
NPS = re.compile(r"(?<![a-z])(?:nps|net promoter)")
TURNED = re.compile(r"omvendt skala|skalaen er vendt|reversed? scale")


@dataclass(frozen=True)
class Direction:
    """A line that speaks of the scale's ends. turned: whether it may say that the first step is the best."""

    text: str
    turned: bool


def directions(texts: Iterable[str]) -> Iterator[Direction]:
    """The lines that say which end of a scale of five is best, or that name both ends and leave it open."""
    for text in texts:
        plain = squeezed(text).casefold().replace("–", "-")
        said = [(int(found["number"]), score(found["words"]) or 0)
                for pattern in (NUMBER_FIRST, WORDS_FIRST) for found in pattern.finditer(plain)]
        ends = [says > 3 if number == MOST else says < 3 for number, says in said
                if number in (LEAST, MOST) and says not in (0, 3)]
        named = {(score(found["words"]) or 0) > 3 for found in re.finditer(PHRASE, plain)
                 if (score(found["words"]) or 3) in (LEAST, MOST)}
        if ends or len(named) == 2 or TURNED.search(plain):
            yield Direction(text, turned=not ends or not all(ends) or TURNED.search(plain) is not None)


def other_steps(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """(line, the highest step) of the lines that speak of a scale without five steps."""
    for text in texts:
        plain = squeezed(text).casefold().replace("–", "-")
        ends = [int(found["number"]) for pattern in (NUMBER_FIRST, WORDS_FIRST) for found in pattern.finditer(plain)
                if score(found["words"]) in (LEAST, MOST)]
        spans = [int(found["most"] or found["other"]) for found in SPAN.finditer(plain)]
        steps = [int(found["most"]) for found in STEPS.finditer(plain)]
        beyond = [most for most in (*spans, *steps, *(end for end in ends if end > MOST)) if 1 < most != MOST]
        if beyond or NPS.search(plain):
            yield text, max(beyond, default=10)


def unsure_numbers(texts: Iterable[str]) -> set[int]:
    """The numbers that the lines say are the answer »ved ikke«."""
    return {int(found["number"]) for text in texts for found in UNSURE_NUMBER.finditer(squeezed(text).casefold())}
