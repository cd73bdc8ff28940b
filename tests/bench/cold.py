"""Rows on new processes: the first page, a start on an empty folder, and the command line."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench import toured
from tests.bench.server import APP, BARE, OFTEN, PATIENCE, ROOT, on, server
from tests.bench.timing import Row, compared, seconds
from tests.bench.visitor import Visitor

TIMES, COMMANDS = 5, 7


def rows(folder: Path) -> Iterator[Row]:
    """A process is new each time; what it compiles of the code lies there from the round that does not count."""
    filled = on(toured.sample(folder, "cold"))
    yield compared("first page of a new process", "a bare Streamlit app", lambda: first_page(BARE),
                   lambda: first_page(APP, filled), budget=2.5, times=TIMES)
    yield compared("start on an empty folder until figures show", "a bare Streamlit app", lambda: first_page(BARE),
                   lambda: _empty(folder), budget=3.0, times=TIMES)
    yield compared("python -m model --help", "import pandas", lambda: _python("-c", "import pandas"),
                   lambda: _python("-m", "model", "--help"), budget=1.0, times=COMMANDS)
    yield compared("python -m model status", "import pandas, sqlmodel",
                   lambda: _python("-c", "import pandas, sqlmodel"),
                   lambda: _python("-m", "model", "status", environment=filled), budget=1.6, times=COMMANDS)


def first_page(script: Path, environment: Mapping[str, str] | None = None) -> float:
    """Seconds from the command until the front page shows a chart, however many runs the app makes before it does.

    Raises TimeoutError when none is shown.
    """
    begun = time.perf_counter()
    with server(script, environment) as started:
        visitor = Visitor(started)
        while time.perf_counter() < begun + PATIENCE:
            visitor.visit()
            if visitor.charts:
                return time.perf_counter() - begun
            time.sleep(OFTEN)
    raise TimeoutError("the front page shows no figures")


def _empty(folder: Path) -> float:
    with tempfile.TemporaryDirectory(dir=folder) as empty:
        return first_page(APP, on(Path(empty) / "data" / "fremdrift.db"))


def _python(*arguments: str, environment: Mapping[str, str] | None = None) -> float:
    return seconds(lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True,
                                          env={**os.environ, **(environment or {})}))
