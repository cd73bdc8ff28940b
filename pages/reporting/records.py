"""What lies behind an upload: the cells it changes, and what is kept of the file."""

from collections.abc import Collection

import pandas as pd
from sqlmodel import Session

from model.access.viewer import Viewer
from model.intake import clearing, saving, undoing
from pages.shared import data
from pages.shared.viewer import again


def changed_by(upload_id: int) -> pd.DataFrame:
    """The figures the upload made new or changed; columns as ``Report.changes`` without where they stood."""
    with Session(data.engine()) as session:
        return undoing.upload_changes(session, upload_id)


def if_undone(ids: Collection[int]) -> pd.DataFrame:
    """The figures that would be different without those uploads; same columns."""
    with Session(data.engine()) as session:
        return undoing.undo_many_changes(session, ids)


def corrections_of_sample() -> list[int]:
    """The corrections in the form that stand on invented figures alone."""
    with Session(data.engine()) as session:
        return clearing.corrections_of_sample(session)


def original(viewer: Viewer, upload_id: int) -> bytes:
    """What is kept of the file, as it was given or as a table of what was read. Raises NotAllowed."""
    with Session(data.engine()) as session:
        return saving.original(session, upload_id, again(viewer))[1]
