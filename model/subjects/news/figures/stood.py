"""How a jobcenter's figures stood on an earlier day, out of what was said of them before."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.frames import count, flag, text
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.snapshot.absence import HIDDEN, MISSING, Reason
from model.snapshot.columns import Counted, Counts, counts_of, figures_of, months_of
from model.snapshot.snapshot import Snapshot
from model.store.facts import EARLIER, STATED
from model.subjects.goals.figures.coverage import SENT

KEY = ["month", "measure"]
NOTHING = (None, "missing")  # the value and mark of what was not stated
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
    said = {(when, measure): (value, mark) for when, measure, value, mark in
            zip(*(known.sort_values("upload_id")[name] for name in (*KEY, "value", "mark")), strict=True)}  # the last
    then = [said.get(key, NOTHING) for key in zip(*(now[name] for name in KEY), strict=True)]
    both = now[STATED.names].assign(value_then=pd.array([value for value, _ in then], dtype="Int64"),
                                    mark_then=[mark for _, mark in then],
                                    known=[mark != "missing" for _, mark in then])
    differs = both["value"].fillna(-1).ne(both["value_then"].fillna(-1)) | both["mark"].eq("missing")
    return both[differs].reset_index(drop=True)


def corrections(differing: Annotated[pd.DataFrame, REPLACED]) -> tuple[Correction, ...]:
    """Those that were known then: what a month's activation is told by first, and of that the newest month."""
    corrected = [Correction(row["month"].date(), row["measure"], _count(row["value_then"]), _count(row["value"]),
                            _absent(row)) for row in differing[differing["known"]].to_dict("records")]
    return tuple(sorted(corrected, key=lambda one: (one.measure not in SENT, -one.month.toordinal(),
                                                    FIRST_SENT.index(one.measure))))


def as_it_stood(snapshot: Snapshot, differing: Annotated[pd.DataFrame, REPLACED], *, month: date) -> Counted | None:
    """The counts of the snapshot, with those that months up to ``month`` are told by as they were; None where they were
    the same.
    """
    rows = differing[differing["measure"].isin(SENT) & differing["month"].le(pd.Timestamp(month))].to_dict("records")
    if not rows:
        return None

    def counted(measure: str) -> Counts:
        values, hidden = counts_of(snapshot, measure)
        for row in rows:
            if row["measure"] == measure:
                at = months_of(snapshot, row["jobcenter"], row["month"].date(), row["month"].date())
                values[at], hidden[at] = row["value_then"], row["mark_then"] == "hidden"
        return values, hidden
    return counted


def _count(value: object) -> int | None:
    return None if pd.isna(value) else int(str(value))


def _absent(row: dict) -> Reason | None:
    if not pd.isna(row["value"]):
        return None
    return HIDDEN if row["mark"] == "hidden" else MISSING
