"""The campaign's two goals, for a jobcenter and for the region, as frozen results that hold all a page may say."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.basics.months import between, shift
from model.programmes.measures import ENDED, SELF_SUPPORTING
from model.programmes.words import SUPPORT
from model.snapshot.absence import HIDDEN, MISSING, Reason
from model.snapshot.columns import Counted, months_of, of_month
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import Certainty, certainty, wilson
from model.subjects.goals.figures.cohorts import delay_days, tables, window
from model.subjects.goals.figures.ending import is_last, over
from model.subjects.goals.figures.goal1 import panel, panel_of, targets_by_month
from model.subjects.goals.figures.verdicts import OutcomeVerdict, Standing, Verdict

JUDGED: dict[Certainty, OutcomeVerdict] = {
    "none": OutcomeVerdict.NONE_ENDED, "too_few": OutcomeVerdict.TOO_FEW, "over": OutcomeVerdict.REACHED,
    "under": OutcomeVerdict.NOT_REACHED, "unsettled": OutcomeVerdict.UNSETTLED}


@dataclass(frozen=True)
class Goal1:
    """Goal 1 for one jobcenter in one month; None is unknown. share in percent, unrounded."""

    code: str
    name: str
    month: date
    persons: int | None
    activated: int | None
    summed: bool  # activation is praktik + løntilskud, since no total was reported
    hidden: bool  # the sender withheld persons or activation
    reported: bool  # both are known or withheld
    share: float | None
    share_target: int | None
    share_needed: int | None
    share_missing: int | None
    share_reached: bool | None
    increase_target: int | None
    baseline_month: date | None  # None when the baseline is a typed number
    baseline: int | None
    baseline_source: str | None
    increase: int | None
    increase_missing: int | None
    increase_reached: bool | None
    indicative: bool  # the baseline stands on the old match groups, the month on the new
    verdict: Verdict
    missing: int | None  # persons still needed for both halves
    persons_absent: Reason | None  # why each is not known; None where it is (a group of nobody has no share either)
    activated_absent: Reason | None
    share_absent: Reason | None
    increase_absent: Reason | None
    over: bool = False  # the programme is
    last: bool = False  # the month is its last
    public: bool = False  # as an edition tells it: what is withheld is so by the edition, and by no sender
    participates: bool = True  # in that month

    @property
    def standing(self) -> Standing:
        """The verdict with the halves that are reached."""
        halves = {"share": self.share_reached, "increase": self.increase_reached}
        known = self.verdict != Verdict.UNKNOWN
        return Standing(self.verdict, frozenset(half for half, reached in halves.items() if known and reached))

    @property
    def absent(self) -> Reason | None:
        """Why the goal cannot be told: a figure of the month is missing, else one it rests on is withheld, else none to
        count from is there. None where it can be told.
        """
        if self.verdict != Verdict.UNKNOWN:
            return None
        return HIDDEN if self.reported and HIDDEN in (self.share_absent, self.increase_absent) else MISSING


NOT_FROM_PANEL = ("code", "name", "month", "over", "last", "public")
FROM_PANEL = [field.name for field in fields(Goal1) if field.name not in NOT_FROM_PANEL]


@dataclass(frozen=True)
class Goal2:
    """Goal 2 over mature cohorts. share, low, high in percent, unrounded; the interval is Wilson's 95 %."""

    code: str | None  # None: the region
    successes: int | None
    ended: int | None
    share: float | None
    low: float | None
    high: float | None
    verdict: OutcomeVerdict
    target: int
    first: date
    last: date
    counted: int  # months with a mature cohort
    immature: tuple[date, ...]  # months too young, or reported before they could be measured
    absent: tuple[date, ...]  # months old enough, but without figures
    withheld: tuple[date, ...]  # months old enough, of which nothing is known but what was withheld
    left_out: int  # the region: jobcenters with a withheld figure in the window
    untold: bool = False  # withheld from the public, whatever its sender said
    waiting: bool = False  # an edition tells it at half-years, of which none has come yet
    over: bool = False  # the programme is

    @property
    def measured(self) -> tuple[date, date]:
        """The first and the last month that hold a measured course; where none does, the window's first twice."""
        unmeasured, first = {*self.immature, *self.absent, *self.withheld}, self.first
        last = max(first, self.last)
        while last in unmeasured and last > first:
            last = shift(last, -1)
        while first in unmeasured and first < last:
            first = shift(first, 1)
        return first, last


def goal1(snapshot: Snapshot, code: str, month: date) -> Goal1:
    """Goal 1 for one jobcenter. Raises KeyError for an unknown code or a month outside ``snapshot.months``."""
    return _goals_of(snapshot, month)[code]


def goal1_of(snapshot: Snapshot, code: str, month: date, counted: Counted) -> Goal1:
    """The same of counts that may be others than the snapshot's."""
    row = panel_of(snapshot, counted).iloc[months_of(snapshot, code, month, month)]
    return _goals(snapshot, row, snapshot.jobcenters.loc[[code]], month)[code]


