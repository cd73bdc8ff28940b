"""A real Streamlit server in its own process, and a visitor that talks to it over the websocket as a browser does."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds
ERROR = b'class="fd-error'  # how what pages.shared.drawing.fault draws begins


@contextmanager
def server(script: Path, *, environment: Mapping[str, str] | None = None) -> Iterator[int]:
    """Run ``script`` on a free port, with the project's own configuration; yields the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port),
               "--server.address", "127.0.0.1", "--server.headless", "true"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield port
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
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


class Visitor:
    """One session in one server."""

    def __init__(self, port: int) -> None:
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        self._socket: ClientConnection = connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None,
                                                 compression=None, open_timeout=PATIENCE)

    def visit(self, page: str = "", query: str = "") -> float:
        """Seconds from asking for a run of ``page`` (its address, "" the front page) until the script has finished.

        Raises RuntimeError when the run fails or the page shows that it could not be made.
        """
        ask = BackMsg()
        ask.rerun_script.page_name = page
        ask.rerun_script.query_string = query
        begun = time.perf_counter()
        self._socket.send(ask.SerializeToString())
        broken = False
        while True:
            received = self._socket.recv(timeout=PATIENCE, decode=False)
            said = ForwardMsg.FromString(received)
            kind = said.WhichOneof("type")
            broken |= ERROR in received or said.delta.new_element.HasField("exception")
            if kind == "script_finished":
                break
        taken = time.perf_counter() - begun
        if broken or said.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise RuntimeError(f"the page »{page or 'front page'}« failed; open it in the app to see why")
        return taken

    def close(self) -> None:
        """Leave."""
        self._socket.close()
