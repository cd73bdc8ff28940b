"""»Afsendere« on *Brugere*: a token is made and shown once, and ended."""

from sqlmodel import Session

from model.access import tokens
from tests.pages.data_pages import said
from tests.pages.opening import VIBORG, field, opened
from tests.viewers import EVERYBODY

NAMED = {"uploaded_by": "tovholder"}


def page(panel):
    return opened("users", NAMED | {panel: True}, fane="Afsendere")


def test_a_token_is_made_and_shown_once(engine):
    app = page("token_add_panel")
    assert "Ingen programmer sender tal endnu." in said(app)
    for name, text in (("name", "fagsystem"), ("function", "fagsystemet"), ("reason", "ny")):
        field(app, "text_input", f"token_add_{name}").set_value(text)
    assert "Skriv eller vælg først et jobcenter." in said(app.run())
    field(app, "multiselect", "token_add_units").set_value([VIBORG])
    field(app.run(), "button", "token_add_save").click().run()
    assert "Nøglen til fagsystem er lavet." in said(app)
    [shown] = [each.value for each in app.code]
    with Session(engine) as session:
        assert tokens.viewer(session, shown).units == {VIBORG}
    assert not field(app, "button", "token_hide").click().run().code


def test_a_token_is_ended(engine):
    _, shown = tokens.make(engine, EVERYBODY, name="fagsystem", function="fagsystemet", units=(VIBORG,), reason="ny")
    app = page("token_end_panel")
    field(app, "text_input", "token_end_reason").set_value("stoppet")
    words = said(field(app.run(), "button", "token_end_save").click().run())
    assert "Nøglen til fagsystem gælder ikke mere." in words
    with Session(engine) as session:
        assert tokens.viewer(session, shown) is None
