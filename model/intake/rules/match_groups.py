"""Figures under a heading of the later match groups: the months before there were any, and what is not stored.

A heading »Match 2« or »Indsatsklare« stands for the campaign's match group 4 only after the groups were changed.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import pandas as pd

from model.basics.formatting import listing, month_long, normalise
from model.intake.cells import words
from model.intake.cells.month_mentions import without_month
from model.intake.columns.mapping import Column, Plan
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import LATER_GROUP, LATER_GROUPS_FROM
from model.intake.report import Problem
from model.programmes.measures import MODEL, PERSONS
from model.programmes.words import GROUP_SHORT

GATE = 3


def problems(plan: Plan, cells: pd.DataFrame) -> list[Problem]:
    """A warning for each such heading with figures for months before the change. ``cells``: see ``statements.of``."""
    early = cells[(cells["month"] < np.datetime64(LATER_GROUPS_FROM, "us")).to_numpy()
                  & words.where(cells["measure"], lambda name: name == PERSONS)]
    warnings = []
    for what, name, mine in _headings(plan, early):
        months = sorted({month.date() for month in early["month"][mine]})
        if months:
            warnings.append(_warning(plan, f"{what} »{name}«", name, months=months))
    return warnings


def notes(plans: Sequence[Plan], vocabulary: Vocabulary) -> list[str]:
    """That the figures are counted in the later groups, where no column says so and nothing is stored of it."""
    if not MODEL or any(MODEL in (*(c.field for c in plan.columns), *plan.measures.values()) for plan in plans):
        return []
    names = dict.fromkeys(name for plan in plans for name in (*_columns(plan).values(), *_rows(plan)))
    if not names:
        return []
    model = vocabulary.heading(MODEL)
    return [f"{listing(f'»{name}«' for name in names)} er talt i de nye matchgrupper (1–3), men filen har ingen "
            f"kolonne »{model}«. Inddelingen er ikke gemt. Skriv »1-3« i en kolonne »{model}«, hvis databruddet skal "
            "vises."]


def _headings(plan: Plan, cells: pd.DataFrame) -> Iterator[tuple[str, str, np.ndarray]]:
    """(what it is, its text, which of the cells stand under it) of each heading of the later groups."""
    columns = _columns(plan)
    for name in dict.fromkeys(columns.values()):
        at = [position for position, text in columns.items() if text == name]
        yield _what(plan, name), name, cells["position"].isin(at).to_numpy()
    for name in _rows(plan):
        yield "Rækken", name, words.equal(cells["column"], name)


def _what(plan: Plan, name: str) -> str:
    if name == plan.table.sheet:
        return "Arket"
    return "Linjen" if any(name == line for _, line in plan.table.lines) else "Kolonnen"


def _columns(plan: Plan) -> dict[int, str]:
    """Position -> the text that names the later group, for the columns read as the target group."""
    found = {c.position: next(filter(_is_later, _texts(plan, c)), None) for c in plan.columns if c.field == PERSONS}
    return {position: text for position, text in found.items() if text is not None}


def _texts(plan: Plan, column: Column) -> list[str]:
    """What may name a column's measure: its heading, the one over it, else the sheet and the lines over the table."""
    head = plan.table.heads[column.position]
    sheet = any(label.where == "sheet" for label in plan.labels)
    return [head.text, head.above, *([plan.table.sheet, *(line for _, line in plan.table.lines)] if sheet else [])]


def _rows(plan: Plan) -> list[str]:
    return [label.text for label in plan.labels if label.where == "row" and label.target == PERSONS
            and _is_later(label.text)]


def _is_later(text: str) -> bool:
    return LATER_GROUP.search(normalise(without_month(text))) is not None


def _warning(plan: Plan, where: str, name: str, *, months: list[date]) -> Problem:
    since = month_long(LATER_GROUPS_FROM)
    text = (f"{where}: matchgrupperne blev ændret i {since}, og før da svarede ingen gruppe 2 (indsatsklare) til "
            f"{GROUP_SHORT}. Tallene for {listing(map(month_long, months))} bliver læst som {GROUP_SHORT}. Kontrollér, "
            "hvilken gruppe de gælder, eller skriv, hvorfor de kan bruges.")
    return Problem("advarsel", GATE, text, sheet=plan.table.sheet or None, column=name,
                   month=months[0] if len(months) == 1 else None)
