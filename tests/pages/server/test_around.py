"""What stands around the pages: whose requests come in, what goes with the answers, and what is said of refusals."""

import base64
import hashlib
import json
import logging
import re

import pytest
from starlette.exceptions import HTTPException

from pages.conference import conference_show
from pages.server import journal, policy
from pages.server.closed import Closed
from pages.server.errors import Errors, page
from pages.server.headers import Headers
from pages.server.journal import Journal, place_of
from pages.server.limits import Limits
from pages.server.origins import Origins
from pages.shared import danish, keyboard
from tests.pages.server.asking import HOST, ask

PUBLIC = "fremdrift.example"
TOKEN = "et-langt-hemmeligt-ord-som-ingen-kender"
READER = {"accept": "text/html,application/xhtml+xml"}


def origins(app):
    return Origins(app, hosts=frozenset({"127.0.0.1", "localhost", PUBLIC}), https=PUBLIC)


def headers(app):
    return Headers(app, "default-src 'self'", secure=True)


@pytest.mark.parametrize("origin", [
    "", "null", "http://evil.example", "http://127.0.0.1:8502", "http://127.0.0.1", f"http://{HOST}.evil.example",
    f"http://evil.example#{HOST}", f"http://{HOST}@evil.example", f"ftp://{HOST}", HOST, f"http://{HOST}/"])
def test_a_websocket_of_another_origin_or_of_none_is_closed(origin):
    answer = ask(origins, "/_stcore/stream", kind="websocket", **({"origin": origin} if origin else {}))
    assert (answer.status, answer.passed) == (1008, False)


@pytest.mark.parametrize(("host", "origin"), [
    (HOST, f"http://{HOST}"), ("localhost:8501", "http://localhost:8501"), (PUBLIC, f"https://{PUBLIC}"),
    (f"{PUBLIC}:8443", f"https://{PUBLIC}:8443"), ("Fremdrift.Example", f"https://{PUBLIC}")])
def test_a_page_of_our_own_may_open_one(host, origin):
    assert ask(origins, "/_stcore/stream", kind="websocket", host=host, origin=origin).passed


def test_where_people_come_by_tls_a_page_that_did_not_is_foreign():
    assert ask(origins, kind="websocket", host=PUBLIC, origin=f"http://{PUBLIC}").status == 1008


@pytest.mark.parametrize("host", ["evil.example", "", "127.0.0.1.evil.example", "evil.example@127.0.0.1", "127.0.0.1/x",
                                  "[", "fremdrift.example.", "127.0.0.1#", "2130706433"])
@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_a_request_for_another_host_is_refused_also_when_its_page_is_of_that_host(host, kind):
    answer = ask(origins, kind=kind, host=host, origin=f"http://{host}")
    assert (answer.status, answer.passed) == ({"http": 421, "websocket": 1008}[kind], False)


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_who_watches_over_it_may_ask_by_its_number_alone(path):
    assert ask(origins, path, host="10.0.0.7:8501").passed


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("sent", [
    {"origin": "http://evil.example"}, {"origin": "null"}, {"sec_fetch_site": "cross-site"},
    {"sec_fetch_site": "same-site"}])
def test_a_foreign_page_writes_nothing(method, sent):
    answer = ask(origins, "/_stcore/upload_file/a/b", method=method, **sent)
    assert (answer.status, answer.passed) == (403, False)


def test_a_program_without_an_origin_and_our_own_page_may_write():
    assert ask(origins, "/api/uploads", method="POST").passed
    assert ask(origins, "/x", method="PUT", origin=f"http://{HOST}", sec_fetch_site="same-origin").passed


@pytest.mark.parametrize("path", ["/_stcore/agent/interact", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp",
                                  "/_stcore/script-health-check", "/_stcore/metrics"])
def test_what_the_framework_offers_programs_is_not_there(path):
    assert ask(lambda app: Closed(app, None), path).status == 404


@pytest.mark.parametrize(("client", "sent", "passed"), [
    ("127.0.0.1", {"authorization": f"Bearer {TOKEN}"}, True), ("::1", {"authorization": f"Bearer {TOKEN}"}, True),
    ("127.0.0.1", {"authorization": TOKEN}, False), ("127.0.0.1", {"authorization": "Bearer "}, False),
    ("127.0.0.1", {}, False), ("10.0.0.7", {"authorization": f"Bearer {TOKEN}"}, False),
    ("127.0.0.1", {"authorization": f"Bearer {TOKEN}", "x_forwarded_for": "10.0.0.7"}, False)])
def test_the_metrics_are_for_this_machine_and_who_has_the_token(client, sent, passed):
    assert ask(lambda app: Closed(app, TOKEN), "/_stcore/metrics", client=client, **sent).passed is passed


def test_every_answer_has_its_headers_once_and_no_cookie_travels_in_the_open():
    answer = ask(headers, answered={"Referrer-Policy": "unsafe-url"}, cookies=[
        "_streamlit_user=x; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax",
        "_streamlit_user_tokens_1=x; Max-Age=2592000", "_streamlit_user=; Max-Age=0",
        "_streamlit_xsrf=y; Path=/; Secure"])
    named = [name.lower() for name, _ in answer.headers if name != "set-cookie"]
    assert len(named) == len(set(named))
    assert answer.header("referrer-policy") == "same-origin"
    assert answer.header("strict-transport-security").startswith("max-age=")
    assert [cookie for name, cookie in answer.headers if name == "set-cookie"] == [
        "_streamlit_user=x; HttpOnly; Max-Age=28800; Path=/; SameSite=lax; Secure",
        "_streamlit_user_tokens_1=x; Max-Age=28800; Secure", "_streamlit_user=; Max-Age=0; Secure",
        "_streamlit_xsrf=y; Path=/; Secure"]


