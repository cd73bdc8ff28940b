"""``site``: the public site put in its folder whole or not at all, from what is published."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from model.commands import placing
from model.commands import site as command
from model.documents.site import site as making
from model.intake.examine import examine
from model.intake.saving import apply
from tests.model.commands.files import HEAD, ROOT
from tests.model.intake.filing import at
from tests.viewers import named

CODES = (791, 779, 657, 661, 615, 740, 751, 730, 766)
FILES = {"index.html": b"forside", "udgivelse/1/index.html": b"en", "udgivelse/1/tal.csv": b"1"}


def month(key, more=0):
    """Nine jobcenters' file of a month."""
    return HEAD + "".join(f"{key};{code};{400 + place};{40 + more};{20 + more};{60 + 2 * more}\n"
                          for place, code in enumerate(CODES))


@pytest.fixture
def published(run, engine):
    """Two months loaded and the second published."""
    for text, received in ((month("2009-09"), (2009, 10, 12)), (month("2010-03", more=9), (2010, 4, 12))):
        report = examine(engine, "tal.csv", text.encode(), received_on=at(*received).date())
        apply(engine, report, content=text.encode(), viewer=named("test"), reason="Prøve", received_at=at(*received))
    status, out, err = run("publish", "--month", "2010-03", "--by", "BRM", "--note", "Den første")
    assert status == 0, out + err
    return engine


def held(folder):
    """Everything that lies in a folder, by path."""
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_it_writes_what_is_published_and_says_how_much(run, published, tmp_path, monkeypatch):
    monkeypatch.setenv("FREMDRIFT_CONTACT", "kampagnen@eksempel.dk")
    command.settings.load.cache_clear()
    status, out, err = run("site", tmp_path / "side")
    assert (status, err) == (0, "")
    wrote = held(tmp_path / "side")
    assert f"1 udgivelse, {len(wrote) - 1} filer." in out
    assert "Den første" in wrote["index.html"].decode()
    status, out, _ = run("edition", "1", "--json")
    assert json.loads(wrote["udgivelse/1/udgivelse.json"]) == json.loads(out)


def test_without_a_shared_mailbox_it_says_what_the_site_lacks(run, published, tmp_path):
    status, out, err = run("site", tmp_path / "side", "--json")
    assert status == 0 and json.loads(out)["editions"] == 1 and "FREMDRIFT_CONTACT" in err


def test_figures_that_are_not_published_change_no_byte(run, published, tmp_path, file):
    run("site", tmp_path / "side")
    before = held(tmp_path / "side")
    assert run("import", file(month("2010-04", more=20), "april.csv"), "--reason", "Prøve")[0] == 0
    assert run("site", tmp_path / "side")[0] == 0
    assert held(tmp_path / "side") == before


def test_before_anything_is_published_it_says_what_to_do(run, engine, tmp_path):
    status, out, err = run("site", tmp_path / "side")
    assert (status, out) == (1, "") and "»publish«" in err
    assert not (tmp_path / "side").exists()


def test_a_withdrawn_edition_loses_its_files(run, published, tmp_path):
    run("site", tmp_path / "side")
    assert run("withdraw", "1", "--by", "BRM", "--reason", "Et tal var forkert")[0] == 0
    assert run("site", tmp_path / "side")[0] == 0
    assert [name for name in held(tmp_path / "side") if name.startswith("udgivelse")] == ["udgivelse/1/index.html"]


@pytest.mark.parametrize("content", ["andet.txt", "index.html", placing.MARKER])
def test_a_folder_that_is_somebody_else_s_is_refused_and_left_alone(run, published, tmp_path, content):
    (tmp_path / "side").mkdir()
    (tmp_path / "side" / content).write_text('{"made_by": "en anden", "files": []}')
    before = held(tmp_path / "side")
    status, out, err = run("site", tmp_path / "side")
    assert (status, out) == (1, "") and "ikke en hjemmeside fra Fremdrift" in err
    assert held(tmp_path / "side") == before


def test_a_file_in_its_place_a_missing_folder_above_and_a_number_in_its_name_are_refused(run, published, tmp_path):
    (tmp_path / "fil").write_text("hej")
    assert run("site", tmp_path / "fil")[0] == 1
    assert "mappen over den findes ikke" in run("site", tmp_path / "ingen" / "side")[2]
    assert run("site", tmp_path / "070761-4285")[0] == 2


