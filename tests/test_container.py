"""What the container file does, step by step in a folder of its own: there is no engine for containers here."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.running import free_port, wait_for
from tests.browser.signing import settings
from tests.pages.server.knocking import DESCRIBED

ROOT = Path(__file__).parents[1]
STEPS = [line.partition(" ")[::2] for line in (ROOT / "docs" / "drift" / "Containerfile").read_text().splitlines()
         if line and not line.startswith("#")]
PORT, LONGEST = "8501", 30
USER = "nobody" if os.geteuid() == 0 else None  # who it runs as, where that can be chosen
FITS = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"
pytestmark = pytest.mark.long


def interpreter() -> str:
    """One that who it runs as may run, too; the test is skipped where there is none."""
    for path in (sys.executable, shutil.which("python3", path=os.defpath)):
        with suppress(OSError):
            if path and subprocess.run([path, "-c", FITS], user=USER, check=False, cwd="/").returncode == 0:
                return path
    pytest.skip("no Python 3.11 that nobody in particular may run")


def told(step: str) -> list[str]:
    """What each step of that name says, in their order."""
    return [what for name, what in STEPS if name == step]


@dataclass(frozen=True)
class Container:
    """The folder that it is built in, and the interpreter that it has."""

    folder: Path
    python: Path

    def variables(self) -> dict[str, str]:
        """What a process in it is told: nothing of this machine's own."""
        named = dict(each.split("=", 1) for each in told("ENV"))
        stored = f"sqlite:///{self.folder}/data/fremdrift.db"
        return settings(stored, "https://fremdrift.eksempel.dk", DESCRIBED) | {"PATH": os.defpath, "HOME": "/"} | named

    def command(self, words: list[str], port: str) -> list[str]:
        """A command of the file's on another port, with the container's own interpreter."""
        assert words[0] == "python"
        return [str(self.python), *(word.replace(PORT, port) for word in words[1:])]


@pytest.fixture(scope="module")
def container() -> Iterator[Container]:
    own = interpreter()
    base = Path(tempfile.mkdtemp())
    base.chmod(0o755)
    folder = base / "srv"
    folder.mkdir(mode=0o755)
    try:
        subprocess.run([own, "-m", "venv", base / "own"], check=True, capture_output=True)
        made = Container(folder, base / "own" / "bin" / "python")
        _built(made)
        yield made
    finally:
        shutil.rmtree(base)


def _built(made: Container) -> None:
    for source, target in (shlex.split(each) for each in told("COPY")):
        kept = shutil.ignore_patterns("__pycache__")
        (shutil.copytree(ROOT / source, made.folder / target, ignore=kept) if (ROOT / source).is_dir()
         else shutil.copy(ROOT / source, made.folder))
    [install] = [each for each in told("RUN") if each.startswith("pip ")]
    ran = subprocess.run([made.python, "-m", *shlex.split(install)], cwd=made.folder, capture_output=True, text=True,
                         check=False)
    if "connection" in ran.stderr.lower() and ran.returncode:
        pytest.skip("the packages cannot be fetched from here")
    assert ran.returncode == 0, ran.stderr[-2000:]
    (made.folder / "data").mkdir()
    if USER:
        shutil.chown(made.folder / "data", USER)


def test_built_as_it_says_it_starts_as_nobody_is_healthy_and_stops_by_its_signal(container, tmp_path):
    port = str(free_port())
    [command], [health], [stop] = (told(step) for step in ("CMD", "HEALTHCHECK", "STOPSIGNAL"))
    log = tmp_path / "log"
    with log.open("w") as written:
        process = subprocess.Popen([*container.command(json.loads(command), port), "--port", port], user=USER,
                                   cwd=container.folder, env=container.variables(), stdout=written, stderr=written)
    try:
        wait_for(f"http://127.0.0.1:{port}/ready", process, log)
        asked = json.loads(health.partition("CMD ")[2])
        subprocess.run(container.command(asked, port), check=True, user=USER, timeout=LONGEST, cwd="/")
        process.send_signal(signal.Signals[stop])
        assert process.wait(LONGEST) == 0, log.read_text()
    finally:
        process.kill()
    assert {path.name for path in (container.folder / "data").iterdir()} >= {"fremdrift.db"}
