"""The programmes beside the campaign: side by side, one by one, the contract, and what is typed about them."""

from datetime import date

import pytest

from tests.model.subjects.projects.reports import FOLLOWED, MIDDELFART, result, send
from tests.pages.data_pages import said
from tests.pages.opening import field, opened

PROJECTS, PROJECT, CONTRACT, REGION = "projects", "project", "contract", "region"
CELLS = (("01-05-2014", "Visiterede i alt", "27"), ("01-10-2014", "Visiterede i alt", "46"),
         ("01-10-2014", "Begyndt i alt", "38"), ("01-10-2014", "Mentorkurser holdt i alt", "7"))


@pytest.fixture
def reported(engine):
    send(engine, result(MIDDELFART, *CELLS))
    return engine


def test_with_nothing_reported_nothing_is_told_as_zero(engine):
    words = said(opened(PROJECTS))
    assert "Ingen af projekterne har oplyst, hvor mange der er begyndt" in words
    assert "0 af" not in words
    assert "14 resultater mangler" in said(opened(PROJECT))


def test_the_projects_stand_side_by_side_and_lead_to_their_own_pages(reported):
    app = opened(PROJECTS)
    words = said(app)
    assert "1 projekt har ikke nået minimum på 100 borgere, og 1 kan ikke opgøres" in words
    assert "38 er begyndt i Middelfart. København har ikke oplyst det" in words
    assert "Københavns ansøgning har ingen milepæle" in words
    to = "./projekt?indsats=vc_generation_2&amp;projekt=Middelfart"
    assert any(to in html.proto.body for html in app.get("html"))


def test_a_project_shows_planned_against_achieved_and_who_gets_the_results(reported):
    words = said(opened(PROJECT))
    assert "Middelfart har nået 1 af 2 opgjorte milepæle" in words
    assert "27/25" in words and "46/50" in words and "m/75" in words
    assert "Senest manglede 4 visiterede borgere" in words
    assert "7 af 20 er holdt" in words and "følger planen" in words
    earlier = said(opened(PROJECT, None, pr="2014-09-20"))
    assert "Næste milepæl er den 1. okt. 2014. Resultaterne sendes til DISCUS kort før." in earlier


def test_one_without_milestones_says_so(engine):
    words = said(opened(PROJECT, None, projekt="København"))
    assert "København har ingen milepæle" in words and "Københavns ansøgning har ingen milepæle." in words


def test_an_unknown_project_in_the_address_is_told(engine):
    assert "Her vises Middelfart." in said(opened(PROJECT, None, projekt="Nowhere"))


def test_results_are_typed_on_their_day_and_undone_with_their_upload(reported):
    app = opened(PROJECT, {"result_panel": True, "uploaded_by": "projektleder"})
    field(app, "date_input", "result_day_Middelfart").set_value(date(2014, 10, 1)).run()
    assert field(app, "number_input", "results_begyndt_Middelfart").value == 38
    field(app, "number_input", "results_pladser").set_value(31).run()
    words = said(field(app, "button", "results_save").click().run())
    assert "Resultaterne er gemt" in words and "31/30" in words


def test_both_forms_may_be_open_and_a_second_press_says_that_nothing_is_left_to_save(reported):
    app = opened(PROJECT, {"result_panel": True, "point_panel": True, "uploaded_by": "projektleder"},
                 fane="Holdepunkter")
    words = said(app)
    assert "Siden kan ikke vises" not in words and words.count("Skriv funktioner, aldrig navne") == 1
    assert "Der er ikke ændret noget felt." in said(field(app, "button", "results_save").click().run())


def test_a_point_is_followed_up_with_what_hinders_it(engine):
    app = opened(PROJECT, {"point_panel": True, "uploaded_by": "projektleder"}, fane="Holdepunkter")
    assert said(app).count("ikke fulgt op") >= 9
    assert field(app, "text_area", "point_forhindring").label == "Forhindring (højst 500 tegn)"
    assert "kommer intet af det med" in field(app, "text_area", "point_forhindring").help
    field(app, "button_group", "point_status").set_value("hindret").run()
    words = said(field(app, "button", "point_save").click().run())
    assert "der står ikke, hvad der hindrer" in words
    field(app, "text_area", "point_forhindring").set_value("Skemaerne mangler").run()
    words = said(field(app, "button", "point_save").click().run())
    assert "Opfølgningen på 1. Virksomhedscenterplads er gemt" in words
    assert "Forhindring: Skemaerne mangler." in words


