"""What a change of the figures or of a target does to the goals: two snapshots compared, before anything is saved."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd

from model.intake.datasets.datasets import DATASETS
from model.snapshot.snapshot import Snapshot
from model.store.tables.base import Target
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.verdicts import Standing, Verdict

HALVES = ("share", "increase")


@dataclass(frozen=True)
class GoalChange:
    """A jobcenter-month that stands otherwise on goal 1 after the change."""

    jobcenter: str
    month: date
    before: Standing
    after: Standing


def goal_changes(before: Snapshot, after: Snapshot) -> list[GoalChange]:
    """Every jobcenter-month of the campaign that stands otherwise on goal 1, by month and jobcenter."""
    old = _standings(before)
    new = _standings(after).reindex(old.index)
    months = old.index.get_level_values(1)
    within = (months >= pd.Timestamp(before.starts)) & (months <= pd.Timestamp(before.ends))
    moved = (old != new).any(axis=1) & new["verdict"].notna() & within
    was, now = (rows[moved].sort_index(level=[1, 0]) for rows in (old, new))
    return [GoalChange(str(code), month.date(), *standings)
            for (code, month), *standings in zip(was.index, _made(was), _made(now), strict=True)]


def of_changes(snapshot: Snapshot, changes: pd.DataFrame, dataset: str) -> list[GoalChange]:
    """What ``changes`` (columns of ``Report.changes``) of a dataset do to goal 1. Only monthly figures move it."""
    moved = changes[changes["kind"] != "unchanged"]
    if not DATASETS[dataset].is_figures or moved.empty:
        return []
    return goal_changes(snapshot, snapshot.overlaid(moved))


def with_target(snapshot: Snapshot, part: str, *, jobcenter: str | None, value: int | None, month: date | None,
                valid_from: date) -> Snapshot:
    """The snapshot with one more target row, the newest recorded; the given one is left as it is."""
    row = Target(part=part, scope="jobcenter" if jobcenter else "regional", jobcenter=jobcenter, value=value,
                 month=month, valid_from=valid_from, source="", reason="", recorded_at=datetime.now(UTC),
                 recorded_by="")
    rows = [*snapshot.targets.to_dict("records"), row.model_dump()]
    return snapshot.but(targets=pd.DataFrame(rows, columns=snapshot.targets.columns))


def _standings(snapshot: Snapshot) -> pd.DataFrame:
    """The verdicts, and by half whether it is reached in a goal that can be told."""
    rows = panel(snapshot)
    known = rows["verdict"].ne(Verdict.UNKNOWN)
    return pd.DataFrame({"verdict": rows["verdict"], **{
        half: rows[f"{half}_reached"].fillna(False).astype(bool) & known for half in HALVES}})


def _made(rows: pd.DataFrame) -> list[Standing]:
    return [Standing(row.verdict, frozenset(half for half in HALVES if getattr(row, half)))
            for row in rows.itertuples()]
