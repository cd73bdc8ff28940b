"""``--programme``: whom a command is about, by the same ids as the address has."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.programmes.current import BESIDE, PROGRAMME
from tests.model.subjects.projects.reports import MIDDELFART, PLATFORM, result, send

ROOT = Path(__file__).parents[3]
CONTRACT, GENERATION_2 = BESIDE
RESULT = result(MIDDELFART, ("01-05-2014", "Visiterede i alt", "26"))


@pytest.fixture
def reported(engine):
    send(engine, RESULT)
    send(engine, result(PLATFORM, ("01-03-2009", "Støtteerklæringer i vest", "1")))
    return engine


@pytest.mark.parametrize("words", [("status",), ("uploads", "--json"), ("publish", "--dry-run"), ("undo", "1")])
def test_an_unknown_id_is_answered_with_those_that_there_are(engine, run, words):
    status, out, err = run(*words, "--programme", "nix")
    assert (status, out) == (2, "")
    assert "der er ingen indsats med id »nix«" in err
    assert all(f"  {each.id}: {each.name}" in err for each in (PROGRAMME, *BESIDE.values()))


def test_an_id_that_is_missing_is_wrong_usage(run):
    status, _, err = run("status", "--programme")
    assert status == 2 and "Der mangler en værdi efter --programme" in err


def test_uploads_are_listed_with_whose_they_are_and_of_one_alone(reported, run, lines):
    assert [line.rsplit(", ", 1)[-1] for line in run("uploads")[1].splitlines()] == [
        BESIDE[CONTRACT].name, BESIDE[GENERATION_2].name]
    assert [row["id"] for row in lines("uploads", "--programme", GENERATION_2)[1][0]] == [1]
    assert lines("uploads", "--programme", PROGRAMME.id)[1] == [[]]


def test_status_and_figures_tell_of_the_one_that_is_asked_for(reported, run, lines):
    assert run("status", "--programme", CONTRACT)[1] == (
        f"{BESIDE[CONTRACT].name}: Af 2 mål i kontrakten er 1 delvist opfyldt og 1 ikke opfyldt.\n")
    [row] = lines("figures", f"--programme={GENERATION_2}")[1][0]
    assert (row["project"], row["on"], row["measure"], row["value"]) == (MIDDELFART, "2014-05-01", "visiterede", 26)
    assert run("figures", "--programme", GENERATION_2, "--month", "2010-03")[0] == 2


def test_a_file_of_another_programme_is_refused_with_its_own(engine, run, file):
    path = file(RESULT)
    status, out, _ = run("import", path, "--programme", PROGRAMME.id)
    assert status == 1 and f"Skriv --programme {GENERATION_2}, eller udelad det." in out
    assert run("import", path, "--programme", GENERATION_2)[0] == 0


def test_only_its_own_is_undone(reported, run):
    status, _, err = run("undo", 1, "--reason", "prøve", "--programme", CONTRACT)
    assert status == 2 and "hører til virksomhedscenter generation 2" in err
    assert run("undo", 1, "--reason", "prøve", "--programme", GENERATION_2)[0] == 0


@pytest.mark.parametrize("words", [("publish", "--dry-run"), ("editions",), ("withdraw", "1"), ("site", "mappe")])
def test_what_is_internal_is_not_published(engine, run, words):
    status, _, err = run(*words, "--programme", GENERATION_2)
    assert status == 2 and "som kun vises internt" in err


def test_documents_are_those_that_it_has(reported, run, tmp_path):
    assert run("export", "csv", tmp_path / "x.csv", "--programme", GENERATION_2)[0] == 2
    assert run("export", "project", tmp_path / "x.pdf", "--programme", CONTRACT)[0] == 2
    assert run("export", "projects", tmp_path / "x.xlsx", "--programme", GENERATION_2)[0] == 0


def test_a_programme_of_the_campaigns_kind_is_shown_without_the_setting(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FREMDRIFT_")}
    own = {"FREMDRIFT_PROGRAMMES": str(ROOT / "tests" / "elsewhere"),
           "FREMDRIFT_DATABASE_URL": f"sqlite:///{tmp_path}/own.db", "FREMDRIFT_SAMPLE": "never"}
    ran = subprocess.run([sys.executable, "-m", "model", "status", "--json", "--programme", "fremad_fyn"], cwd=ROOT,
                         env=kept | own, capture_output=True, text=True, check=False)
    assert json.loads(ran.stdout)["programme"] == "fremad_fyn", ran.stderr[-2000:]
