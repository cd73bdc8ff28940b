"""Every way in which numbers were seen to be given away is planted, and the attacker must find each."""

import pytest

from tests.attack import naive
from tests.attack.attacker import attack
from tests.attack.history import histories, own, truth
from tests.attack.planted import SHAPES


@pytest.mark.parametrize("exact", [False, True], ids=["quick", "exact"])
@pytest.mark.parametrize("name", SHAPES)
def test_what_a_careless_publisher_gives_away_is_found(name, exact):
    planted = SHAPES[name]
    leaks = attack(planted.publisher(planted.history), own(planted.history, *planted.insiders), exact=exact)
    seen = {(each.units[0], each.measure): each for each in leaks if len(each.units) == 1}
    assert [about for about, true in planted.seen.items()
            if about not in seen or not seen[about].low <= true <= seen[about].high] == []


@pytest.mark.parametrize("publisher", [naive.nothing, naive.large_rows_only])
@pytest.mark.parametrize("name", SHAPES)
def test_who_tells_only_large_rows_or_nothing_gives_nothing_away(name, publisher):
    history = SHAPES[name].history
    assert attack(publisher(history), exact=True) == []


def test_a_line_of_three_is_safe_from_the_public_and_from_one_insider():
    planted = SHAPES["a line of three with two insiders"]
    told = planted.publisher(planted.history)
    assert attack(told) == attack(told, own(planted.history, "b")) == []


CARELESS = list(dict.fromkeys(planted.publisher for planted in SHAPES.values()))


SELDOM = (naive.course_day_with_missing, naive.occupied_in_steps)  # of many, a day or a step says little


@pytest.mark.parametrize("publisher", [each for each in CARELESS if each not in SELDOM])
def test_a_careless_publisher_is_seen_through_in_random_histories_too(publisher):
    """What is derived and not so hangs on a change that no edition names, which the attacker cannot know of."""
    true = [each.low <= known <= each.high for history in histories(21, 8, units=12, months=7, editions=8)
            for each in attack(publisher(history)) if (known := truth(history, each)) is not None]
    assert sum(true) > max(5, len(true) / 2)
