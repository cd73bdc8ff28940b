"""Who is not in is shown the door, by every page's address and without the server around it too."""

import time

import pytest
from streamlit.testing.v1 import AppTest

from model.access import sign_ins, users
from model.access.users import User
from model.access.viewer import Role
from model.basics import serving
from pages.shared import navigation, opening
from tests import viewers
from tests.pages.data_pages import said
from tests.pages.opening import SKIVE, VIBORG, _addressed, fill

SUBJECT = "chef@viborg.example"


@pytest.fixture
def figures(engine):
    fill(engine)
    user = User(SUBJECT, "jobcenterchef", Role.JOBCENTER, frozenset({VIBORG}))
    users.record(engine, viewers.EVERYBODY, user, reason="Prøve")
    return engine


def shown(address: str = "", **claims: object) -> AppTest:
    """The app opened at an address by somebody whom the provider has said this of."""
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    app.user = {"is_logged_in": True, "sub": SUBJECT, "nonce": "n", "iat": int(time.time())} | claims
    return (app.switch_page(_addressed(address)) if address else app).run()


@pytest.mark.parametrize("address", [entry.address for entry in navigation.SHOWN])
def test_who_is_not_signed_in_sees_no_page(figures, address):
    words = said(shown(address, is_logged_in=False))
    assert "Log ind" in words
    assert "Viborg" not in words


@pytest.mark.parametrize(("claims", "heading"), [
    ({"iat": int(time.time()) - 9 * 3600}, "Log ind igen"), ({"sub": "fremmed@example"}, "Du har ikke adgang"),
    ({"nonce": ""}, "Log ind"), ({"iat": None}, "Log ind"), ({"sub": ""}, "Log ind")])
def test_a_sign_in_that_does_not_hold_shows_the_door(figures, claims, heading):
    words = said(shown("sammenligning", **claims))
    assert heading in words
    assert "Viborg" not in words


def test_a_sign_in_that_ended_and_a_user_who_ended_are_out_at_the_next_click(figures):
    app = shown("sammenligning")
    assert "Viborg" in said(app)
    sign_ins.end(figures, viewers.MANAGER, "n")
    assert "Log ind igen" in said(app.run())


def test_a_manager_is_led_to_the_own_jobcenter_once(figures):
    app = shown()
    assert app.query_params["jobcenter"] in (VIBORG, [VIBORG])
    assert "Viborg" in said(app)
    assert "Log ud" in [button.label for button in app.sidebar.button]
    app.switch_page("pages/region/page.py").run()
    assert SKIVE not in str(app.query_params)


def test_ten_minutes_before_it_ends_everybody_is_told(figures):
    words = said(shown("sammenligning", iat=int(time.time()) - 8 * 3600 + 300))
    assert "Gem det, du er i gang med" in words
    assert "Gem det, du er i gang med" not in said(shown("sammenligning"))


def test_set_up_to_sign_in_and_started_without_the_server_nothing_is_shown(figures, monkeypatch):
    monkeypatch.setattr(serving, "load", lambda: serving.Serving(
        oidc_metadata_url="https://login.example/.well-known/openid-configuration"))
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    words = said(app.run())
    assert "python -m pages.server" in words
    assert "Viborg" not in words


def test_reached_from_other_machines_and_without_sign_in_nothing_is_shown(figures, monkeypatch):
    real = opening.st.get_option
    monkeypatch.setattr(opening.st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else real(name))
    app = AppTest.from_file("../../dashboard.py", default_timeout=60)
    words = said(app.run())
    assert "Serveren kan nås fra andre maskiner" in words
    assert "Viborg" not in words
