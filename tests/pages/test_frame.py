"""The frame round every page: the menu, a database that cannot be used, and a fault nobody foresaw."""

import logging

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from model.basics import settings
from pages.shared import downloads, navigation, viewer
from tests.pages.data_pages import said
from tests.pages.opening import JOBCENTER, LAST, REGION, VIBORG, at, correct, fill, opened


def test_the_menu_holds_the_pages_and_addresses_that_people_know():
    found = {group: [(entry.title, f"/{entry.address}") for entry in entries]
             for group, entries in navigation.MENU.items()}
    assert found == {
        "Status": [("Regionen", "/"), ("Jobcenter", "/jobcenter"), ("Sammenligning", "/sammenligning")],
        "Møder": [("Dialogmøde", "/dialogmoede"), ("Konference", "/konference"),
                  ("Historier og eksempler", "/historier")],
        "Aktiviteter": [("Kalender og plan", "/kalender"), ("Kurser", "/kurser"),
                        ("Hotline og rådgivning", "/raadgivning"), ("Virksomhedscentre", "/centre")],
        "Tal": [("Indlæs tal", "/indlaes"), ("Indberetning og historik", "/indberetning"),
                ("Udgivelse", "/udgivelse")],
        "Om": [("Mål og metode", "/metode"), ("Vejledning", "/vejledning"), ("Brugere", "/brugere")]}


def test_the_menu_says_above_it_which_programme_this_is_and_where_and_when(engine):
    assert "Fremdrift Virksomhedscenterkampagnen i Midtjylland 2009–2011" in said(opened(REGION).sidebar)


def test_the_stylesheet_the_scripts_and_who_may_come_in_are_one_message(engine):
    first = opened(REGION).get("html")[0].proto
    assert first.unsafe_allow_javascript
    assert first.body.startswith("<style>") and "fremdriftKeyboard();</script>" in first.body
    assert first.body.count("Åben tilstand") == 1


def test_the_framework_is_asked_once_a_run_whether_people_sign_in_and_anew_at_the_next(engine, monkeypatch):
    asked = []
    monkeypatch.setattr(viewer, "_provided", lambda: bool(asked.append(1)))
    app = opened(REGION)
    assert len(asked) == 1
    app.run()
    assert len(asked) == 2
    assert [viewer.signs_in(), viewer.signs_in()] == [False, False] and len(asked) == 4  # outside a run each time


def test_a_database_that_cannot_be_used_is_explained_without_a_trace(tmp_path, monkeypatch):
    broken = tmp_path / "noget_andet.db"
    broken.write_bytes(b"dette er ikke en database" * 100)
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", f"sqlite:///{broken}")
    settings.load.cache_clear()
    app = AppTest.from_file("../../dashboard.py", default_timeout=60).run()
    words = said(app)
    assert "Databasen kan ikke bruges" in words
    assert "Traceback" not in words
    assert broken.read_bytes().startswith(b"dette er ikke")


def test_a_fault_nobody_foresaw_is_told_in_danish_and_logged_without_its_words(engine, monkeypatch, caplog):
    fill(engine)

    quoted = "".join(["251248", "-", "4916"])  # put together, so that the source line in the log does not hold it

    def fail(*_: object) -> list[str]:
        raise ValueError(quoted)

    monkeypatch.setattr("pages.shared.cards.talk_card", fail)
    with caplog.at_level(logging.ERROR):
        words = said(opened(REGION))
    assert "Siden kan ikke vises" in words
    assert quoted not in words
    assert "ValueError" in caplog.text
    assert quoted not in caplog.text


def test_the_database_is_made_and_migrated_by_the_first_visit():
    assert "Ingen tal for oktober 2009 endnu." in said(opened(REGION))


def test_what_somebody_else_writes_is_on_the_page_at_the_next_look(engine):
    fill(engine)
    app = opened(JOBCENTER, jobcenter=VIBORG)
    assert "(138 af 800)" in said(app)
    correct(engine, code=VIBORG, month=LAST, value=150)
    assert "(150 af 800)" in said(app.run())


@pytest.mark.parametrize(("cell", "safe"), [
    ("=1+1", "'=1+1"), ("+4", "'+4"), ("@x", "'@x"), ("-3", "-3"), ("-x", "'-x"), ("Viborg", "Viborg")])
def test_a_csv_never_runs_as_a_formula(cell, safe):
    content = downloads.danish_csv(pd.DataFrame({"a": [cell]})).decode("utf-8-sig")
    assert content.splitlines()[1] == safe


def test_a_csv_is_danish_and_says_when_it_is_invented():
    frame = pd.DataFrame({"maaned": ["2010-03"], "andel_procent": [16.5],
                          "personer_match4": pd.array([None], dtype="Int64")})
    content = downloads.danish_csv(frame, first_line=downloads.INVENTED)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines() == [
        "Eksempeldata – ikke virkelige tal", "maaned;andel_procent;personer_match4", "2010-03;16,5;"]


@pytest.mark.parametrize("moved", navigation.MOVED, ids=lambda moved: moved.address)
def test_an_address_that_people_know_leads_to_the_tab_its_page_has_become(engine, moved):
    app = at(moved.address, jobcenter=VIBORG)
    assert app.query_params == {"jobcenter": VIBORG, "fane": moved.tab}
    assert moved.tab in [tab.label for tab in app.tabs]
