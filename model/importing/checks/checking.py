"""The third and the fourth gate over all tables of a file: keys first, then figures and the rules between them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.formatting import listing, month_long
from model.importing.cells import words
from model.importing.checks import (
    changes,
    cube,
    figures,
    keys,
    match_groups,
    merged,
    misplaced,
    remarks,
    rules,
    statements,
    stubs,
    totals,
)
from model.importing.columns.understanding import Understanding
from model.importing.columns.vocabulary import Vocabulary
from model.importing.report import CHANGE_TYPES, Problem, no_changes

EMPTY = ("Filen har overskrifter, men ingen tal. Der er ikke gemt noget. Kontrollér, at det er den rigtige fil, og at "
         "tallene står under overskrifterne.")


@dataclass(frozen=True)
class Cells:
    """The third gate's outcome: cells (see ``statements.of``) with the problems of their keys."""

    cells: pd.DataFrame
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """The fourth gate's outcome: every figure the file states as in ``Report.changes``."""

    changes: pd.DataFrame
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def _keys_of(columns: Understanding, vocabulary: Vocabulary, *, without: frozenset[str]) -> Cells:
    """Every cell of the file's tables with its jobcenter and month, and what is wrong with those."""
    parts: list[pd.DataFrame] = []
    problems: list[Problem] = []
    notes: list[str] = []
    for plan in columns.plans:
        rows = stubs.read(plan, vocabulary)
        parts.append(statements.of(plan, rows, vocabulary.dataset, months=columns.months))
        problems += misplaced.problems(rows, vocabulary, without=without)
        problems += merged.problems(rows, vocabulary)
        problems += match_groups.problems(plan, parts[-1][_mine(parts[-1], without)])
        notes += misplaced.notes(rows, vocabulary)
    notes += match_groups.notes(columns.plans, vocabulary)
    return Cells(statements.joined([_taken(part) for part in parts]) if len(parts) > 1 else parts[0], tuple(problems),
                 tuple(notes))


def by_keys(columns: Understanding, vocabulary: Vocabulary, *, without: frozenset[str], today: date) -> Cells:
    """The third gate: the cells and the months' window, doubled rows, a month that was chosen but is not there."""
    found = _keys_of(columns, vocabulary, without=without)
    cells = found.cells
    mine = cells[_mine(cells, without) & cells["month"].notna().to_numpy()]
    hidden = {plan.table.sheet: plan.table.marks.hidden_rows for plan in columns.plans}
    problems = [*found.problems, *keys.months(mine, vocabulary.known, today=today),
                *keys.doubled(mine, vocabulary.known, hidden)]
    if not len(mine) and not problems:
        problems.append(Problem("fejl", 3, EMPTY))
    elif columns.months.month and len(mine):
        problems += _other_month(mine, columns.months.month)
    return Cells(cells, tuple(sorted(problems, key=lambda p: (p.sheet or "", p.row or 0))), found.notes)


def _taken(part: pd.DataFrame) -> dict[str, Any]:
    """A frame of cells as columns: categories as they are, the rest as arrays."""
    return {name: cells.array if name in statements.WORDS else cells.to_numpy() for name, cells in part.items()}


def window(cells: pd.DataFrame, vocabulary: Vocabulary, *, today: date) -> list[Problem]:
    """Months figures are not accepted for."""
    return keys.months(cells, vocabulary.known, today=today)


def _mine(cells: pd.DataFrame, without: frozenset[str]) -> np.ndarray:
    """The cells that are a jobcenter's and not left out."""
    return words.where(cells["place"], lambda place: not place.startswith("@") and place not in without)


def _other_month(cells: pd.DataFrame, chosen: date) -> list[Problem]:
    months = [m.date() for m in sorted(cells["month"].unique())]
    if chosen in months:
        return []
    text = (f"Der er valgt {month_long(chosen)}, men filens tal hører til {listing(month_long(m) for m in months)}. "
            "Vælg den rigtige måned, eller udelad den.")
    return [Problem("fejl", 3, text, month=chosen)]


def by_logic(cells: pd.DataFrame, vocabulary: Vocabulary, *, without: frozenset[str], today: date,
          standing: Callable[[list[date]], pd.DataFrame]) -> Judged:
    """The fourth gate: cells that are no figures, rules between figures, control sums, corrections in remarks."""
    known = vocabulary.known
    read = figures.read(cells, vocabulary.dataset, today=today)
    mine = read[_mine(read, without)]
    problems = figures.problems(mine, known)
    stated = mine[(mine["value"].notna() | mine["mark"].notna()
                   | mine["text"].notna()).to_numpy()].reset_index(drop=True)
    if not len(stated):
        return Judged(no_changes(), tuple(problems) or (Problem("fejl", 4, EMPTY),), ())
    old = standing([m.date() for m in stated["month"].unique()])
    diff = changes.against(stated.assign(jobcenter=stated["place"]), old)
    problems += rules.Judge(cube.build(diff, old, vocabulary.dataset), diff, vocabulary.dataset, known).all()
    warnings, notes = totals.check(read, known)
    notes += figures.notes(mine, vocabulary.dataset)
    problems += [*warnings, *remarks.corrections(diff, known)]
    return Judged(_told(diff), tuple(_in_order(problems)), tuple(notes))


def _told(diff: pd.DataFrame) -> pd.DataFrame:
    """The diff with the columns and types of ``Report.changes``."""
    plain = {name: pd.Series(words.plain(diff[name]), dtype=object, index=diff.index)
             for name in ("jobcenter", "measure", "column", "sheet")}
    return diff.assign(**plain)[list(CHANGE_TYPES)]


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda p: (p.severity != "fejl", p.sheet or "", p.row or 0))
