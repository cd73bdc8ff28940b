"""»Dialogmøde«: all meetings in one list, a meeting on the figures of its day, and a closed one that never changes."""

from datetime import date

import pytest
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.documents import minutes
from model.store import meeting_facts
from model.writing import agreements, meetings
from tests.pages.data_pages import CPR, has, said
from tests.pages.opening import LAST, SKIVE, VIBORG, correct, field, fill, opened
from tests.worlds import kept

DIALOGUE = "dialogue"
DAY = "2010-04-11"  # the day after March's figures came


@kept
def met(engine, code: str = SKIVE, day: str = DAY) -> int:
    return meetings.open_meeting(engine, jobcenter=code, held_on=date.fromisoformat(day), by="BRM")


def at(code: str = SKIVE, day: str = DAY, **address: str) -> AppTest:
    """The meeting, with somebody at it."""
    return opened(DIALOGUE, {"uploaded_by": "konsulent i BRM"}, jobcenter=code, moede=day, **address)


def unfolded(app: AppTest, panel: str) -> AppTest:
    app.session_state[panel] = True
    return app.run()


def closed(app: AppTest, meeting: int) -> AppTest:
    app.checkbox(key=f"close_sure_{meeting}").check().run()
    return field(app, "button", "close_save").click().run()


def test_an_empty_database_says_where_to_begin(engine):
    words = said(opened(DIALOGUE))
    assert "Der er ikke ført noget dialogmøde endnu" in words
    assert "Vælg et jobcenter for at åbne det første møde" in words


def test_a_day_without_data_gets_a_written_answer_and_no_way_to_open(engine):
    fill(engine)
    app = at(day="2009-09-30")
    words = said(app)
    assert "Den 30. sep. 2009 havde intet jobcenter indberettet tal" in words
    assert "Åbn mødet" not in [b.label for b in app.button]


def test_the_meeting_opens_on_the_figures_of_its_day(engine):
    fill(engine)
    correct(engine, code=SKIVE, month=LAST, value=99)
    app = at()
    assert "Skive mangler 24 personer i at nå Mål 1" in said(app).replace("\u00a0", " ")
    words = said(field(app, "button", "open_save").click().run()).replace("\u00a0", " ")
    assert "Mødet med Skive den 11. apr. 2010 er åbnet." in words
    assert "Dialogmøde 11. apr. 2010 · Tal til og med marts 2010 · opgjort 10. apr. 2010" in words
    assert "Andel i virksomhedsaktivering 10,0 % (40 af 400)" in words
    assert "99" not in words


def test_the_parts_stand_in_the_order_a_meeting_goes(engine):
    fill(engine)
    met(engine)
    words = said(at())
    order = ["Hvor står vi?", "Hvad aftalte vi sidst?", "Hvad mangler, og hvor er der plads?",
             "Hvad har ændret sig siden sidst?", "Kurser, rådgivning og virksomhedscentre", "Hvad aftaler vi nu?",
             "Noter", "Luk mødet"]
    places = [words.index(heading) for heading in order]
    assert places == sorted(places)


def test_an_agreement_without_a_due_date_gets_a_written_answer(engine):
    fill(engine)
    met(engine)
    app = unfolded(at(), "agree_panel")
    field(app, "text_input", "agree_text").set_value("Åbne to centre")
    field(app, "text_input", "agree_responsible").set_value("jobcenterchefen").run()
    words = said(field(app, "button", "agree_save").click().run())
    assert "En aftale uden frist kan ingen følge op på." in words
    field(app, "date_input", "agree_due").set_value(date(2010, 6, 1)).run()
    words = said(field(app, "button", "agree_save").click().run())
    assert "Aftalen er gemt." in words
    assert "Åbne to centre jobcenterchefen 1. jun. 2010" in words
    assert field(app, "text_input", "agree_text").value == ""


def test_the_next_meeting_begins_with_what_was_agreed_and_how_far_it_is(engine):
    fill(engine)
    first = met(engine, day="2010-02-11")
    agreements.agree(engine, first, text="Åbne to centre", responsible="jobcenterchefen", due=date(2010, 4, 1),
                     by="BRM")
    met(engine)
    app = at()
    assert "Åbne to centre jobcenterchefen 1. apr. 2010 aftalt, over fristen" in said(app)
    app = unfolded(app, "status_panel")
    field(app, "selectbox", "status_word").set_value("opfyldt").run()
    words = said(field(app, "button", "status_save").click().run())
    assert "Åbne to centre jobcenterchefen 1. apr. 2010 opfyldt 11. apr. 2010" in words
    assert "Mødet den 11. feb. 2010 er ikke lukket" in words


def test_the_jobcenter_confirms_its_figures_and_a_later_correction_is_told(engine):
    fill(engine)
    met(engine)
    app = unfolded(at(), "confirm_panel")
    assert "Tallene er ikke bekræftet af jobcentret." in said(app)
    key = next(widget.key for widget in app.text_input if widget.key.startswith("confirm_by_"))
    app.text_input(key=key).set_value("jobcenterchefen").run()
    words = said(field(app, "button", "confirm_save").click().run())
    assert "(jobcenterchefen): tallene til og med marts 2010." in words
    assert "siden bekræftelsen" not in words


@pytest.mark.parametrize(("text", "told"), [(f"Borger {CPR}", "ligner et CPR-nummer"),
                                            ("Ring på 86 12 34 56", "et telefonnummer")])
def test_notes_are_scanned_at_the_field_and_nothing_personal_is_saved(engine, text, told):
    fill(engine)
    meeting = met(engine)
    app = at()
    app.text_area(key=f"notes_text_{meeting}").set_value(text).run()
    assert told in said(app)
    words = said(field(app, "button", "notes_save").click().run())
    assert "Der er ikke gemt noget" in words
    assert CPR not in words
    with Session(engine) as session:
        assert meeting_facts.notes(session, meeting) is None


