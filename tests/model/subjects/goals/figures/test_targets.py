"""Targets and baselines are data: the narrowest scope wins, then what was recorded last, within their validity."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.targets import BASELINE, resolve, winners
from model.subjects.goals.figures.verdicts import Verdict
from tests.model.subjects.builders import said, snapshot, target

MARCH = date(2010, 3, 1)
FIGURES = [said("791", "2009-06", persons=290, total=20), said("791", "2009-09", persons=300, total=30),
           said("791", "2010-03", persons=312, total=50), said("779", "2009-09", persons=100, total=5),
           said("779", "2010-03", persons=100, total=20)]


def viborg(*targets):
    return goal1(snapshot(*FIGURES, targets=targets), "791", MARCH)


def test_the_plan_applies_until_something_else_is_recorded():
    found = viborg()
    assert (found.share_target, found.increase_target) == (16, 15)
    assert (found.baseline_month, found.baseline, found.increase) == (date(2009, 9, 1), 30, 20)
    assert "startkonferencen" in found.baseline_source


def test_a_jobcenters_own_baseline_month_wins_and_leaves_the_others_alone():
    own = target("baseline_month", month="2009-06", jobcenter="791")
    assert (viborg(own).baseline_month, viborg(own).increase) == (date(2009, 6, 1), 30)
    skive = goal1(snapshot(*FIGURES, targets=[own]), "779", MARCH)
    assert (skive.baseline_month, skive.increase) == (date(2009, 9, 1), 15)


def test_a_typed_baseline_stands_in_for_a_month_and_carries_its_source():
    found = viborg(target("baseline_value", value=40, jobcenter="791"))
    assert (found.baseline_month, found.baseline, found.increase, found.baseline_source) == (None, 40, 10, "prøve")


def test_what_was_recorded_last_wins_within_a_scope_whatever_its_part_and_whatever_the_clock_was():
    value = target("baseline_value", value=40, jobcenter="791", recorded="2010-02-01")
    for day in ("2010-03-01", "2010-01-01"):
        month = target("baseline_month", month="2009-06", jobcenter="791", recorded=day)
        assert (viborg(value, month).increase, viborg(month, value).increase) == (30, 10)


def test_a_narrow_target_wins_over_a_newer_wide_one():
    narrow = target("share", value=10, jobcenter="791", recorded="2010-01-01")
    wide = target("share", value=20, recorded="2010-06-01")
    found = viborg(narrow, wide)
    assert (found.share_target, found.share_needed) == (10, 32)
    assert goal1(snapshot(*FIGURES, targets=[narrow, wide]), "779", MARCH).share_target == 20


def test_a_target_applies_only_within_its_months():
    spring = target("share", value=20, valid_from=date(2010, 2, 15), valid_to=date(2010, 3, 31))
    found = snapshot(*FIGURES, targets=[spring])
    told = [goal1(found, "791", date(2010, month, 1)).share_target for month in (1, 2, 3, 4)]
    assert told == [16, 20, 20, 16]


def test_without_a_target_that_applies_the_half_is_unknown():
    found = snapshot(*FIGURES)
    bare = found.targets[found.targets["part"] != "share"].reset_index(drop=True)
    goal = goal1(replace(found, targets=bare), "791", MARCH)
    assert (goal.share_target, goal.share_needed, goal.verdict) == (None, None, Verdict.UNKNOWN)


def test_one_pair_and_a_whole_column_are_resolved_alike():
    rows = [target("share", value=20, jobcenter="791", valid_to=date(2010, 2, 1)), target("share", value=18)]
    targets = snapshot(targets=rows).targets
    months = pd.DatetimeIndex(["2010-01-01", "2010-03-01"] * 2).to_numpy()
    codes = np.array(["791", "791", "779", "779"], dtype=object)
    column = targets["value"].iloc[winners(targets, ("share",), codes=codes, months=months)].tolist()
    single = [resolve(targets, "share", code, pd.Timestamp(month).date()).value
              for code, month in zip(codes, months, strict=True)]
    assert column == single == [20, 18, 18, 18]


def test_the_region_takes_no_jobcenters_target():
    rows = [target("share", value=20, jobcenter="791")]
    assert resolve(snapshot(targets=rows).targets, "share", None, MARCH).value == 16
    assert resolve(snapshot().targets, "unknown_part", None, MARCH) is None
    assert resolve(snapshot().targets, BASELINE, "791", MARCH).month == date(2009, 9, 1)
