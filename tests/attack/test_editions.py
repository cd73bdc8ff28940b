"""Random histories, published and attacked: nothing is given away to the public, nor to an insider of any unit.

A publisher takes a history and gives the documents of its editions, oldest first: put another one into ``PUBLISHERS``
to have it attacked. It publishes step by step (``Step``): what stands, the month, and what is withdrawn before it.
Where a test fails, ``history.truth`` says what each count really was.
"""

import time

import pytest

from tests.attack import naive
from tests.attack.attacker import attack
from tests.attack.history import History, histories, own
from tests.sweeps import swept

PUBLISHERS = {"nothing": naive.nothing, "only large rows": naive.large_rows_only}
SEEDS = range(20)
SECONDS = 3  # of the processor, several times what an attack takes


def _history(seed: int) -> History:
    return next(histories(seed, 1))


@pytest.mark.parametrize("seed", swept(SEEDS, *range(5)))
@pytest.mark.parametrize("name", PUBLISHERS)
def test_the_public_learns_no_count_that_is_not_told(name, seed):
    assert attack(PUBLISHERS[name](_history(seed))) == []


@pytest.mark.parametrize("seed", swept(SEEDS, *range(3)))
@pytest.mark.parametrize("name", PUBLISHERS)
def test_no_insider_learns_a_count_of_another_unit(name, seed):
    history = _history(seed)
    documents = PUBLISHERS[name](history)
    assert {code: leaks for code in [*history.units][::4] if (leaks := attack(documents, own(history, code)))} == {}


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", PUBLISHERS)
def test_no_gap_in_the_proof_hides_a_leak(name, seed):
    history = _history(seed)
    documents = PUBLISHERS[name](history)
    assert attack(documents, exact=True) == []
    assert {code: leaks for code in [*history.units][::4]
            if (leaks := attack(documents, own(history, code), exact=True))} == {}


@pytest.mark.parametrize("publisher", [naive.large_rows_only, naive.sums_of_all_months])
def test_a_long_history_is_attacked_in_about_a_second(publisher):
    history = max(histories(1, 20), key=lambda each: len(each.steps) * len(each.units) * len(each.months))
    assert (len(history.units), len(history.months), len(history.steps)) == (19, 22, 22)
    documents = publisher(history)
    begun = time.process_time()
    attack(documents)
    assert time.process_time() - begun < SECONDS
