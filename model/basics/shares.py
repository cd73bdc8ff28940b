"""Shares as they are written: a percentage is printed as its target only where it is exactly that."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from model.basics.formatting import NBSP, number

SMALL = 20  # under this many, a share is not shown: the count speaks
UNJUDGED: Final = None  # a share's target where nothing is judged by it
MOST_DECIMALS = 12  # of a share: beyond these a computer's number says nothing


def percent(value: float) -> str:
    """A whole percentage: a target's, an axis', one that others have printed: ``16 %``. Of a count see ``share``."""
    return _percentage(Decimal(str(value)), 0)


def share(x: int, n: int, *, target: float | None, least: int = 0) -> str:
    """x of n as a percentage that is printed as ``target`` (percent) only when it is exactly that.

    ``target``: what it is judged by, or UNJUDGED. ``least``: decimals that it has at least, as ``decimals_beside`` has
    them. Raises ZeroDivisionError when n is 0.
    """
    return _share_text(*_printed(x, n, target, max(least, _fewest(n))))


def decimals_beside(groups: Iterable[int | None]) -> int:
    """The decimals that the shares of one column or one sentence have at least, so that none has fewer than another.

    ``groups``: what each is a share of; None and those under 20 have no share.
    """
    return max((_fewest(n) for n in groups if n is not None and n >= SMALL), default=0)


def _fewest(n: int) -> int:
    return 0 if n < 100 else 1


def printed_share(x: int, n: int, *, target: float | None) -> Decimal:
    """The percentage that ``share`` prints, with its decimals, to reckon on with what a reader sees."""
    printed, decimals = _printed(x, n, target, _fewest(n))
    return Decimal(printed).scaleb(-decimals)


def decimals_of(value: Decimal) -> int:
    """How many decimals a number is written with."""
    return max(0, -int(value.as_tuple().exponent))


def share_decimals(x: int, n: int, *, target: float | None, least: int = 0) -> int:
    """How many decimals ``share`` writes x of n with, for a program that rounds by itself."""
    return _printed(x, n, target, max(least, _fewest(n)))[1]


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


def share_of(x: int, n: int, *, target: float | None, least: int = 0) -> str:
    """A share with its count: ``14,7 % (14 af 95)``; under 20 only ``2 af 6``. The rest as in ``share``."""
    figure, count = share_and_count(x, n, target=target, least=least)
    return f"{figure} {count}" if count else figure


def share_and_count(x: int, n: int, *, target: float | None, least: int = 0) -> tuple[str, str]:
    """The parts of ``share_of``: ``14,7 %`` and ``(14 af 95)``; under 20 ``2 af 6`` and nothing."""
    count = f"{number(x)} af {number(n)}"
    return (count, "") if n < SMALL else (share(x, n, target=target, least=least), f"({count})")


def interval(low: float, high: float, *, target: float | None) -> str:
    """An interval in percent (0–100), the low end rounded down and the high end up: ``8,9–23,3 %``.

    As near the target as a share, an end has the decimals that keep it on its side: ``14,1–19,97 %`` is under 20.
    """
    return "–".join(_ends(low, high, target))


def interval_words(low: float, high: float, *, target: float | None) -> str:
    """The same in running text: ``8,9 til 23,3 %``."""
    return " til ".join(_ends(low, high, target))


def _ends(low: float, high: float, target: float | None) -> tuple[str, str]:
    (down, few), (up, many) = _end(low, ROUND_FLOOR, target), _end(high, ROUND_CEILING, target)
    return number(down, decimals=few), _percentage(up, many)


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
