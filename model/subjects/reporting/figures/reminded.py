"""Who has been reminded of a month, when and by whom."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from model.basics.formatting import local_date


@dataclass(frozen=True)
class Reminded:
    """A reminder that stands: its number, the day it was sent and who wrote so."""

    id: int
    on: date
    by: str


def reminded(rows: pd.DataFrame, month: date) -> dict[str, tuple[Reminded, ...]]:
    """By code: the reminders of a month that stand, oldest first; without those that have had none.

    rows: the frame of ``statements.stated`` of ``Reminder``.
    """
    own = rows[rows["month"].eq(month)]
    sent = own[own["withdraws"].isna() & ~own["id"].isin(own["withdraws"].dropna())]
    by_code: dict[str, tuple[Reminded, ...]] = {}
    for row in sent.itertuples():
        each = Reminded(int(row.id), local_date(row.recorded_at), str(row.recorded_by))
        by_code[row.jobcenter] = (*by_code.get(row.jobcenter, ()), each)
    return by_code
