"""The table of klynger: groups of jobcenters that the employment region itself finds it fair to compare."""

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field

from model.store.tables.base import OfProgramme


class PeerGroup(OfProgramme, table=True):
    """A klynge as it was last written; every version is a row of its own, the newest of a number holds.

    jobcenters: the codes in it, sorted; an empty list says that the klynge is no more.
    """

    __tablename__ = "peer_group"
    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(index=True)
    name: str
    jobcenters: list[str] = Field(sa_column=Column(JSON, nullable=False))
    reason: str
    recorded_at: datetime
    recorded_by: str
