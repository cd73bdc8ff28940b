"""Current and as-of values of the record tables: courses, hotline, counselling and centres.

A record's row says only what one upload stated, so each column is the one last stated by an upload that stands. That
is what makes a file of attendance leave registrations alone, and an undo give back exactly what stood before.
"""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Annotated, Any

import numpy as np
import pandas as pd
from sqlalchemy import Column, ColumnElement, Date, Integer, String, and_, cast, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from model.basics import frames
from model.basics.frames import Schema, count, date_of, day, number, numeric, text
from model.programmes.current import PROGRAMME
from model.store import facts
from model.store.tables.activities import CourseDay, CourseDayEvent
from model.store.tables.base import Upload
from model.store.tables.typed import Rows, columns_of, fetched

MARKS = {"missing": "\0missing", "hidden": "\0hidden"}  # no text can be one: control characters are refused
UNMARKED = (None, "{}", "null")  # what the column of marks says where there is none
KINDS = ((Integer, count), (Date, day))  # of a table's column; every other is a text
COURSE_DAYS = Schema("one course day of the plan, in the order they are held", (
    text("kind", "kursus | mentor"), number("run", "the course's or the mentor course's own number"),
    number("day", "of the run, from 1"), date_of("held_on", "the day it is planned for"), text("title", "its subject"),
    text("venue", "where"), number("most", "persons from one jobcenter; of a mentor course in the whole run"),
    numeric("least", "persons a mentor course needs"),
    number("revision", "how often something was said of what became of the day, or taken back; it only grows")),
    index=(text("code", "``K3``, ``M1-2``"),))

CourseDayRows = tuple[Rows, Counter[str]]


def keys(table: type[SQLModel]) -> list[str]:
    """The natural key's columns."""
    return [c.name for c in columns_of(table) if c.primary_key and c.name != "upload_id"]


def values(table: type[SQLModel]) -> list[str]:
    """The columns that hold what is stated."""
    return [c.name for c in columns_of(table) if not c.primary_key and c.name != "marks"]


def records(session: Session, table: type[SQLModel], *, as_of: date | None = None,
            counting: ColumnElement[bool] | None = None, programme: str = PROGRAMME.id) -> pd.DataFrame:
    """The records that stand, as ``schema(table)`` has them. ``counting``: another rule for which uploads count."""
    columns = [cast(c, String) if c.name == "marks" else c for c in columns_of(table)]  # few rows have any
    rule = facts.standing(as_of, programme) if counting is None else and_(facts.own(programme), counting)
    query = (select(*columns).join(Upload, col(Upload.id) == columns_of(table).upload_id).where(rule)
             .order_by(*(c for c in columns_of(table) if c.primary_key)))
    rows = session.connection().execute(query).fetchall()
    return _typed(_last_stated(rows, table), table) if rows else schema(table).empty()


@cache
def schema(table: type[SQLModel]) -> Schema:
    """What ``records`` gives of a table: its key, upload_id (the newest that states anything of the record), and every
    value with ``<value>_mark``: hidden (withheld) | missing (taken back).
    """
    columns: list[frames.Column] = []
    for column in columns_of(table):
        if column.name == "marks":
            continue
        made = next((kind for of, kind in KINDS if isinstance(column.type, of)), text)
        columns.append(made(column.name, f"as ``{table.__name__}`` has it"))
        if not column.primary_key:
            columns.append(text(f"{column.name}_mark", "why it has no value: hidden | missing"))
    return Schema(f"one record of ``{table.__name__}`` that stands, by its natural key", tuple(columns))


def course_days(session: Session, *, as_of: date | None = None,
                programme: str = PROGRAMME.id) -> Annotated[pd.DataFrame, COURSE_DAYS]:
    """The plan's course days as they are known by the end of ``as_of``."""
    return course_days_of(course_day_rows(session, as_of=as_of, programme=programme))


def course_day_rows(session: Session, *, as_of: date | None = None, programme: str = PROGRAMME.id) -> CourseDayRows:
    """What ``course_days`` is made of: the days, and how often something was said of each by the end of ``as_of``."""
    table = columns_of(CourseDay)
    query = select(*_planned()).where(table.programme == programme).order_by(table.held_on)
    return fetched(session, query), _revisions(session, as_of, programme)


def course_days_of(rows: CourseDayRows) -> Annotated[pd.DataFrame, COURSE_DAYS]:
    """The frame of ``course_days``."""
    days, revisions = rows
    cells = {c.name: [row[at] for row in days] for at, c in enumerate(_planned())}
    codes = cells.pop("code")
    return pd.DataFrame(cells | {"revision": [revisions[code] for code in codes]}, index=pd.Index(codes, name="code"))


def _planned() -> list[Column[Any]]:
    return [c for c in columns_of(CourseDay) if c.name != "programme"]


def _revisions(session: Session, as_of: date | None, programme: str) -> Counter[str]:
    limit = None if as_of is None else facts.end_of(as_of)
    said = session.exec(select_rows(CourseDayEvent.course_day, Upload.received_at, Upload.undone_at)
                        .join(Upload, col(Upload.id) == col(CourseDayEvent.upload_id))
                        .where(facts.own(programme))).all()
    return Counter(code for code, *moments in said for moment in moments
                   if moment is not None and (limit is None or moment < limit))


def course_day_name(course_days: pd.DataFrame, code: str) -> str:
    """``Kursusdag 3``, ``Mentorkursus 1, dag 2``. Raises KeyError for a code the plan does not have."""
    day = course_days.loc[code]
    return f"Kursusdag {code[1:]}" if day["kind"] == "kursus" else f"Mentorkursus {day['run']}, dag {day['day']}"


def _last_stated(rows: Sequence[Any], table: type[SQLModel]) -> list[list[Any]]:
    """One row per key, ordered by it, with each column as it was last stated, marks included as their sentinels.

    rows: in the order of their uploads within a key. In plain lists: a frame of them would be grouped column by column.
    """
    names = [c.name for c in columns_of(table)]
    key_of = itemgetter(*(names.index(name) for name in keys(table)))
    at, marks = {name: place for place, name in enumerate(names)}, names.index("marks")
    found: dict[Any, list[Any]] = {}
    for row in rows:
        stands = found.setdefault(key_of(row), [None] * len(names))
        for place, cell in enumerate(row):
            if cell is not None:
                stands[place] = cell
        if row[marks] not in UNMARKED:
            for column, mark in json.loads(row[marks]).items():
                stands[at[column]] = MARKS[mark]
    return [found[key] for key in sorted(found)]


def _typed(found: list[list[Any]], table: type[SQLModel]) -> pd.DataFrame:
    spelt = {sentinel: mark for mark, sentinel in MARKS.items()}
    made: dict[str, Any] = {}
    for column, cells in zip(columns_of(table), zip(*found, strict=True), strict=True):
        if column.name == "marks":
            continue
        said = [spelt.get(cell) if isinstance(cell, str) else None for cell in cells]
        made[column.name] = typed([None if mark else cell for cell, mark in zip(cells, said, strict=True)], column.type)
        if not column.primary_key:
            made[f"{column.name}_mark"] = pd.Series(said, dtype=object)
    return pd.DataFrame(made)


def typed(cells: list[Any], kind: Any) -> Any:
    """A column of plain values in the type its table column asks for."""
    if isinstance(kind, Integer):
        return pd.array(cells, dtype="Int64")
    if isinstance(kind, Date):
        return pd.Series(np.array(cells, dtype="datetime64[us]"))
    return pd.Series(cells, dtype=object)
