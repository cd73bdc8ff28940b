"""Number formats of a workbook: what Excel shows in place of the number that a cell holds.

A format is up to four sections (for positive, negative, zero and text, or each with a condition of its own). One that
has no place for a digit shows its own words, one with a per cent sign shows a hundred times the number, and one whose
own words are more than a unit (``0" (38)"``, ``"ca. "0``, ``0\\*``) shows something else than the number.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from model.basics.formatting import number

TOKENS = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]|General|.', re.DOTALL | re.IGNORECASE)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:[.,]\d+)?)\]")
ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
DIGITS = frozenset("0#?@")
DATES = frozenset("dmyhse")
NOUGHT = frozenset(("", "-", "–", "—", "0"))  # how formats for amounts show a plain zero
IN_UNITS = frozenset(" \u00a0.,:'’€$£")  # what stands in the name of a unit and between thousands, beside letters
OF_NEGATIVES = frozenset("-–−()")
NO_UNIT = re.compile(r"\b(?:ca|cirka|omkr\w*|omtrent|højst|maks\w*|max|mindst|min|over|under|op til|skøn\w*|anslået|ml|"
                     r"mellem|pct|procent|promille|skjult\w*|fortrolig\w*|diskret\w*|tus\w*|mio|mill\w*|akk\w*|ændring)"
                     r"\b", re.IGNORECASE)
OF_YEAR = "år "  # before a year that stands alone, so that nobody counts it


@dataclass(frozen=True)
class Section:
    """One section: its condition, its own words, and whether it shows digits, a date or a percentage.

    before, inside, after: its tokens around and among the places for digits. filled: blanks widen it to its column, as
    in Excel's own formats for amounts. years: a date of which the year alone is shown. months: one of which the month
    and the year are.
    """

    condition: tuple[str, float] | None
    words: str
    digits: bool
    date: bool
    percent: bool
    before: str = ""
    inside: tuple[str, ...] = ()
    after: str = ""
    filled: bool = False
    years: bool = False
    months: bool = False

    def shows(self, value: float) -> bool:
        """Whether the number stands there as itself, at most with a unit."""
        among = "".join(_words(token) for token in self.inside if token != "/")  # a bare one makes a fraction
        around = f"{self.before} {self.after} {among}"
        allowed = IN_UNITS | (OF_NEGATIVES if value < 0 else frozenset())
        return (not self._thousands and not NO_UNIT.search(around)
                and all(sign.isalpha() or sign in allowed for sign in around))

    @property
    def _thousands(self) -> int:
        """How many times the number is divided by a thousand: one comma each after the last digit."""
        return next((at for at, token in enumerate(reversed(self.inside)) if token != ","), 0)

    def text(self, value: float) -> str:
        """The number with the section's own words."""
        places = [token for token in self.inside if token != ","]
        whole, point, decimals = "".join(token if len(token) == 1 else " " for token in places).partition(".")
        value /= 1000 ** self._thousands
        if any(_words(token) and token != "/" for token in places) and not point:
            digits = _woven(places, f"{abs(value):.0f}".rjust(whole.count("0"), "0"))
        elif "general" in map(str.casefold, places):
            digits = f"{abs(value):.10g}".replace(".", ",")
        else:
            digits = f"{abs(value):.{len(decimals)}f}".replace(".", ",")
        sign = "-" if value < 0 and not OF_NEGATIVES & set(self.before) else ""
        return f"{sign}{self.before}{digits}{self.after}".strip()


def _woven(places: list[str], digits: str) -> str:
    """The digits in the places for them, from the last, with the words that stand among the places."""
    found, left = "", digits
    for token in reversed(places):
        found = (left[-1:] if token in DIGITS else _words(token)) + found
        left = left[:-1] if token in DIGITS else left
    return left + found


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
    at = [place for place, token in enumerate(tokens) if token in DIGITS or token.casefold() == "general"]
    first, last = (at[0], at[-1] + 1) if at else (len(tokens), len(tokens))
    while last < len(tokens) and tokens[last] == ",":
        last += 1
    dates = {token.casefold() for token in bare} & DATES
    return Section(condition=(found[1], float(found[2].replace(",", "."))) if found else None,
                   words="".join(map(_words, tokens)).strip(), digits=bool(at), percent="%" in bare,
                   date=bool(dates) or any(map(ELAPSED.fullmatch, tokens)),
                   before="".join(map(_words, tokens[:first])).lstrip(), inside=tuple(tokens[first:last]),
                   after="".join(map(_words, tokens[last:])).rstrip(),
                   filled=any(token.startswith("*") and len(token) == 2 for token in tokens),
                   years=dates == {"y"} and not at, months=dates == {"m", "y"} and not at)


def _words(token: str) -> str:
    """What a token shows of itself."""
    if token.startswith('"'):
        return token.strip('"')
    if len(token) == 1:
        return "" if token in DIGITS or token in ",.%" else token
    return token[1] if token.startswith("\\") else ""


def is_plain(code: str) -> bool:
    """Whether the format shows every number as itself, so that no cell of it needs a closer look."""
    return all((one.date and not one.years) or _is_nought(one, at)
               or (one.digits and not one.percent and one.shows(-1.0 if at == 1 and one.condition is None else 1.0))
               for at, one in enumerate(sections(code)))


def is_month(code: str) -> bool:
    """Whether the format shows the month and the year of a day, and not the day."""
    return sections(code)[0].months


def _is_nought(section: Section, at: int) -> bool:
    """Whether a section shows nought as Excel's own formats for amounts do: a dash that is known to be a zero."""
    bare = "".join(sign for sign in section.words if not sign.isalpha() and sign not in IN_UNITS)
    return at == 2 and section.filled and bare in NOUGHT and section.condition is None


def shown(value: float, code: str) -> str | None:
    """The text that stands in the cell in place of the number, ``""`` for nothing at all; None: the number itself."""
    found = sections(code)
    at = _for(value, found)
    if at is None or (value == 0 and (_is_nought(found[at], at) or found[at].words == "0")):
        return None
    section = found[at]
    if section.date:
        return f"{OF_YEAR}{_year(value)}" if section.years and value >= 1 else None
    if not section.digits:
        return section.words
    if section.percent:
        return " ".join((number(100 * value, decimals=1), "%"))  # what the sender sees: no share of ours to be judged
    return None if section.shows(value) else section.text(value)


def _year(serial: float) -> int:
    """The year of a day as a workbook counts days."""
    from openpyxl.utils.datetime import from_excel  # what text files share with this module does not need openpyxl

    return int(from_excel(serial).year)


def _for(value: float, parts: tuple[Section, ...]) -> int | None:
    """Which section is used for the number; None where the format has none for it."""
    for at, section in enumerate(parts):
        if section.condition:
            compare, limit = section.condition
            if COMPARE[compare](value, limit):
                return at
        elif at == len(parts) - 1 or (value < 0 if at else value > 0 or (value == 0 and len(parts) == 2)):
            return at
    return None
