"""Danish text for numbers, words, months and dates; shares are written by ``shares``. Nothing else formats a figure."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from textwrap import shorten
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

LOCALE = "da"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NBSP = "\u00a0"
MINUS = "\u2212"
DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


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


def genitive(name: str) -> str:
    """``Viborgs``, ``Aarhus'``, ``BRM's``, ``Mål 2's``."""
    if name.endswith("s"):
        return f"{name}'"
    return f"{name}'s" if name[-1:].isupper() or name[-1:].isdigit() else f"{name}s"


def capital(text: str) -> str:
    """A text as a sentence begins, or stands alone: with a capital letter."""
    return text[:1].upper() + text[1:]


def shortened(text: str, longest: int) -> str:
    """The words of a text that ``longest`` letters have room for; a first word that is longer is cut inside."""
    begun = " ".join(text.split())
    first = begun.partition(" ")[0]
    return f"{begun[:longest - 2]} …" if len(first) > longest - 2 else shorten(begun, longest, placeholder=" …")


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


def day_long(when: date | datetime) -> str:
    """``12. april 2010``."""
    return format_date(local_date(when), "d. MMMM yyyy", locale=LOCALE)


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
