"""What looks like a person's data in a text, a cell or a heading: CPR numbers, mailboxes, phones, forbidden columns.

A CPR number is DDMMYY, optionally with spaces, points or dashes inside it, then at most one separator, then four
digits in a row; or every digit stands alone. Full-width digits count as digits. Modulus 11 is not asked for: since
October 2007 numbers are issued that fail it (cpr.dk).
Nothing here keeps, prints or returns the text it was given.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

Kind = Literal["cpr", "heading", "contact", "name"]

GAP = r"[ .\-\u00a0\u2009\u202f\u2010-\u2015\u2212]"
GAPS = GAP + "{0,2}"
DATE = (rf"(?:(?:0?[1-9]|[12]\d){GAPS}(?:0[1-9]|1[0-2])|30{GAPS}(?:0[13-9]|1[0-2])|31{GAPS}(?:0[13578]|1[02]))"
        rf"{GAPS}\d\d")
WHOLE_DATE = DATE.replace(GAPS, "")
REPLACEMENT = r"(?:6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d"  # day + 60: erstatningspersonnumre
DASHED = r" ?[-\u2010-\u2015\u2212] ?"  # one separator, though it has air around it
MONTHS = rf"(?:19|20)\d\d{GAP}(?:0[1-9]|1[0-2]){GAP}(?:19|20)\d\d(?!\d)"  # 2009-10 2010(-03): two months
CPR = re.compile(rf"(?<!\d)(?!{MONTHS})(?:{DATE}{GAP}?|{WHOLE_DATE}{DASHED}|{REPLACEMENT}(?:{DASHED})?)\d{{4}}(?!\d)")
BETWEEN = GAP + "{1,3}"
SPREAD = re.compile(rf"(?<!\d)(?<!\d{GAP})\d(?:{BETWEEN}\d){{5}}{BETWEEN}(?:\d(?:{BETWEEN}\d){{3}}|\d{{4}})"
                    rf"(?!{GAP}?\d)")
SCIENTIFIC = re.compile(r"(?<![\d.,])(\d)(?:[.,](\d{1,20}))?[eE]\+?0?([89])(?!\d)")
DECIMAL = re.compile(r"\s*[-+\u2212]?\d*[.,](?=\d+[\s%]*$)")
SHORTENED = 9  # digits left of a CPR number whose leading zero a spreadsheet dropped
LONG_NUMBER = re.compile(r"\d{8,9}")

EMAIL = re.compile(r"\w@[\w-]{1,63}\.\w")
PHONE = re.compile(r"(?<!\w)(?:(?:\+|00)45[ \u00a0]?|(?:tlf|tel|telefon|mobil|mob)(?:\.? ?nr)?[.: \u00a0]{0,3})"
                   r"(?:\d[ \u00a0]?){7}\d(?!\d)"
                   r"|(?<![\d,.-])(?<!\d[ \u00a0])[2-9]\d(?:[ \u00a0]\d\d){3}(?![ \u00a0]?\d)", re.IGNORECASE)

FORBIDDEN = frozenset(("cpr", "cprnr", "cprnummer", "personnr", "personnummer", "fornavn", "fornavne", "efternavn",
                       "efternavne", "fødselsdato", "foedselsdato", "fodselsdato", "fødselsdag", "foedselsdag",
                       "fodselsdag", "sagsnr", "sagsnummer", "adresse", "adresser"))
NAMES = frozenset(("navn", "navne"))
STEMS = re.compile("cpr|personn|navn|dselsda|sagsn|adresse")  # every word of FORBIDDEN and NAMES holds one
FILLERS = frozenset(("nr", "nummer", "no", "og", "evt", "for", "fulde", "borger", "borgers", "borgerens", "deltager",
                     "deltagers", "deltagerens", "person", "persons", "personens", "ledige", "lediges", "den"))

_FULL_WIDTH = "０１２３４５６７８９－．\u3000"  # as some keyboards write digits, hyphen, point and space
_PLAIN = str.maketrans(_FULL_WIDTH, "0123456789-. ")

# Bytes that may stand inside a CPR number (the separators of GAP in UTF-8) are deleted and digits made alike, so
# that one memory search tells whether a text can hold a long enough run of digits at all.
_INSIDE = " .-\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2015\u2212".encode()
_ALIKE = bytes(48 if 48 <= byte <= 57 else byte for byte in range(256))


@dataclass(frozen=True)
class Finding:
    """That the text at ``position`` of a sequence holds something of this kind; never what."""

    position: int
    kind: Kind


def has_cpr(text: str) -> bool:
    """Whether the text holds something that looks like a CPR number (9 digits count: the leading zero was lost)."""
    text = _plain(text)
    decimal = DECIMAL.match(text)
    fraction = decimal.end() if decimal else -1
    if any(found.start() != fraction for found in CPR.finditer(text)):
        return True
    written = (*map(_together, SPREAD.finditer(text)), *map(_written_out, SCIENTIFIC.finditer(text)))
    return any(CPR.fullmatch(number) for number in written)


def is_cpr(number: float) -> bool:
    """Whether a spreadsheet's number is one: 2512484916, 504481234 (zero lost), 251248.4916."""
    if number == int(number):
        return CPR.fullmatch(str(int(number))) is not None
    text = f"{number:.4f}"
    return float(text) == number and CPR.fullmatch(text) is not None


