"""What kinds of centres there are, and why they closed."""

from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import normalise
from model.basics.frames import Schema, count, number, text
from model.basics.months import shift
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures.generations import SECOND, active_generations
from model.subjects.centres.figures.occupancy import active
from model.subjects.centres.figures.periods import CENTRE, month_end, of_place, open_at, periods

UNTOLD = "ikke oplyst"
REASONS = Schema("one reason given for a closure, most frequent first", (
    text("reason", "as first written, or UNTOLD"), number("closed", "how many closed for it")))
MAKEUP = Schema("one kind of centre, most centres first, then most places", (
    text("what", "the sector or the branch, or UNTOLD"), number("centres", "active ones"),
    count("places", "in them; NA where none is known"),
    count("second", "of the second generation; NA where the generation of none of them is known")))


@remembered
def closing_reasons(snapshot: Snapshot, code: str | None, first: date, last: date) -> Annotated[pd.DataFrame, REASONS]:
    """Closures from ``first`` to ``last``. Reasons that differ only in capitals, spaces or points are one."""
    rows = of_place(periods(snapshot), code)
    begun, end = month_end(shift(first, -1)), month_end(last)
    closed = rows[rows["closed"].gt(begun) & rows["closed"].le(end)].sort_values("closed", kind="stable")
    reasons = [str(reason) if isinstance(reason, str) else UNTOLD for reason in closed["reason"]]
    frame = pd.DataFrame({"reason": reasons, "same": [normalise(reason) for reason in reasons]})
    counted = frame.groupby("same", sort=False).agg(reason=("reason", "first"), closed=("reason", "size"))
    return counted.sort_values(["closed", "reason"], ascending=[False, True], ignore_index=True)


@remembered
def makeup(snapshot: Snapshot, code: str | None, month: date, kind: str) -> Annotated[pd.DataFrame, MAKEUP]:
    """Active centres by ``kind`` (sector | industry)."""
    rows = of_place(periods(snapshot), code)
    standing = rows[open_at(rows, month_end(month))].drop_duplicates(CENTRE, keep="last")
    standing = standing[[*CENTRE, kind]].merge(active(snapshot, month)[[*CENTRE, "places"]], on=CENTRE, how="left")
    standing = standing.merge(active_generations(snapshot, month)[[*CENTRE, "generation"]], on=CENTRE, how="left")
    what = [str(value).strip() if isinstance(value, str) else UNTOLD for value in standing[kind]]
    standing = standing.assign(second=standing["generation"].ge(SECOND).astype("Int64"))
    grouped = standing.assign(what=what, same=[normalise(value) for value in what]).groupby("same", sort=False)
    counted = grouped.agg(what=("what", "first"), centres=("what", "size"))
    for total in ("places", "second"):
        counted[total] = grouped[total].sum(min_count=1).astype("Int64")
    return counted.sort_values(["centres", "places", "what"], ascending=[False, False, True], ignore_index=True)
