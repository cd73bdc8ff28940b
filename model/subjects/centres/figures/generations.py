"""Which centres are of the second generation, and since when; a centre of which neither is told is unknown."""

from datetime import date
from typing import Annotated, Any

import pandas as pd

from model.basics.frames import Schema, count, day, text
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.figures.periods import CENTRE, month_end, open_at, periods

FIRST, SECOND = 1, 2
GENERATIONS = Schema("one centre, by jobcenter and name", (
    text("jobcenter", "its code"), text("name", "the company's"),
    day("second_from", "when it became one of the second generation, as last told; NaT where that is not told"),
    count("generation", "on the day asked about; NA where nothing is told of it")))


def generations(snapshot: Snapshot, on: date) -> Annotated[pd.DataFrame, GENERATIONS]:
    """Every centre's generation on a day. The day of the change is what counts; without one, the last number stated.

    Raises InternalOnly for the public.
    """
    rows = periods(snapshot)
    last = rows.groupby(CENTRE, sort=True)[["generation_2_from", "generation"]].last().reset_index()
    at = [_on(stated, since, on) for stated, since in zip(last["generation"], last["generation_2_from"], strict=True)]
    return pd.DataFrame({"jobcenter": last["jobcenter"], "name": last["name"],
                         "second_from": last["generation_2_from"].astype("datetime64[us]"),
                         "generation": pd.array(at, dtype="Int64")})


def _on(stated: Any, since: Any, on: date) -> int | None:
    told = None if pd.isna(stated) else int(stated)
    if pd.isna(since):
        return told
    return max(told or SECOND, SECOND) if since <= pd.Timestamp(on) else FIRST


@remembered
def active_generations(snapshot: Snapshot, month: date) -> Annotated[pd.DataFrame, GENERATIONS]:
    """The same of the centres that are active in a month, at its end. Raises InternalOnly for the public."""
    end = month_end(month)
    rows = periods(snapshot)
    standing = rows.loc[open_at(rows, end), CENTRE].drop_duplicates()
    return generations(snapshot, end.date()).merge(standing, on=CENTRE)
