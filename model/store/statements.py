"""Everything recorded in a table whose rows are statements by date, as of any day."""

from datetime import date
from typing import Any

import pandas as pd
from sqlmodel import Session, select

from model.basics.formatting import without_direction_marks
from model.store import facts


def stated(session: Session, table: Any, *, as_of: date | None = None) -> pd.DataFrame:
    """Every row recorded by the end of ``as_of`` (default: now), oldest first; the table's own columns, as objects.

    The table has an ``id`` and a ``recorded_at``. Texts from before direction marks were taken out on entry are rid
    of them here.
    """
    query = select(table).order_by(table.id)
    if as_of is not None:
        query = query.where(table.recorded_at < facts.end_of(as_of))
    rows = [{name: readable(value) for name, value in row.model_dump().items()} for row in session.exec(query)]
    return pd.DataFrame(rows, columns=list(table.model_fields), dtype=object)


def readable(value: Any) -> Any:
    """A value as it is shown: a text without direction marks, anything else as it is."""
    return without_direction_marks(value) if isinstance(value, str) else value
