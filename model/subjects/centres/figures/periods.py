"""The open periods of virksomhedscentre as they stand, and the months that can be shown of them."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Annotated, Any

import pandas as pd

from model.basics.frames import flag
from model.basics.months import shift, span
from model.intake.datasets.centre_months import CENTRE_MONTHS
from model.intake.datasets.centres import CENTRES, WITHDRAWN
from model.intake.records.centre_statements import PAUSE
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.record_facts import keys, schema, values
from model.store.tables.activities import CentreMonth, CentrePeriod
from model.subjects.goals.figures.left_out import WHOLE

CENTRE = ["jobcenter", "name"]
PERIODS = schema(CentrePeriod).without("event").besides(
    flag("pause", "closed for a pause"), flag("again", "the centre has been open before"),
    row="one open period, ordered by centre and day")
MONTHLY = schema(CentreMonth).without("places_mark", "occupied_mark").besides(
    flag("places_hidden", "that number was withheld"), flag("occupied_hidden", "that number was withheld"))
DATES = {"opened": "datetime64[us]", "closed": "datetime64[us]", "generation_2_from": "datetime64[us]",
         "month": "datetime64[us]"}
COUNTS = {"places": "Int64", "generation": "Int64", "occupied": "Int64", "upload_id": "Int64"}


@remembered
def periods(snapshot: Snapshot) -> Annotated[pd.DataFrame, PERIODS]:
    """Every open period that counts; those that were withdrawn are left out."""
    rows = stated(snapshot, CENTRES.name, CentrePeriod)
    rows = rows[rows["event"].ne(WITHDRAWN)].sort_values([*CENTRE, "opened"], ignore_index=True)
    reason = rows["reason"].astype("string").str.casefold()  # the sender's own words, which the form's are among
    return rows.assign(pause=reason.str.contains(PAUSE.casefold(), regex=False).fillna(False).astype(bool),
                       again=rows.duplicated(CENTRE)).drop(columns="event")


@remembered
def monthly(snapshot: Snapshot) -> Annotated[pd.DataFrame, MONTHLY]:
    """What is stated of single months."""
    rows = stated(snapshot, CENTRE_MONTHS.name, CentreMonth)
    hidden = {f"{name}_hidden": rows[f"{name}_mark"].eq("hidden") for name in ("places", "occupied")}
    return rows.assign(**hidden).drop(columns=["places_mark", "occupied_mark"])


def stated(snapshot: Snapshot, dataset: str, table: Any) -> pd.DataFrame:
    """The dataset's records with the types its columns have (``schema(table)``); empty where the snapshot has none."""
    columns = [*keys(table), *values(table), *(f"{name}_mark" for name in values(table)), "upload_id"]
    rows = snapshot.recorded(dataset).reindex(columns=columns)
    kinds = {name: kind for name, kind in (DATES | COUNTS).items() if name in columns}
    return rows.astype(object).astype(kinds)


def of_place(rows: pd.DataFrame, code: str | None) -> pd.DataFrame:
    """The rows of one jobcenter, or all (None)."""
    return rows if code is None else rows[rows["jobcenter"].eq(code)]


def name_of(snapshot: Snapshot, code: str | None) -> str:
    """The jobcenter's name, or that it is the whole region (None)."""
    return WHOLE if code is None else str(snapshot.jobcenters.loc[code, "name"])


@remembered
def has_any(snapshot: Snapshot, code: str | None = None) -> bool:
    """Whether any centre is known, in the region or in one jobcenter."""
    if snapshot.release is not None and code is None:
        return not snapshot.release.centres.empty
    return not of_place(periods(snapshot), code).empty


@remembered
def contradictory(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Centres (jobcenter, name) with two periods at once. A file cannot state them; taking one back can leave them."""
    return tuple(key for key, group in periods(snapshot).groupby(CENTRE, sort=True) if clashes(
        list(zip(group["opened"].dt.date, (None if pd.isna(c) else c.date() for c in group["closed"]), strict=True))))


def clashes(spans: Sequence[tuple[date, date | None]]) -> bool:
    """Whether periods (opened, closed or None while open) end before they begin, or two are open at once."""
    backwards = any(closed is not None and closed < opened for opened, closed in spans)
    return backwards or any(closed is None or closed > after for (_, closed), (after, _) in pairwise(
        sorted(spans, key=lambda period: (period[0], period[1] or date.max))))


@remembered
def months(snapshot: Snapshot) -> tuple[date, ...]:
    """Months that can be shown, newest first: from the first opening to the newest month anything is known of; of an
    edition those it tells of.
    """
    if snapshot.release is not None:
        return _told(snapshot.release.centres, snapshot.figures_from)
    known = [day for day in (*_days(periods(snapshot)["opened"]), *_days(periods(snapshot)["closed"]),
                             *_days(monthly(snapshot)["month"])) if day <= snapshot.data_date]
    if not known:
        return ()
    first, last = max(min(known), snapshot.figures_from), min(max(known), snapshot.ends)
    return tuple(reversed(span(first.replace(day=1), last.replace(day=1))))


def _told(rows: pd.DataFrame, first: date) -> tuple[date, ...]:
    """The months of ``activity.movement`` from the first with a centre that figures are accepted for, newest first."""
    begun = (rows["before"] + rows["opened"]).gt(0).cummax()
    return tuple(month for month in _days(rows.loc[begun, "month"]) if month >= first)[::-1]


@remembered
def default_month(snapshot: Snapshot, until: date | None = None) -> date:
    """The newest month (up to ``until``) with occupancy; else the newest with an event; else ``until`` or the start."""
    offered = [month for month in months(snapshot) if until is None or month <= until]
    stated = set() if snapshot.release is not None else _with_occupancy(snapshot)
    return next((month for month in offered if month in stated), offered[0] if offered else until or snapshot.starts)


def _with_occupancy(snapshot: Snapshot) -> set[date]:
    rows = monthly(snapshot)
    return set(_days(rows.loc[rows["occupied"].notna(), "month"]))


def same_month(snapshot: Snapshot, month: date | None) -> date:
    """The month to show beside pages that show ``month``: that or the newest before it; else the default month."""
    earlier = [offered for offered in months(snapshot) if month is not None and offered <= month]
    return default_month(snapshot, month) if earlier else default_month(snapshot)


def month_end(month: date) -> pd.Timestamp:
    """The last day of the month."""
    return pd.Timestamp(shift(month, 1)) - pd.Timedelta(days=1)


def open_at(rows: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """Whether each period is open at the end of ``day``."""
    return rows["opened"].le(day) & ~rows["closed"].le(day)


def _days(stamps: pd.Series) -> list[date]:
    return [stamp.date() for stamp in stamps.dropna()]


@remembered
def newest_receipt(snapshot: Snapshot, dataset: str) -> date | None:
    """The day the newest upload that states a standing record of ``centre`` or ``centermaaned`` was received."""
    rows = periods(snapshot) if dataset == CENTRES.name else monthly(snapshot)
    came = snapshot.received.reindex(rows["upload_id"].dropna().unique()).max()
    return None if pd.isna(came) else came.date()
