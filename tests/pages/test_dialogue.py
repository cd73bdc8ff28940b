"""»Dialogmøde«: all meetings in one list, a meeting on the figures of its day, and what is agreed at it."""

from datetime import date

from model.writing import agreements
from tests.pages.data_pages import said, unfolded
from tests.pages.forms import DIALOGUE, meeting_at, met
from tests.pages.opening import LAST, SKIVE, VIBORG, correct, field, fill, opened
from tests.viewers import named


def test_an_empty_database_says_where_to_begin(engine):
    words = said(opened(DIALOGUE))
    assert "Der er ikke ført noget dialogmøde endnu" in words
    assert "Vælg et jobcenter for at åbne det første møde" in words


def test_a_day_without_data_gets_a_written_answer_and_no_way_to_open(engine):
    fill(engine)
    app = meeting_at(day=date(2009, 9, 30))
    words = said(app)
    assert "Den 30. sep. 2009 havde intet jobcenter indberettet tal" in words
    assert "Åbn mødet" not in [b.label for b in app.button]


def test_the_meeting_opens_on_the_figures_of_its_day(engine):
    fill(engine)
    correct(engine, code=SKIVE, month=LAST, value=99)
    app = meeting_at()
    assert "Skive mangler 24 personer i at nå Mål 1" in said(app).replace("\u00a0", " ")
    words = said(field(app, "button", "open_save").click().run()).replace("\u00a0", " ")
    assert "Mødet med Skive den 11. apr. 2010 er åbnet." in words
    assert "Dialogmøde 11. apr. 2010 · Endelige tal til og med marts 2010 · opgjort 10. april 2010" in words
    assert "Andel i virksomhedsaktivering 10,0 % (40 af 400)" in words
    assert "99" not in words


def test_the_figures_stand_before_the_agreements_which_stand_in_the_order_a_meeting_goes(engine):
    fill(engine)
    met(engine)
    words = said(meeting_at())
    order = ["Hvor står vi?", "Kan tallene bruges?", "Hvad mangler, og hvor er der plads?",
             "Hvad har ændret sig siden sidst?", "Kurser, rådgivning og virksomhedscentre",
             "Hvad aftalte vi sidst?", "Hvad aftaler vi nu?"]
    places = [words.index(heading) for heading in order]
    assert places == sorted(places)


def test_an_agreement_without_a_due_date_gets_a_written_answer(engine):
    fill(engine)
    met(engine)
    app = meeting_at("agree_panel")
    field(app, "text_input", "agree_text").set_value("Åbne to centre")
    field(app, "text_input", "agree_responsible").set_value("jobcenterchefen").run()
    words = said(field(app, "button", "agree_save").click().run())
    assert "En aftale uden frist kan ingen følge op på." in words
    field(app, "date_input", "agree_due").set_value(date(2010, 6, 1)).run()
    words = said(field(app, "button", "agree_save").click().run())
    assert "Aftalen er gemt." in words
    assert "Åbne to centre Ansvarlig: jobcenterchefen · Frist: 1. jun. 2010" in words
    assert field(app, "text_input", "agree_text").value == ""


def test_the_next_meeting_begins_with_what_was_agreed_and_how_far_it_is(engine):
    fill(engine)
    first = met(engine, day=date(2010, 2, 11))
    agreements.agree(engine, first, text="Åbne to centre", responsible="jobcenterchefen", due=date(2010, 4, 1),
                     viewer=named("BRM"))
    met(engine)
    app = meeting_at()
    assert "Åbne to centre Ansvarlig: jobcenterchefen · Frist: 1. apr. 2010 · Status: aftalt, over fristen" in said(app)
    app = unfolded(app, "status_panel")
    field(app, "selectbox", "status_word").set_value("opfyldt").run()
    words = said(field(app, "button", "status_save").click().run())
    assert "Åbne to centre Ansvarlig: jobcenterchefen · Frist: 1. apr. 2010 · Status: opfyldt 11. apr. 2010" in words
    assert "Mødet den 11. feb. 2010 er ikke lukket" in words


def test_the_jobcenter_confirms_its_figures_and_a_later_correction_is_told(engine):
    fill(engine)
    met(engine)
    app = meeting_at("confirm_panel")
    assert "Tallene er ikke bekræftet af jobcentret." in said(app)
    key = next(widget.key for widget in app.text_input if widget.key.startswith("confirm_by_"))
    app.text_input(key=key).set_value("jobcenterchefen").run()
    words = said(field(app, "button", "confirm_save").click().run())
    assert "(jobcenterchefen): tallene til og med marts 2010." in words
    assert "siden bekræftelsen" not in words


def test_every_meeting_and_open_agreement_is_in_one_list(engine):
    fill(engine)
    for code in (SKIVE, VIBORG):
        meeting = met(engine, code=code)
        agreements.agree(engine, meeting, text=f"Aftale {code}", responsible="BRM", due=date(2010, 6, 1),
                         viewer=named("BRM"))
    app = opened(DIALOGUE)
    words = said(app)
    assert "Ingen af 19 jobcentre har haft et dialogmøde, der er lukket. 2 åbne aftaler, begge over fristen" in words
    assert "Skive Aftale 779 BRM 1. jun. 2010 aftalt, over fristen 11. apr. 2010" in words
    html = " ".join(part.proto.body for part in app.get("html"))
    assert html.count('href="./dialogmoede?jobcenter=') == 19


def test_an_agreement_is_followed_up_from_the_list_between_meetings(engine):
    fill(engine)
    meeting = met(engine)
    agreements.agree(engine, meeting, text="Åbne to centre", responsible="BRM", due=date(2010, 6, 1),
                     viewer=named("BRM"))
    app = unfolded(opened(DIALOGUE), "status_panel")
    app.session_state["uploaded_by"] = "BRM"
    field(app, "selectbox", "status_word").set_value("bortfaldet").run()
    words = said(field(app, "button", "status_save").click().run())
    assert "Der er ingen åbne aftaler." in words