def goals1(snapshot: Snapshot, month: date) -> tuple[Goal1, ...]:
    """Goal 1 for every jobcenter that takes part in ``month``, by code."""
    taking_part = panel(snapshot)["participates"].array[of_month(snapshot, month)]
    return tuple(goal for goal, takes in zip(_goals_of(snapshot, month).values(), taking_part, strict=True) if takes)


@remembered
def _goals_of(snapshot: Snapshot, month: date) -> dict[str, Goal1]:
    return _goals(snapshot, panel(snapshot).iloc[of_month(snapshot, month)], snapshot.jobcenters, month)


def _goals(snapshot: Snapshot, rows: pd.DataFrame, places: pd.DataFrame, month: date) -> dict[str, Goal1]:
    """By code, of a month's rows of the panel, one for each of ``places``."""
    columns = rows.reset_index(drop=True)  # each column picked out takes its index along, which is of two levels
    plain = {name: _plain(columns[name]) for name in FROM_PANEL}
    plain["baseline_month"] = [None if when is None else when.date() for when in plain["baseline_month"]]
    ended, last = over(snapshot, month), is_last(snapshot, month)
    public = snapshot.release is not None
    return {code: Goal1(code=str(code), name=name, month=month, over=ended, last=last, public=public,
                        **dict(zip(plain, row, strict=True)))
            for code, name, *row in zip(places.index, places["name"], *plain.values(), strict=True)}


def _plain(column: pd.Series) -> list[Any]:
    """Python's own values, None for what is not known."""
    return [None if pd.isna(value) else value for value in column.tolist()]


@remembered
def goal2(snapshot: Snapshot, code: str | None, month: date, *, outcome: str = SELF_SUPPORTING, ended: str = ENDED,
          register_delay_days: int | None = None) -> Goal2:
    """Goal 2 from the campaign's first month to ``month`` for a jobcenter, or the region's sums (code None).

    Other ``outcome`` and ``ended`` measures give the same account of job or education, or of virksomhedscentre.
    """
    if snapshot.release is not None:
        return _told(snapshot, code, month, outcome=outcome, ended=ended)
    part = window(snapshot, code, month)
    laid = tables(snapshot, outcome, ended, delay_days(register_delay_days))
    known, young, mature, hidden = (laid[name][part] for name in ("known", "young", "mature", "hidden"))
    counted = mature.any(axis=0)
    immature = (known.any(axis=0) | young.any(axis=0)) & ~counted
    kept = hidden.any(axis=0) & ~counted & ~immature
    months = np.array(snapshot.months[part[1]], dtype=object)
    x, n = (int((laid[name][part] * mature).sum()) for name in ("successes", "ended"))
    target, hiding = self_supporting_target(snapshot, code, month), int(hidden.any(axis=1).sum())
    return Goal2(code=code, target=target, first=snapshot.starts, last=month, counted=int(counted.sum()),
                 immature=tuple(months[immature]), absent=tuple(months[~counted & ~immature & ~kept]),
                 withheld=tuple(months[kept]), left_out=hiding if code is None else 0, over=over(snapshot, month),
                 **(_withheld() if code is not None and hiding else _judged(x, n, target=target)))


def _told(snapshot: Snapshot, code: str | None, month: date, *, outcome: str, ended: str) -> Goal2:
    """What an edition tells: goal 2 itself, as it was told last up to its month."""
    release = snapshot.release
    assert release is not None
    asked = (outcome, ended) == (SELF_SUPPORTING, ENDED) and month == release.month
    told = [each for each in release.outcomes.get(code, ()) if asked and each.ended is not None]
    target = self_supporting_target(snapshot, code, month)
    goal = Goal2(code=code, target=target, first=snapshot.starts, last=month, counted=0, immature=(), absent=(),
                 withheld=(), left_out=0, over=over(snapshot, month), untold=True, **_withheld())
    if not told:
        judged = release.outcomes.get(code) if code is not None else any(release.outcomes.values())
        return replace(goal, waiting=asked and not judged)
    newest = told[-1]
    return replace(goal, first=newest.first, last=newest.last, untold=False,
                   counted=between(newest.first, newest.last) + 1,
                   **_judged(newest.successes or 0, newest.ended or 0, target=target))


def self_supporting_target(snapshot: Snapshot, code: str | None, month: date) -> int:
    """Goal 2's target in percent. Raises LookupError when no target row applies."""
    value = targets_by_month(snapshot, "self_supporting", code)[pd.Timestamp(month)]
    if value is pd.NA:
        raise LookupError(f"Der er intet mål for {SUPPORT} i den valgte måned.")
    return int(value)


def _withheld() -> dict[str, Any]:
    return {**dict.fromkeys(("successes", "ended", "share", "low", "high")), "verdict": OutcomeVerdict.UNKNOWN}


def _judged(x: int, n: int, *, target: int) -> dict[str, Any]:
    low, high = (100 * float(end) for end in wilson(x, n)) if n else (None, None)
    return {"successes": x, "ended": n, "share": 100 * x / n if n else None, "low": low, "high": high,
            "verdict": JUDGED[certainty(x, n, percent=target)]}
