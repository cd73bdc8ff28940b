"""The left side of a table, row by row: whose row it is, which month, and which total."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from model.intake.cells import values, words
from model.intake.columns.mapping import Plan
from model.intake.columns.vocabulary import ALL, AVERAGE, Vocabulary

NOT_A_TIME = np.datetime64("NaT", "us")


@dataclass(frozen=True)
class Stubs:
    """One entry per row of the table's grid, all arrays of objects but month (datetime64 or NaT) and figures (bool).

    texts: the stub cells by column, blocks filled down. codes: the jobcenter each place column names; scopes:
    the total each names. total: scope of a
    total row (``@…``). place: total, else the first code. month_fault: what is wrong with the month. filled: the
    columns that were filled down. figures: whether the row holds anything in a column of figures. beside: the name
    of a total that stands in another column than those of places.
    """

    plan: Plan
    texts: dict[int, np.ndarray]
    codes: dict[int, np.ndarray]
    scopes: dict[int, np.ndarray]
    total: np.ndarray
    place: np.ndarray
    month: np.ndarray
    month_fault: np.ndarray
    filled: tuple[int, ...]
    figures: np.ndarray
    beside: np.ndarray

    @cached_property
    def used(self) -> np.ndarray:
        """Rows whose figures are read."""
        rows: np.ndarray = self.figures & ~is_none(self.place) if self.plan.places else self.figures
        return rows

    @cached_property
    def places(self) -> pd.Categorical:
        """``place`` as categories."""
        return words.column(self.place)

    @cached_property
    def said(self) -> pd.Categorical:
        """The sender's own word for each total row, None elsewhere."""
        word = np.full(len(self.place), None, dtype=object)
        for column in self.plan.places[::-1]:
            word = np.where(~is_none(self.total) & pd.notna(self.texts[column]), self.texts[column], word)
        return words.column(np.where(is_none(self.beside), word, self.beside))

    @property
    def labels(self) -> np.ndarray | None:
        """The row's measure as the sender wrote it, for a form on end or one figure to a row."""
        return None if self.plan.measure is None else self.texts[self.plan.measure]


def read(plan: Plan, vocabulary: Vocabulary) -> Stubs:
    """Resolve every row's jobcenter, total and month; only the different texts are looked up."""
    side = Side(plan, vocabulary)
    figures, beside, filled = side.figures, side.beside, side.in_blocks
    texts = {c: plan.table.grid[:, c] for c in side.columns}
    single = figures & is_none(beside.scope)
    texts |= {c: _filled_down(texts[c], single & ~side.named_beside(c)) for c in filled}
    nothing = np.full(len(figures), None, dtype=object)
    codes, scopes, total, place = {}, {}, nothing, nothing
    for column in plan.places:
        codes[column], scopes[column] = resolved(texts[column], vocabulary) if column in filled else side.said[column]
        total = np.where(is_none(total), scopes[column], total)
        place = np.where(is_none(place), codes[column], place)
    own = {f"@{code}" for code in place[single & ~is_none(place)]}
    for column in plan.places:  # »Skive Total« is a sum only beside rows of Skive's
        scopes[column] = _over_rows(scopes[column], own)
    total = _over_rows(total, own)
    total = np.where(is_none(place), np.where(is_none(total), beside.scope, total), nothing)  # Vest beside Skive: none
    month, fault = _months(texts[plan.month]) if plan.month is not None else (
        np.full(len(figures), NOT_A_TIME), nothing)
    month = np.where(np.isnat(beside.month), month, beside.month)
    over = beside.over_months & ~is_none(place) & np.isin(place.astype(str), [scope[1:] for scope in own])
    total = np.where(over, "@" + np.where(is_none(place), "", place).astype(object), total)
    named = np.where(is_none(total) | is_none(beside.scope), nothing, beside.word)
    return Stubs(plan=plan, texts=texts, codes=codes, scopes=scopes, total=total,
                 place=np.where(is_none(total), place, total), month=month, month_fault=fault, filled=filled,
                 figures=figures, beside=named)


def is_none(cells: np.ndarray) -> np.ndarray:
    """Which cells hold nothing."""
    empty: np.ndarray = pd.isna(cells)
    return empty


