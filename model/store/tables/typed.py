"""A table and its columns in SQLAlchemy's own types: what SQLModel declares of a field is the type of one row's value.

A single column in a query is ``sqlmodel.col(Table.field)``; these are for whole tables and for columns by name.
"""

from typing import Any

from sqlalchemy import Column, Select, Table
from sqlalchemy.orm import class_mapper
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlmodel import Session, SQLModel

Rows = list[tuple[Any, ...]]  # as the database has them: two readings that are equal make equal frames


def table_of(kind: type[SQLModel]) -> Table:
    """The table that holds the rows of ``kind``."""
    table = class_mapper(kind).local_table
    assert isinstance(table, Table)
    return table


def columns_of(kind: type[SQLModel]) -> ReadOnlyColumnCollection[str, Column[Any]]:
    """The columns of ``kind``'s table, in their order and by name."""
    return table_of(kind).columns


def fetched(session: Session, query: Select[Any]) -> Rows:
    """What a query finds."""
    return [tuple(row) for row in session.connection().execute(query)]
