"""``programmes preview``: the pages of a programme on invented figures, in a folder that goes when it is stopped.

A process is about one programme, so the figures are made and the pages shown in processes of their own.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from model.programmes import loading, shown
from model.programmes.programme import Programme
from model.programmes.programmes import OURS

ROOT = Path(__file__).parents[2]
HOST, PATIENCE = "127.0.0.1", 60  # seconds until the app must answer
RENDERED = "pages.shared.rendering"  # the module that renders every page once
STOPPED = "Visningen er stoppet, og de opdigtede tal er slettet."


def run(folder: Path, *, check: bool, port: int | None) -> int:
    """Show the pages until stopped, or render each of them once; 1 where that cannot be done.

    Raises ProgrammeRefused for a declaration that cannot be used.
    """
    programme = loading.load(folder)
    if lacking := list(shown.lacking(programme)):
        print(f"{programme.name} kan ikke vises for sig selv:")
        print("\n".join(f"  {text}" for text in lacking))
        if programme.beside:
            print(f"Det vises ved siden af »{programme.beside}«, når mappen ligger i FREMDRIFT_PROGRAMMES.")
        return 1
    with TemporaryDirectory(prefix="fremdrift_", ignore_cleanup_errors=True) as made:
        environment = _environment(programme, folder.resolve(), Path(made))
        if _ran(environment, "model", "sample", "--invented"):
            return 1
        return _ran(environment, RENDERED) if check else _served(environment, port or _free())


def _environment(programme: Programme, folder: Path, made: Path) -> dict[str, str]:
    """Settings under which the programme is shown on a database of its own, its declaration copied as it is now."""
    own = made / "programmes"
    if folder.parent != OURS:
        shutil.copytree(folder, own / folder.name,
                        ignore=lambda _, names: [name for name in names if name not in loading.FILES])
    return os.environ | {
        "FREMDRIFT_PROGRAMME": programme.id, "FREMDRIFT_PROGRAMMES": str(own) if own.exists() else "",
        "FREMDRIFT_DATABASE_URL": f"sqlite:///{(made / 'preview.db').as_posix()}", "FREMDRIFT_SAMPLE": "never",
        "PYTHONIOENCODING": "utf-8"}


def _ran(environment: Mapping[str, str], *words: str) -> int:
    """Run a module of ours and tell what it says; its exit status, 0 or 1."""
    ran = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, env=environment, capture_output=True,
                         encoding="utf-8", check=False)
    print(ran.stdout, end="")
    if ran.returncode:
        print(ran.stderr, end="", file=sys.stderr)
    return int(ran.returncode != 0)


def _served(environment: Mapping[str, str], port: int) -> int:
    """Show the pages until this process is stopped; 1 where the app did not come up, or ended by itself."""
    if _listening(port):
        print(f"Port {port} er optaget. Vælg en anden med --port, eller lad den være.", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # however it is stopped, the folder is to go
    app = subprocess.Popen([sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port),
                            "--server.address", HOST, "--server.headless", "true"], cwd=ROOT, env=environment,
                           stdout=subprocess.DEVNULL)
    try:
        if not _answers(app, port):
            print(f"Siderne kan ikke vises på port {port}.", file=sys.stderr)
            return 1
        print(f"Siderne vises med opdigtede tal på http://localhost:{port}. Stop dem med Ctrl+C.", flush=True)
        return int(app.wait() != 0)
    except KeyboardInterrupt:
        print(STOPPED)
        return 0
    finally:
        app.terminate()
        app.wait()


def _answers(app: "subprocess.Popen[bytes]", port: int) -> bool:
    """Whether the app listens before patience is over; False as soon as it has ended."""
    until = time.monotonic() + PATIENCE
    while app.poll() is None and time.monotonic() < until:
        if _listening(port):
            return True
        time.sleep(0.2)
    return False


def _listening(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex((HOST, port)) == 0


def _free() -> int:
    with socket.socket() as asked:
        asked.bind((HOST, 0))
        return int(asked.getsockname()[1])