class Side:
    """The columns at the left of a table, what each of their cells names, and which are given once a block."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary) -> None:
        self.plan, self.vocabulary = plan, vocabulary
        self.columns = [c for c in (*plan.places, plan.month, plan.measure) if c is not None]

    @cached_property
    def figures(self) -> np.ndarray:
        """Whether each row holds anything in a column of figures."""
        return self.plan.table.holding([c.position for c in self.plan.columns])

    @cached_property
    def said(self) -> dict[int, tuple[np.ndarray, np.ndarray]]:
        """(codes, total scopes) of each column of places, as ``resolved`` has them."""
        return {column: resolved(self.plan.table.grid[:, column], self.vocabulary) for column in self.plan.places}

    @cached_property
    def beside(self) -> "_Beside":
        """The totals that other columns name."""
        return _beside(self.plan, self.vocabulary)

    @cached_property
    def sums(self) -> np.ndarray:
        """Rows that name a sum."""
        return np.any([~is_none(self.beside.scope), *(~is_none(totals) for _, totals in self.said.values())], axis=0)

    @cached_property
    def in_blocks(self) -> tuple[int, ...]:
        """The columns given on the first row of each block only, as Jobindsats and StatBank export them."""
        return tuple(column for column in self.columns if self._is_in_blocks(column))

    def _is_in_blocks(self, column: int) -> bool:
        """Most rows but the sums are without it while another stub column tells them apart; in two rows it is a cell
        forgotten.
        """
        blank = ~self.plan.table.filled[self.figures, column] & ~self.named_beside(column)[self.figures]
        if len(blank) < 3 or len(self.columns) < 2 or blank[0]:
            return False
        single = ~self.sums[self.figures]
        return int((blank & single).sum()) * 2 >= int(single.sum()) > 0

    def named_beside(self, column: int) -> np.ndarray:
        """Rows where another place column names the jobcenter, so that this place column needs no filling."""
        others = [codes for other, (codes, _) in self.said.items() if other != column and column in self.said]
        return np.any([np.zeros(len(self.plan.table.grid), dtype=bool), *(~is_none(codes) for codes in others)], axis=0)


@dataclass(frozen=True)
class _Beside:
    """Totals that columns at the side other than those of places name, row by row: scope, month, and its words.

    over_months: rows whose column of months names it, so that beside a jobcenter it adds up that one's months.
    """

    scope: np.ndarray
    month: np.ndarray
    word: np.ndarray
    over_months: np.ndarray


def _beside(plan: Plan, vocabulary: Vocabulary) -> _Beside:
    nothing = np.full(len(plan.table.grid), None, dtype=object)
    beside = _Beside(nothing, np.full(len(nothing), NOT_A_TIME), nothing, np.zeros(len(nothing), dtype=bool))
    read_ = {*plan.places, plan.measure, *(c.position for c in plan.columns)}
    first = min((c.position for c in plan.columns), default=0)
    for column in sorted({*range(first), *([plan.month] if plan.month is not None else [])} - read_):
        codes, texts = pd.factorize(plan.table.grid[:, column])
        told = [vocabulary.total_of(text) if isinstance(text, str) else (None, None) for text in texts]
        if column != plan.month:  # a column of regions, or one that says »I alt« on most rows, names no totals
            told = [(scope, month) if scope in (ALL, AVERAGE) else (None, None) for scope, month in told]
            summed = np.array([*(scope is not None for scope, _ in told), False])[codes]
            if summed.sum() * 2 >= (codes >= 0).sum():
                continue
        scope = np.array([*(named for named, _ in told), None], dtype=object)[codes]
        month = np.array([*(np.datetime64(m, "us") if m else NOT_A_TIME for _, m in told), NOT_A_TIME])[codes]
        mine = is_none(beside.scope) & ~is_none(scope)
        beside = _Beside(np.where(mine, scope, beside.scope), np.where(mine, month, beside.month),
                         np.where(mine, plan.table.grid[:, column], beside.word),
                         beside.over_months | (mine & (column == plan.month) & (scope == ALL)))
    return beside


def _over_rows(scopes: np.ndarray, own: Collection[str]) -> np.ndarray:
    """The scopes without those of a jobcenter that has no row of its own."""
    kept = scopes.copy()
    for scope in set(scopes[~is_none(scopes)]) - set(own):
        if scope[1:].isdigit():
            kept[scopes == scope] = None
    return kept


def _filled_down(cells: np.ndarray, figures: np.ndarray) -> np.ndarray:
    down = pd.Series(cells, dtype=object).ffill()
    filled: np.ndarray = np.where(pd.isna(cells) & figures, down.where(down.notna(), None), cells)
    return filled


def resolved(cells: np.ndarray, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
    """(codes, total scopes) of the cells, None where they name none."""
    numbers, found = pd.factorize(cells)
    places = np.array([*values.places(found, vocabulary.known.aliases), None], dtype=object)
    totals = np.array([*(vocabulary.total(str(text)) for text in found), None], dtype=object)
    return places[numbers], totals[numbers]


def _months(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(months, what is wrong with them); an empty cell is neither."""
    found = values.months(cells)
    return found.month, found.fault