def test_the_contract_stands_in_its_own_order_with_what_it_lacks(engine):
    words = said(opened(CONTRACT))
    assert "Af 2 mål i kontrakten er 1 delvist opfyldt og 1 ikke opfyldt" in words
    assert "Der er 0 af 7 støtteerklæringer i vest og 0 af 7 støtteerklæringer i øst." in words
    assert words.count("Målemetode mangler i kontrakten") == 2
    places = [words.index(part) for part in ("Resultatkrav", "Målemetode", "Opfølgning")]
    assert places == sorted(places)
    parties = said(opened(CONTRACT, None, fane="Kontrakten"))
    for part in ("Herning Kommune", "Model 3, Fleksmodellen (anbefalet)", "22. apr. 2009"):
        assert part in parties
    account = said(opened(CONTRACT, None, fane="Sådan er det gået"))
    assert "10 af 19" in account and "38" in account


def test_before_it_was_followed_up_nothing_is_judged(engine):
    words = said(opened(CONTRACT, None, pr="2009-02-01"))
    assert "2 ikke vurderet" in words and words.count("Der er ikke fulgt op endnu") == 2
    assert "Der er ikke indsamlet" not in words and "Der er informationer om 35" not in words
    account = said(opened(CONTRACT, None, pr="2009-02-01", fane="Sådan er det gået"))
    assert "Der er ikke fulgt op endnu." in account and "10 af 19" not in account


def test_a_later_word_on_a_row_goes_on(engine):
    send(engine, FOLLOWED + "Udviklingsplatform i Region Midtjylland;Mål 1;15-04-2009;opfyldt;;;;Rapporten\n")
    words = said(opened(CONTRACT))
    assert "1 opfyldt og 1 ikke opfyldt" in words and "Dokumentation: Rapporten" in words


def test_the_front_page_has_one_line_of_each(reported):
    words = said(opened(REGION))
    assert "Virksomhedscenter generation 2: 1 projekt har ikke nået" in words
    assert "Udviklingsplatform i Region Midtjylland: Af 2 mål i kontrakten" in words


@pytest.mark.parametrize(("page", "panel", "form", "address"), [
    (PROJECT, "result_panel", "pages.project.result_form", {}),
    (PROJECT, "point_panel", "pages.shared.point_form", {"fane": "Holdepunkter"}),
    (CONTRACT, "point_panel", "pages.shared.point_form", {})])
def test_before_a_programme_has_begun_nothing_is_stated_of_it(engine, monkeypatch, page, panel, form, address):
    monkeypatch.setattr("pages.shared.record_form.today", lambda: date(2008, 1, 1))
    monkeypatch.setattr(f"{form}.today", lambda: date(2008, 1, 1))
    app = opened(page, {panel: True, "uploaded_by": "projektleder"}, **address)
    words = said(app)
    assert "Der kan skrives noget her, når det er begyndt: " in words and "kan ikke vises" not in words
    assert not app.exception and not [each for each in app.date_input if "day" in str(each.key)]


def test_a_text_that_is_emptied_on_its_own_day_is_taken_back(engine):
    send(engine, FOLLOWED + "Middelfart;1;01-10-2014;hindret;Koordinator;Skemaerne;Ringer;Rapporten\n")
    app = opened(PROJECT, {"point_panel": True, "uploaded_by": "projektleder"}, fane="Holdepunkter")
    field(app, "date_input", "point_day_Middelfart").set_value(date(2014, 10, 1)).run()
    field(app, "text_area", "point_modtraek").set_value("").run()
    assert "Ringer bliver taget tilbage" in said(field(app, "button", "point_save").click().run())
    field(app, "text_input", "point_reason").set_value("Skemaerne er kommet").run()
    words = said(field(app, "button", "point_anyway").click().run())
    assert "er gemt" in words and "Forhindring: Skemaerne." in words and "Ringer" not in words


@pytest.mark.parametrize("page", [PROJECTS, PROJECT, CONTRACT])
def test_each_page_leads_to_what_its_own_figures_mean(engine, page):
    app = opened(page)
    programme = app.query_params["indsats"]
    [line] = [html.proto.body for html in app.get("html") if "Hvordan er det regnet?" in html.proto.body]
    assert f'<a href="./metode?indsats={programme}">' in line


def test_what_no_goal_is_about_is_shown_by_itself(reported):
    assert "Andet, der er indberettet" not in said(opened(PROJECT))
    send(reported, result(MIDDELFART, ("01-10-2014", "Målinger af progression indsamlet", "34")))
    assert "Målinger af progression indsamlet 34 1. okt. 2014" in said(opened(PROJECT))
