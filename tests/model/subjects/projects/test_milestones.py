"""Milestones: no result is no zero, due today is not late, and what is counted is counted again another way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.programmes.projects import MEASURES
from model.subjects.projects.charts.milestones import newest_title
from model.subjects.projects.figures.milestones import State, every_result, judged, milestones, standing
from model.subjects.projects.figures.reported import Stated, results
from model.subjects.projects.words.projects import project_title
from tests.model.subjects.projects.reports import COPENHAGEN, MIDDELFART, as_on, result, send

MAY, OCTOBER = date(2014, 5, 1), date(2014, 10, 1)
BEFORE, AFTER = MAY - timedelta(days=1), MAY + timedelta(days=1)


@pytest.mark.parametrize(("planned", "achieved", "now", "state"), [
    (25, 25, AFTER, State.REACHED), (25, 24, AFTER, State.BELOW), (25, 0, AFTER, State.BELOW),
    (25, None, AFTER, State.UNKNOWN), (25, None, MAY, State.TO_COME), (25, None, BEFORE, State.TO_COME),
    (25, 24, MAY, State.TO_COME), (25, 25, BEFORE, State.REACHED), (0, 0, AFTER, State.REACHED),
    (None, None, AFTER, State.UNPLANNED), (None, 12, AFTER, State.UNPLANNED)])
def test_a_milestone_is_judged_when_its_day_is_over_or_it_is_reached(planned, achieved, now, state):
    stated = None if achieved is None else Stated(MAY, achieved)
    assert judged(planned, stated, MAY, now) is state


def test_what_is_withheld_is_not_judged():
    assert judged(25, Stated(MAY, None), MAY, AFTER) is State.HIDDEN


@given(st.integers(0, 200), st.integers(0, 200), st.integers(-400, 400))
def test_more_never_makes_a_milestone_worse(planned, achieved, days):
    now = MAY + timedelta(days=days)
    order = [State.BELOW, State.TO_COME, State.REACHED]
    one, more = (judged(planned, Stated(MAY, count), MAY, now) for count in (achieved, achieved + 1))
    assert order.index(one) <= order.index(more)
    assert (one is State.REACHED) == (achieved >= planned)


def test_planned_and_achieved_stand_side_by_side_and_the_empty_column_is_no_milestone(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "44"),
                        ("01-05-2014", "Pladser til målgruppen", "20")))
    referred = [each for each in milestones(as_on(engine, date(2015, 1, 15)), MIDDELFART)
                if each.measure.name == "visiterede"]
    assert [(each.planned, each.achieved, each.state) for each in referred] == [
        (None, None, State.UNPLANNED), (25, 27, State.REACHED), (50, 44, State.BELOW), (75, None, State.TO_COME),
        (100, None, State.TO_COME)]
    assert [each.lacking for each in referred] == [0, 0, 6, 0, 0]


def test_counted_over_all_measures_as_by_hand(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "44"),
                        ("01-05-2014", "Pladser til målgruppen", "20")))
    # 14 are planned: 4 + 5 + 5; over on 15 January 2015: 2 + 3 + 3, of which 3 are reported
    stands = standing(as_on(engine, date(2015, 1, 15)), MIDDELFART)
    assert (stands.reached, stands.judged, stands.unknown, stands.hidden, stands.planned) == (2, 3, 5, 0, 14)
    assert stands.due == date(2015, 4, 1)
    assert standing(as_on(engine, date(2016, 1, 1)), MIDDELFART).due is None


def test_every_result_is_listed_with_its_plan_or_without_one(engine):
    send(engine, result(COPENHAGEN, ("01-10-2014", "Begyndt i alt", "42"), ("01-10-2014", "Visiterede i alt", "*")))
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"), ("02-05-2014", "Visiterede i alt", "28")))
    shot = as_on(engine, date(2015, 1, 15))
    assert [(each.measure.name, each.achieved, each.state) for each in every_result(shot, COPENHAGEN)] == [
        ("visiterede", None, State.HIDDEN), ("begyndt", 42, State.UNPLANNED)]
    referred = [each for each in every_result(shot, MIDDELFART) if each.measure.name == "visiterede"]
    assert [(each.on.isoformat(), each.planned, each.achieved) for each in referred] == [
        ("2014-05-01", 25, 27), ("2014-05-02", None, 28), ("2014-10-01", 50, None), ("2015-04-01", 75, None),
        ("2015-10-01", 100, None)]
    assert len(every_result(shot, MIDDELFART)) == 15


def test_one_without_a_plan_has_no_milestones(engine):
    shot = as_on(engine, date(2015, 1, 15))
    assert milestones(shot, COPENHAGEN) == ()
    assert (standing(shot, COPENHAGEN).planned, standing(shot, COPENHAGEN).due) == (0, None)


def test_what_is_taken_back_is_not_known_and_what_is_yet_to_come_is_not_told(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "44")))
    send(engine, result(MIDDELFART, ("01-10-2014", "Visiterede i alt", "..")))
    assert [one.value for one in results(as_on(engine, date(2015, 1, 1)), MIDDELFART)["visiterede"]] == [27]
    assert "visiterede" not in results(as_on(engine, date(2014, 4, 30)), MIDDELFART)


def test_what_is_withheld_is_neither_missing_nor_judged_where_it_is_told(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "<5"),
                        ("01-05-2014", "Pladser til målgruppen", "20")))
    shot = as_on(engine, date(2014, 6, 1))
    stands = standing(shot, MIDDELFART)
    assert (stands.reached, stands.unknown, stands.hidden) == (1, 3, 1)
    assert project_title(shot, MIDDELFART) == (
        "Middelfart har nået 1 af 1 opgjort milepæl, 3 resultater mangler og 1 er skjult af afsenderen")


def test_the_chart_never_says_that_all_was_reached_while_a_result_is_missing(engine):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27")))
    shot = as_on(engine, date(2014, 9, 1))
    assert newest_title(milestones(shot, MIDDELFART)) == "Det, der er oplyst, var nået. 4 resultater mangler"


def test_a_name_that_no_declaration_knows_is_passed_over(engine, monkeypatch):
    send(engine, result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "27"),
                        ("01-05-2014", "Pladser til målgruppen", "20")))
    monkeypatch.delitem(MEASURES, "Visiterede i alt")
    assert [*results(as_on(engine, date(2014, 9, 1)), MIDDELFART)] == ["pladser"]
