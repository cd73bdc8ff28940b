"""One figure against its target: goal 1 as a fact, goal 2 with the interval its verdict rests on."""

from datetime import date

import pandas as pd

from model.basics.formatting import month_long, month_short, number
from model.basics.shares import interval, percent, share_of
from model.drawing.chart import Bullet, Chart, Mark
from model.drawing.words import alt_text, share_text
from model.programmes.measures import PERSONS, TOTAL
from model.programmes.words import ACTIVATION, GROUP, OUTCOME_HEADING, SUPPORTED_AFTER
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.charts.tiles import GOAL2_MARKS
from model.subjects.goals.figures.goals import Goal1, Goal2
from model.subjects.goals.figures.left_out import region_name
from model.subjects.goals.figures.region import Region
from model.subjects.goals.words.lines import source_line
from model.subjects.goals.words.region import region_sentence
from model.subjects.goals.words.titles import goal1_title, goal2_title
from model.subjects.goals.words.wording import OUTCOME_WORDS

GOAL1_SCALE, GOAL2_SCALE = 25.0, 40.0  # percent; widened when the figure or its target needs it
ROOM = 1.15


def goal1_bullet(snapshot: Snapshot, goal: Goal1) -> Chart:
    """A jobcenter's share against its target, without an interval: it is a full count."""
    return _goal1(snapshot, goal.month, name=goal.name, counts=(goal.activated, goal.persons),
                  target=goal.share_target or 0, title=goal1_title(goal),
                  mark=met_mark(goal.share_reached) if goal.share is not None else "unknown")


def region_bullet(snapshot: Snapshot, region: Region) -> Chart:
    """The region's share against what is asked of each of its jobcenters: context, since it is asked of them.

    It is not marked as met or not while some have not reported.
    """
    target = region.share_target or 0
    known = region.share is not None and region.activated is not None and region.persons is not None
    reached = known and 100 * (region.activated or 0) >= target * (region.persons or 0)
    return _goal1(snapshot, region.month, name=region_name(snapshot), counts=(region.activated, region.persons),
                  target=target, title=region_sentence(region),
                  mark=met_mark(reached) if known and not region.coverage.missing else "unknown")


def goal2_bullet(snapshot: Snapshot, goal: Goal2, *, name: str) -> Chart:
    """The share of self-supporting with the Wilson interval; under 20 courses only the count is told."""
    enough = (goal.ended or 0) >= FEWEST
    text = "" if goal.successes is None or not goal.ended else share_of(goal.successes, goal.ended, target=goal.target)
    bullet = Bullet(
        value=goal.share if enough else None, low=goal.low if enough else None, high=goal.high if enough else None,
        target=goal.target, target_label=f"Mål {percent(goal.target)}", mark=GOAL2_MARKS[goal.verdict],
        value_label=text, known=bool(text),
        maximum=max(GOAL2_SCALE, ROOM * goal.target, (goal.high or 0.0) + 2 if enough else 0.0))
    title = goal2_title(goal, name=name)
    first, last = (month_short(month) for month in goal.measured)
    window = f"forløb afsluttet {first}–{last}"
    certain = interval(goal.low, goal.high, target=goal.target) if (
        enough and goal.low is not None and goal.high is not None) else ""
    return Chart(
        kind="bullet", title=title, subtitle=f"{name}, {SUPPORTED_AFTER}, procent af målbare {window}",
        source=source_line(snapshot, goal.last), alt=alt_text("Målestok", title, f"Mål {percent(goal.target)}"),
        make_table=lambda: pd.DataFrame({OUTCOME_HEADING: [text], "Statistisk usikkerhed": [certain],
                            "Mål": [percent(goal.target)]}),
        make_data=lambda: pd.DataFrame({"selvforsoergende": [goal.successes], "afsluttede": [goal.ended],
                           "andel_procent": [goal.share], "nedre_procent": [goal.low], "oevre_procent": [goal.high],
                           "status": [OUTCOME_WORDS[goal.verdict]]}),
        bullet=bullet, target=goal.target, target_label=bullet.target_label)


def met_mark(reached: bool | None) -> Mark:
    """The mark of one half of goal 1; None where it is not known whether it is met."""
    return "unknown" if reached is None else "reached" if reached else "not_reached"


def _goal1(snapshot: Snapshot, month: date, *, name: str, counts: tuple[int | None, int | None], target: int,
           title: str, mark: Mark) -> Chart:
    x, n = counts
    value = 100 * x / n if x is not None and n and n >= FEWEST else None
    label = f"Mål {percent(target)}"
    text = share_text(x, n, target=target)
    return Chart(
        kind="bullet", title=title, subtitle=f"{name}, {GROUP} i {ACTIVATION}, {month_long(month)}",
        source=source_line(snapshot, month), alt=alt_text("Målestok", f"{name}: {text} i {month_long(month)}", label),
        make_table=lambda: pd.DataFrame({"Målgruppe": ["ukendt" if n is None else number(n)],
                            "I aktivering": ["ukendt" if x is None else number(x)], "Andel": [text],
                            "Mål": [percent(target)]}),
        make_data=lambda: pd.DataFrame({PERSONS: [n], TOTAL: [x], "andel_procent": [value], "maal_procent": [target]}),
        bullet=Bullet(value=value, target=target, target_label=label, mark=mark, value_label=text,
                      known=x is not None and bool(n), maximum=max(GOAL1_SCALE, ROOM * target, ROOM * (value or 0.0))),
        target=target, target_label=label)
