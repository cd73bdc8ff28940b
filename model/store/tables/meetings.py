"""The tables of what people agree and tell: dialogue meetings, agreements with their status by date, good stories.

What is invented carries the number of the sample it came with, and goes with it.
"""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index, LargeBinary, text
from sqlmodel import Field, SQLModel

from model.store.tables.base import OfProgramme

REAL = "withdrawn_at IS NULL AND sample_id IS NULL"

DRAFT, PUBLISHED, WITHDRAWN = STORY_STATES = ("kladde", "udgivet", "trukket")


class WrittenSample(OfProgramme, table=True):
    """One load of the invented meetings and stories; »Fjern eksempeldata« withdraws it by a mark, deleting nothing."""

    __tablename__ = "written_sample"
    __table_args__ = (CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn_complete"),)
    id: int | None = Field(default=None, primary_key=True)
    loaded_at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


class DialogueMeeting(OfProgramme, table=True):
    """One meeting with one jobcenter, or one project of a programme beside the shown one, on one day; closed, it keeps
    all that was shown.

    month: of the figures that were shown, kept on closing; of a project the month it was held in. figures: the whole
    agenda as data. document: the minutes' bytes. A meeting that came to nothing is withdrawn by a mark; the same day
    may then be used again. sample_id: the sample it was invented for, None for a real one, whose day an invented one
    never takes.
    """

    __tablename__ = "dialogue_meeting"
    __table_args__ = (
        CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (document IS NULL)"
                        " AND (closed_at IS NULL) = (figures IS NULL) AND (closed_at IS NULL) = (month IS NULL)",
                        name="closed_complete"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn_complete"),
        CheckConstraint("withdrawn_at IS NULL OR closed_at IS NULL", name="closed_stays"),
        CheckConstraint("(jobcenter IS NULL) <> (project IS NULL)", name="of_one"),
        *(Index(name, "programme", unit, "held_on", unique=True, sqlite_where=text(REAL), postgresql_where=text(REAL))
          for name, unit in (("one_meeting_a_day", "jobcenter"), ("one_project_meeting_a_day", "project"))),
    )
    id: int | None = Field(default=None, primary_key=True)
    jobcenter: str | None = Field(default=None, foreign_key="jobcenter.code", max_length=3)
    project: str | None = Field(default=None, max_length=120)
    held_on: date
    opened_at: datetime
    opened_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    month: date | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    figures: dict | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    document: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    sample_id: int | None = Field(default=None, foreign_key="written_sample.id")

    @property
    def unit(self) -> str:
        """Whom it is with: the jobcenter's code or the project's name."""
        return self.jobcenter or self.project or ""


class MeetingNote(SQLModel, table=True):
    """The notes of a meeting as they were last written; every version is a row, the newest holds."""

    __tablename__ = "meeting_note"
    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="dialogue_meeting.id", index=True)
    text: str
    recorded_at: datetime
    recorded_by: str


class MeetingDetail(SQLModel, table=True):
    """Who took part in a meeting and the day of the next, as last written; every version is a row, the newest holds."""

    __tablename__ = "meeting_detail"
    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="dialogue_meeting.id", index=True)
    participants: str
    next_on: date | None = None
    recorded_at: datetime
    recorded_by: str


class Confirmation(SQLModel, table=True):
    """That the jobcenter has confirmed its figures up to ``month`` before a meeting, and which; the newest holds."""

    __tablename__ = "confirmation"
    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="dialogue_meeting.id", index=True)
    month: date
    figures: list = Field(sa_column=Column(JSON, nullable=False), description="month, measure, value, mark of each")
    recorded_at: datetime
    recorded_by: str


class Agreement(SQLModel, table=True):
    """What was agreed at a meeting: what, which function does it, and by when. Its text never changes.

    replaces: the agreement this one mends; made before the meeting is closed, it stands in the other's place, made
    later, it stands beside it. An agreement of an open meeting that came to nothing is withdrawn by a mark.
    """

    __tablename__ = "agreement"
    __table_args__ = (CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn_complete"),)
    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="dialogue_meeting.id", index=True)
    text: str
    responsible: str
    due: date
    recorded_at: datetime
    recorded_by: str
    replaces: int | None = Field(default=None, foreign_key="agreement.id")
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


class AgreementStatus(SQLModel, table=True):
    """How far an agreement was on a day. The newest day holds, and of two on one day the one written last."""

    __tablename__ = "agreement_status"
    __table_args__ = (CheckConstraint("status IN ('aftalt', 'i gang', 'opfyldt', 'bortfaldet')", name="known_status"),)
    id: int | None = Field(default=None, primary_key=True)
    agreement_id: int = Field(foreign_key="agreement.id", index=True)
    status: str
    on: date
    note: str = ""
    recorded_at: datetime
    recorded_by: str


class Story(OfProgramme, table=True):
    """A good story as it was last written; every version is a row of its own, the newest of a number holds.

    state: kladde (draft), udgivet (published) or trukket (withdrawn). Without a jobcenter and a project (of a programme
    beside the shown one) it is of all of them.
    sample_id: the sample this version was invented for.
    """

    __tablename__ = "story"
    __table_args__ = (CheckConstraint("state IN ('kladde', 'udgivet', 'trukket')", name="known_state"),)
    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(index=True)
    jobcenter: str | None = Field(default=None, foreign_key="jobcenter.code", max_length=3)
    project: str | None = None
    title: str
    description: str
    partners: str = ""
    theme: str = ""
    state: str
    recorded_at: datetime
    recorded_by: str
    sample_id: int | None = Field(default=None, foreign_key="written_sample.id")