def test_what_somebody_else_wrote_in_the_notes_meanwhile_is_never_lost(engine):
    fill(engine)
    meeting = met(engine)
    app = at()
    app.text_area(key=f"notes_text_{meeting}").set_value("Min tekst").run()
    other = meetings.write_notes(engine, meeting, text="Den andens tekst", by="en anden")
    words = said(field(app, "button", "notes_save").click().run())
    assert "En anden har skrevet i noterne imens." in words
    assert "Den andens tekst" in words
    assert app.text_area(key=f"notes_text_{meeting}").value == "Min tekst"
    app.checkbox(key=f"notes_merged_{other}").check().run()
    assert "Noterne er gemt." in said(field(app, "button", "notes_save").click().run())


def test_a_meeting_is_not_closed_over_words_that_are_not_saved(engine):
    fill(engine)
    meeting = met(engine)
    app = at()
    app.text_area(key=f"notes_text_{meeting}").set_value("Ikke gemt").run()
    app.checkbox(key=f"close_sure_{meeting}").check().run()
    assert field(app, "button", "close_save").disabled
    assert "Gem først noterne" in said(app)


def test_closing_keeps_the_very_figures_and_bytes_whatever_is_corrected_later(engine):
    fill(engine)
    meeting = met(engine)
    app = at()
    app.text_area(key=f"notes_text_{meeting}").set_value("Vi mødes igen til juni.").run()
    field(app, "button", "notes_save").click().run()
    words = said(closed(app, meeting)).replace("\u00a0", " ")
    assert "Mødet er lukket, og referatet er gemt." in words
    assert "Vi mødes igen til juni." in words
    with Session(engine) as session:
        kept = meeting_facts.document(session, meeting)
    assert kept[:2] == b"PK"

    correct(engine, code=SKIVE, month=LAST, value=99)
    later = at()
    assert "Andel i virksomhedsaktivering 10,0 % (40 af 400)" in said(later).replace("\u00a0", " ")
    assert not has(later, "button", "notes_save")
    assert [button.label for button in later.get("download_button")] == ["Hent referatet (Word)"]
    with Session(engine) as session:
        assert meeting_facts.document(session, meeting) == kept


def test_the_next_meeting_names_the_figures_corrected_since(engine):
    fill(engine)
    meeting = met(engine)
    closed(at(), meeting)
    correct(engine, code=SKIVE, month=LAST, value=99)
    met(engine, day="2010-05-03")
    words = said(at(day="2010-05-03"))
    assert "1 tal er rettet siden mødet:" in words
    assert "Virksomhedsaktivering i alt, marts 2010: 99, før 40" in words


def test_a_meeting_ahead_shows_the_figures_of_now_and_cannot_be_closed(engine, monkeypatch):
    fill(engine)
    for module in ("model.writing.meetings", "pages.dialogue.desk", "pages.dialogue.meeting_view",
                   "pages.dialogue.meeting_forms"):
        monkeypatch.setattr(f"{module}.today", lambda: date(2010, 4, 20))
    met(engine, day="2010-05-03")
    app = at(day="2010-05-03")
    words = said(app)
    assert "Mødet ligger forude. Tallene er, som de er nu" in words
    assert "Mødet kan lukkes fra den 3. maj 2010." in words
    assert not has(app, "button", "close_save")


def test_every_meeting_and_open_agreement_is_in_one_list(engine):
    fill(engine)
    for code in (SKIVE, VIBORG):
        meeting = met(engine, code)
        agreements.agree(engine, meeting, text=f"Aftale {code}", responsible="BRM", due=date(2010, 6, 1), by="BRM")
    app = opened(DIALOGUE)
    words = said(app)
    assert "2 af 19 jobcentre har haft et dialogmøde; 2 åbne aftaler, alle over fristen" in words
    assert "Skive Aftale 779 BRM 1. jun. 2010 aftalt, over fristen 11. apr. 2010" in words
    html = " ".join(part.proto.body for part in app.get("html"))
    assert html.count('href="./dialogmoede?jobcenter=') == 19


def test_an_agreement_is_followed_up_from_the_list_between_meetings(engine):
    fill(engine)
    meeting = met(engine)
    agreements.agree(engine, meeting, text="Åbne to centre", responsible="BRM", due=date(2010, 6, 1), by="BRM")
    app = unfolded(opened(DIALOGUE), "status_panel")
    app.session_state["uploaded_by"] = "BRM"
    field(app, "selectbox", "status_word").set_value("bortfaldet").run()
    words = said(field(app, "button", "status_save").click().run())
    assert "Der er ingen åbne aftaler." in words


def test_nothing_is_written_while_an_earlier_day_is_shown_and_the_meeting_is_as_it_was(engine):
    fill(engine)
    met(engine)
    app = at(pr="2010-04-12")
    assert "Mens du ser en tidligere dag" in said(app)
    assert not [widget.key for widget in app.button if widget.key in ("open_save", "close_save", "notes_save")]


def test_a_withdrawn_meeting_is_gone_from_the_list(engine):
    fill(engine)
    met(engine)
    app = unfolded(at(), "withdraw_panel")
    assert "Mødet er aflyst." in said(field(app, "button", "withdraw_save").click().run())
    assert "Der er ikke ført noget dialogmøde endnu" in said(opened(DIALOGUE))


def test_the_draft_is_made_on_the_click_alone(engine, monkeypatch):
    fill(engine)
    met(engine)

    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("made on page load")

    monkeypatch.setattr(minutes, "minutes_docx", never)
    assert "Hent udkast til referat (Word)" in [button.label for button in at().get("download_button")]
