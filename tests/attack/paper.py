"""Documents as the command line's JSON gives them, written by hand, for careless publishers and for tests."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tests.attack.history import SETTINGS

MONTH = "2009-10"
Told = dict[str, Any]


def cell(scope: str, units: Iterable[str] | str, measure: str, value: int | None, edition: int = 1,
         first: str = MONTH, last: str | None = None) -> Told:
    """One cell; withheld where it has no value. One month, where no last one is given."""
    return {"scope": scope, "units": units.split() if isinstance(units, str) else sorted(units), "measure": measure,
            "from": first, "to": last or first, "value": value, "mark": "withheld" if value is None else None,
            "edition": edition}


def rows(scope: str, units: Iterable[str] | str, edition: int = 1, first: str = MONTH, last: str | None = None,
         **counts: int | None) -> list[Told]:
    """The cells of one row, one for each measure."""
    return [cell(scope, units, measure, value, edition, first, last) for measure, value in counts.items()]


def document(edition: int, told: Sequence[Told], *, rules: Mapping[str, Any] | None = None,
             lines: Sequence[Sequence[str]] = (), withdrawn: bool = False) -> Told:
    """An edition with these cells, by rules with the threshold 5 where none are given."""
    codes = sorted({code for each in told for code in each["units"]})
    return {"programme": "attack", "edition": edition, "month": max((each["to"] for each in told), default=MONTH),
            "made_at": f"2010-01-{edition:02}T10:00:00+02:00", "sample": True,
            "withdrawn": {"at": "2011-12-31T10:00:00+02:00", "reason": "prøve"} if withdrawn else None,
            "rules": {"threshold": 5, **SETTINGS, **(rules or {})},
            "units": [{"code": code, "name": f"Jobcenter {code}"} for code in codes],
            "lines": [{"id": at, "units": [*units], "from": MONTH, "to": None} for at, units in enumerate(lines, 1)],
            "cells": [*told]}


def editions(*told: Sequence[Told], **settings: Any) -> list[Told]:
    """A document an edition; each keeps the cells of those before it that it does not tell anew."""
    standing: dict[Any, Told] = {}
    made = []
    for edition, added in enumerate(told, 1):
        standing |= {(each["scope"], tuple(each["units"]), each["measure"], each["from"], each["to"]): each
                     for each in added}
        made.append(document(edition, list(standing.values()), **settings))
    return made
