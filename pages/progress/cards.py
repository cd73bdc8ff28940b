"""The cards that open the two progress pages: the answer first, largest first, then what it rests on."""

from collections.abc import Iterable
from datetime import date

from model.charts.bullet import GOAL2_MARKS, goal1_bullet, goal2_bullet, region_bullet
from model.charts.chart import Chart, Mark
from model.charts.tiles import MARKS, goal2_counts
from model.charts.words import WHOLE
from model.formatting import NBSP, interval, number, percent, persons, share_of, signed
from model.indicators.cohorts import CENTRE_ENDED, CENTRE_JOB, ENDED, JOB
from model.indicators.findings import (
    VERDICT_WORDS,
    goal2_sentence,
    indicative_note,
    pace_sentence,
    pace_title,
    resized_sentence,
    talking_points,
)
from model.indicators.goals import Goal1, Goal2, Region, goal1, goal2, region
from model.indicators.pace import Pace, pace
from model.indicators.region_pace import region_pace
from model.indicators.snapshot import Snapshot, remembered
from model.indicators.targets import resolve
from model.indicators.usable import reservations
from pages.shared import drawing


@remembered
def of_region(snapshot: Snapshot, month: date) -> tuple[str, ...]:
    """The front page's three: goal 1, goal 2, and what to talk about."""
    found = region(snapshot, month)
    return (
        region_goal1(found, region_bullet(snapshot, found), region_pace(snapshot, month)),
        goal2_card(found.goal2, goal2_bullet(snapshot, found.goal2, name=WHOLE),
                   beside=[f"Jobcentrene: {goal2_counts(snapshot, month)}"]),
        talk(talking_points(snapshot, month)))


@remembered
def of_jobcenter(snapshot: Snapshot, code: str, month: date) -> tuple[str, ...]:
    """A jobcenter's three: goal 1, goal 2 with job and education beside it, and what it takes."""
    first, second = goal1(snapshot, code, month), goal2(snapshot, code, month)
    return (
        goal1_card(first, goal1_bullet(snapshot, first)),
        goal2_card(second, goal2_bullet(snapshot, second, name=first.name), beside=_job(snapshot, code, month)),
        pace_card(pace(snapshot, code, month)))


def region_goal1(whole: Region, chart: Chart, found: Pace) -> str:
    """How many jobcenters have reached goal 1, with the region's own share as context and the pace of the others."""
    return card(_goal1_heading(whole), [
        big(f"{number(whole.reached)} af {number(whole.of)}", "jobcentre har nået begge dele"),
        drawing.paragraph(_regional_share(whole)), drawing.bullet(chart), drawing.paragraph(pace_sentence(found))])


def goal1_card(goal: Goal1, chart: Chart) -> str:
    """A jobcenter's goal 1: the one verdict, the share and the two lights."""
    share = ("–", "andelen kan ikke opgøres") if goal.share is None else _split_share(goal)
    note = (indicative_note(goal) or "") if goal.increase is not None else ""
    return card("Mål 1: andel og forøgelse", [
        big(*share), f"<p>{drawing.badge(MARKS[goal.verdict], VERDICT_WORDS[goal.verdict])}</p>",
        drawing.bullet(chart), lights(goal), drawing.paragraph(note, kind="fd-source")])


def lights(goal: Goal1) -> str:
    """The two halves of goal 1, each with its own mark."""
    halves = [(goal.reached_16, _share_words(goal)), (goal.reached_15, _increase_words(goal))]
    items = "".join(f"<li>{drawing.badge(_light(reached), words)}</li>" for reached, words in halves)
    return f'<ul class="fd-lights">{items}</ul>'


def goal2_card(goal: Goal2, chart: Chart, *, beside: Iterable[str] = ()) -> str:
    """Goal 2: the fact with its count, then how certain it is, then what stands beside it."""
    mark: Mark = GOAL2_MARKS.get(goal.status, "unknown")
    certain = "" if goal.low is None or goal.high is None or (goal.ended or 0) < 20 else (
        f"Usikkerhed: {interval(goal.low, goal.high)} (95{NBSP}% interval).")
    fact, _, certainty = goal.text.partition(": ")
    figure = _split(fact) if certainty else (fact, "")
    return card("Mål 2: selvforsørgende 4 uger efter", [
        big(*figure), f"<p>{drawing.badge(mark, certainty or 'kan ikke måles endnu')}</p>",
        drawing.bullet(chart),
        drawing.paragraph(certain), *(drawing.paragraph(line) for line in beside),
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
    return card("Kan tallet bruges?", [drawing.listing(found) if found else drawing.paragraph(
        "Ja. Alle måneder er indberettet, intet er skjult eller rettet, og tallene er store nok til procent.")])


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


def _job(snapshot: Snapshot, code: str, month: date) -> list[str]:
    """Job or education beside goal 2, for all and for those who were in a virksomhedscenter; never against 20 %."""
    found = {"Job eller uddannelse": goal2(snapshot, code, month, outcome=JOB, ended=ENDED),
             "Job eller uddannelse efter virksomhedscenter": goal2(snapshot, code, month, outcome=CENTRE_JOB,
                                                                 ended=CENTRE_ENDED)}
    return [f"{words}: {share_of(goal.successes, goal.ended)}" for words, goal in found.items()
            if goal.successes is not None and goal.ended]


def _goal1_heading(whole: Region) -> str:
    """The two halves with their targets, where every jobcenter has the same."""
    targets = {(goal.share_target, goal.increase_target) for goal in whole.goals}
    if len(targets) != 1:
        return "Mål 1: andel og forøgelse"
    share, increase = targets.pop()
    return f"Mål 1: mindst {share}{NBSP}% og {increase} flere i virksomhedsaktivering"


def _regional_share(whole: Region) -> str:
    if whole.activated is None or whole.persons is None:
        return "Regionens samlede andel kan ikke opgøres."
    target = next((goal.share_target for goal in whole.goals if goal.share_target is not None), None)
    known = sum(goal.persons is not None and goal.activated is not None for goal in whole.goals)
    who = "" if known == whole.of else f" ({number(known)} af {number(whole.of)} jobcentre)"
    return f"Hele regionen{who}: {share_of(whole.activated, whole.persons, target=target)} i virksomhedsaktivering"


def _split_share(goal: Goal1) -> tuple[str, str]:
    return _split(share_of(goal.activated or 0, goal.persons or 0, target=goal.share_target))


def _split(text: str) -> tuple[str, str]:
    """»14,7 % (14 af 95)« as figure and count; a count alone has no second part."""
    figure, opened, count = text.partition(" (")
    return figure, f"({count}" if opened else ""


def _share_words(goal: Goal1) -> str:
    target = f"mindst {percent(goal.share_target or 0, decimals=0)}"
    if goal.reached_16 is None:
        return f"{target}: kan ikke opgøres"
    needed = f"{target} = {persons(goal.needed_16 or 0)}"
    return f"{needed}: nået" if goal.reached_16 else f"{needed}: mangler {number(goal.missing_16 or 0)}"


def _increase_words(goal: Goal1) -> str:
    target = f"mindst {goal.increase_target} flere"
    if goal.increase is None:
        return f"{target}: kan ikke opgøres"
    since = f"{signed(goal.increase)} siden {number(goal.baseline or 0)} ved udgangspunktet"
    if goal.reached_15:
        return f"{target}: nået, {since}"
    return f"{target}: mangler {number(goal.missing_15 or 0)}, {since}"


def _light(reached: bool | None) -> Mark:
    return "unknown" if reached is None else "reached" if reached else "not_reached"
