"""The meeting that is chosen: its day, what is written of it, and the figures as they were on that day."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st
from sqlmodel import Session

from model.basics.formatting import day, today
from model.snapshot.snapshot import Snapshot
from model.store import meeting_facts
from model.store.meeting_facts import Detailed, Noted
from model.subjects.goals.words.lines import meeting_line
from model.subjects.meetings.figures.agenda import Agenda, from_data
from model.subjects.meetings.words import agenda as shown
from model.subjects.meetings.words import overview
from model.writing.meetings import meeting_days
from pages.shared import address, data, layout, pickers
from pages.shared.viewer import current

DAY = "moede"


@dataclass(frozen=True)
class Desk:
    """One jobcenter and one day: what is written (``now``), the figures of the day (``then``), and the meeting."""

    now: Snapshot
    then: Snapshot
    code: str
    held_on: date
    meeting: int | None  # None: no meeting has been opened
    closed: bool
    notes: Noted | None
    confirmed: Noted | None
    details: Detailed | None
    version: int

    @property
    def name(self) -> str:
        """The jobcenter's name."""
        return str(self.now.jobcenters.loc[self.code, "name"])


def chosen_day(now: Snapshot, code: str) -> date:
    """The meeting's day: the address's, else the jobcenter's newest meeting, else today. Draws the picker."""
    first, last = meeting_days(now.figures_from, now.ends)
    known = overview.meetings_of(now.written, code)["held_on"]
    wanted = _wanted()
    if DAY in st.query_params and (wanted is None or not first <= wanted <= last):
        layout.note("Adressen nævner en dag, som et møde ikke kan have.")
        wanted = None
    current = wanted or (known.iloc[-1] if len(known) else min(now.data_date, last))
    st.session_state[DAY] = current
    st.date_input("Mødets dag", key=DAY, min_value=first, max_value=last, format=pickers.DAY_FORMAT, on_change=_write)
    return current


def sat_down(now: Snapshot, code: str, held_on: date) -> Desk:
    """Everything that is known of the meeting on that day."""
    limit = now.as_of or today()
    then = data.snapshot(current(), as_of=held_on) if held_on < limit else now
    row = overview.meeting_on(now.written, code, held_on)
    meeting = None if row is None else int(row["id"])
    notes, confirmed, details = _written(meeting, now.as_of)
    return Desk(now=now, then=then, code=code, held_on=held_on, meeting=meeting, notes=notes, confirmed=confirmed,
                details=details, closed=row is not None and row["closed_at"] is not None, version=data.version())


def agenda(desk: Desk, month: date) -> Agenda:
    """The open meeting on the figures of its day; a closed one is ``kept``."""
    closed, _ = overview.last_meetings(desk.now.written, desk.code, desk.held_on)
    last = None if closed is None else kept(int(closed["id"]))
    line = meeting_line(desk.then, desk.code, held_on=desk.held_on, month=month)
    return shown.agenda(desk.then, desk.now.written, code=desk.code, month=month, held_on=desk.held_on, line=line,
                           meeting=desk.meeting, last=last, notes=desk.notes, confirmed=desk.confirmed,
                           details=desk.details)


def kept(meeting: int) -> Agenda:
    """The agenda of a closed meeting, as it was shown."""
    with Session(data.engine()) as session:
        return from_data(meeting_facts.kept(session, meeting))


def minutes(meeting: int) -> bytes:
    """The very bytes of a closed meeting's minutes."""
    with Session(data.engine()) as session:
        return meeting_facts.document(session, meeting)


def closed_words(row: pd.Series) -> str:
    """»Mødet er lukket den 12. apr. 2010 af konsulent i BRM. …«"""
    return (f"Mødet er lukket den {day(row['closed_at'])} af {row['closed_by']}. Tal, tekst og referat er dem, der "
            "blev vist, og bliver ikke ændret af senere rettelser.")


def _written(meeting: int | None, as_of: date | None) -> tuple[Noted | None, Noted | None, Detailed | None]:
    if meeting is None:
        return None, None, None
    with Session(data.engine()) as session:
        return (meeting_facts.notes(session, meeting, as_of=as_of),
                meeting_facts.confirmed(session, meeting, as_of=as_of),
                meeting_facts.details(session, meeting, as_of=as_of))


def link(code: str, held_on: date | None = None) -> str:
    """The address of a jobcenter's meeting."""
    return address.link("dialogmoede", jobcenter=code, **{DAY: held_on.isoformat() if held_on else None})


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
