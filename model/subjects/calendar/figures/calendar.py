"""The campaign's calendar: everything that has a day, from the plan, the records and the meetings, as one frame.

Source of days that are no record: the campaign's plan ("En aktivitetsplan for virksomhedscenterkampagnen i
Midtjylland", 2009), section C, and the activities as they have been changed since.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from itertools import count
from typing import Annotated

import pandas as pd

from model.basics import frames
from model.basics.formatting import capital
from model.basics.months import last_day
from model.intake.datasets.counselling import COUNSELLING
from model.intake.datasets.networks import MET
from model.programmes.current import PLAN
from model.programmes.words import ITSELF, SHORT
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.courses.figures import networks
from model.subjects.courses.figures.attendance import cancelled, day_name
from model.subjects.support.figures.counselling import DECLINED, HELD, WISHED


class Lane(StrEnum):
    """What an entry belongs to, in the order in which they are shown."""

    CAMPAIGN = "campaign"
    COURSES = "courses"
    MENTORS = "mentors"
    NETWORKS = "networks"
    COUNSELLING = "counselling"
    HOTLINE = "hotline"
    MEETINGS = "meetings"


class State(StrEnum):
    """How an entry stands: by its day alone, or by what a record says became of it."""

    OVER = "over"
    RUNNING = "running"
    TODAY = "today"
    AHEAD = "ahead"
    HELD = "held"
    AGREED = "agreed"
    NOT_SAID = "not_said"  # agreed for a day now past, and not reported as held
    CANCELLED = "cancelled"  # it stands in the plan and will not be
    NOT_CLOSED = "not_closed"  # a meeting whose day is past


ORDER = [*Lane]
EVENTS = frames.Schema("one thing in the calendar, by day", (
    frames.text("uid", "never changes with its day"), frames.day("day", "when, or when it begins"),
    frames.member(Lane, "lane", "what it belongs to"), frames.text("title", "what it is called"),
    frames.text("place", "where"), frames.day("until", "its last day; NaT for a single day"),
    frames.text("jobcenter", "its code; empty: everybody's"),
    frames.member(State, "state", "what a record says became of it, else what the day alone says"),
    frames.number("revision", "how often that has been said, or taken back"),
    frames.flag("period", "runs from day to until"), frames.flag("past", "over before the day that counts as now"),
    frames.flag("cancelled", "it will not be, or was not")))


@dataclass(frozen=True)
class Entry:
    """One thing in the calendar: a day, or a period when ``until`` is given. ``uid`` never changes with its day.

    ``revision``: how often what became of the day has been said, or taken back.
    """

    uid: str
    day: date
    lane: Lane
    title: str
    place: str = ""
    until: date | None = None
    jobcenter: str = ""
    state: State | None = None  # said by a record; None: by the day alone
    revision: int = 0


@remembered
def events(snapshot: Snapshot) -> Annotated[pd.DataFrame, EVENTS]:
    """Everything in the calendar."""
    return _frame(snapshot, (entry for kind in KINDS for entry in kind(snapshot)))


@remembered
def planned(snapshot: Snapshot) -> Annotated[pd.DataFrame, EVENTS]:
    """What the plan itself has a day for, for everybody to read: nothing that names one jobcenter."""
    return _frame(snapshot, (entry for kind in PLANNED for entry in kind(snapshot)))


def _frame(snapshot: Snapshot, found: Iterable[Entry]) -> Annotated[pd.DataFrame, EVENTS]:
    entries = sorted(found, key=lambda entry: (entry.day, ORDER.index(entry.lane), entry.title))
    frame = pd.DataFrame([asdict(entry) for entry in entries], columns=[field.name for field in fields(Entry)])
    days = {name: pd.to_datetime(frame[name]).astype("datetime64[us]") for name in ("day", "until")}
    frame = frame.assign(**days, period=frame["until"].notna())
    now = pd.Timestamp(snapshot.data_date)
    states = [entry.state or _state(entry.day, entry.until or entry.day, snapshot.data_date) for entry in entries]
    return frame.assign(
        past=frame["until"].fillna(frame["day"]) < now, cancelled=[state == State.CANCELLED for state in states],
        lane=pd.Series([entry.lane for entry in entries], dtype=object), state=pd.Series(states, dtype=object))


def _state(begins: date, ends: date, now: date) -> State:
    if ends < now:
        return State.OVER
    return State.AHEAD if begins > now else State.RUNNING if ends > begins else State.TODAY


def single_days(snapshot: Snapshot) -> Annotated[pd.DataFrame, EVENTS]:
    """The entries of ``events`` that are one day, not a period, and are not cancelled."""
    every = events(snapshot)
    return every[~every["period"] & ~every["cancelled"]]


def upcoming(snapshot: Snapshot) -> Annotated[pd.DataFrame, EVENTS]:
    """The single days of the calendar from now on, soonest first; the first ones may share their day."""
    days = single_days(snapshot)
    return days[~days["past"]]


def not_said(snapshot: Snapshot) -> Annotated[pd.DataFrame, EVENTS]:
    """The visits that were agreed for a day now past and have not been reported as held."""
    days = single_days(snapshot)
    return days[days["state"].eq(State.NOT_SAID)]


def busiest(snapshot: Snapshot) -> tuple[list[date], int]:
    """The months with most single days, in order, and how many they have."""
    counts = single_days(snapshot)["day"].dt.to_period("M").value_counts()
    months = sorted(month.to_timestamp().date() for month, count in counts.items() if count == counts.max())
    return months, int(counts.max())


def _campaign(snapshot: Snapshot) -> Iterator[Entry]:
    if PLAN.kick_off:
        yield Entry("startkonference", PLAN.kick_off, Lane.CAMPAIGN, "Startkonference", PLAN.kick_off_venue)
    yield Entry("slut", last_day(snapshot.ends), Lane.CAMPAIGN, f"{capital(ITSELF)} slutter")  # plans say a month


def _course_days(snapshot: Snapshot) -> Iterator[Entry]:
    gone = cancelled(snapshot)
    of_series = count(1)  # the six days are numbered through both runs, as the plan prints them
    for code, row in snapshot.course_days.iterrows():
        is_course = row["kind"] == "kursus"
        name = f"Kursusdag {next(of_series)} »{row['title']}«" if is_course else day_name(snapshot, str(code))
        yield Entry(f"kursusdag-{str(code).lower()}", row["held_on"], Lane.COURSES if is_course else Lane.MENTORS, name,
                    str(row["venue"]), state=State.CANCELLED if code in gone else None, revision=int(row["revision"]))


def _networks(snapshot: Snapshot) -> Iterator[Entry]:
    """The meetings of mentor networks, which are told of when they have been."""
    found = networks.events(snapshot)
    for row in found[found["event"].eq(MET)].to_dict("records"):
        name, when = str(snapshot.jobcenters.loc[row["jobcenter"], "name"]), row["day"].date()
        yield Entry(f"mentornetvaerk-{row['jobcenter']}-{when}", when, Lane.NETWORKS,
                    f"Mentornetværket i {name} mødtes", jobcenter=row["jobcenter"], state=State.HELD)


def _hotline(snapshot: Snapshot) -> Iterator[Entry]:
    hotline = PLAN.hotline
    if hotline is None:
        return
    starts, ends = _period(snapshot, PLAN.number_of("hotline"), hotline.starts, last_day(snapshot.ends))
    handover = hotline.handover
    yield Entry("hotline-aabner", max(starts, hotline.opens), Lane.HOTLINE, "Hotlinen åbner")
    if starts < handover <= ends:
        yield Entry("hotline-overgang", handover, Lane.HOTLINE, f"Hotlinen går over fra {hotline.first} til {SHORT}")
    for who, first, last in ((hotline.first, starts, min(ends, handover - timedelta(days=1))),
                             (SHORT, max(starts, handover), ends)):
        if first <= last:
            yield Entry(f"hotline-{who.lower()}", first, Lane.HOTLINE, f"{who} svarer", until=last)


def _visit_period(snapshot: Snapshot) -> Iterator[Entry]:
    if whole := PLAN.counselling:
        starts, ends = _period(snapshot, PLAN.number_of("counselling"), whole.starts, whole.ends)
        yield Entry("raadgivning-periode", starts, Lane.COUNSELLING, "Besøgsperiode", until=ends)


def _visits(snapshot: Snapshot) -> Iterator[Entry]:
    visits = snapshot.recorded(COUNSELLING.name)
    for row in visits.to_dict("records"):
        when = _visit(row)
        if when is not None:
            name = str(snapshot.jobcenters.loc[row["jobcenter"], "name"])
            yield Entry(f"raadgivning-{row['jobcenter']}", when, Lane.COUNSELLING, f"Rådgivningsbesøg i {name}",
                        f"Jobcenter {name}", jobcenter=row["jobcenter"], state=_visit_state(row, snapshot.data_date))


def _meetings(snapshot: Snapshot) -> Iterator[Entry]:
    for row in snapshot.written.meetings.to_dict("records"):
        name = str(snapshot.jobcenters.loc[row["unit"], "name"])
        past = row["held_on"] < snapshot.data_date
        yield Entry(f"dialogmoede-{row['id']}", row["held_on"], Lane.MEETINGS, f"Dialogmøde med {name}",
                    f"Jobcenter {name}", jobcenter=row["unit"],
                    state=State.HELD if row["closed_at"] is not None else
                    State.NOT_CLOSED if past else State.AGREED)


def _visit(row: dict) -> date | None:
    """The day a jobcenter was or is to be visited; None when it has only asked for a visit or been offered one, or has
    declined.
    """
    if row["status"] in (DECLINED, WISHED):
        return None
    known = [row[name] for name in ("held_on", "agreed_for") if not pd.isna(row[name])]
    return pd.Timestamp(known[0]).date() if known else None


def _visit_state(row: dict, now: date) -> State:
    if row["status"] == HELD or not pd.isna(row["held_on"]):
        return State.HELD
    return State.AGREED if pd.Timestamp(row["agreed_for"]).date() >= now else State.NOT_SAID


def _period(snapshot: Snapshot, activity: int | None, starts: date, ends: date) -> tuple[date, date]:
    """First and last day of an activity as the plan has it now; the given days where it names none."""
    if activity not in snapshot.activities.index:
        return starts, ends
    row = snapshot.activities.loc[activity]
    first, last = (default if pd.isna(stated) else stated
                   for stated, default in ((row["starts"], starts), (row["ends"], ends)))
    return first, max(first, last)


# Each yields the entries of one kind; of one or two lanes.
PLANNED = (_campaign, _course_days, _hotline, _visit_period)
KINDS = (*PLANNED, _networks, _visits, _meetings)
