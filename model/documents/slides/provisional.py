"""A line's provisional points as a line of their own, so that each number stands once and the word for it natively."""

from dataclasses import replace

from model.basics.formatting import capital
from model.drawing.chart import Series

WORD = "foreløbig"  # of hollow points that have no word of their own


def parts(series: Series) -> list[Series]:
    """The main line without its provisional points, and a line of those where it has any; others as they are."""
    if series.role != "main":
        return [series]
    flags = series.provisional or (False,) * len(series.months)
    hollow = tuple(flag and value is not None for flag, value in zip(flags, series.values, strict=True))
    settled = replace(series, values=_where(series, hollow, False), provisional=())
    if not any(hollow):
        return [settled]
    return [settled, replace(series, name=capital(series.hollow or WORD), values=_where(series, hollow, True), gaps=(),
                             provisional=hollow)]


def is_one(series: Series) -> bool:
    """Whether it is a line of provisional points."""
    return series.role == "main" and any(series.provisional)


def _where(series: Series, hollow: tuple[bool, ...], wanted: bool) -> tuple[float | None, ...]:
    return tuple(value if flag is wanted else None for flag, value in zip(hollow, series.values, strict=True))
