"""Hotline og rådgivning: who waits, what is asked, who was helped, and forms that are searched before they are kept."""

from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.intake.datasets.datasets import DATASETS
from model.store import record_facts
from pages.support import support_forms
from tests.model.subjects.support_builders import LEMVIG, SKIVE, VIBORG, asked, offered
from tests.model.subjects.support_builders import said as stated
from tests.pages.data_pages import CPR, said, unfolded, uploads
from tests.pages.opening import every_tab, field, fill, opened
from tests.worlds import kept

PAGE = "support"


@kept
def support(engine: Engine) -> None:
    """Monthly figures, three enquiries of which one is open, and two offers of which one was held."""
    fill(engine)
    stated(engine, "hotline", asked(1, "2010-01-28", answered="2010-01-29"),
           asked(2, "2010-02-10", VIBORG, "Visitation"),
           {**asked(3, "2010-01-29", answered="2010-02-03"), "spoergsmaal": "Hvem betaler?"})
    stated(engine, "raadgivning", {**offered(SKIVE, "afholdt", tilbudt="2009-12-01", afholdt="2010-01-12"),
                                   "svar_b": "Ingen erfaring"},
           offered(LEMVIG, "takket nej", tilbudt="2009-12-02", takket_nej="2009-12-20"))


def form(app: AppTest, choice: str) -> AppTest:
    """The fold opened on one of the three forms, by somebody with a name."""
    unfolded(app, "support_panel")
    app.segmented_control(key=support_forms.CHOICE).set_value(choice).run()
    return app.text_input(key="uploaded_by").set_value("konsulent i BRM").run()


def records(engine: Engine, dataset: str) -> list[dict]:
    """The records that stand."""
    with Session(engine) as session:
        return record_facts.records(session, DATASETS[dataset].table).to_dict("records")


def test_the_page_answers_first_and_names_who_never_asked(engine):
    support(engine)
    words = said(opened(PAGE)).replace("\u00a0", " ")
    assert "3 henvendelser til hotlinen, 1 jobcenter har fået rådgivning" in words
    assert "1 henvendelse venter på svar siden 10. feb. 2010" in words
    assert "2 henvendelser kom" not in words
    assert "1 henvendelse var åben den dag: den er besvaret siden (1 af BRM)" in words
    words = said(opened(PAGE, fane="Emner og svartider")).replace("\u00a0", " ")
    assert "17 af 19 jobcentre har aldrig spurgt" in words
    assert "Har aldrig spurgt: Favrskov, Hedensted" in words


def test_candidates_come_with_their_reason_and_can_be_ordered_by_persons(engine):
    support(engine)
    app = opened(PAGE, fane="Længst fra målet")
    words = said(app).replace("\u00a0", " ")
    assert "Skive 10,0 % (40 af 400), manglede 24 personer i 16 % 6,0 afholdt 12. jan. 2010" in words
    assert "Viborg 11,3 % (90 af 800), manglede 38 personer i 16 % 4,7 ikke tilbudt" in words
    first = said(app.segmented_control(key="candidate_order").set_value("personer").run()).replace("\u00a0", " ")
    assert first.index("Viborg 11,3 %") < first.index("Skive 10,0 % (40 af 400), manglede 24 personer i 16 % 6,0")


def test_the_share_round_a_visit_is_drawn_without_a_claim(engine):
    support(engine)
    words = said(opened(PAGE, jobcenter=LEMVIG, fane="Før og efter besøg")).replace("\u00a0", " ")
    assert "Skive: 10,0 % før besøget (dec. 2009), 10,0 % efter besøget (mar. 2010)" in words
    assert "Figuren siger ikke, hvad besøget har betydet." in words
    words = said(unfolded(opened(PAGE, fane="Rådgivning"), "counselling_answers")).replace("\u00a0", " ")
    assert "Skive: afholdt 12. jan. 2010, 1 af 3 spørgsmål besvaret" in words
    assert "Ved udgangspunktet: 400 i matchgruppe 4, heraf 40 i virksomhedsaktivering (10,0 %)" in words


def test_an_empty_database_says_what_to_do(engine):
    app = opened(PAGE)
    words = said(app)
    assert "Hvad spørger jobcentrene om, hvem har fået hjælp?" in words
    assert "Indlæs hotlinens liste på siden Indlæs tal" in words
    assert "Ingen jobcentre er tilbudt rådgivning endnu" in words
    assert "Listen laves af månedstallene ved udgangspunktet" in words
    assert not app.get("plotly_chart")


def test_the_sample_fills_the_page(sample_engine):
    words = " ".join(map(said, every_tab(PAGE)))
    assert "6 jobcentre har fået rådgivning, 1 har takket nej" in words
    assert "Kilde: eksempeldata, opdigtede tal · opgjort 12. apr. 2011 · foreløbig" in words


def test_an_earlier_day_shows_what_was_known_and_takes_nothing_in(sample_engine):
    app = unfolded(opened(PAGE, pr="2009-12-20"), "support_panel")
    words = said(app)
    assert "Der var ikke registreret nogen henvendelser 20. dec. 2009." in words
    assert "1 jobcenter har fået rådgivning" in words
    assert "DISCUS har ansvaret til og med januar 2010" in words
    assert "Mens du ser en tidligere dag, kan der ikke skrives noget." in words
    assert not [button for button in app.button if button.label.startswith("Gem")]


