"""Every table of the database. Facts are append-only; the upload is the unit of change."""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index, LargeBinary, String, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from model.programmes.current import PROGRAMME

WITHOUT_ROWID = {"sqlite_with_rowid": False}


class OfProgramme(SQLModel):
    """A row that is one programme's own and says whose; what hangs on such a row is the same programme's."""

    programme: str = Field(default=PROGRAMME.id)


class DataVersion(SQLModel, table=True):
    """One row with a counter: every write moves it, so a cache key and a write guard are the same number."""

    __tablename__ = "data_version"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)
    id: int = Field(primary_key=True)
    n: int = 0


class Jobcenter(SQLModel, table=True):
    """One statistical unit: a municipality's jobcenter, keyed by the three-digit municipality code."""

    __tablename__ = "jobcenter"
    code: str = Field(primary_key=True, max_length=3)
    name: str
    landsdel: str
    tile_row: int
    tile_column: int
    participates_from: date
    participates_to: date


class JobcenterAlias(SQLModel, table=True):
    """A way of writing a jobcenter's name, in normalised form (see ``formatting.normalise``)."""

    __tablename__ = "jobcenter_alias"
    alias: str = Field(primary_key=True)
    code: str = Field(foreign_key="jobcenter.code", index=True)


class Campaign(SQLModel, table=True):
    """The campaign's own dates. Figures are accepted from ``figures_from`` to ``ends`` (first of month)."""

    __tablename__ = "campaign"
    id: int = Field(primary_key=True)
    name: str
    figures_from: date
    starts: date
    ends: date


class Target(OfProgramme, table=True):
    """A target or a baseline, as data with source and reason; the newest recorded row that applies wins.

    ``part``: share (percent), increase (persons), self_supporting (percent), national (persons),
    baseline_month (``month``), baseline_value (``value``, a typed number with its source).
    ``scope``: national, regional or jobcenter; the narrowest wins.
    """

    __tablename__ = "target"
    __table_args__ = (
        CheckConstraint("scope IN ('national', 'regional', 'jobcenter')", name="known_scope"),
        CheckConstraint("(scope = 'jobcenter') = (jobcenter IS NOT NULL)", name="scope_names_jobcenter"),
        CheckConstraint("(value IS NULL) <> (month IS NULL)", name="value_or_month"),
        CheckConstraint("value IS NULL OR value >= 0", name="value_not_negative"),
    )
    id: int | None = Field(default=None, primary_key=True)
    part: str
    scope: str
    jobcenter: str | None = Field(default=None, foreign_key="jobcenter.code")
    value: int | None = None
    month: date | None = None
    valid_from: date
    valid_to: date | None = None
    source: str
    reason: str
    recorded_at: datetime
    recorded_by: str


class ColumnProfile(OfProgramme, table=True):
    """A sender's own headings, mapped once. ``fingerprint`` is the normalised headings' SHA-256."""

    __tablename__ = "column_profile"
    __table_args__ = (UniqueConstraint("programme", "dataset", "fingerprint", name="one_profile_per_headings"),)
    id: int | None = Field(default=None, primary_key=True)
    dataset: str
    fingerprint: str
    name: str
    mapping: dict = Field(sa_column=Column(JSON, nullable=False))
    recorded_at: datetime
    recorded_by: str


class Upload(OfProgramme, table=True):
    """One change of the facts: a file, a form, the sample or a program. Undone by a mark, never deleted."""

    __tablename__ = "upload"
    __table_args__ = (
        CheckConstraint("source IN ('file', 'form', 'sample', 'api')", name="known_source"),
        CheckConstraint(
            "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL)",
            name="undone_complete",
        ),
        Index("one_standing_file", "programme", "dataset", "sha256", "mended", unique=True,
              sqlite_where=text("source = 'file' AND undone_at IS NULL"),
              postgresql_where=text("source = 'file' AND undone_at IS NULL")),
    )
    id: int | None = Field(default=None, primary_key=True)
    dataset: str
    source: str
    file_name: str
    sha256: str = Field(max_length=64)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False),
                           description="zlib-compressed: the bytes as they came, or a table of what was read of them")
    left_out: dict | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True), description=(
        "what of the file is not kept: columns by sheet, lines, sheets, beside the cells; declared: its sender says "
        "that nothing in it is about a person; {}: kept as it came; NULL: from before anybody looked"))
    received_at: datetime
    received_by: str
    reasons: str = ""
    counts: dict = Field(sa_column=Column(JSON, nullable=False), description="new, changed, unchanged")
    problems: list = Field(sa_column=Column(JSON, nullable=False), description=(
        "the warnings that were accepted and, each with its answer as what is suggested, the answered questions"))
    without: list = Field(sa_column=Column(JSON, nullable=False), description="jobcenters left out on purpose")
    corrections: list = Field(default_factory=list, description="what was changed in the file before it was checked",
                              sa_column=Column(JSON, nullable=False, server_default="[]"))
    mended: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""},
                        description="tells files of the same bytes and other corrections apart")
    undone_at: datetime | None = None
    undone_by: str | None = None
    undone_reason: str | None = None


class Figure(SQLModel, table=True):
    """One stated figure: jobcenter × month × measure, as one upload had it.

    Exactly one of these holds: ``value`` (a count, 0 is a real zero), ``text`` (a text or ISO date measure),
    ``mark`` = hidden (the sender withheld a small count), ``mark`` = missing (the sender took it back).
    """

    __tablename__ = "figure"
    __table_args__ = (
        CheckConstraint("value IS NULL OR value >= 0", name="count_not_negative"),
        CheckConstraint("mark IS NULL OR mark IN ('hidden', 'missing')", name="known_mark"),
        CheckConstraint(
            "(CASE WHEN value IS NULL THEN 0 ELSE 1 END) + (CASE WHEN mark IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN text IS NULL THEN 0 ELSE 1 END) = 1", name="one_statement"),
        WITHOUT_ROWID,
    )
    jobcenter: str = Field(sa_column=Column(String(3), primary_key=True))
    month: date = Field(primary_key=True)
    measure: str = Field(sa_column=Column(String(60), primary_key=True))
    upload_id: int = Field(primary_key=True, foreign_key="upload.id")
    value: int | None = None
    mark: str | None = Field(default=None, max_length=7)
    text: str | None = None
