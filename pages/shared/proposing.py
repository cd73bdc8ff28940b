"""The editions that would be made now: each decided once for all sessions, and who waits sees how far it is."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

import streamlit as st
from sqlmodel import Session

from model.publishing import editions
from model.publishing.edition import Edition
from model.publishing.progress import Progress, Step, words
from model.snapshot.snapshot import Snapshot
from model.store import database
from pages.shared import data

MOST = 2  # editions that are held


@dataclass
class _Desk:
    """What is held, by the version of the data, the day and the month; the lock is held while one is decided."""

    held: OrderedDict[tuple[int, date, date], Edition] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)


@st.cache_resource(show_spinner=False)
def _desk() -> _Desk:
    return _Desk()


def proposed(version: int, day: date, month: date, now: Snapshot) -> Edition:
    """The edition of ``month`` as it would be of this state of the data. Raises RecordRefused as
    ``editions.proposed``; a run that is broken off on the way leaves nothing behind.
    """
    desk, key = _desk(), (version, day, month)
    known = desk.held.get(key)
    if known is not None:
        return known
    with _bar() as progress, desk.lock:
        known = desk.held.get(key)
        if known is None:
            with database.readable(), Session(data.engine()) as session:
                known = desk.held[key] = editions.proposed(session, now, month, progress=progress)
            while len(desk.held) > MOST:
                desk.held.popitem(last=False)
    return known


@contextmanager
def _bar() -> Iterator[Progress]:
    """A bar for as long as it takes."""
    place = st.empty()

    def tell(step: Step, done: int, of: int) -> None:
        place.progress(done / of, text=words(step, done, of))

    try:
        yield tell
    finally:
        place.empty()
