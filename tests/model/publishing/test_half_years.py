"""Courses are told at fixed half-years, and only when enough has come since a row was told last."""

from datetime import date

import pytest

from model.basics.months import shift
from tests.model.publishing.reports import SMALL, course, decided, reports, said, told

MARCH, APRIL = date(2010, 3, 1), date(2010, 4, 1)


@pytest.mark.parametrize(("ended", "outcome", "is_told"), [(20, 5, True), (19, 5, False), (20, 4, False),
                                                           (20, 16, False), (20, 15, True)])
def test_a_unit_s_courses_are_told_where_enough_of_both_kinds_have_come(ended, outcome, is_told):
    few = reports(ended=0, outcome=0)
    few = said(said(few, "ended", "A", MARCH, ended), "outcome", "A", MARCH, outcome)
    assert (told(few, MARCH).value(course("unit", ("A",), MARCH)) == ended) is is_told


def test_what_has_come_since_a_row_was_told_last_is_tested_and_not_its_total():
    known = told(reports(ended=12, outcome=4), MARCH)
    quiet = reports(ended=12, outcome=4)
    for at in range(6):
        quiet = said(said(quiet, "ended", "A", shift(APRIL, at), 3), "outcome", "A", shift(APRIL, at), 1)
    september = date(2010, 9, 1)
    after = decided(known, quiet, september).published
    assert after.value(course("unit", ("A",), MARCH)) == 72
    assert after.value(course("unit", ("A",), september)) is None  # 18 courses more
    assert after.value(course("unit", ("B",), september)) == 144


@pytest.mark.parametrize(("more", "is_told"), [(49, False), (50, True)])
def test_the_line_s_courses_need_fifty(more, is_told):
    few = reports(ended=0, outcome=0)
    for unit, ended in zip(SMALL, (14, 12, 12, more - 38), strict=True):
        few = said(said(few, "ended", unit, MARCH, ended), "outcome", unit, MARCH, 5)
    assert (told(few, MARCH).value(course("line", SMALL, MARCH)) == more) is is_told


def test_courses_are_told_at_fixed_half_years_alone():
    ends = {key.last for key in told(reports(), date(2011, 6, 1)).cells if key.measure == "ended"}
    assert ends == {MARCH, date(2010, 9, 1), date(2011, 3, 1), date(2011, 6, 1)}


def test_an_earlier_half_year_is_not_told_after_a_later_one():
    late = said(reports(), "ended", "A", MARCH, None)
    late = said(late, "outcome", "A", MARCH, None)
    known = told(late, date(2010, 9, 1))
    assert known.value(course("unit", ("A",), date(2010, 9, 1))) is None
    after = decided(known, reports(), date(2010, 9, 1)).published
    assert after.value(course("unit", ("A",), date(2010, 9, 1))) == 144
