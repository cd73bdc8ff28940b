"""Sweeps of like cases: those that differ in kind run with every change, all of them by ``make long``."""

from collections.abc import Iterable
from typing import Any

import pytest


def swept(cases: Iterable[Any], *kept: int) -> list[Any]:
    """The values of one parameter; all but those at the positions ``kept`` are marked long."""
    return [pytest.param(case, marks=() if at in kept else pytest.mark.long) for at, case in enumerate(cases)]
