"""Numbers that Excel has made dates of: ``1-5`` becomes 1 May, ``5-10`` 5 October, and 61 a day of the year 1900."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from model.intake.cells.cell_text import squeezed
from model.intake.cells.date_text import NAME, TIME, day_in, month_number

DAY_MONTH = re.compile(rf"(\d{{1,2}})[. -]{{0,2}}({NAME})\.?")
MONTH_NUMBER = re.compile(rf"({NAME})\.?[ -]?(\d{{1,2}})")
SERIAL = re.compile(r"[34]\d{4}")  # a day as Excel counts them, 1982 to 2036
RANGE = re.compile(r"(\d+)-(\d+)")
DAY_ZERO = date(1899, 12, 30)
SMALL = 10  # up to here two numbers may be the limits of a hidden count
LAST_OF_COUNTS = 1920  # a day before this year is a number of days shown as a date


def choice_in(text: str, choices: Collection[str]) -> str | None:
    """The choice such as ``1-5`` that Excel made this date of; None when it is of none or of several."""
    pair = _numbers(squeezed(text).casefold())
    ranges = {choice: (int(found[1]), int(found[2])) for choice in choices if (found := RANGE.fullmatch(choice))}
    if pair is None or not ranges:
        return None
    meant = [choice for choice, numbers in ranges.items() if set(numbers) == set(pair)
             or (pair[0] == pair[1] == numbers[1])]
    return meant[0] if len(meant) == 1 else None


def may_be(text: str, choices: Collection[str]) -> bool:
    """Whether a text is a date that Excel may have made of one of the choices, though it is not to see of which."""
    return any(map(RANGE.fullmatch, choices)) and told(text) is not None


def told(text: str) -> str | None:
    """What is to be said of a count that is a date; None when it is none."""
    plain = squeezed(text).casefold()
    pair = _numbers(plain) if not SERIAL.fullmatch(plain) else None
    if pair is None:
        return None
    when = _day(plain)
    if when and when.year < LAST_OF_COUNTS:
        return (f"er en dato, ikke et antal. Excel viser nok tallet {(when - DAY_ZERO).days} som en dato: vælg "
                "formatet »Tal« for cellen.")
    made = f"er en dato, ikke et antal. Excel kan have lavet »{pair[0]}-{pair[1]}« eller et andet tal om til en dato: "
    if max(pair) <= SMALL:
        made += "er tallet skjult, så skriv grænsen som »<5«; ellers "
    return f"{made}skriv tallet igen, og vælg formatet »Tal«."


def day_of(text: str) -> date | None:
    """The day that a number such as ``40238`` is to Excel; None when it is none of our time."""
    plain = squeezed(text)
    return DAY_ZERO + timedelta(days=int(plain)) if SERIAL.fullmatch(plain) else None


def _numbers(plain: str) -> tuple[int, int] | None:
    """The two numbers that a date is made of, as they were typed."""
    if found := DAY_MONTH.fullmatch(plain):
        return int(found[1]), month_number(found[2]) or 0
    if found := MONTH_NUMBER.fullmatch(plain):
        return month_number(found[1]) or 0, int(found[2])
    when = day_of(plain) or _day(plain)
    return (when.day, when.month) if when else None


def _day(plain: str) -> date | None:
    try:
        return day_in(TIME.sub("", plain))
    except ValueError:
        return None
