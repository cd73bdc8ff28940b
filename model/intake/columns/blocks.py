"""Lines between the rows of a table that name another month, measure, course day or group than the table's own."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd

from model.basics.formatting import listing, month_long
from model.intake.cells.count_text import NUMERIC
from model.intake.cells.date_text import month_number
from model.intake.cells.month_mentions import month_in
from model.intake.cells.month_text import month_of
from model.intake.checks.statements import Months
from model.intake.checks.stubs import is_none, resolved
from model.intake.columns import own_words
from model.intake.columns.mapping import Plan
from model.intake.columns.other_figures import names_a_part
from model.intake.columns.periods import months_of
from model.intake.columns.vocabulary import Vocabulary
from model.intake.report import Problem

GATE = 2
SHOWN = 60  # characters of a line
LONGEST = 10  # words of a line that names what stands under it; a longer one is a note
PARTS = re.compile(r"[,;:–|]|\s-\s")
NOTE = re.compile(r"^\W*(?:noter?|kilde|obs|bemærk\w*|opdateret|udtrukket|udskrevet|udarbejdet|trukket|opgjort|lavet"
                  r"|sendt|modtaget|kørt)(?![a-zæøå])|^\W*[*¹²³]|(?<![a-zæøå])(?:mangler|ikke|endnu|rettet|rettes|se)"
                  r"(?![a-zæøå])", re.IGNORECASE)
OTHER = ("Række {}: linjen »{}« siger, at rækkerne under den er {}. Tallene kan derfor ikke læses som én tabel. Gem "
         "hver del i sin egen fil eller på sit eget ark, og indlæs dem hver for sig.")
A_PART = "for en del af gruppen alene"


@dataclass(frozen=True)
class Line:
    """A row of words alone between rows of figures: its cells that may name what stands under it."""

    row: int
    texts: tuple[str, ...]

    @property
    def said(self) -> Iterator[str]:
        """The whole line, and each of its cells."""
        yield from dict.fromkeys((" ".join(self.texts), *self.texts))


def problems(plans: Sequence[Plan], vocabulary: Vocabulary, *, months: Months) -> list[Problem]:
    """An error for every table with a line in it under which the figures would be read as something else's."""
    faults = []
    for plan in plans:
        own = months_of(plan) | {m for m in (months.month, months.outcome) if m and not plan.dated}
        fields = {c.field for c in plan.columns} | {label.target for label in plan.labels if label.where == "sheet"}
        for line in _lines(plan, vocabulary):
            what = _another_month(line, own) or (A_PART if is_a_part(line) else None)
            if what is None and plan.measure is None:
                what = _another_measure(line, fields, vocabulary)
            if what:
                faults.append(told(line, what, plan.table.sheet))
                break
            own |= {month for text in line.said if not own and (month := month_in(text))}
    return faults


def told(line: Line, what: str, sheet: str) -> Problem:
    """The error about one line. what: what it says of the rows under it."""
    shown = own_words.veiled(" ".join(line.texts), SHOWN)
    return Problem("fejl", GATE, OTHER.format(line.row, shown, what), sheet=sheet or None, row=line.row,
                   heads=True)


def between(grid: np.ndarray, rows: np.ndarray, words: np.ndarray, stated: np.ndarray,
            columns: Collection[int]) -> Iterator[Line]:
    """The lines of words that rows which state something stand under. columns: whose cells are no remarks."""
    last = np.flatnonzero(stated)
    for at in map(int, np.flatnonzero(words[:last[-1]])) if len(last) else ():
        texts = tuple(_text(grid[at, c]) for c in columns if not is_none(grid[at, c:c + 1])[0])
        whole = " ".join(texts)
        if texts and len(whole.split()) <= LONGEST and not NOTE.search(whole):
            yield Line(int(rows[at]), texts)


def is_a_part(line: Line) -> bool:
    """Whether a line names men or women or an age group."""
    return any(map(names_a_part, line.said))


def _text(cell: object) -> str:
    """A cell as it is read; a day that a workbook keeps for a month as that month."""
    if isinstance(cell, datetime | date):
        try:
            return month_long(month_of(f"{cell:%d-%m-%Y}"))
        except ValueError:
            return str(cell)
    return str(cell).strip()


def _lines(plan: Plan, vocabulary: Vocabulary) -> Iterator[Line]:
    grid = plan.table.grid
    figures = [c.position for c in plan.columns]
    remarks = {c.position for c in plan.columns if c.field and vocabulary.dataset.field(c.field).kind != "count"}
    counts = [at for at in figures if at not in remarks]
    numbers = _numbers(grid[:, counts])
    named = np.zeros(len(grid), dtype=bool)
    for column in plan.places:
        codes, totals = resolved(grid[:, column], vocabulary)
        named |= ~is_none(codes) | ~is_none(totals)
    columns = [at for at in range(grid.shape[1]) if at not in remarks]
    yield from between(grid, plan.table.rows, plan.table.filled.any(axis=1) & ~numbers & ~named, numbers, columns)


def _numbers(cells: np.ndarray) -> np.ndarray:
    """Rows in which some cell is a number or a mark for one."""
    codes, found = pd.factorize(cells.ravel())
    known = [isinstance(c, int | float) or (isinstance(c, str) and bool(NUMERIC.match(c.strip()))) for c in found]
    rows: np.ndarray = np.array([*known, False], dtype=bool)[codes].reshape(cells.shape).any(axis=1)
    return rows


def _another_month(line: Line, own: Iterable[date]) -> str | None:
    months = set(own)
    for text in line.said:
        month, number = month_in(text), month_number(text) if text.isalpha() else None
        if months and month and month not in months:
            return f"for {month_long(month)}, og ikke for {listing(month_long(m) for m in sorted(months)[:3])}"
        if months and number and number not in {m.month for m in months}:
            return "for en anden måned end tabellens"
    return None


def _another_measure(line: Line, own: Collection[str | None], vocabulary: Vocabulary) -> str | None:
    for text in (part.strip() for said in line.said for part in (said, *PARTS.split(said))):
        name = vocabulary.spellings.column_in(text) if text else None
        if name in vocabulary.fields and name not in own and vocabulary.fields[str(name)].kind == "count":
            return f"»{vocabulary.heading(str(name))}«"
    return None
