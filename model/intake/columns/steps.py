"""One heading of a survey's table: which step of how satisfied people were its column counts."""

import re
from dataclasses import dataclass

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed
from model.intake.cells.rating_words import LEAST, MOST, SCORES, is_unsure, rating

PREFIX = "tilfredshed_"
LABEL = r"(?:antal|svar|scoren?|karakter(?:en)?|tilfredshed(?:en)?|tilfreds|trin|grad|point|rating|niveau)"
NUMBERED = re.compile(rf"(?P<label>(?:{LABEL}[\s:._-]*)*)(?P<number>\d{{1,2}})(?:'?ere?(?:ne)?)?(?P<rest>\D.*)?",
                      re.IGNORECASE)
NUMBER_LAST = re.compile(r"(?P<rest>\D*[^\W\d])[\s(=:–-]+(?P<number>\d{1,2})\)?", re.IGNORECASE)
AROUND = re.compile(r"^(?:(?:heraf|antal|svar)\s*:?\s+)+|\s*[:(]?\s*\(?(?:antal|stk\.?|svar|pers\.?|personer)\)?$",
                    re.IGNORECASE)
IN_BRACKETS = re.compile(r"([^()\d]+?) ?\(([^()\d]+)\)")
SATISFIED = re.compile(r"tilfreds|satisf", re.IGNORECASE)
EDGES = " ()[]=:.,;–—-"
ENDS = {normalise(word): score for score, words in (
    (MOST, ("bedst", "er bedst", "bedste", "det bedste", "højest", "højeste", "mest tilfreds", "top", "best",
            "highest", "most satisfied", "mest positiv")),
    (LEAST, ("værst", "er værst", "værste", "det værste", "dårligst", "dårligste", "ringest", "lavest", "laveste",
             "mindst tilfreds", "mest utilfreds", "bund", "worst", "lowest", "least satisfied", "mest negativ"))
) for word in words}


@dataclass(frozen=True)
class Step:
    """What a heading says of its column. number: as the sender numbers the steps. says: 1 (least) to 5 by its words.

    bare: whether the heading is the number alone. unsure: whether it counts those who did not know.
    """

    number: int | None = None
    says: int | None = None
    bare: bool = False
    unsure: bool = False


def step(heading: str) -> Step | None:
    """The step of a scale that a heading names, in one language or in two; None when it names none."""
    written = squeezed(heading)
    apart = squeezed(heading.strip().replace("\n", " / "))
    aside = IN_BRACKETS.fullmatch(written)
    texts = [written, apart, *([f"{aside[1]} / {aside[2]}"] if aside else [])]
    return next((found for text in texts if (found := _step(text))), None)


def is_like_one(heading: str) -> bool:
    """Whether a heading speaks of how satisfied people were, as those of steps do."""
    return SATISFIED.search(heading) is not None


def _step(text: str) -> Step | None:
    if found := NUMBERED.fullmatch(text):
        rest = AROUND.sub("", (found["rest"] or "").strip(EDGES)).strip(EDGES)
        return _numbered(int(found["number"]), rest, bare=not found["label"])
    plain = AROUND.sub("", text).strip()
    if plain and is_unsure(plain):
        return Step(unsure=True)
    if says := rating(plain):
        return Step(says=says)
    last = NUMBER_LAST.fullmatch(text)
    said = score(AROUND.sub("", last["rest"]).strip(EDGES)) if last else None
    return Step(int(last["number"]), said) if last and said else None


def _numbered(number: int, rest: str, *, bare: bool) -> Step | None:
    if not rest:
        return Step(number, bare=bare)
    if is_unsure(rest):
        return Step(unsure=True)
    says = score(rest)
    return Step(number, says) if says else None


def score(text: str) -> int | None:
    """1 (least satisfied) to 5 by the words of a text; the ends of a scale too: ``bedst``."""
    return rating(text) or ENDS.get(normalise(text))


def part(number: int) -> str:
    """The name of the part that counts a step."""
    return f"{PREFIX}{number}"


def is_part(name: str | None) -> bool:
    """Whether a part counts a step of the scale."""
    return (name or "").startswith(PREFIX)


def named(heading: str) -> str | None:
    """The part that a heading names by its words; None where it has a number alone, or names no step."""
    found = step(heading)
    return part(found.says) if found and found.says else None


WORDS = {word: part(score) for word, score in SCORES.items()}  # by normalised spelling
