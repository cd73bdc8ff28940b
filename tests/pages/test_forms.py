"""What is saved is saved once, whatever is clicked or sent twice; the form is fresh after it; a slip can be mended."""

from datetime import date

import pytest
from sqlmodel import Session, func, select

from model import agreements, meetings, stories
from model.indicators import meeting as shown
from model.meeting_tables import Agreement, Story
from model.tables import Target, Upload
from pages.shared.forms import KEPT
from tests.model.meetings import DAY, agenda, agreed, closed, met, written
from tests.pages.data_pages import has, said, unfolded
from tests.pages.opening import METHOD, SKIVE, field, fill, opened

DIALOGUE, STORIES, SUPPORT, HISTORY = "meetings/dialogue", "meetings/stories", "activities/support", "data/history"
SAME = "Er det den samme?"


@pytest.fixture(autouse=True)
def _filled(engine):
    fill(engine)


def count(engine, table):
    with Session(engine) as session:
        return session.exec(select(func.count()).select_from(table)).one()


def meeting_page(**address):
    """The open meeting with Skive, with somebody at it and every form unfolded."""
    app = opened(DIALOGUE, jobcenter=SKIVE, moede=DAY.isoformat(), **address)
    app.session_state["uploaded_by"] = "konsulent i BRM"
    for panel in ("agree_panel", "mend_panel", "status_panel"):
        app.session_state[panel] = True
    return app.run()


def agreement(engine):
    met(engine)

    def typed():
        app = meeting_page()
        field(app, "text_input", "agree_text").set_value("Åbne to centre")
        field(app, "text_input", "agree_responsible").set_value("jobcenterchefen")
        field(app, "date_input", "agree_due").set_value(date(2010, 6, 1))
        return app.run()

    return typed, "agree_save", Agreement


def story(button):
    def prepared(_):
        def typed():
            app = opened(STORIES)
            app.session_state["uploaded_by"] = "konsulent i BRM"
            app.session_state["story_panel"] = True
            app.run()
            field(app, "text_input", "story_title").set_value("Fra kantine til job")
            field(app, "text_area", "story_text").set_value("Det gik godt.")
            field(app, "checkbox", "story_read").check()
            return app.run()

        return typed, button, Story
    return prepared


def enquiry(_):
    def typed():
        app = unfolded(opened(SUPPORT), "support_panel")
        app.session_state["uploaded_by"] = "konsulent i BRM"
        app.run()
        field(app, "date_input", "enquiry_asked").set_value(date(2010, 3, 4))
        field(app, "selectbox", "enquiry_jobcenter").set_value(SKIVE)
        field(app, "selectbox", "enquiry_theme").set_value("Et andet tema").run()
        field(app, "text_input", "enquiry_theme_typed").set_value("Mentor")
        field(app, "text_area", "enquiry_question").set_value("Hvornår begynder kurset?")
        return app.run()

    return typed, "enquiry_save", Upload


def target(_):
    def typed():
        app = unfolded(opened(METHOD), "target_panel")
        app.session_state["uploaded_by"] = "konsulent i BRM"
        field(app, "number_input", "target_value").set_value(18)
        field(app, "text_input", "target_source").set_value("Aftale")
        field(app, "text_input", "target_reason").set_value("Nyt niveau")
        return app.run()

    return typed, "target_save", Target


FORMS = pytest.mark.parametrize("form", [agreement, story("story_draft"), story("story_publish"), enquiry, target],
                                ids=["agreement", "draft", "story", "enquiry", "target"])


@FORMS
def test_a_click_whose_answer_never_came_is_saved_once(engine, form):
    """The session forgets that it saved, as when a rerun or a lost connection takes the answer away."""
    typed, button, table = form(engine)
    app = typed()
    before, kept = count(engine, table), app.session_state[KEPT]
    turns = dict(kept.turns)
    field(app, "button", button).click().run()
    assert count(engine, table) == before + 1
    again = typed()
    again.session_state[KEPT] = kept
    kept.turns.clear()
    kept.turns.update(turns)
    again.run()
    words = said(field(again, "button", button).click().run())
    assert count(engine, table) == before + 1
    assert SAME not in words


@FORMS
def test_the_same_from_another_tab_is_asked_about_and_saved_on_a_yes_alone(engine, form):
    typed, button, table = form(engine)
    first, second, third = typed(), typed(), typed()
    field(first, "button", button).click().run()
    saved = count(engine, table)
    words = said(field(second, "button", button).click().run())
    assert SAME in words
    assert count(engine, table) == saved
    name = button.split("_")[0]
    words = said(field(second, "button", f"{name}_same").click().run())
    assert "Der er ikke gemt igen." in words and SAME not in words
    assert count(engine, table) == saved
    field(third, "button", button).click().run()
    field(third, "button", f"{name}_another").click().run()
    assert count(engine, table) == saved + 1


@FORMS
def test_a_changed_text_is_not_asked_about(engine, form):
    typed, button, table = form(engine)
    field(typed(), "button", button).click().run()
    saved, app = count(engine, table), typed()
    name = button.split("_")[0]
    texts = [widget for widget in (*app.text_area, *app.text_input) if str(widget.key).startswith(f"{name}_")]
    numbers = [widget for widget in app.number_input if str(widget.key).startswith(f"{name}_")]
    numbers[0].set_value(19) if numbers else texts[0].set_value("Noget ganske andet")
    app.run()
    assert SAME not in said(field(app, "button", button).click().run())
    assert count(engine, table) == saved + 1


