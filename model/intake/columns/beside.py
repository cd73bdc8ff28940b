"""Two tables side by side: a second column of places with figures between, whose figures are its own."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import pandas as pd

from model.basics.formatting import listing
from model.intake.checks.stubs import is_none, resolved
from model.intake.columns.labels import SAMPLED, Label
from model.intake.columns.mapping import GATE, Plan
from model.intake.columns.vocabulary import Vocabulary
from model.intake.datasets.monthly_figures import MONTH
from model.intake.files.workbook import column_letters
from model.intake.report import Problem

TWO_TABLES = ("Der står to tabeller ved siden af hinanden: {} og {}. Tallene til højre hører til det, der står i deres "
              "egen tabel, og ikke til rækkerne til venstre. Gem hver tabel i sin egen fil eller på sit eget ark, og "
              "indlæs dem hver for sig.")
NAMED = 3  # headings of a table that are named


def problems(plan: Plan, vocabulary: Vocabulary) -> list[Problem]:
    """An error when a table has another to its right, unless every row names the same jobcenter in both."""
    if not plan.places and plan.month is None:
        return []
    columns = {label.position: label for label in plan.labels if label.where == "column"}
    months = {position for position, label in columns.items() if label.target == MONTH.name}
    stubs = {*plan.places, *(p for p, label in columns.items() if _names_places(label, plan, vocabulary))}
    figures = {c.position for c in plan.columns}
    numbers = figures | {p for p, label in columns.items() if label.numeric and p not in stubs | months}
    found = next((runs for runs in (parted(stubs, numbers), parted(months, numbers)) if len(runs) > 1), [])
    for at, run in enumerate(found[1:], 1):
        end = found[at + 1][0] if at + 1 < len(found) else len(plan.table.heads)
        own = [p for p in figures if run[-1] < p < end]
        if own and (set(run) <= months or _disagree(plan, found[0], run, own, vocabulary)):
            heads = {h.column: h.text for h in plan.table.heads}
            return [Problem("fejl", GATE, told(heads, run[0]), sheet=plan.table.sheet or None,
                            column=heads[run[0]] or None)]
    return []


def parted(stubs: Collection[int], figures: Collection[int]) -> list[list[int]]:
    """Columns of places in the order they stand, a new part for every one with figures between it and the last."""
    parts: list[list[int]] = []
    for column in sorted(stubs):
        if parts and not any(parts[-1][-1] < figure < column for figure in figures):
            parts[-1].append(column)
        else:
            parts.append([column])
    return parts


def told(heads: dict[int, str], start: int) -> str:
    """The sentence on two tables, with the headings of each; ``heads``: position -> heading."""
    return TWO_TABLES.format(_named([p for p in heads if p < start], heads),
                             _named([p for p in heads if p >= start], heads))


def _named(positions: Sequence[int], heads: dict[int, str]) -> str:
    """``»Jobcenter«, »Personer« og »Praktik« (kolonne A–C)``."""
    filled = [p for p in sorted(positions) if heads[p]] or sorted(positions)
    names = [f"»{heads[p]}«" for p in filled[:NAMED] if heads[p]]
    where = f"kolonne {column_letters(min(positions))}–{column_letters(filled[-1])}"
    return f"{listing([*names, *(['flere'] if len(filled) > NAMED else [])])} ({where})" if names else where


def _names_places(label: Label, plan: Plan, vocabulary: Vocabulary) -> bool:
    """Whether a column that is not mapped holds jobcenters or totals by name."""
    if label.target in vocabulary.fields or label.why == "computed" or label.numeric:
        return False
    cells = plan.table.grid[:, label.position]
    kinds = [vocabulary.meaning(cell).kind in ("place", "total") for cell in cells[pd.notna(cells)][:SAMPLED]]
    return sum(kinds) * 2 > len(kinds)


def _disagree(plan: Plan, first: Iterable[int], second: Iterable[int], figures: Sequence[int],
              vocabulary: Vocabulary) -> bool:
    """Whether some row has figures under the second columns of places that are not the first ones' jobcenter's."""
    one, two = (_whose(plan, columns, vocabulary) for columns in (first, second))
    some = plan.table.holding(figures)
    return bool((some & (one != two)).any())


def _whose(plan: Plan, columns: Iterable[int], vocabulary: Vocabulary) -> np.ndarray:
    """The jobcenter or total that the columns name on each row; an empty text where they name none."""
    found = np.full(len(plan.table.grid), None, dtype=object)
    for column in columns:
        for named in resolved(plan.table.grid[:, column], vocabulary):
            found = np.where(is_none(found), named, found)
    return np.where(is_none(found), "", found)
