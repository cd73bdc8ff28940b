"""What comes of centres: goal 2's rules for certainty, without goal 2's target."""

from datetime import date

from model.subjects.centres.figures.centre_outcomes import centre_outcome, centre_outcomes
from model.subjects.goals.figures.goals import goal2
from tests.model.subjects.builders import said, snapshot

SKIVE, VIBORG = "779", "791"
MARCH = date(2010, 3, 1)


def found(*rows):
    return snapshot(*rows, data_date="2010-04-15", codes=(SKIVE, VIBORG))


def courses(code, month, received="2010-04-05", *, ended, job):
    return said(code, month, received, centre_ended=ended, centre_job=job)


def test_it_is_the_sum_over_mature_courses_since_the_campaign_began():
    here = found(courses(SKIVE, "2009-10", ended=12, job=3), courses(SKIVE, "2009-11", ended=18, job=3),
                 courses(SKIVE, "2010-02", ended=50, job=50))
    outcome = centre_outcome(here, SKIVE, MARCH)
    assert (outcome.successes, outcome.ended, outcome.share, outcome.months) == (6, 30, 20.0, 2)
    assert outcome.low < 20 < outcome.high
    assert outcome.last < date(2010, 3, 1)


def test_under_twenty_courses_there_is_a_count_and_neither_share_nor_interval():
    outcome = centre_outcome(found(courses(SKIVE, "2009-10", ended=19, job=5)), SKIVE, MARCH)
    assert (outcome.successes, outcome.ended, outcome.share, outcome.low, outcome.high) == (5, 19, None, None, None)


def test_a_withheld_figure_leaves_a_jobcenter_unknown_and_is_left_out_of_the_region():
    here = found(courses(SKIVE, "2009-10", ended=30, job=6), courses(VIBORG, "2009-10", ended=30, job="hidden"))
    assert centre_outcome(here, VIBORG, MARCH).ended is None
    whole = centre_outcome(here, None, MARCH)
    assert (whole.successes, whole.ended, whole.left_out) == (6, 30, 1)


def test_the_region_is_the_sum_of_its_jobcenters():
    here = found(courses(SKIVE, "2009-10", ended=30, job=6), courses(VIBORG, "2009-11", ended=12, job=5))
    parts = centre_outcomes(here, MARCH)
    assert [part.name for part in parts] == ["Skive", "Viborg"]
    whole = centre_outcome(here, None, MARCH)
    assert (whole.successes, whole.ended) == (sum(p.successes for p in parts), sum(p.ended for p in parts))


def test_all_courses_are_another_matter_than_those_in_centres():
    here = found(said(SKIVE, "2009-10", "2010-04-05", ended=60, good=6, job=9, centre_ended=30, centre_job=6))
    assert (goal2(here, SKIVE, MARCH).ended, centre_outcome(here, SKIVE, MARCH).ended) == (60, 30)


def test_months_without_a_measured_course_are_not_named():
    here = found(courses(SKIVE, "2009-12", ended=30, job=6), courses(VIBORG, "2009-11", ended=12, job=5),
                 courses(SKIVE, "2010-03", ended=9, job=9))
    outcome, whole = (centre_outcome(here, code, MARCH) for code in (SKIVE, None))
    assert (outcome.first, outcome.last) == (date(2009, 12, 1), date(2009, 12, 1))
    assert (whole.first, whole.last) == (date(2009, 11, 1), date(2009, 12, 1))


def test_not_reported_is_unknown_a_reported_nought_is_nought_and_withheld_is_neither():
    here = found(courses(SKIVE, "2009-10", ended=0, job=0))
    nought, unknown = (centre_outcome(here, code, MARCH) for code in (SKIVE, VIBORG))
    assert (nought.ended, nought.successes, nought.months) == (0, 0, 1)
    assert (unknown.ended, unknown.successes, unknown.months, unknown.withheld) == (None, None, 0, False)
    assert centre_outcome(found(courses(SKIVE, "2009-10", ended="hidden", job=1)), SKIVE, MARCH).withheld


def test_a_month_before_the_campaign_has_no_courses():
    outcome = centre_outcome(found(courses(SKIVE, "2009-10", "2009-11-02", ended=30, job=6)), SKIVE, date(2009, 9, 1))
    assert (outcome.ended, outcome.first, outcome.last) == (None, date(2009, 10, 1), date(2009, 10, 1))
