"""``uploads``, ``undo``, ``figures``, ``status``, ``sample``, ``migrate``: shapes, statuses and words."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from sqlmodel import Session

from model.sample.files import manifest
from model.store import approval_facts
from model.writing.approving import approve
from tests.model.commands.files import BASELINE, HEAD, MARCH, ROOT
from tests.viewers import named


def test_uploads_newest_first(lines, run, file):
    lines("import", file(BASELINE), "--received-at", "2009-10-12")
    lines("import", file(MARCH), "--received-at", "2010-04-12")
    run("undo", "2", "--reason", "forkert")
    [found] = lines("uploads")[1]
    assert [row["id"] for row in found] == [2, 1]
    assert list(found[0]) == ["id", "programme", "dataset", "source", "file", "received_at", "received_by", "figures",
                              "undone_at", "left_out", "answers"]
    assert (found[0]["source"], found[0]["figures"]) == ("file", 8)
    assert found[0]["undone_at"] and found[1]["undone_at"] is None


def test_undo_takes_back_an_upload_once(lines, run, file):
    lines("import", file(MARCH))
    status, out, _ = run("undo", "1", "--reason", "forkert fil")
    assert status == 0 and "er fortrudt" in out
    assert lines("figures")[1] == [[]]
    status, _, err = run("undo", "1", "--reason", "igen")
    assert status == 1 and "allerede fortrudt" in err
    status, _, err = run("undo", "7", "--reason", "findes ikke")
    assert status == 1 and "ingen indlæsning nr. 7" in err


def test_figures_by_month_jobcenter_and_day(lines, file):
    lines("import", file(BASELINE), "--received-at", "2009-10-12")
    lines("import", file(MARCH), "--received-at", "2010-04-12")
    rows = lines("figures", "--month", "2010-03", "--jobcenter", "791")[1][0]
    assert rows[0] == {"jobcenter": "791", "month": "2010-03", "measure": "heraf_loentilskud", "value": 32,
                       "mark": None}
    assert len(rows) == 4
    assert {r["month"] for r in lines("figures", "--as-of", "2010-04-11")[1][0]} == {"2009-09"}
    assert lines("figures", "--as-of", "2009-10-11")[1] == [[]]


def test_what_is_not_reported_has_no_row(lines, file):
    lines("import", file(HEAD + "2010-03;791;795;..;<5;0\n"), "--reason", "ok")
    found = {row["measure"]: (row["value"], row["mark"]) for row in lines("figures")[1][0]}
    assert found == {"personer_match4": (795, None), "heraf_loentilskud": (None, "hidden"),
                     "virksomhedsaktivering_i_alt": (0, None)}


def test_status_gives_the_verdicts(lines, file):
    lines("import", file(BASELINE))
    lines("import", file(MARCH))
    status, [found] = lines("status", "--month", "2010-03")
    assert status == 0 and found["month"] == "2010-03"
    assert {"persons", "activated", "share", "reporting", "of", "reached", "missing", "goals"} <= set(found["region"])
    viborg = next(j for j in found["jobcenters"] if j["code"] == "791")
    goals = viborg["goals"]
    assert list(goals) == ["maal1", "maal2"]
    assert (viborg["persons"], viborg["activated"], goals["maal1"]["verdict"], goals["maal1"]["missing"]) == (
        795, 132, "nået", 0)
    assert viborg["share"] == goals["maal1"]["parts"]["andel"]["value"] == pytest.approx(100 * 132 / 795)
    assert list(goals["maal2"]) == ["verdict", "target", "successes", "ended", "share", "low", "high"]
    assert len(found["jobcenters"]) == 19


def test_status_says_what_jobcenters_have_approved_and_what_moved_since(lines, run, file, engine):
    lines("import", file(MARCH))
    assert lines("status", "--month", "2010-03")[1][0]["approved"] == {}
    march = date(2010, 3, 1)
    with Session(engine) as session:
        seen = approval_facts.digest(approval_facts.stands(session, "791", march))
    approve(engine, viewer=named("jobcenterchefen"), jobcenter="791", month=march, seen=seen)
    [told] = lines("status", "--month", "2010-03")[1]
    assert list(told["approved"]) == ["791"]
    assert {name: told["approved"]["791"][name] for name in ("by", "changed", "come")} == {
        "by": "jobcenterchefen", "changed": 0, "come": 0}
    lines("import", file(HEAD + "2010-03;791;796;102;32;132\n"), "--reason", "rettet")
    assert "1 tal ændret siden godkendelse den" in run("status", "--month", "2010-03")[1]
    assert lines("status", "--month", "2010-03", "--as-of", "2010-04-12")[1][0]["approved"] == {}


def test_status_of_an_empty_database(lines):
    status, [found] = lines("status")
    assert (status == 0 and found["jobcenters"] == []) or len(found["jobcenters"]) == 19


def test_text_for_people(run, file):
    status, out, _ = run("import", file(MARCH))
    assert status == 0 and "Filen er gemt som nr. 1" in out and "8 nye tal" in out
    status, out, _ = run("import", file(HEAD + "2010-03;999;1;1;0;\n"))
    assert status == 1 and "Filen kan ikke gemmes endnu: 1 celle skal rettes" in out and "Fejl: Række 2" in out
    for command in ("uploads", "figures", "status"):
        status, out, _ = run(command)
        assert status == 0 and out.strip()


def test_import_never_fills_an_empty_database_with_the_sample(lines, file):
    lines("import", file(MARCH))
    assert [row["source"] for row in lines("uploads")[1][0]] == ["file"]


def test_a_sample_that_is_loaded_is_not_loaded_again(sample_engine, run, lines):
    status, out, _ = run("sample")
    assert status == 0 and "allerede" in out
    assert len(lines("uploads")[1][0]) == len(manifest())


@pytest.mark.long  # it loads all of the sample
def test_sample_loads_once_and_only_into_an_empty_database(run, lines):
    status, out, _ = run("sample")
    assert status == 0 and "indlæst" in out
    assert len(lines("uploads")[1][0]) == len(manifest())
    status, out, _ = run("sample")
    assert status == 0 and "allerede" in out


def test_sample_is_refused_beside_other_figures(run, lines, file):
    lines("import", file(MARCH))
    status, _, err = run("sample")
    assert status == 1 and err.strip()


def test_migrate_makes_the_database_ready(run, tmp_path):
    status, out, _ = run("migrate")
    assert status == 0 and "klar" in out and (tmp_path / "test.db").exists()


@pytest.mark.parametrize(("words", "told"), [
    ((), "KOMMANDO"), (("slet",), "slet"), (("import",), "FIL"), (("undo", "1"), "--reason"),
    (("undo", "x", "--reason", "y"), "helt tal"),
    (("import", "a.csv", "--month", "marts"), "2010-03"),
    (("import", "a.csv", "--received-at", "12-04-2010"), "2010-04-12"),
    (("import", "a.csv", "--dataset", "andet"), "maanedstal"), (("import", "a.csv", "--without", "999"), "999"),
    (("import", "a.csv", "--ukendt"), "--ukendt"), (("figures", "--jobcenter", "999"), "999"),
    (("import", "a.csv", "--month"), "--month")])
def test_wrong_usage_is_told_in_danish_with_status_2(run, words, told):
    status, out, err = run(*words)
    assert status == 2 and not out
    assert told in err and not {"usage", "error", "argument", "required"} & set(err.replace(":", " ").split())


def test_help_is_danish(run):
    status, out, _ = run("import", "--help")
    assert status == 0 and "Brug:" in out and "vis denne hjælp" in out
    assert not {"usage:", "options:", "positional"} & set(out.split())


@pytest.mark.parametrize(("content", "told"), [(b"ikke en database" * 100, "ikke en database"),
                                               (None, "kan ikke åbnes")])
def test_a_database_that_cannot_be_used_is_told_and_left_alone(run, tmp_path, monkeypatch, content, told):
    path = tmp_path / "andet.db"
    path.write_bytes(content) if content else path.mkdir()
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", f"sqlite:///{path}")
    from model.basics import settings
    settings.load.cache_clear()
    status, out, err = run("uploads")
    assert status == 1 and told in err and "Traceback" not in err and not out
    assert content is None or path.read_bytes() == content


def test_it_runs_as_a_program_and_speaks_utf_8_whatever_the_terminal(tmp_path):
    path = tmp_path / "tal.csv"
    path.write_text("maaned;kommunekode;personer_match4\n2010-03;999;1\n")
    environment = dict(os.environ) | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-m", "model", "import", str(path), "--json"], cwd=ROOT, env=environment,
                          capture_output=True, check=False)
    assert done.returncode == 1 and not done.stderr
    assert "Række 2, kolonne »kommunekode«: 999" in json.loads(done.stdout.decode("utf-8"))["problems"][0]["text"]
