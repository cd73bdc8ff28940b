"""Number formats of a workbook: what Excel shows in place of the number that a cell holds.

A format is up to four sections (for positive, negative, zero and text, or each with a condition of its own). One that
has no place for a digit shows its own words, and one with a per cent sign shows a hundred times the number.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from model.formatting import number

TOKENS = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]|General|.', re.DOTALL | re.IGNORECASE)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:[.,]\d+)?)\]")
ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
DIGITS = frozenset("0#?@")
DATES = frozenset("dmyhse")
BELOW = re.compile("[<≤‹]")
NOUGHT = frozenset(("", "-", "–", "—", "0"))  # how formats for amounts show a plain zero


@dataclass(frozen=True)
class Section:
    """One section: its condition, its own words, and whether it shows digits, a date or a percentage."""

    condition: tuple[str, float] | None
    words: str
    digits: bool
    date: bool
    percent: bool


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format for numbers."""
    parts: list[list[str]] = [[]]
    for token in TOKENS.findall(code):
        if token == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(map(_section, parts[:3]))


def _section(tokens: list[str]) -> Section:
    bare = [token for token in tokens if len(token) == 1]
    found = next((match for match in map(CONDITION.fullmatch, tokens) if match), None)
    digits = any(token in DIGITS for token in bare) or any(token.casefold() == "general" for token in tokens)
    return Section(condition=(found[1], float(found[2].replace(",", "."))) if found else None,
                   words="".join(map(_words, tokens)).strip(), digits=digits, percent="%" in bare,
                   date=any(token.casefold() in DATES for token in bare) or any(map(ELAPSED.fullmatch, tokens)))


def _words(token: str) -> str:
    """What a token shows of itself."""
    if token.startswith('"'):
        return token.strip('"')
    if len(token) == 1:
        return "" if token in DIGITS or token in ",.%" else token
    return token[1] if token.startswith("\\") else ""


def is_plain(code: str) -> bool:
    """Whether the format shows every number but zero as itself, so that no cell of it needs a closer look."""
    return all((one.digits and not one.percent and not BELOW.search(one.words)) or one.date
               or (at == 2 and one.words in NOUGHT and one.condition is None)
               for at, one in enumerate(sections(code)))


def shown(value: float, code: str) -> str | None:
    """The text that stands in the cell in place of the number, ``""`` for nothing at all; None: the number itself."""
    section = _for(value, sections(code))
    if section is None or section.date:
        return None
    if not section.digits:
        return None if value == 0 and section.words in NOUGHT else section.words
    if section.percent:
        return " ".join((number(100 * value, decimals=1), "%"))  # what the sender sees: no share of ours to be judged
    return f"{section.words}{value:g}" if BELOW.search(section.words) else None


def _for(value: float, found: tuple[Section, ...]) -> Section | None:
    """The section that is used for the number; None where the format has none for it."""
    for at, section in enumerate(found):
        if section.condition:
            compare, limit = section.condition
            if COMPARE[compare](value, limit):
                return section
        elif at == len(found) - 1 or (value < 0 if at else value > 0 or (value == 0 and len(found) == 2)):
            return section
    return None