def test_no_cache_keeps_a_file_that_was_made_for_somebody():
    assert ask(headers, "/media/abc.xlsx").header("cache-control") == "private, no-store"
    assert ask(headers, "/static/a.js", answered={"cache-control": "public"}).header("cache-control") == "public"


def test_the_policy_lets_no_script_run_but_files_of_ours_and_those_it_knows():
    told = dict(part.split(" ", 1) for part in policy.policy().split("; "))
    assert re.fullmatch(r"'self'( 'sha256-[\w+/=]{44}'){6}", told["script-src"])
    scripts = (danish.HTML, keyboard.HTML, f"<script>{conference_show.SCRIPT}</script>")
    digests = [hashlib.sha256(script[len("<script>"):-len("</script>")].encode()).digest() for script in scripts]
    assert [digest for digest in digests if base64.b64encode(digest).decode() not in told["script-src"]] == []
    assert told["default-src"] == told["connect-src"] == "'self'"
    assert told["object-src"] == told["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(("path", "body", "status"), [
    ("/x", [b"1" * 65_536], 200), ("/x", [b"1" * 65_536, b"1"], 413),
    ("/_stcore/upload_file/a/b", [b"1" * 66_000], 200),
    ("/_stcore/upload_file/a/b", [b"1" * 1_000_000] * 3, 413), ("/api/uploads", [b"1" * 1_000_000] * 3, 413)])
def test_what_is_sent_is_counted_whatever_it_says_of_itself(path, body, status):
    assert _limited(path, body=body, transfer_encoding="chunked").status == status


@pytest.mark.parametrize(("stated", "status"), [
    ("70000", 413), ("99999999999999999999", 413), ("-1", 400), ("1e3", 400)])
def test_what_says_that_it_is_too_long_is_not_read_at_all(stated, status):
    answer = _limited("/x", content_length=stated)
    assert (answer.status, answer.passed) == (status, False)


@pytest.mark.parametrize(("pause", "whole"), [(0.01, 5), (5, 0.05)])
def test_who_sends_too_slowly_is_left(pause, whole):
    assert _limited("/x", pause=pause, whole=whole, body=[b"a"] * 5, wait=0.03, content_length="5").status == 408


def _limited(path, *, pause=5.0, whole=5.0, **sent):
    """Through the limits, with what turns a refusal into an answer as the framework does."""
    def around(app):
        async def answered(scope, receive, send):
            try:
                await Limits(app, 1, pause=pause, whole=whole)(scope, receive, send)
            except HTTPException as refused:
                await send({"type": "http.response.start", "status": refused.status_code, "headers": []})
        return answered
    return ask(around, path, method="PUT", **sent)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 408, 413, 421, 500, 503, 418, 502])
def test_a_refusal_is_told_in_danish_with_a_number_to_who_reads(status, caplog):
    with caplog.at_level(logging.INFO):
        answer = ask(Errors, status=status, answered={"content-type": "text/plain"}, **READER)
    text = answer.body.decode()
    reference = re.search(r"nummer ([0-9A-F]{6}) i loggen", text)[1]
    assert (answer.status, 'lang="da"' in text) == (status, True)
    assert caplog.records[0].args == {"reference": reference, "status": status}
    assert b"behind" not in answer.body


def test_a_program_and_what_is_explained_already_are_left_alone():
    assert ask(Errors, status=404, answered={"content-type": "text/plain"}).body == b"behind"
    assert ask(Errors, status=404, answered={"content-type": "application/json"}, **READER).body == b"behind"


def test_a_fault_is_told_with_its_number_and_not_with_its_words(caplog):
    async def broken(scope, receive, send):
        raise ValueError("Jens Hansen")

    with caplog.at_level(logging.INFO):
        answer = ask(Errors, app=broken, **READER)
    assert answer.status == 500
    assert "Hansen" not in answer.body.decode()
    assert caplog.records[0].args["reference"] in answer.body.decode()


def test_every_page_says_in_danish_what_to_do():
    assert all("Til forsiden" in page(status, "ABCDEF") for status in range(400, 600))


def test_a_line_of_the_log_is_json_and_says_no_more_than_kinds(monkeypatch):
    record = logging.LogRecord("streamlit.auth", logging.ERROR, "x.py", 1, "Error: %s", ("jens@eksempel.dk",), None)
    line = json.loads(journal._lined(record).getMessage())
    assert (line["event"], line["level"]) == ("Error: %s", "error")
    try:
        raise KeyError("Jens Hansen")
    except KeyError as fault:
        raised = (KeyError, fault, fault.__traceback__)
    record = logging.LogRecord("streamlit", logging.ERROR, "x.py", 1, "Uncaught", (), raised)
    line = json.loads(journal._lined(record).getMessage())
    assert line["fault"] == "KeyError"
    assert line["where"][0].startswith("test_around.py:")
    assert "Hansen" not in json.dumps(line)


@pytest.mark.parametrize(("path", "place"), [
    ("/", "page"), ("/Jens_Hansen", "page"), ("/media/0a1b.xlsx", "/media"), ("/auth/login", "/auth/login"),
    ("/_stcore/upload_file/session/file", "/_stcore/upload_file"), ("/mediation", "page")])
def test_of_an_address_the_log_has_the_kind_alone(path, place, caplog):
    assert place_of(path) == place
    with caplog.at_level(logging.INFO):
        ask(Journal, path, query="navn=Jens", status=500)
    assert caplog.records[-1].args["place"] == place
