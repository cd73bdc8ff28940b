"""Danish text for numbers, shares, months and dates. Nothing else in the project formats a figure."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

LOCALE = "da"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NBSP = "\u00a0"
MINUS = "\u2212"
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SMALL = 20  # under this many, a share is not shown: the count speaks
UNJUDGED: Final = None  # a share's target where nothing is judged by it
MOST_DECIMALS = 12  # of a share: beyond these a computer's number says nothing


@lru_cache(maxsize=20_000, typed=True)
def number(value: float | Decimal, *, decimals: int = 0) -> str:
    """A number as Danes write it: ``1.055``, ``12,5``, ``−3``. Halves round away from zero."""
    exact = half_up(value, decimals) + 0  # minus nothing is nothing
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(exact, format=pattern, locale=LOCALE).replace("-", MINUS)


def half_up(value: float | Decimal, decimals: int) -> Decimal:
    """A value rounded as ``number`` rounds it."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def signed(value: float | int, *, decimals: int = 0) -> str:
    """A change with its sign: ``+12``, ``−3``, ``0``."""
    text = number(value, decimals=decimals)
    return f"+{text}" if value > 0 and text.strip("0,") else text


def percent(value: float) -> str:
    """A whole percentage: a target's, an axis', one that others have printed: ``16 %``. Of a count see ``share``."""
    return _percentage(Decimal(str(value)), 0)


def share(x: int, n: int, *, target: float | None) -> str:
    """x of n as a percentage that is printed as ``target`` (percent) only when it is exactly that.

    ``target``: what it is judged by, or UNJUDGED. Raises ZeroDivisionError when n is 0.
    """
    return _share_text(*_printed(x, n, target, 0 if n < 100 else 1))


def printed_share(x: int, n: int, *, target: float | None) -> Decimal:
    """The percentage that ``share`` prints, with its decimals, to reckon on with what a reader sees."""
    printed, decimals = _printed(x, n, target, 0 if n < 100 else 1)
    return Decimal(printed).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    """How many decimals a number is written with."""
    return max(0, -int(value.as_tuple().exponent))


def share_decimals(x: int, n: int, *, target: float | None) -> int:
    """How many decimals ``share`` writes x of n with, for a program that rounds by itself."""
    return _printed(x, n, target, 0 if n < 100 else 1)[1]


def value_decimals(value: float, *, target: float | None) -> int:
    """The same for a percentage (0–100) whose count is not at hand: one, and more as near the target as needs them."""
    x, n = float(value).as_integer_ratio()
    return _printed(x, 100 * n, target, 1)[1]


def _printed(x: int, n: int, target: float | None, fewest: int) -> tuple[int, int]:
    """The percentage of x of n in units of its last decimal, and how many decimals it has; halves round up.

    They are as many as it takes for what is printed to stand on the same side of the target as x of n, or on it.
    """
    x, n, decimals = int(x), int(n), fewest
    while True:
        unit = 10**decimals
        printed = (200 * x * unit + n) // (2 * n)
        if target is None or decimals == MOST_DECIMALS:
            return printed, decimals
        aimed, exact, asked = target * unit, 100 * x, target * n
        if (printed > aimed, printed < aimed) == (exact > asked, exact < asked):
            return printed, decimals
        decimals += 1


def label_decimals(value: float, words: str) -> int | None:
    """How many decimals a percentage (0–100) is written with in a label that is nothing but it; None of another."""
    return next((few for few in range(MOST_DECIMALS + 1) if _percentage(Decimal(str(value)), few) == words), None)


@lru_cache(maxsize=20_000)
def _share_text(printed: int, decimals: int) -> str:
    return _percentage(Decimal(printed).scaleb(-decimals), decimals)


def _percentage(value: Decimal, decimals: int) -> str:
    """``16,8 %`` with a non-breaking space."""
    return f"{number(value, decimals=decimals)}{NBSP}%"


def share_of(x: int, n: int, *, target: float | None) -> str:
    """A share with its count: ``14,7 % (14 af 95)``; under 20 only ``2 af 6``. ``target`` as in ``share``."""
    figure, count = share_and_count(x, n, target=target)
    return f"{figure} {count}" if count else figure


def share_and_count(x: int, n: int, *, target: float | None) -> tuple[str, str]:
    """The parts of ``share_of``: ``14,7 %`` and ``(14 af 95)``; under 20 ``2 af 6`` and nothing."""
    count = f"{number(x)} af {number(n)}"
    return (count, "") if n < SMALL else (share(x, n, target=target), f"({count})")


def interval(low: float, high: float, *, target: float | None) -> str:
    """An interval in percent (0–100), the low end rounded down and the high end up: ``8,9–23,3 %``.

    As near the target as a share, an end has the decimals that keep it on its side: ``14,1–19,97 %`` is under 20.
    """
    (down, few), (up, many) = _end(low, ROUND_FLOOR, target), _end(high, ROUND_CEILING, target)
    return f"{number(down, decimals=few)}–{_percentage(up, many)}"


