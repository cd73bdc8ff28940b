"""A programme's pages on invented figures: each is rendered, or why it cannot be; nothing of it is left behind."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from model.commands import preview
from pages.shared.navigation import MENU
from tests.model.programmes.declarations import written

ROOT = Path(__file__).parents[3]
ELSEWHERE = ROOT / "tests" / "elsewhere" / "fremad"
ITS_OWN = [entry.title for entries in MENU.values() for entry in entries]


@pytest.fixture
def made(tmp_path, monkeypatch):
    """The folder in which temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_every_page_of_a_programme_nobody_has_heard_of_is_rendered_from_its_declaration(run, made, tmp_path):
    status, out, err = run("programmes", "preview", ELSEWHERE, "--check")
    assert (status, err) == (0, "")
    assert out.splitlines()[1:-1] == [f"{title}: vises" for title in ITS_OWN]
    assert out.splitlines()[-1] == f"{len(ITS_OWN)} af {len(ITS_OWN)} sider vises."
    assert list(made.iterdir()) == [] and not (tmp_path / "test.db").exists()


def test_a_slip_is_told_with_its_line_as_when_it_is_checked(run, tmp_path):
    folder = written(tmp_path / "sommer", ("programme.toml", "target = 18", "target = 0"))
    for words in (("check", folder), ("preview", folder, "--check")):
        status, out, _ = run("programmes", *words)
        assert (status, out) == (1, "Programmet kan ikke bruges endnu:\n"
                                    "  programme.toml, linje 22: »target« skal være mindst 1.\n")


def test_one_that_cannot_be_shown_by_itself_is_told_why(run, tmp_path):
    status, out, _ = run("programmes", "preview", written(tmp_path / "sommer"), "--check")
    assert status == 1 and out.startswith("Sommerpraktik kan ikke vises for sig selv:\n  Det skal have ét mål af del")
    status, out, _ = run("programmes", "preview", ROOT / "model" / "programmes" / "vc_generation_2", "--check")
    assert status == 1
    assert "Det vises ved siden af »virksomhedscenterkampagnen«, når mappen ligger i FREMDRIFT_PROGRAMMES." in out


def test_what_cannot_be_previewed_is_wrong_usage(run, tmp_path):
    assert run("programmes", "preview")[0] == run("programmes", "preview", tmp_path / "ingen")[0] == 2


def test_the_pages_are_shown_at_the_address_that_is_printed_until_it_is_stopped(made):
    shown = subprocess.Popen([sys.executable, "-u", "-m", "model", "programmes", "preview", str(ELSEWHERE)], cwd=ROOT,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
                             env=os.environ | {"TMPDIR": str(made)})
    assert shown.stdout is not None
    try:
        told = next(line for line in shown.stdout if "http" in line)
        address = next(word for word in told.split() if word.startswith("http")).rstrip(".")
        with urllib.request.urlopen(f"{address}/_stcore/health") as answer:
            assert answer.status == 200
        assert list(made.iterdir()) != []
    finally:
        shown.send_signal(signal.SIGTERM)
        rest = shown.stdout.read()
        status = shown.wait(60)
    assert (status, rest) == (0, "Visningen er stoppet, og de opdigtede tal er slettet.\n")
    assert list(made.iterdir()) == []


def test_a_port_that_is_taken_is_told(run):
    taken = socket.socket()
    taken.bind((preview.HOST, 0))
    taken.listen()
    with taken:
        status, _, err = run("programmes", "preview", ELSEWHERE, "--port", taken.getsockname()[1])
    assert status == 1 and "er optaget" in err
