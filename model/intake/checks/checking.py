"""The third and the fourth gate over all tables of a file: keys first, then figures and the rules between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.basics.formatting import listing, month_long
from model.intake.cells import words
from model.intake.checks import (
    changes,
    cube,
    figures,
    keys,
    lost,
    merged,
    misplaced,
    remarks,
    statements,
    stubs,
    totals,
)
from model.intake.checks.naming import in_order
from model.intake.columns.mapping import Plan
from model.intake.columns.understanding import Understanding
from model.intake.columns.vocabulary import Vocabulary
from model.intake.report import CHANGE_TYPES, Problem, no_changes
from model.intake.rules import match_groups, ruling

EMPTY = ("Filen har overskrifter, men ingen tal. Der er ikke gemt noget. Kontrollér, at det er den rigtige fil, og at "
         "tallene står under overskrifterne.")


@dataclass(frozen=True)
class Cells:
    """The third gate's outcome: cells (see ``statements.of``) whose keys are known, those of rows whose key is wrong.

    countless: more keys are wrong than are told one by one, so that nobody can say which cells are sound.
    """

    cells: pd.DataFrame
    lost: pd.DataFrame
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    countless: bool = False

    @property
    def places(self) -> set[str]:
        """Everybody in the file, and ``@…`` for its totals."""
        return {*self.cells["place"].dropna(), *self.lost["place"].dropna()}


@dataclass(frozen=True)
class Judged:
    """The fourth gate's outcome: every figure the file states as in ``Report.changes``.

    read: the cells as figures (see ``figures.read``), totals among them; None when none was looked at.
    """

    changes: pd.DataFrame
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    read: pd.DataFrame | None = None


def _keys_of(columns: Understanding, vocabulary: Vocabulary, *, without: frozenset[str]) -> Cells:
    """Every cell of the file's tables with its jobcenter and month, and what is wrong with those."""
    parts: list[pd.DataFrame] = []
    lost_parts: list[pd.DataFrame] = []
    problems: list[Problem] = []
    notes: list[str] = []
    for plan in columns.plans:
        rows = stubs.read(plan, vocabulary)
        wrong = misplaced.problems(rows, vocabulary, without=without)
        shared = merged.problems(rows, vocabulary)
        sound, gone = lost.parted(rows, {p.row for p in wrong if p.row} | merged.rows(plan.table.marks, shared),
                                  {p.row for p in wrong if p.row and not _is_of_month(p, plan)})
        parts.append(statements.of(plan, sound, vocabulary.dataset, months=columns.months))
        lost_parts.append(statements.of(plan, gone, vocabulary.dataset, months=columns.months)
                          if gone.figures.any() else parts[-1][:0])
        problems += [*wrong, *shared, *match_groups.problems(plan, parts[-1][_mine(parts[-1], without)])]
        notes += misplaced.notes(rows, vocabulary)
    notes += match_groups.notes(columns.plans, vocabulary)
    return Cells(_all_of(parts), _all_of(lost_parts), tuple(problems), tuple(notes))


def _is_of_month(problem: Problem, plan: Plan) -> bool:
    return plan.month is not None and problem.column == (plan.table.heads[plan.month].text or None)


def by_keys(columns: Understanding, vocabulary: Vocabulary, *, without: frozenset[str], today: date) -> Cells:
    """The third gate: the cells and the months' window, doubled rows, a month that was chosen but is not there."""
    found = _keys_of(columns, vocabulary, without=without)
    mine = found.cells[_mine(found.cells, without) & found.cells["month"].notna().to_numpy()]
    hidden = {plan.table.sheet: plan.table.marks.hidden_rows for plan in columns.plans}
    outside = keys.months(mine, vocabulary.known, today=today, stands={
        plan.table.sheet: plan.month for plan in columns.plans if plan.month is not None})
    told = [*outside, *keys.doubled(mine, vocabulary.known, hidden)]
    problems = [*found.problems, *told]
    countless = any(p.severity == "fejl" and p.row is None for p in problems)
    if told:
        found = _without(found, told, outside)
    chosen = columns.months.month
    if not len(mine) and not problems:
        problems.append(Problem("fejl", 3, EMPTY))
    elif chosen and len(mine) and (found.lost["month"] != np.datetime64(chosen, "us")).all():
        problems += _other_month(mine, chosen)
    return replace(found, problems=tuple(in_order(problems)), countless=countless)


def _without(cells: Cells, told: Sequence[Problem], outside: Sequence[Problem]) -> Cells:
    """The cells without those of the keys that are told of as wrong; a month outside the window may be any."""
    gone = lost.of_keys(cells.cells, told)
    more = lost.without_months(cells.cells[gone], {p.month for p in outside})
    return replace(cells, cells=cells.cells[~gone].reset_index(drop=True), lost=_all_of([cells.lost, more]))


def _all_of(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return statements.joined([_taken(part) for part in parts]) if len(parts) > 1 else parts[0]


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


def by_logic(given: Cells | pd.DataFrame, vocabulary: Vocabulary, *, without: frozenset[str], today: date,
             standing: Callable[[list[date]], pd.DataFrame]) -> Judged:
    """The fourth gate: cells that are no figures, rules between figures, control sums, corrections in remarks.

    Rows whose key is wrong are left out, and nothing is held against what they may have said.
    """
    cells, gone = (given.cells, given.lost) if isinstance(given, Cells) else (given, given[:0])
    if isinstance(given, Cells) and (given.countless or (given.problems and not _mine(cells, without).any())):
        return Judged(no_changes(), (), ())
    known = vocabulary.known
    read = figures.read(cells, vocabulary.dataset, today=today)
    mine = read[_mine(read, without)]
    problems = figures.problems(mine, known, vocabulary.dataset, today=today)
    is_stated = (mine["value"].notna() | mine["mark"].notna() | mine["text"].notna()).to_numpy()
    stated = mine[is_stated].reset_index(drop=True)
    if not len(stated):
        return Judged(no_changes(), tuple(problems) or (() if len(gone) else (Problem("fejl", 4, EMPTY),)), (), read)
    old = standing([m.date() for m in stated["month"].unique()])
    if len(gone):
        old = lost.veiled(old, gone, cells, known)
    diff = changes.against(stated.assign(jobcenter=stated["place"]), old)
    judge = ruling.judge_of(vocabulary.dataset)
    problems += judge(cube.build(diff, old, vocabulary.dataset), diff, vocabulary.dataset, known).all()
    warnings, notes = totals.check(read, known, gone)
    notes += figures.notes(mine, vocabulary.dataset)
    problems += [*warnings, *remarks.corrections(diff, known)]
    return Judged(_told(diff), tuple(in_order(problems)), tuple(notes), read)


def _told(diff: pd.DataFrame) -> pd.DataFrame:
    """The diff with the columns and types of ``Report.changes``."""
    plain = {name: pd.Series(words.plain(diff[name]), dtype=object, index=diff.index)
             for name in ("jobcenter", "measure", "column", "sheet")}
    return diff.assign(**plain)[list(CHANGE_TYPES)]
