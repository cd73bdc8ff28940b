"""Goal 1: both halves, in whole numbers, and nothing said of what is unknown."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.goals import goal1, goals1
from model.subjects.goals.figures.verdicts import Standing, Verdict
from tests.model.subjects.builders import said, shuffled, snapshot

MARCH, BASELINE = date(2010, 3, 1), "2009-09"
BOTH, NEITHER = Standing(Verdict.REACHED, frozenset({"share", "increase"})), Standing(Verdict.NOT_REACHED)
UNKNOWN = Standing(Verdict.UNKNOWN)
ONLY_SHARE, ONLY_INCREASE = (Standing(Verdict.PARTLY, frozenset({half})) for half in ("share", "increase"))


def viborg(base, **march):
    """Viborg with ``base`` in virksomhedsaktivering in the baseline month (None: nothing), and its March."""
    before = [] if base is None else [said("791", BASELINE, persons=300, total=base)]
    return goal1(snapshot(*before, said("791", "2010-03", **march)), "791", MARCH)


@pytest.mark.parametrize(("persons", "activated", "base", "standing", "missing"), [
    (312, 50, 35, BOTH, 0), (312, 50, 36, ONLY_SHARE, 1), (312, 49, 34, ONLY_INCREASE, 1), (312, 49, 35, NEITHER, 1),
    (312, 38, 30, NEITHER, 12), (100, 20, 8, ONLY_SHARE, 3), (625, 100, 0, BOTH, 0), (625, 99, 0, ONLY_INCREASE, 1)])
def test_the_verdict_and_the_persons_still_needed(persons, activated, base, standing, missing):
    found = viborg(base, persons=persons, total=activated)
    assert (found.standing, found.missing) == (standing, missing)
    reached = activated + missing
    assert 100 * reached >= 16 * persons and reached - base >= 15
    if missing:
        assert 100 * (reached - 1) < 16 * persons or reached - 1 - base < 15


@given(st.integers(1, 900), st.integers(0, 900), st.integers(0, 300))
def test_every_field_agrees_with_exact_fractions(persons, activated, base):
    found = viborg(base, persons=persons, total=activated)
    share = Fraction(100 * activated, persons)
    assert found.share == pytest.approx(float(share))
    assert found.share_reached is (share >= 16)
    assert found.increase_reached is (activated >= base + 15)
    assert found.increase == activated - base
    assert found.missing == max(0, found.share_needed - activated, base + 15 - activated)
    assert found.standing == {(True, True): BOTH, (True, False): ONLY_SHARE, (False, True): ONLY_INCREASE,
                              (False, False): NEITHER}[found.share_reached, found.increase_reached]


def test_one_unknown_half_makes_the_goal_untold_whatever_the_other_says():
    no_baseline = viborg(None, persons=312, total=60)
    assert (no_baseline.standing, no_baseline.missing, no_baseline.share_reached) == (UNKNOWN, None, True)
    no_group = viborg(30, total=60)
    assert (no_group.standing, no_group.missing, no_group.increase_reached) == (UNKNOWN, None, True)
    assert (no_group.share, no_group.share_needed, no_group.share_missing) == (None, None, None)


def test_a_target_group_of_nobody_has_no_share():
    found = viborg(30, persons=0, total=0)
    assert (found.share, found.share_reached, found.verdict, found.missing) == (None, None, Verdict.UNKNOWN, None)
    assert found.reported


def test_the_sum_of_the_two_stands_in_for_a_total_that_was_not_reported():
    found = viborg(30, persons=312, praktik=40, loentilskud=9)
    assert (found.activated, found.summed) == (49, True)
    one_only = viborg(30, persons=312, praktik=40)
    assert (one_only.activated, one_only.summed, one_only.reported) == (None, False, False)
    taken_back = viborg(30, persons=312, praktik=40, loentilskud=9, total="missing")
    assert (taken_back.activated, taken_back.summed) == (49, True)


def test_a_reported_total_is_used_as_it_is():
    found = viborg(30, persons=312, praktik=40, loentilskud=9, total=45)
    assert (found.activated, found.summed) == (45, False)


def test_a_hidden_total_is_never_replaced_by_a_sum():
    found = viborg(30, persons=312, praktik=3, loentilskud=1, total="hidden")
    assert (found.activated, found.hidden, found.reported, found.verdict) == (None, True, True, Verdict.UNKNOWN)


def test_a_hidden_part_without_a_total_hides_the_activation():
    found = viborg(30, persons=312, praktik=3, loentilskud="hidden")
    assert (found.activated, found.hidden, found.reported) == (None, True, True)


def test_a_hidden_baseline_makes_the_increase_unknown_but_hides_nothing_in_the_month():
    found = viborg("hidden", persons=312, total=50)
    assert (found.baseline, found.increase, found.hidden, found.verdict) == (None, None, False, Verdict.UNKNOWN)


def test_a_zero_is_a_zero():
    found = viborg(0, persons=300, total=0)
    assert (found.activated, found.share, found.increase, found.missing) == (0, 0.0, 0, 48)


@given(st.integers(0, 10_000))
def test_the_verdict_never_depends_on_the_order_of_the_rows(seed):
    rows = [said(code, month, persons=100 + 7 * i, total=10 + i) for i, code in enumerate(("791", "779", "665", "741"))
            for month in (BASELINE, "2010-02", "2010-03")]
    found = snapshot(*rows)
    assert goals1(shuffled(found, seed=seed), MARCH) == goals1(found, MARCH)


def test_one_jobcenters_goal_is_the_panels_row_and_every_jobcenter_has_one():
    found = snapshot(said("791", BASELINE, persons=300, total=30), said("791", "2010-03", persons=312, total=38))
    row = panel(found).loc[("791", "2010-03-01")]
    goal = goal1(found, "791", MARCH)
    assert (goal.persons, goal.share_needed, goal.missing) == (row["persons"], row["share_needed"], row["missing"])
    assert [g.code for g in goals1(found, MARCH)] == sorted(found.jobcenters.index)


def test_an_unknown_jobcenter_and_a_month_outside_the_campaign_are_refused():
    with pytest.raises(KeyError):
        goal1(snapshot(), "999", MARCH)
    with pytest.raises(KeyError):
        goal1(snapshot(), "791", date(2012, 1, 1))
