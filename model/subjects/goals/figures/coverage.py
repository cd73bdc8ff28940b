"""Who has reported: the state of every jobcenter-month, how much of the target group is in, which month to show."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import numpy as np
import pandas as pd

from model.basics import settings
from model.basics.formatting import alphabetical
from model.basics.frames import Schema, day, flag, judged, text
from model.programmes.measures import DELIVERED, ENDED, PARTS, PERSONS, SELF_SUPPORTING, TOTAL
from model.snapshot.columns import as_floats, by_jobcenter, in_month, places, stated
from model.snapshot.frames import PLACED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goal1 import panel

NOT_EXPECTED, MISSING, PARTIAL, HIDDEN, CORRECTED, REPORTED = STATES = (
    "not_expected", "missing", "partial", "hidden", "corrected", "reported")
SENT = (PERSONS, TOTAL, *PARTS)  # the measures that make a month reported
GRID = Schema("one jobcenter", (), index=(text("code", "its code"),), others=text("month", "one of STATES"))
CELLS = Schema("one jobcenter in one month, laid over ``snapshot.index``", (
    flag("participates", "the jobcenter takes part in that month"), flag("reported", "what goal 1 needs is in"),
    flag("hidden", "something a goal needs is withheld"), flag("expected", "it should be in by now"),
    flag("corrected", "something in it has been stated otherwise"),
    day("delivered", "when it is said to have been delivered, else when its first figures came"),
    text("state", "one of STATES"),
    judged("late", "delivered, or still missing, after the deadline; without a deadline all NA")), index=PLACED)


@dataclass(frozen=True)
class Coverage:
    """How far the reporting of one month has come; reported, missing and partial hold codes."""

    month: date
    reported: tuple[str, ...]
    missing: tuple[str, ...]  # expected, nothing in
    partial: tuple[str, ...]  # something in, but not both the target group and the activation
    of: int  # jobcenters that take part in the month
    share: float | None  # of the target group, 0–1, each jobcenter weighing its last known size
    final: bool  # share is at least the setting
    lacking: tuple[str, ...] = ()  # names of those missing and partial, in Danish order


def expected(snapshot: Snapshot, month: date) -> list[str]:
    """Codes that should have reported: they take part, the month counts in the campaign, and it is over."""
    rows = in_month(snapshot, _cells(snapshot)["expected"], month)
    return rows.index[rows.to_numpy(dtype=bool)].tolist()


@remembered
def coverage(snapshot: Snapshot, month: date) -> Coverage:
    """How far the reporting of ``month`` has come."""
    rows = in_month(snapshot, _cells(snapshot), month)
    rows = rows[rows["participates"]]
    by_state = {state: tuple(rows.index[rows["state"].eq(state)]) for state in (MISSING, PARTIAL)}
    lacking = snapshot.jobcenters["name"].loc[[*by_state[MISSING], *by_state[PARTIAL]]]
    share = float(shares(snapshot.sums).loc[pd.Timestamp(month)])
    return Coverage(month=month, reported=tuple(rows.index[rows["reported"]]), missing=by_state[MISSING],
                    partial=by_state[PARTIAL], of=len(rows), share=None if np.isnan(share) else share,
                    final=share >= settings.load().coverage_needed,
                    lacking=tuple(sorted(lacking, key=alphabetical)))


@remembered
def reported_months(snapshot: Snapshot) -> list[date]:
    """Months in which at least one jobcenter has reported, newest first."""
    rows = _cells(snapshot)
    table = by_jobcenter(snapshot, rows["reported"] & rows["participates"])
    return [snapshot.months[at] for at in np.flatnonzero(table.any(axis=0))[::-1]]


@remembered
def default_month(snapshot: Snapshot) -> date | None:
    """The newest month whose reported share of the target group is large enough; None when nothing is reported.

    As long as no month reaches that, the newest with any report (its Coverage says that it is not final).
    """
    months = reported_months(snapshot)
    return next((month for month in months if coverage(snapshot, month).final), months[0] if months else None)


def newer_month(snapshot: Snapshot) -> date | None:
    """The newest month with any report when that is after the default month: offered as »foreløbig«."""
    months = reported_months(snapshot)
    return months[0] if months and months[0] != default_month(snapshot) else None


@remembered
def newest_receipt(snapshot: Snapshot, month: date) -> date | None:
    """The day the newest standing figure of ``month`` or a month before it was received; None without any."""
    rows = snapshot.figures["month"].le(pd.Timestamp(month))
    came = snapshot.received.reindex(snapshot.figures.loc[rows, "upload_id"].unique()).max()
    return None if pd.isna(came) else came.date()


@remembered
def grid(snapshot: Snapshot) -> Annotated[pd.DataFrame, GRID]:
    """The states of ``cells`` as a table."""
    months = pd.DatetimeIndex(snapshot.months).astype("datetime64[us]")
    return pd.DataFrame(by_jobcenter(snapshot, _cells(snapshot)["state"]), index=snapshot.jobcenters.index,
                        columns=pd.Index(months, name="month"))


def cells(snapshot: Snapshot, *, deadline_days: int | None = None) -> Annotated[pd.DataFrame, CELLS]:
    """How each month is reported, with what is behind each state. ``deadline_days``: default the setting."""
    rows = _cells(snapshot)
    days = settings.load().deadline_days if deadline_days is None else deadline_days
    if days is None:
        return rows.assign(late=pd.array([pd.NA] * len(rows), dtype="boolean"))
    due = rows.index.get_level_values(1) + pd.offsets.MonthEnd(0) + pd.Timedelta(days=days)
    at_the_latest = rows["delivered"].fillna(pd.Timestamp(snapshot.data_date))
    late = pd.Series(at_the_latest.to_numpy() > due.to_numpy(), index=rows.index, dtype="boolean")
    return rows.assign(late=late.where(rows["expected"] | rows["reported"]))


@remembered
def _cells(snapshot: Snapshot) -> Annotated[pd.DataFrame, CELLS.without("late")]:
    base = panel(snapshot)[["participates", "reported", "hidden"]]
    facts = _facts(snapshot)
    frame = base.assign(
        expected=_expected(snapshot), any_in=facts["any_in"], corrected=facts["corrected"],
        hidden=base["hidden"] | facts["hidden"], delivered=_delivered(snapshot, facts["first"]))
    state = np.select(
        [frame["any_in"] & ~frame["reported"], ~frame["any_in"] & frame["expected"], ~frame["any_in"], frame["hidden"],
         frame["corrected"]], [PARTIAL, MISSING, NOT_EXPECTED, HIDDEN, CORRECTED], default=REPORTED)
    return frame.assign(state=state).drop(columns="any_in")


def _facts(snapshot: Snapshot) -> pd.DataFrame:
    """Per (jobcenter, month): any_in (a count is known or withheld), hidden (one a goal needs is), corrected, first."""
    rows = snapshot.figures[["measure", "mark", "first_upload", "corrected"]].assign(place=places(snapshot).rows)
    rows = rows[snapshot.figures["text"].isna() & ~rows["mark"].eq("missing") & (rows["place"] >= 0)]
    sent = rows[rows["measure"].isin(SENT)]
    withheld = rows[rows["mark"].eq("hidden") & rows["measure"].isin([ENDED, SELF_SUPPORTING])]
    first = sent["first_upload"].map(snapshot.received).groupby(sent["place"]).min()
    at = np.arange(len(snapshot.index))
    flags = {name: np.isin(at, chosen["place"]) for name, chosen in (
        ("any_in", rows), ("hidden", withheld), ("corrected", rows[rows["corrected"]]))}
    return pd.DataFrame({**flags, "first": first.reindex(at).to_numpy()}, index=snapshot.index)


def _expected(snapshot: Snapshot) -> pd.Series:
    """The campaign's months and each jobcenter's own baseline month, once they are over."""
    rows = panel(snapshot)
    codes, months = snapshot.index.get_level_values(0), snapshot.index.get_level_values(1)
    baselines = rows["baseline_month"].to_numpy()[months >= pd.Timestamp(snapshot.starts)]
    own = pd.MultiIndex.from_arrays([codes[months >= pd.Timestamp(snapshot.starts)], baselines]).unique()
    within = (months >= pd.Timestamp(snapshot.starts)) | snapshot.index.isin(own)
    over = months + pd.offsets.MonthEnd(0) < pd.Timestamp(snapshot.data_date)
    return rows["participates"] & within & over


def _delivered(snapshot: Snapshot, first: pd.Series) -> pd.Series:
    days = pd.to_datetime(stated(snapshot, DELIVERED), errors="coerce").astype("datetime64[us]")
    return days.fillna(first.astype("datetime64[us]"))


@remembered
def shares(snapshot: Snapshot) -> pd.Series:
    """Per month: the share (0–1) of the target group whose jobcenters have reported; NaN where nobody takes part.

    A jobcenter weighs its last known target group up to that month, else its first known, else the others' mean.
    """
    rows = panel(snapshot)
    size = pd.DataFrame(by_jobcenter(snapshot, as_floats(rows["persons"])))
    part, reported = (by_jobcenter(snapshot, rows[name]) for name in ("participates", "reported"))
    weight = size.ffill(axis=1).bfill(axis=1)
    weight = weight.fillna(weight.mean()).fillna(1.0).to_numpy() * part
    weight = np.where(weight.sum(axis=0) > 0, weight, part)
    with np.errstate(invalid="ignore"):
        return pd.Series((weight * reported).sum(axis=0) / weight.sum(axis=0), index=pd.DatetimeIndex(snapshot.months))
