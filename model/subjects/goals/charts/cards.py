"""The cards on the goals: the region's and a jobcenter's two, what goal 1 takes, and whether the number can be used."""

from collections.abc import Iterable
from datetime import date

from model.basics.formatting import capital, number
from model.drawing.card import Card, lines
from model.snapshot.absence import HIDDEN
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.bullet import goal1_bullet, goal2_bullet, met_mark, region_bullet
from model.subjects.goals.charts.tiles import GOAL2_MARKS, MARKS, goal2_counts
from model.subjects.goals.figures.goals import Goal2, goal1, goal2
from model.subjects.goals.figures.left_out import outcome_region
from model.subjects.goals.figures.pace import Pace, pace
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.region_pace import region_pace
from model.subjects.goals.figures.usable import reservations
from model.subjects.goals.words import card_words
from model.subjects.goals.words.sentences import pace_sentence, resized_sentence
from model.subjects.goals.words.titles import goal2_sentence, reserved_words, verdict_label
from model.subjects.goals.words.wording import LACKS


def region_goal1(snapshot: Snapshot, month: date) -> Card:
    """How many jobcenters have reached goal 1, the region's own share as context, and the pace of the others.

    No verdict: goal 1 is asked of each jobcenter.
    """
    whole, others = region(snapshot, month), region_pace(snapshot, month)
    figure, words = card_words.region_parts(whole)
    if whole.only_together:
        return Card(card_words.region_heading(whole), figure, words, bullet=region_bullet(snapshot, whole),
                    lines=lines(card_words.together_sentence(whole)),
                    hidden=whole.activated is None and not whole.waiting)
    return Card(card_words.region_heading(whole), figure, words, context=card_words.regional_share(whole),
                bullet=region_bullet(snapshot, whole), lines=lines(pace_sentence(others)), hidden=_hidden(others))


def region_goal2(snapshot: Snapshot, month: date) -> Card:
    """The region's goal 2, with how its jobcenters divide."""
    return goal2_card(snapshot, region(snapshot, month).goal2, name=outcome_region(snapshot),
                      beside=filter(None, [divided(snapshot, month)]))


def divided(snapshot: Snapshot, month: date) -> str:
    """How the jobcenters divide on goal 2; empty where the public is told of them together alone."""
    return "" if snapshot.jobcenters.empty else f"Jobcentrene: {goal2_counts(snapshot, month)}"


def jobcenter_goal1(snapshot: Snapshot, code: str, month: date) -> Card:
    """A jobcenter's goal 1: the share, the one verdict and its two halves."""
    goal = goal1(snapshot, code, month)
    figure, words = card_words.share_parts(goal)
    halves = ((goal.share_reached, card_words.share_half(goal)),
              (goal.increase_reached, card_words.increase_half(goal)))
    note = capital(reserved_words([goal]))
    return Card(card_words.GOAL1, figure, words, verdict=(MARKS[goal.verdict], verdict_label(goal)),
                bullet=goal1_bullet(snapshot, goal), halves=tuple((met_mark(met), text) for met, text in halves),
                lines=lines(note, tone="quiet"), repeated=goal.share is not None,
                hidden=goal.absent == HIDDEN or _hidden(pace(snapshot, code, month)))


def _hidden(found: Pace) -> bool:
    return found.hidden or found.still == HIDDEN


def jobcenter_goal2(snapshot: Snapshot, code: str, month: date) -> Card:
    """A jobcenter's goal 2, with job and education beside it."""
    return goal2_card(snapshot, goal2(snapshot, code, month), name=goal1(snapshot, code, month).name,
                      beside=card_words.job_lines(snapshot, code, month))


def goal2_card(snapshot: Snapshot, goal: Goal2, *, name: str, beside: Iterable[str] = ()) -> Card:
    """Goal 2: the fact with its count, then how certain it is, then what stands beside it."""
    figure, count, certainty = card_words.goal2_parts(goal)
    return Card(card_words.GOAL2, figure, count, verdict=(GOAL2_MARKS[goal.verdict], certainty),
                bullet=goal2_bullet(snapshot, goal, name=name),
                lines=(*lines(card_words.uncertainty(goal), *beside), *lines(goal2_sentence(goal), tone="quiet")),
                repeated=goal.successes is not None and bool(goal.ended),
                hidden=not goal.waiting and (goal.successes is None or goal.ended is None or bool(goal.left_out)))


def pace_card(snapshot: Snapshot, code: str, month: date) -> Card:
    """»Hvad skal der til?«: whole persons, the pace asked for beside the pace so far, and another target group.

    After the end what was missing is all there is to tell.
    """
    tempo = pace(snapshot, code, month)
    title = card_words.LACKED if tempo.over else card_words.NEEDED
    if tempo.missing is None:
        return Card(title, lines=lines(pace_sentence(tempo)))
    return Card(title, number(tempo.missing), f"{'person' if tempo.missing == 1 else 'personer'} {LACKS[tempo.over]}",
                lines=(*lines(pace_sentence(tempo)), *lines(resized_sentence(tempo), tone="quiet")))


def usable_card(snapshot: Snapshot, code: str, month: date) -> Card:
    """»Kan tallet bruges?«: the reservations, or that there are none."""
    doubts = tuple(reservations(snapshot, code, month))
    return Card(card_words.USABLE, points=doubts, lines=() if doubts else lines(card_words.ALL_WELL))
