"""Dates in a column of months that may be another month's: asked about once for each text, or once for the column."""

import re
from collections.abc import Iterator
from datetime import date

import numpy as np

from model.basics.formatting import listing, month_key, month_long
from model.intake.cells import values
from model.intake.cells.cell_text import written
from model.intake.cells.month_text import firsts_in_other_order, possible
from model.intake.files.workbook import column_letters
from model.intake.mending.question_ids import plain, question_id
from model.intake.report import Answers, Option, Problem

GATE = 3
SHOWN = 5  # rows that are named
DATE = re.compile(r"[\d./: -]+")  # says the same however its figures are parted
AMERICAN, DANISH = "american", "danish"


def settled(grid: np.ndarray, rows: np.ndarray, column: int, heading: str, *, sheet: str,
            answers: Answers | None, used: np.ndarray | None = None) -> tuple[np.ndarray, list[Problem]]:
    """The grid with the months that were answered in place of the dates, and the questions that are left.

    ``rows``: the rows' numbers as the spreadsheet shows them. ``used``: the rows that are looked at, all by default.
    """
    cells = grid[:, column].copy()
    if used is not None:
        cells[~used] = None
    doubtful = dict(_doubtful(cells))
    said = answers.said if answers else {}
    name = question_id("month", *([sheet] if sheet else []), column_letters(column))
    whole = len(doubtful) > 0 and firsts_in_other_order(doubtful)
    found = grid.copy() if doubtful else grid
    problems: list[Problem] = []
    for text, (at, fault) in doubtful.items():
        months = possible(text)
        one = name if whole else f"{name}.{plain(text) if DATE.fullmatch(text) else question_id(text)}"
        choices = _of_column(doubtful) if whole else _of_text(months)
        answer = said.get(one)
        if answer in {choice.value for choice in choices}:
            chosen = {AMERICAN: month_key(months[0]), DANISH: month_key(months[-1])}.get(str(answer), str(answer))
            found[at, column] = chosen
        elif not (whole and problems):
            where = listing(str(rows[p]) for p in at[:SHOWN]) + (" m.fl." if len(at) > SHOWN else "")
            problems.append(Problem("fejl", GATE, f"Række {where}, kolonne »{heading or 'uden overskrift'}«: {fault}",
                                    reason=fault if len(at) == 1 else "",
                                    sheet=sheet or None, row=int(rows[at[0]]), column=heading or None, question=one,
                                    options=choices))
    return found, problems


def _doubtful(cells: np.ndarray) -> Iterator[tuple[str, tuple[np.ndarray, str]]]:
    """(text, (where it stands, what is wrong)) of the dates that may be of more months than one, or of none."""
    faults = values.months(cells).fault
    texts = np.array([written(cell) if fault is not None else None for cell, fault in zip(cells, faults, strict=True)],
                     dtype=object)
    for text in dict.fromkeys(t for t in texts if t is not None):
        at = np.flatnonzero(texts == text)
        if possible(text):
            yield text, (at, str(faults[at[0]]))


def _of_text(months: tuple[date, ...]) -> tuple[Option, ...]:
    return tuple(Option(month_key(month), month_long(month)) for month in months)


def _of_column(texts: dict[str, tuple[np.ndarray, str]]) -> tuple[Option, ...]:
    """Both ways of reading a whole column, with the months it gives."""
    first, last = ([possible(text)[end] for text in texts] for end in (0, -1))
    options = [Option(AMERICAN, f"Amerikansk (måned/dag/år): {_named(first)}")]
    if first != last:
        options.append(Option(DANISH, f"Dansk (dag/måned/år): {_named(last)}"))
    return tuple(options)


def _named(months: list[date]) -> str:
    return listing(month_long(month) for month in sorted(set(months)))
