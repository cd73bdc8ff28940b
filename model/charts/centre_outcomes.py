"""The chart of what comes of virksomhedscentre: job or education, beside what the trial found."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from model.charts.centre_words import HOW_OUTCOME, scope
from model.charts.chart import Chart
from model.charts.shapes import Bar, Bars
from model.charts.words import alt_text, source_line
from model.formatting import NBSP, interval, listing, month_short, number, percent, share_of
from model.indicators.centre_outcomes import CentreOutcome, centre_outcome, centre_outcomes
from model.indicators.findings import centres as said
from model.indicators.snapshot import Snapshot, remembered
from model.indicators.trials import JOB_OR_EDUCATION


@remembered
def centre_outcome_chart(snapshot: Snapshot, code: str | None, month: date) -> Chart:
    """Courses that ended in centres and reached job or education, beside the trial's share; never against a target."""
    whole = centre_outcome(snapshot, code, month)
    others = centre_outcomes(snapshot, month) if code is None else (whole,)
    found = [centre_outcome(snapshot, None, month), *others]
    title, period = said.outcome_title(whole), _period(whole)
    return Chart(
        kind="bars", title=title, how_to_read=HOW_OUTCOME, source=source_line(snapshot, month),
        subtitle=f"{scope(snapshot, code)}, procent af målbare forløb i virksomhedscentre{period}",
        note=f"Til sammenligning direkte i job eller uddannelse: {said.trial_outcome()}.{_few(found)}",
        alt=alt_text("Vandrette søjler", title, f"Forsøget: {percent(JOB_OR_EDUCATION.percent, decimals=0)}{period}"),
        table=_table(found), data=_data(found),
        shape=Bars(tuple(_bar(each) for each in found if each.ended), _maximum(found),
                   target=JOB_OR_EDUCATION.percent, target_label=said.trial_outcome()))


def _maximum(found: Sequence[CentreOutcome]) -> float:
    """A scale with room for the trial's line and the largest share."""
    return 1.05 * max([2 * JOB_OR_EDUCATION.percent, *(each.share for each in found if each.share is not None)])


def _period(whole: CentreOutcome) -> str:
    """The months the courses ended in; nothing where none can be measured."""
    return f", afsluttet {month_short(whole.first)}–{month_short(whole.last)}" if whole.months else ""


def _few(found: Sequence[CentreOutcome]) -> str:
    """Jobcenters without a bar, each kind by itself: nought, not reported, withheld."""
    places = [each for each in found if each.code is not None]
    kinds = (("Ingen afsluttede forløb i centre", [e.name for e in places if e.ended == 0]),
             ("Uden oplyste tal, der kan måles", [e.name for e in places if e.ended is None and not e.withheld]),
             ("Skjulte tal", [e.name for e in places if e.withheld]))
    return "".join(f" {words}: {listing(names)}." for words, names in kinds if names)


def _counted(each: CentreOutcome, value: int | None) -> str:
    return number(value) if value is not None else "d" if each.withheld else "m"


def _bar(each: CentreOutcome) -> Bar:
    return Bar(each.name, each.share, share_of(each.successes or 0, each.ended or 0), code=each.code or "")


def _table(found: Sequence[CentreOutcome]) -> pd.DataFrame:
    return pd.DataFrame({
        "Jobcenter": [each.name for each in found],
        "Afsluttede i centre": [_counted(e, e.ended) for e in found],
        "Job eller uddannelse": [_counted(e, e.successes) for e in found],
        "Andel": ["–" if e.share is None else share_of(e.successes or 0, e.ended or 0).split(" (")[0] for e in found],
        f"Usikkerhed (95{NBSP}%)": ["–" if e.low is None or e.high is None else interval(e.low, e.high) for e in found],
        "Måneder": [number(e.months) for e in found]})


def _data(found: Sequence[CentreOutcome]) -> pd.DataFrame:
    return pd.DataFrame({
        "kommunekode": [e.code for e in found], "jobcenter": [e.name for e in found],
        "afsluttede": pd.array([e.ended for e in found], dtype="Int64"),
        "job_eller_uddannelse": pd.array([e.successes for e in found], dtype="Int64"),
        "andel_procent": [e.share for e in found], "maaneder": [e.months for e in found]})

