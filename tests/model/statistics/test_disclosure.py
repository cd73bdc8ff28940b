"""What may be told of counts beside their sums: no small one follows, however the numbers fall."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.statistics.disclosure import hidden_shares, spaced_totals, told_totals
from model.statistics.suppression import Relation, Table, audit, primary

PAIRS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))),
                 min_size=1, max_size=7)
STEPS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=12)


def widths(pairs, found):
    """How many persons wide the interval is in which each hidden part, and each hidden rest, can be placed."""
    part, whole = (np.array(values, dtype=float) for values in zip(*pairs, strict=True))
    units = len(part)
    values = np.concatenate([whole, part, whole - part, [whole.sum(), part.sum(), (whole - part).sum()]])
    added_up = found.sums and bool(found.wholes.any())  # a sum of wholes that are all told is no secret
    hidden = np.concatenate([found.wholes, found.parts, found.parts, [added_up, found.sums, found.sums]])
    relations = [Relation(at, (units + at, 2 * units + at)) for at in range(units)]
    relations += [Relation(3 * units + kind, tuple(range(kind * units, (kind + 1) * units))) for kind in range(3)]
    low, high = audit(Table(values, (*relations, Relation(3 * units, (3 * units + 1, 3 * units + 2)))), hidden)
    return (high - low)[hidden]


@given(PAIRS)
def test_every_small_count_is_hidden_and_none_can_be_placed_within_three(pairs):
    part, whole = zip(*pairs, strict=True)
    found = hidden_shares(part, whole)
    small = primary(part, whole) & (np.array(whole) > 0)
    assert found.parts[small].all()
    assert (widths(pairs, found) >= 3).all()


@given(PAIRS, st.data())
def test_nothing_is_told_of_a_unit_that_is_withheld(pairs, data):
    part, whole = zip(*pairs, strict=True)
    withheld = data.draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    found = hidden_shares(part, whole, withheld=withheld)
    assert found.parts[np.array(withheld)].all() and found.wholes[np.array(withheld)].all()


def test_large_counts_are_all_told_and_one_small_one_takes_the_next_smallest_with_it():
    plain = hidden_shares([20, 30, 40], [100, 100, 100])
    assert not plain.parts.any() and not plain.wholes.any() and not plain.sums
    one = hidden_shares([2, 30, 20, 40], [100, 100, 100, 100])
    assert one.parts.tolist() == [True, False, True, False]
    assert not one.wholes.any() and not one.sums


def test_a_unit_of_nobody_hides_nobody_else():
    found = hidden_shares([0, 30, 40], [0, 100, 100])
    assert not found.parts.any() and not found.sums


def test_a_lone_small_unit_hides_its_sum_too():
    found = hidden_shares([2], [30])
    assert found.parts.all() and found.sums


def test_a_part_over_its_whole_is_no_reason_to_stop():
    found = hidden_shares([50, 2, 30], [40, 30, 100])
    assert found.parts[1]


@given(STEPS)
def test_what_lies_between_two_totals_that_are_told_is_never_small(steps):
    good, bad = (np.cumsum(values).astype(float) for values in zip(*steps, strict=True))
    whole = good + bad
    told = spaced_totals(good, whole, anchor=len(steps) - 1)
    x, n = np.concatenate([[0], good[told]]), np.concatenate([[0], whole[told]])
    assert not primary(np.diff(x), np.diff(n)).any()
    assert told[-1] == (not primary(good[-1], whole[-1]))


def test_totals_are_told_outward_from_the_anchor_and_unknown_ones_are_left():
    good, whole = [10.0, 12.0, np.nan, 20.0, 21.0, 30.0], [50.0, 60.0, np.nan, 90.0, 95.0, 140.0]
    assert spaced_totals(good, whole, anchor=3).tolist() == [False, True, False, True, False, True]


def test_totals_that_fall_are_held_against_every_one_that_is_told():
    told = spaced_totals([100, 110, 101], [500, 550, 510], anchor=2)
    assert told.tolist() == [False, True, True]


FLOWS = st.integers(1, 5).flatmap(lambda units: st.lists(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), min_size=units, max_size=units), min_size=1, max_size=9))


def flows(steps):
    """x and n by unit and step."""
    good = np.array([[unit[0] for unit in step] for step in steps], dtype=float).T
    return good, good + np.array([[unit[1] for unit in step] for step in steps], dtype=float).T


@given(FLOWS, st.data())
def test_two_tellings_of_a_unit_differ_by_nothing_or_by_enough_whenever_they_are_made(steps, data):
    x, n = flows(steps)
    early = data.draw(st.integers(1, len(steps)))
    tellings = [told_totals(x[:, :end], n[:, :end]).steps for end in (early, len(steps))]
    for unit, (before, after) in enumerate(zip(*tellings, strict=True)):
        first, last = sorted((before, after))
        added = x[unit, first + 1:last + 1].sum(), n[unit, first + 1:last + 1].sum()
        assert first == last or not primary(*added)


@given(FLOWS)
def test_what_the_units_leave_of_the_sum_is_nothing_or_enough_where_the_sum_is_told(steps):
    x, n = flows(steps)
    told = told_totals(x, n)
    left = [counts.sum() - sum(counts[unit, :step + 1].sum() for unit, step in enumerate(told.steps))
            for counts in (x, n)]
    assert not told.sums[-1] or left[1] == 0 or not primary(*left)


def test_a_unit_of_which_nothing_is_told_is_in_what_is_left():
    x, n = [[9.0], [2.0]], [[40.0], [9.0]]
    assert told_totals(x, n, withheld=[False, True]).steps.tolist() == [-1, -1]
    assert told_totals([[9.0], [8.0]], n=[[40.0], [30.0]], withheld=[False, True]).steps.tolist() == [0, -1]


@pytest.mark.parametrize("anchor", [0, 1])
def test_no_total_is_told_when_the_anchor_is_too_small(anchor):
    assert not spaced_totals([1.0, 3.0], [8.0, 30.0], anchor=anchor).any()
