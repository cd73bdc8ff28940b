"""Months in cells, in title lines and in file names."""

import re
from datetime import date

from model.importing.cells.cell_text import quoted, squeezed
from model.importing.cells.date_text import NAME, YEARS, day_in, full_year, month_number

YEAR_FIRST = re.compile(r"(\d{4})(?: ?m ?|[-/])(\d{1,2})|(\d{4})[. ]?(\d{2})")
MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{4})")
NAME_FIRST = re.compile(r"([a-zæøå]{3,9})\.?(?: ?[-_/'’.] ?| )?(\d{4}|\d{2})")
NAME_LAST = re.compile(r"(\d{4})[ -]?([a-zæøå]{3,9})\.?")
QUARTER = re.compile(r"\d{4}[ -]?[kq]v?\.? ?[1-4]|[kq]v?\.? ?[1-4][ -]?\d{4}|[1-4]\.? ?(?:kvartal|kvt?\.?)(?: \d{2,4})?"
                     r"|\d{4} [1-4]\.? ?kvartal")
HALF_YEAR = re.compile(r"\d{4}[ -]?h[12]|[12]\.? ?halvår(?: \d{2,4})?")
YEAR = re.compile(r"(?:år )?(?:19|20)\d\d")
MENTIONED = re.compile(
    rf"(?<![a-zæøå])(?P<name>{NAME})(?![a-zæøå])\.?(?: måned)?"
    r"(?:[ ._-]{0,3}(?P<year>(?:19|20)\d\d)|[._'-]?(?P<short>\d\d)|\. (?P<dotted>\d\d))(?!\d)"
    r"|(?<!\d)(?P<first>(?:19|20)\d\d)(?:m|[-_/])?(?P<month>0[1-9]|1[0-2])(?!\d|[-/.]\d)"
    r"|(?<!\d)(?<!\d[-/.])(?P<before>0?[1-9]|1[0-2])[-/](?P<after>(?:19|20)\d\d)(?!\d|[-/.]\d)")
HEADED = re.compile(MENTIONED.pattern, re.IGNORECASE)
MATCH_BEFORE = re.compile(r"match(?:gruppe)? ?\d ?$")  # a match group before a month is not a day in it
DAY_BEFORE = re.compile(r"\d\.? ?$")
REMEDY = "Skriv måneden som »okt 2009«, »2009-10« eller »2009M10«."


def month_of(text: str) -> date:
    """The first of the month a cell's text names. Raises ValueError with the Danish reason and remedy."""
    plain = squeezed(text).casefold()
    parts = _parts(plain)
    if parts is None:
        return _month_of_day(text, plain)
    year, month = parts
    if year not in YEARS or not 1 <= month <= 12:
        raise ValueError(f"{quoted(text)} er ikke en måned. {REMEDY}")
    return date(year, month, 1)


def _parts(plain: str) -> tuple[int, int] | None:
    """(year, month number) as written; month 0 when a name is no month's."""
    if found := YEAR_FIRST.fullmatch(plain):
        return int(found[1] or found[3]), int(found[2] or found[4])
    if found := MONTH_FIRST.fullmatch(plain):
        return int(found[2]), int(found[1])
    if (found := NAME_FIRST.fullmatch(plain)) and month_number(found[1]):
        return full_year(found[2]), month_number(found[1]) or 0
    if (found := NAME_LAST.fullmatch(plain)) and month_number(found[2]):
        return int(found[1]), month_number(found[2]) or 0
    return None


def _month_of_day(text: str, plain: str) -> date:
    """Excel keeps a month as a day in it: any day stands for its month."""
    for pattern, period in ((QUARTER, "et kvartal"), (HALF_YEAR, "et halvår"), (YEAR, "et helt år")):
        if pattern.fullmatch(plain):
            raise ValueError(f"{quoted(text)} er {period}, og her skal der stå en måned. Del tallene op på måneder.")
    if month_number(plain):
        raise ValueError(f"{quoted(text)} mangler årstal. {REMEDY}")
    try:
        day = day_in(plain)
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"{quoted(text)} er ikke en måned. {REMEDY}")
    return day.replace(day=1)


def month_in(text: str) -> date | None:
    """The one month named in a title line, a heading or a file's name; None when it names none or several.

    ``VC_marts10`` is March 2010; a day (``14. april 2010``, ``14-04-2010``) names no month of figures.
    """
    plain = squeezed(text).casefold()
    found = {_mentioned(hit) for hit in MENTIONED.finditer(plain) if not _belongs_to_day(plain, hit)}
    return found.pop() if len(found) == 1 else None


def _belongs_to_day(plain: str, hit: re.Match[str]) -> bool:
    before = plain[:hit.start()]
    return hit["name"] is not None and DAY_BEFORE.search(before) is not None and not MATCH_BEFORE.search(before)


def without_month(text: str) -> str:
    """A heading with its month taken out, if it names one: ``Personer i match 4, marts 2010`` keeps its 4."""
    if month_in(text) is None:
        return text
    plain = squeezed(text)
    return HEADED.sub(lambda hit: hit[0] if _belongs_to_day(plain.casefold(), hit) else " ", plain).strip()


def _mentioned(hit: re.Match[str]) -> date:
    if hit["name"]:
        return date(full_year(hit["year"] or hit["short"] or hit["dotted"]), month_number(hit["name"]) or 1, 1)
    return date(int(hit["first"] or hit["after"]), int(hit["month"] or hit["before"]), 1)
