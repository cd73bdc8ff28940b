"""Databases of earlier revisions, filled as people filled them then."""

from datetime import UTC, date, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, TableClause, column, insert, inspect, table
from sqlmodel import Session, SQLModel, select

from model.store import database
from model.store.tables.base import Campaign, DataVersion, Figure, Jobcenter, Target, Upload

MARCH = date(2010, 3, 1)


def upgraded(engine: Engine, revision: str) -> None:
    """Give the database the schema of that revision, from whatever it has."""
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


LATER = {"corrections", "mended", "left_out", "programme"}  # columns that came after the first revision


def as_then(kind: type[SQLModel]) -> TableClause:
    """A table with the columns it has had from the first."""
    return table(kind.__tablename__, *(column(c.name, c.type) for c in kind.__table__.c if c.name not in LATER))


def put(session: Session, *rows: SQLModel) -> None:
    """Rows as they were written before there were those columns."""
    for row in rows:
        session.execute(insert(as_then(type(row))).values(row.model_dump(exclude=LATER, exclude_none=True)))


FIRST_UPLOAD = as_then(Upload)


def at_revision(any_engine: Engine, tmp_path: Path, revision: str, *rows: SQLModel) -> Engine:
    """A database of its own with the schema of a revision, and these rows in it."""
    found = any_engine
    if any_engine.dialect.name == "sqlite":
        found = database.create(f"sqlite:///{tmp_path}/{revision}.db")
    else:
        with any_engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
    upgraded(found, revision)
    with Session(found) as session:
        put(session, *rows)
        session.commit()
    return found


def used(engine: Engine) -> None:
    """Two uploads, the later with a correction and a mark, and a target somebody has recorded."""
    said = [(("779", 40, None), ("665", 21, None)), (("779", 44, None), ("665", None, "hidden"))]
    with database.write(engine) as session:
        for number, figures in enumerate(said):
            told = {"dataset": "maanedstal", "source": "file", "file_name": f"{number}.csv", "sha256": f"{number:064d}",
                    "content": b"x", "received_at": datetime(2010, 4, 10 + number, tzinfo=UTC), "received_by": "prøve",
                    "reasons": "", "counts": {"new": 2}, "problems": [], "without": []}
            upload = session.execute(insert(FIRST_UPLOAD).values(told).returning(FIRST_UPLOAD.c.id)).scalar_one()
            session.add_all(Figure(jobcenter=code, month=MARCH, measure="virksomhedsaktivering_i_alt", value=value,
                                   mark=mark, upload_id=upload) for code, value, mark in figures)
        put(session, Target(part="share", scope="regional", value=18, valid_from=MARCH, source="aftale",
                            reason="prøve", recorded_at=datetime(2010, 4, 12, tzinfo=UTC), recorded_by="prøve"))


def everything(engine: Engine) -> list[object]:
    """All that the first revision's tables hold, as values to compare."""
    with Session(engine) as session:
        return [dict(row) for kind in (DataVersion, Campaign, Jobcenter, Target, Upload, Figure)
                for row in session.execute(select(as_then(kind)).order_by(
                    *(column(key.name) for key in inspect(kind).primary_key))).mappings()]
