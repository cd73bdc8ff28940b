"""»Konference«: the screens of an edition, chosen and ordered in the address and shown without a menu."""

import re
from datetime import date
from io import BytesIO
from urllib.parse import urlencode

import pytest
from pptx import Presentation
from sqlmodel import Session
from streamlit.testing.v1 import AppTest

from model.snapshot import snapshot
from model.store import database
from model.store.tables.meetings import PUBLISHED
from model.writing.stories import write_story
from pages.shared import address, data
from tests.model.documents.worlds import one_world, other_world
from tests.pages.data_pages import said
from tests.pages.opening import LAST, LEMVIG, VIBORG, correct, fill, opened
from tests.pages.telling import publish, withdraw

CONFERENCE = "conference"
FEBRUARY = date(2010, 2, 1)
MARKED = '<p class="preview">Prøvevisning, ikke offentliggjort</p>'
DEFAULT = ["status", "maal1", "fliser", "maal2", "sammenligning", "centre"]


def frames(app: AppTest) -> list[str]:
    """The pages within the page: small pictures, or the wall."""
    return [frame.proto.srcdoc for frame in app.get("iframe")]


def order(app: AppTest) -> list[str]:
    """The keys of the screens in the order they stand."""
    return [key for frame in frames(app) for key in re.findall(r'<section id="([^"]+)"', frame)]


def picker(app: AppTest):
    return app.multiselect(key="conference_screens")


def edition(app: AppTest):
    return app.selectbox(key="udgivelse")


@pytest.fixture
def told(engine):
    """A small region with a story, and an edition of its newest month."""
    fill(engine)
    write_story(engine, jobcenter=VIBORG, title="Fra kantine til job", description="Tre begyndte. To er ansat.",
                state=PUBLISHED, read_through=True, by="BRM")
    publish(engine)
    return engine


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
                        lambda label, make, name, mime: made.update({label: (make, name)}))
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
                        lambda label, make, name, mime: made.update({label: make}))
    opened(CONFERENCE)
    assert "https://fremdrift.example/konference?udgivelse=1" in made["Hent som én HTML-fil (virker uden net)"]()


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
    assert f"I månedens summer er {gone} ikke med, så små tal ikke kan regnes ud. Derfor" in said(app)
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
    assert "Små tal er skjult af hensyn til diskretion" in frames(app)[0]
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
                        lambda label, make, name, mime: made.update({label: (make, name)}))
    opened(CONFERENCE, skaerme="fliser,status")
    make, name = made["Hent som én HTML-fil (virker uden net)"]
    assert name == "fremdrift_konference_2010-03_udgivelse_1.html"
    assert re.findall(r'<section id="([^"]+)"', make()) == ["fliser", "status"]
    make, name = made["Hent som PowerPoint"]
    assert name == "fremdrift_dias_2010-03_udgivelse_1.pptx" and make().startswith(b"PK")


def test_the_page_and_the_wall_tell_no_two_worlds_apart_that_differ_in_what_is_hidden(engine, sample_file, monkeypatch):
    opened_sample = database.create(f"sqlite:///{sample_file}")
    with Session(opened_sample) as session:
        one = one_world(snapshot.load(session))
    opened_sample.dispose()
    seen = []
    for world in (one, other_world(one)):
        monkeypatch.setattr(data, "_loaded", lambda *_, world=world: world)
        seen.append([(said(app), frames(app)) for app in (opened(CONFERENCE), opened(CONFERENCE, vis="1"))])
    assert seen[0] == seen[1]
    assert "skjult" in str(seen[0])
