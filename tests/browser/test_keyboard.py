"""With the keyboard alone: Enter takes a typed day, and after a press the focus stands on what came of it."""

import pytest

from tests.browser.test_main_job import choose, payload
from tests.browser.test_mending import HEAD, reach


@pytest.mark.parametrize(("path", "key", "day", "address"), [
    pytest.param("/jobcenter?jobcenter=791", "pr", "12042010", "pr=2010-04-12", marks=pytest.mark.long),
    pytest.param("/dialogmoede?jobcenter=791", "pr", "15052010", "pr=2010-05-15", marks=pytest.mark.long),
    ("/dialogmoede?jobcenter=791&moede=2010-04-12", "moede", "20042010", "moede=2010-04-20"),
])
def test_enter_takes_a_typed_day(visit, sample_app, path, key, day, address):
    visitor = visit(sample_app)
    visitor.goto(path)
    if key == "pr":
        visitor.page.locator(".st-key-as_of summary").click()
    box = visitor.page.locator(f".st-key-{key} [role='spinbutton']")
    box.first.click()
    visitor.page.keyboard.type(day, delay=30)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(f"**{address}*", timeout=15_000)
    visitor.settle()
    assert visitor.page.evaluate("document.activeElement.closest('[data-testid=stDateInput]') !== null")


def _stays_on(visitor, button) -> bool:
    """Whether the focus is there, also when nothing moves any more: a box that is drawn anew has lost it."""
    focused = "e => e === document.activeElement"
    if not button.evaluate(focused):
        return False
    visitor.settle()
    return bool(button.evaluate(focused))


@pytest.mark.long
def test_the_focus_follows_a_form_from_refusal_to_save(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indberetning?fane=Ret+et+tal")
    for typed, answer in (("tolv", "Rettelsen kan ikke gemmes"), ("12", "Rettelsen kan gemmes: 1 tal er nyt")):
        subsidy = visitor.page.get_by_label("Heraf i løntilskud, nyt tal")
        subsidy.fill(typed)
        subsidy.press("Tab")
        visitor.expect(answer)
    visitor.fill("fix_reason", "ringet op")
    visitor.fill("uploaded_by", "konsulent")
    visitor.press("fix_save")
    visitor.answered("Rettelsen er gemt")

    visitor.goto("/raadgivning")
    visitor.page.locator(".st-key-support_panel summary").click()
    visitor.settle()
    visitor.fill("uploaded_by", "konsulent")
    choose(visitor, "enquiry_jobcenter", "Skive")
    choose(visitor, "enquiry_theme", "Et andet tema")
    visitor.settle()
    visitor.fill("enquiry_theme_typed", "Økonomi")
    visitor.fill("enquiry_question", "Det gælder 251248-4916")
    visitor.press("enquiry_save")
    visitor.answered("CPR-nummer")
    visitor.fill("enquiry_question", "Hvad koster en plads?")
    visitor.press("enquiry_save")
    visitor.answered("Henvendelse nr. 1 er gemt.")


def choose_file(visitor, name: str, text: str) -> None:
    """Open the browser's dialog from the file box with Enter, and choose a file in it.

    The dialog is waited for from before the first Tab: the browser takes a moment to hand its dialogs over, and one
    that is opened in that moment is never heard of.
    """
    keys = visitor.page.keyboard
    button = visitor.page.locator(".stFileUploader button").first
    with visitor.page.expect_file_chooser() as dialog:
        while not _stays_on(visitor, button):
            keys.press("Tab")
        keys.press("Enter")
    dialog.value.set_files(payload(name, text))


def test_upload_mend_save_and_undo_by_the_keyboard_alone(visit, own_app):
    visitor = visit(own_app)
    keys = visitor.page.keyboard
    visitor.goto("/indlaes")
    choose_file(visitor, "tal.csv", HEAD + "Holstbro;2010-03;200;20;5\r\nSkive;2010-03;414;61;12\r\n")
    visitor.answered("Filen kan ikke gemmes endnu: 1 celle skal rettes")
    reach(visitor, "Ja, Holstebro")
    keys.press("Enter")
    visitor.answered("Filen kan gemmes: 6 tal er nye")
    reach(visitor, "Hvem er du? (navn eller funktion)")
    keys.type("konsulent")
    reach(visitor, "Gem")
    keys.press("Enter")
    visitor.answered("Filen er gemt")
    assert visitor.heading() == "Gemt: 6 nye tal"

    reach(visitor, "Fortryd indlæsningen")
    keys.press("Enter")
    visitor.expect("Fortryd denne indlæsning")
    visitor.expect("6 tal forsvinder.")
    visitor.settle()
    reach(visitor, "Hvorfor fortrydes den?")
    keys.type("det var et forsøg")
    reach(visitor, "Fortryd indlæsningen")
    keys.press("Enter")
    visitor.answered("er fortrudt")
    assert visitor.errors == []
