"""Charts of two measures beside the trials: self-support after activation, and courses for each place in a year."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import capital, month_key, month_short, number, plural
from model.basics.shares import interval_words, share_of
from model.drawing.chart import Chart, Mark
from model.drawing.dot_scales import rate_ticks, share_ticks, share_top
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Scale
from model.drawing.words import alt_text
from model.programmes.current import FINDINGS
from model.programmes.words import ACTIVATION, ENDED_HEADING, SUPPORTED_AFTER
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.charts.centre_words import HOW_SELF_SUPPORT, HOW_TURNOVER, movement_source, scope
from model.subjects.centres.figures.centre_turnover import Turnover, turnovers, whole_turnover
from model.subjects.centres.words import centre_trials as said
from model.subjects.goals.figures.goals import Goal2, goal2
from model.subjects.goals.figures.left_out import WHOLE
from model.subjects.goals.words.lines import source_line

SHARE_LEGEND: tuple[tuple[Mark, str], ...] = (("plain", "Andel, og stregen dens statistiske usikkerhed"),)
UNKNOWN = "ikke kendt"
RATE_LEGEND: tuple[tuple[Mark, str], ...] = (("plain", "Forløb pr. plads på et år"),)
TRIALS = FINDINGS.rated if FINDINGS else ()
LEAST_RATE, ROOM = 4, 1.1  # the scale of rates goes at least so far, and so much beyond the largest


@remembered
def self_support_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """Self-supporting 4 weeks after company activation, beside what the trial found after other numbers of weeks.

    Neither goal 2's target nor its verdict is here: the lines are of another measure.
    """
    month = max(month, snapshot.starts)
    goals = [(WHOLE, goal2(snapshot, None, month))]
    if code is not None:
        goals.append((str(snapshot.jobcenters.loc[code, "name"]), goal2(snapshot, code, month)))
    title = said.self_support_title(goals[-1][1])
    period = "–".join(month_short(end) for end in goals[-1][1].measured)
    return Chart(
        kind="dots", title=title, source=source_line(snapshot, month), how_to_read=HOW_SELF_SUPPORT,
        subtitle=f"{scope(snapshot, code)}, procent af målbare forløb i {ACTIVATION} afsluttet {period}",
        note=said.self_support_note(),
        alt=alt_text("Prikker med usikkerhed", title, period, *said.trial_self_support_names()),
        make_table=partial(_support_table, goals), make_data=partial(_support_data, goals, month),
        shape=_support_dots(goals))


def _support_dots(goals: Sequence[tuple[str, Goal2]]) -> Dots:
    beside = (FINDINGS.references.self_supporting, FINDINGS.references.self_supporting_otherwise) if FINDINGS else ()
    lines = tuple(Line(reference.percent, name, "benchmark")
                  for reference, name in zip(beside, said.trial_self_support_names(), strict=True))
    top = share_top(goal.high for _, goal in goals)
    return Dots(scales=(Scale("Andel", 0, top, share_ticks(top), lines),), legend=SHARE_LEGEND,
                groups=(DotGroup("", tuple(_support_row(name, goal) for name, goal in goals)),))


def _enough(goal: Goal2) -> bool:
    return goal.successes is not None and (goal.ended or 0) >= FEWEST


def _support_row(name: str, goal: Goal2) -> DotRow:
    words = _counted(goal)
    drawn = (goal.share, goal.low, goal.high) if _enough(goal) else (None, None, None)
    dot = Dot(drawn[0], words, "plain", *drawn[1:], target=goal.target)
    return DotRow(name=name, code=goal.code or "", dots=(dot,), said=f"{name}: {words}{_certain(goal)}")


def _counted(goal: Goal2) -> str:
    if goal.successes is None or goal.ended is None:
        return "skjult"
    return share_of(goal.successes, goal.ended, target=goal.target) if goal.ended else "ingen målbare forløb"


def _certain(goal: Goal2) -> str:
    ends = _ends(goal)
    return f". Statistisk usikkerhed: {ends}" if ends else ""


def _ends(goal: Goal2) -> str:
    if not _enough(goal) or goal.low is None or goal.high is None:
        return ""
    return interval_words(goal.low, goal.high, target=goal.target)


def _support_table(goals: Sequence[tuple[str, Goal2]]) -> pd.DataFrame:
    return pd.DataFrame({
        "Hvem": [name for name, _ in goals], capital(SUPPORTED_AFTER): [_counted(goal) for _, goal in goals],
        "Statistisk usikkerhed": [_ends(goal) or "–" for _, goal in goals]})


def _support_data(goals: Sequence[tuple[str, Goal2]], month: date) -> pd.DataFrame:
    return pd.DataFrame({
        "til_og_med": month_key(month), "kommunekode": [goal.code for _, goal in goals],
        "hvem": [name for name, _ in goals],
        "afsluttede": pd.array([goal.ended for _, goal in goals], dtype="Int64"),
        "selvforsoergende": pd.array([goal.successes for _, goal in goals], dtype="Int64")})


@remembered
def turnover_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart | None:
    """Courses for each place in a year by jobcenter, beside the trials' persons; None before a whole year is known."""
    whole, every = whole_turnover(snapshot, month), turnovers(snapshot, month)
    shown = [each for each in every if code in (None, each.code)]
    mine = whole if code is None else next(iter(shown), None)
    if whole is None or mine is None:
        return None
    title, year = said.turnover_title(mine), said.year_words(whole.first, whole.last)
    return Chart(
        kind="dots", title=title, source=movement_source(snapshot, whole.last), how_to_read=HOW_TURNOVER,
        subtitle=f"{scope(snapshot, code)}, afsluttede forløb i virksomhedscentre pr. plads, {year}",
        note=said.turnover_note(mine),
        alt=alt_text("Prikker, en for hvert jobcenter", title, year, *map(said.trial_turnover_name, TRIALS)),
        make_table=partial(_turnover_table, [whole, *shown]), make_data=partial(_turnover_data, [whole, *shown]),
        shape=_turnover_dots(whole, shown))


