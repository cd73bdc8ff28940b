"""Rows that are one cell, because another character stands between their cells than between those of the file."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from model.intake.files.separators import SEPARATORS
from model.intake.files.workbook import Sheet, address, listed, problem, shown_name
from model.intake.report import Problem

NAMES = {";": "semikolon", "\t": "tabulator", "|": "|", ",": "komma"}
LONGEST = 4  # words of a cell; a longer part is a sentence's
FIGURE = re.compile(r"[<>≤]? ?\d[\d. \u00a0]*|\d{4}[-/m]\d{1,2}", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
TOLD = ("Række {}: hele rækken står i én celle med {} mellem tallene, så den kan ikke læses som filens andre rækker. "
        "Del den i celler, eller slet den.")
MORE = "{} rækker mere står hver i én celle."


def problems(sheets: Iterable[Sheet]) -> list[Problem]:
    """An error for every row of figures that was not taken apart; it may be mended by leaving the row out."""
    return listed([problem(TOLD.format(row, NAMES[mark]), sheet=shown_name(sheet.name), row=row,
                           cell=address(row, column))
                   for sheet in sheets for row, column, mark in _rows(sheet)], MORE)


def _rows(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """(row, column, what stands between) of the rows under the first one of several cells."""
    filled = pd.notna(sheet.cells.to_numpy(dtype=object))
    counts = filled.sum(axis=1)
    several = np.flatnonzero(counts > 1)
    if not len(several):
        return
    width = int(np.bincount(counts[several]).argmax())
    for at in map(int, several[0] + np.flatnonzero(counts[several[0]:] == 1)):
        column = int(filled[at].argmax())
        text = sheet.cells.iat[at, column]
        mark = next((mark for mark in SEPARATORS if isinstance(text, str) and _is_row(text.split(mark), width)), None)
        if mark:
            yield int(sheet.cells.index[at]), column, mark


def _is_row(parts: list[str], width: int) -> bool:
    """Whether the parts of a text are the cells of a row: about as many as the file's, and figures among them."""
    parts = [part.strip(' \u00a0"') for part in parts]
    figures = [part for part in parts if FIGURE.fullmatch(part)]
    if len(parts) < min(width, 3) or any(len(part.split()) > LONGEST or part.endswith(":") for part in parts):
        return False
    if len(parts) == 2:
        return len(figures) == 1 and parts[1] == figures[0] and not YEAR.fullmatch(parts[1]) and ":" not in parts[0]
    return len(figures) >= (1 if len(parts) >= width else 2)
