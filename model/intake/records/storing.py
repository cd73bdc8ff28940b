"""Records into the tables, and what an upload of records changed or an undo of it would."""

import json
from collections.abc import Collection
from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Date, Integer, and_, insert, or_
from sqlmodel import Session, col

from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import Dataset
from model.intake.datasets.register import DATASETS
from model.intake.records import background, laying, telling
from model.intake.records.background import Background
from model.intake.records.rows import plain
from model.store import record_facts
from model.store.tables.base import Upload
from model.store.tables.typed import columns_of, table_of


def rows(changes: pd.DataFrame, dataset: Dataset) -> list[dict[str, Any]]:
    """Table rows of a report's changes: one per record, with what it states and nothing else."""
    made = []
    for record, lines in groupby(changes.to_dict("records"), key=lambda line: line["record"]):
        row: dict[str, Any] = {"marks": {}}
        for part, value in zip(dataset.keys, json.loads(record), strict=True):
            row[part.column] = _stored(dataset, part.column, value)
        for line in lines:
            part = dataset.field(line["measure"])
            if part in dataset.keys:
                continue
            if line["mark"]:
                row["marks"][part.column] = line["mark"]
            else:
                stated = line["text"] if pd.isna(line["value"]) else int(line["value"])
                row[part.column] = _stored(dataset, part.column, stated)
        made.append(row)
    return made


def _stored(dataset: Dataset, column: str, value: Any) -> Any:
    kind = columns_of(dataset.table)[column].type
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return int(value) if isinstance(kind, Integer) else value


def save(session: Session, changes: pd.DataFrame, dataset: Dataset, upload_id: int) -> None:
    """Every stated record as a row of this upload."""
    of_day = changes["measure"].isin([part.name for part in dataset.of_day])
    for kind, said in ((dataset, changes[~of_day]), (COURSE_DAYS, changes[of_day])):
        table = table_of(kind.table)
        empty = dict.fromkeys(c.name for c in table.c)
        found = [empty | row | {"upload_id": upload_id} for row in rows(said, kind)]
        if found:
            session.connection().execute(insert(table), found)


def upload_changes(session: Session, upload: Upload) -> pd.DataFrame:
    """The values the upload made new or changed, against what stood when it was received; as ``laying.changes``."""
    stood = or_(col(Upload.undone_at).is_(None), col(Upload.undone_at) > upload.received_at)
    before = and_(col(Upload.id) < upload.id, stood)
    return _between(session, upload.dataset, before, or_(before, col(Upload.id) == upload.id))


def undo_changes(session: Session, dataset: str, ids: Collection[int]) -> pd.DataFrame:
    """The values that would be different without these uploads; what would be gone has the mark ``missing``."""
    standing = col(Upload.undone_at).is_(None)
    return _between(session, dataset, standing, and_(standing, col(Upload.id).not_in(list(ids))))


def _between(session: Session, name: str, before: ColumnElement[bool], after: ColumnElement[bool]) -> pd.DataFrame:
    """Every value that differs between two states of a dataset; kind is new, changed or removed."""
    dataset = DATASETS[name]
    known = background.load(session, dataset, today=date.max)
    lines = [line for kind in (dataset, *((COURSE_DAYS,) if dataset.of_day else ()))
             for line in _lines(session, kind, known, before, after)]
    return laying.framed([line for line in lines if line["kind"] is not None])


def _lines(session: Session, dataset: Dataset, known: Background, before: ColumnElement[bool],
           after: ColumnElement[bool]) -> list[dict[str, Any]]:
    old, new = (_by_key(record_facts.records(session, dataset.table, counting=rule), dataset)
                for rule in (before, after))
    lines = []
    for key in dict.fromkeys([*old, *new]):
        was, now = old.get(key, {}), new.get(key, {})
        said = telling.label(dataset, was or now, known)
        lines += [_line(dataset, key, said, part.name, _cell(part, was), _cell(part, now)) for part in dataset.fields]
        if dataset.bare and bool(was) != bool(now):
            last = dataset.keys[-1]
            lines.append(_line(dataset, key, said, last.name, _cell(last, was), _cell(last, now)))
    return lines


def _by_key(frame: pd.DataFrame, dataset: Dataset) -> dict[tuple[Any, ...], dict[str, Any]]:
    return {tuple(plain(row[p.column]) for p in dataset.keys): {k: plain(v) for k, v in row.items()}
            for row in frame.to_dict("records")}


def _cell(part: Any, row: dict[str, Any]) -> tuple[int | None, str | None, str | None]:
    return laying.cell(part, row) if row else (None, None, None)


def _line(dataset: Dataset, key: tuple[Any, ...], said: str, measure: str,
          was: tuple[Any, Any, Any], now: tuple[Any, Any, Any]) -> dict[str, Any]:
    nothing = (None, None, None)
    kind = None if was == now else "new" if was == nothing else "removed" if now == nothing else "changed"
    place = next((value for part, value in zip(dataset.keys, key, strict=True) if part.kind == "jobcenter"), None)
    stated = (None, "missing", None) if kind == "removed" else now
    return dict(zip(("value", "mark", "text", "old_value", "old_mark", "old_text"), (*stated, *was), strict=True)) | {
        "kind": kind, "record": laying.key_of(key), "said": said, "measure": measure, "jobcenter": place,
        "column": dataset.field(measure).heading}
