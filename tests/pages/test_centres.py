"""»Virksomhedscentre«: what opens and closes, whether places are used, and the forms that say so."""

import re
from datetime import date

import pytest
from sqlmodel import Session, select

from model.intake import undoing
from model.intake.form import state
from model.intake.saving import apply
from model.snapshot import loading
from model.store.tables.base import Upload
from model.subjects.centres.figures import activity, register
from tests.pages import opening
from tests.pages.data_pages import said, uploads
from tests.pages.folds import OPEN
from tests.pages.opening import field
from tests.viewers import EVERYBODY, named
from tests.worlds import kept

SKIVE, VIBORG = "779", "791"
NAME, KIND = "Hejrehyld Lager", "Ret sektor, branche og generation"
TODAY = date(2010, 4, 20)


@kept
def save(engine, dataset, *rows):
    report, content = state(engine, dataset, rows, name="til prøven", today=TODAY)
    apply(engine, report, content=content, viewer=named("prøve"), reason="til prøven", source="form")


@pytest.fixture
def filled(engine):
    """One centre in Skive that is open with a month of occupancy, one that has closed."""
    save(engine, "centre",
         {"jobcenter": SKIVE, "virksomhedscenter": NAME, "aabnet": date(2009, 10, 1), "pladser": 38, "sektor": "privat",
          "branche": "Transport", "generation": 1},
         {"jobcenter": SKIVE, "virksomhedscenter": "Ørnelyng Kro", "aabnet": date(2009, 10, 1), "pladser": 6,
          "lukket": date(2010, 2, 1), "lukkeaarsag": "Markedet"})
    save(engine, "centermaaned", {"jobcenter": SKIVE, "virksomhedscenter": NAME, "maaned": date(2010, 3, 1),
                                  "pladser": 38, "besatte": 22})
    return engine


def opened(tab="Register", **address):
    return opening.opened("centres", fane=tab, **address)


def read(engine):
    with Session(engine) as session:
        return loading.load(session, EVERYBODY)


def filled_in(app, *answers):
    """Each answer typed as a person would, one run after the other, then saved by »prøve«."""
    app.text_input(key="uploaded_by").set_value("prøve").run()
    for kind, name, value in answers:
        field(app, kind, f"centre_(change|new)_{re.escape(name)}").set_value(value).run()
    return app


def test_without_centres_the_page_says_what_to_do_and_takes_the_first_one(engine):
    app = opened()
    assert "Der er ingen virksomhedscentre endnu. Indlæs en fil" in said(app)
    filled_in(app, ("selectbox", "place_None", VIBORG), ("text_input", "name", "Ugletjørn Møbler"),
              ("date_input", "opened", date(2010, 3, 1)), ("number_input", "places", 8))
    field(app, "button", "centre_new_save").click().run()
    assert "Ugletjørn Møbler er skrevet ind som åbnet 1. mar. 2010." in said(app)
    assert activity.year(read(engine), VIBORG, date(2010, 3, 1)).active == 1


def test_the_answer_stands_first_with_both_parts_of_the_change(filled):
    text = " ".join(map(said, opening.every_tab("centres")))
    assert "1 aktivt virksomhedscenter. 16 af 38 pladser er ubesatte" in text
    assert "2 centre åbnede og 1 lukkede på et år: 1 mere aktivt" in text
    assert "22 af 38 pladser besat (58 %)" in text.replace("\u00a0", " ")
    assert "forsøg 2007–09, match 3–5" in text
    assert "12 af 13 var tilfredse" in text


def test_occupancy_at_a_named_company_is_marked_as_internal(filled):
    assert "Internt: belægningen i en navngiven virksomhed" in said(opened())


def test_one_jobcenter_is_shown_with_what_it_lacks_and_another_without_centres_says_so(filled):
    assert "Skive: 1 aktivt virksomhedscenter" in said(opened(jobcenter=SKIVE))
    text = said(opened(jobcenter="741"))
    assert "Samsø har ikke haft et virksomhedscenter" in text
    assert "kan det skrives ind herunder" in text


