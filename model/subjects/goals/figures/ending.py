"""Whether the programme is over where a month is looked at: then nothing is demanded any more, and the past is told."""

from datetime import date

import pandas as pd

from model.basics.months import last_day
from model.snapshot import overlay
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot


def over(snapshot: Snapshot, month: date) -> bool:
    """Whether ``month`` is the programme's last, or the figures are of a day after its end, or such a day is asked for.

    The figures are of the day the newest came. Invented ones are of their own time: while some stand, what is loaded
    beside them does not end it, and neither does what is only tried out.
    """
    end = last_day(snapshot.ends)
    if is_last(snapshot, month) or (snapshot.as_of is not None and snapshot.as_of > end):
        return True
    came = None if snapshot.sample else _newest(snapshot)
    return came is not None and came > end


def is_last(snapshot: Snapshot, month: date) -> bool:
    """Whether ``month`` is the programme's last, or one after it."""
    return month >= snapshot.ends


@remembered
def _newest(snapshot: Snapshot) -> date | None:
    """The day the newest standing figure came; None without any."""
    stood = snapshot.figures["upload_id"]
    came = snapshot.received.reindex(stood[stood.ne(overlay.ID)].unique()).max()
    return None if pd.isna(came) else came.date()
