"""Snapshots of a few enquiries and offers of counselling, saved through the forms' own checks."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Engine
from sqlmodel import Session

from model.intake import saving
from model.intake.form import state
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from tests.viewers import EVERYBODY, named

SKIVE, VIBORG, LEMVIG, AARHUS = "779", "791", "665", "751"


def said(engine: Engine, dataset: str, *rows: dict[str, Any], received: str = "2010-03-01") -> int:
    """Those records as one upload received that day; the upload's id."""
    day = date.fromisoformat(received)
    report, content = state(engine, dataset, rows, name="prøve", today=day)
    assert report.status == "ready", report.problems
    return saving.apply(engine, report, content=content, viewer=named("prøve"), reason="prøve", source="form",
                        received_at=datetime.combine(day, time(12), UTC))


def asked(number: int, day: str, jobcenter: str | None = SKIVE, theme: str | None = "Mentor",
          answered: str | None = None, by: str | None = None) -> dict[str, Any]:
    """One enquiry as the dataset's parts name it."""
    return {"henvendelse": number, "dato": date.fromisoformat(day), "jobcenter": jobcenter, "tema": theme,
            "besvaret": date.fromisoformat(answered) if answered else None, "besvaret_af": by}


def offered(jobcenter: str, status: str, **days: str) -> dict[str, Any]:
    """One jobcenter's counselling; days by the dataset's parts: tilbudt, aftalt, afholdt, takket_nej."""
    return {"jobcenter": jobcenter, "status": status,
            **{part: date.fromisoformat(day) for part, day in days.items()}}


def loaded(engine: Engine, as_of: str | None = "2010-03-01") -> Snapshot:
    """The snapshot of the database as of a day, so that no test depends on today."""
    with Session(engine) as session:
        return loading.load(session, EVERYBODY, as_of=date.fromisoformat(as_of) if as_of else None)
