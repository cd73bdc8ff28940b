"""A real Streamlit server in its own process, with the project's own configuration."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

ROOT = Path(__file__).parents[2]
APP, BARE = ROOT / "dashboard.py", Path(__file__).with_name("bare.py")
STRICT = {"BARE_FREEZE": "1"}
PATIENCE = 120  # seconds
OFTEN = 0.02  # seconds between two looks at whether it has started
AS_A_BROWSER: dict[str, Any] = {"subprotocols": [Subprotocol("streamlit")], "max_size": None, "compression": None,
                                "open_timeout": PATIENCE, "legacy": True}


class Reached(Protocol):
    """Where a session can be opened."""

    def connect(self) -> ClientConnection:
        """A connection as a browser opens it."""


@dataclass(frozen=True)
class Listening:
    """A port of this machine that a server listens at."""

    port: int

    def connect(self) -> ClientConnection:
        """A connection as a browser on this machine opens it."""
        own = f"127.0.0.1:{self.port}"
        return connect(f"ws://{own}/_stcore/stream", origin=Origin(f"http://{own}"), **AS_A_BROWSER)


@dataclass(frozen=True)
class Server(Listening):
    """Where a server listens, and which process it is."""

    process: int

    def memory(self) -> float:
        """Gigabytes of memory that the process holds now (its resident set)."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return next(int(told.split()[1]) for told in status.splitlines() if told.startswith("VmRSS:")) / 1e6


def on(database: Path, *, sample: str = "auto") -> dict[str, str]:
    """The environment of an app on a database file; ``sample``: as FREMDRIFT_SAMPLE."""
    return {"FREMDRIFT_DATABASE_URL": f"sqlite:///{database}", "FREMDRIFT_SAMPLE": sample}


@contextmanager
def server(script: Path, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run ``script`` on a free port. Raises RuntimeError when it does not start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
               "--server.address", "127.0.0.1", "--server.headless", "true"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(OFTEN)
    raise RuntimeError("the server did not start")
