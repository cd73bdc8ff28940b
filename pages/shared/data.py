"""The database and the snapshots, shared by every session of the process. The only file with a cache of figures."""

import logging
from contextlib import AbstractContextManager, nullcontext
from datetime import date

import pandas as pd
import streamlit as st
from sqlalchemy import Engine
from sqlmodel import Session

from model import sample
from model.access import rights
from model.access.rights import Action
from model.access.viewer import HOUSE, Viewer
from model.basics.formatting import today
from model.basics.free_text import RecordRefused
from model.intake import about_whom
from model.intake.refusal import SaveRefused
from model.snapshot import loading, scopes
from model.snapshot.scopes import Scope
from model.snapshot.shelf import Shelf
from model.snapshot.snapshot import Snapshot, seen
from model.store import database, facts, seeding
from model.subjects.news.words import news as words
from model.subjects.news.words.news import News
from pages.shared import warming

VERSION, INVENTED = "data_version", "sample_stands"
LOG = logging.getLogger(__name__)


@st.cache_resource(show_spinner="Klargør databasen. Første gang tager det lidt længere …")
def engine() -> Engine:
    """The engine of this process, on a database that is migrated and, when new and embedded, filled with the sample.

    Raises DatabaseProblem; nothing is remembered then, so the next visit tries again.
    """
    opened = database.create()
    seeding.migrate(opened)
    try:
        sample.first_start(opened)
    except (SaveRefused, RecordRefused) as refusal:
        LOG.warning("the sample data were not loaded: %s", refusal)
    return opened


def begin() -> None:
    """At the start of a run: look once which version of the data the whole page is to show."""
    with database.readable(), Session(engine()) as session:
        st.session_state[VERSION] = database.data_version(session)
    st.session_state[INVENTED] = everything().sample


def invented() -> bool:
    """Whether invented sample data stand, as it was when this run began."""
    return bool(st.session_state.get(INVENTED, False))


def version() -> int:
    """The counter that every write moves, as it was when this run began."""
    if VERSION not in st.session_state:
        begin()
    return int(st.session_state[VERSION])


def snapshot(viewer: Viewer, *, as_of: date | None = None) -> Snapshot:
    """The figures now or as of a day, as somebody may see them; objects are shared: never change one.

    Raises NotAllowed for who may see no figures.
    """
    rights.require(viewer, Action.SEE_FIGURES)
    units, known = rights.units_of(viewer, Action.SEE_WRITTEN), everything(as_of=as_of)
    return known if units is None else seen(known, _scope(version(), units))


@st.cache_resource(max_entries=64, show_spinner=False)
def _scope(version: int, units: frozenset[str]) -> Scope:
    return scopes.among(_stated(version), units)


@st.cache_resource(max_entries=2, show_spinner=False)
def _stated(version: int) -> dict[int, frozenset[str]]:
    """Read once a state of the data for everybody: all that is stored is looked through for it."""
    with database.readable(), Session(engine()) as session:
        return about_whom.units(session)


def everything(*, as_of: date | None = None) -> Snapshot:
    """The figures with all that is written, as the app reads them for what is the same for everybody: names, days, what
    is published. What a page shows of them comes from ``snapshot``.
    """
    state = (version(), today())
    shelf = _shelf()
    waits: AbstractContextManager[object] = nullcontext()
    if not shelf.held(state, as_of):
        waits = st.spinner("Henter tal …")
    with waits:
        return shelf.take(state, as_of, lambda before: _loaded(as_of, before))


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    """The snapshots of this process: a write or a new day makes a new one of what was held."""
    return Shelf()


def _loaded(as_of: date | None, before: Snapshot | None) -> Snapshot:
    with database.readable(), Session(engine()) as session:
        return loading.load(session, HOUSE, as_of=as_of, before=before)


def warm() -> None:
    """After a run: compute what pages have asked for of the figures that were replaced, for whoever comes next."""
    shelf = _shelf()
    if replaced := shelf.replaced():
        now, before = replaced
        warming.begin(now, before, is_newest=lambda: shelf.newest() is now)


def earlier(jobcenter: str, *, as_of: date | None = None, at: int | None = None) -> pd.DataFrame:
    """What was said of a jobcenter's figures before the values that stand; the frame of ``facts.earlier``.

    ``at``: the version of the data, where a file is made past the run that offered it.
    """
    return _earlier(version() if at is None else at, jobcenter, as_of)


@st.cache_resource(max_entries=64, show_spinner=False)
def _earlier(version: int, jobcenter: str, as_of: date | None) -> pd.DataFrame:
    with database.readable(), Session(engine()) as session:
        return facts.earlier(session, jobcenter=jobcenter, as_of=as_of)


def news(snapshot: Snapshot, jobcenter: str, month: date, *, at: int | None = None) -> News:
    """What is new of a jobcenter up to ``month``; ``at`` as in ``earlier``."""
    seen_by = None if snapshot.scope is None else tuple(sorted(snapshot.scope.units))  # agreements are among it
    return _news(version() if at is None else at, jobcenter, month, snapshot.as_of, seen_by, snapshot)


@st.cache_resource(max_entries=64, show_spinner=False)
def _news(version: int, jobcenter: str, month: date, as_of: date | None, seen_by: tuple[str, ...] | None,
          _snapshot: Snapshot) -> News:
    """Kept here and not with the snapshot, since what was said before is read beside it."""
    return words.news(_snapshot, jobcenter, month, earlier=_earlier(version, jobcenter, as_of))
