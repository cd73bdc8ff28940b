"""The table of reminders: that somebody has asked a jobcenter for a month's figures."""

from datetime import date, datetime

from sqlmodel import Field

from model.store.tables.base import OfProgramme


class Reminder(OfProgramme, table=True):
    """That a jobcenter was reminded of a month, on the day it was written and by who wrote it. It never changes.

    withdraws: the reminder that this line takes back, of the same jobcenter and month; such a line is none itself.
    """

    __tablename__ = "reminder"
    id: int | None = Field(default=None, primary_key=True)
    jobcenter: str = Field(foreign_key="jobcenter.code", max_length=3)
    month: date
    withdraws: int | None = Field(default=None, foreign_key="reminder.id", unique=True)
    recorded_at: datetime
    recorded_by: str
