"""The one query builder: current and as-of values of any fact table.

Current = for each natural key the row of the highest upload that is not undone. As of day T = the same
among uploads received up to the end of T in Copenhagen and not undone by then.
"""

from datetime import UTC, date, datetime, time, timedelta

import pandas as pd
from sqlalchemy import Select, String, and_, func, or_, select, type_coerce
from sqlmodel import Session, SQLModel

from model.formatting import COPENHAGEN
from model.tables import Figure, Upload


def end_of(day: date) -> datetime:
    """The first moment after ``day`` in Copenhagen, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), COPENHAGEN).astimezone(UTC)


def standing(as_of: date | None = None):  # type: ignore[no-untyped-def]
    """The condition on ``Upload`` that says it counts: not undone, now or as of a day."""
    if as_of is None:
        return Upload.undone_at.is_(None)  # type: ignore[union-attr]
    limit = end_of(as_of)
    return and_(Upload.received_at < limit, or_(Upload.undone_at.is_(None), Upload.undone_at >= limit))  # type: ignore[union-attr,operator,arg-type]


def latest(fact: type[SQLModel], as_of: date | None = None, *where) -> Select:  # type: ignore[no-untyped-def,type-arg]
    """A query for (natural key…, upload_id) of the rows that stand; ``where`` narrows the fact rows."""
    columns = fact.__table__.c  # type: ignore[attr-defined]
    keys = [c for c in columns if c.primary_key and c.name != "upload_id"]
    return (select(*keys, func.max(columns.upload_id).label("upload_id"))
            .join(Upload, Upload.id == columns.upload_id).where(standing(as_of), *where).group_by(*keys))


def figures(session: Session, *, as_of: date | None = None, month: date | None = None,
            jobcenter: str | None = None) -> pd.DataFrame:
    """Figures that stand, one row per jobcenter × month × measure, ordered by that key.

    Columns: jobcenter (str), month (datetime64), measure (str), value (Int64), mark (hidden | missing | None),
    text (str | None), upload_id (int64).
    """
    narrow = [condition for condition, given in ((Figure.month == month, month), (Figure.jobcenter == jobcenter, jobcenter))
              if given is not None]
    keys = latest(Figure, as_of, *narrow).subquery()
    query = (select(Figure.jobcenter, type_coerce(Figure.month, String), Figure.measure, Figure.value,  # type: ignore[call-overload]
                    Figure.mark, Figure.text, Figure.upload_id)
             .join(keys, and_(*(getattr(Figure, c.name) == c for c in keys.c)))
             .order_by(Figure.jobcenter, Figure.month, Figure.measure))
    names = ["jobcenter", "month", "measure", "value", "mark", "text", "upload_id"]
    return typed(pd.DataFrame(session.connection().execute(query).fetchall(), columns=names))


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame of ``figures`` with its promised column types, whatever the driver returned."""
    codes, found = pd.factorize(frame["month"])
    months = pd.to_datetime(pd.Series(found, dtype=object)).astype("datetime64[us]")
    return frame.assign(
        month=months.take(codes).to_numpy() if len(frame) else pd.Series(dtype="datetime64[us]"),
        value=pd.array(frame["value"], dtype="Int64"), upload_id=frame["upload_id"].astype("int64"),
        mark=frame["mark"].astype(object).where(frame["mark"].notna(), None),
        text=frame["text"].astype(object).where(frame["text"].notna(), None))


def uploads(session: Session, *, as_of: date | None = None) -> pd.DataFrame:
    """Every upload received by then, newest first, without its content; ``stands`` says whether it counts.

    Columns: id, dataset, source, file_name, sha256, received_at (UTC), received_by, reasons, counts, problems, without,
    undone_at, undone_by, undone_reason, stands.
    """
    table = Upload.__table__  # type: ignore[attr-defined]
    columns = [c for c in table.c if c.name != "content"]
    query = select(*columns, standing(as_of).label("stands")).order_by(table.c.id.desc())
    if as_of is not None:
        query = query.where(table.c.received_at < end_of(as_of))
    rows = session.connection().execute(query).fetchall()
    return pd.DataFrame(rows, columns=[*(c.name for c in columns), "stands"]).astype({"stands": bool})
