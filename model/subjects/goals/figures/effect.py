"""What a change of the figures does to the goals: two snapshots compared, before anything is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.basics.formatting import listing, month_key, month_long, percent, plural
from model.basics.spaces import plain_spaces
from model.intake.datasets import MAANEDSTAL
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goal1 import NOT_REACHED, ONLY_INCREASE, ONLY_SHARE, REACHED, UNKNOWN, panel
from model.subjects.goals.words.wording import halves_words

_COUNTED = {REACHED: "når Mål 1", ONLY_SHARE: "når kun andelen", ONLY_INCREASE: "når kun forøgelsen",
            NOT_REACHED: "når ikke målet"}
_HELD: dict[str, set[str]] = {REACHED: {"share", "increase"}, ONLY_SHARE: {"share"}, ONLY_INCREASE: {"increase"},
                              NOT_REACHED: set(), UNKNOWN: set()}
NAMED = 5  # changes told one by one; the rest are counted


@dataclass(frozen=True)
class GoalChange:
    """A jobcenter-month whose goal-1 verdict (one of panel.VERDICTS) is another after the change."""

    jobcenter: str
    month: date
    before: str
    after: str


def goal_changes(before: Snapshot, after: Snapshot) -> list[GoalChange]:
    """Every jobcenter-month of the campaign whose goal-1 verdict differs, by month and jobcenter."""
    old = panel(before)["verdict"]
    new = panel(after)["verdict"].reindex(old.index)
    months = old.index.get_level_values(1)
    moved = (old != new) & new.notna() & (months >= pd.Timestamp(before.starts)) & (months <= pd.Timestamp(before.ends))
    rows = pd.DataFrame({"before": old[moved], "after": new[moved]}).sort_index(level=[1, 0])
    return [GoalChange(str(code), month.date(), was, now)
            for (code, month), was, now in zip(rows.index, rows["before"], rows["after"], strict=True)]


def of_changes(snapshot: Snapshot, changes: pd.DataFrame, dataset: str) -> list[GoalChange]:
    """What ``changes`` (columns of ``Report.changes``) of a dataset do to goal 1. Only monthly figures move it."""
    moved = changes[changes["kind"] != "unchanged"]
    if dataset != MAANEDSTAL.name or moved.empty:
        return []
    return goal_changes(snapshot, snapshot.overlaid(moved))


def told(snapshot: Snapshot, changes: pd.DataFrame, dataset: str, *, subject: str = "Filen") -> str:
    """The sentences on what ``changes`` do to goal 1; empty for records, which are no part of it."""
    if dataset != MAANEDSTAL.name:
        return ""
    return effect_sentence(of_changes(snapshot, changes, dataset), snapshot, subject=subject)


def goal_changes_json(changes: Sequence[GoalChange], snapshot: Snapshot) -> list[dict[str, str]]:
    """The changes in the shape that the command line prints: verdicts in words, with the targets they are judged by."""
    return [{"jobcenter": change.jobcenter, "month": month_key(change.month),
             "from": _words(change, change.before, snapshot), "to": _words(change, change.after, snapshot)}
            for change in changes]


def effect_sentence(changes: Sequence[GoalChange], snapshot: Snapshot, *, subject: str = "Filen") -> str:
    """What the change does to goal 1, in Danish: months told for the first time are counted, the rest named."""
    if not changes:
        return f"{subject} ændrer ikke Mål 1-status for noget jobcenter."
    first = [c for c in changes if c.before == UNKNOWN]
    moved = [c for c in changes if c.before != UNKNOWN]
    return " ".join([*_first_told(first), *_moved(moved, snapshot, subject=subject)])


def _first_told(changes: Sequence[GoalChange]) -> list[str]:
    months = sorted({c.month for c in changes})
    if len(months) > NAMED:
        return [f"Mål 1 kan nu opgøres i {len(months)} måneder for {_jobcenters(changes)}."]
    return [_one_month(month, [c for c in changes if c.month == month]) for month in months]


def _one_month(month: date, changes: Sequence[GoalChange]) -> str:
    verdicts = [c.after for c in changes]
    parts = [f"{verdicts.count(word)} {text}" for word, text in _COUNTED.items() if word in verdicts]
    return f"Mål 1 kan nu opgøres for {_jobcenters(changes)} i {month_long(month)}: {listing(parts)}."


def _moved(changes: Sequence[GoalChange], snapshot: Snapshot, *, subject: str) -> list[str]:
    if not changes:
        return []
    told = [f"{snapshot.jobcenters['name'][c.jobcenter]} {_now(c, snapshot)} ({month_long(c.month)})"
            for c in changes[:NAMED]]
    rest = len(changes) - len(told)
    more = f"; dertil kommer {plural(rest, 'ændring', 'ændringer')}" if rest else ""
    return [f"{subject} ændrer Mål 1-status for {_jobcenters(changes)}: {listing(told)}{more}."]


def _jobcenters(changes: Sequence[GoalChange]) -> str:
    return plural(len({c.jobcenter for c in changes}), "jobcenter", "jobcentre")


def _words(change: GoalChange, verdict: str, snapshot: Snapshot) -> str:
    row = _row(change, snapshot)
    return plain_spaces(halves_words(verdict, share_target=row["share_target"],
                                     increase_target=row["increase_target"]))


def _row(change: GoalChange, snapshot: Snapshot) -> pd.Series:
    return panel(snapshot).loc[(change.jobcenter, pd.Timestamp(change.month))]


def _now(change: GoalChange, snapshot: Snapshot) -> str:
    """What the change of verdict is in words: the half that was gained or lost, never only a label."""
    row = _row(change, snapshot)
    if change.after == UNKNOWN:
        return "kan ikke længere opgøres"
    halves = {"share": percent(row["share_target"]), "increase": f"forøgelsen på {row['increase_target']}"}
    gained = [text for half, text in halves.items() if half in _HELD[change.after] - _HELD[change.before]]
    lost = [text for half, text in halves.items() if half in _HELD[change.before] - _HELD[change.after]]
    told = [(f"når nu {listing(gained)}", gained), (f"når ikke længere {listing(lost)}", lost)]
    return " og ".join(text for text, halves_moved in told if halves_moved)
