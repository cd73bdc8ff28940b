"""Goal 2's running total month by month: every measurable course since the campaign began, and how many succeeded."""

from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.frames import count, real, text
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.cohorts import COHORTS, cohorts
from model.subjects.goals.figures.goal1 import targets_by_month

MATURE, YOUNG, MISSING, HIDDEN = STATES = ("mature", "young", "missing", "hidden")
TOTALS = ["all_ended", "all_successes"]
RUNNING = COHORTS.without("job", "job_ended").besides(
    text("state", "one of STATES"),
    count("all_ended", "so far; NA where the month adds nothing or something in it is withheld"),
    count("all_successes", "so far, of all_ended"), real("share", "of the total, percent; NaN under FEWEST courses"),
    count("target", "percent, what the total is judged by"))


@remembered
def running(snapshot: Snapshot, code: str | None, month: date) -> Annotated[pd.DataFrame, RUNNING]:
    """The months of the campaign up to ``month``: each month's courses and the total so far.

    Totals are of mature courses; those of a month that is not mature also hold the known younger ones.
    """
    frame = _totals(snapshot if code is not None else snapshot.sums, code, month)
    if code is None and snapshot.release is not None:
        frame = _told(frame, snapshot.release.totals)
    whole = frame["all_ended"].where(frame["all_ended"].ge(FEWEST).fillna(False)).astype("Float64")
    share = (100 * frame["all_successes"].astype("Float64") / whole).astype("float64")
    target = frame["month"].map(targets_by_month(snapshot, "self_supporting", code))
    return frame.assign(share=share, target=target)


def _totals(snapshot: Snapshot, code: str | None, month: date) -> pd.DataFrame:
    frame = cohorts(snapshot, code, max(month, snapshot.starts)).drop(columns=["job", "job_ended"])
    if month < snapshot.starts:
        frame = frame.assign(ended=pd.NA, successes=pd.NA, mature=False, hidden=False, young=True).astype(
            {"ended": "Int64", "successes": "Int64"})
    state = _states(frame, regional=code is None)
    frame = frame.assign(state=state)
    for name in ("ended", "successes"):
        counts = frame[name].fillna(0)
        total = counts.where(frame["mature"], 0).cumsum().where(state.eq(MATURE), counts.cumsum())
        frame[f"all_{name}"] = total.where(frame[name].notna() & state.ne(HIDDEN))
    return frame


def _told(frame: pd.DataFrame, months: frozenset[date]) -> pd.DataFrame:
    """Without the totals the public is not told, nor a month's own courses when the total before it is not told.

    A month that cannot be measured yet is not told by itself: the totals on either side are of other courses.
    """
    tellable = frame["month"].dt.date.isin(months)
    alone = tellable & tellable.shift(fill_value=True) & frame["state"].eq(MATURE)
    known = frame["all_ended"].notna()
    return frame.assign(
        state=frame["state"].mask(known & ~tellable, HIDDEN), ended=frame["ended"].where(alone),
        successes=frame["successes"].where(alone), **{name: frame[name].where(tellable) for name in TOTALS})


def _states(frame: pd.DataFrame, *, regional: bool) -> pd.Series:
    """A jobcenter's total is unknown from its first withheld figure on; the region's leaves that figure out."""
    state = pd.Series(MISSING, index=frame.index)
    state = state.mask(frame["ended"].notna() | frame["young"], YOUNG).mask(frame["mature"], MATURE)
    return state if regional else state.mask(frame["hidden"].cummax(), HIDDEN)
