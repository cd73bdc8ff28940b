"""Texts that speak of several months at once: a range of months, a quarter, figures added up since some day."""

import re
from datetime import date
from typing import Literal

from model.intake.cells.cell_text import squeezed
from model.intake.cells.date_text import NAME, full_year, month_number

Several = Literal["span", "cumulated"]

NUMBER = r"(?:0?[1-9]|1[0-2])"
FULL = r"(?:19|20)\d\d"
TO = r" ?(?:-|/|\+|&|til og med|til|t\.? ?o\.? ?m\.?|t\.?/m\.?|og|to) ?(?:den |d\. )?"
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
COMPACT = re.compile(rf"(?<!\d)\d\d(?P<first>0[1-9]|1[0-2])(?P<from>{FULL}|\d\d) ?(?:-|til) ?"
                     rf"\d\d(?P<last>0[1-9]|1[0-2])(?P<till>{FULL}|\d\d)(?!\d)")
LISTED = re.compile(rf"(?<![a-zæøå])(?P<first>{NAME})\.?(?:, ?(?:{NAME})\.?)*(?:, ?| og |, og )(?P<last>{NAME})"
                    rf"(?![a-zæøå])\.?(?: (?P<till>{FULL}))?$")
RANGES = (NAMED, YEAR_FIRST, DAYS, MONTH_FIRST, NUMBERS, NUMBERED, COMPACT, LISTED)
WEEKS = re.compile(rf"(?<![a-zæøå])uge(?:r|rne)? ?(?P<first>\d{{1,2}}) ?(?:-|til|til og med) ?(?P<last>\d{{1,2}})(?!\d)"
                   rf"(?:[ ,./-]{{0,2}}(?P<year>{FULL})(?!\d))?")
A_MONTH = 5  # weeks that one month may touch
QUARTER = re.compile(r"kvartal|(?<![a-zæøå])kvt\.?(?![a-zæøå])"
                     r"|(?<![a-zæøå])kvt?\.? ?[1-4](?!\d)|(?<!\d)[1-4]\. ?kvt?(?![a-zæøå])"
                     r"|(?<![a-zæøå0-9])q[1-4](?![a-z0-9])"
                     rf"|(?<!\d){FULL} ?[kqh][1-4](?!\d)|(?<![a-zæøå0-9])[kqh][1-4][ -]?{FULL}|halvår|halve år"
                     r"|hele året|helår|hele (?:19|20)\d\d"
                     rf"|(?<![a-zæøå])fra (?:og med |(?:den |d\. )?1\. ?(?:{NAME})|år(?:et|ssk)|nytår|kampagne|start)"
                     r"|(?<![a-zæøå])(?:til og med|t\.o\.m\.?|indtil|hidtil|frem til)(?![a-zæøå])")
COUNTS = r"(?:\d{1,2}|to|tre|fire|fem|seks|ni|ti|tolv)"
CUMULATED = re.compile(
    r"(?<![a-zæøå])(?:akk(?:um)?|ack|ak\.|kum|åtd|aatd|ytd)(?![a-zæøå])|akkumul|ackumul|accumul|kumm?ul|cumul"
    r"|til[ -](?:dags[ -])?dato|year[ -]to[ -]date"
    rf"|(?<![a-zæøå])siden (?:den |d\. )?(?:\d|(?:{NAME})(?![a-zæøå])|start|begynd|år(?:et|ssk)|nytår|kampagne|projekt"
    r"|indsats)"
    r"|(?<![a-zæøå])(?:i alt|ialt|samle\w+|sum|summen|total\w*|hele)[^a-zæøå](?:.{0,20}[^a-zæøå])?perioden(?![a-zæøå])"
    rf"|(?:seneste|sidste|foregående|første|rullende|forrige) {COUNTS} (?:måneder|mdr|md)(?![a-zæøå])"
    rf"|(?<![a-zæøå]){COUNTS}[ -]måneders|rullende|lagt sammen|løbende (?:sum|total|i alt)"
    r"|(?<![a-zæøå])hittil(?![a-zæøå])|(?<![a-zæøå])i år(?! ?\d)(?![a-zæøå])"
    rf"|(?<![a-zæøå])(?:løbende )?{COUNTS} (?:måneder|mdr|md)\.? (?:frem |op )?(?:til|før)(?![a-zæøå])"
    rf"|(?<![a-zæøå])løbende {COUNTS} (?:måneder|mdr|md)(?![a-zæøå])"
    rf"|(?<![a-zæøå])(?:i alt|sum|total) (?:for|i) (?:hele )?(?:året|år(?! ?\d)|{FULL})(?![a-zæøå\d])|for hele året"
    rf"|^(?:i alt|sum|total|samlet) {FULL}(?![-./]?\d|m\d)"
    rf"|månedsgennemsnit|månedligt gennemsnit|(?:gennemsnit\w*|gns|snit)\.? (?:pr\.?|per|over|for) (?:måned|md|år)")
