"""What jobcenters have seen and approved of their months, and the very figures that they saw.

The figures approved are kept nowhere a second time: they are those that counted at the moment of the approval.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, NamedTuple

import pandas as pd
from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlmodel import Session, col

from model.basics.frames import Schema, date_of, moment, numeric, structure, text
from model.programmes.current import PROGRAMME
from model.store import facts, once
from model.store.tables.access import Approval, ApprovalWithdrawal
from model.store.tables.base import Figure, Upload
from model.store.tables.typed import Rows, columns_of, fetched

APPROVALS = Schema("a jobcenter's newest approval of a month, unless it was withdrawn; by jobcenter and month", (
    numeric("id", "its own number"), text("jobcenter", "its code"), date_of("month", "its first day"),
    moment("approved_at", "UTC"), text("approved_by", "the function of who approved"),
    text("digest", "of the figures that were approved; see ``digest``"),
    structure("stood", "every count of the month as it was approved: measure, value, mark; by measure")))
COLUMNS = APPROVALS.names[:-1]

Stated = tuple[str, int | None, str | None]  # measure, value, mark; None: hidden, or not marked


class ApprovalRows(NamedTuple):
    """What ``approvals`` is made of: the approvals, and by their number what was approved."""

    approvals: Rows
    stood: Rows


def digest(stated: Iterable[Stated]) -> str:
    """What tells one state of a month's counts from another, 64 hex digits; in whatever order they come."""
    return once.digest(sorted(map(list, stated), key=lambda each: str(each[0])))


def stands(session: Session, jobcenter: str, month: date, *, at: datetime | None = None,
           programme: str = PROGRAMME.id) -> list[Stated]:
    """Every count that is stated of a jobcenter's month, now or as it was at a moment; by measure."""
    figure, upload = columns_of(Figure), columns_of(Upload)
    counts = facts.standing(programme=programme) if at is None else and_(facts.own(programme), facts.counted_at(at))
    newest = (select(figure.jobcenter, figure.month, figure.measure, func.max(figure.upload_id).label("upload_id"))
              .join(Upload, upload.id == figure.upload_id)
              .where(counts, figure.jobcenter == jobcenter, figure.month == month)
              .group_by(figure.jobcenter, figure.month, figure.measure)).subquery()
    rows = session.connection().execute(_stated_by(newest, figure.measure).order_by(figure.measure))
    return [(measure, value, mark) for measure, value, mark in rows]


def newest_of(session: Session, jobcenter: str, month: date, *, programme: str = PROGRAMME.id) -> Approval | None:
    """The newest approval of a jobcenter's month; None where it was withdrawn, or there has been none."""
    ids = [row[0] for row in _rows(session, None, programme, col(Approval.jobcenter) == jobcenter,
                                   col(Approval.month) == month)]
    return session.get(Approval, ids[0]) if ids else None


def next_moment(session: Session, *, programme: str = PROGRAMME.id) -> datetime:
    """Now; later than every upload and every undoing that counts now, though the clock was put back since (UTC)."""
    table = columns_of(Upload)
    known = session.connection().execute(select(func.max(table.received_at), func.max(table.undone_at))
                                         .where(facts.own(programme))).one()
    return max([datetime.now(UTC), *(each + timedelta(microseconds=1) for each in known if each is not None)])


def withdraw_invented(session: Session, *, by: str, subject: str, at: datetime, programme: str = PROGRAMME.id) -> None:
    """Withdraw every approval that stands of figures of which the sample stated any."""
    table, approval = columns_of(Upload), columns_of(Approval)
    invented = select(approval.id).join(Figure, _of_its_month()).join(Upload, table.id == columns_of(Figure).upload_id)
    ids = set(session.connection().execute(invented.where(
        table.source == "sample", facts.own(programme), facts.counted_at(approval.recorded_at))).scalars())
    session.add_all(ApprovalWithdrawal(approval_id=row[0], withdrawn_at=at, withdrawn_by=by, withdrawn_subject=subject)
                    for row in _rows(session, None, programme) if row[0] in ids)
    session.flush()


