"""What has been written of meetings, agreements and stories, now or as it was known at the end of a day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, NamedTuple

import pandas as pd
from sqlalchemy import select as sql_select
from sqlmodel import Session, select

from model.basics.formatting import local_date
from model.basics.frames import Schema, date_of, moment, numeric, text
from model.programmes.current import PROGRAMME
from model.store import facts, written_samples
from model.store.statements import of_programmes, readable, stated_of, stated_rows
from model.store.tables.meetings import (
    PUBLISHED,
    Agreement,
    AgreementStatus,
    Confirmation,
    DialogueMeeting,
    MeetingDetail,
    MeetingNote,
    Story,
)
from model.store.tables.typed import Rows, columns_of, fetched

SAMPLE = numeric("sample_id", "the sample it is invented for, also when somebody has written on in it; None: real")
MEETINGS = Schema("one meeting that is not withdrawn, by day", (
    numeric("id", "its own number"), text("unit", "whom with: a jobcenter's code, a project's name"),
    date_of("held_on", "its day"),
    text("opened_by", "who made it"), date_of("month", "the month it was closed with; None while it is open"),
    moment("closed_at", "None while it is open, as it is on a day before it was closed"), text("closed_by", "who"),
    SAMPLE))
# of what they are made
MEETING_COLUMNS = (*(name for name in MEETINGS.names if name != "unit"), "opened_at", "withdrawn_at", "jobcenter",
                   "project", "programme")
AGREEMENTS = Schema("one agreement of those meetings as it stands, oldest first", (
    numeric("id", "its own number"), numeric("meeting_id", "the meeting it was made at"), text("unit", "whose meeting"),
    date_of("held_on", "the meeting's day"),
    date_of("stated_on", "the same, or the later day on which it was added to a closed meeting"),
    text("text", "what is agreed"), text("responsible", "who does it"), date_of("due", "by when"),
    text("recorded_by", "who wrote it")))
STATUSES = Schema("one status of an agreement, the one that holds last", (
    numeric("id", "its own number"), numeric("agreement_id", "the agreement that stands"), text("status", "its status"),
    date_of("on", "since"), text("note", "with it"), text("recorded_by", "who wrote it")))
STORIES = Schema("the newest version of each story, newest first", (
    numeric("number", "the story's, the same in every version"), text("jobcenter", "its code; None: the region's"),
    text("project", "of a programme beside the shown one; None: of all of them"),
    text("title", "of the story"), text("description", "of what was done"), text("partners", "with whom"),
    text("theme", "what it is about"), text("state", "one of STORY_STATES"),
    moment("recorded_at", "of this version"), text("recorded_by", "who wrote it"), SAMPLE))


@dataclass(frozen=True)
class Written:
    """What is written, with days as ``date`` and moments as aware ``datetime``, None where there is none.

    Agreements are as they were mended before the meeting was closed, without those withdrawn. What a withdrawn sample
    brought is nowhere.
    """

    meetings: Annotated[pd.DataFrame, MEETINGS] = field(default_factory=MEETINGS.empty)
    agreements: Annotated[pd.DataFrame, AGREEMENTS] = field(default_factory=AGREEMENTS.empty)
    statuses: Annotated[pd.DataFrame, STATUSES] = field(default_factory=STATUSES.empty)
    stories: Annotated[pd.DataFrame, STORIES] = field(default_factory=STORIES.empty)

    @cached_property
    def published(self) -> "Written":
        """What of it is for the public: the published stories alone, without who wrote them."""
        published = self.stories[self.stories["state"].eq(PUBLISHED)].reset_index(drop=True)
        return Written(stories=published.assign(recorded_by=""))

    @property
    def sample(self) -> bool:
        """Whether any of it is invented."""
        return any(bool(rows["sample_id"].notna().any()) for rows in (self.meetings, self.stories))


class WrittenRows(NamedTuple):
    """What ``written`` is made of. limit: the moment from which nothing is known; gone: the samples withdrawn."""

    limit: datetime | None
    gone: frozenset[int]
    stories: Rows
    meetings: Rows
    agreements: Rows
    statuses: Rows


@dataclass(frozen=True)
class Noted:
    """The notes of a meeting, or what was confirmed before it, as last written."""

    id: int
    text: str  # of notes; else empty
    month: date | None  # of a confirmation, with its figures
    figures: tuple[tuple[Any, ...], ...]
    by: str
    at: datetime


@dataclass(frozen=True)
class Detailed:
    """Who took part in a meeting, a line each, and the day of the next one, as last written."""

    id: int
    participants: str
    next_on: date | None
    by: str
    at: datetime


def written(session: Session, *, as_of: date | None = None, programme: str = PROGRAMME.id) -> Written:
    """Everything written of the programme by the end of ``as_of`` (default: now)."""
    return written_of(written_rows(session, programme, as_of=as_of))


def written_rows(session: Session, *programmes: str, as_of: date | None = None) -> WrittenRows:
    """Everything written of the programmes by the end of ``as_of``, as the tables have it."""
    stories, agreements, statuses = (stated_rows(session, table, *programmes, as_of=as_of)
                                     for table in (Story, Agreement, AgreementStatus))
    return WrittenRows(None if as_of is None else facts.end_of(as_of),
                       written_samples.withdrawn(session, *programmes, as_of=as_of),
                       stories, _meeting_rows(session, programmes), agreements, statuses)


def written_of(rows: WrittenRows) -> Written:
    """What the rows say."""
    stories, meetings = _stories(rows), _meetings(rows)
    agreements = _agreements(rows, meetings)
    statuses = stated_of(AgreementStatus, rows.statuses).sort_values(["on", "id"], ignore_index=True)
    mended = _mended(agreements)
    statuses["agreement_id"] = statuses["agreement_id"].map(lambda number: mended.get(number, number))
    gone = agreements["id"].isin(list(mended)) | agreements["withdrawn"]
    return Written(meetings, agreements[~gone][AGREEMENTS.names].reset_index(drop=True), statuses[STATUSES.names],
                   stories)


def _agreements(read: WrittenRows, meetings: pd.DataFrame) -> pd.DataFrame:
    """All that was written of the meetings' agreements: AGREEMENTS and replaces, withdrawn (bool), late (bool: added to
    a meeting that was closed already).
    """
    rows = stated_of(Agreement, read.agreements).merge(
        meetings[["id", "unit", "held_on", "closed_at"]].rename(columns={"id": "meeting_id"}), on="meeting_id")
    late = [closed is not None and at > closed
            for at, closed in zip(rows["recorded_at"], rows["closed_at"], strict=True)]
    days = [local_date(at) if added else held
              for at, held, added in zip(rows["recorded_at"], rows["held_on"], late, strict=True)]
    return rows.assign(late=pd.Series(late, dtype=bool), stated_on=pd.Series(days, dtype=object),
                       withdrawn=pd.Series([_by(at, read.limit) for at in rows["withdrawn_at"]], dtype=bool))


def _mended(agreements: pd.DataFrame) -> dict[int, int]:
    """By the id of an agreement that was mended in its place: the id of the one that stands there now."""
    in_place = agreements[~agreements["late"] & agreements["replaces"].notna()]
    found: dict[int, int] = {}
    for new, old in zip(in_place["id"][::-1], in_place["replaces"][::-1], strict=True):  # the newest first
        found[old] = found.get(new, new)
    return found


def notes(session: Session, meeting: int, *, as_of: date | None = None, programme: str = PROGRAMME.id) -> Noted | None:
    """The newest version of a meeting's notes; None before anything is written."""
    row = _newest(session, MeetingNote, meeting, as_of, programme)
    return None if row is None else Noted(row.id, readable(row.text), None, (), row.recorded_by, row.recorded_at)