def test_as_of_an_earlier_day_nothing_is_known_and_nothing_can_be_written(filled):
    app = opened(pr="2009-12-31")
    assert "Der er ingen virksomhedscentre endnu." in said(app)
    assert "Mens du ser en tidligere dag, kan der ikke skrives noget." in said(app)


def test_the_register_is_searched_and_a_centre_is_opened_by_its_address(filled):
    app = opened()
    app.text_input(key="centre_search").set_value("findes ikke").run()
    assert "Ingen centre passer til søgningen." in said(app)
    text = said(opening.opened("centres", center=f"{SKIVE} {NAME}"))
    assert f"{NAME}: 22 af 38 pladser besat i marts 2010" in text
    assert "1. okt. 2009 – nu" in text


def test_closing_asks_for_a_day_and_a_reason(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", "Lukker"),
                    ("date_input", "day_Lukker", date(2010, 4, 12)))
    assert "Udfyld felterne." in said(app)
    field(app, "selectbox", "centre_change_because").set_value("Ordrenedgang, markedet").run()
    field(app, "button", "centre_change_save").click().run()
    row = register.stays(read(filled), SKIVE, NAME).iloc[0]
    assert (row["closed"].date(), row["reason"]) == (date(2010, 4, 12), "Ordrenedgang, markedet")


def test_a_wrong_opening_date_becomes_one_upload_that_keeps_the_rest(filled):
    before = uploads(filled)
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", "Ret åbningsdato"),
                    ("date_input", "day_Ret åbningsdato", date(2009, 10, 12)))
    field(app, "button", "centre_change_save").click().run()
    rows = register.stays(read(filled), SKIVE, NAME)
    assert uploads(filled) == before + 1
    assert [day.date() for day in rows["opened"]] == [date(2009, 10, 12)]
    assert (rows["places"].tolist(), rows["industry"].tolist()) == ([38], ["Transport"])


def kind(app, name, widget="selectbox"):
    return field(app, widget, f"centre_change_kind_{name}")


