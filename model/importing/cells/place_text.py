"""Which jobcenter a cell means, and which of our names a misspelt one is nearest to."""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from model.formatting import normalise
from model.importing.cells.cell_text import without_decimals

AFFIXES = re.compile(r"\b(?:jobcent(?:er|eret|ret)s?|kommunes?|beskæftigelsescent(?:er|ret)|jc)\b[ :.]*(?:i\b|for\b)?",
                     re.IGNORECASE)
CODE = re.compile(r"(?<![\d.,])0?(\d{3})(?![\d.,]*\d)")


def place_of(text: str, aliases: Mapping[str, str], codes: Collection[str]) -> str | None:
    """The code of the place a text names; None when it names none, or a code and a name that disagree."""
    text = without_decimals(text)
    said = {found for found in CODE.findall(text) if found in codes}
    rest = CODE.sub(" ", text) if said else text
    known = _named(rest, aliases)
    if not normalise(AFFIXES.sub(" ", rest)):
        return said.pop() if len(said) == 1 else None
    return known if known and said <= {known} else None


def _named(text: str, aliases: Mapping[str, str]) -> str | None:
    return aliases.get(normalise(text)) or aliases.get(normalise(AFFIXES.sub(" ", text)))


def nearest(text: str, candidates: Collection[str]) -> str | None:
    """The candidate spelt most like the text, if any is alike enough to be worth suggesting."""
    spelt = {normalise(candidate): candidate for candidate in candidates}
    close = get_close_matches(normalise(text), list(spelt), n=1, cutoff=0.6)
    return spelt[close[0]] if close else None
