"""Days and months as Danes write them. The day comes first, always: American order is never guessed."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

from model.basics.formatting import COPENHAGEN

MONTH_NAMES = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
               "november", "december")
ENGLISH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                 "november", "december")
SHORT_NAMES = {full[:size]: number for names in (MONTH_NAMES, ENGLISH_NAMES) for number, full in enumerate(names, 1)
               for size in range(3, len(full) + 1)}  # three letters or more: no two months begin alike
NAME = (r"jan(?:uary?)?|feb(?:r(?:uary?)?)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:ust)?"
        r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?")
TIME = re.compile(r"(?:t|,? +(?:kl\.? ?)?)(?P<hour>\d{1,2})[:.](?P<minute>\d\d)"
                  r"(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.?m\.?)?"
                  r"(?: ?(?P<zone>z|utc|gmt|"
                  r"(?:(?:utc|gmt)?[+]|(?<=[:.]\d\d[:.]\d\d)-|(?<=[:.]\d\d\d)-)\d\d(?::?\d\d)?))?$")
NUMERIC = re.compile(r"(\d{1,2})(?:[-/.]| ?[-/.] ?| )(\d{1,2})(?:[-/.]| ?[-/.] ?| )(\d{4}|\d{2})")
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
NAMED = re.compile(rf"(?:[a-zæøå]+dag,? )?(?:d\. |den )?(\d{{1,2}})[. -]{{0,2}}({NAME})[., -]{{1,2}}(\d{{4}}|\d{{2}})")
PIVOT = 50  # two-digit years below this are 20xx
YEARS = range(1900, 2100)


def month_number(name: str) -> int | None:
    """1–12 for a month's name, Danish or English, or its first three letters or more: ``okt``, ``sept.``, ``March``."""
    return SHORT_NAMES.get(name.casefold().rstrip("."))


def full_year(digits: str) -> int:
    """``09`` is 2009, ``2009`` is itself."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < PIVOT else 1900)


def day_in(text: str) -> date | None:
    """The day a whole (squeezed, case-folded) text names. Raises ValueError when it is no day of the calendar."""
    when = moment_in(text)
    return when.date() if when else None


def moment_in(text: str) -> datetime | None:
    """The moment a text names, midnight when it names a day; one with a time zone is told in Danish time.

    Raises ValueError when it is no moment of the calendar.
    """
    clock = TIME.search(text)
    parts = _parts(text[:clock.start()] if clock else text)
    if parts is None:
        return None
    if parts[0] not in YEARS:
        raise ValueError(text)
    when = datetime(*parts)
    if clock is None:
        return when
    when += _since_midnight(clock)
    if clock["zone"]:
        when = when.replace(tzinfo=_zone(clock["zone"])).astimezone(COPENHAGEN).replace(tzinfo=None)
    return when


def other_order(text: str) -> date | None:
    """The day that a text of figures names to an American, the month before the day; None when it names none."""
    found = NUMERIC.fullmatch(TIME.sub("", text))
    try:
        return date(full_year(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def _since_midnight(clock: re.Match[str]) -> timedelta:
    hour, minute, second = int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0)
    if hour > 24 or minute > 59:
        raise ValueError(clock[0])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] == "p" else 0)
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _zone(said: str) -> timezone:
    """``z``, ``+01:00``, ``utc+1`` or ``-0500`` as a time zone."""
    offset = said.removeprefix("utc").removeprefix("gmt").replace(":", "")
    if not offset or offset == "z":
        return UTC
    ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:] or 0))
    return timezone(ahead if offset[0] == "+" else -ahead)


def _parts(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) as written, unchecked."""
    if found := ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := NUMERIC.fullmatch(text):
        return full_year(found[3]), int(found[2]), int(found[1])
    if found := NAMED.fullmatch(text):
        return full_year(found[3]), month_number(found[2]) or 0, int(found[1])
    return None
