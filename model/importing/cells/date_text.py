"""Days and months as Danes write them. The day comes first, always: American order is never guessed."""

import re
from datetime import date

MONTH_NAMES = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
               "november", "december")
NAME = (r"jan(?:uar)?|feb(?:r(?:uar)?)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?"
        r"|nov(?:ember)?|dec(?:ember)?")
TIME = re.compile(r"(?:t|,? +(?:kl\.? ?)?)\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:z|[+]\d\d:?\d\d)?$")
NUMERIC = re.compile(r"(\d{1,2})(?:[-/.]| ?[-/.] ?| )(\d{1,2})(?:[-/.]| ?[-/.] ?| )(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
NAMED = re.compile(rf"(?:[a-zæøå]+dag,? )?(?:d\. |den )?(\d{{1,2}})[. -]{{0,2}}({NAME})[., -]{{1,2}}(\d{{4}}|\d{{2}})")
PIVOT = 50  # two-digit years below this are 20xx
YEARS = range(1900, 2100)


def month_number(name: str) -> int | None:
    """1–12 for a month's name or its first three letters or more: ``okt``, ``sept.``, ``marts``."""
    plain = name.casefold().rstrip(".")
    return next((i for i, full in enumerate(MONTH_NAMES, 1) if len(plain) >= 3 and full.startswith(plain)), None)


def full_year(digits: str) -> int:
    """``09`` is 2009, ``2009`` is itself."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < PIVOT else 1900)


def day_in(text: str) -> date | None:
    """The day a whole (squeezed, case-folded) text names. Raises ValueError when it is no day of the calendar."""
    plain = TIME.sub("", text)
    parts = _parts(plain)
    if parts is None:
        return None
    year, month, day = parts
    if year not in YEARS:
        raise ValueError(text)
    return date(year, month, day)


def _parts(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) as written, unchecked."""
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := NUMERIC.fullmatch(text):
        return full_year(found[3]), int(found[2]), int(found[1])
    if found := NAMED.fullmatch(text):
        return full_year(found[3]), month_number(found[2]) or 0, int(found[1])
    return None
