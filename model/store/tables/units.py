"""The table of jobcenters that close, or are merged into another, before the campaign does."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class UnitClosing(SQLModel, table=True):
    """The last month a jobcenter takes part in; every decision is a row of its own, a jobcenter's newest holds.

    last_month: None says that it goes on after all. receiver: the jobcenter that it is merged into.
    """

    __tablename__ = "unit_closing"
    __table_args__ = (
        CheckConstraint("receiver IS NULL OR (last_month IS NOT NULL AND receiver <> jobcenter)", name="known_merger"),
    )
    id: int | None = Field(default=None, primary_key=True)
    jobcenter: str = Field(foreign_key="jobcenter.code", index=True)
    last_month: date | None = None
    receiver: str | None = Field(default=None, foreign_key="jobcenter.code")
    reason: str
    recorded_at: datetime
    recorded_by: str
