"""The cards that open the two progress pages: the answer first, largest first, then what it rests on."""

from collections.abc import Iterable
from datetime import date

from model.basics.formatting import number
from model.drawing.chart import Chart, Mark
from model.snapshot.snapshot import Snapshot, remembered
from model.subjects.goals.charts.bullet import GOAL2_MARKS, goal1_bullet, goal2_bullet, region_bullet
from model.subjects.goals.charts.tiles import MARKS, goal2_counts
from model.subjects.goals.figures.goals import Goal1, Goal2, Region, goal1, goal2, region
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.pace import Pace, pace
from model.subjects.goals.figures.region_pace import region_pace
from model.subjects.goals.figures.targets import resolve
from model.subjects.goals.figures.usable import reservations
from model.subjects.goals.words import card_words
from model.subjects.goals.words.sentences import pace_sentence, pace_title, resized_sentence
from model.subjects.goals.words.titles import goal2_sentence, indicative_note, verdict_label
from model.subjects.reporting.words.talking import talking_points
from pages.shared import drawing


@remembered
def of_region(snapshot: Snapshot, month: date) -> tuple[str, ...]:
    """The front page's three: goal 1, goal 2, and what to talk about."""
    found = region(snapshot, month)
    return (
        region_goal1(found, region_bullet(snapshot, found), region_pace(snapshot, month)),
        goal2_card(found.goal2, goal2_bullet(snapshot, found.goal2, name=region_name(snapshot)),
                   beside=[f"Jobcentrene: {goal2_counts(snapshot, month)}"]),
        talk(talking_points(snapshot, month)))


@remembered
def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> tuple[str, ...]:
    """A jobcenter's three: goal 1, goal 2 with job and education beside it, and what it takes."""
    first, second = goal1(snapshot, code, month), goal2(snapshot, code, month)
    return (
        goal1_card(first, goal1_bullet(snapshot, first)),
        goal2_card(second, goal2_bullet(snapshot, second, name=first.name),
                   beside=card_words.job_lines(snapshot, code, month)),
        pace_card(pace(snapshot, code, month)))


def region_goal1(whole: Region, chart: Chart, found: Pace) -> str:
    """How many jobcenters have reached goal 1, with the region's own share as context and the pace of the others."""
    return card(card_words.region_heading(whole), [
        big(*card_words.region_parts(whole)),
        drawing.paragraph(card_words.regional_share(whole)), drawing.bullet(chart),
        drawing.paragraph(pace_sentence(found))])


def goal1_card(goal: Goal1, chart: Chart) -> str:
    """A jobcenter's goal 1: the one verdict, the share and the two lights."""
    note = (indicative_note(goal) or "") if goal.increase is not None else ""
    return card(card_words.GOAL1, [
        big(*card_words.share_parts(goal)), f"<p>{drawing.badge(MARKS[goal.verdict], verdict_label(goal))}</p>",
        drawing.bullet(chart), lights(goal), drawing.paragraph(note, kind="fd-source")])


def lights(goal: Goal1) -> str:
    """The two halves of goal 1, each with its own mark."""
    halves = [(goal.reached_16, card_words.share_half(goal)), (goal.reached_15, card_words.increase_half(goal))]
    items = "".join(f"<li>{drawing.badge(_light(reached), words)}</li>" for reached, words in halves)
    return f'<ul class="fd-lights">{items}</ul>'


def goal2_card(goal: Goal2, chart: Chart, *, beside: Iterable[str] = ()) -> str:
    """Goal 2: the fact with its count, then how certain it is, then what stands beside it."""
    mark: Mark = GOAL2_MARKS.get(goal.status, "unknown")
    figure, count, certainty = card_words.goal2_parts(goal)
    return card(card_words.GOAL2, [
        big(figure, count), f"<p>{drawing.badge(mark, certainty)}</p>",
        drawing.bullet(chart),
        drawing.paragraph(card_words.uncertainty(goal)), *(drawing.paragraph(line) for line in beside),
        drawing.paragraph(goal2_sentence(goal), kind="fd-source")])


def talk(points: Iterable[str]) -> str:
    """»Det skal vi tale om«: the sentences the rules have found."""
    found = list(points)
    return card("Det skal vi tale om", [drawing.listing(found) if found else drawing.paragraph(
        "Reglerne har ikke fundet noget, der kræver en samtale denne måned.")])


def pace_card(found: Pace) -> str:
    """»Hvad skal der til?«: whole persons, the pace asked for beside the pace so far, and another target group."""
    if found.missing is None:
        return card("Hvad skal der til?", [drawing.paragraph(pace_sentence(found))])
    if found.missing == 0:
        figure = big("0", "personer mangler")
    else:
        figure = big(number(found.missing), f"{'person' if found.missing == 1 else 'personer'} mangler")
    title = pace_title(found)
    return card("Hvad skal der til?", [
        figure, f"<p><strong>{drawing.text(title)}</strong></p>" if title else "",
        drawing.paragraph(pace_sentence(found)), drawing.paragraph(resized_sentence(found) or "", kind="fd-source")])


@remembered
def usable(snapshot: Snapshot, code: str, month: date) -> str:
    """»Kan tallet bruges?«: the reservations, or that there are none."""
    found = reservations(snapshot, code, month)
    return card("Kan tallet bruges?", [drawing.listing(found) if found else drawing.paragraph(card_words.ALL_WELL)])


def card(title: str, parts: Iterable[str]) -> str:
    """A card with a heading."""
    return f'<section class="fd-card"><h2>{drawing.text(title)}</h2>{"".join(parts)}</section>'


def big(figure: str, words: str = "") -> str:
    """The card's figure and the words that go with it."""
    return f'<p class="fd-big">{drawing.text(figure)} <small>{drawing.text(words)}</small></p>'


@remembered
def national(snapshot: Snapshot, month: date) -> str:
    """The national figure as what it is: context."""
    target = resolve(snapshot.targets, "national", None, month)
    if target is None or target.value is None:
        return ""
    return (f"De {number(target.value)} personer i Mål 1 er et tal for hele landet. Planen nævner ingen andel til "
            "Midtjylland, så regionen holdes kun op mod det, planen beder hvert jobcenter om.")


def _light(reached: bool | None) -> Mark:
    return "unknown" if reached is None else "reached" if reached else "not_reached"
