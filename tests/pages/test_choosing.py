"""Choosing a programme: the address and the sidebar carry it, and the menu has the pages that it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.programmes.current import BESIDE, PROGRAMME
from pages.shared import navigation
from tests.pages.data_pages import said
from tests.pages.opening import REGION, VIBORG, at, fill, opened

ROOT = Path(__file__).parents[2]
CONTRACT, GENERATION_2 = BESIDE
NAMES = [PROGRAMME.name, *(each.name for each in BESIDE.values())]
ALONE = """
import os, sys
from model.store import seeding, database
from tests.pages.opening import at
from tests.pages.data_pages import said
engine = database.create(); seeding.migrate(engine)
app = at("")
print([box.label for box in app.sidebar.selectbox], "Andre indsatser" in said(app))
print("Her vises" in said(at("", indsats="noget_andet")), "Indsats i menuen" in said(at("", indsats="noget_andet")))
"""


def titles(programme: str) -> list[str]:
    return [entry.title for entries in navigation.MENUS[programme].values() for entry in entries]


def test_each_programme_has_the_pages_that_its_goals_and_datasets_need():
    shared = ["Dialogmøde", "Historier og eksempler", "Indlæs tal", "Indberetning og historik", "Mål og metode",
              "Vejledning", "Brugere"]
    assert titles(GENERATION_2) == ["Projekterne", "Projekt", *shared]
    assert titles(CONTRACT) == ["Resultatkontrakt", *shared]


def test_the_sidebar_has_one_choice_with_every_programme_by_its_name(engine):
    app = opened(REGION)
    [box] = app.sidebar.selectbox
    assert (box.label, box.options, box.value) == ("Indsats", NAMES, PROGRAMME.id)
    assert "indsats" not in app.query_params


@pytest.mark.parametrize(("programme", "words"), [
    (GENERATION_2, "Ingen af projekterne har oplyst"), (CONTRACT, "Af 2 mål i kontrakten er")])
def test_the_front_page_of_an_address_with_a_programme_is_that_ones_overview(engine, programme, words):
    app = at("", indsats=programme)
    assert words in said(app) and app.query_params == {"indsats": programme}
    assert app.sidebar.selectbox[0].value == programme
    assert f"Fremdrift {BESIDE[programme].name} " in said(app.sidebar)


def test_a_programme_is_chosen_in_the_sidebar_and_left_again(engine):
    fill(engine)
    app = opened("jobcenter", jobcenter=VIBORG, fane="Status")
    app.sidebar.selectbox[0].select(GENERATION_2).run()
    assert app.query_params == {"indsats": GENERATION_2, "jobcenter": VIBORG}
    assert "Ingen af projekterne har oplyst" in said(app)
    app.sidebar.selectbox[0].select(PROGRAMME.id).run()
    assert app.query_params == {"jobcenter": VIBORG} and "jobcentre" in said(app)


def test_a_page_that_both_have_stays_when_another_programme_is_chosen(engine):
    fill(engine)
    app = opened("guide")
    app.sidebar.selectbox[0].select(CONTRACT).run()
    assert app.query_params == {"indsats": CONTRACT} and "Vejledning" in said(app)


def test_the_choice_follows_to_other_pages_and_is_dropped_by_going_back(engine):
    fill(engine)
    app = at("", indsats=GENERATION_2)
    app.query_params.clear()
    app.switch_page("pages/project/page.py").run()
    assert app.query_params == {"indsats": GENERATION_2}
    app.query_params.clear()
    app = opened("guide", indsats=GENERATION_2)
    app.query_params.clear()
    app.run()
    assert app.sidebar.selectbox[0].value == PROGRAMME.id and app.query_params == {}


def test_going_back_to_a_page_of_the_shown_programme_alone_goes_back_to_it(engine):
    fill(engine)
    app = at("", indsats=GENERATION_2)
    app.query_params.clear()
    app.switch_page("pages/comparison/page.py").run()
    assert app.query_params == {} and app.sidebar.selectbox[0].value == PROGRAMME.id


@pytest.mark.parametrize("written", [BESIDE[GENERATION_2].name, BESIDE[GENERATION_2].called, "VC_GENERATION_2"])
def test_a_programme_is_known_by_its_name_too(engine, written):
    assert at("", indsats=written).query_params == {"indsats": GENERATION_2}


def test_a_programme_nobody_knows_is_told_with_those_that_there_are(engine):
    fill(engine)
    words = said(at("", indsats="noget_andet"))
    assert words.count(f"Adressen nævner en indsats, som ikke findes. Her vises {PROGRAMME.called}. Vælg "
                       f"»{NAMES[0]}«, »{NAMES[1]}« eller »{NAMES[2]}« under Indsats i menuen.") == 1


@pytest.mark.parametrize(("address", "more", "programme"), [
    ("projekter", {}, GENERATION_2), ("projekt", {}, GENERATION_2), ("kontrakt", {}, CONTRACT),
    ("projekt", {"projekt": "Middelfart"}, GENERATION_2)])
def test_an_address_from_before_leads_to_the_programme_that_has_the_page(engine, address, more, programme):
    app = at(address, **more)
    assert app.query_params == {"indsats": programme, **more} and app.sidebar.selectbox[0].value == programme


def test_a_page_that_the_programme_has_not_says_whose_it_is(engine):
    app = at("kalender", indsats=GENERATION_2)
    assert "Siden »Kalender og plan« findes ikke for" in said(app)
    html = " ".join(each.proto.body for each in app.get("html"))
    assert f'"./?indsats={GENERATION_2}">Se {BESIDE[GENERATION_2].called}<' in html
    assert f'"./kalender?indsats={PROGRAMME.id}">Se Kalender og plan for {PROGRAMME.called}<' in html


def test_the_front_page_opens_with_one_line_for_each_of_the_others(engine):
    fill(engine)
    [lines] = [html.proto.body for html in opened(REGION).get("html") if '<ul class="fd-beside"' in html.proto.body]
    assert lines.count("<li>") == len(BESIDE) and all(f'"./?indsats={each}"' in lines for each in BESIDE)


def test_with_one_programme_there_is_nothing_to_choose(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FREMDRIFT_")}
    own = {"FREMDRIFT_PROGRAMMES": str(ROOT / "tests" / "elsewhere"), "FREMDRIFT_PROGRAMME": "fremad_fyn",
           "FREMDRIFT_DATABASE_URL": f"sqlite:///{tmp_path}/one.db", "FREMDRIFT_SAMPLE": "never"}
    ran = subprocess.run([sys.executable, "-c", ALONE], cwd=ROOT, env=kept | own, capture_output=True, text=True,
                         check=False)
    assert ran.stdout.splitlines() == ["[] False", "True False"], ran.stderr[-2000:]
