"""Taking the sample data away: what is invented, and what was typed in a form about that and about nothing else."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Exists, Table, and_, exists, select
from sqlmodel import Session, SQLModel, col

from model.access.viewer import Viewer
from model.intake.datasets.datasets import DATASETS
from model.intake.undoing import undo_many
from model.programmes.current import LEDGER
from model.store import approval_facts, database, edition_facts, facts, record_facts, written_samples
from model.store.once import Once
from model.store.tables.base import Upload
from model.store.tables.typed import table_of

REAL = ("file", "api")
GONE = "eksempeldata er fjernet"


def remove_sample(engine: Engine, ids: Collection[int], *, reason: str, viewer: Viewer, seen: int | None = None,
                  once: Once | None = None) -> None:
    """Take back these uploads and withdraw the invented meetings, stories and editions, and what was approved of
    invented figures, in one transaction.

    Raises as ``undo``.

    What has been written in an invented meeting or story goes with it.
    """
    with database.readable(), engine.begin() as connection:
        undo_many(connection, ids, reason=reason, viewer=viewer, seen=seen, once=once)
        with database.write(connection) as session:
            written_samples.withdraw(session, by=viewer.function)
            approval_facts.withdraw_invented(session, by=viewer.function, subject=viewer.subject, at=datetime.now(UTC))
            edition_facts.withdraw_invented(session, by=viewer.function, reason=GONE, at=datetime.now(UTC))


def corrections_of_sample(session: Session) -> list[int]:
    """Ids of standing uploads from a form of which the sample states every key and no file does, oldest first."""
    return sorted(upload_id for kind in DATASETS.values() for upload_id in _of_table(session, kind.table))


def _of_table(session: Session, table: type[SQLModel]) -> list[int]:
    rows, keys = table_of(table), record_facts.keys(table)
    own = rows.alias("own").c
    invented = and_(_stated(rows, own, keys, "sample"), ~_stated(rows, own, keys, *REAL)).label("invented")
    query = (select(own.upload_id, invented).join(Upload, col(Upload.id) == own.upload_id)
             .where(facts.standing(), col(Upload.source) == "form").order_by(own.upload_id))
    found: dict[int, bool] = {}
    for upload_id, is_invented in session.connection().execute(query):
        found[upload_id] = found.get(upload_id, True) and bool(is_invented)
    return [upload_id for upload_id, is_invented in found.items() if is_invented]


def _stated(table: Table, own: Any, keys: Sequence[str], *sources: str) -> Exists:
    """Whether a standing upload from one of the sources states the same key."""
    other = table.alias("other").c
    upload = table_of(Upload).alias("source").c
    return exists().where(*(other[key] == own[key] for key in keys), upload.id == other.upload_id,
                          upload.programme.in_(LEDGER), upload.source.in_(sources), upload.undone_at.is_(None))
