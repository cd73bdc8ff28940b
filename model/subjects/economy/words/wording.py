"""Kroner, counts and percentages of a range in Danish: ``450.000–525.000 kr.``."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from model.basics.formatting import NBSP, number
from model.basics.shares import percent
from model.subjects.economy.figures.inputs import Range

UNKNOWN = "kan ikke beregnes"
KRONE, ORE = Decimal(1), Decimal("0.01")


def numbers(value: Range | None, *, decimals: int = 0) -> str:
    """``90–100``, ``579,67``, one number where both ends are printed alike; ``fra −20 til 30`` under nothing."""
    if value is None:
        return UNKNOWN
    low, high = (number(end, decimals=decimals) for end in (value.low, value.high))
    if low == high:
        return low
    return f"{low}–{high}" if value.low >= 0 else f"fra {low} til {high}"


def kroner(value: Range | None, *, decimals: int = 0) -> str:
    """``1.055.000 kr.`` with non-breaking spaces; ``ca. 1.055.000 kr.`` where it is only about so much."""
    if value is None:
        return UNKNOWN
    return f"{f'ca.{NBSP}' if value.about else ''}{numbers(value, decimals=decimals)}{NBSP}kr."


def exact_kroner(value: Range | None) -> str:
    """One number with øre where there are any: ``1.100 kr.``, ``579,67 kr.``; a range, and what is only about so much,
    in whole kroner: ``ca. 580 kr.``.
    """
    whole = value is None or value.about or len(value.ends) > 1 or not value.low % 1
    return kroner(value, decimals=0 if whole else 2)


def adding_up(parts_and_sum: Sequence[Range | None]) -> list[Range | None]:
    """Parts and, last, their sum in whole øre, or kroner where the sum is only about so much: what is printed adds up.

    What rounding takes from the sum, the parts that lost most are given. Ranges and what is not known stay as they are.
    """
    if any(value is None or len(value.ends) > 1 for value in parts_and_sum):
        return list(parts_and_sum)
    *parts, whole = (value for value in parts_and_sum if value is not None)
    unit = KRONE if whole.about else ORE
    rounded = [_in(unit, part.low) for part in parts]
    missing = int((_in(unit, whole.low) - sum(rounded)) / unit)
    by_loss = sorted(range(len(parts)), key=lambda at: (rounded[at] - parts[at].low) * (1 if missing > 0 else -1))
    for at in by_loss[:abs(missing)]:
        rounded[at] += unit if missing > 0 else -unit
    return [*(Range(value, value, part.about) for value, part in zip(rounded, parts, strict=True)), whole]


def _in(unit: Decimal, amount: Decimal) -> Decimal:
    return amount.quantize(unit, ROUND_HALF_UP)


def percents(value: Range | None) -> str:
    """``15–17 %`` with a non-breaking space: what is asked of a calculation, judged by no target."""
    if value is None:
        return UNKNOWN
    low, high = percent(float(value.low)), percent(float(value.high))
    return high if low == high else f"{number(float(value.low))}–{high}"


def counted(value: Range, one: str, many: str) -> str:
    """``1 kandidat``, ``90–100 kandidater``."""
    return f"{numbers(value)} {one if value.ends == (Decimal(1),) else many}"
