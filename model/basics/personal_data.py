"""What looks like a person's data in a text, a cell or a heading: CPR numbers, mailboxes, phones, forbidden columns.

A CPR number is a day, a month and a year of two or four digits, with or without separators between them, then at most
one separator, then four digits in a row; or every digit stands alone. Digits of every script count, and what nobody
sees counts for nothing (``model.basics.plain_text``). Modulus 11 is not asked for: since October 2007 numbers are
issued that fail it (cpr.dk). A day and a month in one cell and the last four in the next are not told from figures.
Nothing here keeps, prints or returns the text it was given.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from model.basics.personal_patterns import (
    BEFORE_LETTERS,
    CPR,
    DECIMAL,
    DIGITS,
    DIGITS_ENOUGH,
    EMAIL,
    LETTERED,
    MAILED,
    MOMENT,
    PHONE,
    POWER,
    RUN,
    RUN_ENOUGH,
    RUN_SIGNS,
    SCIENTIFIC,
    SPREAD,
    TOLD,
    is_range,
)
from model.basics.plain_text import plain

Kind = Literal["cpr", "heading", "contact", "name"]

SHORTENED = 9  # digits left of a CPR number whose leading zero a spreadsheet dropped
LONG_NUMBER = re.compile(r"\d{8,9}")

FORBIDDEN = frozenset(("cpr", "cprnr", "cprnummer", "personnr", "personnummer", "fornavn", "fornavne", "efternavn",
                       "efternavne", "fødselsdato", "foedselsdato", "fodselsdato", "fødselsdag", "foedselsdag",
                       "fodselsdag", "sagsnr", "sagsnummer", "adresse", "adresser"))
NAMES = frozenset(("navn", "navne"))
STEMS = re.compile("cpr|personn|navn|dselsda|sagsn|adresse")  # every word of FORBIDDEN and NAMES holds one
FILLERS = frozenset(("nr", "nummer", "no", "og", "evt", "for", "fulde", "borger", "borgers", "borgerens", "deltager",
                     "deltagers", "deltagerens", "person", "persons", "personens", "ledige", "lediges", "den"))


@dataclass(frozen=True)
class Finding:
    """That the text at ``position`` of a sequence holds something of this kind; never what."""

    position: int
    kind: Kind


def has_cpr(text: str) -> bool:
    """Whether the text holds something that looks like a CPR number (9 digits count: the leading zero was lost)."""
    text = _single(text)
    decimal = DECIMAL.match(text)
    fraction = decimal.end() if decimal else -1
    if any(found.start() != fraction for found in CPR.finditer(text)) or LETTERED.search(text):
        return True
    written = (*map(_together, SPREAD.finditer(text)), *map(_together, TOLD.finditer(text)),
               *map(_written_out, SCIENTIFIC.finditer(text)))
    return any(CPR.fullmatch(number) for number in written)


def is_cpr(number: float) -> bool:
    """Whether a spreadsheet's number is one: 2512484916, 504481234 (zero lost), 251248.4916, 251248.491.

    With two decimals it is far more often an amount: one CPR number in a hundred ends in 00.
    """
    if number == int(number):
        return CPR.fullmatch(str(int(number))) is not None
    text = f"{number:.4f}"
    return float(text) == number and not text.endswith("00") and CPR.fullmatch(text) is not None


def has_contact(text: str) -> bool:
    """Whether the text holds an e-mail address or a Danish phone number."""
    text = _single(text)
    return EMAIL.search(text) is not None or not all(map(is_range, PHONE.finditer(text)))


def forbidden_heading(text: str) -> bool:
    """Whether a column of this heading would hold personal data: ``CPR-nr.``, ``Borgerens efternavn``."""
    words = _words(text)
    return words & FORBIDDEN != set() and words <= FORBIDDEN | NAMES | FILLERS


def name_heading(text: str) -> bool:
    """Whether a heading says ``navn`` without saying whose: a jobcenter's or a centre's is no person's."""
    words = _words(text)
    return words & NAMES != set() and words <= NAMES | FILLERS


def find(text: str) -> Kind | None:
    """The gravest personal thing a text holds; None when it holds none. For cells and for fields of free text."""
    if has_cpr(text):
        return "cpr"
    if forbidden_heading(text):
        return "heading"
    if has_contact(text):
        return "contact"
    return "name" if name_heading(text) else None


def scan(texts: Sequence[str]) -> list[Finding]:
    """What is personal in the texts, the gravest thing of each, in their order.

    The texts are searched as one, and single texts are looked at only where that search hits.
    """
    lines = "\n".join(texts)
    if lines.count("\n") != max(len(texts) - 1, 0):
        lines = "\n".join(text.replace("\n", "\r") for text in texts)
    found = ((at, find(texts[at])) for at in suspect_lines(lines))
    return [Finding(at, kind) for at, kind in found if kind]


def suspect_lines(text: str) -> list[int]:
    """Numbers (from 0) of the lines that may hold something personal: fast, and sure to miss nothing ``scan`` finds."""
    text = plain(text)
    folded = text.casefold()
    hits = [(text, (hit for hit in _runs(text) if not MOMENT.fullmatch(hit[0]))),
            (folded, MAILED.finditer(folded)), (folded, STEMS.finditer(folded))]
    if DIGITS_ENOUGH in text.encode("ascii", errors="replace").translate(DIGITS):
        hits.append((text, BEFORE_LETTERS.finditer(text)))
    if POWER.search(text):
        hits.append((text, SCIENTIFIC.finditer(text)))
    return sorted({line for lines, found in hits for line in _line_numbers(lines, (hit.start() for hit in found))})


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Every ``RUN`` of a text made plain. That there is room for none is seen faster of the kinds of its signs."""
    kinds = text.encode("ascii", errors="replace").translate(RUN_SIGNS)
    return RUN.finditer(text) if RUN_ENOUGH in kinds else iter(())


def are_amounts(texts: Sequence[str]) -> bool:
    """Whether a column's long plain numbers (8–9 digits) are amounts: at least four, and few could be a CPR number."""
    long = [text for text in map(str.strip, texts) if LONG_NUMBER.fullmatch(text)]
    return len(long) >= 4 and sum(map(has_cpr, long)) * 2 < len(long)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", plain(text).casefold())) if len(text) <= 60 else set()


def _single(text: str) -> str:
    """One text made plain, its line breaks as the search through many texts has them."""
    return plain(text).replace("\n", "\r")


def _together(found: re.Match[str]) -> str:
    """``2 5 1 2 4 8 4 9 1 6`` as 2512484916."""
    return re.sub(r"\D", "", found[0])


def _written_out(found: re.Match[str]) -> str:
    """``1,01065E+09`` as the whole number 1010650000."""
    first, decimals, power = found.groups()
    return str(int(Decimal(f"{first}.{decimals or 0}e{power}")))


def _line_numbers(lines: str, hits: Iterable[int]) -> Iterator[int]:
    """Which line each hit stands on."""
    line = 0
    for before, start in pairwise((0, *hits)):
        line += lines.count("\n", before, start)
        yield line
