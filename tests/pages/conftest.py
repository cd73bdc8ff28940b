"""Page tests run the whole app in this process; nothing it caches may outlive a test.

Only the figures of one content of the database do, with all that was computed of them: the app asks for them anew in
every test and after every write, and gets what an earlier test had for the very same content.
"""

import importlib.metadata
import inspect
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
import streamlit as st
from sqlmodel import Session
from streamlit.runtime.media_file_manager import MediaFileManager

from model.access.viewer import Viewer
from model.basics.formatting import today
from model.snapshot import loading
from model.snapshot.snapshot import Snapshot
from model.store.tables.meetings import PUBLISHED
from model.writing.stories import write_story
from pages.shared import warming
from tests.pages.opening import VIBORG, fill
from tests.pages.telling import publish
from tests.viewers import named
from tests.worlds import configured, content

DOCUMENTS = ("sheet.sheet_pdf", "sheet.sheets_zip", "region_sheet.region_pdf", "workbook.workbook_xlsx",
             "slides.slides_pptx", "committee.committee_docx", "project_sheet.project_pdf",
             "contract_report.contract_pdf", "contract_report.contract_docx", "project_slides.projects_pptx",
             "project_slides.contract_pptx", "project_workbook.projects_xlsx")
MOST = 40  # contents: most of those a test makes by a save never come again


@pytest.fixture(autouse=True)
def _nothing_cached() -> Iterator[None]:
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(autouse=True)
def _nothing_still_computed(_own_environment: None) -> Iterator[None]:
    """What a save let begin beforehand ends with its test: it would read the next one's settings too early."""
    yield
    for thread in threading.enumerate():
        if thread.name == warming.NAME:
            thread.join()


@pytest.fixture(scope="session")
def _computed() -> OrderedDict[tuple, Snapshot]:
    """The figures of the contents asked for last, and all that was computed of them."""
    return OrderedDict()


@pytest.fixture(autouse=True)
def _computed_once_per_content(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch,
                               _computed: OrderedDict[tuple, Snapshot]) -> None:
    """A test that puts something else in the place of the code computes for itself what it computes."""
    load, own = loading.load, "monkeypatch" in inspect.signature(request.function).parameters

    def once(session: Session, viewer: Viewer, *, as_of: date | None = None,
             before: Snapshot | None = None) -> Snapshot:
        key = (content(session.connection()), as_of, today(), configured())
        known = _computed.pop(key, None) or load(session, viewer, as_of=as_of, before=before)
        _computed[key] = known
        if len(_computed) > MOST:
            _computed.popitem(last=False)
        return replace(known) if own else known

    monkeypatch.setattr(loading, "load", once)


@pytest.fixture(autouse=True)
def _no_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test of an app would look through every installed package for components, of which this one uses none."""
    monkeypatch.setattr(importlib.metadata, "distributions", lambda **_: iter(()))


@pytest.fixture
def nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any document that is made while a page is read is a fault."""
    def making(*_: object, **__: object) -> None:
        raise AssertionError("a document was made for a page that is only read")
    for made in DOCUMENTS:
        monkeypatch.setattr(f"model.documents.{made}", making)


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bytes]:
    """What the browser gets when it fetches a file by its name, once the page has offered it."""
    offered, whole = {}, MediaFileManager.add_deferred

    def keeping(self, make, *rest, file_name=None, **more):
        offered[file_name] = make
        return whole(self, make, *rest, file_name=file_name, **more)
    monkeypatch.setattr(MediaFileManager, "add_deferred", keeping)
    return lambda name: offered[name]()


@pytest.fixture
def told(engine):
    """A small region with a story, and an edition of its newest month."""
    fill(engine)
    write_story(engine, jobcenter=VIBORG, title="Fra kantine til job", description="Tre begyndte. To er ansat.",
                state=PUBLISHED, read_through=True, viewer=named("BRM"))
    publish(engine)
    return engine
