"""Every statement of the klynger that jobcenters are compared within."""

from datetime import date

import pandas as pd
from sqlmodel import Session, select

from model.store import facts
from model.store.tables.peers import PeerGroup


def stated(session: Session, *, as_of: date | None = None) -> pd.DataFrame:
    """Everything recorded of the klynger by the end of ``as_of`` (default: now), oldest first; columns of the table."""
    query = select(PeerGroup).order_by(PeerGroup.id)  # type: ignore[arg-type]
    if as_of is not None:
        query = query.where(PeerGroup.recorded_at < facts.end_of(as_of))
    return pd.DataFrame([row.model_dump() for row in session.exec(query)], columns=list(PeerGroup.model_fields))
