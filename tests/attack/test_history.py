"""The random histories: the same again for one seed, possible in every step, and with all that may happen in them."""

from itertools import pairwise

from tests.attack.history import History, Row, histories, own

MANY = list(histories(5, 40))


def _rows(history: History) -> list[Row]:
    return [row for step in history.steps for by_month in step.state.values() for row in by_month.values()]


def test_one_seed_gives_the_same_histories_and_another_gives_others():
    assert list(histories(3, 3)) == list(histories(3, 3)) != list(histories(4, 3))


def test_every_row_is_possible_and_no_month_is_there_before_it_is_published():
    for row in (row for history in MANY for row in _rows(history) if row["group"] is not None):
        assert row["activated"] == row["praktik"] + row["loentilskud"] <= row["group"]
        assert row["outcome"] <= row["ended"]
    for step in (step for history in MANY for step in history.steps):
        assert all(month <= step.month for by_month in step.state.values() for month in by_month)


def test_no_history_is_longer_or_wider_than_asked():
    small = list(histories(5, 10, units=3, months=4, editions=5))
    assert {len(history.units) for history in small} <= {1, 2, 3}
    assert max(len(history.months) for history in small) <= 4
    assert max(len(history.steps) for history in small) <= 5
    assert max(len(history.units) for history in MANY) == 19
    assert max(len(history.steps) for history in MANY) == max(len(history.months) for history in MANY) == 22


def test_everything_that_may_happen_does():
    changes = [(was, row) for history in MANY for before, after in pairwise(history.steps)
               for code, by_month in after.state.items() for month, row in by_month.items()
               if (was := before.state[code].get(month)) and was != row]
    assert any(was["group"] is None for was, _ in changes), "a late report"
    assert any(row["group"] is None for _, row in changes), "an upload that is undone"
    assert any(None not in (was["group"], row["group"]) for was, row in changes), "a correction"
    assert {history.rules["threshold"] for history in MANY} == {5, 10}
    assert any(step.withdrawn for history in MANY for step in history.steps)
    assert any(step.month not in by_month for history in MANY for step in history.steps
               for by_month in step.state.values()), "a unit that left"
    assert any((row["group"] or 200) < 100 for history in MANY for row in _rows(history)), "a small unit"


def test_insiders_know_their_own_figures_in_every_edition():
    history = MANY[0]
    code = next(iter(history.units))
    known = own(history, code)
    assert list(known) == [code]
    assert known[code] == {step.edition: step.state[code] for step in history.steps}
