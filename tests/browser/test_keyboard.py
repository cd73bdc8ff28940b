"""With the keyboard alone: Enter takes a typed day, and after a press the focus stands on what came of it."""

import pytest

from tests.browser.test_main_job import BASELINE, MARCH, choose, payload, put

FOCUSED = "document.activeElement.innerText.replaceAll('\u00a0', ' ')"


def press(visitor, key: str) -> None:
    """Press the button with this widget key by Enter, as one who has no mouse."""
    button = visitor.widget(key, "button")
    button.focus()
    button.press("Enter")


def answered(visitor, words: str) -> None:
    """Wait until the focus stands on an answer with these words, which is announced too."""
    visitor.page.wait_for_function(f"words => {FOCUSED}.includes(words) && document.activeElement !== document.body",
                                   arg=words, timeout=30_000)
    assert visitor.page.evaluate("document.activeElement.getAttribute('role')") in {"status", "alert"}


@pytest.mark.parametrize(("path", "key", "day", "address"), [
    ("/jobcenter?jobcenter=791", "pr", "12042010", "pr=2010-04-12"),
    ("/dialogmoede?jobcenter=791", "pr", "15052010", "pr=2010-05-15"),
    ("/dialogmoede?jobcenter=791&moede=2010-04-12", "moede", "20042010", "moede=2010-04-20"),
])
def test_enter_takes_a_typed_day(visit, sample_app, path, key, day, address):
    visitor = visit(sample_app)
    visitor.goto(path)
    box = visitor.page.locator(f".st-key-{key} [role='spinbutton']")
    box.first.click()
    visitor.page.keyboard.type(day, delay=30)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(f"**{address}*", timeout=15_000)
    visitor.settle()
    assert visitor.page.evaluate("document.activeElement.closest('[data-testid=stDateInput]') !== null")


def test_the_focus_follows_a_file_from_check_to_save_and_undo(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/indlaes")
    visitor.fill("uploaded_by", "konsulent")
    put(visitor, payload("start.csv", BASELINE))
    answered(visitor, "Filen kan indlæses")
    press(visitor, "apply")
    answered(visitor, "Filen er indlæst")
    put(visitor, payload("marts_2010.csv", MARCH))
    answered(visitor, "Filen skal forklares")
    for index, option in {1: "Kontant- og starthjælpsmodtagere i matchgruppe 4", 2: "Heraf i virksomhedspraktik",
                          3: "Heraf i løntilskud"}.items():
        choose(visitor, f"map_{index}", option)
    press(visitor, "recheck")
    answered(visitor, "6 tal er nye")
    press(visitor, "apply")
    answered(visitor, "Filen er indlæst")

    visitor.goto("/historik")
    visitor.fill("uploaded_by", "konsulent")
    panel = visitor.page.locator(".st-key-undo_panel summary")
    panel.focus()
    panel.press("Enter")
    answered(visitor, "forsvinder")
    visitor.fill("undo_reason", "prøve")
    press(visitor, "undo_save")
    answered(visitor, "er fortrudt")


def test_the_focus_follows_a_form_from_refusal_to_save(visit, own_app):
    visitor = visit(own_app)
    visitor.goto("/historik")
    visitor.fill("uploaded_by", "konsulent")
    visitor.page.locator(".st-key-fix_panel summary").click()
    visitor.settle()
    press(visitor, "fix_check")
    answered(visitor, "Rettelsen kan ikke gemmes")
    press(visitor, "fix_check")
    answered(visitor, "Rettelsen kan ikke gemmes")
    visitor.page.get_by_label("Heraf i løntilskud, nyt tal").fill("12")
    press(visitor, "fix_check")
    answered(visitor, "Rettelsen kan gemmes: 1 tal er nyt")
    visitor.fill("fix_reason", "ringet op")
    press(visitor, "fix_save")
    answered(visitor, "Rettelsen er gemt")

    visitor.goto("/raadgivning")
    visitor.page.locator(".st-key-support_panel summary").click()
    visitor.settle()
    visitor.fill("uploaded_by", "konsulent")
    choose(visitor, "enquiry_jobcenter", "Skive")
    choose(visitor, "enquiry_theme", "Et andet tema")
    visitor.settle()
    visitor.fill("enquiry_theme_typed", "Økonomi")
    visitor.fill("enquiry_question", "Det gælder 251248-4916")
    press(visitor, "enquiry_save")
    answered(visitor, "CPR-nummer")
    visitor.fill("enquiry_question", "Hvad koster en plads?")
    press(visitor, "enquiry_save")
    answered(visitor, "Henvendelse nr. 1 er gemt.")
