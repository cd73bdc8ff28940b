"""A sheet's cells as texts, and what is no row of a list: sums."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from model.formatting import normalise
from model.importing.cells.cell_text import squeezed, written
from model.importing.columns import own_words, sums
from model.importing.files.workbook import Marks

ANSWERS = frozenset(map(normalise, ("n", "answers", "responses", "respondents", "respondenter", "besvarelser")))
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


def is_sum(line: Collection[str]) -> bool:
    """Whether a row adds up others: its first text says so, and nothing else but whom or what it adds up."""
    first = next((text for text in line if text), "")
    how, of = sums.summed(first) or (None, "")
    return how == "sum" and all(normalise(word) in ANSWERS or own_words.veiled(word) == word for word in of.split())


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