def test_what_others_laid_there_goes_along_and_only_its_own_files_go(tmp_path):
    side = tmp_path / "side"
    placing.place(side, FILES)
    (side / "robots.txt").write_text("User-agent: *")
    (side / "udgivelse" / "1" / "billede.png").write_bytes(b"png")
    (side / "tom").mkdir()
    (side / "peger").symlink_to("robots.txt")
    placing.place(side, {"index.html": b"ny"})
    assert set(held(side)) == {
        "index.html", "robots.txt", "peger", "udgivelse/1/billede.png", placing.MARKER}
    assert (side / "tom").is_dir() and (side / "peger").is_symlink()
    assert os.listdir(tmp_path).count("side") == len([n for n in os.listdir(tmp_path) if "side" in n])


def test_somebody_s_file_where_a_new_one_must_lie_is_not_written_over(tmp_path):
    side = tmp_path / "side"
    placing.place(side, {"index.html": b"forside"})
    (side / "stil.css").write_bytes(b"min egen")
    before = held(side)
    with pytest.raises(placing.NotPlaced, match=r"stil\.css"):
        placing.place(side, {"index.html": b"ny", "stil.css": b"ny"})
    assert held(side) == before


@pytest.mark.parametrize("fails", ["_write", "_take_along", "_exchange"])
def test_what_fails_on_the_way_leaves_the_old_site_and_nothing_beside_it(tmp_path, monkeypatch, fails):
    side = tmp_path / "side"
    placing.place(side, FILES)
    before = held(side)

    def fail(*_):
        raise OSError("full")

    monkeypatch.setattr(placing, fails, fail)
    with pytest.raises(OSError, match="full"):
        placing.place(side, {"index.html": b"ny"})
    assert held(side) == before and [path.name for path in tmp_path.glob("*side*")] == ["side"]


def test_without_a_single_step_it_is_exchanged_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(placing, "_in_one_step", lambda *_: False)
    side = tmp_path / "side"
    placing.place(side, FILES)
    placing.place(side, {"index.html": b"ny"})
    assert set(held(side)) == {"index.html", placing.MARKER}
    assert [path.name for path in tmp_path.glob("*side*")] == ["side"]


KILLED = """
import os, signal, sys
from pathlib import Path
from model.commands import placing
true = getattr(placing, sys.argv[2])
def then_killed(*given):
    if sys.argv[3] == "after":
        true(*given)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(placing, sys.argv[2], then_killed)
placing.place(Path(sys.argv[1]), {"index.html": b"ny", "mere.html": b"mere"})
"""


@pytest.mark.parametrize(("step", "when", "stands"), [
    ("_write", "before", "old"), ("_write", "after", "old"), ("_exchange", "before", "old"),
    ("_exchange", "after", "new")])
def test_killed_in_the_middle_it_leaves_one_site_whole_and_the_next_run_tidies_up(tmp_path, step, when, stands):
    side = tmp_path / "side"
    placing.place(side, FILES)
    before = held(side)
    ran = subprocess.run([sys.executable, "-c", KILLED, side, step, when], cwd=ROOT, check=False)
    assert ran.returncode == -signal.SIGKILL
    assert held(side) == before if stands == "old" else set(held(side)) == {"index.html", "mere.html", placing.MARKER}
    placing.place(side, FILES)
    assert held(side) == before and [path.name for path in tmp_path.glob("*side*")] == ["side"]


def test_a_page_that_cannot_be_made_writes_nothing(run, published, tmp_path, monkeypatch):
    monkeypatch.setattr(making.front, "front", lambda _: 1 / 0)
    status, out, err = run("site", tmp_path / "side")
    assert (status, out) == (1, "") and "kunne ikke laves" in err
    assert not (tmp_path / "side").exists()


def test_a_link_to_the_folder_stays_a_link(tmp_path):
    (tmp_path / "rigtig").mkdir()
    (tmp_path / "side").symlink_to("rigtig")
    placing.place(tmp_path / "side", FILES)
    assert (tmp_path / "side").is_symlink() and set(FILES) < set(held(tmp_path / "rigtig"))
    shutil.rmtree(tmp_path / "rigtig")
