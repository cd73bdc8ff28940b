"""A dataset that the product knows nothing of: meetings of employers' networks, declared in this one file."""

from datetime import date

import pytest
from sqlalchemy import JSON, Column, Engine, MetaData
from sqlmodel import Field, SQLModel

from model.intake.datasets import declaration
from model.intake.datasets.datasets import DATASETS
from model.intake.datasets.declaration import Dataset, Noun, Spoken
from model.intake.datasets.shared import JOBCENTER
from model.store.tables.base import WITHOUT_ROWID
from model.store.tables.typed import table_of


class Apart(SQLModel):
    """A table of its own world: no other test's database has it."""

    metadata = MetaData()


class NetworkMeeting(Apart, table=True):
    """One meeting of a jobcenter's network: who was invited and came, what kind it was, and its theme."""

    __tablename__ = "network_meeting"
    __table_args__ = (WITHOUT_ROWID,)
    jobcenter: str = Field(primary_key=True, max_length=3)
    held_on: date = Field(primary_key=True)
    upload_id: int = Field(primary_key=True)
    invited: int | None = None
    came: int | None = None
    form: str | None = None
    theme: str | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False))


MEETINGS = Dataset(
    "netvaerksmoeder", "Netværksmøder", NetworkMeeting, rules="tests.model.intake.newcomer.rules",
    keys=(JOBCENTER, declaration.Column("moededato", "Mødedato", "date", "held_on", ("mødet holdt", "dato for møde"))),
    fields=(declaration.Column("inviterede", "Inviterede virksomheder", "count", "invited", ("inviterede",),
                               things=True),
            declaration.Column("fremmoedte", "Fremmødte virksomheder", "count", "came", ("fremmødte",),
                               part_of="inviterede", said="fremmødte virksomheder"),
            declaration.Column("moedeform", "Mødeform", "choice", "form", ("form",),
                               {"fysisk": ("fysisk møde",), "telefon": ("telefonmøde", "pr telefon")}),
            declaration.Column("tema", "Mødets tema", "text", "theme", ("tema",), longest=80)),
    spoken=Spoken(named=("netvaerk",), subject=("netvaerk",)), noun=Noun("svar", "svar", "nyt", "det", "svarene"),
    twice="Er det to møder på en dag, så læg tallene sammen på én række: {}.")


def declare(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the house the dataset as a new one is given: a line in the register, and a table."""
    monkeypatch.setitem(DATASETS, MEETINGS.name, MEETINGS)
    table_of(MEETINGS.table).create(engine)