def details(session: Session, meeting: int, *, as_of: date | None = None,
            programme: str = PROGRAMME.id) -> Detailed | None:
    """The newest version of who took part and when the next meeting is; None before anything is written."""
    row = _newest(session, MeetingDetail, meeting, as_of, programme)
    return None if row is None else Detailed(row.id, readable(row.participants), row.next_on, row.recorded_by,
                                             row.recorded_at)


def confirmed(session: Session, meeting: int, *, as_of: date | None = None,
              programme: str = PROGRAMME.id) -> Noted | None:
    """What the jobcenter last confirmed before a meeting; None when it has not."""
    row = _newest(session, Confirmation, meeting, as_of, programme)
    if row is None:
        return None
    return Noted(row.id, "", row.month, tuple(map(tuple, row.figures)), row.recorded_by, row.recorded_at)


def kept(session: Session, meeting: int, *, programme: str = PROGRAMME.id) -> dict[str, Any]:
    """The agenda a closed meeting keeps, as it was shown. Raises LookupError for one that is not closed."""
    return _of_closed(session, meeting, DialogueMeeting.figures, programme)


def document(session: Session, meeting: int, *, programme: str = PROGRAMME.id) -> bytes:
    """The very bytes of a closed meeting's minutes. Raises LookupError for one that is not closed."""
    return bytes(_of_closed(session, meeting, DialogueMeeting.document, programme))


