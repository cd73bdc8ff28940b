"""A file handed in by a program goes the same street as on the page, and is refused in the same words."""

import pytest
from sqlmodel import Session, select
from starlette.applications import Starlette

from model.access import log, tokens
from model.access.log import Act, Wanted
from model.store.tables.base import Upload
from pages.server.api.routes import routes
from pages.server.errors import Errors
from pages.server.limits import Limits
from tests.pages.server.api.asking import CSV, HEAD, OF_OTHER, OF_OWN, client, send, token
from tests.pages.server.api.described import hold
from tests.pages.server.asking import ask
from tests.viewers import EVERYBODY, OTHER, OWN

CPR = "010180-1234"


@pytest.fixture
def asking(engine):
    return client(engine, token(engine))


def uploads(engine):
    with Session(engine) as session:
        return list(session.exec(select(Upload)))


def code(answer):
    """Status and code of a refusal, which is as described."""
    return answer.status_code, answer.json()["code"]


def test_a_file_is_saved_once_and_the_same_again_is_answered_as_on_the_page(engine, asking):
    first, second = (hold(send(asking, name=name), "/uploads") for name in ("tal.csv", "igen.csv"))
    assert (first.status_code, first.json()["status"], first.json()["new"]) == (201, "applied", 4)
    assert (second.status_code, second.json()["status"], second.json()["upload"]) == (
        200, "unchanged", first.json()["upload"])
    [upload] = uploads(engine)
    assert (upload.source, upload.received_by, upload.file_name) == ("api", "fagsystemet", "tal.csv")
    with Session(engine) as session:
        [entry] = log.entries(session, Wanted(act=Act.UPLOADED))
    assert (entry.subject, entry.origin, entry.unit) == ("afsendernøgle 1", "api", OWN)


def test_a_try_saves_nothing_and_says_what_would_change(engine, asking):
    answer = hold(send(asking, dry_run="true"), "/uploads")
    assert (answer.status_code, answer.json()["status"], answer.json()["new"]) == (200, "checked", 4)
    assert "Der er ikke gemt noget." in answer.json()["text"] and uploads(engine) == []


@pytest.mark.parametrize(("disposition", "named"), [
    ('attachment; filename="tal.csv"', "tal.csv"), ("attachment; filename*=UTF-8''m%C3%A5l.csv", "mål.csv"),
    ('attachment; filename="../../etc/tal.csv"', "tal.csv")])
def test_a_file_may_be_the_whole_content(engine, asking, disposition, named):
    answer = asking.post("/api/uploads?dry_run=false", content=OF_OWN.encode(),
                         headers={"content-type": CSV, "content-disposition": disposition})
    assert answer.status_code == 201 and [each.file_name for each in uploads(engine)] == [named]


def test_the_report_comes_as_text_to_who_asks_for_it(asking):
    asking.headers["accept"] = "text/plain"
    answer = hold(send(asking, OF_OWN.replace("132", "1320")), "/uploads")
    assert answer.status_code == 422 and answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("tal.csv: ") and "Fejl: " in answer.text and "--" not in answer.text


def test_rows_of_others_are_refused_by_name_and_left_out_when_the_sender_says_so(engine, asking):
    answer = hold(send(asking, OF_OTHER), "/uploads")
    assert answer.status_code == 422 and uploads(engine) == []
    assert any("Skive hører ikke til det, du må indberette for (Viborg)" in each["text"]
               for each in answer.json()["problems"])
    assert send(asking, OF_OTHER, without=OTHER).status_code == 201


def test_what_is_about_nobody_is_not_for_a_token(engine):
    content = "kursusdag;titel;dato\nK1;Mentorkursus;2010-03-10\n"
    answer = send(client(engine, token(engine)), content, dataset="kursusdage")
    assert answer.status_code in (403, 422) and uploads(engine) == []


def test_a_warning_wants_a_reason_in_its_field(engine, asking):
    odd = OF_OWN.replace("795", "–")
    refused = send(asking, odd)
    assert refused.status_code == 422
    assert any("Skriv i feltet »reason«" in each["text"] for each in refused.json()["problems"])
    assert send(asking, odd, reason="stregen er ukendt").status_code == 201


def test_cells_are_mended_by_fields(engine, asking):
    text = OF_OWN.replace(f";{OWN};", ";Vibborg;")
    cell = next(each for each in send(asking, text).json()["problems"] if each["cell"])
    answer = send(asking, text, fix=f"{cell['sheet'] or ''}!{cell['cell']}={OWN}".lstrip("!"))
    assert (answer.status_code, answer.json()["corrections"][0]["to"]) == (201, OWN)


@pytest.mark.parametrize("text", [OF_OWN.replace("795", CPR), f"{HEAD.strip()};navn\n2010-03;{OWN};1;1;1;1;{CPR}\n"])
def test_a_cpr_number_is_refused_and_neither_written_nor_repeated(engine, asking, text, caplog):
    answer = send(asking, text)
    assert answer.status_code == 422 and CPR not in answer.text and uploads(engine) == []
    assert CPR not in caplog.text


def test_a_cpr_number_in_a_name_or_a_field_neither(engine, asking, caplog):
    assert send(asking, name=f"{CPR}.csv").status_code == 422
    for field in ("reason", "without", "month", "dataset", "answer", "fix"):
        answer = send(asking, **{field: f"x={CPR}"})
        assert code(answer) == (422, "personal_data") and CPR not in answer.text
    assert uploads(engine) == [] and CPR not in caplog.text


