"""Which dialogue meetings were held: those that were closed. One that was only opened may never have come to be."""

from typing import Annotated

import pandas as pd

from model.programmes.current import PROGRAMME
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.meeting_facts import MEETINGS


@remembered
def held(snapshot: Snapshot, programme: str = PROGRAMME.id) -> Annotated[pd.DataFrame, MEETINGS]:
    """A programme's closed meetings up to the snapshot's day, by day."""
    rows = snapshot.book(programme).meetings
    return rows[rows["closed_at"].notna() & rows["held_on"].le(snapshot.data_date)].reset_index(drop=True)
