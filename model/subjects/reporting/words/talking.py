"""»Det skal vi tale om«: at most five sentences, each from a rule on the figures, in order of urgency."""

from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from model.basics.formatting import listing, month_long, number, persons
from model.basics.months import between
from model.drawing.card import Card, lines
from model.programmes.words import ACTIVATION, GOAL_1
from model.snapshot.absence import HIDDEN
from model.snapshot.columns import by_jobcenter
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.words import courses
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.figures.ending import over
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.goals import Goal1, goals1
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.goals.words.titles import halves
from model.subjects.goals.words.wording import IS, LACKS, withheld_words
from model.subjects.reporting.figures.rule_breaks import rule_breaks
from model.subjects.support.words import support

MOST = 5  # sentences
NAMED = 3  # jobcenters named in one sentence
CLOSE = 3  # persons from the goal
COUNTS = {2: "to", 3: "tre"}
NOTHING = "Reglerne har ikke fundet noget, der kræver en samtale denne måned."


def talk_card(snapshot: Snapshot, month: date) -> Card:
    """»Det skal vi tale om« as a card, or that the rules have found nothing."""
    points = tuple(talking_points(snapshot, month))
    title = "Det er værd at tale om" if over(snapshot, month) else "Det skal vi tale om"
    return Card(title, points=points, lines=() if points else lines(NOTHING))


def talking_points(snapshot: Snapshot, month: date) -> list[str]:
    """The sentences for the region in ``month``: who is missing, what does not add up, who is far and who is close."""
    rules: tuple[Callable[[Snapshot, date], Iterable[str]], ...] = (
        _missing, _broken, _wishes, _furthest, _close, _courses, _one_half, _falling, _hidden)
    if snapshot.audience == "public":
        rules = tuple(rule for rule in rules if rule not in (_courses, _wishes))  # they look at single jobcenters
    return [sentence for rule in rules for sentence in rule(snapshot, month)][:MOST]


def _courses(snapshot: Snapshot, month: date) -> list[str]:
    return courses.talking(snapshot)[:1]


def _wishes(snapshot: Snapshot, month: date) -> list[str]:
    return list(filter(None, [support.waiting_sentence(snapshot)]))


def _missing(snapshot: Snapshot, month: date) -> list[str]:
    lacking = list(coverage(snapshot, month).lacking)
    return [f"{_some(lacking)} mangler tal for {month_long(month)}."] if lacking else []


def _broken(snapshot: Snapshot, month: date) -> list[str]:
    rows = rule_breaks(snapshot)
    rows = rows[rows["month"].dt.date.eq(month)] if len(rows) else rows
    names = snapshot.jobcenters["name"].reindex(rows["jobcenter"].unique()).tolist()
    words = f"Tallene for {_some(names)} i {month_long(month)} hænger ikke sammen. Se Indberetning og historik."
    return [words] if names else []


def _furthest(snapshot: Snapshot, month: date) -> list[str]:
    far = sorted((g for g in goals1(snapshot, month) if (g.missing or 0) > CLOSE), key=lambda g: -(g.missing or 0))
    if not far:
        return []
    return [f"Længst fra {GOAL_1}, målt i personer: {listing(_lacking(g) for g in far[:NAMED])}."]


def _close(snapshot: Snapshot, month: date) -> list[str]:
    near = sorted((g for g in goals1(snapshot, month) if 0 < (g.missing or 0) <= CLOSE), key=lambda g: g.missing or 0)
    if not near:
        return []
    if len(near) > NAMED:
        return [f"{number(len(near))} jobcentre {LACKS[near[0].over]} højst {persons(CLOSE)} i at nå {GOAL_1}."]
    return [f"Tæt på {GOAL_1}: {listing(f'{g.name} {LACKS[g.over]} {persons(g.missing or 0)}' for g in near)}."]


def _one_half(snapshot: Snapshot, month: date) -> list[str]:
    partly = sorted((g for g in goals1(snapshot, month) if g.verdict == Verdict.PARTLY),
                    key=lambda goal: not goal.share_reached)
    parts = [f"{half}: {_some(_names(g for g in partly if halves(g)[0] == half))}."
             for half in dict.fromkeys(halves(goal)[0] for goal in partly)]
    return [f"Kun den ene del af {GOAL_1} {IS[partly[0].over]} nået. {' '.join(parts)}"] if parts else []


def _falling(snapshot: Snapshot, month: date) -> list[str]:
    """Plain counts of how many months in a row virksomhedsaktivering fell; no claim that it means anything."""
    rows = panel(snapshot)
    last = between(snapshot.figures_from, month) + 1
    known = by_jobcenter(snapshot, rows["activated"].notna() & rows["participates"])[:, :last]
    counts = by_jobcenter(snapshot, rows["activated"].fillna(0).astype("int64"))[:, :last]
    for months in (3, 2):
        rows_falling = _fell(counts, known, months=months)
        if len(rows_falling):
            names = snapshot.jobcenters["name"].iloc[rows_falling]
            fallen = [f"{name} (fra {number(counts[row, -1 - months])} til {number(counts[row, -1])})"
                      for name, row in zip(names, rows_falling, strict=True)]
            return [f"Færre i {ACTIVATION} {COUNTS[months]} måneder i træk: {_some(fallen)}."]
    return []


def _fell(counts: NDArray[np.int64], known: NDArray[np.bool_], *, months: int) -> NDArray[np.int64]:
    """Rows whose last ``months`` changes are all falls between known months."""
    if counts.shape[1] <= months:
        return np.array([], dtype=np.int64)
    falls = np.diff(counts[:, -1 - months:], axis=1) < 0
    return np.flatnonzero(falls.all(axis=1) & known[:, -1 - months:].all(axis=1))


def _hidden(snapshot: Snapshot, month: date) -> list[str]:
    names = _names(g for g in goals1(snapshot, month) if g.absent == HIDDEN)
    return [f"{GOAL_1} kan ikke opgøres for {_some(names)}, da små tal er {withheld_words(snapshot)}."] if names else []


def _lacking(goal: Goal1) -> str:
    return f"{goal.name} {LACKS[goal.over]} {number(goal.missing or 0)}"


def _names(goals: Iterable[Goal1]) -> list[str]:
    return [goal.name for goal in goals]


def _some(names: list[str]) -> str:
    """At most four names; of more, the first three and how many others."""
    if len(names) <= NAMED + 1:
        return listing(names)
    return listing([*names[:NAMED], f"{number(len(names) - NAMED)} andre"])
