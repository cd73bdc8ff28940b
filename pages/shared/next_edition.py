"""The edition that would be published now: of which months, what it would tell, and what to know before."""

from datetime import date

import streamlit as st
from sqlmodel import Session

from model.access.rights import Action
from model.basics.formatting import today
from model.publishing import checklist, editions
from model.publishing.as_snapshot import as_snapshot
from model.publishing.cells import PublicRecord
from model.publishing.checklist import Remark
from model.publishing.edition import Edition, document
from model.publishing.fresh import Fresh
from model.publishing.fresh import fresh as of
from model.snapshot.snapshot import Snapshot
from model.store import database, once
from model.subjects.goals.figures import coverage
from pages.shared import address, data, proposing, published, viewer


def offered() -> tuple[date, ...]:
    """The months that may be published now, newest first: none is before the newest edition's."""
    now, known = data.everything(), published.counted()
    least = known[-1].month if known else None
    months = {*coverage.reported_months(now), default()}
    return tuple(sorted((each for each in months if least is None or each >= least), reverse=True))


def default() -> date:
    """The month that is published unless another is chosen: the newest final one, and none before the newest
    edition's.
    """
    now, known = data.everything(), published.counted()
    month = coverage.default_month(now) or now.starts
    return max(month, known[-1].month) if known else month


def month() -> date:
    """The month of the preview: the address's where it may be published, else the default."""
    wanted = address.month(data.everything())
    return wanted if wanted in offered() else default()


def proposed(month: date) -> Edition:
    """The edition of ``month`` as it would be if it were published now. Raises RecordRefused as
    ``editions.proposed``.
    """
    viewer.required(Action.SEE_FIGURES)
    return proposing.proposed(data.version(), today(), month, data.everything())


def preview(month: date) -> Snapshot:
    """What that edition would tell."""
    return _preview(data.version(), today(), month, proposed(month), data.everything())


def fresh(made: Edition) -> Fresh:
    """What a proposed edition tells that no edition has told before."""
    known = published.counted()
    newest = published.edition(known[-1].number) if known else None
    return of(made, newest.published if newest else PublicRecord())


def state(month: date) -> tuple[int, str]:
    """The number of the newest edition, 0 before the first, and a digest of all that would be told of ``month``."""
    known = published.headings()
    return known[-1].number if known else 0, _digest(data.version(), today(), month, proposed(month))


def remarks(month: date) -> tuple[Remark, ...]:
    """What is to be known before ``month`` is published."""
    return _remarks(data.version(), today(), month, proposed(month), data.everything())


def worth(made: Edition) -> bool:
    """Whether there is anything to publish."""
    return _worth(data.version(), made.heading.month, made)


@st.cache_resource(max_entries=2, show_spinner=False)
def _worth(version: int, month: date, _made: Edition) -> bool:
    with database.readable(), Session(data.engine()) as session:
        return editions.worth(session, _made)


@st.cache_resource(max_entries=2, show_spinner=False)
def _preview(version: int, day: date, month: date, _made: Edition, _now: Snapshot) -> Snapshot:
    return as_snapshot(_made, _now.written.published)


@st.cache_resource(max_entries=2, show_spinner=False)
def _digest(version: int, day: date, month: date, _made: Edition) -> str:
    known = document(_made)
    return once.digest({name: known[name] for name in known if name != "made_at"})


@st.cache_resource(max_entries=2, show_spinner=False)
def _remarks(version: int, day: date, month: date, _made: Edition, _now: Snapshot) -> tuple[Remark, ...]:
    with database.readable(), Session(data.engine()) as session:
        return checklist.remarks(session, _now, _made)
