"""Who has reported: the state of every jobcenter-month, how much of the target group is in, which month to show."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.basics import settings
from model.basics.formatting import alphabetical
from model.basics.frames import Schema, day, flag, judged, text
from model.programmes.measures import DELIVERED, ENDED, PARTS, PERSONS, SELF_SUPPORTING, TOTAL
from model.snapshot.columns import as_floats, by_jobcenter, in_month, is_count, last_known, of_month, places, stated
from model.snapshot.frames import PLACED
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures.goal1 import baseline_months, panel, participates

NOT_EXPECTED, MISSING, PARTIAL, HIDDEN, CORRECTED, REPORTED = STATES = (
    "not_expected", "missing", "partial", "hidden", "corrected", "reported")
SENT = (PERSONS, TOTAL, *PARTS)  # the measures that make a month reported
NEVER = np.datetime64("9999-12-31", "us")
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
    final: bool  # share is at least the setting; of an edition, was so when it was made
    lacking: tuple[str, ...] = ()  # names of those missing and partial, in Danish order


def expected(snapshot: Snapshot, month: date) -> list[str]:
    """Codes that should have reported: they take part, the month counts in the campaign, and it is over."""
    rows = in_month(snapshot, due(snapshot), month)
    return rows.index[rows.to_numpy(dtype=bool)].tolist()


@remembered
def coverage(snapshot: Snapshot, month: date) -> Coverage:
    """How far the reporting of ``month`` has come."""
    rows, part, codes = _cells(snapshot), of_month(snapshot, month), snapshot.jobcenters.index
    taking_part, reported, states = (rows[name].to_numpy()[part] for name in ("participates", "reported", "state"))
    missing, partial = (tuple(codes[taking_part & (states == state)]) for state in (MISSING, PARTIAL))
    lacking = snapshot.jobcenters["name"].loc[[*missing, *partial]]
    share = float(shares(snapshot.sums).loc[pd.Timestamp(month)])
    return Coverage(month=month, reported=tuple(codes[taking_part & reported]), missing=missing, partial=partial,
                    of=int(taking_part.sum()), share=None if np.isnan(share) else share,
                    final=month in final_months(snapshot),
                    lacking=tuple(sorted(lacking, key=alphabetical)))


@remembered
def final_months(snapshot: Snapshot) -> tuple[date, ...]:
    """The months of which the share that has reported is at least the setting; of an edition those written down with
    it, so that no later setting makes them others.
    """
    if snapshot.release is not None and snapshot.release.final is not None:
        return snapshot.release.final
    enough = shares(snapshot.sums).ge(settings.load().coverage_needed).to_numpy()
    return tuple(month for month, final in zip(snapshot.months, enough, strict=True) if final)


def known(snapshot: Snapshot, month: date) -> int:
    """Of how many jobcenters the target group and the activation of a month are known; withheld is not known."""
    rows = panel(snapshot).iloc[of_month(snapshot, month)]
    return int((rows["participates"] & rows["reported"] & ~rows["hidden"]).sum())


@remembered
def reported_months(snapshot: Snapshot) -> list[date]:
    """Months in which at least one jobcenter has reported, newest first."""
    rows = _cells(snapshot)
    table = by_jobcenter(snapshot, rows["reported"] & rows["participates"])
    return [snapshot.months[at] for at in np.flatnonzero(table.any(axis=0))[::-1]]


@remembered
def default_month(snapshot: Snapshot) -> date | None:
    """The newest month whose reported share of the target group is large enough; None when nothing is reported.

    As long as no month reaches that, the newest with any report (its Coverage says that it is not final). An edition
    has its own month, also where it tells of jobcenters together alone; None where it tells no number.
    """
    if snapshot.release is not None:
        return snapshot.release.month if snapshot.figures["value"].notna().any() else None
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
    facts, expecting = _facts(snapshot), due(snapshot).to_numpy()
    base, reported = panel(snapshot), panel(snapshot)["reported"].to_numpy()
    hidden = base["hidden"].to_numpy() | facts.hidden
    state = np.select(
        [facts.any_in & ~reported, ~facts.any_in & expecting, ~facts.any_in, hidden, facts.corrected],
        [PARTIAL, MISSING, NOT_EXPECTED, HIDDEN, CORRECTED], default=REPORTED)
    return pd.DataFrame({
        "participates": base["participates"].to_numpy(), "reported": reported, "hidden": hidden, "expected": expecting,
        "corrected": facts.corrected, "delivered": _delivered(snapshot), "state": state},
        index=snapshot.index)


class _Facts(NamedTuple):
    """Over ``snapshot.index``: a count is known or withheld, one a goal needs is, one has been stated otherwise."""

    any_in: NDArray[np.bool_]
    hidden: NDArray[np.bool_]
    corrected: NDArray[np.bool_]


def _facts(snapshot: Snapshot) -> _Facts:
    placed, figures, length = places(snapshot), snapshot.figures, len(snapshot.index)
    counted = is_count(snapshot)
    withheld = counted & placed.hidden & placed.are(ENDED, SELF_SUPPORTING)
    any_in, hidden, corrected = (np.isin(np.arange(length), placed.rows[chosen]) for chosen in (
        counted, withheld, counted & figures["corrected"].to_numpy(dtype=bool)))
    return _Facts(any_in, hidden, corrected)


@remembered
def first_came(snapshot: Snapshot) -> pd.Series:
    """Over ``snapshot.index``: the day the first of what makes the month reported came (datetime64)."""
    placed, first = places(snapshot), np.full(len(snapshot.index), NEVER)
    sent = is_count(snapshot) & placed.are(*SENT)
    uploads = snapshot.figures["first_upload"].to_numpy()[sent]
    np.fmin.at(first, placed.rows[sent], snapshot.received.reindex(uploads).to_numpy())
    return pd.Series(np.where(first == NEVER, np.datetime64("NaT"), first), index=snapshot.index)


@remembered
def due(snapshot: Snapshot) -> pd.Series:
    """Over ``snapshot.index``: whether it should be in by now. The campaign's months and each jobcenter's own baseline
    month, once they are over.
    """
    codes, months = snapshot.index.get_level_values(0), snapshot.index.get_level_values(1)
    within = months >= pd.Timestamp(snapshot.starts)
    own = pd.MultiIndex.from_arrays([codes[within], baseline_months(snapshot)[within]]).unique()
    over = months + pd.offsets.MonthEnd(0) < pd.Timestamp(snapshot.data_date)
    return participates(snapshot) & (within | snapshot.index.isin(own)) & over


def _delivered(snapshot: Snapshot) -> NDArray[np.datetime64]:
    days = pd.to_datetime(stated(snapshot, DELIVERED), errors="coerce").to_numpy().astype("datetime64[us]")
    return np.where(np.isnat(days), first_came(snapshot).to_numpy(), days)


@remembered
def shares(snapshot: Snapshot) -> pd.Series:
    """Per month: the share (0–1) of the target group whose jobcenters have reported; NaN where nobody takes part.

    A jobcenter weighs its last known target group up to that month, else its first known, else the others' mean.
    """
    rows = panel(snapshot)
    part, reported = (by_jobcenter(snapshot, rows[name]) for name in ("participates", "reported"))
    weight = _sizes(by_jobcenter(snapshot, as_floats(rows["persons"]))) * part
    weight = np.where(weight.sum(axis=0) > 0, weight, part)
    with np.errstate(invalid="ignore"):
        return pd.Series((weight * reported).sum(axis=0) / weight.sum(axis=0), index=pd.DatetimeIndex(snapshot.months))


def _sizes(known: NDArray[np.float64]) -> NDArray[np.float64]:
    """Known target groups with the gaps filled; 1 where nobody's is known."""
    at = last_known(~np.isnan(known))
    first = np.argmax(~np.isnan(known), axis=1)[:, None]
    size = np.take_along_axis(known, np.where(at >= 0, at, first), axis=1)
    some = ~np.isnan(size)
    mean = np.where(some, size, 0).sum(axis=0) / np.maximum(some.sum(axis=0), 1)
    return np.where(some, size, np.where(some.any(axis=0), mean, 1.0))
