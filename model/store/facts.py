"""The one query builder: current and as-of values of any fact table.

Current = for each natural key the row of the highest upload that is not undone. As of day T = the same
among uploads received up to the end of T in Copenhagen and not undone by then.
"""

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Select, String, and_, case, func, or_, select, type_coerce
from sqlmodel import Session, SQLModel, col

from model.basics.formatting import COPENHAGEN
from model.basics.frames import Schema, count, day, flag, moment, number, structure, text
from model.programmes.current import LEDGER, PROGRAMME
from model.store import fetching
from model.store.tables.base import Figure, Upload
from model.store.tables.typed import Rows, columns_of, fetched

STATED = Schema("one stated figure", (
    text("jobcenter", "its code"), day("month", "the month it is of"), text("measure", "its name in the dataset"),
    count("value", "NA where a mark or a text stands for it"), text("mark", "hidden: withheld; missing: taken back")))
FIGURES = STATED.besides(
    text("text", "what a measure of words says"), number("upload_id", "the upload that states it"),
    number("first_upload", "the first that states it, by a value or withheld; taken back all along: of all"),
    flag("corrected", "uploads that stand have given it different values"),
    row="one figure that stands: jobcenter × month × measure, ordered by that key")
EARLIER = STATED.besides(number("upload_id", "the upload that stated it"), row="one figure as it was, oldest first")
UPLOADS = Schema("one upload, newest first, without its content", (
    number("id", "in the order of receipt"), text("programme", "the id of the one it is of"),
    text("dataset", "what it states figures of"),
    text("source", "file | form | sample | api"), text("file_name", "what it is called"), text("sha256", "of it"),
    structure("left_out", "what of the file is not kept; see ``Upload``"), moment("received_at", "UTC"),
    text("received_by", "who sent it"), text("reasons", "why warnings were accepted"),
    structure("counts", "new, changed, unchanged"), structure("problems", "accepted warnings and answered questions"),
    structure("without", "jobcenters left out on purpose"), structure("corrections", "what was changed in the file"),
    text("mended", "tells files of the same bytes apart"), moment("undone_at", "UTC; None while it is not undone"),
    text("undone_by", "who took it back"), text("undone_reason", "why"), flag("stands", "whether it counts")))


def start_of(day: date) -> datetime:
    """The first moment of ``day`` in Copenhagen, in UTC."""
    return datetime.combine(day, time(), COPENHAGEN).astimezone(UTC)


def end_of(day: date) -> datetime:
    """The first moment after ``day`` in Copenhagen, in UTC."""
    return start_of(day + timedelta(days=1))


def own(programme: str = PROGRAMME.id) -> ColumnElement[bool]:
    """The condition on ``Upload`` that says it is in the programme's ledger: the shown one's has those beside it."""
    return col(Upload.programme).in_(LEDGER if programme == PROGRAMME.id else (programme,))


def standing(as_of: date | None = None, programme: str = PROGRAMME.id) -> ColumnElement[bool]:
    """The condition on ``Upload`` that says it counts: in the programme's ledger and not undone, now or as of a day."""
    theirs, undone = own(programme), col(Upload.undone_at)
    if as_of is None:
        return and_(theirs, undone.is_(None))
    return and_(theirs, counted_at(end_of(as_of)))


def counted_at(limit: datetime | ColumnElement[datetime]) -> ColumnElement[bool]:
    """The condition on ``Upload`` that it counted just before a moment, which may be a column of another table."""
    undone = col(Upload.undone_at)
    return and_(col(Upload.received_at) < limit, or_(undone.is_(None), undone >= limit))


def latest(fact: type[SQLModel], as_of: date | None = None, *where: ColumnElement[bool],
           programme: str = PROGRAMME.id) -> Select:
    """A query for (natural key…, upload_id) of the rows that stand; ``where`` narrows the fact rows."""
    columns = columns_of(fact)
    keys = [c for c in columns if c.primary_key and c.name != "upload_id"]
    return (select(*keys, func.max(columns.upload_id).label("upload_id"))
            .join(Upload, col(Upload.id) == columns.upload_id).where(standing(as_of, programme), *where)
            .group_by(*keys))


