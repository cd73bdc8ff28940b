"""Who can reach the app: this machine alone, as long as nobody has to sign in."""

import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from tests.browser.running import ROOT

ELSEWHERE = "127.0.0.2"  # an address of this machine's that a server on every address answers, and one on 127.0.0.1 not


def answers(url: str, host: str) -> bool:
    """Whether something listens at the app's port on that address."""
    try:
        socket.create_connection((host, urlsplit(url).port or 0), timeout=5).close()
    except OSError:
        return False
    return True


def test_without_being_told_the_app_listens_on_this_machine_alone(stage):
    assert answers(stage.url, "127.0.0.1")
    assert not answers(stage.url, ELSEWHERE)
    assert not answers(stage.url, "::1")


def test_asked_to_listen_elsewhere_without_a_provider_it_refuses_and_says_what_to_configure():
    command = [sys.executable, "-m", "pages.server", "--port", "0", "--address", "0.0.0.0"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert ended.returncode == 1
    assert "Fremdrift lytter ikke på 0.0.0.0" in ended.stderr
    assert "FREMDRIFT_OIDC_METADATA_URL" in ended.stderr


@pytest.mark.parametrize(("given", "told"), [([], []), (["ADDRESS=0.0.0.0"], ["0.0.0.0"])])
def test_make_run_asks_for_another_address_only_when_it_is_told_to(given, told):
    command = subprocess.run(["make", "--dry-run", "run", *given], cwd=ROOT, capture_output=True, text=True, check=True)
    words = command.stdout.split()
    assert [words[at + 1] for at, word in enumerate(words) if word == "--address"] == told
