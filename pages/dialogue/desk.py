"""The meeting that is chosen: its day, what is written of it, and the figures as they were on that day."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.basics.formatting import day, today
from model.programmes.met import programme_of
from model.programmes.programme import Programme
from model.programmes.projects import PROJECTS
from model.snapshot.snapshot import Snapshot
from model.store import meeting_facts
from model.store.meeting_facts import Detailed, Noted, Written
from model.subjects.goals.words.lines import meeting_line
from model.subjects.meetings.figures.agenda import Agenda, from_data
from model.subjects.meetings.words import agenda as shown
from model.subjects.meetings.words import overview
from model.subjects.meetings.words.reported import meeting_line as project_line
from model.writing.meetings import meeting_days
from pages.shared import agenda_view, data, layout, pickers
from pages.shared.viewer import current

DAY = "moede"


@dataclass(frozen=True)
class Desk:
    """One unit and one day: what is known (``now``), the figures of the day (``then``), and the meeting."""

    now: Snapshot
    then: Snapshot
    unit: str
    held_on: date
    meeting: int | None  # None: no meeting has been opened
    closed: bool
    notes: Noted | None
    confirmed: Noted | None
    details: Detailed | None
    version: int

    @property
    def name(self) -> str:
        """What the unit is called."""
        return overview.names(self.now, self.programme.id)[self.unit]

    @property
    def programme(self) -> Programme:
        """The unit's."""
        return programme_of(self.unit)

    @property
    def book(self) -> Written:
        """What is written of the unit's programme."""
        return self.now.book(self.programme.id)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day its meetings and due dates may have."""
        return _days(self.now, self.unit)


def _days(now: Snapshot, unit: str) -> tuple[date, date]:
    period: Snapshot | Programme = programme_of(unit) if unit in PROJECTS else now
    return meeting_days(period.figures_from, period.ends)


def chosen_day(now: Snapshot, unit: str) -> date:
    """The meeting's day: the address's, else the unit's newest meeting, else today. Draws the picker."""
    first, last = _days(now, unit)
    known = overview.meetings_of(now.book(programme_of(unit).id), unit)["held_on"]
    wanted = _wanted()
    if DAY in st.query_params and (wanted is None or not first <= wanted <= last):
        layout.note("Adressen nævner en dag, som et møde ikke kan have.")
        wanted = None
    current = wanted or (known.iloc[-1] if len(known) else min(now.data_date, last))
    st.session_state[DAY] = current
    st.date_input("Mødets dag", key=DAY, min_value=first, max_value=last, format=pickers.DAY_FORMAT, on_change=_write)
    return current


def sat_down(now: Snapshot, unit: str, held_on: date) -> Desk:
    """Everything that is known of the meeting on that day."""
    limit = now.as_of or today()
    then = data.snapshot(current(), as_of=held_on) if held_on < limit else now
    programme = programme_of(unit).id
    row = overview.meeting_on(now.book(programme), unit, held_on)
    meeting = None if row is None else int(row["id"])
    notes, confirmed, details = _written(meeting, now.as_of, programme)
    return Desk(now=now, then=then, unit=unit, held_on=held_on, meeting=meeting, notes=notes, confirmed=confirmed,
                details=details, closed=row is not None and row["closed_at"] is not None, version=data.version())


def month(desk: Desk) -> date:
    """The month that is shown: of a jobcenter the one chosen; of a project, whose figures stand on days, the meeting's.
    """
    return desk.held_on.replace(day=1) if desk.unit in PROJECTS else pickers.month(desk.then)


def agenda(desk: Desk, month: date) -> Agenda:
    """The open meeting on the figures of its day; a closed one is ``kept``."""
    closed, _ = overview.last_meetings(desk.book, desk.unit, desk.held_on)
    last = None if closed is None else kept(int(closed["id"]), desk.programme.id)
    line = (project_line(desk.then, desk.unit, held_on=desk.held_on) if desk.unit in PROJECTS else
            meeting_line(desk.then, desk.unit, held_on=desk.held_on, month=month))
    return shown.agenda(desk.then, desk.book, unit=desk.unit, month=month, held_on=desk.held_on, line=line,
                        meeting=desk.meeting, last=last, notes=desk.notes, confirmed=desk.confirmed,
                        details=desk.details)


def kept(meeting: int, programme: str) -> Agenda:
    """The agenda of a programme's closed meeting, as it was shown."""
    with Session(data.engine()) as session:
        return from_data(meeting_facts.kept(session, meeting, programme=programme))


def minutes(meeting: int, programme: str) -> bytes:
    """The very bytes of a closed meeting's minutes."""
    with Session(data.engine()) as session:
        return meeting_facts.document(session, meeting, programme=programme)


def closed_words(row: pd.Series) -> str:
    """»Mødet er lukket den 12. apr. 2010 af konsulent i BRM. …«"""
    return (f"Mødet er lukket den {day(row['closed_at'])} af {row['closed_by']}. Tal, tekst og referat er dem, der "
            "blev vist, og bliver ikke ændret af senere rettelser.")


def _written(meeting: int | None, as_of: date | None,
             programme: str) -> tuple[Noted | None, Noted | None, Detailed | None]:
    if meeting is None:
        return None, None, None
    with Session(data.engine()) as session:
        return (meeting_facts.notes(session, meeting, as_of=as_of, programme=programme),
                meeting_facts.confirmed(session, meeting, as_of=as_of, programme=programme),
                meeting_facts.details(session, meeting, as_of=as_of, programme=programme))


def link(unit: str, held_on: date | None = None) -> str:
    """The address of a unit's meeting."""
    return agenda_view.meeting_link(unit, **{DAY: held_on.isoformat() if held_on else None})


def _wanted() -> date | None:
    try:
        return date.fromisoformat(st.query_params.get(DAY, ""))
    except ValueError:
        return None


def _write() -> None:
    if st.session_state[DAY] is None:
        st.query_params.pop(DAY, None)
    else:
        st.query_params[DAY] = st.session_state[DAY].isoformat()
