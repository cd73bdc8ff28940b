"""Kroner, counts and percentages of a range in Danish: ``450.000–525.000 kr.``."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from model.basics.formatting import NBSP, number
from model.basics.shares import percent
from model.subjects.economy.figures.inputs import Range, exactly

UNKNOWN = "kan ikke beregnes"
ORE = Decimal("0.01")


def numbers(value: Range | None, *, decimals: int = 0) -> str:
    """``90–100``, ``579,67``, one number where both ends are printed alike; ``fra −20 til 30`` under nothing."""
    if value is None:
        return UNKNOWN
    low, high = (number(end, decimals=decimals) for end in (value.low, value.high))
    if low == high:
        return low
    return f"{low}–{high}" if value.low >= 0 else f"fra {low} til {high}"


def kroner(value: Range | None, *, decimals: int = 0) -> str:
    """``1.055.000 kr.`` with a non-breaking space."""
    return UNKNOWN if value is None else f"{numbers(value, decimals=decimals)}{NBSP}kr."


def exact_kroner(value: Range | None) -> str:
    """One number with øre where there are any, a range in whole kroner: ``579,67 kr.``, ``1.100 kr.``."""
    return kroner(value, decimals=2 if value is not None and len(value.ends) == 1 and value.low % 1 else 0)


def adding_up(parts_and_sum: Sequence[Range | None]) -> list[Range | None]:
    """Parts and, last, their sum in whole øre, so that the printed parts add up to the printed sum.

    What rounding takes from the sum, the parts that lost most are given. Ranges and what is not known stay as they are.
    """
    if any(value is None or len(value.ends) > 1 for value in parts_and_sum):
        return list(parts_and_sum)
    *parts, whole = (value.low for value in parts_and_sum if value is not None)
    rounded = [_ore(part) for part in parts]
    missing = int((_ore(whole) - sum(rounded)) / ORE)
    by_loss = sorted(range(len(parts)), key=lambda at: (rounded[at] - parts[at]) * (1 if missing > 0 else -1))
    for at in by_loss[:abs(missing)]:
        rounded[at] += ORE if missing > 0 else -ORE
    return [*map(exactly, rounded), parts_and_sum[-1]]


def _ore(amount: Decimal) -> Decimal:
    return amount.quantize(ORE, ROUND_HALF_UP)


def percents(value: Range | None) -> str:
    """``15–17 %`` with a non-breaking space: what is asked of a calculation, judged by no target."""
    if value is None:
        return UNKNOWN
    low, high = percent(float(value.low)), percent(float(value.high))
    return high if low == high else f"{number(float(value.low))}–{high}"


def counted(value: Range, one: str, many: str) -> str:
    """``1 kandidat``, ``90–100 kandidater``."""
    return f"{numbers(value)} {one if value.ends == (Decimal(1),) else many}"
