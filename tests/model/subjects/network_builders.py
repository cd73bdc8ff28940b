"""Snapshots of a few events of mentor networks, laid in as the store gives them."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from model.snapshot.snapshot import Snapshot
from tests.model.subjects.builders import snapshot

LEMVIG, SKIVE, STRUER, VIBORG = "665", "779", "671", "791"


def happened(code: str, day: str, event: str | None, came: int | None = None, *, together: str | None = None,
             hidden: bool = False) -> dict[str, Any]:
    """One event that stands; one whose event is None was taken back."""
    return {"jobcenter": code, "day": date.fromisoformat(day), "upload_id": 1, "event": event,
            "event_mark": None if event else "missing", "participants": came,
            "participants_mark": "hidden" if hidden else None, "together_with": together, "together_with_mark": None}


def world(*events: dict[str, Any]) -> Snapshot:
    """Four jobcenters with those events."""
    rows = sorted(events, key=lambda row: (row["jobcenter"], row["day"]))
    frame = pd.DataFrame(rows, columns=list(happened(SKIVE, "2010-06-10", None)), dtype=object)
    typed = frame.assign(day=pd.Series(np.array(frame["day"].tolist(), dtype="datetime64[us]")),
                         upload_id=pd.array(frame["upload_id"], dtype="Int64"),
                         participants=pd.array(frame["participants"].tolist(), dtype="Int64"))
    return replace(snapshot(codes=[LEMVIG, SKIVE, STRUER, VIBORG]), records={"mentornetvaerk": typed})
