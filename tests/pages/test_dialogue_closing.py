"""A meeting's notes and its closing: nothing personal or unsaved is kept, and a closed meeting never changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.documents import minutes
from model.programmes.current import PROGRAMME
from model.store import meeting_facts
from model.writing import meetings
from tests.model.meetings import DAY
from tests.pages.data_pages import CPR, has, said
from tests.pages.forms import DIALOGUE, meeting_at, met
from tests.pages.opening import LAST, SKIVE, correct, field, fill, opened
from tests.viewers import named

THEN = datetime(DAY.year, DAY.month, DAY.day, 10, tzinfo=UTC)


def closed(app: AppTest, meeting: int) -> AppTest:
    app.checkbox(key=f"close_sure_{meeting}").check().run()
    return field(app, "button", "close_save").click().run()


@pytest.mark.parametrize(("text", "told"), [(f"Borger {CPR}", "ligner et CPR-nummer"),
                                            ("Ring på 86 12 34 56", "et telefonnummer")])
def test_notes_are_scanned_at_the_field_and_nothing_personal_is_saved(engine, text, told):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
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
    app = meeting_at()
    app.text_area(key=f"notes_text_{meeting}").set_value("Min tekst").run()
    other = meetings.write_notes(engine, meeting, text="Den andens tekst", viewer=named("en anden"))
    words = said(field(app, "button", "notes_save").click().run())
    assert "En anden har skrevet i noterne imens." in words
    assert "Den andens tekst" in words
    assert app.text_area(key=f"notes_text_{meeting}").value == "Min tekst"
    app.checkbox(key=f"notes_merged_{other}").check().run()
    assert "Noterne er gemt." in said(field(app, "button", "notes_save").click().run())


def test_notes_and_participants_stand_in_their_fields_alone_while_the_meeting_is_open(engine):
    fill(engine)
    meeting = meetings.open_meeting(engine, unit=SKIVE, held_on=DAY, viewer=named("BRM"), at=THEN)
    meetings.write_notes(engine, meeting, text="Vi mødes igen til juni.", viewer=named("BRM"), at=THEN)
    meetings.write_details(engine, meeting, participants="Anna, jobcenterchef", next_on=None, viewer=named("BRM"),
                           at=THEN)
    app = meeting_at()
    assert field(app, "text_area", "notes_text").value == "Vi mødes igen til juni."
    assert field(app, "text_area", "details_participants").value == "Anna, jobcenterchef"
    words = said(app)
    assert "Vi mødes igen til juni." not in words and "Anna" not in words
    words = said(meeting_at(pr="2010-04-12"))
    assert "Vi mødes igen til juni." in words and "Anna, jobcenterchef" in words


def test_a_meeting_is_not_closed_over_words_that_are_not_saved(engine):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
    app.text_area(key=f"notes_text_{meeting}").set_value("Ikke gemt").run()
    app.checkbox(key=f"close_sure_{meeting}").check().run()
    assert field(app, "button", "close_save").disabled
    assert "Gem først noterne" in said(app)


def test_closing_keeps_the_very_figures_and_bytes_whatever_is_corrected_later(engine):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
    app.text_area(key=f"notes_text_{meeting}").set_value("Vi mødes igen til juni.").run()
    field(app, "button", "notes_save").click().run()
    words = said(closed(app, meeting)).replace("\u00a0", " ")
    assert "Mødet er lukket, og referatet er gemt." in words
    assert "Vi mødes igen til juni." in words
    with Session(engine) as session:
        kept = meeting_facts.document(session, meeting)
    assert kept[:2] == b"PK"

    correct(engine, code=SKIVE, month=LAST, value=99)
    later = meeting_at()
    assert "Andel i virksomhedsaktivering 10,0 % (40 af 400)" in said(later).replace("\u00a0", " ")
    assert not has(later, "button", "notes_save")
    assert [button.label for button in later.get("download_button")] == ["Hent referatet (Word)"]
    with Session(engine) as session:
        assert meeting_facts.document(session, meeting) == kept


def test_the_next_meeting_names_the_figures_corrected_since(engine):
    fill(engine)
    meeting = met(engine)
    closed(meeting_at(), meeting)
    correct(engine, code=SKIVE, month=LAST, value=99)
    met(engine, day=date(2010, 5, 3))
    words = said(meeting_at(day=date(2010, 5, 3)))
    assert "1 tal er rettet siden mødet:" in words
    assert "Virksomhedsaktivering i alt, marts 2010: 99, før 40" in words


def test_a_meeting_ahead_shows_the_figures_of_now_and_cannot_be_closed(engine, monkeypatch):
    fill(engine)
    for module in ("model.writing.meetings", "pages.dialogue.desk", "pages.dialogue.meeting_view",
                   "pages.dialogue.meeting_forms"):
        monkeypatch.setattr(f"{module}.today", lambda: date(2010, 4, 20))
    met(engine, day=date(2010, 5, 3))
    app = meeting_at(day=date(2010, 5, 3))
    words = said(app)
    assert "Mødet ligger forude. Tallene er, som de er nu" in words
    assert "Mødet kan lukkes fra den 3. maj 2010." in words
    assert not has(app, "button", "close_save")


def test_nothing_is_written_while_an_earlier_day_is_shown_and_the_meeting_is_as_it_was(engine):
    fill(engine)
    met(engine)
    app = meeting_at(pr="2010-04-12")
    assert "Mens du ser en tidligere dag" in said(app)
    assert not [widget.key for widget in app.button if widget.key in ("open_save", "close_save", "notes_save")]


def test_a_withdrawn_meeting_is_gone_from_the_list(engine):
    fill(engine)
    met(engine)
    app = meeting_at("withdraw_panel")
    assert "Mødet er aflyst." in said(field(app, "button", "withdraw_save").click().run())
    assert "Der er ikke ført noget dialogmøde endnu" in said(opened(DIALOGUE))


def test_the_draft_is_made_on_the_click_alone(engine, monkeypatch):
    fill(engine)
    met(engine)

    def never(*_: object, **__: object) -> bytes:
        raise AssertionError("made on page load")

    monkeypatch.setattr(minutes, "minutes_docx", never)
    assert "Hent udkast til referat (Word)" in [button.label for button in meeting_at().get("download_button")]


def test_who_took_part_and_the_next_meeting_are_written_at_the_meeting_and_stand_in_it_when_it_is_closed(engine):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
    field(app, "text_area", "details_participants").set_value("Bente Hansen, jobcenterchef\nKonsulent, BRM").run()
    assert "Gem først deltagere og næste møde" in said(app)
    field(app, "date_input", "details_next").set_value(date(2010, 6, 14)).run()
    words = said(field(app, "button", "details_save").click().run())
    assert "Deltagere og næste møde er gemt." in words and "Gem først" not in words
    words = said(closed(app, meeting))
    assert "Deltagere: Bente Hansen, jobcenterchef og Konsulent, BRM" in words
    assert "Næste møde: 14. jun. 2010." in words


def test_what_somebody_else_wrote_of_who_took_part_is_never_lost(engine):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
    field(app, "text_area", "details_participants").set_value("Min liste").run()
    other = meetings.write_details(engine, meeting, participants="Den andens liste", next_on=None,
                                   viewer=named("en anden"))
    words = said(field(app, "button", "details_save").click().run())
    assert "En anden har skrevet om deltagere og næste møde imens." in words and "Den andens liste" in words
    assert field(app, "text_area", "details_participants").value == "Min liste"
    app.checkbox(key=f"details_merged_{other}").check().run()
    assert "Deltagere og næste møde er gemt." in said(field(app, "button", "details_save").click().run())


def test_what_somebody_else_saved_stands_in_fields_nobody_has_typed_in_and_hinders_no_closing(engine):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
    meetings.write_details(engine, meeting, participants="Anna", next_on=date(2010, 6, 14), viewer=named("en anden"))
    app.checkbox(key=f"close_sure_{meeting}").check().run()
    assert field(app, "text_area", "details_participants").value == "Anna"
    assert field(app, "date_input", "details_next").value == date(2010, 6, 14)
    assert "Gem først" not in said(app) and not field(app, "button", "close_save").disabled


def test_where_something_is_saved_nobody_is_told_to_empty_the_field(engine):
    fill(engine)
    meeting = met(engine)
    app = meeting_at()
    field(app, "text_area", "details_participants").set_value("Anna").run()
    assert "Gem først deltagere og næste møde, eller tøm feltet." in said(app)
    field(app, "button", "details_save").click().run()
    field(app, "text_area", "details_participants").set_value("Anna og Bo").run()
    assert "Gem først deltagere og næste møde." in said(app)
    field(app, "text_area", "details_participants").set_value("Anna").run()
    assert "Gem først" not in said(app)
    meetings.write_notes(engine, meeting, text="Et", viewer=named("en anden"))
    field(app.run(), "text_area", "notes_text").set_value("Et og to").run()
    assert "Gem først noterne." in said(app)


def test_after_a_meeting_on_the_last_possible_day_no_next_one_is_offered(engine):
    fill(engine)
    last = meetings.meeting_days(PROGRAMME.figures_from, PROGRAMME.ends)[1]
    met(engine, day=last)
    app = meeting_at(day=last)
    assert not [widget for widget in app.date_input if "details_next" in str(widget.key)]
    assert "Der er ingen senere dag at vælge til det næste møde." in said(app)
    field(app, "text_area", "details_participants").set_value("Anna").run()
    assert "Deltagere og næste møde er gemt." in said(field(app, "button", "details_save").click().run())
    met(engine, day=last - timedelta(days=1))
    box = field(meeting_at(day=last - timedelta(days=1)), "date_input", "details_next")
    assert (box.min, box.max) == (last, last)
