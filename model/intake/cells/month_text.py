"""Months in cells."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from model.basics.formatting import day, month_long
from model.intake.cells import excel_dates
from model.intake.cells.cell_text import not_in_the_file, quoted, squeezed, without_decimals
from model.intake.cells.date_text import NUMERIC, TIME, YEARS, full_year, moment_in, month_number, other_order
from model.intake.cells.period_text import several
from model.programmes import examples

YEAR_FIRST = re.compile(r"(\d{4})(?: ?m ?|[-/])(\d{1,2})|(\d{4})[. ]?(\d{2})")
MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{4})")
NAME_FIRST = re.compile(r"([a-zæøå]{3,9})\.?(?: ?[-_/'’.,] ?| )?(\d{4}|\d{2})")
NAME_LAST = re.compile(r"(\d{4})[ -]?([a-zæøå]{3,9})\.?")
QUARTER = re.compile(r"\d{4}[ -]?[kq]v?\.? ?[1-4]|[kq]v?\.? ?[1-4][ -]?\d{4}|[1-4]\.? ?(?:kvartal|kvt?\.?)(?: \d{2,4})?"
                     r"|\d{4} [1-4]\.? ?kvartal")
HALF_YEAR = re.compile(r"\d{4}[ -]?h[12]|[12]\.? ?halvår(?: \d{2,4})?")
YEAR = re.compile(r"(?:år )?(?:19|20)\d\d")
STATUS = r"(?:(?:status|opgjort) )?(?:pr|per|ult|ultimo)\.? (?:den |d\. )?"
AROUND = re.compile(rf"(?:(?P<status>{STATUS})|1\. ?- ?(?=\d))?(?P<month>.+?)"
                    r"(?P<mark> ?\*{1,3}| ?[¹²³†]| \d\)| ?\(?(?:foreløbig\w*|endelig\w*)(?: tal)?\)?)?")
LATE = 16  # from this hour on the last day of a month, a time zone may have moved the first of the next
DASHES = str.maketrans("–—", "--")
Kind = Literal["period", "american", "other"]  # a quarter or a year; a day in American order
REMEDY = (f"Skriv måneden som »{examples.MONTH_WORDS}«, »{examples.FIRST:%Y-%m}« eller »{examples.FIRST:%YM%m}«.")


class NoMonth(ValueError):
    """A text that names no one month, with the Danish reason and remedy; ``kind`` says what it is instead."""

    def __init__(self, text: str, kind: Kind = "other") -> None:
        """Carry what a program asks for beside what a person reads."""
        super().__init__(text)
        self.kind: Kind = kind


def month_of(text: str) -> date:
    """The first of the month a cell's text names. Raises NoMonth."""
    plain, status = _bare(text)
    parts = _parts(plain)
    if parts is None:
        return _month_of_day(text, plain, status=status)
    year, month = parts
    if year not in YEARS or not 1 <= month <= 12:
        raise NoMonth(f"{quoted(text)} er ikke en måned. {REMEDY}")
    return date(year, month, 1)


def _bare(text: str) -> tuple[str, bool]:
    """(a month without the words around it, whether they say that it is a day of status): ``ult. marts 2010*``."""
    plain = without_decimals(squeezed(text).casefold().translate(DASHES))
    found = AROUND.fullmatch(plain)
    return (found["month"], found["status"] is not None) if found else (plain, False)


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


def _month_of_day(text: str, plain: str, *, status: bool) -> date:
    """Programs keep a month as its first or its last day; another day, or a moment between two, is asked about."""
    for pattern, period in ((QUARTER, "et kvartal"), (HALF_YEAR, "et halvår"), (YEAR, "et helt år")):
        if pattern.fullmatch(plain):
            raise NoMonth(f"{quoted(text)} er {period}, og her skal der stå en måned. Del tallene op på måneder.",
                          "period")
    if month_number(plain):
        raise NoMonth(f"{quoted(text)} mangler årstal. {REMEDY}")
    if several(plain):
        raise NoMonth(f"{quoted(text)} er ikke en måned, men flere. Del tallene op på måneder.")
    american = other_order(plain)
    try:
        when = moment_in(plain)
    except ValueError:
        when = None
    if when is None and american is not None:
        raise NoMonth(f"{quoted(text)} er kun en dato, når den læses amerikansk (måned/dag/år), {_either(american)}",
                      "american")
    if when is None and (serial := excel_dates.day_of(plain)):
        raise NoMonth(f"{quoted(text)} er ikke en måned, men nok Excels tal for {day(serial)}. Skriv måneden som "
                      f"»{month_long(serial)}«.")
    if when is None:
        raise NoMonth(f"{quoted(text)} {not_in_the_file(plain) or f'er ikke en måned. {REMEDY}'}")
    if doubt := _doubt(when, american, status=status):
        raise NoMonth(f"{quoted(text)} {doubt}", "american" if american not in (None, when.date()) else "other")
    return when.date().replace(day=1)


