"""The region in one month: its jobcenters' goals, and the sums over them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.coverage import Coverage, coverage
from model.subjects.goals.figures.ending import is_last, over
from model.subjects.goals.figures.goal1 import targets_by_month
from model.subjects.goals.figures.goals import Goal1, Goal2, goal2, goals1
from model.subjects.goals.figures.verdicts import Verdict


@dataclass(frozen=True)
class Region:
    """The region in one month: sums over the jobcenters that have both numbers, never means of shares."""

    month: date
    persons: int | None
    activated: int | None
    share: float | None
    share_target: int | None  # what is asked of each jobcenter that has no target of its own
    known: int  # jobcenters in persons and activated, those told together among them
    reporting: int
    of: int
    reached: int  # jobcenters with both halves of goal 1
    missing: int | None  # the sum of the jobcenters' own known shortfalls
    unknown: int  # jobcenters whose goal 1 cannot be told
    goal2: Goal2
    coverage: Coverage
    goals: tuple[Goal1, ...]
    without: tuple[str, ...] = ()  # names of jobcenters that are in nothing of this, since the public is not told
    together: tuple[str, ...] = ()  # names of those that are in the sums alone, since the public is told of them as one
    waiting: tuple[str, ...] = ()  # names of those that will be so when the figures of all of them are known
    over: bool = False  # the programme is
    last: bool = False  # the month is its last

    @property
    def only_together(self) -> bool:
        """Whether the public is told of nobody alone, but of some together, now or when all of them are known."""
        return self.of == 0 and bool(self.together or self.waiting or self.without)

    @property
    def summed(self) -> int:
        """How many jobcenters the sums are of when all are known."""
        return self.of + len(self.together)


@remembered
def region(snapshot: Snapshot, month: date, *, register_delay_days: int | None = None) -> Region:
    """The region in ``month``: its jobcenters' goals, their sums, goal 2 and how much of the region is in."""
    goals = goals1(snapshot, month)
    both = [(g.persons, g.activated, snapshot.units(g.code)) for g in goals1(snapshot.sums, month)
            if g.persons is not None and g.activated is not None]
    persons, activated = (sum(row[at] for row in both) if both else None for at in (0, 1))
    shortfalls = [g.missing for g in goals if g.missing is not None]
    return Region(
        month=month, persons=persons, activated=activated,
        share=100 * activated / persons if persons and activated is not None else None,
        share_target=_int(targets_by_month(snapshot, "share", None)[pd.Timestamp(month)]),
        known=sum(row[2] for row in both), reporting=sum(g.reported for g in goals), of=len(goals),
        reached=sum(g.verdict == Verdict.REACHED for g in goals),
        missing=sum(shortfalls) if shortfalls else None, unknown=sum(g.verdict == Verdict.UNKNOWN for g in goals),
        goal2=goal2(snapshot, None, month, register_delay_days=register_delay_days),
        coverage=coverage(snapshot, month), goals=goals, without=tuple(snapshot.left_out.values()),
        together=snapshot.together, waiting=snapshot.waiting, over=over(snapshot, month), last=is_last(snapshot, month))


def _int(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
