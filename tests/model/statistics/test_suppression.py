"""Small counts cannot be derived: worked examples of the handbook, rules for what is hidden, and a planted leak."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.statistics.suppression import Relation, Table, audit, complete, primary, too_exact


def row(*counts: float) -> Table:
    """Counts with their sum as the last cell."""
    return Table(np.array([*counts, sum(counts)], dtype=float), (Relation(len(counts), tuple(range(len(counts)))),))


def grid(counts: np.ndarray) -> Table:
    """Rows and columns with all their sums: cells row by row, then row sums, column sums and the grand total."""
    rows, columns = counts.shape
    cells = np.arange(counts.size).reshape(counts.shape)
    values = [*counts.ravel(), *counts.sum(axis=1), *counts.sum(axis=0), counts.sum()]
    size, total = counts.size, counts.size + rows + columns
    relations = [Relation(size + r, tuple(int(c) for c in cells[r])) for r in range(rows)]
    relations += [Relation(size + rows + c, tuple(int(r) for r in cells[:, c])) for c in range(columns)]
    relations += [Relation(total, tuple(range(size, size + rows))),
                  Relation(total, tuple(range(size + rows, total)))]
    return Table(np.array(values, dtype=float), tuple(relations))


def flags(table: Table, *hidden: int) -> np.ndarray:
    found = np.zeros(len(table.values), dtype=bool)
    found[list(hidden)] = True
    return found


def test_one_hidden_part_of_a_published_sum_is_known_exactly():
    table = row(47_600, 998, 8_002)
    low, high = audit(table, flags(table, 1))
    assert (low[1], high[1]) == (998, 998)
    low, high = audit(table, flags(table, 1, 2))
    assert (low[1], high[1]) == (0, 9_000)


def test_the_smallest_other_part_is_hidden_with_it():
    table = row(2, 14, 9, 5)
    found = complete(table, flags(table, 0))
    assert list(np.flatnonzero(found)) == [0, 3]
    low, high = audit(table, found)
    assert (low[0], high[0]) == (0, 7)


def test_two_hidden_cells_are_not_enough_when_a_year_to_date_is_published_too():
    months = np.array([[2, 6, 7], [14, 15, 16], [9, 8, 9], [5, 7, 6]], dtype=float)
    table = grid(months)
    alone = flags(table, 0, 9)  # one in the first row, one in the last, same month
    assert set(too_exact(table, alone)) == {0, 9}
    found = complete(table, alone)
    assert not too_exact(table, found)


def test_a_zero_and_a_total_are_hidden_only_when_nothing_else_is_left():
    table = row(2, 0, 9)
    assert list(np.flatnonzero(complete(table, flags(table, 0)))) == [0, 2]
    lone = row(2, 0)
    assert np.flatnonzero(complete(lone, flags(lone, 0))).tolist() == [0, 1, 2]


def test_a_sum_over_units_nobody_knows_is_no_equation():
    table = Table(np.array([2, np.nan, 9, 30.0]), (Relation(3, (0, 1, 2)),))
    assert list(np.flatnonzero(complete(table, flags(table, 0)))) == [0]


def test_a_part_is_never_more_than_its_published_whole():
    table = Table(np.array([2.0, 8.0]), (), within=((0, 1),))
    low, high = audit(table, flags(table, 0))
    assert (low[0], high[0]) == (0, 8)
    assert too_exact(Table(np.array([1.0, 2.0]), (), within=((0, 1),)), flags(table, 0)) == [0]


def test_small_counts_their_complements_and_whole_groups_are_hidden():
    x = np.array([0, 1, 4, 5, 96, 99, 100, 3, 0, 9])
    n = np.array([100, 100, 100, 100, 100, 100, 100, 4, 8, 9])
    assert primary(x, n).tolist() == [False, True, True, False, True, True, False, True, True, True]
    assert primary(x, n, threshold=10).tolist() == [False, True, True, True, True, True, False, True, True, True]


def test_what_is_not_known_is_not_hidden():
    assert primary(np.array([np.nan, 3.0]), np.array([100.0, np.nan])).tolist() == [False, True]


def test_a_planted_leak_is_found():
    table = grid(np.array([[2.0, 20], [30, 40], [7, 9]]))
    safe = complete(table, flags(table, 0))
    assert not too_exact(table, safe)
    for cell in np.flatnonzero(safe):
        planted = safe.copy()
        planted[cell] = False
        if planted.any():
            assert too_exact(table, planted), f"showing cell {cell} gives something away"


def test_when_nothing_more_can_be_hidden_it_is_said():
    table = Table(np.array([1.0, 2.0]), (), within=((0, 1),))
    with pytest.raises(ValueError, match="merge"):
        complete(table, flags(table, 0))


@given(counts=st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=3, max_size=5))
def test_no_hidden_cell_of_any_table_can_be_placed_within_three(counts):
    cells = np.array(counts, dtype=float)
    table = grid(cells)
    small = np.zeros(len(table.values), dtype=bool)
    small[:cells.size] = (cells.ravel() >= 1) & (cells.ravel() < 5)
    try:
        found = complete(table, small)
    except ValueError:
        return  # told, not leaked
    assert (found >= small).all()
    low, high = audit(table, found)
    for at in np.flatnonzero(found):
        assert low[at] <= table.values[at] <= high[at]
        assert high[at] - low[at] >= 3
