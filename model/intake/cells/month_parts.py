"""A year, or a month without its year, alone in a cell."""

import re
from datetime import date
from functools import lru_cache

from model.intake.cells.cell_text import squeezed, without_decimals, written
from model.intake.cells.date_text import NAME, full_year, month_number
from model.intake.cells.month_text import month_of

FULL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SHORT_YEAR = re.compile(r"['’]?(\d\d)")
BARE_NAME = re.compile(rf"({NAME})\.?(?: måned)?")
BARE_NUMBER = re.compile(r"m?0?([1-9]|1[0-2])\.?")
ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")


def year(cell: object) -> int | None:
    """The year that a cell says and nothing more: ``2010``, ``År 2010``."""
    text = _text(cell).removeprefix("år ")
    return int(text) if FULL_YEAR.fullmatch(text) else None


def meant_year(cell: object) -> int | None:
    """The year that a cell which says none probably means: ``'10``, a day of one."""
    short = SHORT_YEAR.fullmatch(_text(cell))
    return full_year(short[1]) if short else cell.year if isinstance(cell, date) else None


@lru_cache(maxsize=4096)
def whole_year(cell: object) -> int | None:
    """The year of a month that is written with it."""
    try:
        return month_of(written(cell) or "").year
    except ValueError:
        return None


def named(cell: object) -> int | None:
    """The number of a month that a cell names and nothing more: ``jan``, ``Marts``."""
    if not isinstance(cell, str):
        return None
    text = _text(cell)
    if found := BARE_NAME.fullmatch(text):
        return month_number(found[1])
    return ENGLISH.index(text) + 1 if text in ENGLISH else None


def number(cell: object) -> int | None:
    """The number of a month by its name or its number alone."""
    found = BARE_NUMBER.fullmatch(_text(cell))
    return int(found[1]) if found else named(cell)


def _text(cell: object) -> str:
    return without_decimals(squeezed(written(cell) or "").casefold())
