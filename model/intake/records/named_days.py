"""The course day or the month that a text names, a cell's or that of a line over the table."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed, without_marks
from model.intake.cells.date_text import NAME, day_in, month_number
from model.intake.cells.month_mentions import month_in
from model.intake.cells.period_text import several

PRINTED = re.compile(r"udskrevet|udtrukket|trukket|opdateret|lavet|sendt|modtaget|\bpr\b", re.IGNORECASE)
MENTOR = re.compile(r"mentor\w*\D{0,20}(\d)\D{1,20}(\d)(?!\d)", re.IGNORECASE)  # »Mentorkursus 1, dag 2«
CODE = re.compile(r"(?<![^\W_])(K\d|M\d-\d)(?![^\W_])", re.IGNORECASE)
DAY_AND_MONTH = re.compile(rf"(?:d\. ?|den )?(\d{{1,2}})(?:\. ?|[/-]| )({NAME}|\d{{1,2}})\.?")
SOME_DAY = re.compile(rf"(?<![\d./-])\d{{1,2}}(?:\. ?|[/-]| )(?:{NAME}|\d{{1,2}})"
                      r"(?:\.?[ ./-]{1,2}(?:\d{4}|\d\d))?(?!\d)", re.IGNORECASE)
FRIST = re.compile(r"[,;(]?\s*\w*frist\b.*", re.IGNORECASE)  # the last day to sign up is no course day
COURSE = re.compile(r"(?:kursusdag|course day)\W{0,3}(?:(?:nr|no)\W{0,2})?(\d)(?!\d)|(?<!\d)(\d)\. kursusdag",
                    re.IGNORECASE)
PIECES = re.compile(r"[,;:()–]|\s-\s|\bden\b")


@dataclass(frozen=True)
class Plan:
    """The course days as texts name them. words: every way to name one in words or by code, normalised -> its code.

    held, kinds, runs: by code, in the order they are held.
    """

    words: Mapping[str, str]
    held: Mapping[str, date]
    kinds: Mapping[str, str]
    runs: Mapping[str, int]


def plan_of(days: pd.DataFrame) -> Plan:
    """What texts are held against. days: as ``record_facts.course_days`` has them."""
    codes = [str(code) for code in days.index]
    kinds, runs, numbers, held = (days[name].tolist() for name in ("kind", "run", "day", "held_on"))
    words: dict[str, str] = {}
    for named in zip(codes, kinds, runs, numbers, strict=True):
        for word in _ways_to_name(*named):
            words.setdefault(normalise(word), named[0])
    return Plan(words, *(dict(zip(codes, each, strict=True)) for each in (held, kinds, runs)))


def _ways_to_name(code: str, kind: str, run: int, day_: int) -> set[str]:
    number = code[1:]
    if kind == "kursus":
        return {code, f"kursusdag {number}", f"{number}. kursusdag", f"dag {number}", number}
    return {code, f"mentorkursus {run}, dag {day_}", f"mentor {run}-{day_}", f"mentorforløb {run} dag {day_}",
            f"mentorkursus {run}.{day_}"}


def course_day_in(text: str, plan: Plan) -> str | None:
    """The code of the course day a text names in words or by code; None when it names none."""
    return plan.words.get(normalise(text))


def told_course_day(texts: tuple[str, ...], plan: Plan) -> str | None:
    """The one course day that the lines over a table, or its sheet's name, say it is about; None when they say none."""
    plain = [FRIST.sub("", text) for text in texts if not PRINTED.search(text)]  # a day of printing is no course day
    found = {code for text in plain for code in _course_days_in(text, plan)}
    if len(found) != 1:
        return None
    code = found.pop()
    mentor = any("mentor" in text.casefold() for text in texts)
    return code if code in _coded(texts) or mentor == (plan.kinds[code] == "mentor") else None


def course_day_of(text: str, plan: Plan) -> str | None:
    """The one course day that a heading or a cell names, whatever else it says."""
    found = _course_days_in(text, plan) or {code for day_ in SOME_DAY.findall(text) for code in _dated_days(day_, plan)}
    code = found.pop() if len(found) == 1 else None
    return code if code and (code[0] == "M" or "mentor" not in text.casefold()) else None


def day_named(text: str) -> date | None:
    """The day a text is; None when it is none."""
    try:
        return day_in(squeezed(text).casefold())
    except ValueError:
        return None


def _course_days_in(text: str, plan: Plan) -> set[str]:
    """Every course day that a text names, by code, in words or by the date it is held."""
    return _named_days(text, plan) | _dated_days(text, plan)


def _coded(texts: Iterable[str]) -> set[str]:
    return {code.upper() for text in texts for code in CODE.findall(text)}


def _named_days(text: str, plan: Plan) -> set[str]:
    codes = {f"M{run}-{day}" for run, day in MENTOR.findall(text)}
    if not codes:
        codes = {f"K{one or other}" for one, other in COURSE.findall(text)} | _coded([text])
    whole = course_day_in(text, plan)
    return (codes | ({whole} if whole else set())) & plan.held.keys()


def _dated_days(text: str, plan: Plan) -> set[str]:
    if not any(map(str.isdigit, text)):
        return set()
    pieces = [piece.strip() for piece in (text, *PIECES.split(text))]
    held = {day_named(without_marks(piece)) for piece in pieces}
    found = {code for code, day_ in plan.held.items() if day_ in held}
    return found or {code for piece in pieces for code in _without_year(piece, plan)}


def _without_year(text: str, plan: Plan) -> set[str]:
    """The course days held on a day that a whole text says without its year: ``26. jan``, ``26/1``."""
    said = DAY_AND_MONTH.fullmatch(text.casefold())
    if said is None:
        return set()
    month = int(said[2]) if said[2].isdecimal() else month_number(said[2])
    return {code for code, held in plan.held.items() if (held.day, held.month) == (int(said[1]), month)}


def told_month(texts: tuple[str, ...]) -> date | None:
    """The one month that the lines over a table, or its sheet's name, say it is about."""
    found = {month for text in texts if not several(text) and (month := month_in(text))}
    return found.pop() if len(found) == 1 else None
