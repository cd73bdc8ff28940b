"""Every statement of the plan's activities, from the printed plan to the newest change."""

from datetime import date

import pandas as pd
from sqlmodel import Session, select

from model.store import facts
from model.store.tables.activities import Activity


def stated(session: Session, *, as_of: date | None = None) -> pd.DataFrame:
    """Everything recorded of the plan's activities, oldest first; the columns of ``Activity``."""
    query = select(Activity).order_by(Activity.id)  # type: ignore[arg-type]
    if as_of is not None:
        query = query.where(Activity.recorded_at < facts.end_of(as_of))
    return pd.DataFrame([row.model_dump() for row in session.exec(query)], columns=list(Activity.model_fields))