def end_decimals(end: float, *, target: float | None, low: bool) -> int:
    """How many decimals a program that rounds to the nearest needs, lest an interval's end be moved inwards.

    ``low``: the end is the lower one. It is not moved onto the target either.
    """
    exact = Decimal(str(end))
    for decimals in range(1, MOST_DECIMALS):
        printed = _cut(exact, decimals, ROUND_HALF_UP)
        inwards = printed > exact if low else printed < exact
        if not inwards and (printed == exact or printed != target):
            return decimals
    return MOST_DECIMALS


def _end(value: float, rounding: str, target: float | None) -> tuple[Decimal, int]:
    exact = Decimal(str(value))
    for decimals in range(1, MOST_DECIMALS):
        printed = _cut(exact, decimals, rounding)
        if printed == exact or printed != target:
            return printed, decimals
    return exact, MOST_DECIMALS


def _cut(exact: Decimal, decimals: int, rounding: str) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding)


def percent_format(decimals: int, *, sign: str = "%") -> str:
    """How a program that rounds by itself is told to write a fraction as a percentage: ``0.0%``."""
    return f"0{'.' if decimals else ''}{'0' * decimals}{sign}"


def en_dash(choice: str) -> str:
    """A stored range as it is printed: ``1-5`` becomes ``1–5``. For codes with a range in them, never for free text."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", choice)


def plural(count: int, one: str, many: str) -> str:
    """``1 person``, ``12 personer``."""
    return f"{number(count)} {one if abs(count) == 1 else many}"


def persons(count: int) -> str:
    """``1 person``, ``12 personer``."""
    return plural(count, "person", "personer")


def listing(names: Iterable[str], *, word: str = "og") -> str:
    """``Skive, Lemvig og Odder``; ``word``: what stands before the last, ``eller`` of what is to be chosen between."""
    parts = list(names)
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def capital(text: str) -> str:
    """A text as a sentence begins, or stands alone: with a capital letter."""
    return text[:1].upper() + text[1:]


def alphabetical(text: str) -> str:
    """A key that sorts names as Danes do: æ, ø and å last, and aa as å."""
    folded = text.casefold().replace("aa", "å")
    return folded.translate(str.maketrans("æøå", "\ue000\ue001\ue002"))


def without_direction_marks(text: str) -> str:
    """The text without the unseen signs that turn the order of letters, as a pasted text may bring them along."""
    return DIRECTION_MARKS.sub("", text)


@lru_cache(maxsize=2_000)
def month_long(month: date) -> str:
    """``marts 2010``."""
    return format_date(month, "MMMM yyyy", locale=LOCALE)


def month_name(month: date) -> str:
    """``marts``."""
    return format_date(month, "MMMM", locale=LOCALE)


@lru_cache(maxsize=2_000)
def month_short(month: date) -> str:
    """``mar. 2010``."""
    return " ".join(month_and_year(month))


@lru_cache(maxsize=2_000)
def month_and_year(month: date) -> tuple[str, str]:
    """The parts of ``month_short``: ``mar.`` and ``2010``."""
    return format_date(month, "MMM", locale=LOCALE), f"{month.year}"


def month_key(month: date) -> str:
    """``2010-03``, as in addresses and on the command line."""
    return f"{month:%Y-%m}"


def parse_month_key(text: str) -> date:
    """The first of the month of ``2010-03``. Raises ValueError."""
    return datetime.strptime(text, "%Y-%m").date()


def day(when: date | datetime) -> str:
    """``12. apr. 2010``; a datetime is shown on its day in Copenhagen."""
    return format_date(local_date(when), "d. MMM yyyy", locale=LOCALE)


def moment(when: datetime) -> str:
    """``12. apr. 2010 kl. 14.05`` in Copenhagen time."""
    return format_datetime(when, "d. MMM yyyy 'kl.' HH.mm", tzinfo=COPENHAGEN, locale=LOCALE)


def local_date(when: date | datetime) -> date:
    """The day in Copenhagen of a datetime (without a zone: UTC, as databases return it); a date as it is."""
    if not isinstance(when, datetime):
        return when
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(COPENHAGEN).date()


def today() -> date:
    """Today in Copenhagen."""
    return datetime.now(COPENHAGEN).date()


@lru_cache(maxsize=20_000, typed=True)
def normalise(text: str) -> str:
    """A heading or name reduced for comparison: lower case, æøå as ae oe aa, letters and digits only."""
    folded = unicodedata.normalize("NFC", text).casefold()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("ä", "ae"), ("ö", "oe"), ("é", "e"), ("ü", "u")):
        folded = folded.replace(letter, plain)
    return re.sub(r"[^a-z0-9%+]", "", folded)