def test_sector_branch_and_generation_are_corrected_from_what_stands(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", KIND))
    assert (kind(app, "sector").value, kind(app, "industry").value) == ("privat", "Transport")
    assert "Det står allerede sådan. Ret et af felterne." in said(app)
    kind(app, "sector").set_value("offentlig").run()
    kind(app, "generation", "number_input").set_value(2).run()
    before = uploads(filled)
    field(app, "button", "centre_change_save").click().run()
    row = register.stays(read(filled), SKIVE, NAME).iloc[0]
    assert (row["sector"], row["industry"], row["generation"], row["places"]) == ("offentlig", "Transport", 2, 38)
    assert uploads(filled) == before + 1


def test_the_day_a_centre_became_generation_2_is_written_in_and_seen_by_branch_and_on_the_centre(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", KIND),
                    ("date_input", "kind_generation_2_from", date(2010, 3, 15)))
    field(app, "button", "centre_change_save").click().run()
    assert "Generation 2 fra 15. mar. 2010" in said(opened(center=f"{SKIVE} {NAME}"))
    kinds = said(opening.opened("centres", OPEN, fane="Udvikling", maaned="2010-03"))
    assert "1 af 1 aktivt center er generation 2, fra 15. mar. 2010." in kinds and "Heraf generation 2" in kinds


def test_a_branch_that_is_taken_back_asks_why(filled):
    save(filled, "centre", {"jobcenter": SKIVE, "virksomhedscenter": "Ørnelyng Kro", "aabnet": date(2009, 10, 1),
                            "branche": "Transport"})
    app = filled_in(opened(center=f"{SKIVE} Ørnelyng Kro"), ("selectbox", "what_False", KIND))
    kind(app, "industry").set_value(None).run()
    field(app, "button", "centre_change_save").click().run()
    assert "Transport bliver taget tilbage" in said(app)
    field(app, "text_input", "centre_change_reason").set_value("forkert center").run()
    field(app, "button", "centre_change_anyway").click().run()
    assert register.stays(read(filled), SKIVE, "Ørnelyng Kro")["industry"].isna().all()


def test_closing_before_an_occupied_month_is_refused_with_what_to_do(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", "Pause"),
                    ("date_input", "day_Pause", date(2010, 2, 1)))
    before = uploads(filled)
    field(app, "button", "centre_change_save").click().run()
    assert "22 besatte pladser i marts 2010, hvor centret ikke er åbent" in said(app)
    assert uploads(filled) == before


def test_a_closed_centre_opens_again(filled):
    app = filled_in(opened(center=f"{SKIVE} Ørnelyng Kro"), ("selectbox", "what_False", "Åbner igen"),
                    ("date_input", "day_Åbner igen", date(2010, 4, 1)))
    field(app, "button", "centre_change_save").click().run()
    assert register.is_open(read(filled), SKIVE, "Ørnelyng Kro")


def test_other_places_hold_after_the_last_month_told_and_the_form_says_so(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("number_input", "other_places", 44))
    assert "Tallet gælder alle månederne efter den seneste, hvis pladser er oplyst" in said(app)
    assert field(app, "number_input", "centre_change_other_places").label == "Centrets pladser"
    field(app, "button", "centre_change_save").click().run()
    rows = register.life(read(filled), SKIVE, NAME, date(2010, 4, 1))
    assert rows["places"].tolist() == [38] * 6 + [44]


def test_a_months_places_are_told_without_its_occupancy(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", "En måneds belægning"),
                    ("date_input", "month", date(2010, 2, 5)), ("number_input", "month_places", 30))
    field(app, "button", "centre_change_save").click().run()
    rows = register.life(read(filled), SKIVE, NAME, date(2010, 3, 1))
    assert rows["places"].tolist()[-2:] == [30, 38]
    assert rows["occupied"].isna().tolist()[-2:] == [True, False]


def test_a_centre_cannot_open_twice_on_one_day(filled):
    app = filled_in(opened(center=f"{SKIVE} {NAME}"), ("selectbox", "what_True", "Ret åbningsdato"),
                    ("date_input", "day_Ret åbningsdato", date(2009, 10, 1)))
    assert "Centret er allerede skrevet ind som åbnet 1. okt. 2009. Vælg en anden dag." in said(app)


def test_a_withdrawn_centre_is_written_in_anew_and_generation_only_when_it_is_told(filled):
    app = filled_in(opened(center=f"{SKIVE} Ørnelyng Kro"), ("selectbox", "what_False", "Udgår"))
    field(app, "button", "centre_change_save").click().run()
    app = filled_in(opened(), ("selectbox", "place_None", SKIVE), ("text_input", "name", "Ørnelyng Kro"),
                    ("date_input", "opened", date(2009, 10, 1)))
    field(app, "button", "centre_new_save").click().run()
    row = register.stays(read(filled), SKIVE, "Ørnelyng Kro").iloc[0]
    assert row[["closed", "generation", "places"]].isna().all()


def test_a_link_to_a_centre_that_is_not_there_shows_none(filled):
    assert "Åbne perioder" not in said(opened(center="779 Findes ikke"))


def test_occupied_months_left_without_any_period_are_still_pointed_out(filled):
    with Session(filled) as session:
        ids = session.exec(select(Upload.id).where(Upload.dataset == "centre")).all()
    undoing.undo_many(filled, ids, viewer=named("prøve"), reason="til prøven")
    text = said(opened())
    assert "Der er ingen virksomhedscentre endnu." in text
    assert f"{NAME} (Skive) har besatte pladser i måneder uden for de åbne perioder" in text
