"""Opening the data pages in tests, and the small files they are fed."""

import re
from html import unescape
from typing import Any

from sqlalchemy import Engine, func, select
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.intake.examine import examine
from model.intake.saving import apply
from model.store import facts
from model.store.tables.base import Upload
from pages.shared import navigation, places
from tests import worlds
from tests.pages import opening
from tests.viewers import named

HEADINGS = "maaned;kommunekode;jobcenter;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud"
SKIVE = "2010-03;779;Skive;414;61;12"
LEMVIG = "2010-03;665;Lemvig;195;21;6"
WRONG_SKIVE = "2010-03;779;Skive;58;61;12"
CPR = "251248-4916"


def history(app: AppTest | None = None, /, **address: str) -> AppTest:
    """»Historik« with these parameters in its address; with an app, gone to from where that one is."""
    if app is None:
        return opened("reporting", **places.history(address))
    app.query_params.update(places.history(address))
    return app.switch_page(navigation.REPORTING).run()


def csv(*rows: str) -> bytes:
    """A small file in our own format."""
    return ("\r\n".join((HEADINGS, *rows)) + "\r\n").encode()


def opened(page: str, **address: str) -> AppTest:
    """The app, on one of the data pages, with these parameters in the address."""
    return opening.opened(page, **address)


def uploaded(content: bytes, name: str = "tal.csv", by: str = "konsulent i BRM") -> AppTest:
    """»Indlæs tal« with one file in the box, checked."""
    app = opened("upload")
    if by:
        app.text_input(key="uploaded_by").set_value(by)
    return app.file_uploader[0].upload(name, content).run()


def unfolded(app: AppTest, panel: str) -> AppTest:
    """The page with a folded panel opened."""
    app.session_state[panel] = True
    return app.run()


def said(app: AppTest) -> str:
    """Everything the page says in words: headings, text, boxes, tables and captions."""
    assert not app.exception, app.exception[0].value
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.error, *app.warning, *app.info,
             *app.success]
    raw = [str(part.value) for part in parts] + [part.proto.body for part in app.get("html")]
    drawn = re.sub(r"</?i\b[^>]*>", "", " ".join(raw))  # a sign within a sentence parts no words
    return re.sub(r"\s+", " ", unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn, flags=re.DOTALL)))


def has(app: AppTest, kind: str, key: str) -> bool:
    """Whether a widget with that key is on the page."""
    return any(widget.key == key for widget in app.get(kind))


def kept(value: Any) -> str:
    """Everything that hangs on an object, as text: to look for what must not be there."""
    if isinstance(value, bytes):
        return value.decode("latin-1") + value.decode("utf-16-le", errors="ignore")
    if isinstance(value, dict):
        return " ".join(kept(v) for pair in value.items() for v in pair)
    if isinstance(value, list | tuple | set):
        return " ".join(kept(v) for v in value)
    return f"{value} {kept(vars(value))}" if hasattr(value, "__dict__") else str(value)


def stored(engine: Engine) -> dict[tuple[str, str, str], int]:
    """Current counts by jobcenter, month and measure."""
    with Session(engine) as session:
        rows = facts.figures(session)
    rows = rows[rows["value"].notna()]
    return {(r.jobcenter, f"{r.month:%Y-%m}", r.measure): int(r.value) for r in rows.itertuples()}


def uploads(engine: Engine) -> int:
    with Session(engine) as session:
        return session.execute(select(func.count()).select_from(Upload)).scalar_one()


@worlds.kept
def loaded(engine: Engine, *rows: str) -> int:
    """Those rows as an upload that stands."""
    content = csv(*rows)
    report = examine(engine, "tidligere.csv", content)
    return apply(engine, report, content=content, viewer=named("en anden"), reason="til prøven")
