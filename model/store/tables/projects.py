"""The tables of the programmes beside the shown one: what a project has reached by a day, and how far its points are.

Facts here are records like those of the activities: one row states what one upload said of one key.
"""

from datetime import date

from sqlalchemy import JSON, CheckConstraint, Column
from sqlmodel import Field, SQLModel

from model.store.tables.base import WITHOUT_ROWID


class ProjectResult(SQLModel, table=True):
    """How many there were of one measure in a project on a day: in all so far, where it is counted from the start."""

    __tablename__ = "project_result"
    __table_args__ = (CheckConstraint("value >= 0", name="count_not_negative"), WITHOUT_ROWID)
    project: str = Field(primary_key=True, max_length=120)
    on: date = Field(primary_key=True)
    measure: str = Field(primary_key=True, max_length=120)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    value: int | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> hidden | missing")


class PointFollowed(SQLModel, table=True):
    """How far one point of a checklist, or row of a contract, was on a day, as it was followed up."""

    __tablename__ = "point_followed"
    __table_args__ = (
        CheckConstraint("status IS NULL OR status IN ('ikke begyndt', 'i gang', 'på plads', 'hindret', 'opfyldt', "
                        "'delvist', 'ikke opfyldt')", name="known_status"),
        WITHOUT_ROWID,
    )
    project: str = Field(primary_key=True, max_length=120)
    point: str = Field(primary_key=True, max_length=120)
    on: date = Field(primary_key=True)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    status: str | None = None
    responsible: str | None = None
    plan: str | None = None
    obstacle: str | None = None
    counter_measure: str | None = None
    evidence: str | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> missing")