Stamp = tuple[int, int, datetime | None]


def stamps(session: Session, programme: str = PROGRAMME.id) -> dict[str, Stamp]:
    """What tells one state of each dataset's rows from another: its newest upload, how many are undone, and when last.

    Rows are only ever added, each by an upload, and a row counts unless its upload is undone.
    """
    table = columns_of(Upload)
    query = (select(table.dataset, func.max(table.id), func.count(table.undone_at), func.max(table.undone_at))
             .where(own(programme)).group_by(table.dataset))
    return {dataset: (newest, undone, last) for dataset, newest, undone, last in session.connection().execute(query)}


def months_since(session: Session, dataset: str, stamp: Stamp, now: Stamp,
                 programme: str = PROGRAMME.id) -> list[date] | None:
    """The months of which figures were stated or taken back between two stamps of their dataset.

    None where it cannot be told: a clock that was put back lets an undo look older than the one before it.
    """
    newest, undone_then, last = stamp
    table, upload = columns_of(Figure), columns_of(Upload)
    theirs = and_(own(programme), upload.dataset == dataset)
    undone = upload.undone_at.is_not(None) if last is None else upload.undone_at > last
    count = session.connection().execute(select(func.count()).select_from(Upload).where(theirs, undone)).scalar()
    if count != now[1] - undone_then:
        return None
    ids = select(upload.id).where(theirs, or_(upload.id > newest, undone))
    return list(session.connection().execute(select(table.month).where(table.upload_id.in_(ids)).distinct()).scalars())


def renewed(session: Session, known: Annotated[pd.DataFrame, FIGURES], dataset: str, stamp: Stamp | None,
            now: Stamp | None, *, as_of: date | None = None, programme: str = PROGRAMME.id
            ) -> Annotated[pd.DataFrame, FIGURES]:
    """``figures``, of which those of an earlier stamp are known: only the months that were written to are read, and
    none where nothing was. Without either stamp all of them are.
    """
    if stamp is not None and stamp == now:
        return known
    months = None if stamp is None or now is None else months_since(session, dataset, stamp, now, programme)
    if months is None:
        return figures(session, as_of=as_of, programme=programme)
    kept = known[~known["month"].isin(pd.DatetimeIndex(months))]
    read = figures(session, as_of=as_of, months=months, programme=programme)
    if not len(kept) or not len(read):
        return (kept if len(kept) else read).reset_index(drop=True)
    both = pd.concat([kept, read], ignore_index=True)  # a month is of one of them alone, where it is in order already
    jobcenters, _ = pd.factorize(both["jobcenter"].to_numpy(), sort=True)
    return both.take(np.lexsort((both["month"].to_numpy(), jobcenters))).reset_index(drop=True)


def figures(session: Session, *, as_of: date | None = None, months: Collection[date] | None = None,
            jobcenter: str | None = None, programme: str = PROGRAMME.id) -> Annotated[pd.DataFrame, FIGURES]:
    """Figures that stand, now or as of a day; of these months and this jobcenter alone where they are given."""
    narrow: list[ColumnElement[bool]] = [] if months is None else [col(Figure.month).in_(months)]
    narrow += [] if jobcenter is None else [col(Figure.jobcenter) == jobcenter]
    result = session.connection().execute(figures_query(as_of, *narrow, programme=programme))
    found = fetching.columns(result, FIGURES.names, few=("jobcenter", "measure"))
    return typed(found)


