"""The proofs against every small world there is, all tried one by one, by code that knows nothing of the proofs."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest

from tests.attack import attacker
from tests.attack.attacker import proved
from tests.attack.paper import Told, cell, editions
from tests.attack.reading import STOCK
from tests.attack.reasoning import NARROW
from tests.sweeps import swept

UNITS = ("a", "b", "c")
PARTS = tuple((unit, part) for unit in UNITS for part in "PLR")
PERSONS = 6
THRESHOLD = 2
World = dict[tuple[str, str], int]


def _count(world: World, units: tuple[str, ...], measure: str) -> int:
    return sum(world[unit, part] for unit in units for part in STOCK[measure])


def _worlds() -> Iterator[World]:
    """Every way in which so many persons can be spread."""
    for bars in combinations(range(PERSONS + len(PARTS) - 1), len(PARTS) - 1):
        ends = (-1, *bars, PERSONS + len(PARTS) - 1)
        yield {part: after - before - 1 for part, before, after in zip(PARTS, ends, ends[1:], strict=False)}


WORLDS = tuple(_worlds())


def _told(random: Random, truth: World) -> list[Told]:
    """Some sums of the true world, some rows, one of which may be withheld, and a line where the rules allow one."""
    told = [cell("sum", UNITS, "group", PERSONS)]
    for _ in range(random.randint(1, 5)):
        units = tuple(sorted(random.sample(UNITS, random.randint(1, 3))))
        measure = random.choice(["group", "activated", "praktik", "loentilskud"])
        told.append(cell("sum", units, measure, _count(truth, units, measure)))
    if random.random() < 0.5:
        told.append(cell("unit", "a", "activated", None if _is_small(truth) else _count(truth, ("a",), "activated")))
    if random.random() < 0.5 and _is_fit_for_a_line(truth):
        told.append(cell("line", ("b", "c"), "activated", _count(truth, ("b", "c"), "activated")))
    return list({(*each["units"], each["measure"], each["scope"]): each for each in told}.values())


def _is_small(world: World) -> bool:
    return min(_count(world, ("a",), measure) for measure in ("activated", "rest")) < THRESHOLD


def _is_fit_for_a_line(world: World) -> bool:
    return min(_count(world, (unit,), "activated") for unit in ("b", "c")) >= THRESHOLD


def _fits(world: World, told: list[Told]) -> bool:
    for each in told:
        if each["value"] is None:
            fits = _is_small(world)
        else:
            fits = _count(world, tuple(each["units"]), each["measure"]) == each["value"]
            fits &= each["scope"] != "line" or _is_fit_for_a_line(world)
        if not fits:
            return False
    return True


def _true_intervals(told: list[Told]) -> dict[tuple[str, str], tuple[int, int]]:
    counts = defaultdict(set)
    for world in WORLDS:
        if _fits(world, told):
            for unit in UNITS:
                for measure in STOCK:
                    counts[unit, measure].add(_count(world, (unit,), measure))
    return {about: (min(seen), max(seen)) for about, seen in counts.items()}


def _proved(told: list[Told], *, exact: bool) -> dict[tuple[str, str], tuple[int, int]]:
    documents = editions(told, rules={"threshold": THRESHOLD})
    return {(each.units[0], each.measure): (each.low, each.high) for each in proved(documents, exact=exact)}


@pytest.mark.parametrize("seed", swept(range(200), *range(25)))
def test_what_is_proved_is_what_every_possible_world_has(seed):
    random = Random(seed)
    told = _told(random, random.choice(WORLDS))
    true = _true_intervals(told)
    exact = _proved(told, exact=True)
    for about, (low, high) in exact.items():
        if true[about][1] - true[about][0] <= NARROW or high - low <= NARROW:
            assert (low, high) == true[about], (about, told)


def test_the_quick_proof_is_never_wrong_and_misses_little_of_the_exact_one(monkeypatch):
    monkeypatch.setattr(attacker, "FEW", 0)
    narrow, missed = 0, 0
    for seed in range(40):
        random = Random(seed)
        told = _told(random, random.choice(WORLDS))
        quick = _proved(told, exact=False)
        for about, (low, high) in _proved(told, exact=True).items():
            assert quick[about][0] <= low and quick[about][1] >= high
            narrow += high - low <= NARROW
            missed += high - low <= NARROW < quick[about][1] - quick[about][0]
    assert missed <= narrow / 25, f"{missed} of {narrow}"
