"""Funnel limits against published numbers; small units are never judged."""

import json
from pathlib import Path

import numpy as np
import pytest

from model.statistics.funnel import Z998, expected_outside, limits, outside
from model.statistics.intervals import Z95

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["funnel_phe"] + VECTORS["funnel20"], ids=lambda c: f"{c['p0']:.2f}-{c['n']}")
def test_limits_are_the_published_ones(case):
    for z, low_name, high_name in ((Z95, "lo95", "hi95"), (Z998, "lo998", "hi998")):
        low, high = limits(case["p0"], case["n"], z=z)
        assert (float(low), float(high)) == pytest.approx((case[low_name], case[high_name]), abs=1e-6)


def test_only_units_of_twenty_or_more_are_judged():
    assert outside([0, 19, 60, 0], [19, 19, 100, 100], level=0.2).tolist() == [0, 0, 1, -1]


def test_nobody_gives_no_limits_and_no_verdict():
    low, high = limits(0.2, 0, z=Z95)
    assert np.isnan(low)
    assert np.isnan(high)
    assert outside([0], [0], level=0.2).tolist() == [0]


def test_chance_alone_is_told():
    assert expected_outside(19, z=Z95) == pytest.approx(0.95)
    assert expected_outside(19, z=Z998) == pytest.approx(0.038)
