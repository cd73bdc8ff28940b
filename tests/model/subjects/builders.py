"""Snapshots built from a compact table of statements, without files or a database."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

import pandas as pd

from model.basics.formatting import parse_month_key
from model.programmes.current import PROGRAMME
from model.snapshot.snapshot import Snapshot
from model.store import facts, seeding
from model.store.tables.base import Jobcenter, Target

MEASURES = {
    "persons": "personer_match4", "praktik": "heraf_virksomhedspraktik", "loentilskud": "heraf_loentilskud",
    "total": "virksomhedsaktivering_i_alt", "ended": "afsluttede_forloeb", "good": "heraf_selvforsoergende_4_uger",
    "job": "heraf_job_eller_uddannelse_4_uger", "centre_ended": "afsluttede_forloeb_virksomhedscenter",
    "centre_job": "heraf_job_eller_uddannelse_virksomhedscenter", "model": "matchmodel",
    "method": "opgoerelsesmetode", "delivered": "modtaget", "centre": "heraf_i_virksomhedscenter",
}
MARKS = ("hidden", "missing")
TEXTS = ("matchmodel", "opgoerelsesmetode", "modtaget", "bemaerkning")
KEY = ["jobcenter", "month", "measure"]


@dataclass(frozen=True)
class Said:
    """What one jobcenter stated for one month in one upload."""

    jobcenter: str
    month: date
    received: date
    figures: dict[str, Any]


def said(jobcenter: str, month: str, received: str = "2010-05-20", **figures: int | str | None) -> Said:
    """One statement; measures by the short names of MEASURES, a mark as ``"hidden"`` or ``"missing"``."""
    return Said(jobcenter, parse_month_key(month), date.fromisoformat(received),
                {MEASURES.get(name, name): value for name, value in figures.items()})


def snapshot(*statements: Said, data_date: str = "2010-06-15", targets: Iterable[Target] = (),
             codes: Iterable[str] | None = None) -> Snapshot:
    """A snapshot of these statements, later received ones over earlier; ``codes`` narrows the jobcenters."""
    days = sorted({s.received for s in statements})
    rows = [_row(s, measure, value, upload=days.index(s.received) + 1)
            for s in statements for measure, value in s.figures.items()]
    jobcenters = _jobcenters().copy()  # some tests write in it
    return Snapshot(
        figures=_current(rows), uploads=_uploads(days),
        jobcenters=jobcenters if codes is None else jobcenters.loc[list(codes)], targets=_targets(targets),
        figures_from=PROGRAMME.figures_from,
        starts=PROGRAMME.starts, ends=PROGRAMME.ends, data_date=date.fromisoformat(data_date))


def large(*codes: str, persons: int = 400) -> list[Said]:
    """Target groups in the baseline month that are large enough for the public to be told of these jobcenters."""
    return [said(code, "2009-09", received="2009-10-20", persons=persons) for code in codes]


def target(part: str, *, value: int | None = None, month: str | None = None, jobcenter: str | None = None,
           scope: str | None = None, valid_from: date = PROGRAMME.figures_from, valid_to: date | None = None,
           recorded: str = "2010-01-01") -> Target:
    """A target row; the scope follows from whether a jobcenter is named."""
    return Target(part=part, scope=scope or ("jobcenter" if jobcenter else "regional"), jobcenter=jobcenter,
                  value=value, month=parse_month_key(month) if month else None,
                  valid_from=valid_from, valid_to=valid_to, source="prøve", reason="prøve", recorded_by="prøve",
                  recorded_at=datetime.combine(date.fromisoformat(recorded), time(12), UTC))


def changes(*statements: Said) -> pd.DataFrame:
    """The statements in the shape that ``Snapshot.overlaid`` takes."""
    rows = [_row(s, measure, value, upload=0) for s in statements for measure, value in s.figures.items()]
    return pd.DataFrame(rows)[[*KEY, "value", "mark", "text"]]


def shuffled(found: Snapshot, *, seed: int) -> Snapshot:
    """The same snapshot with its figures in another order."""
    return replace(found, figures=found.figures.sample(frac=1, random_state=seed).reset_index(drop=True))


def _row(statement: Said, measure: str, value: Any, *, upload: int) -> dict[str, Any]:
    is_text = measure in TEXTS
    return {"jobcenter": statement.jobcenter, "month": pd.Timestamp(statement.month), "measure": measure,
            "value": None if is_text or value in MARKS else value, "mark": value if value in MARKS else None,
            "text": value if is_text else None, "upload_id": upload}


def _current(rows: list[dict[str, Any]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=[*KEY, "value", "mark", "text", "upload_id"])
    frame = frame.astype({"value": "Int64", "mark": object, "text": object}).sort_values("upload_id", kind="stable")
    grouped = frame.groupby(KEY, sort=False)
    stated = frame["upload_id"].mask(frame["mark"].eq("missing")).groupby([frame[name] for name in KEY])
    history = frame.assign(first_upload=stated.transform("min").fillna(grouped["upload_id"].transform("min")),
                           corrected=(grouped["value"].transform("nunique") > 1).astype(bool))
    return facts.typed(history.drop_duplicates(KEY, keep="last").sort_values(KEY, ignore_index=True))


def _uploads(days: list[date]) -> pd.DataFrame:
    moments = [datetime.combine(day, time(12)) for day in days]
    return pd.DataFrame({"id": pd.Series(range(1, len(days) + 1), dtype="int64"), "received_at": moments,
                         "source": "file", "stands": True})


@cache
def _jobcenters() -> pd.DataFrame:
    rows = [row.model_dump() for row in seeding.rows() if isinstance(row, Jobcenter)]
    frame = pd.DataFrame(rows).set_index("code")
    return frame.assign(participates_from=pd.to_datetime(frame["participates_from"]),
                        participates_to=pd.to_datetime(frame["participates_to"]))


def _targets(more: Iterable[Target]) -> pd.DataFrame:
    rows = [*_first_targets(), *(row.model_dump() for row in more)]
    return pd.DataFrame([row | {"id": at} for at, row in enumerate(rows, start=1)])


@cache
def _first_targets() -> list[dict[str, Any]]:
    return [row.model_dump() for row in seeding.rows() if isinstance(row, Target)]
