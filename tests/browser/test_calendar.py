"""The calendar in a browser: lanes where there is room, a list on a phone, and a file a calendar program reads."""

from pathlib import Path

from icalendar import Calendar

from tests.browser.test_every_page import PHONE, sized

CALENDAR = "/kalender?pr=2010-04-12"


def seen(visitor, kind: str) -> bool:
    """Whether that drawing of the timeline takes up room on the screen."""
    box = visitor.page.locator(f".fd-time-{kind}").bounding_box()
    return box is not None and box["width"] > 50


def test_the_next_date_stands_first_the_lanes_fit_the_screen_and_on_a_phone_they_are_a_list_by_month(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto(CALENDAR)
    assert visitor.heading() == "Næste: Mentorkursus 2, dag 3, 15. apr. 2010"
    assert (seen(visitor, "lanes"), seen(visitor, "list")) == (True, False)
    track = visitor.page.locator(".fd-time-track").first.bounding_box()
    for mark in visitor.page.locator(".fd-time-track .fd-time-day").all():
        box = mark.bounding_box()
        assert track["x"] - 1 <= box["x"] and box["x"] + box["width"] <= track["x"] + track["width"] + 1

    sized(visitor, *PHONE)
    assert (seen(visitor, "lanes"), seen(visitor, "list")) == (False, True)
    assert "15. apr. 2010 · Mentorkursus 2, dag 3, Viborg Golf Hotel · kommer" in visitor.text()


def test_the_calendar_file_is_read_by_a_calendar_program(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto(CALENDAR)
    with visitor.page.expect_download() as fetched:
        visitor.page.get_by_text("Hent til din kalender (.ics)").click()
    assert fetched.value.suggested_filename == "virksomhedscenterkampagnen.ics"
    found = Calendar.from_ical(Path(fetched.value.path()).read_bytes())
    assert {"Startkonference", "Kampagnen slutter"} <= {str(event["summary"]) for event in found.walk("VEVENT")}
