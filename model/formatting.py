"""Danish text for numbers, shares, months and dates. Nothing else in the project formats a figure."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

LOCALE = "da"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NBSP = "\u00a0"
MINUS = "\u2212"
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SMALL = 20  # under this many, a share is not shown: the count speaks


@lru_cache(maxsize=20_000, typed=True)
def number(value: float | int, *, decimals: int = 0) -> str:
    """A number as Danes write it: ``1.055``, ``12,5``, ``−3``. Halves round away from zero."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0  # minus nothing is nothing
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(exact, format=pattern, locale=LOCALE).replace("-", MINUS)


def signed(value: float | int, *, decimals: int = 0) -> str:
    """A change with its sign: ``+12``, ``−3``, ``0``."""
    text = number(value, decimals=decimals)
    return f"+{text}" if value > 0 and text.strip("0,") else text


def percent(value: float, *, decimals: int = 1) -> str:
    """A percentage (0–100) with a non-breaking space: ``16,8 %``."""
    return f"{number(value, decimals=decimals)}{NBSP}%"


def share(x: int, n: int, *, target: int | None = None) -> str:
    """x of n as a percentage whose rounding never crosses ``target`` (percent).

    No decimals under n = 100, else one; decimals are added until the printed number stands on the
    same side of the target as the exact one, and on the target only if the exact one does.
    Raises ZeroDivisionError when n is 0.
    """
    exact = Decimal(100 * x) / Decimal(n)
    decimals = 0 if n < 100 else 1
    while target is not None and _crosses(exact, decimals, target):
        decimals += 1
    return f"{number(exact, decimals=decimals)}{NBSP}%"  # type: ignore[arg-type]


def _crosses(exact: Decimal, decimals: int, target: int) -> bool:
    shown = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return ((exact >= target) != (shown >= target) or (shown == target != exact)) and decimals < 12


def share_of(x: int, n: int, *, target: int | None = None) -> str:
    """A share with its count: ``14,7 % (14 af 95)``; under 20 only ``2 af 6``."""
    count = f"{number(x)} af {number(n)}"
    return count if n < SMALL else f"{share(x, n, target=target)} ({count})"


def interval(low: float, high: float) -> str:
    """An interval in percent (0–100), the low end rounded down and the high end up: ``8,9–23,3 %``."""
    down = Decimal(str(low)).quantize(Decimal("0.1"), ROUND_FLOOR)
    up = Decimal(str(high)).quantize(Decimal("0.1"), ROUND_CEILING)
    return f"{number(float(down), decimals=1)}–{number(float(up), decimals=1)}{NBSP}%"


def en_dash(choice: str) -> str:
    """A stored range as it is printed: ``1-5`` becomes ``1–5``. For codes with a range in them, never for free text."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", choice)


def plural(count: int, one: str, many: str) -> str:
    """``1 person``, ``12 personer``."""
    return f"{number(count)} {one if abs(count) == 1 else many}"


def persons(count: int) -> str:
    """``1 person``, ``12 personer``."""
    return plural(count, "person", "personer")


def listing(names: Iterable[str]) -> str:
    """``Skive, Lemvig og Odder``."""
    parts = list(names)
    return " og ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


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


@lru_cache(maxsize=2_000)
def month_short(month: date) -> str:
    """``mar. 2010``."""
    return format_date(month, "MMM yyyy", locale=LOCALE)


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