NEGATED = re.compile(r"(?<![a-zæøå])(?:ikke|ej|uden)(?: [a-zæøå]+)? (?:at være )?(?:a[ck]k+um|kum|lagt sammen)\S*"
                     r"|(?<![a-zæøå])(?:a[ck]k+umul|kumul)[a-zæøå]* ikke(?![a-zæøå])")
MONTHLY = re.compile(r"(?:pr\.?|per|hver|for) måned(?![a-zæøå])|månedsvis|månedstal")
# What is said of the file, not of its figures.
ASIDE = re.compile(r"(?<![a-zæøå])(?:næste|kommende|kommer|forventes|opdater\w+|udtrukket|udskrevet|trukket|sendt"
                   r"|modtaget|offentliggør\w*|udgiv\w+|udkommer|revideret)(?![a-zæøå])[^;:,(]*")
MEETING = re.compile(r"møde(?:t|r|rne)?(?![a-zæøå])|konference|seminar")
FIGURES = re.compile(r"(?<![a-zæøå])tal(?:lene)?(?![a-zæøå])|opgør|akk")
CHANGE = re.compile(r"(?:udvikling|ændr|forskel|fremgang|vækst)\S*(?: i \S+)? (?:fra|siden|mellem)(?![a-zæøå])")
YEAR_AFTER = rf"(?:[ ._'-]{{0,2}}(?:{FULL}|\d\d)(?!\d))?"
EDGES = re.compile(r"\(\s*\)|[(\[,:;-]\s*$|^\s*[,:;-]|^\s*(?:år|i|for)(?= )|(?<= )(?:år|i|for)\s*$")
SIGNS = str.maketrans("–—_", "-- ")
NO_MONTHS = re.compile(r"(?:match|model|uge)[a-zæøå]*[ (.]*$")  # match groups and weeks have numbers like months


def several(text: str) -> Several | None:
    """Whether a title, a heading or a name speaks of several months: of a span of them, or of figures added up."""
    plain = NEGATED.sub(" ", ASIDE.sub(" ", _plain(text)))
    if CHANGE.search(plain):  # »Udvikling fra april til maj« shows how one month's figures have moved
        return None
    if MEETING.search(plain) and not FIGURES.search(plain):
        return None
    if CUMULATED.search(plain):
        return "cumulated"
    if MONTHLY.search(plain):
        return None
    spans = any(_is_span(hit, plain) for pattern in RANGES for hit in pattern.finditer(plain))
    if spans or QUARTER.search(plain) or any(map(_are_more, WEEKS.finditer(plain))):
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


def _are_more(weeks: re.Match[str]) -> bool:
    """Whether weeks reach into more than one month."""
    first, last = int(weeks["first"]), int(weeks["last"])
    if not weeks["year"] or not 1 <= first <= last <= 52:
        return last - first >= A_MONTH
    monday, sunday = (date.fromisocalendar(int(weeks["year"]), week, day) for week, day in ((first, 1), (last, 7)))
    return monday.month != sunday.month


def _number(name: str) -> int | None:
    return int(name) if name.isdigit() else month_number(name)
