"""The comparison as a table: tæller/nævner · uoplyst · andel · usikkerhed · vurdering · året før; and as a file."""

from typing import Any

import pandas as pd

from model.basics.formatting import month_key, number, plural
from model.basics.shares import decimals_beside, interval, share
from model.programmes.words import ITSELF
from model.statistics.intervals import FEWEST
from model.subjects.comparison.figures.comparison import Comparison, Unit
from model.subjects.comparison.words import comparison as said
from model.subjects.goals.figures.goals import Goal2
from model.subjects.goals.words.wording import OUTCOME_WORDS, certainty_words, goal2_words

HIDDEN = "d"
NO_SHARE = "for få"


# of single months and of what BRM asks about: nothing of it is told of an edition's half-years
INSIDE = ["uoplyst_forloeb", "uoplyst_maaneder", "mod_regionen", "aaret_foer", "taeller_foer", "naevner_foer"]


def comparison_table(comparison: Comparison) -> pd.DataFrame:
    """One row per unit as finished texts, and last the whole region."""
    earlier = decimals_beside(unit.before.ended for unit in comparison.units if unit.before is not None)
    rows = [_row(unit.name, unit.goal, untold=_untold(unit), before=_before(unit, comparison, decimals=earlier),
                 words=_verdict(unit), decimals=comparison.decimals) for unit in comparison.units]
    table = pd.DataFrame([*rows, _row(comparison.name, comparison.region, untold=_sum_untold(comparison), before="",
                                      words=_certainty(comparison.region), decimals=comparison.decimals)])
    return table.drop(columns=["Uoplyst", "Året før"]) if comparison.published else table


def comparison_data(comparison: Comparison) -> pd.DataFrame:
    """The same as plain numbers; under 20 courses the counts alone."""
    table = pd.DataFrame([_plain(unit, comparison) for unit in comparison.units])
    return table.drop(columns=INSIDE, errors="ignore") if comparison.published else table


def _row(name: str, goal: Goal2, *, untold: str, before: str, words: str, decimals: int) -> dict[str, str]:
    withheld = goal.successes is None or goal.ended is None
    enough = not withheld and (goal.ended or 0) >= FEWEST
    certain = interval(goal.low or 0, goal.high or 0, target=goal.target) if enough else NO_SHARE
    return {
        "Jobcenter": name,
        "Tæller/nævner": HIDDEN if withheld else f"{number(goal.successes or 0)}/{number(goal.ended or 0)}",
        "Uoplyst": untold,
        "Andel": HIDDEN if withheld else _share(goal, decimals),
        "Statistisk usikkerhed": HIDDEN if withheld else certain,
        "Vurdering": words, "Året før": before}


def _share(goal: Goal2, decimals: int) -> str:
    if (goal.ended or 0) < FEWEST:
        return NO_SHARE
    return share(goal.successes or 0, goal.ended or 0, target=goal.target, least=decimals)


def _certainty(goal: Goal2) -> str:
    if goal.successes is None or goal.ended is None:
        words = goal2_words(goal)
        return words[0].lower() + words[1:]
    return certainty_words(goal.successes, goal.ended, verdict=goal.verdict, target=goal.target)


def _verdict(unit: Unit) -> str:
    """Where it stands against the target; only what deviates from the region says so too."""
    place = f", {said.place_words(unit)} fra regionen" if unit.place == "outside" else ""
    return f"{_certainty(unit.goal)}{place}"


def _untold(unit: Unit) -> str:
    return _courses(unit.untold, unit.silent)


def _courses(untold: int, silent: int) -> str:
    return f"{number(untold)} + {plural(silent, 'md.', 'md.')}" if silent else number(untold)


def _sum_untold(comparison: Comparison) -> str:
    """Known for the whole region only where all of it is shown."""
    if comparison.peers.kind != "everyone":
        return ""
    return _courses(sum(unit.untold for unit in comparison.units), sum(unit.silent for unit in comparison.units))


def _before(unit: Unit, comparison: Comparison, *, decimals: int) -> str:
    if comparison.before is None or unit.before is None:
        return f"før {ITSELF}"
    goal = unit.before
    if goal.successes is None:
        return HIDDEN
    return f"{number(goal.successes)}/{number(goal.ended or 0)}" if (goal.ended or 0) < FEWEST else (
        f"{_share(goal, decimals)} ({number(goal.successes)}/{number(goal.ended or 0)})")


def _plain(unit: Unit, comparison: Comparison) -> dict[str, Any]:
    goal, before = unit.goal, unit.before
    return {
        "kommunekode": unit.code, "jobcenter": unit.name, "taeller": goal.successes, "naevner": goal.ended,
        "uoplyst_forloeb": unit.untold, "uoplyst_maaneder": unit.silent,
        **{f"{name}_procent": value for name, value in zip(("andel", "nedre", "oevre"), _shown(goal), strict=True)},
        "status": OUTCOME_WORDS[goal.verdict], "mod_regionen": said.place_words(unit),
        "aaret_foer": month_key(comparison.before) if comparison.before else None,
        "taeller_foer": before.successes if before else None, "naevner_foer": before.ended if before else None}


def _shown(goal: Goal2) -> tuple[float | None, float | None, float | None]:
    return (goal.share, goal.low, goal.high) if (goal.ended or 0) >= FEWEST else (None, None, None)
