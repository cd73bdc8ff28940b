"""The words of what a change does to goal 1: how many can be told for the first time, and who stands otherwise."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pandas as pd

from model.basics.formatting import listing, month_key, month_long, plural
from model.basics.shares import percent
from model.basics.spaces import plain_spaces
from model.intake.datasets.datasets import DATASETS
from model.programmes.words import GOAL_1, GOAL_2
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.effect import HALVES, GoalChange, goal_changes, of_changes, with_target
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.verdicts import Standing, Verdict
from model.subjects.goals.words.wording import halves_words

NAMED = 5  # changes told one by one; the rest are counted
OF_GOAL_2 = f"Ændringen gælder {GOAL_2} og ændrer ikke {GOAL_1}-status for noget jobcenter."
COUNTED = {  # in this order
    Standing(Verdict.REACHED, frozenset(HALVES)): f"når {GOAL_1}",
    Standing(Verdict.PARTLY, frozenset({"share"})): "når kun andelen",
    Standing(Verdict.PARTLY, frozenset({"increase"})): "når kun forøgelsen",
    Standing(Verdict.NOT_REACHED): "når ikke målet"}


def told(snapshot: Snapshot, changes: pd.DataFrame, dataset: str, *, subject: str = "Filen") -> str:
    """The sentences on what ``changes`` do to goal 1; empty for records, which are no part of it."""
    if not DATASETS[dataset].is_figures:
        return ""
    return effect_sentence(of_changes(snapshot, changes, dataset), snapshot, subject=subject)


@remembered
def effect_of(snapshot: Snapshot, part: str, *, jobcenter: str | None, value: int | None, month: date | None,
              valid_from: date) -> str:
    """``Ændringen ændrer Mål 1-status for 3 jobcentre: …``, as if the target stood; jobcenter None is the region."""
    if part == "self_supporting":
        return OF_GOAL_2
    after = with_target(snapshot, part, jobcenter=jobcenter, value=value, month=month, valid_from=valid_from)
    return effect_sentence(goal_changes(snapshot, after), after, subject="Ændringen")


def goal_changes_json(changes: Sequence[GoalChange], snapshot: Snapshot) -> list[dict[str, str]]:
    """The changes in the shape that the command line prints: verdicts in words, with the targets they are judged by."""
    return [{"jobcenter": change.jobcenter, "month": month_key(change.month),
             "from": _words(change, change.before, snapshot), "to": _words(change, change.after, snapshot)}
            for change in changes]


def effect_sentence(changes: Sequence[GoalChange], snapshot: Snapshot, *, subject: str = "Filen") -> str:
    """What the change does to goal 1, in Danish: months told for the first time are counted, the rest named."""
    if not changes:
        return f"{subject} ændrer ikke {GOAL_1}-status for noget jobcenter."
    first = [c for c in changes if c.before.verdict == Verdict.UNKNOWN]
    moved = [c for c in changes if c.before.verdict != Verdict.UNKNOWN]
    return " ".join([*_first_told(first), *_moved(moved, snapshot, subject=subject)])


def _first_told(changes: Sequence[GoalChange]) -> list[str]:
    months = sorted({c.month for c in changes})
    if len(months) > NAMED:
        return [f"{GOAL_1} kan nu opgøres i {len(months)} måneder for {_jobcenters(changes)}."]
    return [_one_month(month, [c for c in changes if c.month == month]) for month in months]


def _one_month(month: date, changes: Sequence[GoalChange]) -> str:
    counts = Counter(c.after for c in changes)
    parts = [f"{counts[standing]} {text}" for standing, text in COUNTED.items() if counts[standing]]
    return f"{GOAL_1} kan nu opgøres for {_jobcenters(changes)} i {month_long(month)}: {listing(parts)}."


def _moved(changes: Sequence[GoalChange], snapshot: Snapshot, *, subject: str) -> list[str]:
    if not changes:
        return []
    named = [f"{snapshot.jobcenters['name'][c.jobcenter]} {_now(c, snapshot)} ({month_long(c.month)})"
             for c in changes[:NAMED]]
    rest = len(changes) - len(named)
    more = f". Dertil kommer {plural(rest, 'ændring', 'ændringer')}" if rest else ""
    return [f"{subject} ændrer {GOAL_1}-status for {_jobcenters(changes)}: {listing(named)}{more}."]


def _jobcenters(changes: Sequence[GoalChange]) -> str:
    return plural(len({c.jobcenter for c in changes}), "jobcenter", "jobcentre")


def _words(change: GoalChange, standing: Standing, snapshot: Snapshot) -> str:
    row = _row(change, snapshot)
    return plain_spaces(halves_words(standing, share_target=row["share_target"],
                                     increase_target=row["increase_target"]))


def _row(change: GoalChange, snapshot: Snapshot) -> pd.Series:
    return panel(snapshot).loc[(change.jobcenter, pd.Timestamp(change.month))]


def _now(change: GoalChange, snapshot: Snapshot) -> str:
    """What the change of verdict is in words: the half that was gained or lost, never only a label."""
    row = _row(change, snapshot)
    if change.after.verdict == Verdict.UNKNOWN:
        return "kan ikke længere opgøres"
    halves = {"share": percent(row["share_target"]), "increase": f"forøgelsen på {row['increase_target']}"}
    gained = [text for half, text in halves.items() if half in change.after.reached - change.before.reached]
    lost = [text for half, text in halves.items() if half in change.before.reached - change.after.reached]
    parts = [(f"når nu {listing(gained)}", gained), (f"når ikke længere {listing(lost)}", lost)]
    return " og ".join(text for text, moved in parts if moved)
