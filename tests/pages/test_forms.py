"""What is saved is saved once, whatever is clicked or sent twice, and the form is fresh after it."""

from datetime import date

import pytest
from sqlmodel import Session, func, select

from model.store.database import PerhapsDone
from model.store.tables.base import Target, Upload
from model.store.tables.meetings import Story
from pages.shared.forms import KEPT
from tests.pages.data_pages import said
from tests.pages.forms import SAME, STORIES, SUPPORT, agreement
from tests.pages.opening import METHOD, SKIVE, field, fill, opened


@pytest.fixture(autouse=True)
def _filled(engine):
    fill(engine)


def count(engine, table):
    with Session(engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def story(button):
    def prepared(_):
        def typed():
            app = opened(STORIES, {"uploaded_by": "konsulent i BRM", "story_panel": True})
            field(app, "text_input", "story_title").set_value("Fra kantine til job")
            field(app, "text_area", "story_text").set_value("Det gik godt.")
            field(app, "checkbox", "story_read").check()
            return app.run()

        return typed, button, Story
    return prepared


def enquiry(_):
    def typed():
        app = opened(SUPPORT, {"uploaded_by": "konsulent i BRM", "support_panel": True})
        field(app, "date_input", "enquiry_asked").set_value(date(2010, 3, 4))
        field(app, "selectbox", "enquiry_jobcenter").set_value(SKIVE)
        field(app, "selectbox", "enquiry_theme").set_value("Et andet tema").run()
        field(app, "text_input", "enquiry_theme_typed").set_value("Mentor")
        field(app, "text_area", "enquiry_question").set_value("Hvornår begynder kurset?")
        return app.run()

    return typed, "enquiry_save", Upload


def target(_):
    def typed():
        app = opened(METHOD, {"uploaded_by": "konsulent i BRM", "target_panel": True})
        field(app, "number_input", "target_value").set_value(18)
        field(app, "text_input", "target_source").set_value("Aftale")
        field(app, "text_input", "target_reason").set_value("Nyt niveau")
        return app.run()

    return typed, "target_save", Target


FORMS = pytest.mark.parametrize("form", [agreement, story("story_draft"), story("story_publish"), enquiry, target],
                                ids=["agreement", "draft", "story", "enquiry", "target"])


@FORMS
def test_after_a_save_the_form_is_fresh_and_a_click_whose_answer_never_came_is_saved_once(engine, form):
    """The session forgets that it saved, as when a rerun or a lost connection takes the answer away."""
    typed, button, table = form(engine)
    app = typed()
    before, kept = count(engine, table), app.session_state[KEPT]
    turns = dict(kept.turns)
    words = said(field(app, "button", button).click().run())
    assert count(engine, table) == before + 1
    assert "gemt" in words.casefold() or "udgivet" in words
    assert not [widget.value for widget in (*app.text_input, *app.text_area, *app.number_input)
                if str(widget.key).startswith(f"{_name(button)}_") and widget.value]
    assert said(app.run()) == words, "a second run on its way does not take the answer away"
    again = typed()
    again.session_state[KEPT] = kept
    kept.turns.clear()
    kept.turns.update(turns)
    again.run()
    words = said(field(again, "button", button).click().run())
    assert count(engine, table) == before + 1
    assert SAME not in words


@FORMS
def test_the_same_from_another_tab_is_asked_about_and_saved_on_a_yes_alone_and_another_text_at_once(engine, form):
    typed, button, table = form(engine)
    first, second, third, other = typed(), typed(), typed(), typed()
    field(first, "button", button).click().run()
    saved = count(engine, table)
    words = said(field(second, "button", button).click().run())
    assert SAME in words
    assert count(engine, table) == saved
    name = _name(button)
    words = said(field(second, "button", f"{name}_same").click().run())
    assert "Der er ikke gemt igen." in words and SAME not in words
    assert count(engine, table) == saved
    texts = [widget for widget in (*other.text_area, *other.text_input) if str(widget.key).startswith(f"{name}_")]
    numbers = [widget for widget in other.number_input if str(widget.key).startswith(f"{name}_")]
    numbers[0].set_value(19) if numbers else texts[0].set_value("Noget ganske andet")
    other.run()
    assert SAME not in said(field(other, "button", button).click().run())
    assert count(engine, table) == saved + 1
    field(third, "button", button).click().run()
    field(third, "button", f"{name}_another").click().run()
    assert count(engine, table) == saved + 2


def _name(button):
    return button.split("_")[0]


def test_a_save_of_which_nobody_knows_what_became_is_not_called_unsaved(engine, monkeypatch):
    def broken(*_: object, **given: object) -> None:
        raise PerhapsDone

    monkeypatch.setattr("model.writing.recording.record_target", broken)
    app = target(engine)[0]()
    field(app, "button", "target_save").click().run()
    words = said(app)
    assert "Det er uvist, om det blev gemt" in words
    assert "Der er ikke gemt noget" not in words


def entered(app):
    return {each.key: each.value for each in (*app.text_input, *app.text_area, *app.number_input, *app.date_input)
            if each.value}


def _fold(app, *, folded):
    for panel in ("story_panel", "support_panel", "target_panel"):
        if panel in app.session_state:
            app.session_state[panel] = not folded


@pytest.mark.every
@pytest.mark.parametrize("form", [story("story_draft"), enquiry, target],
                         ids=["draft", "enquiry", "target"])
def test_what_is_typed_stays_while_the_database_is_gone_and_can_be_saved_when_it_is_back(engine, form, tmp_path):
    typed, button, table = form(engine)
    app, before = typed(), count(engine, table)
    known = entered(app)
    engine.dispose()
    (tmp_path / "test.db").rename(tmp_path / "away.db")
    for _ in range(2):
        app.run()
        assert "Databasen kan ikke" in said(app) and not app.text_area
    (tmp_path / "away.db").rename(tmp_path / "test.db")
    _fold(app, folded=True)
    assert entered(app.run()) != known
    _fold(app, folded=False)
    assert entered(app.run()) == known
    field(app, "button", button).click().run()
    assert count(engine, table) == before + 1
