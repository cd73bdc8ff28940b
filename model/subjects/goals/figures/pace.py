"""How fast goal 1 must be closed until the campaign ends, beside how fast it has moved so far."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.basics.months import between, shift
from model.snapshot.absence import HIDDEN, Reason, combined
from model.snapshot.columns import months_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics import pace as arithmetic
from model.statistics.share_target import resized
from model.subjects.goals.figures.ending import over
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.goals import Goal1, goal1

LOOK_BACK = 6  # months whose net change is »hidtil«
RESIZED = 10  # percent a target group is imagined larger or smaller


@dataclass(frozen=True)
class Pace:
    """What closes the gap to both halves of goal 1 in whole persons; None is unknown."""

    code: str
    name: str
    month: date
    deadline: date  # the campaign's last month
    months_left: int  # after ``month``, up to and with the deadline
    activated: int | None
    needed: int | None  # persons in virksomhedsaktivering that both halves ask for
    missing: int | None
    per_month: float | None  # net; None without months left
    so_far: float | None  # net change a month between the first and last month known of the last half year
    larger: int | None  # missing when the target group is 10 % larger
    smaller: int | None  # … 10 % smaller
    hidden: bool = False  # what the goal rests on is withheld
    still: Reason | None = None  # why the pace so far is not known
    jobcenters: int | None = None  # the region: how many lack persons
    without: tuple[str, ...] = ()  # the region: jobcenters whose shortfall is unknown and not counted
    public: bool = False  # as an edition tells it
    over: bool = False  # the programme is, so that no pace is asked for

    @property
    def enough(self) -> bool | None:
        """Whether the pace so far closes the gap in time; None where either is unknown or nothing is asked."""
        if not self.missing or self.so_far is None or not self.months_left or self.over:
            return None
        return arithmetic.gained(self.so_far, self.months_left) >= self.missing


@remembered
def pace(snapshot: Snapshot, code: str, month: date) -> Pace:
    """The pace goal 1 asks of one jobcenter after ``month``. Raises KeyError as ``goal1`` does."""
    goal = goal1(snapshot, code, month)
    left = max(0, between(month, snapshot.ends))
    so_far, still = _so_far(snapshot, code, month)
    needed = None if goal.missing is None or goal.activated is None else _needed(goal, by=0)
    return Pace(
        code=code, name=goal.name, month=month, deadline=snapshot.ends, months_left=left, activated=goal.activated,
        needed=needed, missing=goal.missing,
        per_month=None if goal.missing is None else arithmetic.per_month(goal.missing, left),
        so_far=so_far, larger=_missing_when(goal, by=RESIZED), smaller=_missing_when(goal, by=-RESIZED),
        hidden=goal.absent == HIDDEN, still=still, public=goal.public, over=over(snapshot, month))


def _needed(goal: Goal1, *, by: int) -> int | None:
    """Persons both halves ask for when the target group is ``by`` percent larger."""
    if goal.persons is None or goal.share_target is None or goal.baseline is None or goal.increase_target is None:
        return None
    return max(resized(goal.persons, percent=goal.share_target, by=by), goal.baseline + goal.increase_target)


def _missing_when(goal: Goal1, *, by: int) -> int | None:
    needed = _needed(goal, by=by)
    if goal.missing is None or goal.activated is None or needed is None:
        return None
    return max(0, needed - goal.activated)


def _so_far(snapshot: Snapshot, code: str, month: date) -> tuple[float | None, Reason | None]:
    """Net change a month between the first and last known activation of the window, or why it is not known."""
    rows, part = panel(snapshot), months_of(snapshot, code, shift(month, -LOOK_BACK), month)
    values = [None if pd.isna(value) else int(value) for value in rows["activated"].array[part]]
    change = arithmetic.net_change(values)
    return change, combined(*rows["activated_absent"].array[part]) if change is None else None
