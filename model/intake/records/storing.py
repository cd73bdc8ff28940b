"""Records into the tables, and what differs between two states of them."""

import json
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Date, Integer, insert
from sqlmodel import Session

from model.intake.checks import changes
from model.intake.datasets.course_days import COURSE_DAYS
from model.intake.datasets.declaration import Dataset
from model.intake.records import background, laying, record_names
from model.intake.records.background import Background
from model.intake.reference import Reference
from model.store import record_facts
from model.store.tables.typed import columns_of, table_of


def rows(stated: pd.DataFrame, dataset: Dataset) -> list[dict[str, Any]]:
    """Table rows of a report's changes: one per record, with what it states and nothing else."""
    made = []
    for record, lines in groupby(stated.to_dict("records"), key=lambda line: line["record"]):
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
                said = line["text"] if pd.isna(line["value"]) else int(line["value"])
                row[part.column] = _stored(dataset, part.column, said)
        made.append(row)
    return made


def _stored(dataset: Dataset, column: str, value: Any) -> Any:
    kind = columns_of(dataset.table)[column].type
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return int(value) if isinstance(kind, Integer) else value


def save(session: Session, stated: pd.DataFrame, dataset: Dataset, upload_id: int) -> None:
    """Every stated record as a row of this upload."""
    of_day = stated["measure"].isin([part.name for part in dataset.of_day])
    for kind, said in ((dataset, stated[~of_day]), (COURSE_DAYS, stated[of_day])):
        table = table_of(kind.table)
        empty = dict.fromkeys(c.name for c in table.c)
        found = [empty | row | {"upload_id": upload_id} for row in rows(said, kind)]
        if found:
            session.connection().execute(insert(table), found)


def between(session: Session, dataset: Dataset, before: ColumnElement[bool],
            after: ColumnElement[bool]) -> pd.DataFrame:
    """Every value that differs between two rules for which uploads count: ``laying.COLUMNS``, kind removed too."""
    known = background.load(Reference(session), dataset, today=date.max, standing=False)
    return pd.concat([_between(session, kind, known, before, after)
                      for kind in (dataset, *([COURSE_DAYS] if dataset.of_day else []))], ignore_index=True)


def _between(session: Session, dataset: Dataset, known: Background, before: ColumnElement[bool],
             after: ColumnElement[bool]) -> pd.DataFrame:
    old, new = (laying.long(record_facts.records(session, dataset.table, counting=rule), dataset)
                for rule in (before, after))
    found = changes.between(old, new, laying.KEY)
    parts = {part.name: at for at, part in enumerate((*dataset.fields, *dataset.keys))}
    order = {record: at for at, record in enumerate(dict.fromkeys([*old["record"], *new["record"]]))}
    found = found.iloc[np.lexsort((found["measure"].map(parts), found["record"].map(order)))]
    keys = {record: laying.key_in(dataset, record) for record in found["record"].unique()}
    place = next((key.column for key in dataset.keys if key.kind == "jobcenter"), "")
    return laying.framed([row | {"said": record_names.label(dataset, keys[row["record"]], known),
                                 "jobcenter": keys[row["record"]].get(place),
                                 "column": dataset.field(row["measure"]).heading} for row in found.to_dict("records")])
