"""``purge``: what would go is said first, and what went afterwards; a backup after it is as good as before."""

from tests.model.commands.files import BASELINE


def test_what_would_go_is_said_and_nothing_is_changed(lines, run, file):
    lines("import", file(BASELINE), "--received-at", "2009-10-12", "--by", "Anna Hansen")
    status, out, _ = run("purge", "--dry-run")
    assert status == 0 and "ville blive fjernet: 1 gemt fil, 1 funktion. " in out and "ikke ændret noget" in out
    assert lines("uploads")[1][0][0]["received_by"] == "Anna Hansen"


def test_what_is_old_goes_and_a_backup_is_good(lines, run, file, tmp_path):
    lines("import", file(BASELINE), "--received-at", "2009-10-12", "--by", "Anna Hansen")
    before = lines("figures")[1]
    status, out, _ = run("purge", "--older-than", "12")
    assert status == 0 and "er fjernet: 1 gemt fil, 1 funktion. Tal, mål, referater og udgivelser er urørte." in out
    [row] = lines("uploads")[1][0]
    assert (row["file"], row["received_by"]) == ("ryddet", "ryddet") and lines("figures")[1] == before
    assert run("purge")[1].startswith("Ældre end ") and "er fjernet: ikke noget." in run("purge")[1]
    assert run("backup", str(tmp_path / "kopi.zip"))[0] == run("verify", str(tmp_path / "kopi.zip"))[0] == 0


def test_less_than_a_month_is_refused(run):
    assert run("purge", "--older-than", "0")[0] == 2
