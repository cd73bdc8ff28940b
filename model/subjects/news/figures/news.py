"""What is new of a jobcenter since last time, as facts; »sidst« is its last closed dialogue meeting.

What is said of them, on a page, on paper or in a mail, is put in words from these.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

import pandas as pd

from model.programmes.measures import PARTS, PERSONS, TOTAL
from model.snapshot.columns import figures_of, of_jobcenter
from model.snapshot.meetings import held
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.store.facts import EARLIER
from model.subjects.goals.figures.coverage import SENT, coverage
from model.subjects.goals.figures.goal1 import panel
from model.subjects.goals.figures.goals import Goal1, goal1, goal1_of
from model.subjects.goals.figures.verdicts import Verdict
from model.subjects.meetings.figures.agreements import agreements
from model.subjects.news.figures.stood import REPLACED, Correction, as_it_stood, corrections, replaced

SOON = timedelta(days=31)  # an agreement that is due no later than this is told of


class Kind(StrEnum):
    """What kind of news, the weightiest first."""

    VERDICT = "verdict"
    AGREEMENT = "agreement"
    CORRECTION = "correction"
    FIGURES = "figures"


@dataclass(frozen=True)
class Last:
    """»Sidst«: what was known at the end of ``day``. ``month``: the newest that had come by then; None: none had."""

    day: date
    month: date | None
    meeting: bool  # a closed dialogue meeting; else the end of the month before


@dataclass(frozen=True)
class VerdictChanged:
    """Goal 1 as it was told last time and as it is now, in which other parts are reached."""

    kind: ClassVar[Kind] = Kind.VERDICT
    then: Goal1
    now: Goal1
    provisional: bool  # the month of ``now`` is not final


@dataclass(frozen=True)
class AgreementDue:
    """The agreement that is due first, past its day (``overdue``) or due soon, and how many more are."""

    kind: ClassVar[Kind] = Kind.AGREEMENT
    text: str
    responsible: str
    due: date
    overdue: bool
    more: int


@dataclass(frozen=True)
class Corrected:
    """The weightiest of the figures that are others than they were, and how many more are."""

    kind: ClassVar[Kind] = Kind.CORRECTION
    first: Correction
    more: int


@dataclass(frozen=True)
class FiguresCame:
    """Months of which figures have come since, oldest first."""

    kind: ClassVar[Kind] = Kind.FIGURES
    months: tuple[date, ...]


Fact = VerdictChanged | AgreementDue | Corrected | FiguresCame


@remembered
def last(snapshot: Snapshot, code: str, month: date) -> Last:
    """The jobcenter's newest closed meeting, else the end of the month before the as-of day, with the newest month
    that had come by then: none after ``month``, nor after the one that the meeting showed.
    """
    rows = held(snapshot)
    meetings = rows[rows["unit"].eq(code)]
    if len(meetings):
        newest = meetings.sort_values("held_on").iloc[-1]
        day, shown = newest["held_on"], min(newest["month"], month)
    else:
        day, shown = snapshot.data_date.replace(day=1) - timedelta(days=1), month
    known = [when for when, came in _came(snapshot, code, shown).items() if came <= day]
    return Last(day, max(known, default=None), meeting=bool(len(meetings)))


def news(snapshot: Snapshot, code: str, month: date, *, earlier: Annotated[pd.DataFrame, EARLIER]) -> tuple[Fact, ...]:
    """What is new of ``code`` up to ``month`` since ``last``: at most one fact of each kind, the weightiest first.

    The verdict is held against the one of the month that was shown last time, on the figures of that day and the
    targets of now; a goal that cannot be told on either side has not changed. ``earlier``: as ``facts.earlier`` has it
    of ``code``. Raises KeyError as ``goal1``.
    """
    since = last(snapshot, code, month)
    rows = replaced(snapshot, code, month, earlier=earlier, since=since.day)
    facts = (_verdict(snapshot, code, month, since, rows), _agreement(snapshot, code), _corrected(rows),
             _figures(snapshot, code, month, since))
    return tuple(fact for fact in facts if fact is not None)


def _verdict(snapshot: Snapshot, code: str, month: date, since: Last,
             rows: Annotated[pd.DataFrame, REPLACED]) -> VerdictChanged | None:
    if since.month is None:
        return None
    stood, now = as_it_stood(snapshot, rows, month=since.month), goal1(snapshot, code, month)
    then = goal1(snapshot, code, since.month) if stood is None else goal1_of(snapshot, code, since.month, stood)
    if then.standing == now.standing or Verdict.UNKNOWN in (then.verdict, now.verdict):
        return None
    return VerdictChanged(then, now, provisional=not coverage(snapshot, month).final)


@remembered
def _agreement(snapshot: Snapshot, code: str) -> AgreementDue | None:
    rows = agreements(snapshot.written, snapshot.data_date, unit=code)
    rows = rows[rows["open"] & rows["due"].le(snapshot.data_date + SOON)]
    rows = rows[rows["overdue"]] if rows["overdue"].any() else rows
    if rows.empty:
        return None
    first = rows.iloc[0]
    return AgreementDue(first["text"], first["responsible"], first["due"], overdue=bool(first["overdue"]),
                        more=len(rows) - 1)


def _corrected(rows: Annotated[pd.DataFrame, REPLACED]) -> Corrected | None:
    corrected = corrections(rows)
    return Corrected(corrected[0], more=len(corrected) - 1) if corrected else None


def _figures(snapshot: Snapshot, code: str, month: date, since: Last) -> FiguresCame | None:
    months = tuple(when for when, came in _came(snapshot, code, month).items() if came > since.day)
    return FiguresCame(months) if months else None


@remembered
def _came(snapshot: Snapshot, code: str, month: date) -> dict[date, date]:
    """By month that is reported, up to ``month``: the day it became so, when the last of what it needs first came."""
    reported = of_jobcenter(snapshot, panel(snapshot)["reported"], code)
    rows = figures_of(snapshot, code)
    rows = rows[rows["measure"].isin(SENT) & rows["month"].le(pd.Timestamp(month)) & ~rows["mark"].eq("missing")]
    came: defaultdict[date, dict[str, date]] = defaultdict(dict)
    for when, measure, day in zip(rows["month"], rows["measure"], snapshot.received.reindex(rows["first_upload"]),
                                  strict=True):
        came[when.date()][measure] = day.date()
    return {when: _whole(days) for when, days in sorted(came.items()) if reported.get(pd.Timestamp(when), False)}


def _whole(days: dict[str, date]) -> date:
    """The day goal 1 could be told by what came on these days, by measure: its parts do without a total."""
    activated = [max(days[name] for name in names) for names in ((TOTAL,), PARTS) if days.keys() >= set(names)]
    return max(days[PERSONS], min(activated))
