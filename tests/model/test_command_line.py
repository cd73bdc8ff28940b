"""``python -m model``: the commands, options, exit statuses and JSON shapes other programs rely on."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from model.__main__ import main
from model.importing.sample import manifest

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "files"
CONSULTANT = FILES / "1_VC-opfoelgning_marts10_ENDELIG_v2.csv"
HEAD = "maaned;kommunekode;personer_match4;heraf_virksomhedspraktik;heraf_loentilskud;virksomhedsaktivering_i_alt\n"
BASELINE = HEAD + "2009-09;791;790;80;30;100\n2009-09;779;400;40;10;48\n"
MARCH = HEAD + "2010-03;791;795;102;32;132\n2010-03;779;414;61;12;72\n"


@pytest.fixture
def run(capsys):
    """Run a command; (exit status, standard output, standard error)."""
    def running(*words):
        status = main([str(word) for word in words])
        told = capsys.readouterr()
        return status, told.out, told.err
    return running


@pytest.fixture
def lines(run):
    """Run a command with --json; (exit status, the objects, one a line)."""
    def running(*words):
        status, out, _ = run(*words, "--json")
        return status, [json.loads(line) for line in out.splitlines()]
    return running


@pytest.fixture
def file(tmp_path):
    def making(text, name="tal.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path
    return making


def test_import_prints_one_object_per_file_with_the_agreed_names(lines, file):
    status, found = lines("import", file(BASELINE, "a.csv"), file(MARCH, "b.csv"))
    assert status == 0
    assert [f["file"] for f in found] == ["a.csv", "b.csv"]
    assert list(found[0]) == ["file", "dataset", "status", "new", "changed", "unchanged", "problems", "goal_changes",
                              "upload", "notes"]
    assert (found[0]["dataset"], found[0]["status"], found[0]["new"], found[0]["upload"]) == ("maanedstal", "applied",
                                                                                              8, 1)


def test_import_says_what_it_does_to_the_goals(lines, file):
    lines("import", file(BASELINE))
    _, [found] = lines("import", file(MARCH))
    assert found["goal_changes"] == [
        {"jobcenter": "779", "month": "2010-03", "from": "kan ikke opgøres", "to": "nået"},
        {"jobcenter": "791", "month": "2010-03", "from": "kan ikke opgøres", "to": "nået"}]


def test_import_counts_figures_and_keeps_the_problems(lines, file):
    lines("import", file(BASELINE))
    status, [found] = lines("import", file(BASELINE.replace("790;80", "791;<5").replace(";100", ";")), "--reason", "ok")
    assert (status, found["new"], found["changed"], found["unchanged"]) == (0, 0, 2, 5)
    status, [found] = lines("import", file(HEAD + "2010-03;779;58;61;12;\n"))
    assert (status, found["status"], found["upload"]) == (1, "refused", None)
    assert found["problems"][0] == {
        "severity": "fejl", "gate": 4, "sheet": None, "row": 2, "column": "heraf_virksomhedspraktik",
        "text": "Skive, marts 2010 (række 2): 61 i virksomhedspraktik er flere end målgruppens 58. "
                "Ret det tal, der er forkert."}


def test_a_refused_file_does_not_stop_the_next_and_the_status_is_1(lines, file):
    status, found = lines("import", file("hej", "a.csv"), file(MARCH, "b.csv"))
    assert (status, [f["status"] for f in found]) == (1, ["refused", "applied"])


def test_a_file_that_is_not_there_is_refused_in_danish(lines, tmp_path):
    status, [found] = lines("import", tmp_path / "væk.csv")
    assert (status, found["status"]) == (1, "refused")
    assert "findes ikke" in found["problems"][0]["text"]
    status, [found] = lines("import", tmp_path)
    assert status == 1 and found["problems"]


def test_a_dry_run_checks_and_stores_nothing(lines, file):
    status, [found] = lines("import", file(MARCH), "--dry-run")
    assert (status, found["status"], found["new"], found["upload"]) == (0, "checked", 8, None)
    assert lines("uploads")[1] == [[]]


def test_a_warning_needs_a_reason(lines, file):
    odd = file(HEAD + "2010-03;791;795;-;32;\n")
    status, [found] = lines("import", odd)
    assert (status, found["status"]) == (1, "refused")
    assert any(p["severity"] == "advarsel" for p in found["problems"])
    assert any("--reason" in p["text"] for p in found["problems"] if p["severity"] == "fejl")
    assert lines("import", odd, "--dry-run")[1][0]["status"] == "checked"
    assert lines("import", odd, "--reason", "stregen er ukendt")[1][0]["status"] == "applied"


def test_the_same_file_again_changes_nothing_and_is_no_error(lines, file):
    lines("import", file(MARCH))
    status, [found] = lines("import", file(MARCH))
    assert (status, found["status"], found["new"], found["changed"], found["unchanged"]) == (0, "unchanged", 0, 0, 8)
    assert len(lines("uploads")[1][0]) == 1


def test_jobcenters_can_be_left_out(lines, file):
    status, [found] = lines("import", file(MARCH + "2010-03;766;1;2;3;\n"), "--without", "766,779")
    assert (status, found["new"]) == (0, 4)
    assert {row["jobcenter"] for row in lines("figures")[1][0]} == {"791"}


def test_the_consultants_file_goes_through_with_a_reason(lines):
    assert lines("import", CONSULTANT)[0] == 1
    status, [found] = lines("import", CONSULTANT, "--reason", "fælles postkasse")
    assert (status, found["status"], found["new"]) == (0, "applied", 129)
    rows = lines("figures", "--jobcenter", "741")[1][0]
    assert {"jobcenter": "741", "month": "2010-03", "measure": "heraf_virksomhedspraktik", "value": None,
            "mark": "hidden"} in rows
    assert {row["month"] for row in lines("figures")[1][0]} == {"2010-01", "2010-03"}


def test_unknown_headings_are_refused_by_name(lines):
    status, [found] = lines("import", FILES / "gate2" / "unknown_headings.csv")
    assert status == 1
    assert [p["column"] for p in found["problems"]] == ["Center", "Antal i alt", "Prakt", "Lønt"]
    assert all(p["gate"] == 2 for p in found["problems"])


def test_a_month_that_is_only_a_guess_must_be_given(lines, file):
    path = file("Jobcenter;Personer\nViborg;795\n", "VC marts 2010.csv")
    status, [found] = lines("import", path)
    assert status == 1 and "--month 2010-03" in found["problems"][0]["text"]
    status, [found] = lines("import", path, "--month", "2010-03")
    assert (status, found["new"]) == (0, 1)


def test_a_file_is_received_at_noon_of_the_day_given(lines, file):
    lines("import", file(BASELINE), "--received-at", "2009-10-12", "--by", "konsulent")
    [[found]] = lines("uploads")[1]
    assert (found["received_at"], found["received_by"]) == ("2009-10-12T10:00:00+00:00", "konsulent")


@pytest.mark.parametrize(("day", "told"), [(date(2009, 10, 11), "ikke være modtaget før"),
                                           (date.today() + timedelta(days=2), "fremtiden")])
def test_receipt_does_not_run_backwards_or_ahead(lines, file, day, told):
    lines("import", file(BASELINE), "--received-at", "2009-10-12")
    status, [found] = lines("import", file(MARCH.replace("2010-03", "2009-10")), "--received-at", day)
    assert status == 1 and any(told in p["text"] for p in found["problems"])
    assert len(lines("uploads")[1][0]) == 1


def test_a_month_after_the_day_of_receipt_is_in_the_future(lines, file):
    status, [found] = lines("import", file(MARCH), "--received-at", "2010-02-12")
    assert status == 1 and "fremtiden" in found["problems"][0]["text"]


def test_uploads_newest_first(lines, run, file):
    lines("import", file(BASELINE), "--received-at", "2009-10-12")
    lines("import", file(MARCH), "--received-at", "2010-04-12")
    run("undo", "2", "--reason", "forkert")
    [found] = lines("uploads")[1]
    assert [row["id"] for row in found] == [2, 1]
    assert list(found[0]) == ["id", "dataset", "source", "file", "received_at", "received_by", "figures", "undone_at"]
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
    assert {"persons", "activated", "share", "reporting", "of", "reached", "missing", "goal2"} <= set(found["region"])
    viborg = next(j for j in found["jobcenters"] if j["code"] == "791")
    assert list(viborg) == ["code", "name", "persons", "activated", "share", "needed_16", "missing_16", "reached_16",
                            "baseline",
                            "increase", "missing_15", "reached_15", "goal1", "missing", "goal2"]
    assert (viborg["persons"], viborg["activated"], viborg["goal1"], viborg["missing"]) == (795, 132, "nået", 0)
    assert viborg["share"] == pytest.approx(100 * 132 / 795)
    assert list(viborg["goal2"]) == ["successes", "ended", "share", "low", "high", "status"]
    assert len(found["jobcenters"]) == 19


def test_status_of_an_empty_database(lines):
    status, [found] = lines("status")
    assert (status == 0 and found["jobcenters"] == []) or len(found["jobcenters"]) == 19


def test_text_for_people(run, file):
    status, out, _ = run("import", file(MARCH))
    assert status == 0 and "Filen er indlæst som nr. 1" in out and "8 tal er nye" in out
    status, out, _ = run("import", file(HEAD + "2010-03;999;1;1;0;\n"))
    assert status == 1 and "afvist" in out and "Fejl: Række 2" in out
    for command in ("uploads", "figures", "status"):
        status, out, _ = run(command)
        assert status == 0 and out.strip()


def test_import_never_fills_an_empty_database_with_the_sample(lines, file):
    lines("import", file(MARCH))
    assert [row["source"] for row in lines("uploads")[1][0]] == ["file"]


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
    from model import settings
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
