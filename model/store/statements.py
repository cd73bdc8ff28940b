"""Everything recorded in a table whose rows are statements by date, as of any day."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, select

from model.basics.formatting import without_direction_marks
from model.programmes.current import PROGRAMME
from model.store import facts
from model.store.tables.meetings import (
    Agreement,
    AgreementStatus,
    Confirmation,
    DialogueMeeting,
    MeetingDetail,
    MeetingNote,
)
from model.store.tables.typed import Rows, columns_of, fetched

HANGING: dict[type[SQLModel], tuple[str, type[SQLModel]]] = {  # by which column on what
    MeetingNote: ("meeting_id", DialogueMeeting), MeetingDetail: ("meeting_id", DialogueMeeting),
    Confirmation: ("meeting_id", DialogueMeeting),
    Agreement: ("meeting_id", DialogueMeeting), AgreementStatus: ("agreement_id", Agreement)}


def of_programmes(table: type[SQLModel], *programmes: str) -> ColumnElement[bool]:
    """The condition on a table's rows that says whose they are: by their own word, or by what they hang on."""
    if table not in HANGING:
        return columns_of(table).programme.in_(programmes)
    name, above = HANGING[table]
    return columns_of(table)[name].in_(select(columns_of(above).id).where(of_programmes(above, *programmes)))


def stated(session: Session, table: type[SQLModel], *, as_of: date | None = None,
           programme: str = PROGRAMME.id) -> pd.DataFrame:
    """A programme's rows recorded by the end of ``as_of`` (default: now), oldest first, as objects.

    The columns are the table's own, ``id`` and ``recorded_at`` among them. Texts from before direction marks were taken
    out on entry are rid of them here.
    """
    return stated_of(table, stated_rows(session, table, programme, as_of=as_of))


def stated_rows(session: Session, table: type[SQLModel], *programmes: str, as_of: date | None = None) -> Rows:
    """What ``stated`` is made of, of these programmes."""
    columns = columns_of(table)
    query = sql_select(*columns).where(of_programmes(table, *programmes)).order_by(columns.id)
    if as_of is not None:
        query = query.where(columns.recorded_at < facts.end_of(as_of))
    return fetched(session, query)


def stated_of(table: type[SQLModel], rows: Rows) -> pd.DataFrame:
    """The frame of ``stated``."""
    shown = [[readable(value) for value in row] for row in rows]
    return pd.DataFrame(shown, columns=[column.name for column in columns_of(table)], dtype=object)


def readable(value: Any) -> Any:
    """A value as it is shown: a text without direction marks, anything else as it is."""
    return without_direction_marks(value) if isinstance(value, str) else value
