"""The counts stated of a jobcenter as facts that can be kept, and what differs between two states of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.basics.formatting import month_key
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.columns import figures_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot

COUNTS = [field.name for field in MAANEDSTAL.fields if field.kind == "count"]

Fact = tuple[str, str, int | None, str | None]  # month (2010-03), measure, value, mark
Key = tuple[str, str]  # month, measure


@remembered
def facts(snapshot: Snapshot, code: str, month: date) -> tuple[Fact, ...]:
    """Every count stated of a jobcenter up to ``month``, in the order of months and of the dataset's measures."""
    rows = figures_of(snapshot, code)
    return _stated(rows[rows["month"].le(pd.Timestamp(month))])


def facts_of_month(snapshot: Snapshot, code: str, month: date) -> tuple[Fact, ...]:
    """The same of one month alone, in the order of the dataset's measures."""
    rows = figures_of(snapshot, code)
    return _stated(rows[rows["month"].eq(pd.Timestamp(month))])


def _stated(rows: pd.DataFrame) -> tuple[Fact, ...]:
    rows = rows[rows["measure"].isin(COUNTS)]
    return in_order(
        (month_key(month), str(measure), None if pd.isna(value) else int(value), mark or None)
        for month, measure, value, mark in zip(*(rows[name] for name in ("month", "measure", "value", "mark")),
                                               strict=True)
        if mark != "missing")


def in_order(stated: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in the order of months and of the dataset's measures."""
    return tuple(sorted(stated, key=lambda fact: (fact[0], COUNTS.index(fact[1]))))


@dataclass(frozen=True)
class Difference:
    """What differs: what was stated and is another now or was taken back, and what has come, each in its order."""

    corrected: tuple[Key, ...]
    come: tuple[Key, ...]

    def __bool__(self) -> bool:
        return bool(self.corrected or self.come)


def difference(then: Iterable[Fact], now: Iterable[Fact]) -> Difference:
    """What differs between two states."""
    before, after = by_key(then), by_key(now)
    return Difference(tuple(key for key, fact in before.items() if after.get(key) != fact),
                      tuple(key for key in after if key not in before))


def by_key(stated: Iterable[Fact]) -> dict[Key, Fact]:
    """The facts by month and measure."""
    return {(fact[0], fact[1]): fact for fact in stated}
