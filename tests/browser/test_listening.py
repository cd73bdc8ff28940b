"""Who can reach the app: this machine alone until somebody opens it, since there is no sign-in."""

import socket
import subprocess
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


@pytest.mark.parametrize(("given", "told"), [([], []), (["ADDRESS=0.0.0.0"], ["0.0.0.0"])])
def test_make_run_opens_the_app_only_when_it_is_told_to(given, told):
    command = subprocess.run(["make", "--dry-run", "run", *given], cwd=ROOT, capture_output=True, text=True, check=True)
    words = command.stdout.split()
    assert [words[at + 1] for at, word in enumerate(words) if word == "--server.address"] == told
