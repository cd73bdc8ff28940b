"""The cards that open the two progress pages: the answer first, largest first, then what it rests on."""

from collections.abc import Iterable

from model.charts.bullet import GOAL2_MARKS
from model.charts.chart import Chart, Mark
from model.charts.tiles import MARKS
from model.formatting import NBSP, interval, number, percent, persons, share_of, signed
from model.indicators.findings import (
    VERDICT_WORDS,
    goal2_sentence,
    indicative_note,
    pace_sentence,
    pace_title,
    resized_sentence,
)
from model.indicators.goals import Goal1, Goal2, Region
from model.indicators.pace import Pace
from model.indicators.targets import Resolved
from pages.shared import drawing

SURE = {"reached": "klart over", "not_reached": "klart under"}


def region_goal1(region: Region, chart: Chart, found: Pace) -> str:
    """How many jobcenters have reached goal 1, with the region's own share as context and the pace of the others."""
    return card(_goal1_heading(region), [
        big(f"{number(region.reached)} af {number(region.of)}", "jobcentre har nået begge dele"),
        drawing.paragraph(_regional_share(region)), drawing.bullet(chart), drawing.paragraph(pace_sentence(found))])


def goal1(goal: Goal1, chart: Chart) -> str:
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


def goal2(goal: Goal2, chart: Chart, *, beside: Iterable[str] = ()) -> str:
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


def pace(found: Pace) -> str:
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


def usable(lines: Iterable[str]) -> str:
    """»Kan tallet bruges?«: the reservations, or that there are none."""
    found = list(lines)
    return card("Kan tallet bruges?", [drawing.listing(found) if found else drawing.paragraph(
        "Ja. Alle måneder er indberettet, intet er skjult eller rettet, og tallene er store nok til procent.")])


def card(title: str, parts: Iterable[str]) -> str:
    """A card with a heading."""
    return f'<section class="fd-card"><h2>{drawing.text(title)}</h2>{"".join(parts)}</section>'


def big(figure: str, words: str = "") -> str:
    """The card's figure and the words that go with it."""
    return f'<p class="fd-big">{drawing.text(figure)} <small>{drawing.text(words)}</small></p>'


def national(target: Resolved | None) -> str:
    """The national figure as what it is: context."""
    if target is None or target.value is None:
        return ""
    return (f"De {number(target.value)} personer i Mål 1 er et tal for hele landet. Planen nævner ingen andel til "
            "Midtjylland, så regionen holdes kun op mod det, planen beder hvert jobcenter om.")


def _goal1_heading(region: Region) -> str:
    """The two halves with their targets, where every jobcenter has the same."""
    targets = {(goal.share_target, goal.increase_target) for goal in region.goals}
    if len(targets) != 1:
        return "Mål 1: andel og forøgelse"
    share, increase = targets.pop()
    return f"Mål 1: mindst {share}{NBSP}% og {increase} flere i virksomhedsaktivering"


def _regional_share(region: Region) -> str:
    if region.activated is None or region.persons is None:
        return "Regionens samlede andel kan ikke opgøres."
    target = next((goal.share_target for goal in region.goals if goal.share_target is not None), None)
    return f"Hele regionen: {share_of(region.activated, region.persons, target=target)} i virksomhedsaktivering"


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
