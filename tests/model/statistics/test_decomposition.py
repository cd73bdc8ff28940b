"""The split of a share's change adds up exactly and gives each cause its own part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.statistics.decomposition import share_change

months = st.tuples(st.integers(0, 3000), st.integers(1, 20_000))


@given(months, months)
def test_the_parts_add_up_to_the_change(before, after):
    split = share_change(before=before, after=after)
    assert split.numerator + split.denominator == pytest.approx(split.change, abs=1e-9)
    assert split.change == pytest.approx(100 * (after[0] / after[1] - before[0] / before[1]), abs=1e-9)


@given(months, months)
def test_each_part_is_the_mean_over_the_two_orders_of_change(before, after):
    (x0, n0), (x1, n1) = before, after
    persons_first = (x1 - x0) / n0, x1 / n1 - x1 / n0
    group_first = x1 / n1 - x0 / n1, x0 / n1 - x0 / n0
    means = [50 * (a + b) for a, b in zip(persons_first, group_first, strict=True)]
    split = share_change(before=before, after=after)
    assert (split.numerator, split.denominator) == pytest.approx(means, abs=1e-6)


@given(months, st.integers(1, 20_000))
def test_only_the_group_moving_leaves_nothing_to_the_numerator(before, n1):
    split = share_change(before=before, after=(before[0], n1))
    assert split.numerator == 0


@given(months, months)
def test_the_way_back_is_the_way_there_with_the_sign_turned(before, after):
    there, back = share_change(before=before, after=after), share_change(before=after, after=before)
    assert tuple(there) == pytest.approx(tuple(-part for part in back), abs=1e-9)


def test_an_empty_group_is_refused():
    with pytest.raises(ZeroDivisionError):
        share_change(before=(0, 0), after=(1, 10))
