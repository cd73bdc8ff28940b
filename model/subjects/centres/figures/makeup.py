"""What kinds of centres there are, and why they closed."""

from datetime import date

import pandas as pd

from model.basics.formatting import normalise
from model.basics.months import shift
from model.snapshot.snapshot import Snapshot, remembered
from model.subjects.centres.figures.occupancy import active
from model.subjects.centres.figures.periods import CENTRE, month_end, of_place, open_at, periods

UNTOLD = "ikke oplyst"


@remembered
def closing_reasons(snapshot: Snapshot, code: str | None, first: date, last: date) -> pd.DataFrame:
    """Closures from ``first`` to ``last`` by the reason given, most frequent first: reason (as first written), closed.

    Reasons that differ only in capitals, spaces or points are one.
    """
    rows = of_place(periods(snapshot), code)
    begun, end = month_end(shift(first, -1)), month_end(last)
    closed = rows[rows["closed"].gt(begun) & rows["closed"].le(end)].sort_values("closed", kind="stable")
    said = [str(reason) if isinstance(reason, str) else UNTOLD for reason in closed["reason"]]
    frame = pd.DataFrame({"reason": said, "same": [normalise(reason) for reason in said]})
    counted = frame.groupby("same", sort=False).agg(reason=("reason", "first"), closed=("reason", "size"))
    return counted.sort_values(["closed", "reason"], ascending=[False, True], ignore_index=True)


@remembered
def makeup(snapshot: Snapshot, code: str | None, month: date, kind: str) -> pd.DataFrame:
    """Active centres by ``kind`` (sector | industry), most first: what (UNTOLD where nothing is stated), centres,

    places (Int64; NA where none is known), most places first within the same number of centres.
    """
    rows = of_place(periods(snapshot), code)
    standing = rows[open_at(rows, month_end(month))].drop_duplicates(CENTRE, keep="last")
    standing = standing[[*CENTRE, kind]].merge(active(snapshot, month)[[*CENTRE, "places"]], on=CENTRE, how="left")
    what = [str(value).strip() if isinstance(value, str) else UNTOLD for value in standing[kind]]
    grouped = standing.assign(what=what, same=[normalise(value) for value in what]).groupby("same", sort=False)
    counted = grouped.agg(what=("what", "first"), centres=("what", "size"))
    counted["places"] = grouped["places"].sum(min_count=1).astype("Int64")
    return counted.sort_values(["centres", "places", "what"], ascending=[False, False, True], ignore_index=True)
