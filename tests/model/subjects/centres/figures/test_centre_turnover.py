"""Courses for each place in a year: only where every month of both is known, and sums over sums."""

from datetime import date

import pytest

from model.subjects.centres.figures import occupancy
from model.subjects.centres.figures.centre_outcomes import course_year
from model.subjects.centres.figures.centre_turnover import turnovers, whole_turnover
from tests.model.subjects.builders import said
from tests.model.subjects.centres.figures.builders import SAMSOE, SKIVE, VIBORG, snapshot, stay, told

MARCH = date(2010, 3, 1)
YEAR = [f"2009-{month:02}" for month in range(1, 13)]


def courses(code, count, months=YEAR):
    return [said(code, month, "2010-04-05", centre_ended=count, centre_job=0) for month in months]


def found(stays, *rows, months=()):
    return snapshot(stays, months, *rows, codes=(SKIVE, VIBORG, SAMSOE))


def of(snap):
    return {place.code: place for place in turnovers(snap, MARCH)}


def test_the_places_of_every_month_of_the_year_count_also_those_that_came_or_went():
    stays = [stay("A", "2008-06-01", places=20), stay("B", "2009-07-01", "2009-10-15", places=10)]
    skive = of(found(stays, *courses(SKIVE, 4)))[SKIVE]
    assert (skive.first, skive.last) == (date(2009, 1, 1), date(2009, 12, 1))
    assert (skive.ended, skive.place_months) == (48, 12 * 20 + 3 * 10)
    assert skive.per_place == pytest.approx(48 / (270 / 12))


def test_a_centre_whose_places_are_not_told_makes_the_year_unknown():
    stays = [stay("A", "2008-06-01", places=20), stay("B", "2009-07-01", places=None)]
    skive = of(found(stays, *courses(SKIVE, 4)))[SKIVE]
    assert (skive.place_months, skive.per_place, skive.whole) == (None, None, 0)


def test_a_month_without_courses_told_makes_the_year_unknown_and_no_centre_is_no_places():
    snap = found([stay("A", "2008-06-01", places=20)], *courses(SKIVE, 4), *courses(VIBORG, 0, YEAR[:6] + YEAR[7:]),
                 *courses(SAMSOE, 0))
    assert (of(snap)[VIBORG].ended, of(snap)[VIBORG].whole) == (None, 0)
    assert (of(snap)[SAMSOE].ended, of(snap)[SAMSOE].place_months, of(snap)[SAMSOE].per_place) == (0, 0, None)


@pytest.mark.parametrize(("places", "count"), [(19, 4), (24, 1)])
def test_few_places_or_few_courses_have_no_rate(places, count):
    assert of(found([stay("A", "2008-06-01", places=places)], *courses(SKIVE, count)))[SKIVE].per_place is None


def test_the_region_is_the_sum_of_those_that_are_known():
    stays = [stay("A", "2008-06-01", places=20), stay("B", "2008-06-01", places=30, code=VIBORG)]
    snap = found(stays, *courses(SKIVE, 4), *courses(VIBORG, 6))
    whole = whole_turnover(snap, MARCH)
    assert (whole.ended, whole.place_months, whole.whole, whole.of) == (120, 600, 2, 3)
    assert whole.per_place == pytest.approx(120 / 50)


def test_the_year_ends_with_the_month_most_of_them_can_tell_of():
    ahead = courses(SKIVE, 4, ["2008-12", *YEAR, "2010-01"])
    snap = found([stay("A", "2008-06-01", places=20)], *ahead, *courses(VIBORG, 0), *courses(SAMSOE, 0))
    assert {place.last for place in turnovers(snap, MARCH)} == {date(2009, 12, 1)}
    assert of(snap)[SKIVE].ended == 48


def test_a_jobcenters_year_is_the_one_economy_calculates_with():
    snap = found([stay("A", "2008-06-01", places=20)], *courses(SKIVE, 4))
    assert course_year(snap, SKIVE).ended == of(snap)[SKIVE].ended
    assert course_year(snap, SKIVE, date(2009, 6, 1)).last == date(2009, 6, 1)
    assert course_year(snap, VIBORG).last is None


def test_months_are_the_same_as_those_of_occupancy():
    snap = found([stay("A", "2008-06-01", places=20)], *courses(SKIVE, 4), months=[told("A", "2009-03", 9, 26)])
    each = occupancy.occupancies(snap, SKIVE, date(2009, 1, 1), date(2009, 12, 1))
    assert of(snap)[SKIVE].place_months == sum(month.places for month in each)
