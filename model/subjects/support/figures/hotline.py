"""The hotline: who answers for it on a day, what is asked, what is still open and how long answers took."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import pandas as pd

from model.basics.formatting import alphabetical
from model.basics.frames import Schema, count, flag, number, text
from model.basics.months import last_day, span
from model.intake.datasets.hotline import ANSWERED_BY, HOTLINE
from model.programmes.current import HOTLINE_OPENS, PLAN
from model.programmes.words import SHORT
from model.snapshot.memory import remembered
from model.snapshot.receipts import newest_record
from model.snapshot.snapshot import Snapshot
from model.store.record_facts import schema

DATASET = HOTLINE.name
WITHIN = 2  # days; »besvaret inden for 2 dage«
ENQUIRIES = schema(HOTLINE.table).besides(
    text("place", "the jobcenter's name; None where it is not said"), flag("open", "nobody has answered it"),
    count("days", "until the answer, of an open one until ``counted_to``"))
ASKED = (number("asked", "enquiries"), number("open", "of them not answered"))
BY_THEME = Schema("one theme, most asked first", ASKED, index=(text("theme", "None: those without one"),))
BY_JOBCENTER = Schema("one jobcenter, most asked first", ASKED, index=(text("jobcenter", "code; None: not said"),))
STEPS = ((0, 0), (1, 2), (3, 5), (6, 9), (10, None))  # days until the answer, both ends included


@dataclass(frozen=True)
class Handover:
    """What was open when the organiser took over. by: who has answered those that are answered since."""

    open: int
    answered: int
    by: dict[str, int]

    @property
    def still_open(self) -> int:
        """How many of them nobody has answered yet."""
        return self.open - self.answered


def responsible(day: date) -> str:
    """Who answers for the hotline on a day: the organiser, from the day it takes over where that is planned."""
    return PLAN.hotline.first if PLAN.hotline and day < PLAN.hotline.handover else SHORT


def answerers() -> tuple[str, ...]:
    """Who may have answered, in the order in which they do."""
    return tuple(ANSWERED_BY)


def counted_to(snapshot: Snapshot) -> date:
    """The day waiting is counted to: the day the newest list was received, for nobody knows what was answered later.

    Without any list, the data date; at the latest the campaign's last day, when the hotline closes.
    """
    return min(snapshot.data_date, newest_record(snapshot, DATASET) or snapshot.data_date, last_day(snapshot.ends))


@remembered
def enquiries(snapshot: Snapshot) -> Annotated[pd.DataFrame, ENQUIRIES]:
    """Every enquiry by number. answered_by is as stated, else who was responsible on the day of the answer."""
    frame = snapshot.recorded(DATASET)
    if frame.empty:
        return ENQUIRIES.empty()
    answered = frame["answered_on"]
    by = frame["answered_by"].where(frame["answered_by"].notna() | answered.isna(), _by_date(answered))
    is_open = answered.isna()
    until = answered.where(~is_open, pd.Timestamp(counted_to(snapshot)))
    return frame.assign(
        answered_by=by, place=_or_none(frame["jobcenter"].map(snapshot.jobcenters["name"])), open=is_open,
        theme=_or_none(frame["theme"]), days=(until - frame["asked_on"]).dt.days.astype("Int64"))


def _by_date(days: pd.Series) -> pd.Series:
    return pd.Series([None if pd.isna(day) else responsible(day.date()) for day in days], index=days.index,
                     dtype=object)


def _or_none(cells: pd.Series) -> pd.Series:
    return cells.astype(object).where(cells.notna(), None)


def next_number(snapshot: Snapshot) -> int:
    """The number the next enquiry gets."""
    numbers = enquiries(snapshot)["number"]
    return int(numbers.max()) + 1 if len(numbers) else 1


@remembered
def by_month(snapshot: Snapshot) -> pd.Series:
    """Enquiries by the month they came in, from the hotline's first to the newest that a list can know of (int64).

    A month in between without any is 0. An enquiry without a date is in no month. Of an edition the months it tells.
    """
    if snapshot.release is not None:
        return _published(snapshot.release.enquiries)
    asked, newest = enquiries(snapshot)["asked_on"].dropna(), newest_record(snapshot, DATASET)
    if asked.empty or newest is None:
        return pd.Series(dtype="int64", index=pd.DatetimeIndex([]))
    last = max(asked.max().date(), min(newest, last_day(snapshot.ends)))
    months = pd.DatetimeIndex(span(HOTLINE_OPENS.replace(day=1), last.replace(day=1))).astype("datetime64[us]")
    counts = asked.dt.to_period("M").dt.to_timestamp().value_counts()
    return counts.reindex(months, fill_value=0).astype("int64")


def _published(told: Mapping[date, int]) -> pd.Series:
    months = sorted(told)
    return pd.Series([told[month] for month in months], dtype="int64",
                     index=pd.DatetimeIndex(months).astype("datetime64[us]"))


def whole_months(snapshot: Snapshot) -> pd.Series:
    """The rows of ``by_month`` for the months that were over when the newest list came: none of them is growing."""
    counts, newest = by_month(snapshot), newest_record(snapshot, DATASET)
    over = [newest is not None and last_day(month.date()) < newest for month in counts.index]
    return counts[over]


def by_theme(snapshot: Snapshot) -> Annotated[pd.DataFrame, BY_THEME]:
    """How many were asked of each theme."""
    return _counted(enquiries(snapshot), "theme")


def by_jobcenter(snapshot: Snapshot) -> Annotated[pd.DataFrame, BY_JOBCENTER]:
    """How many were asked from each jobcenter."""
    return _counted(enquiries(snapshot), "jobcenter")


def _counted(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    counted = frame.groupby(column, dropna=False, sort=True).agg(asked=("number", "size"), open=("open", "sum"))
    counted.index = pd.Index([None if pd.isna(name) else name for name in counted.index], dtype=object, name=column)
    return counted.astype("int64").sort_values("asked", ascending=False, kind="stable")


@remembered
def never_asked(snapshot: Snapshot) -> list[str]:
    """Names of the jobcenters that have never asked, in Danish order."""
    asked = set(enquiries(snapshot)["jobcenter"].dropna())
    names = snapshot.jobcenters["name"]
    return sorted((str(name) for code, name in names.items() if code not in asked), key=alphabetical)


@remembered
def unanswered(snapshot: Snapshot) -> Annotated[pd.DataFrame, ENQUIRIES]:
    """The rows of ``enquiries`` that are open, oldest first."""
    frame = enquiries(snapshot)
    return frame[frame["open"].astype(bool)].sort_values(["asked_on", "number"], ignore_index=True)


@remembered
def answer_times(snapshot: Snapshot) -> pd.Series:
    """How many answered enquiries took so many days (int64), by STEPS; one with a date missing is in no step."""
    frame = enquiries(snapshot)
    days = frame.loc[~frame["open"].astype(bool), "days"].dropna()
    counts = [int(((days >= low) & (days <= (days.max() if high is None else high))).sum()) for low, high in STEPS]
    return pd.Series(counts, index=pd.Index(STEPS, tupleize_cols=False), dtype="int64")


def answered_within(snapshot: Snapshot) -> tuple[int, int]:
    """(answered within WITHIN days, answered at all), of those whose two dates are known."""
    counts = answer_times(snapshot)
    quick = sum(int(count) for (_, high), count in counts.items() if high is not None and high <= WITHIN)
    return quick, int(counts.sum())


def handover(snapshot: Snapshot) -> Handover | None:
    """What was open on the day the organiser took over; None before that day, or without any enquiry."""
    frame = enquiries(snapshot)
    if PLAN.hotline is None or snapshot.data_date < PLAN.hotline.handover or frame.empty:
        return None
    day = pd.Timestamp(PLAN.hotline.handover)
    was_open = frame[(frame["asked_on"] < day) & (frame["open"].astype(bool) | (frame["answered_on"] >= day))]
    by = was_open["answered_by"].value_counts()
    return Handover(open=len(was_open), answered=int((~was_open["open"].astype(bool)).sum()),
                    by={str(name): int(count) for name, count in by.items()})
