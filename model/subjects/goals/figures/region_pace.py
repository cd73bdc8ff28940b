"""The pace of the jobcenters that have not reached goal 1, taken together."""

from datetime import date

from model.basics.formatting import alphabetical
from model.basics.months import between
from model.snapshot.absence import combined
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.pace import per_month
from model.subjects.goals.figures.ending import over
from model.subjects.goals.figures.pace import Pace, pace
from model.subjects.goals.figures.region import region

WHOLE = "Regionen"


@remembered
def region_pace(snapshot: Snapshot, month: date) -> Pace:
    """What the jobcenters that lack persons need together, beside their own net change so far; never the region's net.

    The pace so far is the sum over those that lack; None when it is unknown for one of them.
    """
    whole = region(snapshot, month)
    lacking = [pace(snapshot, goal.code, month) for goal in whole.goals if goal.missing]
    missing = whole.missing
    so_far = [found.so_far for found in lacking]
    known = [found for found in so_far if found is not None]
    left = max(0, between(month, snapshot.ends))
    return Pace(
        code="", name=WHOLE, month=month, deadline=snapshot.ends, months_left=left, activated=None, needed=None,
        missing=missing,
        per_month=None if missing is None else per_month(missing, left),
        so_far=sum(known) if len(known) == len(so_far) and known else None,
        larger=None, smaller=None, still=combined(*(found.still for found in lacking)), jobcenters=len(lacking),
        without=tuple(sorted((goal.name for goal in whole.goals if goal.missing is None), key=alphabetical)),
        over=over(snapshot, month))
