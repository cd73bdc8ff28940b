"""Bullets: goal 1 without an interval, goal 2 with the very interval its verdict rests on."""

from datetime import date

import pytest

from model.subjects.goals.charts.bullet import goal1_bullet, goal2_bullet, region_bullet
from model.subjects.goals.figures.goals import goal1, goal2
from model.subjects.goals.figures.region import region
from tests.model.subjects.builders import said, snapshot

MARCH = date(2010, 3, 1)


def courses(ended: int, good: int):
    """One jobcenter with a mature cohort of that size."""
    return snapshot(said("791", "2009-09", persons=300, total=30),
                    said("791", "2009-10", received="2010-03-01", ended=ended, good=good),
                    said("791", "2010-03", persons=300, total=46), data_date="2010-04-15", codes=("791",))


def test_goal_1_is_a_fact_without_an_interval():
    found = courses(95, 14)
    bullet = goal1_bullet(found, goal1(found, "791", MARCH)).bullet
    assert bullet is not None
    assert (bullet.value, bullet.target, bullet.low, bullet.high) == (pytest.approx(100 * 46 / 300), 16, None, None)
    assert bullet.mark == "not_reached"


def test_goal_2_draws_the_interval_of_its_verdict():
    found = courses(95, 14)
    second = goal2(found, "791", MARCH)
    bullet = goal2_bullet(found, second, name="Viborg").bullet
    assert bullet is not None
    assert (bullet.value, bullet.low, bullet.high) == (second.share, second.low, second.high)
    assert bullet.low == pytest.approx(8.99, abs=0.01)
    assert bullet.mark == "unsettled"


def test_under_twenty_courses_only_the_count_is_told():
    found = courses(6, 2)
    chart = goal2_bullet(found, goal2(found, "791", MARCH), name="Viborg")
    assert chart.bullet is not None
    assert (chart.bullet.value, chart.bullet.low, chart.bullet.value_label) == (None, None, "2 af 6")
    assert chart.bullet.mark == "too_few"


def test_without_courses_there_is_nothing_to_draw():
    found = snapshot(said("791", "2010-03", persons=300, total=46), data_date="2010-04-15", codes=("791",))
    chart = goal2_bullet(found, goal2(found, "791", MARCH), name="Viborg")
    assert chart.bullet is not None
    assert chart.bullet.value is None
    assert "ingen afsluttede forløb" in chart.title


def test_the_region_sums_and_is_not_an_average_of_shares():
    found = snapshot(said("791", "2010-03", persons=300, total=30), said("779", "2010-03", persons=100, total=40),
                     data_date="2010-04-15", codes=("791", "779"))
    chart = region_bullet(found, region(found, MARCH))
    assert chart.bullet is not None
    assert chart.bullet.value == pytest.approx(17.5)
    assert chart.bullet.mark == "reached"


def test_a_value_beyond_the_scale_widens_it():
    found = snapshot(said("791", "2010-03", persons=100, total=60), data_date="2010-04-15", codes=("791",))
    bullet = goal1_bullet(found, goal1(found, "791", MARCH)).bullet
    assert bullet is not None
    assert bullet.maximum > 60


def test_an_unknown_share_has_a_target_but_no_bar():
    found = snapshot(said("791", "2009-09", persons=300, total=30), data_date="2010-04-15", codes=("791",))
    chart = goal1_bullet(found, goal1(found, "791", MARCH))
    assert chart.bullet is not None
    assert (chart.bullet.value, chart.bullet.mark, chart.bullet.value_label) == (None, "unknown", "ingen tal")
    assert len(chart.alt) <= 250
