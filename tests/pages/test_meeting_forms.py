"""Agreements and stories: a slip can be mended, and what is typed or answered stays with its own meeting."""

from datetime import date

import pytest

from model.store.tables.meetings import DRAFT
from model.subjects.meetings.figures import agreements as shown
from model.writing import agreements, meetings, stories
from tests.model.meetings import DAY, agenda, agreed, closed, written
from tests.pages.data_pages import has, said
from tests.pages.forms import SAME, STORIES, agreement, meeting_page, met
from tests.pages.opening import field, fill, opened
from tests.viewers import named


@pytest.fixture(autouse=True)
def _filled(engine):
    fill(engine)


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
    assert "Åbne tre centre Ansvarlig: jobcenterchefen" in words
    assert "Åbne to centre Ansvarlig: jobcenterchefen" not in words
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
    assert "Åbne to centre Ansvarlig: jobcenterchefen · Frist: 1. maj 2010 · Status: bortfaldet" in now
    assert "se den nye linje" in now
    assert "Åbne tre centre Ansvarlig: jobcenterchefen · Frist: 1. maj 2010 · Status: aftalt" in now
    assert "retter »Åbne to centre«" in now
    minutes = words[:words.index("Sådan står aftalerne nu")]
    assert "Åbne to centre" in minutes and "Åbne tre centre" not in minutes


def test_after_a_status_the_form_is_ready_for_the_next_agreement_without_one(engine):
    first, second = met(engine, day=date(2010, 2, 11)), met(engine)
    agreed(engine, first, "Gammel", due=date(2010, 4, 1))
    agreed(engine, second, "Ny", due=date(2010, 9, 1))
    app = meeting_page()
    assert chosen(app).startswith("Ny (")
    field(app, "text_input", "status_note").set_value("to har sagt ja").run()
    assert "Status er gemt." in said(field(app, "button", "status_save").click().run())
    assert chosen(app).startswith("Gammel (")
    assert field(app, "text_input", "status_note").value == ""


def test_what_is_typed_of_one_agreement_does_not_follow_to_anothers_status(engine):
    meeting = met(engine)
    one = agreed(engine, meeting, "Den ene")
    agreed(engine, meeting, "Den anden")
    app = meeting_page()
    field(app, "text_input", "status_note").set_value("kun om den anden").run()
    field(app, "selectbox", "status_agreement").set_value(one).run()
    assert field(app, "text_input", "status_note").value == ""


def chosen(app):
    """The agreement that is offered, as it is named."""
    box = field(app, "selectbox", "status_agreement")
    return box.format_func(box.value)


def test_an_agreement_somebody_else_has_mended_meanwhile_is_not_mended_blindly(engine):
    number = agreed(engine, met(engine))
    app = meeting_page()
    field(app, "text_input", "mend_text").set_value("Åbne fire centre").run()
    agreements.mend(engine, number, text="Åbne tre centre", responsible="BRM", due=date(2010, 5, 1),
                    viewer=named("en anden"))
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
    assert "Aftalen er gemt." not in said(app.switch_page("pages/stories/page.py").run())


def test_a_refused_write_keeps_what_was_typed(engine):
    met(engine)
    app = meeting_page()
    field(app, "text_input", "agree_text").set_value("Åbne to centre").run()
    words = said(field(app, "button", "agree_save").click().run())
    assert "Der er ikke gemt noget" in words
    assert field(app, "text_input", "agree_text").value == "Åbne to centre"


def test_a_story_that_is_written_on_is_not_asked_about(engine):
    number = stories.write_story(engine, title="Fra kantine til job", description="Det gik godt.", viewer=named("BRM"),
                                 state=DRAFT)
    app = opened(STORIES)
    app.session_state["uploaded_by"] = "konsulent i BRM"
    app.session_state["story_panel"] = True
    app.run()
    field(app, "selectbox", "story_number").set_value(number).run()
    field(app, "checkbox", "story_read").check().run()
    assert "Historien er udgivet." in said(field(app, "button", "story_publish").click().run())
    assert field(app, "selectbox", "story_number").value == 0


def test_a_withdrawn_meeting_can_be_opened_again_without_a_question(engine):
    meetings.withdraw_meeting(engine, met(engine), viewer=named("BRM"))
    app = meeting_page()
    words = said(field(app, "button", "open_save").click().run())
    assert "er åbnet" in words and SAME not in words
