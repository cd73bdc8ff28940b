"""Jobcenters beside each other: goal 2 with whiskers, the funnel round the region, and goal 1's level and increase."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
import pandas as pd

from model.basics.formatting import capital, month_short, number, plural
from model.basics.shares import interval_words, percent, share_of
from model.drawing.chart import Chart, Mark
from model.drawing.dot_scales import share_ticks, share_top
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Funnel, FunnelPoint, Line, Scale
from model.drawing.words import alt_text, share_text
from model.programmes.words import SUPPORTED_AFTER
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.funnel import Z998, limits
from model.statistics.intervals import FEWEST, Z95
from model.subjects.comparison.charts.comparison_table import comparison_data, comparison_table
from model.subjects.comparison.figures.comparison import Comparison, Unit, comparison
from model.subjects.comparison.figures.peers import Peers
from model.subjects.comparison.words import comparison as said
from model.subjects.goals.charts.tiles import GOAL2_MARKS
from model.subjects.goals.figures.goals import Goal2
from model.subjects.goals.words.lines import source_line
from model.subjects.goals.words.wording import goal2_words, hidden_word

SIZE_TICKS = (5, 20, 50, 100, 200, 400, 800, 1600, 3200, 6400, 12800)
SMALLEST = 5  # the smallest size the limits are drawn for
HOW_DOTS = (
    "Hver prik er jobcentrets andel, og stregen er usikkerheden (95 %-interval, Wilson). Ligger hele stregen over "
    "eller under målet, er jobcentret klart over eller klart under. Krydser den målet, kan det være tilfældigt. "
    "Rækkefølgen følger andelen, men to jobcentre, hvis streger overlapper, kan ikke sættes i rækkefølge. "
    f"Jobcentre med under {FEWEST} forløb står for sig selv nederst og vurderes ikke. En pil viser, at stregen går "
    "ud over skalaen.")
HOW_FUNNEL = (
    "Hver prik er et jobcenter: til højre dem med mange forløb, øverst dem med en høj andel. Små jobcentre svinger "
    "mest, også når intet er anderledes; derfor er tragten bred til venstre. Prikker i det lyse felt ligger, hvor "
    "19 af 20 ville ligge, hvis alle var ens. Mellem feltet og den stiplede linje er de værd at spørge til. Kun uden "
    "for den stiplede linje (99,8 %) siges et jobcenter at afvige. Tragten ligger om regionens andel, ikke om målet. "
    "Den siger ikke, hvorfor et jobcenter ligger, hvor det ligger.")
LEGEND: tuple[tuple[Mark, str], ...] = (
    ("reached", "Klart over målet"), ("not_reached", "Klart under målet"), ("unsettled", "Kan være tilfældigt"),
    ("too_few", f"For få forløb (under {FEWEST})"))


@remembered
def goal2_dots(snapshot: Snapshot, month: date, peers: Peers, own: str | None = None) -> Chart:
    """Goal 2 by jobcenter with the verdict's own interval, by share; the small ones in a group of their own.

    ``own``: the code of the jobcenter that is highlighted.
    """
    compared = comparison(snapshot, month, peers)
    title = said.certainty_title(compared)
    return Chart(
        kind="dots", title=title, own=own_name(compared, own),
        subtitle=f"Holdt op mod {_target(compared)}. {_measure(compared)}, {peers.within}. "
                 "Streg: statistisk usikkerhed",
        source=source_line(snapshot, month), note=said.table_note(compared), how_to_read=HOW_DOTS,
        alt=alt_text("Prikker med usikkerhed, en for hvert jobcenter", title, _measure(compared)),
        make_table=partial(comparison_table, compared), make_data=partial(comparison_data, compared),
        shape=_dots(compared, own),
        hidden=any(unit.goal.successes is None and not unit.goal.waiting for unit in compared.units))


@remembered
def funnel_chart(snapshot: Snapshot, month: date, peers: Peers, own: str | None = None) -> Chart | None:
    """The jobcenters round the region's share by their size, ``own`` highlighted; None where nothing can be drawn."""
    compared = comparison(snapshot, month, peers)
    units = [*compared.judged, *compared.small]
    if not units or not compared.region.ended:
        return None
    title = said.chance_title(compared)
    return Chart(
        kind="funnel", title=title, own=own_name(compared, own),
        subtitle=f"Holdt op mod {said.region_words(compared)}. {_measure(compared)}, mod antal forløb, {peers.within}",
        source=source_line(snapshot, month), how_to_read=HOW_FUNNEL, note=said.outside_sentence(compared),
        alt=alt_text("Tragt om regionens andel", title, _measure(compared)),
        make_table=partial(_funnel_table, units, compared.decimals),
        make_data=partial(comparison_data, compared), shape=_funnel(compared, units, own))


def _funnel_table(units: Sequence[Unit], decimals: int) -> pd.DataFrame:
    return pd.DataFrame({
        "Jobcenter": [u.name for u in units], "Forløb": [number(u.goal.ended or 0) for u in units],
        "Andel": [share_text(u.goal.successes, u.goal.ended, target=u.goal.target, least=decimals) for u in units],
        "Vurdering": [said.place_words(u) for u in units]})


