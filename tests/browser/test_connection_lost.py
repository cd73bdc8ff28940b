"""A connection breaks in the middle of a form or an upload, or the server is started again: what was typed stays."""

import re
import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import Route
from sqlmodel import Session, col, select

from model.store import database
from model.store.tables.meetings import Story
from tests.browser.running import Stage, app, free_port
from tests.browser.test_main_job import BASELINE, payload, put
from tests.browser.visitor import OFTEN, Visitor
from tests.servers import address

SOCKETS = """(() => {
  const Own = window.WebSocket;
  window.sockets = [];
  window.WebSocket = class extends Own { constructor(...asked) { super(...asked); window.sockets.push(this); } };
})()"""
TITLE, TEXT = "Fra kantine til job", "Det gik godt, og det kan andre lære af."


def lose(visitor: Visitor) -> None:
    """Break the connection, and wait until there is another."""
    visitor.page.evaluate("window.before = window.sockets.length; window.sockets.forEach(each => each.close())")
    visitor.page.wait_for_function("() => window.sockets.length > window.before", polling=OFTEN, timeout=60_000)
    visitor.settle()


@pytest.fixture
def watched(visit: Callable[..., Visitor]) -> Callable[[str], Visitor]:
    """A new visitor whose connections can be broken."""
    def opened(url: str) -> Visitor:
        visitor = visit(url, new=True)
        visitor.page.context.add_init_script(SOCKETS)
        return visitor
    return opened


def begun(visitor: Visitor) -> None:
    """A story with a title that has been sent, and a text that is still being typed."""
    visitor.goto("/historier")
    visitor.page.locator(".st-key-story_panel summary").click()
    visitor.settle()
    visitor.fill("uploaded_by", "konsulent i BRM")
    visitor.fill("story_title", TITLE)
    visitor.widget("story_text", "textarea").press_sequentially(TEXT)


def typed(visitor: Visitor) -> tuple[str, str]:
    title, text = visitor.widget("story_title", "input"), visitor.widget("story_text", "textarea")
    return title.input_value(), text.input_value()


def saved(visitor: Visitor, stored: str) -> list[tuple[str, str]]:
    visitor.widget("story_text", "textarea").press("Tab")
    visitor.settle()
    visitor.click("story_draft")
    visitor.expect("Historien er gemt som kladde.")
    engine = database.create(stored)
    with Session(engine) as session:
        rows = session.exec(select(Story).where(col(Story.title) == TITLE)).all()
    engine.dispose()
    return [(row.title, row.description) for row in rows]


def test_what_was_typed_in_a_form_stays_when_the_connection_breaks(watched, own_app, stage: Stage):
    visitor = watched(own_app)
    begun(visitor)
    lose(visitor)
    assert typed(visitor) == (TITLE, TEXT)
    assert saved(visitor, f"sqlite:///{stage.path}") == [(TITLE, TEXT)]


def test_a_file_that_is_cut_off_on_its_way_is_told_of_in_danish_and_what_was_typed_stays(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    visitor.page.route("**/_stcore/upload_file/**", lambda route: route.abort(), times=1)
    visitor.page.set_input_files('[data-testid="stFileUploaderDropzoneInput"]', payload("start.csv", BASELINE))
    chip = visitor.page.locator("[data-testid='stFileChip']")
    chip.get_by_text("Filen kom ikke frem: forbindelsen blev afbrudt.").wait_for(state="visible")
    text = chip.inner_text()
    assert not re.search("Error|Network|[0-9]B", text), text
    assert visitor.widget("uploaded_by", "input").input_value() == "konsulent"
    chip.get_by_role("button", name="Fjern start.csv").click()
    put(visitor, payload("start.csv", BASELINE))
    visitor.expect("Filen kan gemmes")


@pytest.mark.long
def test_a_file_that_has_come_stays_and_one_on_its_way_may_be_chosen_again(watched, own_app):
    visitor = watched(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")

    def broken(route: Route) -> None:
        visitor.page.evaluate("window.sockets.forEach(each => each.close())")
        route.continue_()

    visitor.page.route("**/_stcore/upload_file/**", broken, times=1)
    put(visitor, payload("start.csv", BASELINE))
    put(visitor, payload("start.csv", BASELINE))
    visitor.expect("Filen kan gemmes")
    lose(visitor)
    visitor.expect("Filen kan gemmes")
    visitor.click("apply")
    visitor.expect("Filen er gemt")


@pytest.mark.long
def test_what_was_typed_in_a_form_stays_when_the_server_is_started_again(watched, empty_file, tmp_path):
    shutil.copy(empty_file, tmp_path / "app.db")
    port = free_port()
    with app(tmp_path, port=port, FREMDRIFT_SAMPLE="never") as url:
        visitor = watched(url)
        begun(visitor)
    visitor.page.wait_for_function(
        "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState !== 'CONNECTED'",
        polling=OFTEN, timeout=60_000)
    with app(tmp_path, port=port, FREMDRIFT_SAMPLE="never"):
        visitor.settle()
        assert typed(visitor) == (TITLE, TEXT)
        assert saved(visitor, f"sqlite:///{tmp_path}/app.db") == [(TITLE, TEXT)]


@pytest.mark.long
@pytest.mark.postgres
def test_a_database_that_is_started_again_is_told_of_meanwhile_and_met_at_the_next_click(watched, server, tmp_path):
    with app(tmp_path, FREMDRIFT_DATABASE_URL=address(server.anew())) as url:
        visitor = watched(url)
        visitor.goto("/historier")
        server.stop()
        visitor.follow("Kurser")
        visitor.expect("Der er ingen forbindelse til databasen")
        server.start()
        visitor.follow("Historier og eksempler")
        assert "ingen forbindelse" not in visitor.text()
        begun(visitor)
        assert typed(visitor) == (TITLE, TEXT)


@pytest.mark.long
@pytest.mark.postgres
def test_what_was_typed_stays_while_the_database_is_gone_and_is_saved_once_when_it_is_back(watched, server, tmp_path):
    stored = address(server.anew())
    with app(tmp_path, FREMDRIFT_DATABASE_URL=stored, FREMDRIFT_SAMPLE="never") as url:
        visitor = watched(url)
        begun(visitor)
        visitor.widget("story_text", "textarea").press("Tab")
        visitor.settle()
        server.stop()
        visitor.click("story_draft")
        visitor.expect("Der er ingen forbindelse til databasen")
        server.start()
        visitor.follow("Historier og eksempler")
        visitor.page.locator(".st-key-story_panel summary").click()
        visitor.settle()
        assert typed(visitor) == (TITLE, TEXT)
        assert saved(visitor, stored) == [(TITLE, TEXT)]
