"""Which jobcenter a cell means, and which of our names a misspelt one is nearest to."""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from model.basics.formatting import normalise
from model.intake.cells.cell_text import without_decimals

AFFIXES = re.compile(r"\b(?:jobcent(?:er|eret|ret)s?|kommunes?|beskæftigelsescent(?:er|ret)|jc)\b[ :.]*(?:i\b|for\b)?",
                     re.IGNORECASE)
CODE = re.compile(r"(?<![\d.,])0?(\d{3})(?![\d.,]*\d)")
BETWEEN = re.compile(r"[,;/&+|\n\r]| - | og | samt | and ")
WORDS = re.compile(r"[^\W\d_]+")
AFFIX_WORDS = ("jobcenter", "jobcentret", "kommune", "beskæftigelsescenter", "jc", "i", "for")
LONG = 8  # letters of a name that two slips leave plain; in a shorter one they may have made it out of another word


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


def several_places(text: str, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of the places that a text lists, which is none of them alone; nothing where it names one or none."""
    codes = set(aliases.values())
    if place_of(text, aliases, codes):
        return ()
    found = [place_of(piece, aliases, codes) for piece in BETWEEN.split(text) if piece.strip()]
    several = tuple(dict.fromkeys(code for code in found if code))
    return several if len(several) > 1 else ()


def misspelt_place(text: str, names: Mapping[str, str]) -> str | None:
    """The one jobcenter that a text plainly is the misspelt name of; None where it may say anything else.

    ``names``: code -> name. ``Jobcenter Vibrog`` is Viborg; ``Randers unge`` and ``Horsens-Hedensted`` are nobody.
    """
    said = {found for found in CODE.findall(text) if found in names}
    found = misspelt(CODE.sub(" ", text) if said else text, names.values())
    return found if found and all(names[code] == found for code in said) else None


def misspelt(text: str, candidates: Collection[str]) -> str | None:
    """The one candidate that a text is, but for a slip or two of the hand; None where it may be a word of its own."""
    words = [word for word in WORDS.findall(text) if not _is_affix(word)]
    if not words or any(map(str.isdigit, text)):
        return None
    slips = {name: _slips_between("".join(words), name) for name in candidates}
    first, *others = sorted(slips, key=lambda name: slips[name]) or [""]
    plain = (slips and slips[first] <= 1 + (len(normalise(first)) >= LONG) and len(words) <= len(WORDS.findall(first))
             and all(slips[other] > slips[first] for other in others))
    return first if plain else None


def _is_affix(word: str) -> bool:
    return any(word.casefold() == affix or (len(affix) >= LONG - 1 and _slips_between(word, affix) <= 1)
               for affix in AFFIX_WORDS)


def _slips_between(one: str, other: str) -> int:
    """The fewest slips between two words, æ, ø and å taken for one letter or for two."""
    return min(_slips(write(one), write(other)) for write in (normalise, _in_one_letter))


def _in_one_letter(text: str) -> str:
    return normalise(text).replace("aa", "å").replace("oe", "ø").replace("ae", "æ")


def _slips(one: str, other: str) -> int:
    """How many letters were dropped, added, changed or swapped with the next to make one word of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for place, meant in enumerate(other, 1):
            row.append(min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != meant)))
            if last and place > 1 and (letter, one[at - 2]) == (other[place - 2], meant):
                row[-1] = min(row[-1], last[place - 2] + 1)
    return row[-1]


def nearest(text: str, candidates: Collection[str]) -> str | None:
    """The candidate spelt most like the text, if any is alike enough to be worth suggesting."""
    spelt = {normalise(candidate): candidate for candidate in candidates}
    close = get_close_matches(normalise(text), list(spelt), n=1, cutoff=0.6)
    return spelt[close[0]] if close else None
