"""An SMTP server of the test's own, with or without a certificate that this machine trusts."""

import importlib.util
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from model.basics import settings

ROOT = Path(__file__).parents[3]
PATIENCE = 600  # tenths of a second


@dataclass(frozen=True)
class Server:
    """A server that listens. folder: where it lays what it takes."""

    port: int
    folder: Path

    def taken(self) -> list[EmailMessage]:
        """The mails it took, in their order."""
        paths = sorted(self.folder.glob("*.eml"), key=lambda path: int(path.stem))
        return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate of localhost and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    made = folder / "certificate.pem", folder / "key.pem"
    subprocess.run([openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost", "-out", made[0], "-keyout", made[1]],
                   check=True, capture_output=True)
    return made


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Server]]:
    """Starts a server and sets it up as the one to use; with a certificate it wants STARTTLS and is trusted."""
    if importlib.util.find_spec("aiosmtpd") is None:
        pytest.skip("needs aiosmtpd")
    begun: list[subprocess.Popen[bytes]] = []

    def start(*files: Path, **more: str) -> Server:
        folder = tmp_path / "mail"
        folder.mkdir()
        begun.append(subprocess.Popen([sys.executable, "-m", "tests.model.mailing.server", str(folder),
                                       *map(str, files)], cwd=ROOT))
        for _ in range(PATIENCE):
            if (folder / "port").exists():
                break
            time.sleep(0.1)
        found = Server(int((folder / "port").read_text(encoding="utf-8")), folder)
        if files:
            monkeypatch.setenv("SSL_CERT_FILE", str(files[0]))
        given = {"smtp_host": "localhost", "smtp_port": str(found.port), "smtp_sender": "fremdrift@eksempel.dk",
                 **({} if files else {"smtp_starttls": "never"}), **more}
        for name, value in given.items():
            monkeypatch.setenv(f"FREMDRIFT_{name.upper()}", value)
        settings.load.cache_clear()
        return found

    yield start
    for each in begun:
        each.terminate()
        each.wait()
