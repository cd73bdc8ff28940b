"""What lies behind a file or an upload: the cells it changes, the file as it came, and what it does to the goals."""

from collections.abc import Collection

import pandas as pd
from sqlmodel import Session

from model.importing import saving, undoing
from model.indicators import effect
from model.indicators.snapshot import Snapshot
from pages.shared import data


def changed_by(upload_id: int) -> pd.DataFrame:
    """The figures the upload made new or changed; columns as ``Report.changes`` without where they stood."""
    with Session(data.engine()) as session:
        return undoing.upload_changes(session, upload_id)


def if_undone(ids: Collection[int]) -> pd.DataFrame:
    """The figures that would be different without those uploads; same columns."""
    with Session(data.engine()) as session:
        return undoing.undo_many_changes(session, ids)


def original(upload_id: int) -> bytes:
    """The bytes of the file as it was given."""
    with Session(data.engine()) as session:
        return saving.original(session, upload_id)[1]


def effect_on_goals(snapshot: Snapshot, changes: pd.DataFrame, *, subject: str = "Filen") -> str:
    """The sentences for ``changes`` (columns of ``Report.changes``) laid over the snapshot in memory."""
    moved = changes[changes["kind"] != "unchanged"]
    found = effect.goal_changes(snapshot, snapshot.overlaid(moved)) if len(moved) else []
    return effect.effect_sentence(found, snapshot, subject=subject)
