"""``backup``, ``verify`` and ``restore``: what they say, and the status they end with."""

import shutil
from pathlib import Path

import pytest

from model.access.log import Act
from model.basics.personal_data import has_cpr
from model.store import database, seeding
from tests.model.backup.drilling import manifest, part, resealed, rows, target
from tests.model.store.revisions import at_revision


@pytest.fixture
def copy(run, loaded, tmp_path):
    """A backup of two months' figures, made by the command."""
    status, out, err = run("backup", tmp_path / "kopi.zip")
    assert (status, err) == (0, "")
    assert " rækker i " in out and "»python -m model verify«" in out
    return tmp_path / "kopi.zip"


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """The address is now of a database that is not there."""
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", f"sqlite:///{tmp_path}/ny.db")
    database.settings.load.cache_clear()
    return tmp_path / "ny.db"


def test_from_backup_to_a_database_that_was_not_there(run, copy, tmp_path, empty):
    status, out, err = run("verify", copy)
    assert (status, err) == (0, "") and not empty.exists()
    assert [word in line for word, line in zip(
        ("SHA-256", "dele", "revision", "rækker", "34 måneder", "kan læses ind"), out.splitlines(), strict=True)] == [
            True] * 6
    status, again, err = run("restore", copy)
    assert (status, err) == (0, "") and "Åbne sider viser dem ved næste klik." in again
    assert again.splitlines()[:5] == out.splitlines()[:5]
    restored, before = rows(database.create()), rows(database.create(f"sqlite:///{tmp_path}/test.db"))
    entries = restored.pop("log_entry")
    *stood, taken = before.pop("log_entry")
    assert entries[:-1] == stood and Act.RESTORED.value in entries[-1] and Act.BACKED_UP.value in taken
    assert restored == before


def test_verify_says_what_does_not_hold_with_status_1(run, copy, tmp_path):
    status, out, err = run("verify", resealed(copy, tmp_path / "anden.zip", manifest(shown="en_anden")))
    assert status == 1 and len(out.splitlines()) == 2
    assert "en_anden" in err and len(err.splitlines()) == 1


def test_a_database_in_use_is_left_alone_without_replace(run, copy):
    engine = database.create()
    target(engine, 17)
    stands = rows(engine)
    status, out, err = run("restore", copy)
    assert status == 1 and "--replace" in err and "target (1)" in out
    assert rows(engine) == stands
    status, out, err = run("restore", copy, "--replace", "--dry-run")
    assert (status, err) == (0, "") and out.splitlines()[-1] == "Der er ikke ændret noget."
    assert rows(engine) == stands
    status, out, err = run("restore", copy, "--replace")
    assert (status, err) == (0, "") and "target (1)" in out
    assert rows(engine) != stands


def test_other_verdicts_are_put_back_only_when_that_is_asked_for(run, copy, tmp_path, empty):
    changed = resealed(copy, tmp_path / "anden.zip", part("verdicts.jsonl", lambda said: said.replace(b"795", b"796")))
    status, out, err = run("restore", changed)
    assert status == 1 and "regnes igen: Viborg i marts 2010" in err and "Databasen er nu" not in out
    assert "--despite-verdicts" in err
    status, out, err = run("restore", changed, "--despite-verdicts")
    assert (status, err) == (0, "") and "Databasen er nu" in out


def test_a_database_of_another_program_is_neither_backed_up_nor_replaced(run, copy, tmp_path, monkeypatch):
    foreign = Path(shutil.copy(copy, tmp_path / "brev.db"))
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", f"sqlite:///{foreign}")
    database.settings.load.cache_clear()
    for words in (("backup", tmp_path / "ny.zip"), ("restore", copy, "--replace")):
        status, _, err = run(*words)
        assert status == 1 and "ikke en database" in err
    assert foreign.read_bytes() == copy.read_bytes() and not (tmp_path / "ny.zip").exists()


def test_progress_is_told_on_a_terminal_alone(run, loaded, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    _, _, err = run("backup", tmp_path / "kopi.zip")
    assert "\rGemmer tabel 1 af " in err and err.endswith("\n")


@pytest.mark.parametrize("words", [("backup",), ("verify",), ("restore",), ("verify", "a", "b"),
                                   ("restore", "a", "--all")])
def test_wrong_usage_is_told_in_danish_with_status_2(run, words):
    status, out, err = run(*words)
    assert (status, out) == (2, "") and "Brug:" in err
    assert not has_cpr(err)


@pytest.mark.on_file
def test_a_copy_that_cannot_be_logged_is_made_all_the_same_and_that_is_said(run, engine, tmp_path, monkeypatch):
    old = at_revision(engine, tmp_path, "0009", *seeding.rows(), *seeding.plan_rows())
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", str(old.url))
    database.settings.load.cache_clear()
    status, out, err = run("backup", tmp_path / "gammel.zip")
    assert status == 0 and "gammel.zip er skrevet" in out
    assert "det kunne ikke skrives i loggen" in err
