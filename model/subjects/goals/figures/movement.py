"""Why goal 1's share moved between two months: more in virksomhedsaktivering, or another size of the target group."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.snapshot.columns import in_month
from model.snapshot.snapshot import Snapshot
from model.statistics.decomposition import share_change
from model.subjects.goals.figures.breaks import breaks
from model.subjects.goals.figures.goal1 import panel, targets_by_month


@dataclass(frozen=True)
class Movement:
    """The change of a share in percentage points, and its two parts, which add up to it."""

    code: str | None  # None: the region
    first: date
    last: date
    before: tuple[int, int]  # activated, persons
    after: tuple[int, int]
    change: float
    numerator_effect: float
    denominator_effect: float
    jobcenters: int  # with both numbers in both months
    of: int  # that take part in the last month
    broken: bool  # a break of the series lies between the months
    targets: tuple[int | None, int | None]  # what the shares are judged by in their months


def movement(snapshot: Snapshot, code: str | None, first: date, last: date) -> Movement | None:
    """Split the share's change between two months, in the region on the same jobcenters; None where it is unknown."""
    rows = panel(snapshot)[["activated", "persons", "participates"]]
    before, after = (in_month(snapshot, rows, month) for month in (first, last))
    of = int(after["participates"].sum())
    if code is not None:
        before, after = before.loc[[code]], after.loc[[code]]
    same = before.notna().all(axis=1) & after.notna().all(axis=1) & before["participates"] & after["participates"]
    counts = _sums(before[same]), _sums(after[same])
    if not counts[0][1] or not counts[1][1]:
        return None
    split = share_change(before=counts[0], after=counts[1])
    early, late = sorted((first, last))
    return Movement(code=code, first=first, last=last, before=counts[0], after=counts[1], change=split.change,
                    numerator_effect=split.numerator, denominator_effect=split.denominator, jobcenters=int(same.sum()),
                    of=of if code is None else 1, broken=any(early < m <= late for m, _ in breaks(snapshot, code)),
                    targets=(_asked(snapshot, code, first), _asked(snapshot, code, last)))


def _asked(snapshot: Snapshot, code: str | None, month: date) -> int | None:
    target = targets_by_month(snapshot, "share", code)[pd.Timestamp(month)]
    return None if pd.isna(target) else int(target)


def _sums(rows: pd.DataFrame) -> tuple[int, int]:
    return int(rows["activated"].sum()), int(rows["persons"].sum())
