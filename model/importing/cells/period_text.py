"""Texts that speak of several months at once: a range of months, a quarter, figures added up since some day."""

import re
from typing import Literal

from model.importing.cells.cell_text import squeezed
from model.importing.cells.date_text import NAME, full_year, month_number

Several = Literal["span", "cumulated"]

NUMBER = r"(?:0?[1-9]|1[0-2])"
FULL = r"(?:19|20)\d\d"
TO = r" ?(?:-|/|\+|&|til og med|til|t\.? ?o\.? ?m\.?|og|to) ?(?:den |d\. )?"
NAMED = re.compile(rf"(?<![a-zæøå])(?P<first>{NAME})(?![a-zæøå])\.?(?:[ '-]?(?P<from>{FULL}|\d\d)(?!\d))?{TO}"
                   rf"(?:\d{{1,2}}\.? ?)?(?P<last>{NAME})(?![a-zæøå])\.?(?:[ '-]{{0,2}}(?P<till>{FULL}|\d\d)(?!\d))?")
YEAR_FIRST = re.compile(rf"(?<!\d)(?P<from>{FULL})[-m/ .]?(?P<first>0[1-9]|1[0-2])(?:-\d\d)?(?!\d)"
                        rf" ?(?:-|til|til og med) ?(?P<till>{FULL})[-m/ .]?(?P<last>0[1-9]|1[0-2])(?:-\d\d)?(?!\d)")
MONTH_FIRST = re.compile(rf"(?<![\d./-])(?P<first>{NUMBER})[./-](?P<from>{FULL}) ?(?:-|til|til og med) ?"
                         rf"(?P<last>{NUMBER})[./-](?P<till>{FULL})(?!\d)")
NUMBERS = re.compile(rf"(?<![\d./-])(?P<first>{NUMBER}) ?(?:-|til|til og med) ?(?P<last>{NUMBER})(?:/|[. ] ?)"
                     rf"(?P<till>{FULL})(?!\d)")
DAYS = re.compile(rf"(?<![\d./-])\d{{1,2}}[./-](?P<first>{NUMBER})\.?(?:[./ -](?P<from>{FULL}|\d\d))?"
                  r" ?(?:-|til|til og med) ?\d{1,2}[./-]"
                  rf"(?P<last>{NUMBER})\.?(?:[./ -]+(?P<till>{FULL}|\d\d))?(?!\d)")
NUMBERED = re.compile(rf"(?:\bmd|\bmdr|måned(?:er)?)\.? (?P<first>{NUMBER})\.? ?(?:-|til) ?(?P<last>{NUMBER})(?!\d)"
                      rf"|(?<![\d.-])(?P<one>{NUMBER})\.? ?- ?(?P<other>{NUMBER})\.? ?(?:md|måned)")
RANGES = (NAMED, YEAR_FIRST, DAYS, MONTH_FIRST, NUMBERS, NUMBERED)
QUARTER = re.compile(r"kvartal|(?<![a-zæøå])kvt?\.? ?[1-4](?!\d)|(?<!\d)[1-4]\. ?kvt?(?![a-zæøå])"
                     r"|(?<![a-zæøå0-9])q[1-4](?![a-z0-9])"
                     rf"|(?<!\d){FULL} ?[kqh][1-4](?!\d)|(?<![a-zæøå0-9])[kqh][1-4][ -]?{FULL}|halvår|halve år"
                     r"|hele året|helår|hele (?:19|20)\d\d"
                     rf"|(?<![a-zæøå])fra (?:og med |(?:den |d\. )?1\. ?(?:{NAME})|år(?:et|ssk)|nytår|kampagne|start)"
                     r"|(?<![a-zæøå])(?:til og med|t\.o\.m\.?|indtil|hidtil|frem til)(?![a-zæøå])")
COUNTS = r"(?:\d{1,2}|to|tre|fire|fem|seks|ni|ti|tolv)"
CUMULATED = re.compile(
    r"(?<![a-zæøå])(?:akk|ack|ak\.|kum|åtd|aatd|ytd)(?![a-zæøå])|akkumul|ackumul|accumul|kumm?ul|cumul"
    r"|til[ -](?:dags[ -])?dato|year[ -]to[ -]date"
    rf"|(?<![a-zæøå])siden (?:den |d\. )?(?:\d|(?:{NAME})(?![a-zæøå])|start|begynd|år(?:et|ssk)|nytår|kampagne|projekt"
    r"|indsats)"
    r"|(?<![a-zæøå])(?:i alt|ialt|samle\w+|sum|summen|total\w*|hele)[^a-zæøå](?:.{0,20}[^a-zæøå])?perioden(?![a-zæøå])"
    rf"|(?:seneste|sidste|foregående|første|rullende|forrige) {COUNTS} (?:måneder|mdr|md)(?![a-zæøå])"
    rf"|(?<![a-zæøå]){COUNTS}[ -]måneders|rullende|lagt sammen|løbende (?:sum|total|i alt)"
    r"|(?<![a-zæøå])i alt i år(?![a-zæøå])")
CHANGE = re.compile(r"(?:udvikling|ændr|forskel|fremgang|vækst)\S*(?: i \S+)? (?:fra|siden|mellem)(?![a-zæøå])")
YEAR_AFTER = rf"(?:[ ._'-]{{0,2}}(?:{FULL}|\d\d)(?!\d))?"
EDGES = re.compile(r"\(\s*\)|[(\[,:;-]\s*$|^\s*[,:;-]|^\s*(?:år|i|for)(?= )|(?<= )(?:år|i|for)\s*$")
SIGNS = str.maketrans("–—_", "-- ")
NO_MONTHS = re.compile(r"(?:match|model|uge)[a-zæøå]*[ (.]*$")  # match groups and weeks have numbers like months


def several(text: str) -> Several | None:
    """Whether a title, a heading or a name speaks of several months: of a span of them, or of figures added up."""
    plain = _plain(text)
    if CHANGE.search(plain):  # »Udvikling fra april til maj« shows how one month's figures have moved
        return None
    if CUMULATED.search(plain):
        return "cumulated"
    if QUARTER.search(plain) or any(_is_span(hit, plain) for pattern in RANGES for hit in pattern.finditer(plain)):
        return "span"
    return None


def without_period(text: str) -> str:
    """A heading without the words that speak of several months: ``Afsluttede forløb akk.``, ``… jan.-mar. 2010``."""
    plain = _plain(text)
    for pattern in (NAMED, YEAR_FIRST, QUARTER, CUMULATED):
        plain = re.sub(rf"(?:\d\. ?)?(?:{pattern.pattern})[a-zæøå]*\.?{YEAR_AFTER}", " ", plain)
    return squeezed(EDGES.sub(" ", plain))


def _plain(text: str) -> str:
    return squeezed(squeezed(text).casefold().translate(SIGNS))


def _is_span(hit: re.Match[str], plain: str) -> bool:
    """Whether what looks like two months are two: ``1. marts - 31. marts`` and ``matchgruppe 1-5`` are not."""
    if NO_MONTHS.search(plain[:hit.start()]):
        return False
    said = hit.groupdict()
    first, last = ((said.get(one) or said.get(other) or "") for one, other in (("first", "one"), ("last", "other")))
    years = said.get("from"), said.get("till")
    if all(years) and full_year(str(years[0])) != full_year(str(years[1])):
        return True
    return _number(first) != _number(last)


def _number(name: str) -> int | None:
    return int(name) if name.isdigit() else month_number(name)
