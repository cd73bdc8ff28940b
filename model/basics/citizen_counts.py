"""Counts of citizens in free text: »12 borgere«, »tre af de ledige«, »8 personer kom i praktik«."""

import re
from collections.abc import Iterable

from model.basics.formatting import listing

WORDS = ("én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
         "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve")
CITIZENS = ("borger", "ledig", "person", "deltager", "menneske", "modtager", "aktiveret", "selvforsørgende",
            "praktikant", "forløb", "kursist", "unge")
WHERE = ("arbejde", r"\w*praktik", "job", r"\w*tilskud", "uddannelse")
PLACED = rf"\s+(?:er\s+|kom\s+)?i\s+(?:{'|'.join(WHERE)})"
COUNT = rf"(?:\d[\d.]*|{'|'.join(WORDS)})"
BETWEEN = r"(?:\s+(?:af|de|nye|ud|i|andre|andet|første)){0,3}\s+"
THEM = rf"(?:\w+e\s+)?\w*(?:{'|'.join(CITIZENS)})\w*"
FOUND = re.compile(rf"\b{COUNT}(?:{BETWEEN}{THEM}|{PLACED})", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def counted(text: str) -> str:
    """The first count of citizens in a text, as it is written; empty where there is none."""
    found = FOUND.search(text)
    return found.group() if found else ""


def refusal(text: str, names: Iterable[str], *, what: str, about: bool = False) -> str:
    """Why a text that is for the public cannot stand, in Danish: it counts citizens of somebody the public is told of
    with others alone, or not at all. Empty where it does not.

    names: theirs. about: whether the whole text is about one of them, named in it or not.
    """
    known = {name: re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE) for name in names}
    for sentence in SENTENCE.split(text):
        named = [name for name, written in known.items() if written.search(sentence)]
        phrase = counted(sentence)
        if phrase and (named or about):
            whose = f" for {listing(named)}" if named else ""
            return (f"{what} giver et antal borgere{whose} (»{phrase}«), som offentligheden ikke får at vide. Der er "
                    "ikke gemt noget. Skriv det uden tal.")
    return ""
