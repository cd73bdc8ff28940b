"""Sweeps of like cases: those that differ in kind run with every change, all of them by ``make long``."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pytest

SLOW = {"engine", "any_engine", "sample_file", "sample_engine", "empty_file"}  # what a case costs time by


def swept(cases: Iterable[Any], *kept: int) -> list[Any]:
    """The values of one parameter; all but those at the positions ``kept`` are marked long."""
    return [pytest.param(case, marks=() if at in kept else pytest.mark.long) for at, case in enumerate(cases)]


def shorten(items: Iterable[pytest.Item]) -> None:
    """Mark as long what lies between the first, the middle and the last case of a test that needs a database.

    Not where the cases to keep are chosen one by one (some are long already), nor where each is of a kind of its own
    (``every``).
    """
    cases = defaultdict(list)
    for item in items:
        chosen = any(map(item.get_closest_marker, ("every", "postgres", "browser")))
        if isinstance(item, pytest.Function) and SLOW & set(item.fixturenames) and not chosen:
            cases[item.nodeid.partition("[")[0]].append(item)
    for each in cases.values():
        if not any(item.get_closest_marker("long") for item in each):
            for item in _between(each):
                item.add_marker(pytest.mark.long)


def _between(cases: Sequence[pytest.Item]) -> list[pytest.Item]:
    kept = {0, len(cases) // 2, len(cases) - 1}
    return [item for at, item in enumerate(cases) if at not in kept]
