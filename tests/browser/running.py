"""The app in a process of its own, and the databases that are laid under it."""

import itertools
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@contextmanager
def app(folder: Path, **environment: str) -> Iterator[str]:
    """The app as a fresh process on a free port; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (folder / "app.log").open("w")
    variables = {k: v for k, v in os.environ.items() if not k.startswith(("FREMDRIFT_", "STREAMLIT_"))}
    variables |= {"FREMDRIFT_DATABASE_URL": f"sqlite:///{folder}/app.db"} | environment
    process = subprocess.Popen(
        [sys.executable, "-m", "pages.server", "--port", str(port)],
        cwd=ROOT, env=variables, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, process, folder / "app.log")
        yield url
    finally:
        process.terminate()
        process.wait(15)
        log.close()


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if urllib.request.urlopen(f"{url}/_stcore/health", timeout=2).status == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text()}")


@dataclass
class Stage:
    """The one app of all tests: another database is laid under it when a test asks, for starting one takes long."""

    url: str
    path: Path
    versions: Iterator[int] = field(default_factory=lambda: itertools.count(1_000, 1_000))
    untouched: Path | None = None  # the file that stands there as it was laid

    def to_read(self, file: Path) -> str:
        """The app's address, on this database; for a test that writes nothing."""
        if self.untouched != file:
            self._lay(file)
            self.untouched = file
        return self.url

    def to_write(self, file: Path) -> str:
        """The app's address, on a database of the test's own that begins as this one."""
        self._lay(file)
        self.untouched = None
        return self.url

    def _lay(self, file: Path) -> None:
        """Lay it over the one that is in use, as of a version the app has seen nothing of."""
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(self.path)) as target:
            source.backup(target)
            target.execute("UPDATE data_version SET n = ?", (next(self.versions),))
            target.commit()