@pytest.mark.parametrize(("fields", "why"), [
    ({"dry_run": "måske"}, "»dry_run«"), ({"month": "marts"}, "»month«"), ({"without": "999"}, "»without«"),
    ({"dataset": "alt"}, "»dataset«"), ({"answer": "ja"}, "»answer«"), ({"fix": "B8"}, "»fix«"),
    ({"reason": "x" * 501}, "»reason«"), ({"ukendt": "1"}, "Felterne er"), ({"count": ["true", "true"]}, "»count«")])
def test_a_field_that_cannot_be_used_is_refused(engine, asking, fields, why):
    answer = hold(send(asking, **fields), "/uploads")
    assert code(answer) == (422, "wrong_field") and why in answer.json()["besked"] and uploads(engine) == []


@pytest.mark.parametrize(("sent", "expected"), [
    ({"content": b"x", "headers": {"content-type": "application/json"}}, (415, "wrong_type")),
    ({"content": b"x", "headers": {}}, (415, "wrong_type")),
    ({"content": b"x", "headers": {"content-type": CSV}}, (422, "no_file")),
    ({"content": b"", "headers": {"content-type": CSV, "content-disposition": "attachment; filename=a.csv"}},
     (422, "no_file")),
    ({"data": {"dry_run": "true"}, "files": {"other": ("a.csv", b"x")}}, (422, "no_file")),
    ({"files": [("file", ("a.csv", b"x")), ("file", ("b.csv", b"x"))]}, (422, "no_file")),
    ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, (422, "no_file")),
    ({"content": b"x", "headers": {"content-type": "multipart/form-data; boundary=a"}}, (422, "no_file"))])
def test_what_is_no_file_is_refused(asking, sent, expected):
    assert code(asking.post("/api/uploads", **sent)) == expected


@pytest.mark.parametrize("shown", ["", "x", "fremdrift_" + "a" * 43, "æ", "a" * 5000])
def test_without_a_token_that_holds_nothing_is_done(engine, shown):
    asking = client(engine)
    headers = {"authorization": f"Bearer {shown}".encode()} if shown else {}
    for method, path in (("POST", "/api/uploads"), ("GET", "/api/status"), ("GET", "/api/figures")):
        answer = asking.request(method, path, headers=headers)
        assert code(answer) == (401, "unknown_token" if shown else "no_token")
        assert answer.headers["www-authenticate"] == "Bearer" and "nøgle" in answer.json()["besked"]


@pytest.mark.parametrize("shown", ["Basic {}", "{}", "Bearer{}", "Bearer "])
def test_a_token_shown_in_another_way_and_a_cookie_say_nothing(engine, shown):
    made = token(engine)
    answer = client(engine).get("/api/status", headers={"authorization": shown.format(made)},
                                cookies={"_streamlit_user": made, "authorization": f"Bearer {made}"})
    assert answer.status_code == 401


def test_a_token_that_is_ended_is_refused_at_the_next_call(engine):
    asking = client(engine, token(engine))
    assert send(asking, dry_run="true").status_code == 200
    tokens.end(engine, EVERYBODY, 1, reason="prøve")
    assert code(send(asking)) == (401, "unknown_token") and uploads(engine) == []


def test_too_much_too_often_and_by_a_foreign_page_is_refused(engine):
    asking = client(engine, token(engine), calls=2)
    assert code(send(asking, b"x" * 3_000_000)) == (413, "too_large")
    many = asking.post("/api/uploads", content=(b"x" * 500_000 for _ in range(6)),
                       headers={"content-type": CSV, "content-disposition": "attachment; filename=a.csv"})
    assert code(many) == (413, "too_large")
    assert asking.get("/api/status").status_code == 200
    late = asking.get("/api/status")
    assert code(late) == (429, "too_many") and late.headers["retry-after"]
    assert code(asking.post("/api/uploads", headers={"origin": "http://evil.example"})) == (403, "foreign_origin")
    assert code(asking.get("/api/status", headers={"host": "evil.example"})) == (421, "wrong_host")


def test_who_sends_too_slowly_is_left(engine):
    def around(_):
        return Errors(Limits(Starlette(routes=routes(engine)), 1, pause=0.01))

    answer = ask(around, "/api/uploads", method="POST", body=[b"a"] * 3, wait=0.1, content_length="3",
                 content_type=CSV, content_disposition="attachment; filename=a.csv",
                 authorization=f"Bearer {token(engine)}")
    assert answer.status == 408 and b'"code":"too_slow"' in answer.body and uploads(engine) == []


def test_who_finds_no_room_is_asked_to_wait(engine):
    made = token(engine)
    assert code(client(engine, made, places=0).get("/api/status")) == (503, "busy")
    assert code(send(client(engine, made, own=0))) == (429, "too_many")


@pytest.mark.parametrize(("method", "path", "expected"), [
    ("GET", "/api", 404), ("GET", "/api/", 404), ("GET", "/api/x", 404), ("GET", "/api/uploads/1", 404),
    ("GET", "/api/editions/0", 404), ("GET", "/api/editions/x", 404), ("GET", "/api/editions/-1", 404),
    ("POST", "/api/status", 405), ("DELETE", "/api/editions/1", 405), ("PUT", "/api/uploads", 405)])
def test_what_is_not_there_is_refused_as_json(engine, method, path, expected):
    answer = client(engine).request(method, path)
    assert answer.status_code == expected and set(answer.json()) == {"code", "besked"}