def _of_closed(session: Session, meeting: int, column: Any, programme: str) -> Any:
    own = DialogueMeeting.programme == programme
    found = session.exec(select(column).where(DialogueMeeting.id == meeting, own)).first()
    if found is None:
        raise LookupError(f"meeting {meeting} is not closed")
    return found


def _meeting_rows(session: Session, programmes: Sequence[str]) -> Rows:
    table = columns_of(DialogueMeeting)
    query = sql_select(*(table[name] for name in MEETING_COLUMNS)).where(table.programme.in_(programmes))
    return fetched(session, query.order_by(table.held_on, table.id))


def _meetings(read: WrittenRows) -> pd.DataFrame:
    rows = [dict(zip(MEETING_COLUMNS, row, strict=True)) for row in read.meetings]
    found = [row for row in rows if _by(row["opened_at"], read.limit) and not _by(row["withdrawn_at"], read.limit)
             and row["sample_id"] not in read.gone]
    for row in found:
        row["unit"] = row["jobcenter"] or row["project"]
        if not _by(row["closed_at"], read.limit):
            row |= {"closed_at": None, "closed_by": None, "month": None}
    return pd.DataFrame(found, columns=MEETINGS.names, dtype=object)


def _by(moment: datetime | None, limit: datetime | None) -> bool:
    """Whether something had happened before the limit; a moment as the database gives it, in UTC."""
    return moment is not None and (limit is None or moment < limit)


def _stories(read: WrittenRows) -> pd.DataFrame:
    """The newest version of each number; the first one says whether it is invented."""
    rows = stated_of(Story, read.stories).assign(sample_id=_origin)
    rows = rows[~rows["sample_id"].isin(list(read.gone))].drop_duplicates("number", keep="last")
    return rows.iloc[::-1][STORIES.names].reset_index(drop=True)


def _origin(rows: pd.DataFrame) -> pd.Series:
    """For each version the sample of the first of its number; None for a real one."""
    first = dict(zip(rows["number"][::-1], rows["sample_id"][::-1], strict=True))
    return pd.Series([first[number] for number in rows["number"]], index=rows.index, dtype=object)


def _newest(session: Session, table: Any, meeting: int, as_of: date | None, programme: str) -> Any:
    own = of_programmes(table, programme)
    query = select(table).where(table.meeting_id == meeting, own).order_by(table.id.desc())
    if as_of is not None:
        query = query.where(table.recorded_at < facts.end_of(as_of))
    return session.exec(query).first()
