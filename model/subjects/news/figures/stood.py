"""How a jobcenter's figures stood on an earlier day, out of what was said of them before."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pandas as pd

from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.absence import HIDDEN, MISSING, Reason
from model.snapshot.snapshot import Snapshot
from model.store.facts import EARLIER, STATED
from model.subjects.goals.figures.coverage import SENT

KEY = ["month", "measure"]
COUNTS = [field.name for field in MAANEDSTAL.fields if field.kind == "count"]
FIRST_SENT = [*SENT, *(name for name in COUNTS if name not in SENT)]  # what a goal's first verdict rests on before all


@dataclass(frozen=True)
class Correction:
    """One figure that has another value than it had; None is withheld, or taken back since (``absent``)."""

    month: date
    measure: str
    before: int | None
    after: int | None
    absent: Reason | None  # why it is not known now


def corrections(snapshot: Snapshot, code: str, month: date, *, earlier: Annotated[pd.DataFrame, EARLIER],
                since: date) -> tuple[Correction, ...]:
    """Every count up to ``month`` that was known at the end of ``since`` and is another now: those that tell a month's
    activation first, and of them the newest month.

    ``earlier``: of ``code``, as ``facts.earlier`` has it. A file taken back since is as if it had never come.
    """
    both = _replaced(snapshot, code, earlier, since)
    both = both[both["month"].le(pd.Timestamp(month)) & both["measure_then"].notna() & both["mark_then"].ne("missing")]
    differs = both["value"].fillna(-1).ne(both["value_then"].fillna(-1)) | both["mark"].eq("missing")
    found = [Correction(row["month"].date(), row["measure"], _count(row["value_then"]), _count(row["value"]),
                        _absent(row)) for row in both[differs].to_dict("records")]
    return tuple(sorted(found, key=lambda one: (one.measure not in SENT, -one.month.toordinal(),
                                                FIRST_SENT.index(one.measure))))


def as_it_stood(snapshot: Snapshot, code: str, *, earlier: Annotated[pd.DataFrame, EARLIER], since: date) -> Snapshot:
    """The snapshot with the counts of ``code`` that its months are told by as they were at the end of ``since``; itself
    where they are the same.
    """
    both = _replaced(snapshot, code, earlier, since)
    both = both[both["measure"].isin(SENT)]
    if both.empty:
        return snapshot
    then = both.assign(jobcenter=code, value=both["value_then"], mark=both["mark_then"], text=None)
    return snapshot.overlaid(then[[*STATED.names, "text"]])


def _replaced(snapshot: Snapshot, code: str, earlier: pd.DataFrame, since: date) -> pd.DataFrame:
    """The counts of ``code`` that came after ``since``, with what stood by then (…_then; nothing where none did)."""
    now, limit = snapshot.figures, pd.Timestamp(since)
    came = snapshot.received.reindex(now["upload_id"]).to_numpy() > limit.to_datetime64()
    now = now[now["jobcenter"].eq(code).to_numpy() & came & now["measure"].isin(COUNTS).to_numpy()]
    known = earlier[snapshot.received.reindex(earlier["upload_id"]).le(limit).to_numpy(dtype=bool)]
    known = known.sort_values("upload_id").drop_duplicates(KEY, keep="last")
    known = known.astype(now[KEY].dtypes.to_dict()).assign(measure_then=known["measure"])
    return now[[*KEY, "value", "mark"]].merge(known[[*KEY, "measure_then", "value", "mark"]], on=KEY, how="left",
                                              suffixes=("", "_then"))


def _count(value: object) -> int | None:
    return None if pd.isna(value) else int(str(value))


def _absent(row: dict) -> Reason | None:
    if not pd.isna(row["value"]):
        return None
    return HIDDEN if row["mark"] == "hidden" else MISSING
