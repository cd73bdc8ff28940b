"""A whole dialogue meeting without a mouse: opened, followed up, agreed, mended, noted, closed, its minutes fetched."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator
from sqlmodel import Session

from model.basics.formatting import day, today
from model.store import database, meeting_facts
from model.subjects.meetings.figures import agreements as followed
from model.writing import agreements, meetings
from tests.browser.visitor import Visitor
from tests.viewers import named

SKIVE, BEFORE = "779", timedelta(days=30)
TWO_SCREENS = 1536  # pixels at a width of 1366
FARTHEST = 120  # presses of Tab from one thing on the page to another
REACHED = "element => element === document.activeElement"


def reach(visitor: Visitor, target: Locator) -> None:
    """Go on with Tab until the focus stands there."""
    for _ in range(FARTHEST):
        if target.count() and target.evaluate(REACHED):
            return
        visitor.page.keyboard.press("Tab")
    pytest.fail(f"Tab never came to {target}")


def enter(visitor: Visitor, key: str, text: str) -> None:
    """Write in the field with this widget key, over what stood there, and leave it."""
    reach(visitor, visitor.widget(key, ":is(input, textarea)"))
    visitor.page.keyboard.press("Control+a")
    visitor.page.keyboard.type(text)
    visitor.page.keyboard.press("Tab")
    visitor.settle()


def enter_day(visitor: Visitor, key: str, when: date) -> None:
    """Write a day in its field."""
    reach(visitor, visitor.widget(key, "[role=spinbutton]"))
    visitor.page.keyboard.type(f"{when:%d%m%Y}", delay=30)
    visitor.page.keyboard.press("Tab")
    visitor.settle()


def press(visitor: Visitor, key: str, words: str) -> None:
    """Press the button with this widget key, and hear the answer, which gets the focus."""
    reach(visitor, visitor.widget(key, "button"))
    visitor.page.keyboard.press("Enter")
    visitor.answered(words)
    visitor.settle()


def unfold(visitor: Visitor, key: str) -> None:
    """Open the folded form with this widget key."""
    reach(visitor, visitor.widget(key, "summary"))
    visitor.page.keyboard.press("Enter")
    visitor.settle()


def test_a_whole_meeting_with_the_keyboard_alone(visit, stage, sample_file):
    url = stage.to_write(sample_file)
    engine = database.create(f"sqlite:///{stage.path}")
    last = meetings.open_meeting(engine, unit=SKIVE, held_on=today() - BEFORE, viewer=named("BRM"))
    agreements.agree(engine, last, text="Ringe til fem virksomheder", responsible="jobkonsulenten", due=today(),
                     viewer=named("BRM"))
    visitor = visit(url)
    visitor.goto(f"/dialogmoede?jobcenter={SKIVE}&moede={today().isoformat()}")
    enter(visitor, "uploaded_by", "konsulent i BRM")
    press(visitor, "open_save", f"Mødet med Skive den {day(today())} er åbnet.")

    unfold(visitor, "status_panel")
    enter(visitor, "status_note", "to har sagt ja")
    press(visitor, "status_save", "Status er gemt.")

    enter(visitor, "agree_text", "Åbne et center")
    enter(visitor, "agree_responsible", "jobcenterchefen")
    enter_day(visitor, "agree_due", today() + BEFORE)
    press(visitor, "agree_save", "Aftalen er gemt.")
    unfold(visitor, "mend_panel")
    enter(visitor, "mend_text", "Åbne to centre")
    press(visitor, "mend_save", "Aftalen er rettet.")

    enter(visitor, "notes_text", "Vi mødes igen til foråret.")
    press(visitor, "notes_save", "Noterne er gemt.")
    unfold(visitor, "close_panel")
    reach(visitor, visitor.widget("close_sure", "input"))
    visitor.page.keyboard.press("Space")
    visitor.settle()
    press(visitor, "close_save", "Mødet er lukket, og referatet er gemt.")

    reach(visitor, visitor.page.get_by_role("button", name="Hent referatet (Word)"))
    with visitor.page.expect_download() as fetched:
        visitor.page.keyboard.press("Enter")
    assert fetched.value.suggested_filename.endswith(".docx")
    with Session(engine) as session:
        book = meeting_facts.written(session)
    meeting = int(book.meetings.loc[book.meetings["held_on"].eq(today()), "id"].iloc[0])
    assert followed.made_at(book, meeting)["text"].tolist() == ["Åbne to centre"]
    assert "to har sagt ja" in book.statuses["note"].tolist()
    engine.dispose()


def test_the_answer_its_reason_and_the_agreements_stand_within_two_screens(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/dialogmoede?jobcenter=779&moede=2011-05-18")
    figures = visitor.page.locator("section:has(h2:text('Hvad har ændret sig siden sidst?')) + .fd-list").bounding_box()
    agreed = visitor.page.locator(".st-key-agree_panel").bounding_box()
    assert figures is not None and agreed is not None
    assert max(box["y"] + box["height"] for box in (figures, agreed)) <= TWO_SCREENS
    assert figures["x"] + figures["width"] <= agreed["x"]
