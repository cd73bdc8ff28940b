"""A file that is cut, changed or somebody else's is refused in one sentence that says what to do."""

import json
import shutil
import zipfile

import pytest
from sqlalchemy import event

from model.backup.archive import opened
from model.backup.refusal import BackupRefused
from model.basics import settings
from model.store import database
from tests.model.backup.drilling import holds, manifest, part, resealed

PLACES = 50


def refused(path):
    with pytest.raises(BackupRefused) as why:
        holds(path)
    return str(why.value)


@pytest.fixture
def copy(backup_of_nothing, tmp_path):
    return shutil.copy(backup_of_nothing, tmp_path / "kopi.zip")


def test_a_bit_turned_anywhere_is_noticed(backup_of_sample, tmp_path):
    content, path = backup_of_sample.read_bytes(), tmp_path / "kopi.zip"
    ends = [*range(4), *range(len(content) - 90, len(content), 9), len(content) - 1]
    for at in (*ends, *range(100, len(content), len(content) // PLACES)):
        changed = bytearray(content)
        changed[at] ^= 0x20
        path.write_bytes(changed)
        with pytest.raises(BackupRefused), opened(path):
            raise AssertionError(f"byte {at} may be anything")


@pytest.mark.every
@pytest.mark.parametrize("kept", [0.0, 0.001, 0.5, 0.99, 0.99999])
def test_what_is_cut_off_is_noticed(copy, kept):
    content = copy.read_bytes()
    copy.write_bytes(content[:int(len(content) * kept)])
    assert refused(copy).startswith("Filen er ikke hel" if kept > 0.001 else "Filen er ikke")


def test_what_is_added_is_noticed(copy):
    copy.write_bytes(copy.read_bytes() + b"\n")
    assert refused(copy).startswith("Filen er ikke hel")


@pytest.mark.parametrize("content", [b"", b"x", b"et brev", b"\x89PNG\r\n" + bytes(3000), bytes(90)])
def test_another_file_is_named_so(tmp_path, content):
    (tmp_path / "fil.zip").write_bytes(content)
    assert refused(tmp_path / "fil.zip") == (
        "Filen er ikke en sikkerhedskopi fra Fremdrift. Vælg en fil, som »python -m model backup« har skrevet.")


def test_another_zip_is_named_so_and_one_that_only_ends_like_ours(copy, tmp_path):
    with zipfile.ZipFile(tmp_path / "fil.zip", "w") as packed:
        packed.writestr("brev.txt", "kære alle")
    assert "ikke en sikkerhedskopi" in refused(tmp_path / "fil.zip")
    assert "ikke en sikkerhedskopi" in refused(resealed(tmp_path / "fil.zip", copy, lambda parts: None))


def test_no_file_and_a_folder_are_told_apart(tmp_path):
    assert "findes ikke. Kontrollér" in refused(tmp_path / "ingen.zip")
    assert "kan ikke læses. Kontrollér" in refused(tmp_path)


@pytest.mark.every
@pytest.mark.parametrize(("change", "why"), [
    (manifest(format=2), "nyere udgave"), (manifest(format=[1]), "ikke en sikkerhedskopi"),
    (manifest(revision="9999"), "nyere udgave"),
    (manifest(shown="en_anden"), "af programmet »en_anden«"), (manifest(tables={}), "de dele"),
    (lambda parts: parts.pop("tables/upload.jsonl"), "de dele"),
    (lambda parts: parts.update({"tables/other.jsonl": b""}), "de dele"),
    (lambda parts: parts.update({"manifest.json": b"[]"}), "ikke en sikkerhedskopi"),
    (lambda parts: parts.update({"manifest.json": b"{"}), "ikke en sikkerhedskopi"),
    (lambda parts: parts.pop("manifest.json"), "ikke en sikkerhedskopi"),
    (lambda parts: parts.update({"tables/target.jsonl": b""}), "tables/target.jsonl er ikke, som"),
    (manifest(revision="0013"), "ikke dem, som revision 0013"),
    (part("tables/target.jsonl", lambda rows: rows.replace(b'"share"', b"7")), "En række i tabellen target"),
    (part("tables/target.jsonl", lambda rows: rows.replace(b'"share",', b"")), "En række i tabellen target"),
    (part("tables/target.jsonl", lambda rows: rows.replace(b"+00:00", b"+02:00")), "En række i tabellen target"),
    (part("tables/target.jsonl", lambda rows: b"{}\n" + rows), "En række i tabellen target"),
    (part("tables/target.jsonl", lambda rows: b"[1\n" + rows), "En række i tabellen target"),
    (part("tables/target.jsonl", lambda rows: rows.replace(b'"regional"', b'"unknown"')), "bryder databasens regler"),
    (part("tables/jobcenter.jsonl", lambda rows: b""), "bryder databasens regler")])
def test_a_file_that_contradicts_itself_is_refused_though_its_hash_is_right(backup_of_nothing, tmp_path, change, why):
    told = refused(resealed(backup_of_nothing, tmp_path / "kopi.zip", change))
    assert why in told and told.count(". ") <= 2


def test_other_verdicts_are_told_with_their_place(backup_of_sample, tmp_path):
    def changed(lines):
        said = [json.loads(line) for line in lines.splitlines()]
        [skive] = [unit for unit in said[20]["jobcenters"] if unit["code"] == "779"]
        skive["activated"] += 1
        return b"".join(json.dumps(each).encode() + b"\n" for each in said)

    [*told, doubt] = holds(resealed(backup_of_sample, tmp_path / "kopi.zip", part("verdicts.jsonl", changed)))
    assert len(told) == 4 and "regnes igen: Skive i maj 2010. Rækkerne er, som de blev gemt" in doubt


def test_under_another_setting_verdicts_are_not_compared(backup_of_sample, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_REGISTER_DELAY_DAYS", "60")
    settings.load.cache_clear()
    assert "FREMDRIFT_REGISTER_DELAY_DAYS=30, og her er det 60" in holds(backup_of_sample)[-1]


def test_a_full_disk_is_not_taken_for_a_fault_of_the_file(backup_of_sample, monkeypatch):
    def small():
        engine = passing()
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 150"))
        return engine

    passing = database.passing
    monkeypatch.setattr(database, "passing", small)
    with pytest.raises(database.DatabaseProblem, match="Disken er fuld"):
        holds(backup_of_sample)