def test_a_new_enquiry_gets_the_next_number_and_empties_the_form(engine):
    support(engine)
    app = form(opened(PAGE), "Ny henvendelse")
    assert app.number_input[0].value == 4
    app.date_input(key="enquiry_asked").set_value(date(2010, 3, 4))
    app.selectbox(key="enquiry_jobcenter").set_value(LEMVIG)
    app.selectbox(key="enquiry_theme").set_value("Mentor")
    app.text_area(key="enquiry_question").set_value("Hvornår begynder kurset?").run()
    app.button(key="enquiry_save").click().run()
    assert "Henvendelse nr. 4 er gemt." in said(app)
    row = records(engine, "hotline")[-1]
    assert (row["number"], row["jobcenter"], row["theme"], row["question"]) == (
        4, LEMVIG, "Mentor", "Hvornår begynder kurset?")
    assert field(app, "text_area", "enquiry_question").value == ""
    assert app.number_input[0].value == 5


def test_a_number_that_is_taken_is_not_written_over(engine):
    support(engine)
    app = form(opened(PAGE), "Ny henvendelse")
    app.number_input[0].set_value(2).run()
    assert "Henvendelse nr. 2 findes allerede. Brug nr. 4" in said(app)
    assert not [button for button in app.button if button.key == "enquiry_save"]


def test_an_open_enquiry_is_answered_in_place(engine):
    support(engine)
    app = form(opened(PAGE), "Svar på en henvendelse")
    field(app, "date_input", "answer_answered").set_value(date(2010, 2, 12))
    field(app, "text_area", "answer_text").set_value("Ja.").run()
    field(app, "button", "answer_save").click().run()
    words = said(app)
    assert "Svaret på henvendelse nr. 2 er gemt." in words
    assert "Alle henvendelser er besvaret" in words
    row = records(engine, "hotline")[1]
    assert (row["answer"], f"{row['answered_on']:%Y-%m-%d}", row["theme"]) == ("Ja.", "2010-02-12", "Visitation")


def test_what_is_typed_for_one_enquiry_never_follows_to_another(engine):
    support(engine)
    stated(engine, "hotline", asked(9, "2010-02-01"))
    app = form(opened(PAGE), "Svar på en henvendelse")
    next(area for area in app.text_area if area.key.startswith("answer_")).set_value("Svar til den ældste").run()
    field(app, "selectbox", "answer_enquiry").select_index(1).run()
    assert [area.value for area in app.text_area if area.key.startswith("answer_")] == [""]


@pytest.mark.parametrize(("choice", "text", "save"), [
    ("Svar på en henvendelse", "answer_text", "answer_save"),
    ("Rådgivning", "counselling_c", "counselling_save")])
def test_free_text_with_a_cpr_number_is_refused_before_anything_is_stored(engine, choice, text, save):
    support(engine)
    before = uploads(engine)
    app = form(opened(PAGE), choice)
    if choice == "Rådgivning":
        app.selectbox(key="counselled").set_value(SKIVE).run()
    field(app, "text_area", text).set_value(f"Det gælder borger {CPR}").run()
    field(app, "button", save).click().run()
    words = said(app)
    assert "indeholder noget, der ligner et CPR-nummer. Der er ikke gemt noget." in words
    assert CPR not in words
    assert uploads(engine) == before


def test_counselling_is_set_with_dates_and_a_date_is_taken_back_with_a_reason(engine):
    support(engine)
    app = form(opened(PAGE, fane="Rådgivning"), "Rådgivning")
    app.selectbox(key="counselled").set_value(VIBORG).run()
    field(app, "selectbox", "counselling_status").set_value("aftalt")
    field(app, "date_input", "counselling_tilbudt").set_value(date(2010, 1, 5))
    field(app, "date_input", "counselling_aftalt").set_value(date(2010, 2, 25)).run()
    field(app, "button", "counselling_save").click().run()
    assert "Rådgivningen i Viborg er gemt." in said(app)
    field(app, "selectbox", "counselling_status").set_value("tilbudt")
    field(app, "date_input", "counselling_aftalt").set_value(None).run()
    field(app, "button", "counselling_save").click().run()
    assert "25. feb. 2010 bliver taget tilbage" in said(app)
    field(app, "text_input", "counselling_reason").set_value("Mødet er aflyst").run()
    field(app, "button", "counselling_anyway").click().run()
    row = next(row for row in records(engine, "raadgivning") if row["jobcenter"] == VIBORG)
    assert (row["status"], row["agreed_for_mark"]) == ("tilbudt", "missing")
    assert "1 er tilbudt" in said(app)


def test_a_status_without_its_date_is_told_in_the_form(engine):
    support(engine)
    app = form(opened(PAGE), "Rådgivning")
    app.selectbox(key="counselled").set_value(VIBORG).run()
    field(app, "selectbox", "counselling_status").set_value("afholdt").run()
    field(app, "button", "counselling_save").click().run()
    assert "Status er »afholdt«, men datoen for det mangler" in said(app)


def test_a_wish_is_written_in_and_who_waits_stands_first(engine):
    support(engine)
    app = form(opened(PAGE, fane="Rådgivning"), "Rådgivning")
    app.selectbox(key="counselled").set_value(VIBORG).run()
    field(app, "selectbox", "counselling_status").set_value("ønsket")
    field(app, "date_input", "counselling_oensket").set_value(date(2010, 1, 5)).run()
    field(app, "button", "counselling_save").click().run()
    words = said(app).replace("\u00a0", " ")
    assert "1 jobcenter har ønsket rådgivning og venter: Viborg (5. jan. 2010)." in words
    words = said(opened(PAGE, fane="Længst fra målet")).replace("\u00a0", " ")
    assert "manglede 38 personer i 16 % 4,7 ønsket 5. jan. 2010, venter" in words
    assert "1 af 2" in words
