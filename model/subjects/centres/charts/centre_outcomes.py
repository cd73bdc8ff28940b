"""The chart of what comes of virksomhedscentre: job or education, beside what the trial found."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import pandas as pd

from model.basics.formatting import capital, month_short, number
from model.basics.shares import UNJUDGED, decimals_beside, interval_words, percent, share, share_of
from model.drawing.chart import Chart, Mark
from model.drawing.dot_scales import share_ticks, share_top
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Scale
from model.drawing.words import alt_text
from model.programmes.current import FINDINGS
from model.programmes.words import OTHER_OUTCOME
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.centres.charts.centre_words import HOW_OUTCOME, scope
from model.subjects.centres.figures.centre_outcomes import CentreOutcome, centre_outcome, centre_outcomes
from model.subjects.centres.words import centre_trials
from model.subjects.centres.words import centres as said
from model.subjects.goals.figures.left_out import WHOLE
from model.subjects.goals.words.lines import source_line

LEGEND: tuple[tuple[Mark, str], ...] = (("plain", "Andel, og stregen dens statistiske usikkerhed"),)


@remembered
def centre_outcome_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """Courses that ended in centres and reached job or education, with intervals; never against a target."""
    whole, mine = centre_outcome(snapshot, None, month), centre_outcome(snapshot, code, month)
    others = centre_outcomes(snapshot, month) if code is None else (mine,)
    title, period = said.outcome_title(mine), _period(mine)
    return Chart(
        kind="dots", title=title, how_to_read=HOW_OUTCOME, source=source_line(snapshot, month),
        subtitle=f"{scope(snapshot, code)}, procent af målbare forløb i virksomhedscentre{period}. "
                 "Streg: statistisk usikkerhed",
        note=centre_trials.beside_outcome(),
        alt=alt_text("Prikker med usikkerhed, en for hvert jobcenter", title,
                     _trial_share(period)),
        make_table=partial(_table, [whole, *others]), make_data=partial(_data, [whole, *others]),
        shape=_dots(whole, others))


def _trial_share(period: str) -> str:
    return f"Forsøget: {percent(FINDINGS.references.job_or_education.percent)}{period}" if FINDINGS else ""


def _period(outcome: CentreOutcome) -> str:
    """The months the courses ended in; nothing where none can be measured."""
    return f", afsluttet {month_short(outcome.first)}–{month_short(outcome.last)}" if outcome.months else ""


def _dots(whole: CentreOutcome, outcomes: Sequence[CentreOutcome]) -> Dots:
    """The larger by share, then those too small for one, then those of whom nothing can be told."""
    judged = sorted((each for each in outcomes if each.share is not None), key=lambda each: -(each.share or 0))
    groups = (("", judged), (f"Under {FEWEST} forløb: kun antal", [e for e in outcomes if e.ended and e.share is None]),
              ("Kan ikke opgøres", [e for e in outcomes if not e.ended]))
    decimals = _decimals([whole, *outcomes])
    top = share_top([whole.share, *(each.share for each in judged)])
    return Dots(scales=(Scale("Andel", 0, top, share_ticks(top), _lines(whole)),), legend=LEGEND,
                groups=tuple(DotGroup(title, tuple(_row(row, decimals) for row in rows))
                             for title, rows in groups if rows))


def _lines(whole: CentreOutcome) -> tuple[Line, ...]:
    trials = (Line(FINDINGS.references.job_or_education.percent, centre_trials.trial_outcome(),
                   "benchmark"),) if FINDINGS else ()
    if whole.share is None:
        return trials
    level = share(whole.successes or 0, whole.ended or 0, target=UNJUDGED)
    return (*trials, Line(whole.share, f"{WHOLE} {level}", "context"))


def _decimals(outcomes: Sequence[CentreOutcome]) -> int:
    """Of the shares, which stand beside each other."""
    return decimals_beside(each.ended for each in outcomes if each.share is not None)


def _row(each: CentreOutcome, decimals: int) -> DotRow:
    label = _label(each, decimals)
    certain = "" if each.low is None else f". Statistisk usikkerhed: {_certain(each)}"
    return DotRow(name=each.name, code=each.code or "", said=f"{each.name}: {label}{certain}",
                  dots=(Dot(each.share, label, "plain", each.low, each.high),))


def _label(each: CentreOutcome, decimals: int) -> str:
    """The share with its count, or which kind of nothing there is."""
    if each.withheld:
        return "skjult"
    if each.ended is None or each.successes is None:
        return "kan ikke måles endnu" if each.young else "ikke oplyst"
    return share_of(each.successes, each.ended, target=UNJUDGED, least=decimals) if each.ended else "ingen forløb"


def _certain(each: CentreOutcome) -> str:
    return "–" if each.low is None or each.high is None else interval_words(each.low, each.high, target=UNJUDGED)


def _counted(each: CentreOutcome, value: int | None) -> str:
    return number(value) if value is not None else "d" if each.withheld else "u" if each.young else "m"


def _table(outcomes: Sequence[CentreOutcome]) -> pd.DataFrame:
    least = _decimals(outcomes)
    return pd.DataFrame({
        "Jobcenter": [each.name for each in outcomes],
        "Afsluttede i centre": [_counted(e, e.ended) for e in outcomes],
        capital(OTHER_OUTCOME): [_counted(e, e.successes) for e in outcomes],
        "Andel": ["–" if e.share is None else share(e.successes or 0, e.ended or 0, target=UNJUDGED, least=least)
                  for e in outcomes],
        "Statistisk usikkerhed": [_certain(e) for e in outcomes],
        "Måneder": [number(e.months) for e in outcomes]})


def _data(outcomes: Sequence[CentreOutcome]) -> pd.DataFrame:
    return pd.DataFrame({
        "kommunekode": [e.code for e in outcomes], "jobcenter": [e.name for e in outcomes],
        "afsluttede": pd.array([e.ended for e in outcomes], dtype="Int64"),
        "job_eller_uddannelse": pd.array([e.successes for e in outcomes], dtype="Int64"),
        "andel_procent": [e.share for e in outcomes], "interval_fra": [e.low for e in outcomes],
        "interval_til": [e.high for e in outcomes], "maaneder": [e.months for e in outcomes]})
