"""Where people look for help they are told of a shared mailbox, where there is one, and of the site in the plan."""

import pytest
from streamlit.testing.v1 import AppTest

from model.basics import settings
from model.programmes.current import PLAN
from model.subjects.support.words import contact
from pages.shared import layout
from tests.pages.data_pages import said
from tests.pages.opening import GUIDE, opened

MAILBOX = "kampagnen@eksempel.dk"
PLACES = ({"page": GUIDE}, {"page": "support"}, {"page": "calendar", "fane": "Aktivitetsplan"})
SITE = "Aktivitetsplanen henviser {}til www.virksomhedscenter.dk."


@pytest.fixture
def mailbox(monkeypatch):
    monkeypatch.setenv("FREMDRIFT_CONTACT", MAILBOX)
    settings.load.cache_clear()


def at(place: dict[str, str]) -> AppTest:
    return opened(place["page"], None, **{name: value for name, value in place.items() if name != "page"})


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["page"])
def test_both_are_named_where_people_look(engine, mailbox, place):
    words = said(at(place))
    assert f"Skriv til {MAILBOX}, hvis du har brug for hjælp." in words
    assert SITE.format("også ") in words


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["page"])
def test_of_a_mailbox_nothing_is_said_where_there_is_none_and_the_site_is_a_link_in_the_plan_alone(engine, place):
    app = at(place)
    assert SITE.format("") in said(app) and "Skriv til" not in said(app)
    links = [html for html in app.get("html") if f"//{PLAN.website}" in html.value]
    assert len(links) == (place["page"] == "calendar")
    assert not [html for html in app.get("html") if f'href="{PLAN.website}' in html.value]


def test_it_is_told_with_the_activity_that_is_the_website(engine):
    assert f"6. Opdatering af hjemmesiden: {SITE.format('')}" in said(at(PLACES[-1]))


@pytest.mark.parametrize("page", ["region", GUIDE])
def test_a_page_that_fails_says_where_to_turn(engine, mailbox, monkeypatch, page):
    def fail(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr(layout, "sample_banner", fail)
    words = said(opened(page))
    assert "Siden kan ikke vises" in words and f"Skriv til {MAILBOX}" in words and SITE.format("også ") in words


def test_a_programme_may_have_neither(monkeypatch):
    monkeypatch.setattr(contact, "PLAN", PLAN.model_copy(update={"website": None}))
    assert contact.help_words() == ""
