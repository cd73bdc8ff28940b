"""Two clicks some 300 or 600 ms apart, as a hand makes them when nothing seems to happen, write one row."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, func, select

from model.basics.formatting import today
from model.store import database
from model.store.tables.base import Upload
from model.store.tables.editions import PublishedEdition
from model.store.tables.meetings import Agreement, AgreementStatus, DialogueMeeting, Story
from model.writing import meetings
from tests.browser.running import Stage
from tests.browser.test_main_job import choose
from tests.browser.visitor import Visitor
from tests.viewers import named

SOON, LATE = 300, 600  # milliseconds
BOTH = pytest.mark.parametrize("between", [SOON, LATE])


@pytest.fixture(scope="module")
def filled(stage: Stage, sample_file: Path) -> Iterator[tuple]:
    """The app on a copy of the sample, where Skive has an open meeting today; its address and its database."""
    url = stage.to_write(sample_file)
    engine = database.create(f"sqlite:///{stage.path}")
    meetings.open_meeting(engine, unit="779", held_on=today(), viewer=named("BRM"))
    yield url, engine
    engine.dispose()


def rows(engine, table) -> int:
    with Session(engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def twice(visitor: Visitor, key: str, between: int) -> None:
    """Two clicks on the very spot of the button."""
    button = visitor.widget(key, "button")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    spot = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visitor.page.mouse.click(*spot)
    visitor.page.wait_for_timeout(between)
    visitor.page.mouse.click(*spot)
    visitor.settle()


def story(visitor: Visitor, title: str) -> None:
    visitor.goto("/historier")
    visitor.page.locator(".st-key-story_panel summary").click()
    visitor.settle()
    visitor.fill("story_title", title)
    visitor.fill("story_text", "Det gik godt, og det kan andre lære af.")
    visitor.fill("uploaded_by", "konsulent i BRM")


@pytest.mark.long
@BOTH
def test_a_draft(visit, filled, between):
    url, engine = filled
    visitor, before = visit(url), rows(engine, Story)
    story(visitor, f"En kladde {between}")
    twice(visitor, "story_draft", between)
    visitor.expect("Historien er gemt som kladde.")
    visitor.settle()
    assert rows(engine, Story) == before + 1
    assert visitor.widget("story_title", "input").input_value() == ""


@pytest.mark.long
@BOTH
def test_a_published_story(visit, filled, between):
    url, engine = filled
    visitor, before = visit(url), rows(engine, Story)
    story(visitor, f"En historie {between}")
    visitor.widget("story_read", "label").click()
    visitor.settle()
    twice(visitor, "story_publish", between)
    visitor.expect("Historien er udgivet.")
    assert rows(engine, Story) == before + 1


@pytest.mark.parametrize("between", [pytest.param(SOON, marks=pytest.mark.long), LATE])
def test_an_agreement(visit, filled, between):
    url, engine = filled
    visitor, before = visit(url), rows(engine, Agreement)
    visitor.goto(f"/dialogmoede?jobcenter=779&moede={today().isoformat()}")
    visitor.fill("uploaded_by", "konsulent i BRM")
    visitor.fill("agree_text", f"Åbne to centre {between}")
    visitor.fill("agree_responsible", "jobcenterchefen")
    due = visitor.widget("agree_due", "[role=spinbutton]")
    due.click()
    visitor.page.keyboard.type(f"{today():%d%m}{today().year}")
    visitor.page.keyboard.press("Tab")
    visitor.settle()
    twice(visitor, "agree_save", between)
    visitor.expect("Aftalen er gemt.")
    visitor.settle()
    assert rows(engine, Agreement) == before + 1
    if not visitor.page.locator(".st-key-agree_panel details[open]").count():  # the second click met its heading
        visitor.page.locator(".st-key-agree_panel summary").click()
        visitor.settle()
    assert visitor.widget("agree_text", "input").input_value() == ""


@pytest.mark.long
@BOTH
def test_a_meeting_and_a_status(visit, filled, between):
    url, engine = filled
    visitor, held_on = visit(url), today() - timedelta(days=between // SOON)
    meetings_before, statuses_before = rows(engine, DialogueMeeting), rows(engine, AgreementStatus)
    visitor.goto(f"/dialogmoede?jobcenter=791&moede={held_on.isoformat()}")
    visitor.fill("uploaded_by", "konsulent i BRM")
    twice(visitor, "open_save", between)
    visitor.expect("er åbnet.")
    assert rows(engine, DialogueMeeting) == meetings_before + 1
    visitor.page.locator(".st-key-status_panel summary").click()
    visitor.settle()
    visitor.fill("status_note", f"halvvejs {between}")
    twice(visitor, "status_save", between)
    visitor.expect("Status er gemt.")
    assert rows(engine, AgreementStatus) == statuses_before + 1


def test_an_edition_with_its_receipt_and_the_way_to_it(visit, filled):
    url, engine = filled
    visitor, number = visit(url), rows(engine, PublishedEdition) + 1
    visitor.goto("/udgivelse")
    visitor.fill("publish_note", "En bemærkning")
    visitor.fill("uploaded_by", "konsulent i BRM")
    twice(visitor, "publish_save", SOON)
    visitor.expect(f"Udgivelse {number} er offentliggjort: ")
    visitor.settle()
    assert rows(engine, PublishedEdition) == number
    assert visitor.heading().startswith(f"Udgivelse {number} er offentliggjort: ")
    visitor.page.locator(f"a[href='./konference?udgivelse={number}']").first.click()
    visitor.settle()
    visitor.expect("Skrevet ved udgivelsen: En bemærkning")
    assert "Prøvevisning" not in visitor.page.frame_locator("iframe").first.locator("section").inner_text()


@pytest.mark.long
@BOTH
def test_a_hotline_enquiry(visit, filled, between):
    url, engine = filled
    visitor, before = visit(url), rows(engine, Upload)
    visitor.goto("/raadgivning")
    visitor.page.locator(".st-key-support_panel summary").click()
    visitor.settle()
    visitor.fill("uploaded_by", "konsulent i BRM")
    choose(visitor, "enquiry_jobcenter", "Skive")
    choose(visitor, "enquiry_theme", "Mentor")
    visitor.fill("enquiry_question", f"Hvornår begynder kurset {between}?")
    twice(visitor, "enquiry_save", between)
    visitor.expect("er gemt.")
    assert rows(engine, Upload) == before + 1
