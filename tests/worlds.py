"""What a test finds in its database, written once: a later test that wants the same gets a copy of it."""

import hashlib
import sqlite3
from collections.abc import Callable
from functools import wraps
from itertools import count
from tempfile import TemporaryDirectory
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from model.basics import settings
from model.basics.formatting import today

P = ParamSpec("P")
R = TypeVar("R")
FOLDER, NUMBERS = TemporaryDirectory(), count()
WRITTEN: dict[tuple, tuple[sqlite3.Connection, Any]] = {}


def kept(write: Callable[Concatenate[Engine, P], R]) -> Callable[Concatenate[Engine, P], R]:
    """``write`` done once on each content of a database, with its arguments (by what they look like).

    What it wrote, moments and all, and what it returned are given to every later test that stands where it did. So
    their databases are alike, and what the pages compute of one holds for the others.
    """

    @wraps(write)
    def once(engine: Engine, *args: P.args, **kwargs: P.kwargs) -> R:
        if engine.dialect.name != "sqlite":  # only a file is copied in no time
            return write(engine, *args, **kwargs)
        with engine.connect() as connection:
            key = (write.__module__, write.__qualname__, repr((args, kwargs)), content(connection), today(),
                   configured())
        if key not in WRITTEN:
            returned = write(engine, *args, **kwargs)
            WRITTEN[key] = copied(engine), returned
        copy, returned = WRITTEN[key]
        put_back(engine, copy)
        return returned

    return once


def configured() -> str:
    """The settings, but for where the database is."""
    return settings.load().model_dump_json(exclude={"database_url"})


def copied(engine: Engine) -> sqlite3.Connection:
    """A copy of all that stands in the database."""
    copy = sqlite3.connect(f"{FOLDER.name}/{next(NUMBERS)}.db")
    with engine.connect() as connection:
        _driver(connection).backup(copy)
    return copy


def put_back(engine: Engine, copy: sqlite3.Connection) -> None:
    """Let the database be what it was when it was copied."""
    with engine.connect() as connection:
        copy.backup(_driver(connection))


def content(connection: Connection) -> str:
    """A digest of all that stands in the database."""
    return hashlib.blake2b(_driver(connection).serialize()).hexdigest()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
