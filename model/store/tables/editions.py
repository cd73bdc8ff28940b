"""The tables of what the public has been told. Rows are added and never changed; a withdrawal is a row of its own."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from model.store.tables.base import WITHOUT_ROWID, OfProgramme


class PublishedEdition(OfProgramme, table=True):
    """One edition of a month. ``number`` counts a programme's from 1; ``sample``: invented figures are in it."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("programme", "number", name="one_edition_a_number"),
                      CheckConstraint("number > 0", name="number_from_one"))
    id: int | None = Field(default=None, primary_key=True)
    number: int
    month: date
    made_at: datetime
    made_by: str
    note: str = ""
    sample: bool = False
    content: dict = Field(sa_column=Column(JSON, nullable=False), description=(
        "what is told beside the counts: rules, units, lines, targets, breaks, course days, centres"))


class EditionCell(SQLModel, table=True):
    """One number that an edition tells for the first time or anew; ``value`` NULL: said to be withheld.

    units: codes with commas between. first, last: the months that are counted.
    """

    __tablename__ = "edition_cell"
    __table_args__ = (CheckConstraint("value >= 0", name="count_not_negative"),
                      CheckConstraint("scope IN ('unit', 'line', 'whole')", name="known_scope"), WITHOUT_ROWID)
    edition_id: int = Field(primary_key=True, foreign_key="edition.id")
    scope: str = Field(primary_key=True)
    units: str = Field(primary_key=True)
    measure: str = Field(primary_key=True)
    first: date = Field(primary_key=True)
    last: date = Field(primary_key=True)
    value: int | None = None


class EditionWithdrawal(SQLModel, table=True):
    """That an edition is not shown any more, and why. What it told stays known."""

    __tablename__ = "edition_withdrawal"
    edition_id: int = Field(primary_key=True, foreign_key="edition.id")
    withdrawn_at: datetime
    withdrawn_by: str
    reason: str


class EditionMissing(OfProgramme, table=True):
    """That an edition was published which a restored copy of the database does not know.

    Nothing is published until it is read back: what it told is known, and would be told anew in another way.
    """

    __tablename__ = "edition_missing"
    programme: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    month: date
