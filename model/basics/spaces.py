"""Which spaces a line may end at, in texts that are about to be drawn: the one place that turns one into the other."""

import re

from model.basics.formatting import NBSP
from model.basics.shares import share_and_count

NUMBERED = re.compile(r"\b([A-ZÆØÅ][a-zæøå]{2}|\w*(?:dag|forløb|kursus)) (?=\d)")  # a name before its number
COUNTED = re.compile(r"(?<=\d) ([a-zæøå]{2}) (?=\d)")  # a short word between two numbers
NOUN = re.compile(r"(?<!\b(?:19|20)\d\d)(?<=\d) (?=[a-zæøå])")  # a number, no year, before the word that it counts


def unbroken(text: str) -> str:
    """The text as one that no line ends inside."""
    return text.replace(" ", NBSP)


def numbers_held(text: str) -> str:
    """The text where no line ends inside ``Mål 1``, ``6 jobcentre`` or ``921 af 4.446``.

    A number stays with what it is a number of.
    """
    return NOUN.sub(NBSP, COUNTED.sub(rf"{NBSP}\1{NBSP}", NUMBERED.sub(rf"\1{NBSP}", text)))


def unbroken_share_of(x: int, n: int, *, target: float | None, least: int = 0) -> str:
    """``share_of`` with a count that no line ends inside; one may end between the share and the count."""
    return " ".join(unbroken(part) for part in share_and_count(x, n, target=target, least=least) if part)


def plain_spaces(text: str) -> str:
    """The text with ordinary spaces only, for a file or a program that reads it."""
    return text.replace(NBSP, " ")
