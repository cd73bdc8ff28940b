"""Whole persons: the shares' need, the pace table, and what goal 2 asks of the courses to come."""

import json
import math
from datetime import date
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics.months import between
from model.statistics.pace import among_coming, needed, net_change, per_month, reaches, resized

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["krav16"])
def test_16_percent_in_whole_persons(vector):
    assert needed(vector["N"], percent=16) == vector["personer"]


@given(st.integers(1, 10**6), st.integers(0, 100))
def test_the_need_is_the_fewest_persons_that_reach_the_share(n, percent):
    found = needed(n, percent=percent)
    assert found == math.ceil(Fraction(percent * n, 100))
    assert reaches(found, n, percent=percent)
    assert found == 0 or not reaches(found - 1, n, percent=percent)


def test_a_column_gives_what_single_numbers_give_and_the_unknown_stays_unknown():
    persons = pd.Series(pd.array([312, 156, None], dtype="Int64"))
    targets = pd.Series(pd.array([16, 16, 16], dtype="Int64"))
    assert needed(persons, percent=targets).tolist() == [50, 25, pd.NA]


@pytest.mark.parametrize("vector", VECTORS["tempo"])
def test_the_pace_table(vector):
    month, deadline = (date.fromisoformat(f"{vector[name]}-01") for name in ("sidste", "frist"))
    goal = max(needed(vector["N"], percent=16), vector["base"] + 15)
    assert between(month, deadline) == vector["maaneder"]
    assert (goal, goal - vector["x"]) == (vector["maal"], vector["mangler"])
    assert per_month(vector["mangler"], vector["maaneder"]) == pytest.approx(vector["netto_pr_md"], abs=1e-4)


def test_no_month_left_gives_no_pace():
    assert per_month(12, 0) is None


@pytest.mark.parametrize("vector", VECTORS["krav_rest20"])
def test_what_goal_2_asks_of_the_courses_to_come(vector):
    x, n, coming = vector["x"], vector["n"], vector["rest"]
    found = among_coming(x, n, coming=coming, percent=20)
    assert found == vector["mangler"]
    assert found / coming == pytest.approx(vector.get("andel_rest", found / coming), abs=1e-6)
    assert reaches(x + found, n + coming, percent=20)
    assert not reaches(x + found - 1, n + coming, percent=20)


@given(st.integers(1, 10**5), st.integers(-50, 50))
def test_a_resized_group_is_rounded_up_once(n, by):
    assert resized(n, percent=16, by=by) == math.ceil(Fraction(16 * n * (100 + by), 10_000))


@pytest.mark.parametrize(("values", "change"), [
    ([30, 32, 31, 33, 36, 37, 38], 8 / 6), ([None, 30, None, 33, None, None, None], 1.5), ([38, None, 30], -4.0),
    ([None, 30], None), ([None, None], None), ([], None)])
def test_the_net_change_runs_from_the_first_to_the_last_known_month(values, change):
    assert net_change(values) == (pytest.approx(change) if change is not None else None)


def test_the_weighted_total_and_the_mean_of_shares_stand_on_opposite_sides_of_20():
    units = VECTORS["vaegtet"]["enheder"]
    x, n = (sum(unit[i] for unit in units) for i in (0, 1))
    assert x / n == pytest.approx(VECTORS["vaegtet"]["rigtig"])
    assert not reaches(x, n, percent=20)
    mean_of_shares = sum(a / b for a, b in units) / len(units)
    assert mean_of_shares == pytest.approx(VECTORS["vaegtet"]["forkert_gennemsnit"], abs=1e-6)
    assert mean_of_shares > 0.20
