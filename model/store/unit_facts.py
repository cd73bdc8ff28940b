"""How long each jobcenter takes part: to the end of the campaign, or to the month it closes or is merged in."""

from datetime import date

from sqlmodel import Session, col, select

from model.store import facts
from model.store.tables.base import Jobcenter
from model.store.tables.typed import Rows, columns_of, fetched
from model.store.tables.units import UnitClosing


def closings(session: Session, *, as_of: date | None = None) -> dict[str, UnitClosing]:
    """By code the newest decision of each jobcenter that closes, now or as it was on a day; the number decides."""
    query = select(UnitClosing).order_by(col(UnitClosing.id))
    if as_of is not None:
        query = query.where(col(UnitClosing.recorded_at) < facts.end_of(as_of))
    newest = {row.jobcenter: row for row in session.exec(query)}
    return {code: row for code, row in newest.items() if row.last_month is not None}


def unit_rows(session: Session, *, as_of: date | None = None) -> Rows:
    """The rows of ``Jobcenter`` by code, each with the last month that it takes part in."""
    columns = columns_of(Jobcenter)
    code, last = (columns.keys().index(name) for name in ("code", "participates_to"))
    closed = closings(session, as_of=as_of)
    return [row if row[code] not in closed else (*row[:last], closed[row[code]].last_month, *row[last + 1:])
            for row in fetched(session, select(*columns).order_by(columns.code))]
