"""Counting a list in a real browser: by the keyboard alone, and readable on a phone."""

import pytest

from tests.browser.test_main_job import payload, put
from tests.browser.test_mending import consultant, reach, stands_whole

__all__ = ["consultant"]

LIST = ("Deltagerliste, kursusdag 3 (26. jan. 2010);;;\r\nNavn;Jobcenter;Rolle;Status\r\n"
        "Opdigtet A;Skive;Konsulent;Deltog\r\nOpdigtet B;Skive;Konsulent;Gik kl. 11\r\n"
        "Opdigtet C;Holstbro;Tovholder;\r\nOpdigtet D;Viborg;Konsulent;Afbud\r\n")


def test_a_list_is_counted_and_saved_by_the_keyboard_alone(consultant):
    put(consultant, payload("liste.csv", LIST))
    consultant.expect("Filen ligner en deltagerliste: 4 rækker")
    keys = consultant.page.keyboard
    reach(consultant, "Tæl listen")
    keys.press("Enter")
    consultant.settle()
    consultant.expect("Listen venter på 3 svar")
    reach(consultant, "Under »Status« står »Gik kl. 11« (1 række). Hvad betyder det?")
    keys.press("ArrowDown")
    consultant.page.get_by_role("option", name="Kom", exact=True).wait_for()
    keys.press("Enter")
    while consultant.page.evaluate("document.activeElement.type") != "radio":
        keys.press("Tab")
    keys.press("Space")  # »Kom ikke« of the empty cells
    reach(consultant, "Tæl")
    keys.press("Enter")
    consultant.settle()
    consultant.expect("4 rækker → 6 tal. Kolonne A er ikke læst og gemmes ikke.")
    fill_reason(consultant)
    reach(consultant, "Gem")
    keys.press("Enter")
    consultant.settle()
    consultant.expect("Filen er gemt")
    assert consultant.errors == []


def fill_reason(visitor):
    """Say why, where a warning asks."""
    if visitor.page.locator(".st-key-reason input").count():
        visitor.fill("reason", "prøve")


@pytest.mark.long
def test_the_questions_of_a_list_are_accessible_and_stand_whole_on_a_phone(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    put(visitor, payload("liste.csv", LIST))
    visitor.page.get_by_role("button", name="Tæl listen").dblclick()
    visitor.settle()
    visitor.expect("Listen venter på 3 svar")
    stands_whole(visitor)
