"""»Konference«: the screens of an edition, chosen and ordered in the address and shown without a menu."""

import re

from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.snapshot import loading
from model.store import database
from pages.shared import data
from tests.model.documents.worlds import one_world, other_world
from tests.pages.conference import CONFERENCE, DEFAULT, frames, order
from tests.pages.data_pages import said
from tests.pages.opening import LEMVIG, fill, opened
from tests.pages.telling import publish
from tests.viewers import EVERYBODY


def picker(app: AppTest):
    return app.multiselect(key="conference_screens")


def test_an_empty_database_is_answered_in_words(engine):
    for named in ({}, {"vis": "1"}):
        app = opened(CONFERENCE, **named)
        assert "Ingen tal for" in said(app)
        assert frames(app) == []


def test_every_screen_but_the_stories_is_there_to_begin_with(told):
    app = opened(CONFERENCE)
    assert order(app) == picker(app).value
    assert set(order(app)) <= set(DEFAULT) and order(app)[0] == "status"
    assert f"Konference: {len(order(app))} skærme, én pointe ad gangen" in said(app)


def test_it_says_that_it_is_public_and_what_that_hides(told):
    words = said(opened(CONFERENCE))
    assert "Visningen er offentlig: den viser udgivelsen og intet andet. Antal borgere under 5 er udeladt" in words
    assert "udgivelse 1, " in words and "Prøvevisning" not in words


def test_who_is_left_out_is_named_and_that_the_figures_are_other_than_inside(engine):
    fill(engine, silent=(LEMVIG,))
    publish(engine)
    app = opened(CONFERENCE)
    gone = "Herning, Holstebro, Horsens og Lemvig"  # who has reported no baseline, and three to be told with
    assert f"alle 15 viste jobcentre · uden {gone}" in said(app)
    assert f"{gone} kommer med i månedens summer, når alle deres tal er kendt. Derfor" in said(app)
    assert "Derfor er tallene andre end på de interne sider." in said(app)
    assert all("Derfor er tallene andre end de interne" in frame for frame in frames(app))


def test_the_address_holds_which_screens_and_in_which_order(told):
    app = opened(CONFERENCE, skaerme="fliser,findesikke,status")
    assert order(app) == ["fliser", "status"]
    app = picker(app).set_value(["fliser", "status", "maal1"]).run()
    assert app.query_params["skaerme"] == "fliser,status,maal1"
    assert order(app) == ["fliser", "status", "maal1"]


def test_a_story_is_shown_only_when_it_is_chosen(told):
    app = opened(CONFERENCE)
    assert "historie-1" not in order(app)
    assert "God historie: Fra kantine til job" in picker(app).options
    app = picker(app).set_value(["status", "historie-1"]).run()
    assert order(app) == ["status", "historie-1"]
    assert "Fra kantine til job" in frames(app)[1]


def test_a_screen_is_moved_one_place_at_a_time(told):
    app = opened(CONFERENCE, skaerme="status,maal1,fliser")
    assert app.button(key="conference_move_0_-1").disabled and app.button(key="conference_move_2_1").disabled
    app = app.button(key="conference_move_2_-1").click().run()
    assert order(app) == ["status", "fliser", "maal1"]
    assert picker(app).value == ["status", "fliser", "maal1"]


def test_with_everything_taken_away_all_are_there_again(told):
    app = picker(opened(CONFERENCE, skaerme="status")).set_value([]).run()
    assert "skaerme" not in app.query_params
    assert order(app)[0] == "status" and len(order(app)) > 3


def test_the_wall_is_one_frame_with_all_screens_and_a_way_back(told):
    app = opened(CONFERENCE, skaerme="maal1,status").button(key="conference_start").click().run()
    assert app.query_params["vis"] == "1"
    assert len(frames(app)) == 1
    assert order(app) == ["maal1", "status"]
    assert "Små tal er udeladt, så de ikke kan regnes ud" in frames(app)[0]
    assert not app.multiselect
    app = app.button(key="conference_back").click().run()
    assert "vis" not in app.query_params and order(app) == ["maal1", "status"]


def test_an_earlier_day_or_month_is_not_shown_and_that_is_said(told):
    now = opened(CONFERENCE, skaerme="status")
    then = opened(CONFERENCE, skaerme="status", pr="2010-02-11", maaned="2009-11")
    assert frames(then) == frames(now)
    words = said(then)
    assert "Adressen nævner en tidligere dag og en anden måned. En offentlig visning viser altid en udgivelse" in words
    assert "Tallene vises, som de så ud" not in words
    assert "Adressen nævner" not in said(now)


def test_the_files_hold_the_screens_that_are_chosen(told, monkeypatch):
    made = {}
    monkeypatch.setattr("pages.shared.downloads.file_button",
                        lambda label, make, name, mime, **_: made.update({label: (make, name)}))
    opened(CONFERENCE, skaerme="fliser,status")
    make, name = made["Hent som én HTML-fil (virker uden net)"]
    assert name == "fremdrift_konference_2010-03_udgivelse_1.html"
    assert re.findall(r'<section id="([^"]+)"', make()) == ["fliser", "status"]
    make, name = made["Hent som PowerPoint"]
    assert name == "fremdrift_dias_2010-03_udgivelse_1.pptx" and make().startswith(b"PK")


def test_the_page_and_the_wall_tell_no_two_worlds_apart_that_differ_in_what_is_hidden(engine, sample_file, monkeypatch):
    opened_sample = database.create(f"sqlite:///{sample_file}")
    with Session(opened_sample) as session:
        one = one_world(loading.load(session, EVERYBODY))
    opened_sample.dispose()
    seen = []
    for world in (one, other_world(one)):
        monkeypatch.setattr(data, "_loaded", lambda *_, world=world: world)
        seen.append([(said(app), frames(app)) for app in (opened(CONFERENCE), opened(CONFERENCE, vis="1"))])
    assert seen[0] == seen[1]
    assert "udeladt" in str(seen[0])
