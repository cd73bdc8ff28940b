"""Wilson's interval against published numbers and scipy, and the counts that decide goal 2."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest, norm

from model.statistics.intervals import FEWEST, Z95, certainty, wilson

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
WORDS = {"nået": "over", "ikke nået": "under", "kan ikke siges endnu": "unsettled",
         "kan ikke siges (for få)": "too_few"}
counts = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("vector", VECTORS["wilson_phe"])
def test_the_interval_is_the_published_one(vector):
    low, high = wilson(vector["x"], vector["n"], z=norm.ppf((1 + vector["conf"]) / 2))
    assert (low, high) == pytest.approx((vector["lo"], vector["hi"]), abs=1e-12)


@pytest.mark.parametrize("vector", VECTORS["wilson"])
def test_the_interval_and_the_verdict_of_every_computed_vector(vector):
    low, high = wilson(vector["x"], vector["n"])
    assert (low, high) == pytest.approx((vector["lo"], vector["hi"]), abs=5e-7)
    assert certainty(vector["x"], vector["n"], percent=20) == WORDS[vector["status"]]


@settings(deadline=None)
@given(counts)
def test_the_closed_form_agrees_with_scipy(count):
    x, n = count
    expected = binomtest(x, n).proportion_ci(method="wilson")
    assert wilson(x, n) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_whole_columns_give_what_single_counts_give():
    x, n = np.array([0, 5, 14, 60]), np.array([16, 60, 95, 60])
    low, high = wilson(x, n)
    assert list(zip(low, high, strict=True)) == [tuple(map(float, wilson(a, b))) for a, b in zip(x, n, strict=True)]


def test_nobody_has_no_interval_and_an_impossible_count_is_taken_as_all():
    assert np.isnan(wilson(0, 0)).all()
    assert wilson(70, 60) == wilson(60, 60)


def test_the_quantile_is_the_normal_distributions():
    assert pytest.approx(norm.ppf(0.975), abs=1e-15) == Z95


@pytest.mark.parametrize("row", [r for r in VECTORS["beslutning_maal20"] if r["n"] >= FEWEST])
def test_the_counts_that_decide_goal_2(row):
    said = [certainty(x, row["n"], percent=20) for x in range(row["n"] + 1)]
    assert said.index("over") == row["naaet_min"]
    assert max(x for x, word in enumerate(said) if word == "under") == row["ikke_naaet_max"]
    assert said == sorted(said, key=["under", "unsettled", "over"].index)


@pytest.mark.parametrize(("x", "n", "word"), [
    (18, 60, "unsettled"), (19, 60, "over"), (28, 200, "under"), (29, 200, "unsettled"), (51, 200, "unsettled"),
    (52, 200, "over"), (0, 0, "none"), (0, 19, "too_few"), (19, 19, "too_few"), (0, 20, "under"), (20, 20, "over")])
def test_the_boundaries_of_the_verdict(x, n, word):
    assert certainty(x, n, percent=20) == word


def test_a_true_share_of_20_percent_is_seldom_called_over_or_under():
    """The promise behind the least count: wrong in at most 5 % of cases on either side from 20 courses up."""
    for n in range(FEWEST, 200):
        said = [certainty(x, n, percent=20) for x in range(n + 1)]
        chance = binom.pmf(range(n + 1), n, 0.2)
        assert sum(p for p, word in zip(chance, said, strict=True) if word == "over") < 0.05
        assert sum(p for p, word in zip(chance, said, strict=True) if word == "under") < 0.03