def possible(text: str) -> tuple[date, ...]:
    """The months, the likeliest first, that an unclear date in a column of months may be of; none when it is clear."""
    plain, status = _bare(text)
    american = other_order(plain) if _parts(plain) is None else None
    try:
        when = moment_in(plain) if _parts(plain) is None else None
    except ValueError:
        when = None
    if when is None:
        only = american or excel_dates.day_of(plain)
        return (only.replace(day=1),) if only else ()
    last = when.day == monthrange(when.year, when.month)[1]
    if _doubt(when, american, status=status) is None:
        return ()
    others = [when + timedelta(days=1)] if last else [when - timedelta(days=1)] if when.day == 1 else []
    days = [*(other.date() for other in others), *([american] if american and not others else []), when.date()]
    return tuple(dict.fromkeys(found.replace(day=1) for found in days))


def moved_by_zone(text: str) -> tuple[date, date] | None:
    """(month as it is written, month in Denmark) of a moment that its time zone puts in another month."""
    plain = squeezed(text).casefold()
    clock = TIME.search(plain)
    if not clock or not clock["zone"]:
        return None
    try:
        here, there = moment_in(plain), moment_in(plain[:clock.start("zone")].rstrip())
    except ValueError:
        return None
    if not here or not there or (here.year, here.month) == (there.year, there.month):
        return None
    return there.date().replace(day=1), here.date().replace(day=1)


def zone_note(heading: str, cells: Iterable[object]) -> list[str]:
    """That times of a column lie in another month in Denmark than they are written with, and marks that were left out.
    """
    cells = list(cells)
    moved = dict.fromkeys(found for cell in cells if isinstance(cell, str) and (found := moved_by_zone(cell)))
    return [f"»{heading}«: tidspunkterne er skrevet med en anden tidszone og er læst i dansk tid, "
            f"så {month_long(written)} er blevet til {month_long(read)}." for written, read in moved] + [
                f"»{heading}«: {quoted(text)} er læst som måneden alene." for text in _marked(cells)]


def _marked(cells: Iterable[object]) -> Iterable[str]:
    """The texts that say more than their month: a footnote mark, that the figures are not final."""
    texts = dict.fromkeys(squeezed(cell) for cell in cells if isinstance(cell, str))
    found = ((text, AROUND.fullmatch(text.casefold())) for text in texts)
    return (text for text, around in found if around and around["mark"] and _parts(_bare(text)[0]))


def _doubt(when: datetime, american: date | None, *, status: bool) -> str | None:
    """Why a moment may belong to another month than the one it is in, and which; None when it is plain."""
    last = when.day == monthrange(when.year, when.month)[1]
    if last and when.hour >= LATE:
        return _moved(when, when + timedelta(days=1))
    if when.day == 1 and when.hour < 3 and when.minute == 59:
        return _moved(when, when - timedelta(days=1))
    if when.day == 1 and status:
        before = (when - timedelta(days=1)).date()
        return (f"er en status pr. den første i en måned og kan være opgjort for måneden før. Skriv måneden: "
                f"»{month_long(before)}« eller »{month_long(when.date())}«.")
    if last or when.day == 1:
        return None
    if american is not None and american != when.date():
        return (f"er {day(when.date())}, midt i en måned, og kan være skrevet amerikansk (måned/dag/år), "
                f"{_either(american, when.date())}")
    return f"er en dag midt i en måned. Hører tallene til hele måneden, så skriv »{month_long(when.date())}«."


def _moved(when: datetime, other: datetime) -> str:
    meant, written = month_long(other.date()), month_long(when.date())
    return (f"ligger tæt på midnat mellem to måneder, og en tidszone kan have flyttet tidspunktet fra {meant}. Skriv "
            f"måneden: »{meant}« eller »{written}«.")


def _either(*months: date) -> str:
    said = " eller ".join(f"»{month_long(month)}«" for month in months)
    return f"så den bliver til {month_long(months[0])}. Skriv måneden: {said}."


def firsts_in_other_order(texts: Iterable[str]) -> bool:
    """Whether all the dates of a column are the first of a month to an American, and are not so read as Danes do."""
    plain = [squeezed(text).casefold() for text in texts]
    told = [other_order(text) for text in plain if NUMERIC.fullmatch(TIME.sub("", text))]
    return len(told) > 0 and all(found is not None and found.day == 1 for found in told)
