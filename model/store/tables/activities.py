"""The tables of the campaign's activities: course days, mentor networks, hotline, counselling and virksomhedscentre.

Facts here are records: one row states what one upload said of one key, a column that is None was not stated, and
``marks`` says of a column that it was taken back (missing) or withheld (hidden). See ``facts.records``.
"""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from model.store.tables.base import WITHOUT_ROWID, OfProgramme


class CourseDay(OfProgramme, table=True):
    """One day of the course series or of a mentor course, from the campaign's plan, with its limits.

    ``most``: persons from one jobcenter (a course day; a whole mentor run). ``least``: persons a mentor run needs.
    """

    __tablename__ = "course_day"
    __table_args__ = (
        CheckConstraint("kind IN ('kursus', 'mentor')", name="known_kind"),
        UniqueConstraint("kind", "run", "day", name="one_day_of_a_run"),
    )
    code: str = Field(primary_key=True, max_length=8)
    kind: str
    run: int
    day: int
    held_on: date
    title: str
    venue: str
    most: int
    least: int | None = None


class CourseDayEvent(SQLModel, table=True):
    """What became of a course day that is not held as planned: aflyst, or holdes, when it is held after all."""

    __tablename__ = "course_day_event"
    __table_args__ = (CheckConstraint("event IS NULL OR event IN ('aflyst', 'holdes')", name="known_event"),
                      WITHOUT_ROWID)
    course_day: str = Field(primary_key=True, foreign_key="course_day.code", max_length=8)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    event: str | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> missing")


class Activity(OfProgramme, table=True):
    """One of the campaign's activities as the plan has it; the newest recorded row of a number holds."""

    __tablename__ = "activity"
    __table_args__ = (CheckConstraint("ends IS NULL OR starts IS NULL OR ends >= starts", name="ends_after_start"),)
    id: int | None = Field(default=None, primary_key=True)
    number: int
    title: str
    target_group: str
    responsible: str
    schedule: str
    starts: date | None = None
    ends: date | None = None
    source: str
    reason: str
    recorded_at: datetime
    recorded_by: str


class Attendance(SQLModel, table=True):
    """How many of one role a jobcenter had registered for a course day, and how many came."""

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint("role IN ('jobkonsulent', 'tovholder', 'virksomhedsmentor')", name="known_role"),
        CheckConstraint("registered >= 0 AND attended >= 0", name="counts_not_negative"),
        WITHOUT_ROWID,
    )
    course_day: str = Field(primary_key=True, foreign_key="course_day.code", max_length=8)
    jobcenter: str = Field(primary_key=True, foreign_key="jobcenter.code", max_length=3)
    role: str = Field(primary_key=True, max_length=20)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    registered: int | None = None
    attended: int | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> hidden | missing")


class Evaluation(SQLModel, table=True):
    """The evaluation forms of one course day: sent, answered, and the number of answers by score 1 to 5."""

    __tablename__ = "evaluation"
    __table_args__ = (
        CheckConstraint("sent >= 0 AND answered >= 0 AND score_1 >= 0 AND score_2 >= 0 AND score_3 >= 0"
                        " AND score_4 >= 0 AND score_5 >= 0", name="counts_not_negative"),
        WITHOUT_ROWID,
    )
    course_day: str = Field(primary_key=True, foreign_key="course_day.code", max_length=8)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    sent: int | None = None
    answered: int | None = None
    score_1: int | None = None
    score_2: int | None = None
    score_3: int | None = None
    score_4: int | None = None
    score_5: int | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> hidden | missing")


class NetworkEvent(SQLModel, table=True):
    """What one day brought of a jobcenter's mentor network: help offered or declined, a start, or a meeting.

    ``participants``: of a meeting. ``together_with``: other jobcenters that share the network, in words.
    """

    __tablename__ = "network_event"
    __table_args__ = (
        CheckConstraint("event IS NULL OR event IN ('tilbudt hjælp', 'startet', 'mødtes', 'takket nej')",
                        name="known_event"),
        CheckConstraint("participants >= 0", name="counts_not_negative"),
        WITHOUT_ROWID,
    )
    jobcenter: str = Field(primary_key=True, foreign_key="jobcenter.code", max_length=3)
    day: date = Field(primary_key=True)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    event: str | None = None
    participants: int | None = None
    together_with: str | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> hidden | missing")


class HotlineEnquiry(SQLModel, table=True):
    """One enquiry to the hotline, by its number."""

    __tablename__ = "hotline_enquiry"
    __table_args__ = (CheckConstraint("number > 0", name="number_positive"), WITHOUT_ROWID)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    asked_on: date | None = None
    jobcenter: str | None = Field(default=None, foreign_key="jobcenter.code", max_length=3)
    theme: str | None = None
    question: str | None = None
    answered_on: date | None = None
    answered_by: str | None = None
    answer: str | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> missing")


class Counselling(SQLModel, table=True):
    """The individual counselling of one jobcenter: how far it is, its dates, and the answers before the meeting.

    ``wished_on``: the day the jobcenter itself asked for it.
    """

    __tablename__ = "counselling"
    __table_args__ = (
        CheckConstraint("status IS NULL OR status IN ('ønsket', 'tilbudt', 'aftalt', 'afholdt', 'takket nej')",
                        name="known_status"),
        WITHOUT_ROWID,
    )
    jobcenter: str = Field(primary_key=True, foreign_key="jobcenter.code", max_length=3)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    status: str | None = None
    wished_on: date | None = None
    offered_on: date | None = None
    agreed_for: date | None = None
    held_on: date | None = None
    declined_on: date | None = None
    answer_a: str | None = None
    answer_b: str | None = None
    answer_c: str | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> missing")


class CentrePeriod(SQLModel, table=True):
    """One open period of a virksomhedscenter: a centre that pauses and reopens has a row for each time it opened.

    ``event`` = udgaar: the row was entered by mistake and does not count (gaelder: it does after all).
    ``generation_2_from``: the day the centre, in whichever of its periods, became one of the second generation.
    """

    __tablename__ = "centre_period"
    __table_args__ = (
        CheckConstraint("closed IS NULL OR closed >= opened", name="closed_after_opened"),
        CheckConstraint("sector IS NULL OR sector IN ('privat', 'offentlig')", name="known_sector"),
        CheckConstraint("event IS NULL OR event IN ('udgaar', 'gaelder')", name="known_event"),
        CheckConstraint("places >= 0 AND generation >= 0", name="counts_not_negative"),
        WITHOUT_ROWID,
    )
    jobcenter: str = Field(primary_key=True, foreign_key="jobcenter.code", max_length=3)
    name: str = Field(primary_key=True, max_length=120)
    opened: date = Field(primary_key=True)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    event: str | None = None
    closed: date | None = None
    reason: str | None = None
    sector: str | None = None
    industry: str | None = None
    places: int | None = None
    generation: int | None = None
    generation_2_from: date | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> hidden | missing")


class CentreMonth(SQLModel, table=True):
    """One month of a virksomhedscenter: how many places it had and how many were occupied."""

    __tablename__ = "centre_month"
    __table_args__ = (CheckConstraint("places >= 0 AND occupied >= 0", name="counts_not_negative"), WITHOUT_ROWID)
    jobcenter: str = Field(primary_key=True, foreign_key="jobcenter.code", max_length=3)
    name: str = Field(primary_key=True, max_length=120)
    month: date = Field(primary_key=True)
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    places: int | None = None
    occupied: int | None = None
    marks: dict = Field(sa_column=Column(JSON, nullable=False), description="column -> hidden | missing")
