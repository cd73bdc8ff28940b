"""How a course run went: its first day held up against its last."""

from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures.attendance_totals import DayTotal, totals_of


def run_ends(snapshot: Snapshot, kind: str, run: int) -> tuple[DayTotal, DayTotal] | None:
    """A run's first and last day that are not cancelled; None unless the same jobcenters have told both days whole.

    A run of which one day is left says nothing.
    """
    days = [total for total in totals_of(snapshot, kind, run) if not total.cancelled]
    if len(days) < 2:
        return None
    ends = days[0], days[-1]
    whole = all(day.attended is not None and not day.at_least for day in ends)
    return ends if whole and set(ends[0].reported) == set(ends[1].reported) else None


def falls(ends: tuple[DayTotal, DayTotal] | None) -> bool:
    """Whether fewer came on the last of ``run_ends`` than on the first."""
    return ends is not None and (ends[1].attended or 0) < (ends[0].attended or 0)
