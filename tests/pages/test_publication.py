"""»Udgivelse«: what would be told, exactly as it will be seen; published once, and withdrawn with a reason."""

from datetime import date

import streamlit as st
from sqlmodel import select

from model.publishing import editions
from model.store import database
from model.store.tables.base import Figure
from pages.publication import publish_view
from pages.shared import data, forms
from tests.model.empty_worlds import CODES
from tests.pages.data_pages import has, said
from tests.pages.opening import LEMVIG, VIBORG, correct, fill, opened
from tests.pages.telling import publish, told, withdraw
from tests.viewers import EVERYBODY

PUBLICATION = "publication"
NAMED = {"uploaded_by": "konsulent, BRM"}
FEBRUARY, MARCH = date(2010, 2, 1), date(2010, 3, 1)


def frames(app):
    return [frame.proto.srcdoc for frame in app.get("iframe")]


def button(app, start="publish_save"):
    return next((each for each in app.button if str(each.key).startswith(start)), None)


def pressed(app, start="publish_save"):
    return button(app, start).click().run()


def test_it_shows_what_is_new_who_gets_a_row_and_the_screens_as_the_public_will_see_them(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    words = said(app)
    assert "nye tal til og med marts 2010" in words
    assert "19 jobcentre får hver en række for marts 2010: Favrskov, " in words
    assert "Der er ikke offentliggjort noget endnu." in words
    assert button(app).label == "Offentliggør marts 2010" and not button(app).disabled
    assert len(frames(app)) > 3
    assert all('<p class="preview">Prøvevisning, ikke offentliggjort</p>' in frame for frame in frames(app))


def test_what_is_published_is_what_was_shown_with_the_note_and_a_receipt_for_a_heading(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    shown = said(app)
    app.text_area(key="publish_note").set_value("To jobcentre mangler endnu.").run()
    app = pressed(app)
    assert told(engine) == [(1, "konsulent, BRM", "To jobcentre mangler endnu.")]
    words = said(app)
    assert "Udgivelse 1 er offentliggjort: " in words
    assert words.split("Udgivelse 1 er offentliggjort: ")[1].split(" til og med")[0] in shown
    assert any('href="./konference?udgivelse=1"' in part.proto.body for part in app.get("html"))
    assert "To jobcentre mangler endnu." in words and button(app) is None
    (heading,) = [part.proto.body for part in app.get("html") if "<h1>" in part.proto.body]
    assert "Udgivelse 1 er offentliggjort: " in heading.replace("\u00a0", " ") and "intet nyt" not in heading
    assert 'href="./konference?udgivelse=1"' in heading and 'class="fd-head fd-answer"' in heading
    assert frames(app) and not any("Prøvevisning" in frame for frame in frames(app)) and "Prøvevisning" not in words
    assert "Der er intet nyt at offentliggøre for marts 2010" in words


def test_the_button_is_always_there_to_press_and_nobody_publishes_without_saying_who(engine):
    fill(engine)
    app = opened(PUBLICATION)
    assert not button(app).disabled and "hvem du er." not in said(app)
    app = pressed(app)
    assert told(engine) == [] and "Der er ikke offentliggjort noget" in said(app) and "Skriv, hvem du er." in said(app)
    app.text_input(key="uploaded_by").set_value("konsulent, BRM").run()
    pressed(app)
    assert len(told(engine)) == 1


def test_a_note_that_the_public_sees_holds_nothing_personal(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    app = app.text_area(key="publish_note").set_value("Ring til 12 34 56 78").run()
    assert "Bemærkningen er offentlig." in said(app)
    app = pressed(app)
    assert told(engine) == [] and "Der er ikke offentliggjort noget" in said(app)


def test_a_second_click_publishes_nothing_more(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    again = button(app)
    app = again.click().run()
    assert len(told(engine)) == 1
    again.click().run()
    assert len(told(engine)) == 1


def test_a_run_that_a_second_click_began_beside_the_one_that_saves_shows_what_came_of_it(engine, monkeypatch):
    fill(engine)
    app, drawn = opened(PUBLICATION, NAMED), publish_view.what_is_new

    def meanwhile(made):
        monkeypatch.setattr(publish_view, "what_is_new", drawn)
        with monkeypatch.context() as broken_off:
            broken_off.setattr(st, "rerun", lambda: None)
            forms.finish(forms.form("publish"), lambda once: editions.publish(
                engine, data.everything(), MARCH, viewer=EVERYBODY, once=once), pressed=True, done="Udgivet.",
                         content="")
        drawn(made)

    monkeypatch.setattr(publish_view, "what_is_new", meanwhile)
    app.run()
    assert len(told(engine)) == 1 and "Udgivet." in said(app)
    assert button(app) is None and "Der er intet nyt at offentliggøre" in said(app)


def test_who_comes_second_is_told_and_loses_nothing_of_what_was_written(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    app.text_area(key="publish_note").set_value("Min egen bemærkning").run()
    publish(engine, by="en anden")
    app = pressed(app)
    assert told(engine) == [(1, "en anden", "")]
    assert "En anden har offentliggjort udgivelse 1 imens. Der er ikke offentliggjort noget." in said(app)
    assert app.text_area(key="publish_note").value == "Min egen bemærkning"


def test_figures_that_have_moved_since_they_were_shown_are_shown_before_they_are_published(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    app.text_area(key="publish_note").set_value("Min egen bemærkning").run()
    correct(engine, code=VIBORG, month=MARCH, value=170)
    app = pressed(app)
    assert told(engine) == [] and "Tallene er ændret, siden siden blev vist for dig." in said(app)
    app = pressed(app)
    assert told(engine) == [(1, "konsulent, BRM", "Min egen bemærkning")]


def test_what_was_written_elsewhere_is_no_hindrance(engine):
    fill(engine)
    app = opened(PUBLICATION, NAMED)
    with database.write(engine):
        pass
    pressed(app)
    assert len(told(engine)) == 1


def test_months_before_the_newest_edition_s_are_not_offered(engine):
    fill(engine)
    publish(engine, FEBRUARY)
    app = opened(PUBLICATION, maaned="2009-11")
    assert app.selectbox(key="maaned").options == ["marts 2010", "februar 2010"]
    assert app.selectbox(key="maaned").value == "2010-03"
    assert "Adressen nævner en måned, som ikke kan offentliggøres nu." in said(app)


def test_a_correction_is_remarked_and_told_in_the_next(engine):
    fill(engine)
    publish(engine)
    correct(engine, code=VIBORG, month=MARCH, value=170)
    app = opened(PUBLICATION, NAMED)
    words = said(app)
    assert "Tal, der er offentliggjort før, er rettet for Viborg." in words and "1 rettet tal" in words
    pressed(app)
    assert len(told(engine)) == 2


def test_the_list_has_every_edition_newest_first_with_its_address(engine):
    fill(engine)
    publish(engine, FEBRUARY, note="Den første.")
    publish(engine)
    app = opened(PUBLICATION)
    table = next(part.proto.body for part in app.get("html") if "Tabel: udgivelser" in part.proto.body)
    assert table.index("Udgivelse 2</a>") < table.index("Udgivelse 1</a>")
    assert 'href="./konference?udgivelse=1"' in table and "Den første." in table and "BRM" in table


def test_withdrawing_asks_why_and_says_first_that_it_cannot_be_undone(engine):
    fill(engine)
    publish(engine)
    app = opened(PUBLICATION, {**NAMED, "withdraw_panel": True})
    words = said(app)
    assert "Det kan ikke fortrydes" in words and "stadig kendt" in words
    assert "Skriv, hvorfor udgivelsen trækkes tilbage." in said(pressed(app, "withdraw_save"))
    app = app.text_area(key="withdraw_reason_1").set_value("Et tal fra Skive var forkert").run()
    if has(app, "text_input", "uploaded_by") and not app.text_input(key="uploaded_by").value:
        app = app.text_input(key="uploaded_by").set_value("konsulent, BRM").run()
    app = pressed(app, "withdraw_save")
    words = said(app)
    assert "Udgivelse 1 vises ikke mere." in words
    assert "af konsulent, BRM: Et tal fra Skive var forkert" in words


def test_a_month_whose_edition_is_withdrawn_may_be_shown_again(engine):
    fill(engine)
    publish(engine)
    withdraw(engine, 1)
    app = opened(PUBLICATION)
    assert button(app) is not None and "intet nyt" not in said(app)


def test_nothing_loaded_is_said_and_there_is_no_button(engine):
    app = opened(PUBLICATION)
    assert button(app) is None
    assert "som kan offentliggøres endnu." in said(app) and frames(app) == []


def test_everything_hidden_is_said_and_nothing_fails(engine):
    fill(engine)
    with database.write(engine) as session:
        for figure in session.exec(select(Figure)):
            figure.value, figure.mark = None, "hidden"
    app = opened(PUBLICATION, NAMED)
    words = said(app)
    assert all(each.endswith(" (foreløbig)") for each in app.selectbox[0].options)
    assert "til og med marts 2010" in words or "for marts 2010" in words


def test_one_jobcenter_alone_has_its_row_and_the_others_are_said_to_be_missing(engine):
    fill(engine, silent=tuple(code for code in CODES if code != VIBORG))
    words = said(opened(PUBLICATION, NAMED))
    assert "1 jobcenter får en række for marts 2010: Viborg." in words
    assert "18 jobcentre mangler i marts 2010 og kommer med" in words


def test_who_is_missing_is_remarked_and_stands_in_nobody_s_way(engine):
    fill(engine, silent=(LEMVIG,))
    app = opened(PUBLICATION, NAMED)
    assert "Lemvig mangler i marts 2010 og kommer med i en senere udgivelse." in said(app)
    assert not button(app).disabled
