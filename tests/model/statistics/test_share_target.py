"""A share's target in whole persons: reached or not, and the fewest persons it asks for."""

import json
import math
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.statistics.share_target import needed, reaches, resized

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


@given(st.integers(1, 10**5), st.integers(-50, 50))
def test_a_resized_group_is_rounded_up_once(n, by):
    assert resized(n, percent=16, by=by) == math.ceil(Fraction(16 * n * (100 + by), 10_000))


def test_the_weighted_total_and_the_mean_of_shares_stand_on_opposite_sides_of_20():
    units = VECTORS["vaegtet"]["enheder"]
    x, n = (sum(unit[i] for unit in units) for i in (0, 1))
    assert x / n == pytest.approx(VECTORS["vaegtet"]["rigtig"])
    assert not reaches(x, n, percent=20)
    mean_of_shares = sum(a / b for a, b in units) / len(units)
    assert mean_of_shares == pytest.approx(VECTORS["vaegtet"]["forkert_gennemsnit"], abs=1e-6)
    assert mean_of_shares > 0.20
