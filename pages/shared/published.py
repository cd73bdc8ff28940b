"""The editions, shared by every session of the process.

What an edition tells never changes, so it is kept past every write; only a database that was put back may hold others.
"""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st
from sqlmodel import Session

from model.basics.formatting import alphabetical, day, month_long, number
from model.publishing import added, editions, updates
from model.publishing import moved as since
from model.publishing.as_snapshot import as_snapshot
from model.publishing.edition import Edition, Heading
from model.publishing.limits import Limits, of_installation
from model.snapshot.snapshot import Snapshot
from model.store import database, edition_facts
from model.store.series import series_of
from pages.shared import data
from pages.shared.navigation import CONFERENCE

WANTED = "udgivelse"  # in the address: the number of an edition
PREVIEW = "proeve"  # instead of a number: the one that would be made now


def headings() -> tuple[Heading, ...]:
    """Every edition, oldest first."""
    return _headings(data.version())


def standing() -> tuple[Heading, ...]:
    """Those that are not withdrawn, newest first."""
    return tuple(each for each in headings()[::-1] if each.withdrawn is None)


def counts() -> Mapping[int, int]:
    """How many numbers each edition tells for the first time or corrects, by its number."""
    return _counts(data.version())


def edition(wanted: int | None = None) -> Edition | None:
    """The edition of a number, or the newest that is not withdrawn; None where there is none."""
    known = [each for each in headings() if each.number == wanted] if wanted is not None else list(standing()[:1])
    series = series_of(data.version())
    return _edition(series, known[0].number, known[0].made_at, known[0].withdrawn is None) if known else None


def newest() -> tuple[Edition, Snapshot] | None:
    """The newest edition that is not withdrawn, with what it tells; None where there is none."""
    return _newest(version=data.version())


def public(shown: Edition) -> Snapshot:
    """What an edition tells, with the stories that are published now, and which later ones correct it."""
    heading, version, newest = shown.heading, data.version(), standing()[:1]
    later = _corrected(version, heading.number) if newest and heading.number < newest[0].number else ()
    return _public(series_of(version), heading.number, heading.made_at, later, _stories(data.everything()), shown)


def counted() -> tuple[Heading, ...]:
    """The editions that the next one is held against, oldest first: those of invented figures only while such stand."""
    invented = data.everything().sample
    return tuple(each for each in headings() if invented or not each.sample)


def protection() -> tuple[Limits, tuple[str, ...]]:
    """The limits that hold, and the names of those whom the newest edition tells of together."""
    known, chosen = counted(), of_installation()
    newest = edition(known[-1].number) if known else None  # withdrawn or not: what it was made under holds
    if newest is None:
        return chosen, ()
    line = newest.published.line(newest.heading.month)
    names = sorted((newest.names[unit] for unit in line.units), key=alphabetical) if line else ()
    return chosen.raised_to(newest.published.limits), tuple(names)


def name(heading: Heading) -> str:
    """»Udgivelse 8: marts 2011, 12. apr. 2011«."""
    return f"Udgivelse {number(heading.number)}: {month_long(heading.month)}, {day(heading.made_on)}"


def moved(shown: Edition, code: str | None = None) -> str:
    """How many of the numbers that an edition tells stand otherwise now, of one jobcenter's own or of all, in words."""
    return _moved(version=data.version(), wanted=shown.heading.number, code=code, _shown=shown)


def public_sum() -> str:
    """What the newest edition tells of the region, in words; empty without one."""
    newest = edition()
    return _public_sum(newest.heading.number, newest.heading.made_at, newest) if newest else ""


def link(wanted: int | str) -> str:
    """The address of an edition, which never changes, or of the preview, from any page."""
    return f"./{CONFERENCE}?{WANTED}={wanted}"


def log() -> tuple[updates.Entry, ...]:
    """What was published, corrected and withdrawn, newest first."""
    return _log(data.version())


@st.cache_resource(max_entries=2, show_spinner=False)
def _log(version: int) -> tuple[updates.Entry, ...]:
    with database.readable(), Session(data.engine()) as session:
        return updates.log(tuple(editions.every(session)))


@st.cache_resource(max_entries=64, show_spinner=False)
def _moved(version: int, wanted: int, code: str | None, _shown: Edition) -> str:
    return since.moved(_shown, data.everything(), code).words


@st.cache_resource(max_entries=2, show_spinner=False)
def _public_sum(wanted: int, made_at: datetime, _newest: Edition) -> str:
    return since.public_sum(_newest)


@st.cache_resource(max_entries=2, show_spinner=False)
def _newest(version: int) -> tuple[Edition, Snapshot] | None:
    """Looked up once a state of the data: what an edition tells is itself kept past every write."""
    known = edition()
    return (known, public(known)) if known else None


@st.cache_resource(max_entries=2, show_spinner=False)
def _headings(version: int) -> tuple[Heading, ...]:
    with database.readable(), Session(data.engine()) as session:
        return editions.headings(session)


@st.cache_resource(max_entries=2, show_spinner=False)
def _counts(version: int) -> Mapping[int, int]:
    with database.readable(), Session(data.engine()) as session:
        rows = edition_facts.editions(session)
        return added.counts(rows, edition_facts.cells(session, rows[-1].edition.number)) if rows else {}


@st.cache_resource(max_entries=8, show_spinner=False)
def _edition(series: int, wanted: int, made_at: datetime, stands: bool) -> Edition | None:
    with database.readable(), Session(data.engine()) as session:
        return editions.edition(session, wanted)


@st.cache_resource(max_entries=8, show_spinner=False)
def _corrected(version: int, wanted: int) -> tuple[int, ...]:
    """The numbers of the standing editions after one that tell something of it anew."""
    with database.readable(), Session(data.engine()) as session:
        every = [each for each in editions.every(session) if each.heading.number >= wanted]
    later = [each for each in every[1:] if each.heading.withdrawn is None]
    return tuple(heading.number for heading, _ in updates.corrections(every[0], later))


@st.cache_resource(max_entries=3, show_spinner=False)
def _public(series: int, wanted: int, made_at: datetime, corrected: tuple[int, ...], stories: tuple[object, ...],
            _edition: Edition) -> Snapshot:
    return as_snapshot(_edition, data.everything().written.published, corrected)


def _stories(now: Snapshot) -> tuple[object, ...]:
    """What tells one state of the published stories from another: the newest version of each."""
    rows = now.written.published.stories
    return tuple(zip(rows["number"], rows["recorded_at"], strict=True))
