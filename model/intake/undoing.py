"""Taking a whole upload back: a mark, never a deletion, and what it does to the figures."""

from collections.abc import Collection
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import ColumnElement, Engine, String, Subquery, and_, func, or_, select, type_coerce
from sqlmodel import Session, col

from model.access import log, rights
from model.access.log import Act
from model.access.rights import Action
from model.access.viewer import Viewer
from model.basics.formatting import moment
from model.basics.free_text import cleaned
from model.intake.checks import changes
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.monthly_figures import MAANEDSTAL
from model.intake.known import KEY, framed
from model.intake.records import storing
from model.intake.refusal import SaveRefused
from model.intake.saving import refuse_personal
from model.programmes.current import LEDGER
from model.store import database, facts
from model.store.database import Bind
from model.store.once import Once
from model.store.tables.base import Figure, Upload
from model.store.tables.typed import columns_of

HIGHEST = 2**31  # no database here numbers its uploads beyond a 32-bit integer


def undo(engine: Engine, upload_id: int, *, reason: str, viewer: Viewer, seen: int | None = None,
         once: Once | None = None) -> None:
    """Take back one upload. ``seen`` is the data version its effect was shown for.

    Raises SaveRefused for an unknown or already undone upload or a missing reason, and what ``database.write`` raises.
    """
    undo_many(engine, [upload_id], reason=reason, viewer=viewer, seen=seen, once=once)


def undo_many(engine: Bind, ids: Collection[int], *, reason: str, viewer: Viewer, seen: int | None = None,
              once: Once | None = None) -> None:
    """Take back several uploads in one transaction (»Fjern eksempeldata«). Raises as ``undo``."""
    rights.require(viewer, Action.UNDO)
    reason, by = cleaned(reason), cleaned(viewer.function)
    if not reason:
        raise SaveRefused("Skriv en begrundelse for at fortryde indlæsningen.")
    if not by:
        raise SaveRefused("Skriv, hvem der fortryder indlæsningen.")
    refuse_personal(by, reason)
    with database.write(engine, seen=seen, once=once) as session:
        now = datetime.now(UTC)
        for upload_id in dict.fromkeys(ids):
            upload = _standing(session, upload_id)
            upload.undone_at, upload.undone_by, upload.undone_reason = now, by, reason
            session.add(upload)
            log.add(session, viewer, Act.UNDID, about=f"nr. {upload_id}", reason=reason, at=now)


def _standing(session: Session, upload_id: int) -> Upload:
    upload = _exists(session, upload_id)
    if upload.undone_at is not None:
        raise SaveRefused(f"Indlæsning nr. {upload_id} blev allerede fortrudt {moment(upload.undone_at)} "
                          f"af {upload.undone_by}. Der er ikke ændret noget.")
    return upload


def undo_many_changes(session: Session, ids: Collection[int]) -> pd.DataFrame:
    """The values that would be different if the uploads were undone at once; of several datasets, their figures.

    Columns: jobcenter, month (datetime64), measure, value (Int64), mark, text, old_value, old_mark, old_text, kind
    (removed | changed), and of records those of ``laying.COLUMNS``. ``old_`` is what stands now; what would be gone has
    the mark ``missing``. Raises SaveRefused for an unknown upload.
    """
    datasets = {_exists(session, upload_id).dataset for upload_id in ids}
    dataset = DATASETS[datasets.pop()] if len(datasets) == 1 else MAANEDSTAL
    standing = col(Upload.undone_at).is_(None)
    return _between(session, dataset, ids, standing, and_(standing, col(Upload.id).not_in(list(ids))))


def upload_changes(session: Session, upload_id: int) -> pd.DataFrame:
    """The values the upload made new or changed, against what stood when it was received.

    Columns: as ``undo_many_changes``, kind (new | changed). Raises SaveRefused for an unknown upload.
    """
    upload = _exists(session, upload_id)
    stood = or_(col(Upload.undone_at).is_(None), col(Upload.undone_at) > upload.received_at)
    before = and_(col(Upload.id) < upload_id, stood)
    return _between(session, DATASETS[upload.dataset], [upload_id], before, or_(before, col(Upload.id) == upload_id))


def _between(session: Session, dataset: Dataset, ids: Collection[int], before: ColumnElement[bool],
             after: ColumnElement[bool]) -> pd.DataFrame:
    """What the uploads state that differs between two rules for which uploads count."""
    if not dataset.is_figures:
        return storing.between(session, dataset, before, after)
    touched = _keys(ids)
    found = changes.between(*(_topmost(session, rule, touched) for rule in (before, after)))
    return found.sort_values(KEY, ignore_index=True)


def _exists(session: Session, upload_id: int) -> Upload:
    upload = session.get(Upload, upload_id) if upload_id < HIGHEST else None
    if upload is None or upload.programme not in LEDGER:
        raise SaveRefused(f"Der er ingen indlæsning nr. {upload_id}. Find nummeret på listen over indlæsninger.")
    return upload


def _keys(ids: Collection[int]) -> Subquery:
    table = columns_of(Figure)
    return select(table.jobcenter, table.month,
                  table.measure).where(table.upload_id.in_(list(ids))).distinct().subquery()


def _topmost(session: Session, condition: ColumnElement[bool], touched: Subquery) -> pd.DataFrame:
    """For each touched key the row of the programme's highest upload that meets the condition."""
    table, own = columns_of(Figure), facts.own()
    same = and_(table.jobcenter == touched.c.jobcenter, table.month == touched.c.month,
                table.measure == touched.c.measure)
    keys = (select(table.jobcenter, table.month, table.measure, func.max(table.upload_id).label("upload_id"))
            .join(touched, same).join(Upload, col(Upload.id) == table.upload_id).where(own, condition)
            .group_by(table.jobcenter, table.month, table.measure).subquery())
    return _rows(session, and_(table.jobcenter == keys.c.jobcenter, table.month == keys.c.month,
                               table.measure == keys.c.measure, table.upload_id == keys.c.upload_id))


def _rows(session: Session, condition: ColumnElement[bool]) -> pd.DataFrame:
    table = columns_of(Figure)
    names = [*KEY, "value", "mark", "text", "upload_id"]
    query = (select(table.jobcenter, type_coerce(table.month, String), table.measure, table.value, table.mark,
                    table.text,
                    table.upload_id).where(condition).order_by(table.jobcenter, table.month, table.measure))
    return framed(session.connection().execute(query), names)