def has_contact(text: str) -> bool:
    """Whether the text holds an e-mail address or a Danish phone number."""
    return EMAIL.search(text) is not None or PHONE.search(text) is not None


def forbidden_heading(text: str) -> bool:
    """Whether a column of this heading would hold personal data: ``CPR-nr.``, ``Borgerens efternavn``."""
    return _words(text) & FORBIDDEN != set() and _words(text) <= FORBIDDEN | NAMES | FILLERS


def name_heading(text: str) -> bool:
    """Whether a heading says ``navn`` without saying whose: a jobcenter's or a centre's is no person's."""
    return _words(text) & NAMES != set() and _words(text) <= NAMES | FILLERS


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
    found: set[int] = set()
    for pattern, within in _searches(text):
        found.update(_line_numbers(within, pattern))
    return sorted(found)


def are_amounts(texts: Sequence[str]) -> bool:
    """Whether a column's long plain numbers (8–9 digits) are amounts: at least four, and few could be a CPR number."""
    long = [text for text in map(str.strip, texts) if LONG_NUMBER.fullmatch(text)]
    return len(long) >= 4 and sum(map(has_cpr, long)) * 2 < len(long)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold())) if len(text) <= 60 else set()


def _plain(text: str) -> str:
    """The text with its full-width digits and what separates them as plain ones."""
    return text.translate(_PLAIN) if not text.isascii() and any(map(text.__contains__, _FULL_WIDTH)) else text


def _together(found: re.Match[str]) -> str:
    """``2 5 1 2 4 8 4 9 1 6`` as 2512484916."""
    return re.sub(r"\D", "", found[0])


def _written_out(found: re.Match[str]) -> str:
    """``1,01065E+09`` as the whole number 1010650000."""
    first, decimals, power = found.groups()
    return str(int(Decimal(f"{first}.{decimals or 0}e{power}")))


def _searches(text: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The patterns that can hit at all, each with the text to search."""
    text = _plain(text)
    squeezed = text.encode(errors="surrogatepass").translate(_ALIKE, _INSIDE)
    if b"0" * (SHORTENED - 1) in squeezed:
        yield PHONE, text
    if b"0" * SHORTENED in squeezed:
        yield CPR, text
        yield SPREAD, text
    if any(mark in squeezed for mark in (b"E+0", b"e+0", b"E0", b"e0")):
        yield SCIENTIFIC, text
    if "@" in text:
        yield EMAIL, text
    folded = text.casefold()
    if any(stem in folded for stem in STEMS.pattern.split("|")):
        yield STEMS, folded


def _line_numbers(lines: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """Which line each hit stands on."""
    starts = [0, *(hit.start() for hit in pattern.finditer(lines))]
    line = 0
    for before, start in pairwise(starts):
        line += lines.count("\n", before, start)
        yield line
