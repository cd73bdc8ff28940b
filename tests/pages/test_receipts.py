"""What a save says stands where its button was, once; at the top of the page only where its form is gone."""

from datetime import date

import pytest

from tests.model.meetings import agreed
from tests.pages.data_pages import said
from tests.pages.forms import DIALOGUE, agreement, meeting_at, meeting_page, met
from tests.pages.opening import field, fill, opened


@pytest.fixture(autouse=True)
def _filled(engine):
    fill(engine)


def before(app, words):
    """The key of the last button or field over the one place that says those words; "" where it is the page's top."""
    last, places = "", []
    for node in app.main:
        if getattr(node, "type", "") == "html" and words in node.proto.body:
            places.append(last)
        last = str(getattr(node, "key", None) or last)
    assert len(places) == 1, f"{words}: {places}"
    return places[0]


def test_the_receipt_of_a_form_stands_under_its_button(engine):
    typed, button, _ = agreement(engine)
    app = typed()
    field(app, "button", button).click().run()
    assert before(app, "Aftalen er gemt.").startswith(button)
    field(app, "text_area", "notes_text").set_value("Vi mødes igen.").run()
    field(app, "button", "notes_save").click().run()
    assert before(app, "Noterne er gemt.").startswith("notes_save")
    assert "Aftalen er gemt." not in said(app)


@pytest.mark.parametrize(("button", "words"), [
    ("status_save", "Status er gemt."), ("mend_withdraw", "Aftalen er trukket tilbage.")])
def test_it_stands_there_though_another_is_chosen_in_its_form_by_then(engine, button, words):
    meeting = met(engine)
    for text in ("Den ene", "Den anden"):
        agreed(engine, meeting, text)
    app = meeting_page()
    field(app, "button", button).click().run()
    assert before(app, words).startswith(button.split("_")[0])


def test_what_is_saved_by_a_form_that_is_gone_is_said_at_the_top(engine):
    app = meeting_at()
    field(app, "button", "open_save").click().run()
    top = before(app, "er åbnet.")
    field(app, "checkbox", "close_sure").check().run()
    field(app, "button", "close_save").click().run()
    assert before(app, "Mødet er lukket, og referatet er gemt.") == top


def test_the_last_open_agreement_of_the_list_takes_its_form_with_it(engine):
    agreed(engine, met(engine), due=date(2010, 6, 1))
    app = opened(DIALOGUE, {"uploaded_by": "BRM", "status_panel": True})
    field(app, "selectbox", "status_word").set_value("opfyldt").run()
    field(app, "button", "status_save").click().run()
    assert "Der er ingen åbne aftaler." in said(app)
    assert not before(app, "Status er gemt.").startswith("status")


def test_a_receipt_that_was_seen_does_not_move_to_the_top_when_its_form_is_folded(engine):
    typed, button, _ = agreement(engine)
    app = typed()
    field(app, "button", button).click().run()
    app.session_state["agree_panel"] = False
    assert "Aftalen er gemt." not in said(app.run())
    app.session_state["agree_panel"] = True
    assert "Aftalen er gemt." in said(app.run())
