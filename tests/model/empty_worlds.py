"""Worlds in which there is little or nothing to reckon with.

Each is the whole region with the campaign's plan; only what was stated and the day it is seen on differ.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from model.basics.months import span
from model.snapshot.snapshot import Snapshot
from model.store import seeding
from model.store.tables.base import Jobcenter
from tests.model.subjects.builders import Said, said, snapshot
from tests.model.subjects.planned import planned

CODES = tuple(row.code for row in seeding.rows() if isinstance(row, Jobcenter))
BASELINE = "2009-09"
MONTHS = tuple(f"{month:%Y-%m}" for month in span(date(2009, 9, 1), date(2010, 3, 1)))
COUNTS = {"persons": 400, "total": 60, "ended": 40, "good": 9}


def _stated(codes: Iterable[str], months: Iterable[str], **counts: int | str) -> list[Said]:
    return [said(code, month, **(COUNTS | counts)) for code in codes for month in months]


def _every(mark: str) -> dict[str, int | str]:
    return dict.fromkeys(COUNTS, mark)


def _world(*statements: Said, day: str = "2010-06-15") -> Snapshot:
    plan = planned(day)
    return replace(snapshot(*statements, data_date=day), course_days=plan.course_days, activities=plan.activities)


WORLDS: dict[str, Callable[[], Snapshot]] = {
    "nothing": _world,
    "the baseline only": lambda: _world(*_baseline()),
    "one month": lambda: _world(*_stated(CODES, ["2010-03"])),
    "one jobcenter": lambda: _world(*_stated(CODES[:1], MONTHS)),
    "all hidden": lambda: _world(*_stated(CODES, MONTHS, **_every("hidden"))),
    "all hidden after the baseline": lambda: _world(*_baseline(), *_stated(CODES, MONTHS[1:], **_every("hidden"))),
    "all missing": lambda: _world(*_stated(CODES, MONTHS, **_every("missing"))),
    "before the start": lambda: _world(*_baseline(), day="2009-09-10"),
    "after the end": lambda: _world(*_stated(CODES, MONTHS), day="2012-10-10"),
}


def _baseline() -> list[Said]:
    return [said(code, BASELINE, received="2009-09-09", persons=400, total=60) for code in CODES]
