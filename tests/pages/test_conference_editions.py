"""»Konference« shows an edition: the newest, one that is chosen, or what the next would be."""

from io import BytesIO
from urllib.parse import urlencode

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from pages.shared import address
from tests.pages.conference import CONFERENCE, FEBRUARY, MARKED, frames, order
from tests.pages.data_pages import said
from tests.pages.opening import LAST, VIBORG, correct, fill, opened
from tests.pages.telling import publish, withdraw


def edition(app: AppTest):
    return app.selectbox(key="udgivelse")


def test_without_an_edition_the_next_one_is_shown_marked_everywhere_with_the_way_to_publish_it(engine):
    fill(engine)
    app = opened(CONFERENCE)
    assert "Prøvevisning, ikke offentliggjort. Der er ikke offentliggjort noget endnu." in said(app)
    assert any('href="./udgivelse' in part.proto.body for part in app.get("html"))
    assert frames(app) and all(MARKED in frame for frame in frames(app))
    wall = frames(opened(CONFERENCE, vis="1"))[0]
    assert wall.count(MARKED) == len(order(app))
    assert "udgivelse 1" not in wall


def test_the_preview_is_an_address_too_while_there_are_editions(told):
    correct(told, code=VIBORG, month=LAST, value=170)
    app = opened(CONFERENCE, udgivelse="proeve")
    assert all(MARKED in frame for frame in frames(app))
    assert all(MARKED not in frame for frame in frames(opened(CONFERENCE)))


def test_the_files_of_a_preview_say_what_they_are(engine, monkeypatch):
    fill(engine)
    made = {}
    monkeypatch.setattr("pages.shared.downloads.file_button",
                        lambda label, make, name, mime, **_: made.update({label: (make, name)}))
    opened(CONFERENCE)
    make, name = made["Hent som én HTML-fil (virker uden net)"]
    assert name == "fremdrift_konference_2010-03_proevevisning.html" and MARKED in make()
    make, name = made["Hent som PowerPoint"]
    assert name == "fremdrift_dias_2010-03_proevevisning.pptx"
    deck = Presentation(BytesIO(make()))
    for slide in deck.slides:
        assert "Prøvevisning, ikke offentliggjort" in [shape.text_frame.text for shape in slide.shapes
                                                       if shape.has_text_frame]


def test_what_stands_now_is_not_shown_before_it_is_published(told):
    before = frames(opened(CONFERENCE))
    correct(told, code=VIBORG, month=LAST, value=170)
    assert frames(opened(CONFERENCE)) == before


def test_an_edition_is_chosen_by_its_number_and_the_newest_is_the_default(engine):
    fill(engine)
    publish(engine, FEBRUARY)
    publish(engine)
    app = opened(CONFERENCE)
    assert "udgivelse 2, " in said(app) and "til og med marts 2010" in said(app)
    assert [option.split(":")[0] for option in edition(app).options] == [
        "Udgivelse 2", "Udgivelse 1", "Prøvevisning af den næste"]
    app = edition(app).set_value("1").run()
    assert app.query_params["udgivelse"] == "1"
    assert "udgivelse 1, " in said(app) and "til og med februar 2010" in said(app)


def test_an_edition_that_a_later_one_corrects_says_so_on_everything(told):
    correct(told, code=VIBORG, month=LAST, value=170)
    publish(told)
    app = opened(CONFERENCE, udgivelse="1")
    assert "Tal i denne udgivelse er rettet i udgivelse 2." in said(app)
    assert all("(rettet i udgivelse 2)" in frame for frame in frames(app))
    assert "rettet i udgivelse" not in said(opened(CONFERENCE))


def test_every_later_edition_that_corrects_it_is_named_but_those_that_are_withdrawn(told):
    for value in (170, 180, 190):
        correct(told, code=VIBORG, month=LAST, value=value)
        publish(told)
    withdraw(told, 2)
    assert all("(rettet i udgivelse 3\u00a0og\u00a04)" in frame for frame in frames(opened(CONFERENCE, udgivelse="1")))


def test_a_withdrawn_edition_is_said_with_the_reason_and_the_newest_is_shown(engine):
    fill(engine)
    publish(engine, FEBRUARY)
    publish(engine)
    withdraw(engine, 1, reason="Et tal fra Skive var forkert")
    words = said(opened(CONFERENCE, udgivelse="1"))
    assert "Udgivelse 1 er trukket tilbage" in words and "Et tal fra Skive var forkert. Her vises Udgivelse 2" in words
    assert "udgivelse 2, " in words


@pytest.mark.parametrize("named", ["7", "0", "-1", "abc", "1 OR 1"])
def test_an_unknown_edition_is_said_and_the_newest_is_shown(told, named):
    words = said(opened(CONFERENCE, udgivelse=named))
    assert "Adressen nævner en udgivelse, som ikke findes. Her vises Udgivelse 1" in words


def test_with_every_edition_withdrawn_the_preview_is_shown(told):
    withdraw(told, 1)
    app = opened(CONFERENCE, udgivelse="1")
    assert "Udgivelse 1 er trukket tilbage" in said(app)
    assert all(MARKED in frame for frame in frames(app))


def test_the_note_of_an_edition_is_told(engine):
    fill(engine)
    publish(engine, note="To jobcentre mangler endnu.")
    assert "Skrevet ved udgivelsen: To jobcentre mangler endnu." in said(opened(CONFERENCE))


def test_the_address_of_the_edition_is_printed_where_the_app_s_own_is_known(told, monkeypatch):
    monkeypatch.setattr(address, "public", lambda page, **choices: f"https://fremdrift.example/{page}?{urlencode(choices)}")
    made = {}
    monkeypatch.setattr("pages.shared.downloads.file_button",
                        lambda label, make, name, mime, **_: made.update({label: make}))
    opened(CONFERENCE)
    assert "https://fremdrift.example/konference?udgivelse=1" in made["Hent som én HTML-fil (virker uden net)"]()
