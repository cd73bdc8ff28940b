"""Calendar arithmetic on months, each held as the date of its first day."""

from datetime import date, timedelta


def shift(month: date, by: int) -> date:
    """The month ``by`` months later (negative: earlier)."""
    index = month.year * 12 + month.month - 1 + by
    return date(index // 12, index % 12 + 1, 1)


def between(first: date, last: date) -> int:
    """How many months ``last`` lies after ``first``."""
    return (last.year - first.year) * 12 + last.month - first.month


def span(first: date, last: date) -> list[date]:
    """Every month from ``first`` to ``last``, both included; empty when ``last`` comes first."""
    return [shift(first, i) for i in range(between(first, last) + 1)]


def last_day(month: date) -> date:
    """The month's last day."""
    return shift(month, 1) - timedelta(days=1)