def approvals(session: Session, *, as_of: date | None = None,
              programme: str = PROGRAMME.id) -> Annotated[pd.DataFrame, APPROVALS]:
    """The approvals that stand, now or as they did at the end of a day."""
    return approvals_of(approval_rows(session, as_of=as_of, programme=programme))


def approval_rows(session: Session, *, as_of: date | None = None, programme: str = PROGRAMME.id) -> ApprovalRows:
    """What ``approvals`` is made of, as the tables have it."""
    rows = _rows(session, as_of, programme)
    return ApprovalRows(rows, fetched(session, _approved([row[0] for row in rows], programme)) if rows else [])


def approvals_of(rows: ApprovalRows) -> Annotated[pd.DataFrame, APPROVALS]:
    """The frame of ``approvals``."""
    stood: defaultdict[int, list[list[Any]]] = defaultdict(list)
    for number, *stated in rows.stood:
        stood[number].append(stated)
    found = [(*row, stood[row[0]]) for row in rows.approvals]
    return pd.DataFrame(found, columns=APPROVALS.names, dtype=object) if found else APPROVALS.empty()


def _rows(session: Session, as_of: date | None, programme: str, *where: ColumnElement[bool]) -> Rows:
    """The newest approval of every month, COLUMNS; not those that were withdrawn by then."""
    approval, withdrawal = columns_of(Approval), columns_of(ApprovalWithdrawal)
    known = [approval.programme == programme, *where]
    gone: ColumnElement[bool] = withdrawal.withdrawn_at.is_not(None)
    if as_of is not None:
        known.append(approval.recorded_at < facts.end_of(as_of))
        gone = and_(gone, withdrawal.withdrawn_at < facts.end_of(as_of))
    newest = select(func.max(approval.id)).where(*known).group_by(approval.jobcenter, approval.month)
    query = (select(approval.id, approval.jobcenter, approval.month, approval.recorded_at, approval.recorded_by,
                    approval.digest)
             .join(ApprovalWithdrawal, withdrawal.approval_id == approval.id, isouter=True)
             .where(approval.id.in_(newest), or_(~gone, withdrawal.withdrawn_at.is_(None)))
             .order_by(approval.jobcenter, approval.month))
    return fetched(session, query)


def _approved(ids: list[int], programme: str) -> Select:
    """(approval, measure, value, mark) of what counted at the moment of each."""
    approval, figure, upload = columns_of(Approval), columns_of(Figure), columns_of(Upload)
    newest = (select(approval.id.label("approval"), figure.jobcenter, figure.month, figure.measure,
                     func.max(figure.upload_id).label("upload_id"))
              .join(Figure, _of_its_month()).join(Upload, upload.id == figure.upload_id)
              .where(approval.id.in_(ids), facts.own(programme), facts.counted_at(approval.recorded_at))
              .group_by(approval.id, figure.jobcenter, figure.month, figure.measure)).subquery()
    return _stated_by(newest, newest.c.approval, figure.measure).order_by(newest.c.approval, figure.measure)


def _of_its_month() -> ColumnElement[bool]:
    approval, figure = columns_of(Approval), columns_of(Figure)
    return and_(figure.jobcenter == approval.jobcenter, figure.month == approval.month)


def _stated_by(newest: Any, *names: Any) -> Select:
    """Names, value and mark of the counts that ``newest`` names the uploads of; not those that were taken back."""
    figure = columns_of(Figure)
    same = and_(*(figure[name] == newest.c[name] for name in ("jobcenter", "month", "measure", "upload_id")))
    return (select(*names, figure.value, figure.mark).join(newest, same)
            .where(figure.text.is_(None), func.coalesce(figure.mark, "") != "missing"))
