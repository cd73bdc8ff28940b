"""What is proved is so: from true statements of all kinds over a calm history no interval leaves the true count out."""

from random import Random

import pytest

from tests.attack.attacker import proved
from tests.attack.history import FIRST_MONTH, MEASURES, SETTINGS, History, Step, histories, months_from, own, row, truth
from tests.attack.paper import Told, cell, editions
from tests.attack.world import Interval
from tests.sweeps import swept

UNITS = ("a", "b", "c", "d")
MONTHS = months_from(FIRST_MONTH, 4)


def _history(random: Random) -> History:
    """All figures are known from the first edition on, and none ever changes."""
    state = {unit: {month: row(*(random.randint(0, 4) for _ in range(3)), random.randint(6, 11), random.randint(0, 6))
                    for month in MONTHS} for unit in UNITS}
    steps = tuple(Step(edition, MONTHS[edition - 1], state) for edition in range(1, 5))
    return History(0, dict.fromkeys(UNITS, ""), {"threshold": 5, **SETTINGS}, MONTHS, steps)


def _told(random: Random, history: History, edition: int) -> Told:
    units = tuple(sorted(random.sample(UNITS, random.randint(1, 4))))
    measure = random.choice(MEASURES)
    first, last = FIRST_MONTH, random.choice(MONTHS)
    if measure not in ("ended", "outcome"):
        first = last
    value = truth(history, Interval(units, measure, first, last, edition))
    return cell("sum" if len(units) > 1 else "unit", units, measure, value, edition, first, last)


@pytest.mark.parametrize("exact", [False, True], ids=["quick", "exact"])
@pytest.mark.parametrize("seed", swept(range(60), *range(10)))
def test_the_true_count_is_never_left_out(seed, exact):
    random = Random(seed)
    history = _history(random)
    documents = editions(*([_told(random, history, edition) for _ in range(6)] for edition in range(1, 5)))
    known = own(history, *random.sample(UNITS, random.randint(0, 2)))
    intervals = list(proved(documents, known, exact=exact))
    assert [each for each in intervals if not each.low <= (truth(history, each) or 0) <= each.high] == []
    assert not {unit for each in intervals for unit in each.units} & set(known)


def test_the_truth_of_a_change_is_what_it_was_less_what_it_had_been():
    history = next(each for each in histories(1, 20) if len(each.steps) > 5)
    code, month = next(iter(history.units)), history.months[0]
    now = truth(history, Interval((code,), "rest", month, month, 1))
    figures = history.steps[0].state[code][month]
    assert now == (None if figures["group"] is None else figures["group"] - figures["activated"])
    assert truth(history, Interval((code,), "rest", month, month, 1, since=1)) in (0, None)
