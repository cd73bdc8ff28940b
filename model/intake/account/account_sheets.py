"""One sheet's numbers and what becomes of each, as arrays over the sheet: rows × columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from model.intake.account.account import Account, Group
from model.intake.account.account_words import Fate
from model.intake.cells.cell_text import squeezed, without_marks
from model.intake.columns import own_words
from model.intake.files.workbook import CELL, Sheet, Workbook, address, column_index, shown_name
from model.intake.report import Correction, Problem

NUMBER = re.compile(r"[<>≤≥‹]?=? ?[-+]? ?\d[\d.,' ]*%?|[-+]? ?[.,]\d+%?")
FATES = tuple(Fate)
UNNAMED = "ark nr. {}"
CODES = {fate: code for code, fate in enumerate(FATES)}


class Ledger:
    """One sheet. Every cell begins with one fate, and what is known of it better is laid over."""

    def __init__(self, sheet: Sheet, fate: Fate) -> None:
        """Find the numbers, all of which begin with ``fate``."""
        self.sheet = sheet
        self.rows = sheet.cells.index.to_numpy()
        self.numbers = number_cells(sheet.cells)
        self.fates: np.ndarray = np.full(self.numbers.shape, CODES[fate], dtype="int8")

    def put_rows(self, rows: Iterable[int], fate: Fate) -> None:
        """A fate for whole rows, by their numbers."""
        self.fates[self._at(list(rows))] = CODES[fate]

    def put(self, rows: Sequence[int] | np.ndarray, columns: int | np.ndarray, fate: Fate) -> None:
        """A fate for cells: rows by their numbers, columns from 0."""
        self.fates[self._at(rows), columns] = CODES[fate]

    def put_each(self, cells: pd.DataFrame, fates: np.ndarray) -> None:
        """Fates (their codes) for the cells of a frame with row and position."""
        self.fates[self._at(cells["row"].to_numpy()), cells["position"].to_numpy()] = fates

    def put_problems(self, problems: Iterable[Problem], headings: Mapping[str, Sequence[int]]) -> None:
        """The cells that errors are about, by address or by row and heading."""
        for problem in problems:
            cell = CELL.fullmatch(problem.cell or "")
            if problem.severity != "fejl" or (problem.sheet or "") != self.sheet.name or problem.row is None:
                continue
            columns = [column_index(cell[1])] if cell else headings.get(problem.column or "", ())
            for column in columns:
                if column < self.fates.shape[1] and problem.row in self.sheet.cells.index:
                    self.put([problem.row], column, Fate.ANSWER if problem.question else Fate.WRONG)

    def turn(self, one: Fate, other: Fate) -> None:
        """Every cell of one fate gets another."""
        self.fates[self.fates == CODES[one]] = CODES[other]

    def groups(self) -> Iterator[Group]:
        """The numbers by fate, with the ranges they stand in."""
        found = np.where(self.numbers, self.fates, -1)
        counts = np.bincount(found[found >= 0], minlength=len(FATES))
        ranges = _ranges(found, self.sheet.cells.index.to_numpy()) if counts.any() else {}
        for code in map(int, np.flatnonzero(counts)):
            fate = FATES[code]
            yield Group(fate.what, fate.why, shown_name(self.sheet.name), tuple(ranges[code]), int(counts[code]))

    def _at(self, rows: Sequence[int] | np.ndarray) -> np.ndarray:
        """Where rows stand on the sheet, whose rows are in order."""
        return np.searchsorted(self.rows, np.asarray(rows, dtype="int64"))


def unsaved(problems: Iterable[Problem]) -> Fate | None:
    """What becomes of the numbers that would be stored but for these problems; None when they are."""
    errors = [problem for problem in problems if problem.severity == "fejl"]
    if not errors:
        return None
    return Fate.ANSWER if all(problem.question for problem in errors) else Fate.MENDED


def number_cells(cells: pd.DataFrame) -> np.ndarray:
    """Which cells hold a number (see ``Account``); each different text is looked at once. Shape: as ``cells``."""
    flat = cells.to_numpy(dtype=object).ravel()
    codes, found = pd.factorize(flat)
    known = np.array([*map(_is_number, found), False], dtype=bool)[codes]
    if cells.size and pd.api.types.infer_dtype(flat, skipna=True) != "string":
        known &= np.fromiter((type(cell) is not bool for cell in flat), dtype=bool, count=len(flat))  # True equals 1
        if any(type(cell) is bool for cell in found):
            known |= np.fromiter((type(cell) in (int, float) and cell == cell for cell in flat), dtype=bool,
                                 count=len(flat))
    return known.reshape(cells.shape)


def _is_number(cell: object) -> bool:
    if isinstance(cell, str):
        return NUMBER.fullmatch(squeezed(without_marks(cell))) is not None
    return isinstance(cell, int | float)


def _ranges(codes: np.ndarray, rows: np.ndarray) -> dict[int, list[str]]:
    """Each code's ranges: down the columns over what holds no number (−1), then across columns that are alike."""
    column, row = np.nonzero(codes.T >= 0)
    code = codes[row, column]
    begins = np.flatnonzero(np.diff(column, prepend=-1).astype(bool) | np.diff(code, prepend=-2).astype(bool))
    ends = np.append(begins[1:], len(code)) - 1
    runs = np.stack([code[begins], row[begins], row[ends], column[begins]])
    runs = runs[:, np.lexsort(runs[::-1])]
    apart = np.diff(runs[:3], axis=1).any(axis=0) | (np.diff(runs[3]) != 1)
    first = np.append(0, np.flatnonzero(apart) + 1)
    last = np.append(first[1:], runs.shape[1]) - 1
    ranges: dict[int, list[str]] = {}
    for which, top, bottom, left, right in zip(*runs[:, first], runs[3, last], strict=True):
        one, other = address(rows[top], left), address(rows[bottom], right)
        ranges.setdefault(int(which), []).append(one if one == other else f"{one}:{other}")
    return ranges