def figures_query(as_of: date | None = None, *where: ColumnElement[bool], programme: str = PROGRAMME.id) -> Select:
    """The query behind ``figures``: FIGURES in order, months as text; ``where`` narrows the fact rows."""
    table = columns_of(Figure)
    stated = case((func.coalesce(table.mark, "") != "missing", table.upload_id))
    history = (func.coalesce(func.min(stated), func.min(table.upload_id)).label("first_upload"),
               (func.min(table.value) < func.max(table.value)).label("corrected"))
    keys = latest(Figure, as_of, *where, programme=programme).add_columns(*history).subquery()
    same = and_(*(table[c.name] == c for c in keys.c if c.name not in ("first_upload", "corrected")))
    return (select(table.jobcenter, type_coerce(table.month, String), table.measure, table.value, table.mark,
                   table.text, table.upload_id, keys.c.first_upload, keys.c.corrected)
            .join(keys, same)
            .order_by(table.jobcenter, table.month, table.measure))


def typed(columns: Mapping[str, Any] | pd.DataFrame) -> Annotated[pd.DataFrame, FIGURES]:
    """The frame of ``figures`` with its promised column types, whatever the driver returned; ``columns``: by name."""
    codes, known = pd.factorize(np.asarray(columns["month"], dtype=object))
    months = pd.to_datetime(pd.Series(known, dtype=object)).to_numpy().astype("datetime64[us]")
    texts = {name: pd.Series(columns[name], dtype="str") for name in ("jobcenter", "measure")}
    numbers = {name: np.asarray(columns[name], dtype=np.int64) for name in ("upload_id", "first_upload")}
    made = {**texts, **numbers, "month": months.take(codes), "value": pd.array(columns["value"], dtype="Int64"),
            "corrected": pd.Series(columns["corrected"], dtype=object).eq(True).to_numpy(dtype=bool),
            "mark": _or_none(columns["mark"]), "text": _or_none(columns["text"])}
    return pd.DataFrame({name: made[name] for name in FIGURES.names})


def _or_none(cells: Any) -> pd.Series:
    """Texts as objects, None for what is missing."""
    found = np.array(cells, dtype=object)
    found[pd.isna(found)] = None
    return pd.Series(found, dtype=object)


def earlier(session: Session, *, jobcenter: str, as_of: date | None = None,
            programme: str = PROGRAMME.id) -> Annotated[pd.DataFrame, EARLIER]:
    """What uploads that stand have said of one jobcenter's figures before the current ones."""
    current = latest(Figure, as_of, col(Figure.jobcenter) == jobcenter, programme=programme).subquery()
    names = EARLIER.names
    table = columns_of(Figure)
    query = (select(table.jobcenter, type_coerce(table.month, String), table.measure, table.value, table.mark,
                    table.upload_id)
             .join(Upload, col(Upload.id) == table.upload_id)
             .where(standing(as_of, programme), table.jobcenter == jobcenter)
             .join(current, and_(*(table[name] == current.c[name] for name in names[:3])))
             .where(table.upload_id < current.c.upload_id, table.text.is_(None)).order_by(table.upload_id))
    frame = pd.DataFrame(session.connection().execute(query).fetchall(), columns=names)
    return frame.assign(month=pd.to_datetime(frame["month"]).astype("datetime64[us]"),
                        value=pd.array(frame["value"], dtype="Int64"), upload_id=frame["upload_id"].astype("int64"),
                        mark=frame["mark"].astype(object).where(frame["mark"].notna(), None))


def uploads(session: Session, *, as_of: date | None = None,
            programme: str = PROGRAMME.id) -> Annotated[pd.DataFrame, UPLOADS]:
    """Every upload in the programme's ledger received by then."""
    return uploads_of(upload_rows(session, as_of=as_of, programme=programme))


def upload_rows(session: Session, *, as_of: date | None = None, programme: str = PROGRAMME.id) -> Rows:
    """What ``uploads`` is made of."""
    table = columns_of(Upload)
    columns = [table[name] for name in UPLOADS.names[:-1]]
    stands = standing(as_of, programme).label("stands")
    query = select(*columns, stands).where(own(programme)).order_by(table.id.desc())
    if as_of is not None:
        query = query.where(table.received_at < end_of(as_of))
    return fetched(session, query)


def uploads_of(rows: Rows) -> Annotated[pd.DataFrame, UPLOADS]:
    """The frame of ``uploads``."""
    return pd.DataFrame(rows, columns=UPLOADS.names).astype({"stands": bool})
