"""Snapshots with virksomhedscentre, built from compact statements."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from model.basics.formatting import parse_month_key
from model.snapshot.snapshot import Snapshot
from tests.model.subjects.builders import Said
from tests.model.subjects.builders import snapshot as figures

SKIVE, VIBORG, SAMSOE = "779", "791", "741"
Row = dict[str, Any]


def stay(name: str, opened: str, closed: str | None = None, *, code: str = SKIVE, places: int | None = 6,
         **more: Any) -> Row:
    """One open period; ``more``: reason, sector, industry, event, generation."""
    return {"jobcenter": code, "name": name, "opened": date.fromisoformat(opened),
            "closed": date.fromisoformat(closed) if closed else None, "places": places} | more


def told(name: str, month: str, occupied: int | None, places: int | None = None, *, code: str = SKIVE,
         **marks: str) -> Row:
    """What is said of one month of a centre; ``marks``: places_mark or occupied_mark."""
    return {"jobcenter": code, "name": name, "month": parse_month_key(month), "places": places,
            "occupied": occupied} | marks


def snapshot(stays: Iterable[Row], months: Iterable[Row] = (), *statements: Said, data_date: str = "2010-06-15",
             codes: Iterable[str] | None = None) -> Snapshot:
    """A snapshot of those centres, beside the figures of ``statements``."""
    records = {"centre": pd.DataFrame(list(stays)), "centermaaned": pd.DataFrame(list(months))}
    found = figures(*statements, data_date=data_date, codes=codes)
    return replace(found, records={name: frame for name, frame in records.items() if len(frame)})
