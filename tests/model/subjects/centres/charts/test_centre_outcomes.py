"""What comes of centres: dots with the verdict's own interval, the small ones apart, the trial as no target."""

from datetime import date

import pytest

from model.subjects.centres.charts.centre_outcomes import centre_outcome_chart
from model.subjects.centres.figures.centre_outcomes import centre_outcome
from tests.model.subjects.builders import said
from tests.model.subjects.centres.figures.builders import SAMSOE, SKIVE, VIBORG, snapshot, stay

MARCH = date(2010, 3, 1)
RANDERS = "730"


def found(*statements):
    return snapshot([stay("A", "2009-10-01")], (), *statements, codes=(SKIVE, VIBORG, SAMSOE, RANDERS))


def ended(code, courses, job):
    return said(code, "2009-10", "2010-04-05", centre_ended=courses, centre_job=job)


def plain(text):
    return text.replace("\u00a0", " ")


def groups(chart):
    return {plain(group.title): {row.name: row.dots[0] for row in group.rows} for group in chart.shape.groups}


def lines(chart):
    return {line.role: line for line in chart.shape.scales[0].lines}


MIXED = (ended(SKIVE, 30, 6), ended(VIBORG, 8, 3), ended(RANDERS, 40, 20))


def test_the_whisker_is_the_interval_of_the_same_outcome_and_larger_shares_stand_first():
    snap = found(*MIXED)
    judged = groups(centre_outcome_chart(snap, None, MARCH))[""]
    outcome = centre_outcome(snap, SKIVE, MARCH)
    assert list(judged) == ["Randers", "Skive"]
    assert (judged["Skive"].value, judged["Skive"].low, judged["Skive"].high) == (20, outcome.low, outcome.high)
    assert plain(judged["Skive"].label) == "20 % (6 af 30)"
    assert {dot.mark for dot in judged.values()} == {"plain"}, "nothing is judged against a target"


def test_units_under_twenty_courses_stand_apart_with_their_count_alone():
    few = groups(centre_outcome_chart(found(*MIXED), None, MARCH))["Under 20 forløb: kun antal"]
    assert list(few) == ["Viborg"]
    assert (few["Viborg"].value, few["Viborg"].low, few["Viborg"].label) == (None, None, "3 af 8")


def test_the_region_is_a_named_line_and_the_trial_a_benchmark_with_its_quote_and_label():
    drawn = lines(centre_outcome_chart(found(*MIXED), None, MARCH))
    assert set(drawn) == {"context", "benchmark"}
    assert plain(drawn["context"].label) == "Hele regionen 37 %"
    assert drawn["context"].value == pytest.approx(100 * 29 / 78)
    assert (drawn["benchmark"].value, plain(drawn["benchmark"].label)) == (
        19, "19 % (»1/5«), forsøg 2007–09, match 3–5")


def test_under_twenty_courses_in_the_region_there_is_no_line_for_it():
    assert set(lines(centre_outcome_chart(found(ended(VIBORG, 8, 3)), None, MARCH))) == {"benchmark"}


def test_one_jobcenter_is_drawn_alone_before_the_regions_line():
    chart = centre_outcome_chart(found(*MIXED), SKIVE, MARCH)
    assert [list(rows) for rows in groups(chart).values()] == [["Skive"]]
    assert plain(lines(chart)["context"].label) == "Hele regionen 37 %"


def test_an_outcome_tells_nought_from_not_reported_and_from_withheld():
    chart = centre_outcome_chart(found(ended(SKIVE, 0, 0), ended(VIBORG, "hidden", 3)), None, MARCH)
    table = chart.table.set_index("Jobcenter")
    for name, letter in (("Skive", "0"), ("Samsø", "m"), ("Viborg", "d")):
        assert table.loc[name, ["Afsluttede i centre", "Job eller uddannelse"]].tolist() == [letter, letter]
    data = chart.data.set_index("jobcenter")[["afsluttede", "job_eller_uddannelse"]]
    assert data.loc["Skive"].tolist() == [0, 0]
    assert data.loc[["Samsø", "Viborg"]].isna().all(axis=None)
    labels = {name: dot.label for name, dot in groups(chart)["Kan ikke opgøres"].items()}
    assert labels == {"Skive": "ingen forløb", "Samsø": "ikke oplyst", "Randers": "ikke oplyst", "Viborg": "skjult"}


def test_without_a_measured_month_no_period_is_named():
    chart = centre_outcome_chart(found(), None, MARCH)
    assert chart.subtitle.startswith("Hele regionen, procent af målbare forløb i virksomhedscentre. Streg")
    assert "2009" not in chart.subtitle + chart.alt.replace("2007–09", "")