@FORMS
def test_after_a_save_the_form_is_fresh_and_the_page_says_what_was_saved(engine, form):
    typed, button, _ = form(engine)
    words = said(field(app := typed(), "button", button).click().run())
    assert "gemt" in words.casefold() or "udgivet" in words
    name = button.split("_")[0]
    assert not [widget.value for widget in (*app.text_input, *app.text_area, *app.number_input)
                if str(widget.key).startswith(f"{name}_") and widget.value]
    assert said(app.run()) == words, "a second run on its way does not take the answer away"


def test_a_saved_agreement_does_not_keep_the_meeting_from_being_closed(engine):
    typed, button, _ = agreement(engine)
    app = typed()
    assert "Gem først den nye aftale, eller tøm feltet." in said(app)
    field(app, "button", button).click().run()
    assert "Gem først" not in said(app)
    field(app, "checkbox", "close_sure").check().run()
    assert "Mødet er lukket, og referatet er gemt." in said(field(app, "button", "close_save").click().run())


def test_what_is_typed_for_one_meeting_does_not_follow_to_anothers(engine):
    agreement(engine)[0]()
    met(engine, code="791")
    app = meeting_page()
    field(app, "text_input", "agree_text").set_value("Kun om Skive").run()
    app.query_params["jobcenter"] = "791"
    app.run()
    assert field(app, "text_input", "agree_text").value == ""


def test_an_agreement_is_mended_where_it_stands_and_withdrawn_while_the_meeting_is_open(engine):
    agreed(engine, met(engine))
    app = meeting_page()
    assert field(app, "text_input", "mend_text").value == "Åbne to centre"
    field(app, "text_input", "mend_text").set_value("Åbne tre centre").run()
    words = said(field(app, "button", "mend_save").click().run())
    assert "Aftalen er rettet." in words
    assert "Åbne tre centre jobcenterchefen" in words and "Åbne to centre jobcenterchefen" not in words
    words = said(field(app, "button", "mend_withdraw").click().run())
    assert "Aftalen er trukket tilbage." in words
    assert "Der er ikke skrevet nye aftaler." in words
    assert not has(app, "selectbox", "mend_agreement")


def test_after_the_meeting_a_slip_is_put_right_by_a_new_line_and_the_minutes_stay(engine):
    meeting = met(engine)
    agreed(engine, meeting)
    closed(engine, meeting, agenda(engine, meeting))
    app = meeting_page()
    assert "Referatet ligger fast og bliver ikke ændret." in said(app)
    field(app, "text_input", "mend_text").set_value("Åbne tre centre").run()
    words = said(field(app, "button", "mend_save").click().run())
    now = words[words.index("Sådan står aftalerne nu"):]
    assert "Åbne to centre jobcenterchefen 1. maj 2010 bortfaldet" in now and "se den nye linje" in now
    assert "Åbne tre centre jobcenterchefen 1. maj 2010 aftalt" in now and "retter »Åbne to centre«" in now
    minutes = words[:words.index("Sådan står aftalerne nu")]
    assert "Åbne to centre" in minutes and "Åbne tre centre" not in minutes


def test_an_agreement_somebody_else_has_mended_meanwhile_is_not_mended_blindly(engine):
    number = agreed(engine, met(engine))
    app = meeting_page()
    field(app, "text_input", "mend_text").set_value("Åbne fire centre").run()
    agreements.mend(engine, number, text="Åbne tre centre", responsible="BRM", due=date(2010, 5, 1), by="en anden")
    words = said(field(app, "button", "mend_save").click().run())
    assert "Der er ikke gemt noget" in words or "Åbne tre centre" in words
    assert [row["text"] for _, row in shown.agreements(written(engine), DAY).iterrows()] == ["Åbne tre centre"]


def test_the_answer_is_gone_when_the_reader_goes_on_to_another_meeting(engine):
    typed, button, _ = agreement(engine)
    app = typed()
    assert "Aftalen er gemt." in said(field(app, "button", button).click().run())
    app.query_params["moede"] = "2010-04-12"
    assert "Aftalen er gemt." not in said(app.run())


def test_the_answer_does_not_follow_to_another_page(engine):
    typed, button, _ = agreement(engine)
    app = typed()
    field(app, "button", button).click().run()
    assert "Aftalen er gemt." not in said(app.switch_page("pages/meetings/stories.py").run())


def test_a_refused_write_keeps_what_was_typed(engine):
    met(engine)
    app = meeting_page()
    field(app, "text_input", "agree_text").set_value("Åbne to centre").run()
    words = said(field(app, "button", "agree_save").click().run())
    assert "Der er ikke gemt noget" in words
    assert field(app, "text_input", "agree_text").value == "Åbne to centre"


def test_a_story_that_is_written_on_is_not_asked_about(engine):
    number = stories.write_story(engine, title="Fra kantine til job", description="Det gik godt.", by="BRM",
                                 state=stories.DRAFT)
    app = opened(STORIES)
    app.session_state["uploaded_by"] = "konsulent i BRM"
    app.session_state["story_panel"] = True
    app.run()
    field(app, "selectbox", "story_number").set_value(number).run()
    field(app, "checkbox", "story_read").check().run()
    assert "Historien er udgivet." in said(field(app, "button", "story_publish").click().run())
    assert field(app, "selectbox", "story_number").value == 0


def test_a_withdrawn_meeting_can_be_opened_again_without_a_question(engine):
    meetings.withdraw_meeting(engine, met(engine), by="BRM")
    app = meeting_page()
    words = said(field(app, "button", "open_save").click().run())
    assert "er åbnet" in words and SAME not in words
