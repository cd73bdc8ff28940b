"""The tables of who may do what, and of who did it. Rows are added and never changed; an end is a row of its own.

A subject is what the provider of sign-ins calls a person, in lower case. What pages show is the person's function.
"""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index
from sqlmodel import Field, SQLModel

from model.store.tables.base import OfProgramme

ROLES = ("offentlig", "jobcenter", "konsulent", "region", "drift")


class UserState(SQLModel, table=True):
    """How a user is from then on: the newest row of a subject stands. units: codes, in order; none of a role that has
    every unit, or none. email: where news go, None where there is none.
    """

    __tablename__ = "user_state"
    __table_args__ = (CheckConstraint(f"role IN ({', '.join(repr(role) for role in ROLES)})", name="known_role"),
                      CheckConstraint("subject = lower(subject)", name="subject_in_lower_case"))
    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    function: str
    role: str
    units: list = Field(sa_column=Column(JSON, nullable=False))
    email: str | None = None
    wants_news: bool = False
    active: bool = True
    reason: str
    recorded_at: datetime
    recorded_by: str
    recorded_subject: str


class SignInEnd(SQLModel, table=True):
    """That a sign-in has ended, by the nonce it was made with: whoever still has its cookie is out."""

    __tablename__ = "sign_in_end"
    nonce: str = Field(primary_key=True)
    subject: str
    ended_at: datetime


class SenderToken(OfProgramme, table=True):
    """What a program sends figures with. sha256: of the token, which is kept nowhere. units: codes, in order."""

    __tablename__ = "sender_token"
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sha256: str = Field(max_length=64, unique=True)
    function: str
    units: list = Field(sa_column=Column(JSON, nullable=False))
    recorded_at: datetime
    recorded_by: str
    recorded_subject: str


class SenderTokenEnd(SQLModel, table=True):
    """That a token is not taken any more."""

    __tablename__ = "sender_token_end"
    token_id: int = Field(primary_key=True, foreign_key="sender_token.id")
    ended_at: datetime
    ended_by: str
    ended_subject: str


class LogEntry(SQLModel, table=True):
    """Who did what, when, to what, from where and why; never a figure. unit: a code, "" where it is about no one."""

    __tablename__ = "log_entry"
    __table_args__ = (Index("log_by_moment", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    subject: str
    function: str
    action: str
    unit: str = ""
    about: str = ""
    origin: str
    reason: str = ""


class Approval(OfProgramme, table=True):
    """That a jobcenter's manager has seen and approved a month as it was. digest: of the figures approved."""

    __tablename__ = "approval"
    id: int | None = Field(default=None, primary_key=True)
    jobcenter: str = Field(foreign_key="jobcenter.code", max_length=3)
    month: date
    digest: str = Field(max_length=64)
    version: int
    recorded_at: datetime
    recorded_by: str
    recorded_subject: str


class ApprovalWithdrawal(SQLModel, table=True):
    """That an approval was taken back."""

    __tablename__ = "approval_withdrawal"
    approval_id: int = Field(primary_key=True, foreign_key="approval.id")
    withdrawn_at: datetime
    withdrawn_by: str
    withdrawn_subject: str


class NewsSent(SQLModel, table=True):
    """That somebody was sent what is new of a unit. digest: of what was said; how: a file, or by mail."""

    __tablename__ = "news_sent"
    __table_args__ = (CheckConstraint("how IN ('file', 'mail')", name="known_way"),)
    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    unit: str
    sent_at: datetime
    digest: str = Field(max_length=64)
    how: str
