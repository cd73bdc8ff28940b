"""Texts in a column of dates that name no day: ``forår 2010``, ``primo marts 2010``, ``uge 8``, ``ca. 1.3.2010``."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from model.intake.cells.cell_text import squeezed, written
from model.intake.cells.date_text import NAME, day_in, full_year, month_number
from model.intake.cells.period_text import several
from model.programmes import examples

DAY_REMEDY = f"Skriv dag, måned og år: »{examples.COURSE_DAY}«."
ABOUT = re.compile(r"(?:ca|cirka|circa|omkr|omkring|omtrent|vistnok|nok|måske|formentlig|sandsynligvis|skønnet|anslået"
                   r"|antagelig(?:t|vis)?|fra|[~≈])(?:\. ?| |: ?|(?<=[~≈]))(?:d\. |den )?(?P<rest>.+)")
DOUBT = re.compile(r"(?P<rest>.+?),? ?(?:\?+|\(\?+\)|\(?(?:ca|cirka|omtrent|vistnok|skøn|skønnet|anslået)\.?\)?)")
BEGINS = r"primo|(?:i )?start(?:en)?(?: af| i)?|(?:i )?begyndelsen af|først(?:e del af| på| i)?|tidligt?(?: i)?"
MIDDLE = r"medio|(?:i )?midt(?:en)?(?: i| af| på)?"
ENDS = r"ultimo|(?:i )?slut(?:ningen)?(?: af| i)?|sidst(?:e del af| på| i)?|(?:ved )?udgangen af|sent(?: i)?"
PART = re.compile(rf"(?:(?P<begins>{BEGINS})|(?P<middle>{MIDDLE})|(?P<ends>{ENDS})) (?P<rest>.+)")
NO_DAY = r"(?:[x?_]{1,2}|0{1,2}|-{1,2})[-/. ]+"  # stands where a day would: »xx-03-2010«, »00.03.2010«
NUMBER = r"0?[1-9]|1[0-2]"
MONTHS = (re.compile(rf"(?:i )?(?:{NO_DAY})?(?P<name>{NAME})(?:\.| md\.?| måned)?"
                     r"(?:[ ,/.'-]{1,2}(?P<year>\d{4}|\d{2}))?"),
          re.compile(rf"(?:{NO_DAY})?(?P<number>{NUMBER})[-/. ]{{1,2}}(?P<year>\d{{4}})"),
          re.compile(r"(?P<year>(?:19|20)\d\d)(?:[-/. ]|m)?(?P<number>0[1-9]|1[0-2])(?:[-/.](?:[x?_]{1,2}|0{1,2}))?"),
          re.compile(rf"(?P<year>(?:19|20)\d\d) ?[-/.m] ?(?P<number>{NUMBER})"),
          re.compile(rf"(?P<year>(?:19|20)\d\d) (?P<name>{NAME})\.?"),
          re.compile(rf"{NO_DAY}(?P<number>{NUMBER})[-/. ](?P<year>\d\d)"))
SEASON = re.compile(r"(?:forår|sommer|efterår|vinter|påske|pinse|jul|nytår)(?:et|en|e)?(?:ferie[nr]?)?"
                    r"(?:[ ,'-].*|\d{2,4})?")
WEEK = re.compile(r"(?:uge|u|w|week)[ .]*(?P<week>\d{1,2})(?:[ ,/.-]{1,2}(?:i )?(?P<year>\d{4}|\d{2}))?"
                  r"|(?P<iso>\d{4})[- ]?w(?P<number>\d{1,2})")
YEAR = re.compile(r"(?:i |år |året )?(?:19|20)\d\d")
NO_YEAR = re.compile(rf"(?:[a-zæøå]+dag,? )?(?:d\. |den )?\d{{1,2}}[./-]? ?(?:(?:{NAME})\.?|[/.-]? ?(?:{NUMBER})\.?)")
DAYS = re.compile(rf"\d{{1,2}}\.? ?(?:-|til|og|/) ?\d{{1,2}}\. ?(?:{NAME}|\d).*")


@dataclass(frozen=True)
class Vague:
    """What a text says instead of a day, as a message has it after the text itself; meant: the day, where it is one."""

    text: str
    meant: date | None = None


def vague(text: str, *, last: bool = False, until: date | None = None) -> Vague | None:
    """What a text that is no date says of one; None when it says nothing of any.

    last: whether something ends on it, so that a month alone is its last day. until: no later day can be meant.
    """
    plain = squeezed(text).casefold().strip(" .,;")
    return next(_each(plain, last=last, until=until), None)


def _each(plain: str, *, last: bool, until: date | None) -> Iterator[Vague]:
    if (found := ABOUT.fullmatch(plain) or DOUBT.fullmatch(plain)) and (about := _about(found["rest"], last, until)):
        yield about
    if found := PART.fullmatch(plain):
        yield _part(found, until)
    if SEASON.fullmatch(plain):
        yield Vague(f"er ikke en bestemt dag. {DAY_REMEDY} {_of_month(last)}")
    if when := _month(plain):
        yield Vague(f"er en måned, ikke en dag. {DAY_REMEDY} {_of_month(last, when, until)}")
    if found := WEEK.fullmatch(plain):
        yield Vague(f"er en uge, ikke en dag. {DAY_REMEDY} Kendes kun ugen, så skriv dens mandag{_monday(found)}.")
    if YEAR.fullmatch(plain):
        yield Vague(f"er et år, ikke en dag. {DAY_REMEDY} {_of_month(last)}")
    if NO_YEAR.fullmatch(plain):
        yield Vague(f"mangler et årstal. {DAY_REMEDY}")
    if several(plain) or DAYS.fullmatch(plain):
        yield Vague(f"er mere end én dag. {DAY_REMEDY} {_of_month(last)}")
    if any(month.fullmatch(plain) for month in MONTHS):
        yield Vague(f"er en måned uden år, ikke en dag. {DAY_REMEDY} {_of_month(last)}")


def _about(rest: str, last: bool, until: date | None) -> Vague | None:
    """A day that is said with a doubt; whatever else is said so is what it would be without."""
    try:
        meant = day_in(rest.strip(" ,"))
    except ValueError:
        return None
    if meant is None:
        return vague(rest, last=last, until=until)
    return _near(meant, until)


def _part(match: re.Match[str], until: date | None) -> Vague:
    """The beginning, the middle or the end of something."""
    month = _month(match["rest"])
    if month is None:
        return Vague(f"er ikke en bestemt dag. {DAY_REMEDY}")
    return _near(month.replace(day=1 if match["begins"] else 15 if match["middle"] else _days(month)), until)


def _near(meant: date, until: date | None) -> Vague:
    if until is not None and meant > until:
        return Vague(f"er ikke en bestemt dag. {DAY_REMEDY}")
    return Vague(f"er ikke en bestemt dag. Mente du {_written(meant)}? Ret datoen.", meant)


def _month(plain: str) -> date | None:
    """The month that a text names with its year, as its first day."""
    for pattern in MONTHS:
        if (found := pattern.fullmatch(plain)) and found["year"]:
            said = found.groupdict()
            number = int(said["number"]) if said.get("number") else month_number(said["name"])
            return date(full_year(found["year"]), number or 1, 1)
    return None


def _of_month(last: bool, month: date | None = None, until: date | None = None) -> str:
    """Which day to write when only the month is known: it is counted in its month, whichever day it is."""
    day = month and (month.replace(day=_days(month)) if last else month)
    shown = f": {_written(day)}" if day and (until is None or day <= until) else ""
    which = "den sidste dag" if last else "den 1."
    return f"Kendes kun måneden, så skriv {which} i måneden{shown}."


def _monday(match: re.Match[str]) -> str:
    year, week = match["year"] or match["iso"], int(match["week"] or match["number"])
    try:
        return f": {_written(date.fromisocalendar(full_year(year), week, 1))}" if year else ""
    except ValueError:  # no such week
        return ""


def _days(month: date) -> int:
    return monthrange(month.year, month.month)[1]


def _written(day: date) -> str:
    return f"»{written(day)}«"
