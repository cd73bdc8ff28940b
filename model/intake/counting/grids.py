"""A sheet's cells as texts, and what is no row of a list: sums."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from model.basics.formatting import normalise
from model.intake.cells.cell_text import squeezed, written
from model.intake.cells.presence import presence
from model.intake.cells.rating_words import is_unsure, rating
from model.intake.columns import own_words, sums
from model.intake.files.workbook import Marks

COUNTED = frozenset(map(normalise, (
    "n", "answers", "responses", "respondents", "respondenter", "besvarelser", "participants", "attendees", "people",
    "persons", "registered", "attended", "present", "result", "stede", "listen")))  # which are added up
NUMBER = re.compile(r"\d[\d.]*(?:,\d+)? ?%?")
Texts = np.ndarray  # rows × columns of str, "" where a cell is empty


def texts(cells: pd.DataFrame) -> Texts:
    """Every cell as a Dane would type it."""
    values = cells.to_numpy(dtype=object)
    known: dict[object, str] = {}

    def text(cell: object) -> str:
        key = (type(cell), cell)
        if key not in known:
            known[key] = squeezed(written(cell) or "")
        return known[key]

    return np.array([[text(cell) if cell is not None else "" for cell in line] for line in values],
                    dtype=object).reshape(values.shape)


def is_number(text: str) -> bool:
    """Whether a cell holds a number or a percentage."""
    return NUMBER.fullmatch(text) is not None


def is_rating(text: str) -> bool:
    """Whether a cell says in words how satisfied somebody was, or that it is not known."""
    return bool(text) and not is_number(text) and (rating(text) is not None or is_unsure(text))


def rated(texts: Texts) -> int | None:
    """The column with most words for how satisfied somebody is; None where there are none."""
    ratings = [sum(map(is_rating, texts[:, at])) for at in range(texts.shape[1])]
    return ratings.index(max(ratings)) if any(ratings) else None


def is_sum(line: Sequence[str], answers: int | None = None) -> bool:
    """Whether a row adds up others: its first text says so, and nothing else but whom or what it adds up.

    Where it begins with the sum, other ordinary words may follow: »I alt på listen«. They may not among the answers,
    beside somebody's answer or attendance, nor as a name is written. answers: their column.
    """
    at, first = next(((at, text) for at, text in enumerate(line) if text), (0, ""))
    said = sums.totalled(first)
    words = own_words.WORD.findall(said[1]) if said else []
    if said is None or any(map(is_rating, words)):
        return False
    if all(normalise(word) in COUNTED or own_words.veiled(word) == word for word in words):
        return True
    return said[0] and at != answers and all(map(str.islower, words)) and not any(map(_is_of_one, line[at + 1:]))


def _is_of_one(text: str) -> bool:
    """Whether a cell says of one person whether they came or how satisfied they were."""
    return is_rating(text) or (any(map(str.isalpha, text)) and presence(text) is not None)


def carried(body: Texts, marks: Marks, numbers: np.ndarray) -> Texts:
    """The cells with what stands in a merged one on each of the rows it covers. numbers: the rows' own."""
    made = body.copy()
    at = {int(row): position for position, row in enumerate(numbers)}
    for area in marks.merged:
        if area.left == area.right < made.shape[1] and area.top in at:
            for row in range(area.top + 1, area.bottom + 1):
                if row in at:
                    made[at[row], area.left] = made[at[row], area.left] or made[at[area.top], area.left]
    return made
