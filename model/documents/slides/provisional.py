"""A line's provisional points as lines of their own, so that each number stands once and the word for it natively."""

from dataclasses import replace

from model.drawing.chart import Series
from model.drawing.svg.line import PARTED

WORD = "foreløbig"


def parts(series: Series) -> list[Series]:
    """The main line without its provisional points, and a line of those for each word they have; others as they are."""
    if series.role != "main":
        return [series]
    words = _words(series)
    settled = replace(series, values=tuple(None if word else value
                                           for word, value in zip(words, series.values, strict=True)),
                      provisional=())
    return [settled, *(_of(series, words, word) for word in dict.fromkeys(words) if word)]


def is_one(series: Series) -> bool:
    """Whether it is a line of provisional points."""
    return series.role == "main" and any(series.provisional)


def _of(series: Series, words: list[str], word: str) -> Series:
    values = tuple(value if own == word else None for own, value in zip(words, series.values, strict=True))
    return replace(series, name=word[:1].upper() + word[1:], values=values, gaps=(),
                   provisional=tuple(own == word for own in words))


def _words(series: Series) -> list[str]:
    """By month what a hollow point is: the last words of its own text; empty where it is none."""
    flags = series.provisional or (False,) * len(series.months)
    return [(label.rpartition(PARTED)[2] if PARTED in label else WORD) if hollow and value is not None else ""
            for label, hollow, value in zip(series.labels, flags, series.values, strict=True)]
