"""The accessibility statement: the owner's facts, open to everybody, and linked from the foot of every page."""

import pytest
from streamlit.testing.v1 import AppTest

from model.basics import settings
from model.basics.statement import StatementRefused, read
from pages.accessibility.statement_view import EXAMPLE
from pages.shared import navigation
from tests.pages.data_pages import said
from tests.pages.opening import _addressed, at, fill

LINK = 'href="./was"'


def statement(**user: object) -> AppTest:
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.user = user
    return app.switch_page(_addressed(navigation.STATEMENT.address)).run()


def test_the_example_says_what_is_invented_in_it(engine):
    words = said(statement())
    for part in ("opdigtede", "overholder delvist", "00 00 00 00", "tilgaengelighed@eksempel.dk", "30. november 2026",
                 "I stedet:", "Digitaliseringsstyrelsen", "10 arbejdsdage"):
        assert part in words


def test_the_owner_s_file_is_shown_as_it_is_filled_in(engine, tmp_path, monkeypatch):
    text = EXAMPLE.read_text(encoding="utf-8")
    for before, after in (("Eksempel Kommune", "Prøve <b>Kommune"), ("invented = true", ""), ('"delvist"', '"fuldt"')):
        text = text.replace(before, after)
    (tmp_path / "egen.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("FREMDRIFT_STATEMENT", str(tmp_path / "egen.toml"))
    settings.load.cache_clear()
    app = statement()
    words = said(app)
    assert "fuldt ud" in words and "opdigtede" not in words
    assert any("Prøve &lt;b&gt;Kommune" in each.proto.body for each in app.get("html"))


@pytest.mark.parametrize(("before", "after", "place"), [
    ('"delvist"', '"næsten"', "conformance"), ('phone = "00 00 00 00"', 'phone = "ring"', "contact.phone"),
    ("tilgaengelighed@eksempel.dk", "ingen", "contact.email"), ('owner = "Eksempel Kommune"', "", "owner"),
    ("assessed = 2026-11-30", 'assessed = "i går"', "assessed"), ("invented = true", "x = 1", "x")])
def test_a_file_that_cannot_be_used_says_where(tmp_path, before, after, place):
    path = tmp_path / "egen.toml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    with pytest.raises(StatementRefused, match=place):
        read(path)


def test_a_file_that_is_not_there_is_told_on_the_page(engine, tmp_path, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_STATEMENT", str(tmp_path / "ingen.toml"))
    settings.load.cache_clear()
    assert "FREMDRIFT_STATEMENT" in said(statement())


def test_it_is_open_to_who_is_not_signed_in_and_linked_where_they_stand(engine):
    fill(engine)
    assert "Skriv eller ring" in said(statement(is_logged_in=False))
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.user = {"is_logged_in": False}
    assert any(LINK in each.proto.body for each in app.run().get("html"))


@pytest.mark.parametrize("address", [entry.address for entry in navigation.SHOWN])
def test_every_page_leads_to_it(engine, address):
    assert any(LINK in each.proto.body for each in at(address).get("html"))
