"""Every kind of value comes back as it was, from either database to either, and what does not fit is refused."""

import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from model.backup.kinds import KINDS, kind_of
from model.backup.tables import RowRefused, lay, read, tables
from model.store import database

NOON = datetime(2010, 4, 12, 12, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
EVERY = sa.Table(
    "every", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("words", sa.String),
    sa.Column("on", sa.Date), sa.Column("at", UTCDateTime()), sa.Column("content", sa.LargeBinary),
    sa.Column("stated", sa.JSON(none_as_null=True)), sa.Column("is_so", sa.Boolean),
    sa.Column("price", sa.Numeric(12, 4)), sa.Column("ratio", sa.Float))
ROWS = [
    {"id": 1, "words": "", "on": date(1, 1, 1), "at": NOON, "content": b"", "stated": {"å": [1, 2.50, None]},
     "is_so": True, "price": Decimal("12.5000"), "ratio": 0.1},
    {"id": 2, "words": "null", "on": date(9999, 12, 31), "at": NOON.astimezone(UTC), "content": bytes(range(256)),
     "stated": sa.JSON.NULL, "is_so": False, "price": Decimal("-0.0001"), "ratio": 1e300},
    {"id": 3, "words": None, "on": None, "at": None, "content": None, "stated": None, "is_so": None, "price": None,
     "ratio": None},
    {"id": 4, "words": "a\nb\u2028\U0001f642\\\"", "on": date(2010, 2, 28), "at": NOON, "content": b"\x00\n",
     "stated": "", "is_so": True, "price": Decimal(0), "ratio": -0.5}]


def filled(engine):
    EVERY.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(EVERY), ROWS)
    return engine


def typed(engine):
    with engine.connect() as connection:
        values = [tuple(row) for row in connection.execute(sa.select(EVERY).order_by(EVERY.c.id))]
        of_null = sa.select(EVERY.c.id).where(sa.cast(EVERY.c.stated, sa.Text) == "null")
        return values, connection.execute(of_null).scalars().all()


def through(source, other):
    EVERY.metadata.create_all(other)
    with source.connect() as one, other.begin() as two:
        [table] = [each for each in tables(one) if each.name == "every"]
        lay(two, table, read(one, table))
    return other


def test_every_kind_of_value_comes_back(any_engine):
    source = filled(any_engine)
    with source.connect() as connection:
        [table] = [each for each in tables(connection) if each.name == "every"]
        assert {kind for _, kind in table.columns} == set(KINDS)
    assert typed(through(source, database.passing())) == typed(source)
    assert typed(source)[1] == [2]  # JSON's null is not the absence of one


@pytest.mark.postgres
def test_every_kind_of_value_passes_from_one_database_to_the_other_and_back(postgres_engine):
    source = filled(database.passing())
    assert typed(through(source, postgres_engine)) == typed(source)
    assert typed(through(postgres_engine, database.passing())) == typed(source)


@pytest.mark.postgres
def test_the_tables_are_the_same_in_both(postgres_engine, engine):
    with postgres_engine.connect() as on_a_server, engine.connect() as in_a_file:
        one, other = ({table.name: (set(table.columns), table.key) for table in tables(connection)}
                      for connection in (on_a_server, in_a_file))
    assert one == other
    assert set(one) == set(SQLModel.metadata.tables)


def test_every_column_of_ours_has_a_kind():
    assert {kind_of(column.type) if not isinstance(column.type, sa.TypeDecorator) else kind_of(column.type.impl)
            for table in SQLModel.metadata.tables.values() for column in table.columns} <= set(KINDS)
    with pytest.raises(LookupError):
        kind_of(sa.Interval())


@pytest.mark.parametrize(("column", "value"), [("words", b"bytes"), ("on", "i morgen"), ("at", "12.30"), ("is_so", 7),
                                               ("content", "text"), ("price", "ti"), ("ratio", "en halv")])
def test_a_value_that_is_not_of_its_column_s_kind_is_named_and_not_repeated(tmp_path, column, value):
    engine = filled(database.create(f"sqlite:///{tmp_path}/every.db"))
    engine.dispose()
    with sqlite3.connect(tmp_path / "every.db") as raw:
        raw.execute(f'UPDATE every SET "{column}" = ? WHERE id = 1', (value,))
    with engine.connect() as connection, pytest.raises(RowRefused, match=f"^every.{column}$"):
        list(read(connection, tables(connection)[0]))
