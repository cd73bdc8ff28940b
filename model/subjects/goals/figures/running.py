"""Goal 2's running total month by month: every measurable course since the campaign began, and how many succeeded."""

from datetime import date
from typing import Annotated

import numpy as np
import pandas as pd

from model.basics.frames import count, real, text
from model.basics.months import span
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.statistics.intervals import FEWEST
from model.subjects.goals.figures.cohorts import COHORTS, cohorts
from model.subjects.goals.figures.goal1 import targets_by_month

MATURE, YOUNG, MISSING, HIDDEN, BETWEEN = STATES = ("mature", "young", "missing", "hidden", "between")
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
    frame = _totals(snapshot, code, month) if snapshot.release is None else _told(snapshot, code, month)
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


def _told(snapshot: Snapshot, code: str | None, month: date) -> pd.DataFrame:
    """An edition's: the half-years that are told, and nothing of the months between two of them."""
    assert snapshot.release is not None
    months = span(snapshot.starts, max(month, snapshot.starts))
    told = {each.last: each for each in snapshot.release.outcomes.get(code, ())}
    rows = [told.get(each) for each in months]
    states = [BETWEEN if row is None else HIDDEN if row.ended is None else MATURE for row in rows]
    counts = {f"all_{name}": pd.array([row and getattr(row, name) for row in rows], dtype="Int64")
              for name in ("ended", "successes")}
    nothing = pd.array([pd.NA] * len(months), dtype="Int64")
    return pd.DataFrame({
        "month": pd.DatetimeIndex(months).astype("datetime64[us]"), "ended": nothing, "successes": nothing,
        "mature": [state == MATURE for state in states], "hidden": [state == HIDDEN for state in states],
        "young": False, "received": np.full(len(months), np.datetime64("NaT"), dtype="datetime64[us]"),
        "jobcenters": [row.units if row and row.ended is not None else 0 for row in rows], "state": states, **counts})


def _states(frame: pd.DataFrame, *, regional: bool) -> pd.Series:
    """A jobcenter's total is unknown from its first withheld figure on; the region's leaves that figure out."""
    state = pd.Series(MISSING, index=frame.index)
    state = state.mask(frame["ended"].notna() | frame["young"], YOUNG).mask(frame["mature"], MATURE)
    return state if regional else state.mask(frame["hidden"].cummax(), HIDDEN)
