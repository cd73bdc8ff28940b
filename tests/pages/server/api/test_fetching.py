"""What a program fetches: who has delivered, the figures of its own jobcenters, and editions, which are everybody's."""

import csv
import io
import json

import pytest
from sqlmodel import Session

from model.access import log
from model.access.log import Act, Wanted
from model.basics import settings
from model.commands import published
from model.publishing import editions
from tests.pages.opening import SKIVE, VIBORG, fill
from tests.pages.server.api.asking import OF_OWN, client, send, token
from tests.pages.server.api.described import hold
from tests.pages.telling import publish
from tests.viewers import EVERYBODY


@pytest.fixture
def asking(engine):
    fill(engine)
    return client(engine, token(engine, VIBORG))


def exported(engine):
    with Session(engine) as session:
        return log.entries(session, Wanted(act=Act.EXPORTED))


def test_status_says_of_its_own_alone_who_has_delivered_and_by_when(engine, asking, monkeypatch):
    whole = hold(asking.get("/api/status"), "/status").json()
    assert [each["code"] for each in whole["jobcenters"]] == [VIBORG] and whole["deadline_days"] is None
    march = next(each for each in whole["jobcenters"][0]["months"] if each["month"] == "2010-03")
    assert (march["due"], march["late"]) == (None, None) and march["state"] != "missing"
    monkeypatch.setenv("FREMDRIFT_DEADLINE_DAYS", "10")
    settings.load.cache_clear()
    one = hold(asking.get("/api/status?month=2010-03"), "/status").json()
    assert [each["month"] for each in one["jobcenters"][0]["months"]] == ["2010-03"]
    assert one["jobcenters"][0]["months"][0]["due"] == "2010-04-10"


def test_figures_are_those_that_hold_of_its_own_and_the_log_tells_of_it(engine, asking):
    rows = hold(asking.get("/api/figures"), "/figures").json()["figures"]
    assert {row["jobcenter"] for row in rows} == {VIBORG} and rows
    few = asking.get("/api/figures?month=2010-03&measure=personer_match4").json()["figures"]
    assert few == [row for row in rows if (row["month"], row["measure"]) == ("2010-03", "personer_match4")] != []
    assert [(entry.subject, entry.about) for entry in exported(engine)] == [
        ("afsendernøgle 1", "tal 2010-03"), ("afsendernøgle 1", "tal")]


def test_the_same_as_a_file_for_a_danish_spreadsheet(asking):
    rows = asking.get("/api/figures").json()["figures"]
    answer = hold(asking.get("/api/figures", headers={"accept": "text/csv"}), "/figures")
    read = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert read == [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]


def test_a_withheld_figure_is_no_number(engine):
    asking = client(engine, token(engine))
    send(asking, OF_OWN.replace("795;102;32;132", "795;102;<5;"), reason="skjult")
    rows = hold(asking.get("/api/figures"), "/figures").json()["figures"]
    assert [(row["value"], row["mark"]) for row in rows if row["measure"] == "heraf_loentilskud"] == [(None, "hidden")]


@pytest.mark.parametrize("path", ["/status", "/figures"])
@pytest.mark.parametrize(("query", "expected"), [
    (f"jobcenter={SKIVE}", (403, "not_allowed")), ("jobcenter=999", (422, "wrong_field")),
    ("month=marts", (422, "wrong_field")), ("month=1999-01", (422, "wrong_field")),
    ("as_of=2010-01-01", (422, "wrong_field")), ("month=010180-1234", (422, "personal_data"))])
def test_what_is_not_its_own_or_cannot_be_is_refused(engine, asking, path, query, expected):
    answer = hold(asking.get(f"/api{path}?{query}"), path)
    assert (answer.status_code, answer.json()["code"]) == expected and exported(engine) == []


def test_a_measure_that_is_not_there_is_refused(asking):
    assert hold(asking.get("/api/figures?measure=alt"), "/figures").status_code == 422


def test_editions_are_for_everybody_and_what_the_command_gives(engine, asking, capsys):
    publish(engine)
    anybody = client(engine)
    [known] = hold(anybody.get("/api/editions"), "/editions").json()["editions"]
    answer = hold(anybody.get(f"/api/editions/{known['edition']}"), "/editions/{number}")
    published.shown(engine, type("Options", (), {"edition": known["edition"], "json": True}))
    assert answer.json() == json.loads(capsys.readouterr().out)
    assert "made_by" not in known


def test_what_is_withdrawn_tells_nothing_any_more(engine, asking):
    publish(engine)
    [known] = client(engine).get("/api/editions").json()["editions"]
    editions.withdraw(engine, known["edition"], viewer=EVERYBODY, reason="Forkert tal")
    [gone] = hold(client(engine).get("/api/editions"), "/editions").json()["editions"]
    assert (gone["note"], gone["withdrawn"]["reason"]) == ("", "Forkert tal")
    answer = hold(client(engine).get(f"/api/editions/{known['edition']}"), "/editions/{number}")
    assert (answer.status_code, answer.json()["code"]) == (410, "withdrawn")
    assert hold(client(engine).get("/api/editions/99"), "/editions/{number}").status_code == 404
