"""Opening any page in tests, on a small region whose figures are written straight into the database."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st
from sqlalchemy import Engine
from sqlmodel import Session, select
from streamlit.testing.v1 import AppTest

from model.basics.months import shift, span
from model.drawing.chart import Chart
from model.store import database
from model.store.tables.base import Figure, Jobcenter, Upload
from pages.shared import drawing, figure_tools, navigation
from tests.pages.folds import OPEN
from tests.worlds import kept

REGION, JOBCENTER = "region", "jobcenter"
METHOD, GUIDE = "method", "guide"
VIBORG, SKIVE, LEMVIG = "791", "779", "665"
TRAITS = {VIBORG: (800, 90, 8), SKIVE: (400, 40, 0)}  # persons, activated at the start, more each month
FIRST, LAST = date(2009, 9, 1), date(2010, 3, 1)
ADDRESSES = TemporaryDirectory()


def opened(page: str, session: Mapping[str, Any] | None = None, /, **address: str) -> AppTest:
    """The app on ``pages/{page}/page.py``, opened by its address with these parameters in it.

    session: what it holds by then: a name typed on another page, panels that were opened.
    """
    file = f"pages/{page}/page.py"
    return at(next(entry.address for entry in navigation.SHOWN if entry.file == file), session, **address)


def at(name: str, session: Mapping[str, Any] | None = None, /, **address: str) -> AppTest:
    """The app opened at this address: a page's, or one that leads on to where its page has moved."""
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.query_params.update(address)
    for key, value in (session or {}).items():
        app.session_state[key] = value
    return (app.switch_page(_addressed(name)) if name else app).run()


def every_tab(page: str, session: Mapping[str, Any] | None = None, /, **address: str) -> Iterator[AppTest]:
    """The same on each of the page's tabs with its folds open, the one it opens on first; a page without tabs once."""
    unfolded = {**OPEN, **(session or {})}
    first = opened(page, unfolded, **address)
    yield first
    for tab in first.tabs[1:]:
        yield opened(page, unfolded, **address, fane=tab.label)


def all_under(chart: Chart, key: str, *, link: str = "", opened: str | None = None, right: object = None) -> None:
    """In the place of the tools under a figure: everything they can show."""
    st.html(figure_tools.table(chart, link) + drawing.paragraph(chart.how_to_read))


@cache
def _addressed(name: str) -> str:
    """A file by the name of an address: before its first run an app that is tested knows its pages by that alone."""
    path = Path(ADDRESSES.name, f"{name}.py")
    path.touch()
    return str(path)


def field(app: AppTest, kind: str, start: str) -> Any:
    """The one widget of the kind whose key is ``start``, alone or with what its form is about and its turn behind."""
    found = [widget for widget in app.get(kind) if re.fullmatch(rf"{start}(_.*)?", str(widget.key))]
    assert len(found) == 1, f"{start}: {[widget.key for widget in app.get(kind)]}"
    return found[0]


@kept
def fill(engine: Engine, *, source: str = "file", silent: tuple[str, ...] = ()) -> None:
    """One upload a month, received on the tenth of the next, from every jobcenter but the ``silent`` ones.

    Viborg grows, Skive stands still, the others lie between; outcomes come three months late.
    """
    with database.write(engine) as session:
        codes = [code for code in session.exec(select(Jobcenter.code)) if code not in silent]
        for number, month in enumerate(span(FIRST, LAST)):
            upload = _upload(session, f"{month:%Y-%m}.csv", source=source, number=number,
                             received=datetime(shift(month, 1).year, shift(month, 1).month, 10, 10, tzinfo=UTC))
            for code in codes:
                session.add_all(_figures(code, month, number, upload))


@kept
def correct(engine: Engine, *, code: str, month: date, value: int) -> None:
    """One more upload, on 12 April 2010, that gives one total another value."""
    with database.write(engine) as session:
        upload = _upload(session, "rettelse", source="form", number=99, received=datetime(2010, 4, 12, 9, tzinfo=UTC))
        session.add(Figure(jobcenter=code, month=month, measure="virksomhedsaktivering_i_alt", upload_id=upload,
                           value=value))


def _upload(session: Session, name: str, *, source: str, number: int, received: datetime) -> int:
    row = Upload(dataset="maanedstal", source=source, file_name=name, sha256=f"{number:064d}", content=b"",
                 received_at=received, received_by="prøve", counts={}, problems=[], without=[])
    session.add(row)
    session.flush()
    return int(row.id or 0)


def _figures(code: str, month: date, number: int, upload: int) -> list[Figure]:
    persons, begun, more = TRAITS.get(code, (300, 30, 3))
    stated = {(month, "personer_match4"): persons, (month, "virksomhedsaktivering_i_alt"): begun + more * number}
    if (ended := shift(month, -3)) >= date(2009, 10, 1):
        stated |= {(ended, "afsluttede_forloeb"): 12, (ended, "heraf_selvforsoergende_4_uger"): 3}
    return [Figure(jobcenter=code, month=when, measure=name, upload_id=upload, value=value)
            for (when, name), value in stated.items()]
