"""How a jobcenter's figures stood on an earlier day, out of what was said of them before."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.frames import count, flag, text
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.absence import HIDDEN, MISSING, Reason
from model.snapshot.columns import figures_of
from model.snapshot.snapshot import Snapshot
from model.store.facts import EARLIER, STATED
from model.subjects.goals.figures.coverage import SENT
from model.subjects.goals.figures.left_out import alone

KEY = ["month", "measure"]
COUNTS = [field.name for field in MAANEDSTAL.fields if field.kind == "count"]
FIRST_SENT = [*SENT, *(name for name in COUNTS if name not in SENT)]  # what a goal's first verdict rests on before all

REPLACED = STATED.besides(count("value_then", "what it was"), text("mark_then", "as ``mark``, then"),
                          flag("known", "whether it was stated then at all"),
                          row="one count as it is and as it was on an earlier day")


@dataclass(frozen=True)
class Correction:
    """One figure that has another value than it had; None is withheld, or taken back since (``absent``)."""

    month: date
    measure: str
    before: int | None
    after: int | None
    absent: Reason | None  # why it is not known now


def replaced(snapshot: Snapshot, code: str, month: date, *, earlier: Annotated[pd.DataFrame, EARLIER],
             since: date) -> Annotated[pd.DataFrame, REPLACED]:
    """The counts of ``code`` up to ``month`` that are others than at the end of ``since``, or that were not there then.

    ``earlier``: of ``code``, as ``facts.earlier`` has it. A file taken back since is as if it had never come.
    """
    now, limit = figures_of(snapshot, code), pd.Timestamp(since)
    now = now[now["month"].le(pd.Timestamp(month)) & now["measure"].isin(COUNTS)
              & snapshot.received.reindex(now["upload_id"]).gt(limit).to_numpy()]
    if now.empty:
        return REPLACED.empty()
    known = earlier[snapshot.received.reindex(earlier["upload_id"]).le(limit).to_numpy(dtype=bool)]
    known = known.astype(now[KEY].dtypes.to_dict()).sort_values("upload_id").drop_duplicates(KEY, keep="last")
    both = now.merge(known.assign(known=True), on=KEY, how="left", suffixes=("", "_then"))
    both["known"] = both["known"].eq(True) & both["mark_then"].ne("missing")
    differs = both["value"].fillna(-1).ne(both["value_then"].fillna(-1)) | both["mark"].eq("missing")
    return both.loc[differs, REPLACED.names].reset_index(drop=True)


def corrections(differing: Annotated[pd.DataFrame, REPLACED]) -> tuple[Correction, ...]:
    """Those that were known then: what a month's activation is told by first, and of that the newest month."""
    corrected = [Correction(row["month"].date(), row["measure"], _count(row["value_then"]), _count(row["value"]),
                            _absent(row)) for row in differing[differing["known"]].to_dict("records")]
    return tuple(sorted(corrected, key=lambda one: (one.measure not in SENT, -one.month.toordinal(),
                                                    FIRST_SENT.index(one.measure))))


def as_it_stood(snapshot: Snapshot, differing: Annotated[pd.DataFrame, REPLACED], *, month: date) -> Snapshot:
    """The snapshot with the counts that months up to ``month`` are told by as they were, of the one jobcenter they are
    of; itself where they were the same.
    """
    rows = differing[differing["measure"].isin(SENT) & differing["month"].le(pd.Timestamp(month))]
    if rows.empty:
        return snapshot
    then = rows.assign(value=rows["value_then"], mark=rows["mark_then"], text=None)
    return alone(snapshot, str(rows["jobcenter"].iloc[0])).overlaid(then[[*STATED.names, "text"]])


def _count(value: object) -> int | None:
    return None if pd.isna(value) else int(str(value))


def _absent(row: dict) -> Reason | None:
    if not pd.isna(row["value"]):
        return None
    return HIDDEN if row["mark"] == "hidden" else MISSING
