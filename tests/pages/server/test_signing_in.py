"""What somebody is let in by, where they are led back to, and what the server does not start with."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
import streamlit as st
from sqlmodel import Session

from model.access import presented, sign_ins, users
from model.access.users import User
from model.access.viewer import Role
from model.basics import serving
from model.basics.serving import Serving
from model.basics.settings import SettingRefused
from pages.server import __main__, application, starting
from pages.server.application import _secret_as_told
from pages.server.identity import Identities
from pages.server.signing_in import WANTED, SigningIn, safe
from pages.server.starting import NotStarted
from pages.shared import opening
from tests import viewers
from tests.pages.server.asking import HOST, ask
from tests.pages.server.knocking import COOKIE, SECRET, claims, joined, signed

TOLD = {"PUBLIC_URL": "https://fremdrift.example", "COOKIE_SECRET": SECRET, "OIDC_CLIENT_ID": "fremdrift",
        "OIDC_CLIENT_SECRET": "x", "OIDC_METADATA_URL": "https://login.example/.well-known/openid-configuration"}
ORGANISER = "tovholder@example"


@pytest.fixture
def told(monkeypatch):
    """The server told these things, and no others."""
    def load(**given: str) -> Serving:
        for name, value in given.items():
            monkeypatch.setenv(f"FREMDRIFT_{name}", value)
        serving.load.cache_clear()
        return serving.load()
    yield load
    serving.load.cache_clear()


@pytest.fixture
def identities(engine):
    users.record(engine, viewers.EVERYBODY, User(ORGANISER, "tovholder", Role.REGION), reason="Prøve")
    return Identities(engine, SECRET, "sub")


def asked(identities, path, *, cookies=None, **sent):
    return ask(lambda app: SigningIn(app, identities), path, **sent,
               **({"cookie": joined(cookies)} if cookies else {}))


def test_a_sign_in_lasts_eight_hours_whatever_else_is_said_of_it(session):
    at = datetime.now(UTC)
    for ago, holds in ((0, True), (7.99, True), (8.01, False), (-0.05, True), (-0.2, False)):
        given = {"sub": " Tovholder@Example ", "nonce": "n", "iat": (at - timedelta(hours=ago)).timestamp(), "exp": 9e9}
        shown = presented.sign_in(given, "sub")
        assert shown.subject == ORGANISER
        assert presented.holds(session, shown) is holds, ago


@pytest.mark.parametrize("lacking", ["sub", "nonce", "iat"])
def test_without_all_it_takes_there_is_no_sign_in(lacking):
    whole = claims("x", ORGANISER)
    assert presented.sign_in(whole, "sub")
    assert presented.sign_in({name: value for name, value in whole.items() if name != lacking}, "sub") is None


def test_a_sign_in_that_ended_lets_nobody_in(engine, identities):
    cookies = {COOKIE: signed(claims("x", ORGANISER, nonce="n"))}
    assert asked(identities, "/media/a", cookies=cookies).passed
    sign_ins.end(engine, viewers.ORGANISER, "n")
    assert asked(identities, "/media/a", cookies=cookies).status == 401


def test_signing_out_ends_it_before_the_framework_forgets_the_cookie(engine, identities):
    shown = claims("x", ORGANISER, nonce="n")
    assert asked(identities, "/auth/logout", cookies={COOKIE: signed(shown)}).passed
    with Session(engine) as session:
        assert sign_ins.ended(session, "n")


def test_claims_too_long_for_a_cookie_are_read_from_its_parts(identities):
    text = json.dumps(claims("x", ORGANISER, groups=["y" * 50] * 100))
    parts = {f"{COOKIE}_{at + 1}": text[at * 3000:(at + 1) * 3000] for at in range(2)}
    cookies = {COOKIE: signed("chunks-2")} | {name: signed(part, name=name) for name, part in parts.items()}
    assert asked(identities, "/_stcore/upload_file/a/b", method="PUT", cookies=cookies).passed
    assert asked(identities, "/media/a", cookies={COOKIE: cookies[COOKIE]}).status == 401


def test_while_the_database_cannot_be_read_nobody_is_let_in(identities, monkeypatch, tmp_path):
    cookies = {COOKIE: signed(claims("x", ORGANISER))}
    (tmp_path / "test.db").write_bytes(b"ikke en database" * 100)
    identities.engine.dispose()
    assert asked(identities, "/media/a", cookies=cookies).status == 401


@pytest.mark.parametrize("path", ["/jobcenter?jobcenter=791&maaned=2010-03", "/", "/kalender", "/x?a=%2F%2Fevil&b=c#d"])
def test_the_way_back_leads_to_the_page_that_was_asked_for_with_its_query(identities, path):
    answer = asked(identities, "/auth/login", referer=f"http://{HOST}{path}")
    kept = dict(answer.headers)["set-cookie"]
    assert [part for part in ("HttpOnly", "Path=/oauth2callback", "Max-Age=600") if part not in kept] == []
    cookie = {WANTED: kept.partition(";")[0].partition("=")[2]}
    back = asked(identities, "/oauth2callback", cookies=cookie, status=302, answered={"location": "/"})
    assert back.header("location") == path.partition("#")[0]
    assert "Max-Age=0" in back.header("set-cookie")


def test_what_the_framework_leads_to_for_a_reason_of_its_own_stays(identities):
    back = asked(identities, "/oauth2callback", cookies={WANTED: "%2Fkalender"}, answered={"location": "/fejl"})
    assert back.header("location") == "/fejl"


@pytest.mark.parametrize("address", ["//evil.example", "/\\evil.example", "https://evil.example", "", "evil", "\\/evil",
                                     "/a b", "/a\r\nb", "/a\tb", "javascript:alert(1)", "/" + "x" * 2001])
def test_no_address_leads_off_the_server(address):
    assert safe(address) == ""


@pytest.mark.parametrize("referer", [
    "http://evil.example/x", f"http://{HOST}.evil.example/x", f"http://a@{HOST}/x", f"http://{HOST}//evil.example", "x",
    "http://[", ""])
def test_a_page_of_others_is_not_remembered(identities, referer):
    assert asked(identities, "/auth/login", referer=referer).header("set-cookie") == ""


def test_the_whole_of_sign_in_or_nothing_of_it_is_told(told):
    assert told().signs_in is False
    with pytest.raises(SettingRefused, match="FREMDRIFT_OIDC_CLIENT_SECRET"):
        told(**{name: value for name, value in TOLD.items() if name != "OIDC_CLIENT_SECRET"})
    whole = told(**TOLD)
    assert (whole.signs_in, whole.secure, whole.public_host) == (True, True, "fremdrift.example")
    assert SECRET not in repr(whole)


@pytest.mark.parametrize(("name", "value"), [
    ("PUBLIC_URL", "http://fremdrift.example"), ("PUBLIC_URL", "https://fremdrift.example/sti"), ("PUBLIC_URL", "x"),
    ("PUBLIC_URL", "https://a@b.example"), ("OIDC_METADATA_URL", "http://login.example/x"), ("COOKIE_SECRET", "kort"),
    ("METRICS_TOKEN", "kort"), ("PUBLIC_URL", "https://fremdrift.example:99999")])
def test_what_could_be_overheard_or_guessed_is_refused_without_repeating_it(told, name, value):
    with pytest.raises(SettingRefused, match=f"FREMDRIFT_{name}") as refused:
        told(**TOLD | {name: value})
    assert "kort" not in str(refused.value)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "10.0.0.7", "fremdrift.example"])
def test_open_to_others_it_does_not_start_unless_people_sign_in(told, address):
    with pytest.raises(NotStarted, match="FREMDRIFT_OIDC_METADATA_URL"):
        starting.check(address, told())
    starting.check("127.0.0.1", told())
    starting.check(address, told(**TOLD))


@pytest.mark.parametrize(("option", "value", "said"), [
    ("server.trustedUserHeaders", {"X-User": "sub"}, "trustedUserHeaders"), ("server.enableCORS", False, "enableCORS")])
def test_a_setting_of_the_framework_s_that_opens_a_way_in_is_refused(told, monkeypatch, option, value, said):
    real = st.get_option
    monkeypatch.setattr(opening.st, "get_option", lambda name: value if name == option else real(name))
    with pytest.raises(NotStarted, match=said):
        starting.check("127.0.0.1", told(**TOLD))


def test_the_framework_is_told_the_secret_before_it_reads_its_settings(told, monkeypatch):
    """Else each process would sign the way back from the provider by a secret of its own."""
    whole = told(**TOLD)
    settings = __main__._framework(__main__._parser().parse_args(["--port", "1234"]), whole)
    assert settings["STREAMLIT_SERVER_COOKIE_SECRET"] == SECRET
    monkeypatch.setattr(application.st, "get_option", lambda _: "one it had read before")
    with pytest.raises(RuntimeError, match="COOKIE_SECRET"):
        _secret_as_told(whole)


def test_the_clock_is_the_token_s_and_not_the_cookie_s(identities):
    old = claims("x", ORGANISER, iat=int(time.time()) - 9 * 3600)
    assert asked(identities, "/media/a", cookies={COOKIE: signed(old)}).status == 401
    assert asked(identities, "/media/a", cookies={COOKIE: signed(claims("x", ORGANISER), back=9 * 3600)}).status == 401
