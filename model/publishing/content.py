"""What an edition tells beside the counts of citizens: units, targets, breaks in series, course days, centres.

None of it is a protected count. What is told of a day or a month is told once; a later edition takes it over.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from model.basics.months import last_day, shift
from model.intake.datasets.attendance import ATTENDANCE
from model.intake.datasets.centres import CENTRES
from model.programmes.measures import METHOD, MODEL
from model.publishing.activities import WHOLE
from model.publishing.cells import PublicRecord
from model.publishing.edition import Content
from model.publishing.limits import Limits
from model.publishing.reported import Reported
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures import activity, periods
from model.subjects.courses.figures import attendance_totals

BREAKS = (MODEL, METHOD)  # texts that say where a series breaks
WAY = "metode"  # before the number of one unit's, in the order they came
TYPED = "oplyst udgangspunkt"
BASELINE_VALUE = "baseline_value"
NOTHING: Content = {"units": [], "targets": [], "breaks": [], "days": [], "centres": []}


def content(before: Content, snapshot: Snapshot, reported: Reported, published: PublicRecord, limits: Limits,
            month: date) -> dict[str, Any]:
    """What the edition of ``month`` tells, after what ``before`` did; as JSON can hold it."""
    return {"units": _units(snapshot, reported), "targets": _targets(before, snapshot, published, limits),
            "breaks": _breaks(snapshot, published, month),
            "days": _days(before, snapshot, month) if ATTENDANCE.public == WHOLE else [],
            "centres": _centres(before, snapshot, month) if CENTRES.public == WHOLE else []}


def _units(snapshot: Snapshot, reported: Reported) -> list[dict[str, Any]]:
    """compared_from: the first month that a unit is in the sums; those before are its own baseline alone."""
    first = {unit: reported.months[int(reported.takes_part[row].argmax())] for unit, row in reported.row.items()}
    return [{"code": str(code), "name": row["name"], "landsdel": row["landsdel"],
             "tile": [int(row["tile_row"]), int(row["tile_column"])],
             "from": f"{row['participates_from']:%Y-%m-%d}", "to": f"{row['participates_to']:%Y-%m-%d}",
             "compared_from": first[str(code)].isoformat()} for code, row in snapshot.jobcenters.iterrows()]


def _targets(before: Content, snapshot: Snapshot, published: PublicRecord, limits: Limits) -> list[dict[str, Any]]:
    """The targets without who set them and why; of those who are told together none of their own."""
    earlier = {row["id"]: row for row in before["targets"]}
    rows = snapshot.targets[~snapshot.targets["jobcenter"].isin(list(published.listed))]
    newest: dict[str, int | None] = {row["jobcenter"]: row["value"] for row in before["targets"]
                                     if row["part"] == BASELINE_VALUE}
    made = []
    for row in rows.to_dict("records"):
        known = _target(row)
        if row["part"] == BASELINE_VALUE:
            known["source"] = TYPED
            known["value"] = _baseline(newest.get(row["jobcenter"]), known["value"], limits)
            newest[row["jobcenter"]] = known["value"]
        made.append(earlier.get(known["id"], known))
    return made


def _target(row: Mapping[Any, Any]) -> dict[str, Any]:
    days = {name: None if pd.isna(row[name]) else row[name].isoformat() for name in ("month", "valid_from", "valid_to")}
    return {"id": int(row["id"]), "part": row["part"], "scope": row["scope"],
            "jobcenter": None if pd.isna(row["jobcenter"]) else row["jobcenter"],
            "value": None if pd.isna(row["value"]) else int(row["value"]), **days, "source": row["source"]}


def _baseline(published: int | None, typed: int | None, limits: Limits) -> int | None:
    """A typed baseline may be the very count of a month: it is told and told anew as one is."""
    if typed is None or not limits.tells(typed):
        return published
    return typed if published is None or limits.moves(typed - published) else published


def _breaks(snapshot: Snapshot, published: PublicRecord, month: date) -> list[dict[str, Any]]:
    """Where a series breaks. What a sender writes of its method is its own words: that it is another is told alone."""
    rows = snapshot.figures[snapshot.figures["measure"].isin(BREAKS) & snapshot.figures["month"].le(pd.Timestamp(month))
                            & snapshot.figures["text"].notna()]
    known: dict[tuple[str, str], list[str]] = {}
    made = []
    for row in rows.sort_values("month", kind="stable").itertuples():
        if published.alone(row.jobcenter, row.month.date()):
            texts = known.setdefault((row.jobcenter, row.measure), [])
            texts += [] if row.text in texts else [row.text]
            said = row.text if row.measure == MODEL else f"{WAY} {texts.index(row.text) + 1}"
            made.append({"unit": row.jobcenter, "measure": row.measure, "month": f"{row.month:%Y-%m}", "text": said})
    return made


def _days(before: Content, snapshot: Snapshot, month: date) -> list[dict[str, Any]]:
    """The course days that were held up to the month's end, each as it stood when it was first told."""
    known = {day["code"]: day for day in before["days"]}
    days = [total for total in attendance_totals.day_totals(snapshot)
            if (total.held or total.cancelled) and total.held_on <= last_day(month)]
    return [known.get(total.code, _day(total)) for total in days]


def _day(total: attendance_totals.DayTotal) -> dict[str, Any]:
    return {"code": total.code, "name": total.name, "kind": total.kind, "run": total.run, "day": total.day,
            "held_on": total.held_on.isoformat(), "held": total.held, "cancelled": total.cancelled,
            "seats": total.seats, "attended": total.attended, "registered": total.registered,
            "at_least": total.at_least, "hidden": total.hidden, **{name: list(getattr(total, name)) for name in (
                "reported", "lacking", "withheld", "partly")}}


def _centres(before: Content, snapshot: Snapshot, month: date) -> list[dict[str, Any]]:
    """Centres opened, closed and active in each month, as they stood when the month was first told; from a year before
    the first that can be shown, since that is told of as a year.
    """
    known = {each["month"]: each for each in before["centres"]}
    offered = [each for each in periods.months(snapshot) if each <= month]
    if not offered:
        return list(known.values())
    rows = activity.movement(snapshot, None, shift(min(offered), 1 - activity.YEAR), month)
    made = [{"month": f"{row.month:%Y-%m}", **{name: int(getattr(row, name)) for name in activity.COUNTED}}
            for row in rows.itertuples()]
    return [known.get(each["month"], each) for each in made]

