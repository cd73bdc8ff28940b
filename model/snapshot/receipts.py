"""When what is known of a dataset of records came in."""

from datetime import date

import pandas as pd

from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot


@remembered
def newest_record(snapshot: Snapshot, dataset: str) -> date | None:
    """The day the newest upload that states anything of the dataset's records was received; None without any."""
    frame = snapshot.records.get(dataset)
    if frame is None or frame.empty:
        return None
    came = snapshot.received.reindex(frame["upload_id"].unique()).max()
    return None if pd.isna(came) else came.date()