def taken_out(original: Workbook, corrections: Iterable[Correction]) -> Iterator[Group]:
    """The numbers that are in the file as it came and no more in the corrected one."""
    made = list(corrections)
    for sheet in original.sheets:
        mine = [c for c in made if c.sheet == sheet.name and c.row in sheet.cells.index]
        if not mine:
            continue
        ledger = Ledger(sheet, Fate.TYPED_OVER)
        ledger.put_rows([c.row for c in mine if c.value is None], Fate.OUT_ROW)
        gone = np.zeros_like(ledger.numbers)
        for c in mine:
            column = slice(None) if c.value is None else column_index(c.cell.rstrip("0123456789"))
            gone[sheet.cells.index.get_loc(c.row), column] = c.value is None or not _is_number(c.value)
        ledger.numbers &= gone
        yield from ledger.groups()


def account(workbook: Workbook, ledgers: Iterable[Ledger]) -> Account:
    """All sheets' groups, those of hidden sheets last, in the order of what became of them."""
    every = [*ledgers, *(Ledger(sheet, Fate.HIDDEN_SHEET) for sheet in workbook.hidden)]
    order = {fate.why: at for at, fate in enumerate(FATES)}
    groups = (_unnamed(group, ledger.sheet.name, at) for at, ledger in enumerate(every, 1) for group in ledger.groups())
    return Account(tuple(sorted(groups, key=lambda group: order[group.why])))


def _unnamed(group: Group, sheet: str, number: int) -> Group:
    """What is told of a sheet that is not read: by its number where its name may be a person's."""
    unread = group.why in (Fate.OTHER_SHEET.why, Fate.HIDDEN_SHEET.why)
    if not unread or own_words.names_a_sheet(sheet):
        return group
    return replace(group, sheet=UNNAMED.format(number), named=False)
