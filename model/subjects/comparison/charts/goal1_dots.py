"""Goal 1's level and its increase on two aligned scales, one row for each jobcenter, by which halves are reached."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from model.basics.formatting import alphabetical, month_long, number, signed
from model.basics.shares import percent, share_of
from model.drawing.chart import Chart, Mark
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Scale
from model.drawing.words import alt_text, share_text
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.words import ACTIVATION, GOAL_1, GOAL_2, GROUP
from model.snapshot.absence import HIDDEN
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.comparison.figures.peers import Peers
from model.subjects.comparison.words.comparison import halves_title
from model.subjects.goals.charts.tiles import level_decimals, verdict_table
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2, goals1
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.region import region
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.goals.words.lines import source_line
from model.subjects.goals.words.titles import reserved_words, verdict_sentence, verdict_words
from model.subjects.goals.words.wording import hidden_word

WIDTH = 4  # the scale of the increase ends at so many times the target; a larger one gets an arrow
SHARES, SHARE_STEP = 25, 5  # percent
GROUPS = {Verdict.REACHED: "Begge dele nået", Verdict.PARTLY: "Kun den ene del nået",
          Verdict.NOT_REACHED: "Ingen af delene nået", Verdict.UNKNOWN: "Kan ikke opgøres"}
LEGEND: tuple[tuple[Mark, str], ...] = (("reached", "Nået"), ("not_reached", "Ikke nået"))
HOW_TO_READ = (
    f"Til venstre niveauet: andelen af målgruppen i {ACTIVATION}. Til højre udviklingen: hvor mange flere der "
    f"er i gang end i udgangspunktet. De stiplede linjer er de to dele af {GOAL_1}, og begge skal være nået. Tallene "
    "er talt op for alle, så her er ingen usikkerhed. Store jobcentre når lettere forøgelsen, fordi den er den samme "
    "for "
    "alle; derfor står de to dele hver for sig. En pil viser, at tallet ligger uden for skalaen.")


@remembered
def goal1_dots(snapshot: Snapshot, month: date, peers: Peers, own: str | None = None) -> Chart:
    """Share and increase by jobcenter, those with both halves first; full counts without an interval.

    ``own``: the code of the jobcenter that is highlighted.
    """
    goals = [goal for goal in goals1(snapshot, month) if goal.code in peers.codes]
    title = halves_title(goals)
    ordered = sorted(goals, key=lambda goal: alphabetical(goal.name))
    seconds = [goal2(snapshot, goal.code, goal.month) for goal in ordered]
    return Chart(
        kind="dots", title=title, source=source_line(snapshot, month), how_to_read=HOW_TO_READ,
        subtitle=", ".join(part for part in (
            f"Andel af {GROUP} og forøgelse siden udgangspunktet, {month_long(month)}, {peers.within}",
            reserved_words(goals)) if part),
        alt=alt_text("Prikker på to skalaer, en række for hvert jobcenter", title, month_long(month)),
        make_table=partial(_table, ordered, seconds), make_data=partial(_data, goals),
        shape=_dots(snapshot, month, goals, own),
        own=next((goal.name for goal in goals if goal.code == own), ""))


def _dots(snapshot: Snapshot, month: date, goals: list[Goal1], own: str | None) -> Dots:
    groups = [(title, [goal for goal in goals if goal.verdict == verdict]) for verdict, title in GROUPS.items()]
    return Dots(
        scales=(_level(snapshot, month, goals), _increase(goals)), legend=LEGEND,
        groups=tuple(DotGroup(f"{title} ({number(len(within))})", tuple(
            _row(goal, own=own, decimals=level_decimals(goals)) for goal in sorted(within, key=_order)))
                     for title, within in groups if within))


def _order(goal: Goal1) -> tuple[bool, float, str]:
    """By share; a group too small for one comes last."""
    small = goal.share is None or (goal.persons or 0) < FEWEST
    return small, 0.0 if small else -(goal.share or 0.0), alphabetical(goal.name)


def _level(snapshot: Snapshot, month: date, goals: list[Goal1]) -> Scale:
    shown = [value for goal in goals for value in (goal.share, goal.share_target) if value]
    top = max([SHARES, *(SHARE_STEP * (int(value) // SHARE_STEP + 1) for value in shown)])
    target, whole = _same({goal.share_target for goal in goals}), region(snapshot, month)
    lines = () if target is None else (Line(target, f"Mål {percent(target)}", "target"),)
    words = share_text(whole.activated, whole.persons, target=whole.share_target)
    level = () if whole.share is None else (
        Line(whole.share, f"{region_name(snapshot)} {words}", "context", whole.share_target),)
    step = SHARE_STEP if top <= 6 * SHARE_STEP else 4 * SHARE_STEP
    return Scale("Niveau: andel i aktivering", 0, top,
                 tuple((value, percent(value)) for value in range(0, top + 1, step)), (*lines, *level))


def _increase(goals: list[Goal1]) -> Scale:
    """From the largest fall (no more than the target) to four times the target, of several the largest."""
    targets = {goal.increase_target for goal in goals}
    target, step = _same(targets), max([1, *(each for each in targets if each)])
    low = -step if any((goal.increase or 0) < 0 for goal in goals) else 0
    lines = () if target is None else (Line(target, f"Mål +{target}", "target"),)
    return Scale("Udvikling: forøgelse", low, WIDTH * step,
                 tuple((value, signed(value)) for value in range(low, WIDTH * step + 1, step)), lines)


def _same(targets: set[int | None]) -> int | None:
    return next(iter(targets)) if len(targets) == 1 else None


def _row(goal: Goal1, *, own: str | None, decimals: int) -> DotRow:
    small = goal.share is None or (goal.persons or 0) < FEWEST
    hidden = hidden_word(public=goal.public)
    share = hidden if goal.share_absent == HIDDEN else "ingen tal"
    if goal.activated is not None and goal.persons is not None:
        share = share_of(goal.activated, goal.persons, target=goal.share_target, least=decimals)
    unknown = hidden if goal.increase_absent == HIDDEN else "ukendt"
    increase = unknown if goal.increase is None else signed(goal.increase)
    return DotRow(
        name=goal.name, code=goal.code, own=goal.code == own,
        said=f"{goal.name}. {verdict_sentence(goal, spoken=True)}",
        dots=(Dot(None if small else goal.share, share, _mark(goal.share_reached), target=goal.share_target),
              Dot(goal.increase, increase, _mark(goal.increase_reached))))


def _mark(reached: bool | None) -> Mark:
    return "unknown" if reached is None else "reached" if reached else "not_reached"


def _table(goals: Sequence[Goal1], seconds: Sequence[Goal2]) -> pd.DataFrame:
    table = verdict_table(goals, seconds)
    return table.drop(columns=[GOAL_2, "Hvor sikkert"], errors="ignore")


def _data(goals: list[Goal1]) -> pd.DataFrame:
    def plain(goal: Goal1) -> dict[str, Any]:
        return {"kommunekode": goal.code, "jobcenter": goal.name, PERSONS: goal.persons,
                TOTAL: goal.activated, "andel_procent": goal.share,
                "udgangspunkt": goal.baseline, "foroegelse": goal.increase, "maal_1": verdict_words(goal)}

    return pd.DataFrame([plain(goal) for goal in goals])
