"""A share is printed as its target only where it is exactly that; rounding tells no other story than the number."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.basics import shares as f
from model.statistics.intervals import wilson

NBSP = "\u00a0"
TARGETS, MOST = (16, 18, 20, 25), 2000
shares = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def back(text: str) -> Decimal:
    """What a Dane reads."""
    return Decimal(text.split(NBSP)[0].replace(".", "").replace(",", ".").replace("−", "-"))


@pytest.mark.parametrize(("x", "n", "target", "text"), [
    (14, 95, 20, "15 %"), (26, 118, 20, "22,0 %"), (15, 94, 16, "15,96 %"), (39, 197, 20, "19,8 %"),
    (1599, 10_000, 16, "15,99 %"), (200, 1253, 16, "15,96 %"), (201, 1253, 16, "16,04 %"), (37, 40, 92.5, "92,5 %"),
    (16, 100, 16, "16,0 %"), (0, 30, 16, "0 %"), (30, 30, 16, "100 %")])
def test_a_share_has_the_decimals_it_needs_and_no_more(x, n, target, text):
    assert f.share(x, n, target=target) == text.replace(" ", NBSP)


class Sides(dict):
    """By text: whether the share a Dane reads in it is under (−1), on (0) or over (1) the target; each read once."""

    def __init__(self, target):
        super().__init__()
        self.target = target

    def __missing__(self, text):
        value = back(text)
        self[text] = (value > self.target) - (value < self.target)
        return self[text]


def stands_as_written(n, first, last, sides):
    """Whether every x of n from ``first`` to ``last`` is written to stand where it does."""
    written = [sides[f.share(x, n, target=sides.target)] for x in range(first, last + 1)]
    return written == np.sign(100 * np.arange(first, last + 1) - sides.target * n).tolist()


def test_every_share_of_up_to_2000_stands_where_it_is_written_to_stand():
    """Each pair against the target it is nearest to, which is the one its rounding could be on the wrong side of."""
    sides = [Sides(target) for target in TARGETS]
    for n in range(1, MOST + 1):
        ends = [-1, *(n * (one + other) // 200 for one, other in pairwise(TARGETS)), n]
        assert all(stands_as_written(n, first + 1, last, one)
                   for one, (first, last) in zip(sides, pairwise(ends), strict=True)), n


@pytest.mark.parametrize("target", TARGETS)
def test_every_share_within_a_point_of_a_target_stands_on_its_side(target):
    sides = Sides(target)
    for n in range(1, MOST + 1):
        assert stands_as_written(n, n * (target - 1) // 100, min(n, -(-n * (target + 1) // 100)), sides), n


def test_no_share_can_be_written_without_what_it_is_judged_by():
    for writing in (lambda: f.share(1, 3), lambda: f.share_of(1, 30), lambda: f.interval(1, 2)):
        with pytest.raises(TypeError, match="target"):
            writing()


@given(shares, st.integers(0, 100))
def test_rounding_never_crosses_the_target(count, target):
    x, n = count
    assert (back(f.share(x, n, target=target)) >= target) == (Fraction(100 * x, n) >= target)


@given(shares)
def test_a_share_is_never_farther_off_than_its_last_decimal(count):
    x, n = count
    off = abs(back(f.share(x, n, target=f.UNJUDGED)) - Decimal(100 * x) / n)
    assert off <= (Decimal("0.5") if n < 100 else Decimal("0.05"))


def test_a_share_of_nobody_is_refused():
    with pytest.raises(ArithmeticError):
        f.share(0, 0, target=f.UNJUDGED)


@pytest.mark.parametrize(("x", "n", "text"), [
    (2, 6, "2 af 6"), (0, 0, "0 af 0"), (19, 19, "19 af 19"), (4, 20, "20 % (4 af 20)"),
    (1480, 12_500, "11,8 % (1.480 af 12.500)")])
def test_the_count_stands_beside_the_share_and_alone_under_20(x, n, text):
    assert f.share_of(x, n, target=f.UNJUDGED) == text.replace(" %", f"{NBSP}%")


@pytest.mark.parametrize(("low", "high", "text"), [(8.9861, 23.2286, "8,9–23,3 %"), (0, 19.3608, "0,0–19,4 %"),
                                                   (20.0, 40.0, "20,0–40,0 %"), (14.1, 19.97, "14,1–19,97 %"),
                                                   (20.03, 27.0, "20,03–27,0 %"), (19.97, 20.03, "19,9–20,1 %")])
def test_an_interval_is_rounded_outwards_but_never_onto_the_target(low, high, text):
    assert f.interval(low, high, target=20) == text.replace(" ", NBSP)


@given(shares, st.sampled_from(TARGETS))
def test_the_shown_interval_allows_the_verdict_it_stands_beside(count, target):
    x, n = count
    low, high = (100 * float(end) for end in wilson(x, n))
    down, up = (back(end) for end in f.interval(low, high, target=target).split("–"))
    assert down <= Decimal(str(low)) and Decimal(str(high)) <= up
    assert (down >= target, up < target) == (low >= target, high < target)


@given(shares, st.sampled_from(TARGETS), st.booleans())
def test_an_end_that_a_program_rounds_by_itself_is_never_moved_inwards_nor_onto_the_target(count, target, low):
    end = 100 * float(wilson(*count)[0 if low else 1])
    decimals = f.end_decimals(end, target=target, low=low)
    shown = Decimal(str(end)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert (shown <= Decimal(str(end)) if low else shown >= Decimal(str(end))) and (shown == target) == (end == target)


@pytest.mark.parametrize(("groups", "decimals"), [
    ((85, 342), 1), ((85, 94), 0), ((None, 19, 12), 0), ((19, 400), 1), ((), 0)])
def test_shares_beside_each_other_have_as_many_decimals_as_the_largest_group_gives(groups, decimals):
    assert f.decimals_beside(groups) == decimals


def test_a_share_of_few_has_the_decimals_of_those_beside_it():
    assert f.share(23, 85, target=20, least=1) == f"27,1{NBSP}%"
    assert f.share_of(23, 85, target=20, least=1) == f"27,1{NBSP}% (23 af 85)"
    assert f.share_of(2, 6, target=20, least=1) == "2 af 6"
    assert f.share_decimals(23, 85, target=20, least=1) == 1
