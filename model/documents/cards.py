"""The cards of the sheets: what the pages' cards say, ready for a template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from model.documents import chart_typ
from model.drawing.chart import Mark
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.bullet import GOAL2_MARKS, goal1_bullet, goal2_bullet
from model.subjects.goals.charts.tiles import MARKS
from model.subjects.goals.figures.goals import Goal2, goal1
from model.subjects.goals.words import card_words
from model.subjects.goals.words.titles import goal2_sentence, indicative_note, verdict_label


@dataclass(frozen=True)
class Card:
    """One of the boxes that answer first: a figure with its words, the verdict with its mark, and what it rests on."""

    title: str
    figure: str
    words: str
    mark: Mark | None  # None: no verdict
    verdict: str
    bullet: dict[str, Any] | None
    halves: Sequence[tuple[Mark, str]] = ()
    lines: Sequence[str] = ()
    notes: Sequence[str] = ()


def goal1_card(snapshot: Snapshot, code: str, month: date) -> Card:
    """Goal 1 of a jobcenter: the share, the one verdict and its two halves."""
    goal = goal1(snapshot, code, month)
    halves = ((goal.reached_16, card_words.share_half(goal)), (goal.reached_15, card_words.increase_half(goal)))
    note = indicative_note(goal) if goal.increase is not None else None
    return Card(card_words.GOAL1, *card_words.share_parts(goal), MARKS[goal.verdict], verdict_label(goal),
                chart_typ.bullet(goal1_bullet(snapshot, goal)), halves=[(_mark(met), text) for met, text in halves],
                notes=[f"{note}."] if note else [])


def goal2_card(snapshot: Snapshot, goal: Goal2, *, name: str, beside: Sequence[str]) -> Card:
    """Goal 2: the fact with its count, then how certain it is, then what stands beside it."""
    figure, count, certainty = card_words.goal2_parts(goal)
    lines = [text for text in (card_words.uncertainty(goal), *beside) if text]
    return Card(card_words.GOAL2, figure, count, GOAL2_MARKS.get(goal.status, "unknown"), certainty,
                chart_typ.bullet(goal2_bullet(snapshot, goal, name=name)), lines=lines, notes=[goal2_sentence(goal)])


def _mark(reached: bool | None) -> Mark:
    return "unknown" if reached is None else "reached" if reached else "not_reached"