def own_name(compared: Comparison, own: str | None) -> str:
    """The name of the highlighted jobcenter; "" where none of those that are compared is."""
    return next((unit.name for unit in compared.units if unit.code == own), "")


def _target(compared: Comparison) -> str:
    words = said.target_words(compared)
    return words if words == said.SEVERAL else f"målet på {words}"


def _measure(compared: Comparison) -> str:
    first, last = (month_short(month) for month in compared.region.measured)
    return f"{capital(SUPPORTED_AFTER)}, procent af målbare forløb afsluttet {first}–{last}{_earlier(compared)}"


def _earlier(compared: Comparison) -> str:
    """Whose courses are counted to an earlier month than the region's, as the public is told of some."""
    stops = [stop for stop in compared.stops if stop < compared.region.measured[1]]
    if not stops:
        return ""
    until = "kun til og med" if len(set(stops)) == 1 else "kortere, tidligst til og med"
    return f" (for {plural(len(stops), 'jobcenter', 'jobcentre')} {until} {month_short(min(stops))})"


def _dots(compared: Comparison, own: str | None) -> Dots:
    groups = (("", compared.judged), (f"Under {FEWEST} forløb: vurderes ikke", compared.small),
              ("Kan ikke opgøres", compared.without))
    used = {GOAL2_MARKS[unit.goal.verdict] for unit in compared.units}
    top = share_top(value for unit in compared.units for value in (unit.goal.share, unit.goal.target))
    scale = Scale(title="Andel", low=0, high=top, ticks=share_ticks(top), lines=_lines(compared))
    return Dots(
        scales=(scale,),
        groups=tuple(DotGroup(title, tuple(_row(unit, own, compared.decimals) for unit in units))
                     for title, units in groups if units),
        legend=tuple((mark, words) for mark, words in LEGEND if mark in used))


def _lines(compared: Comparison) -> tuple[Line, ...]:
    whole, targets = compared.region, {unit.goal.target for unit in compared.units}
    target = (Line(min(targets), f"Mål {percent(min(targets))}", "target"),) if len(targets) == 1 else ()
    level = () if whole.share is None else (
        Line(whole.share, f"{compared.name} {share_text(whole.successes, whole.ended, target=whole.target)}", "context",
             whole.target),)
    return (*target, *level)


def _row(unit: Unit, own: str | None, decimals: int) -> DotRow:
    goal = unit.goal
    dot = Dot(value=goal.share, label=_label(goal, decimals), mark=GOAL2_MARKS[goal.verdict], low=goal.low,
              high=goal.high, target=goal.target, known=goal.successes is not None and bool(goal.ended))
    certain = "" if (goal.ended or 0) < FEWEST or goal.low is None or goal.high is None else (
        f". Statistisk usikkerhed: {interval_words(goal.low, goal.high, target=goal.target)}")
    return DotRow(name=unit.name, code=unit.code, dots=(dot,), own=unit.code == own,
                  said=f"{unit.name}: {goal2_words(goal, least=decimals)}{certain}")


def _label(goal: Goal2, decimals: int) -> str:
    if goal.waiting:
        return "ikke endnu"
    if goal.successes is None:
        return hidden_word(public=goal.untold)
    if not goal.ended:
        return "ingen målbare"
    if goal.ended < FEWEST:
        return f"for få ({number(goal.ended)})"
    return share_of(goal.successes, goal.ended, target=goal.target, least=decimals)


def _funnel(compared: Comparison, units: list[Unit], own: str | None) -> Funnel:
    largest = max(unit.goal.ended or 0 for unit in units)
    sizes = np.linspace(np.sqrt(SMALLEST), np.sqrt(max(largest * 1.05, FEWEST * 2)), 60) ** 2
    level = compared.region.share or 0.0
    near, far = (tuple((100 * float(a), 100 * float(b)) for a, b in zip(*limits(level / 100, sizes, z=z), strict=True))
                 for z in (Z95, Z998))
    shown = [value for unit in units for value in (unit.goal.share, unit.goal.target)]
    top = share_top([*shown, near[len(near) // 8][1]])
    lines = {line.role: line for line in _lines(compared)}
    return Funnel(
        points=tuple(_point(unit, own, compared.decimals) for unit in units), target=lines.get("target"),
        level=replace(lines["context"], label=compared.name),
        sizes=tuple(map(float, sizes)), near=near, far=far, share_ticks=share_ticks(top),
        size_ticks=tuple((size, number(size)) for size in SIZE_TICKS if size <= sizes[-1]),
        size_title="Målbare afsluttede forløb (kvadratrodsakse)")


def _point(unit: Unit, own: str | None, decimals: int) -> FunnelPoint:
    judged = unit.place != "not_judged"
    counted = share_of(unit.goal.successes or 0, unit.goal.ended or 0, target=unit.goal.target, least=decimals)
    return FunnelPoint(
        name=unit.name, size=unit.goal.ended or 0, share=unit.goal.share or 0.0, judged=judged,
        said=f"{unit.name}, {plural(unit.goal.ended or 0, 'forløb', 'forløb')}<br>{counted}: {said.place_words(unit)}",
        outside=unit.place == "outside", named=unit.code == own or unit.place in ("ask", "outside"),
        own=unit.code == own)
