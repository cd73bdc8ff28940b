"""The editions, shared by every session of the process, and the one that would be made now."""

from datetime import date

import streamlit as st
from sqlmodel import Session

from model.basics.formatting import today
from model.publishing import editions, updates
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import Edition, Heading
from model.snapshot.snapshot import Snapshot
from model.store import database
from pages.shared import data

WANTED = "udgivelse"  # in the address: the number of an edition
PREVIEW = "proeve"  # instead of a number: the one that would be made now


def headings() -> tuple[Heading, ...]:
    """Every edition, oldest first."""
    return _headings(data.version())


def edition(number: int | None = None) -> Edition | None:
    """The edition of a number, or the newest that is not withdrawn; None where there is none."""
    return _edition(data.version(), number)


def public(edition: Edition) -> Snapshot:
    """What an edition tells, with the stories that are published now. It is made once, since it never changes."""
    return _public(edition.heading.number, edition.heading.withdrawn is None, _stories(data.snapshot()), edition)


def proposed(month: date) -> Edition:
    """The edition of ``month`` as it would be if it were published now. Raises RecordRefused as
    ``editions.proposed``.
    """
    return _proposed(data.version(), today(), month, data.snapshot())


def preview(month: date) -> Snapshot:
    """What that edition would tell."""
    return _preview(data.version(), today(), month, data.snapshot())


def log() -> tuple[updates.Entry, ...]:
    """What was published, corrected and withdrawn, newest first."""
    return _log(data.version())


@st.cache_resource(max_entries=2, show_spinner=False)
def _log(version: int) -> tuple[updates.Entry, ...]:
    with database.readable(), Session(data.engine()) as session:
        return updates.log(tuple(editions.every(session)))


@st.cache_resource(max_entries=2, show_spinner=False)
def _headings(version: int) -> tuple[Heading, ...]:
    with database.readable(), Session(data.engine()) as session:
        return editions.headings(session)


@st.cache_resource(max_entries=8, show_spinner=False)
def _edition(version: int, number: int | None) -> Edition | None:
    with database.readable(), Session(data.engine()) as session:
        return editions.edition(session, number)


@st.cache_resource(max_entries=3, show_spinner=False)
def _public(number: int, stands: bool, stories: tuple[object, ...], _edition: Edition) -> Snapshot:
    return as_snapshot(_edition, data.snapshot().written.published)


def _stories(now: Snapshot) -> tuple[object, ...]:
    """What tells one state of the published stories from another: the newest version of each."""
    rows = now.written.published.stories
    return tuple(zip(rows["number"], rows["recorded_at"], strict=True))


@st.cache_resource(max_entries=2, show_spinner="Laver prøvevisning …")
def _proposed(version: int, day: date, month: date, _now: Snapshot) -> Edition:
    with database.readable(), Session(data.engine()) as session:
        return editions.proposed(session, _now, month)


@st.cache_resource(max_entries=2, show_spinner=False)
def _preview(version: int, day: date, month: date, _now: Snapshot) -> Snapshot:
    return as_snapshot(_proposed(version, day, month, _now), _now.written.published)
