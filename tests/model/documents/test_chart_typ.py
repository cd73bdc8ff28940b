"""The drawing for paper carries the web's own values, gaps, hollow points and texts."""

from datetime import date

import pytest

from model.basics.months import between
from model.documents import chart_typ
from model.subjects.goals.charts.bullet import goal1_bullet, goal2_bullet
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from model.subjects.goals.figures.goals import goal1, goal2
from tests.model.documents.conftest import WORST

FEBRUARY = date(2011, 2, 1)
AARHUS, STRUER = "751", "671"


def line_of(drawn, role):
    return next(line for line in drawn["lines"] if line["role"] == role)


@pytest.mark.parametrize("code", [None, AARHUS, "741"])
def test_every_value_of_the_chart_stands_at_its_month_and_height(sampled, code):
    chart = progress_chart(sampled, code, FEBRUARY)
    drawn = chart_typ.line(chart)
    first, last = min(chart.series[0].months), max(chart.series[-1].months)
    for series, line in zip(chart.series, drawn["lines"], strict=True):
        known = [(m, v) for m, v in zip(series.months, series.values, strict=True) if v is not None]
        assert len(line["points"]) == len(known)
        for (month, value), point in zip(known, line["points"], strict=True):
            assert point["y"] / value == pytest.approx(drawn["target"]["y"] / chart.target)
            assert point["x"] == pytest.approx((between(first, month) + 0.5) / (between(first, last) + 1))


def test_a_gap_is_never_bridged_and_says_what_it_is(worst):
    chart = progress_chart(worst, WORST, FEBRUARY)
    drawn = chart_typ.line(chart)
    main = line_of(drawn, "main")
    assert sum(len(run) for run in main["runs"]) == len(main["points"])
    assert len(main["runs"]) == 2
    assert [gap["text"] for gap in drawn["gaps"]] == ["mangler", "skjult", "mangler"]


def test_provisional_points_are_hollow_and_the_required_path_ends_in_june(sampled):
    chart = progress_chart(sampled, STRUER, date(2011, 3, 1))
    drawn = chart_typ.line(chart)
    main = next(series for series in chart.series if series.role == "main")
    hollow = [point["hollow"] for point in line_of(drawn, "main")["points"]]
    known = [state for state, value in zip(main.provisional, main.values, strict=True) if value is not None]
    assert hollow == known and hollow[-1] and not hollow[0]
    assert line_of(drawn, "required")["points"][-1]["x"] == pytest.approx(drawn["ticks"][-1]["x"])


def test_every_text_comes_along(sampled):
    chart = progress_chart(sampled, AARHUS, FEBRUARY)
    drawn = chart_typ.line(chart)
    assert [drawn[name] for name in ("title", "subtitle", "source", "alt")] == [
        chart.title, chart.subtitle, chart.source, chart.alt]
    assert drawn["target"]["text"] == chart.target_label
    assert [stop["text"] for stop in drawn["breaks"]] == [label for _, label in chart.breaks]
    assert {line["label"]["text"] for line in drawn["lines"]} == {series.label_last for series in chart.series}
    assert [tick["text"] for tick in drawn["ticks"]][:2] == ["okt.", "jan."]


def test_a_bullet_has_a_whisker_only_for_goal_2(sampled):
    first = chart_typ.bullet(goal1_bullet(sampled, goal1(sampled, AARHUS, FEBRUARY)))
    found = goal2(sampled, AARHUS, FEBRUARY)
    second = chart_typ.bullet(goal2_bullet(sampled, found, name="Aarhus"))
    assert first["low"] is None and first["high"] is None
    assert second["low"] / second["value"] == pytest.approx(found.low / found.share)
    assert second["target"] == pytest.approx(0.5)


def test_too_few_courses_have_no_bar(sampled):
    assert chart_typ.bullet(goal2_bullet(sampled, goal2(sampled, "741", FEBRUARY), name="Samsø")) is None


def test_another_kind_of_chart_is_refused(sampled):
    with pytest.raises(ValueError, match="no bullet"):
        chart_typ.bullet(verdict_tiles(sampled, FEBRUARY))
