"""Months in title lines, headings and file names, among other words."""

import re
from calendar import monthrange
from datetime import date

from model.intake.cells.cell_text import squeezed
from model.intake.cells.date_text import NAME, day_in, full_year, month_number
from model.intake.cells.month_text import DASHES, STATUS
from model.intake.cells.period_text import several

COUNTED = (r" (?:af|ud af|jobc|kommun|person|borger|deltag|forløb|plads|virksomhed|cent(?:er|re)\b|ark\b|fil|dage?\b"
           r"|uger?\b|pct|procent|(?:og|til) \d)| ?[-/.:]\d| ?%")  # after two figures that count something: no year
MENTIONED = re.compile(
    rf"(?<![a-zæøå])(?P<name>{NAME})(?![a-zæøå])\.?(?: måned)?"
    r"(?:[ ._-]{0,3}(?P<year>(?:19|20)\d\d)|[._'-]?(?P<short>\d\d)|\. (?P<dotted>\d\d)"
    rf"|(?: | ?[-–/,'’] ?)(?P<spaced>0[5-9]|[12]\d)(?!\d|{COUNTED}))(?!\d)"
    r"|(?<!\d)(?P<first>(?:19|20)\d\d)(?:m|[-_/])?(?P<month>0[1-9]|1[0-2])(?!\d|[-/.]\d)"
    r"|(?<!\d)(?<!\d[-/.])(?P<before>0?[1-9]|1[0-2])[-/](?P<after>(?:19|20)\d\d)(?!\d|[-/.]\d)")
HEADED = re.compile(MENTIONED.pattern, re.IGNORECASE)
MATCH_BEFORE = re.compile(r"match(?:gruppe)? ?\d ?$")  # a match group before a month is not a day in it
DAY_BEFORE = re.compile(r"\d\.? ?$")
LAST_DAY = re.compile(rf"(?<![a-zæøå])(?:{STATUS}|(?<!\d)1\. ?- ?)(?P<day>\d{{1,2}}(?:\. ?(?:{NAME})\.?|[-/.]\d{{1,2}})"
                      r"[-/. ]{1,2}(?:\d{4}|\d\d))(?!\d)")


def month_suggested(text: str) -> date | None:
    """The one month that a title says its figures are of, also by its last day (``Status pr. 31. marts 2010``)."""
    return month_in(text) or _by_last_day(squeezed(text).casefold().translate(DASHES))


def _by_last_day(plain: str) -> date | None:
    try:
        days = {day_in(squeezed(hit["day"])) for hit in LAST_DAY.finditer(plain)}
    except ValueError:
        return None
    last = {when.replace(day=1) for when in days if when and when.day == monthrange(when.year, when.month)[1]}
    return last.pop() if len(days) == len(last) == 1 else None


def month_in(text: str) -> date | None:
    """The one month named in a title line, a heading or a file's name; None when it names none or several.

    ``VC_marts10`` is March 2010; a day (``14. april 2010``, ``14-04-2010``) names no month of figures.
    """
    if several(text) == "span":
        return None
    found = months_in(text)
    return found.pop() if len(found) == 1 else None


def months_in(text: str) -> set[date]:
    """Every month that a text names with its year, whatever it says of them."""
    plain = squeezed(text).casefold()
    return {_mentioned(hit) for hit in MENTIONED.finditer(plain) if not _belongs_to_day(plain, hit)}


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
        year = hit["year"] or hit["short"] or hit["dotted"] or hit["spaced"]
        return date(full_year(year), month_number(hit["name"]) or 1, 1)
    return date(int(hit["first"] or hit["after"]), int(hit["month"] or hit["before"]), 1)