def _turnover_dots(whole: Turnover, per_place: Sequence[Turnover]) -> Dots:
    rates = [each.per_place for each in (whole, *per_place) if each.per_place is not None]
    top = max(LEAST_RATE, -(-int(10 * ROOM * max(rates, default=0)) // 10))
    level = () if whole.per_place is None else (Line(whole.per_place, f"{WHOLE} {said.rate_words(whole)}", "context"),)
    trials = tuple(Line(trial.persons_per_place_and_year or 0, said.trial_turnover_name(trial), "benchmark")
                   for trial in TRIALS)
    few = [each for each in per_place if each.whole and each.per_place is None]
    groups = (("", sorted((e for e in per_place if e.per_place is not None), key=lambda e: -(e.per_place or 0))),
              (f"Under {FEWEST} forløb eller pladser: kun antal", few),
              ("Kan ikke opgøres for hele året", [e for e in per_place if not e.whole]))
    return Dots(scales=(Scale("Forløb pr. plads", 0, top, rate_ticks(top), (*trials, *level)),), legend=RATE_LEGEND,
                groups=tuple(DotGroup(title, tuple(map(_turnover_row, rows))) for title, rows in groups if rows))


def _turnover_row(each: Turnover) -> DotRow:
    label = _rate(each)
    return DotRow(name=each.name, code=each.code or "", dots=(Dot(each.per_place, label, "plain"),),
                  said=f"{each.name}: {label}")


def _rate(each: Turnover) -> str:
    if each.ended is None or each.places is None:
        return UNKNOWN
    counts = f"{number(each.ended)} på i snit {said.places_words(each)}"
    return counts if each.per_place is None else f"{said.rate_words(each)} ({counts})"


def _turnover_table(per_place: Sequence[Turnover]) -> pd.DataFrame:
    return pd.DataFrame({
        "Jobcenter": [each.name for each in per_place],
        ENDED_HEADING: [UNKNOWN if each.ended is None else plural(each.ended, "forløb", "forløb")
                              for each in per_place],
        "Pladser i snit": [UNKNOWN if each.places is None else said.places_words(each) for each in per_place],
        "Forløb pr. plads og år": [said.rate_words(each) or "–" for each in per_place]})


def _turnover_data(per_place: Sequence[Turnover]) -> pd.DataFrame:
    return pd.DataFrame({
        "fra": [month_key(each.first) for each in per_place], "til": [month_key(each.last) for each in per_place],
        "kommunekode": [each.code for each in per_place], "jobcenter": [each.name for each in per_place],
        "afsluttede": pd.array([each.ended for each in per_place], dtype="Int64"),
        "pladsmaaneder": pd.array([each.place_months for each in per_place], dtype="Int64"),
        "forloeb_pr_plads": [each.per_place for each in per_place]})
