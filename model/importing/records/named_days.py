"""The course day or the month that a text names, a cell's or that of a line over the table."""

import re
from collections.abc import Iterable
from datetime import date

import pandas as pd

from model.formatting import normalise
from model.importing.cells import values
from model.importing.cells.date_text import NAME, month_number
from model.importing.cells.period_text import several

PRINTED = re.compile(r"udskrevet|udtrukket|trukket|opdateret|lavet|sendt|modtaget|\bpr\b", re.IGNORECASE)
MENTOR = re.compile(r"mentor\w*\D{0,20}(\d)\D{1,20}(\d)(?!\d)", re.IGNORECASE)  # »Mentorkursus 1, dag 2«
CODE = re.compile(r"(?<![^\W_])(K\d|M\d-\d)(?![^\W_])", re.IGNORECASE)
DAY_AND_MONTH = re.compile(rf"(?:d\. ?|den )?(\d{{1,2}})(?:\. ?|[/-]| )({NAME}|\d{{1,2}})\.?")
SOME_DAY = re.compile(rf"(?<![\d./-])\d{{1,2}}(?:\. ?|[/-]| )(?:{NAME}|\d{{1,2}})"
                      r"(?:\.?[ ./-]{1,2}(?:\d{4}|\d\d))?(?!\d)", re.IGNORECASE)
FRIST = re.compile(r"[,;(]?\s*\w*frist\b.*", re.IGNORECASE)  # the last day to sign up is no course day
COURSE = re.compile(r"(?:kursusdag|course day)\W{0,3}(?:(?:nr|no)\W{0,2})?(\d)(?!\d)|(?<!\d)(\d)\. kursusdag",
                    re.IGNORECASE)


def course_day_in(text: str, days: pd.DataFrame) -> str | None:
    """The code of the course day a text names in words or by code; None when it names none."""
    return course_day_words(days).get(normalise(text))


def course_day_words(days: pd.DataFrame) -> dict[str, str]:
    """Every way to name a course day in words or by code, normalised -> its code."""
    found: dict[str, str] = {}
    for row in days.itertuples():
        code, number = str(row.Index), str(row.Index)[1:]
        words = ({code, f"kursusdag {number}", f"{number}. kursusdag", f"dag {number}", number}
                 if row.kind == "kursus" else
                 {code, f"mentorkursus {row.run}, dag {row.day}", f"mentor {row.run}-{row.day}",
                  f"mentorforløb {row.run} dag {row.day}", f"mentorkursus {row.run}.{row.day}"})
        for word in words:
            found.setdefault(normalise(word), code)
    return found


def told_course_day(texts: tuple[str, ...], days: pd.DataFrame) -> str | None:
    """The one course day that the lines over a table, or its sheet's name, say it is about; None when they say none."""
    plain = [FRIST.sub("", text) for text in texts if not PRINTED.search(text)]  # a day of printing is no course day
    found = {code for text in plain for code in course_days_in(text, days)}
    if len(found) != 1:
        return None
    code = found.pop()
    mentor = any("mentor" in text.casefold() for text in texts)
    return code if code in _coded(texts) or mentor == (days.loc[code, "kind"] == "mentor") else None


def course_days_in(text: str, days: pd.DataFrame) -> set[str]:
    """Every course day that a text names, by code, in words or by the date it is held."""
    return _named_days(text, days) | _dated_days(text, days)


def course_day_of(text: str, days: pd.DataFrame) -> str | None:
    """The one course day that a heading or a cell names, whatever else it says."""
    found = course_days_in(text, days) or {code for day_ in SOME_DAY.findall(text) for code in _dated_days(day_, days)}
    code = found.pop() if len(found) == 1 else None
    return code if code and (code[0] == "M" or "mentor" not in text.casefold()) else None


def _coded(texts: Iterable[str]) -> set[str]:
    return {code.upper() for text in texts for code in CODE.findall(text)}


def _named_days(text: str, days: pd.DataFrame) -> set[str]:
    codes = {f"M{run}-{day}" for run, day in MENTOR.findall(text)}
    if not codes:
        codes = {f"K{one or other}" for one, other in COURSE.findall(text)} | _coded([text])
    whole = course_day_in(text, days)
    return (codes | ({whole} if whole else set())) & set(days.index)


def _dated_days(text: str, days: pd.DataFrame) -> set[str]:
    pieces = [piece.strip() for piece in (text, *re.split(r"[,;:()–]|\s-\s|\bden\b", text))]
    stamps = values.dates(pd.Series(pieces, dtype=object))["date"].dropna()
    held = {stamp.date() for stamp in stamps}
    found = {str(code) for code, day_ in days["held_on"].items() if day_ in held}
    return found or {code for piece in pieces for code in _without_year(piece, days)}


def _without_year(text: str, days: pd.DataFrame) -> set[str]:
    """The course days held on a day that a whole text says without its year: ``26. jan``, ``26/1``."""
    said = DAY_AND_MONTH.fullmatch(text.casefold())
    if said is None:
        return set()
    month = int(said[2]) if said[2].isdecimal() else month_number(said[2])
    return {str(code) for code, held in days["held_on"].items() if (held.day, held.month) == (int(said[1]), month)}


def told_month(texts: tuple[str, ...]) -> date | None:
    """The one month that the lines over a table, or its sheet's name, say it is about."""
    found = {month for text in texts if not several(text) and (month := values.month_in(text))}
    return found.pop() if len(found) == 1 else None
