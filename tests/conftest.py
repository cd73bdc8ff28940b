"""Fixtures every test may use: a fresh migrated database, and the household around it."""

import gc
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from model import sample
from model.basics import serving, settings
from model.store import database, seeding
from tests import servers, sweeps

pytest_plugins = ["tests.postgres", "tests.killed.reporting"]

# A busy machine is no failure: an example may take as long as it needs. ``make long`` asks for the long profile.
PATIENT = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("house", max_examples=10, **PATIENT)
hypothesis.settings.register_profile("long", max_examples=200, **PATIENT)
hypothesis.settings.load_profile("house")
ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache"
LOADED = (settings.load, serving.load)  # before a test puts others in their place
PATIENCE = 1800  # tenths of a second


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """What is loaded while tests are collected stays, so no garbage is looked for until the first of them begins."""
    gc.disable()


@pytest.hookimpl(tryfirst=True)  # before pytest leaves out what is long
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    sweeps.shorten(items)


@pytest.fixture(scope="session", autouse=True)
def _collected_seldom() -> None:
    """What is loaded by now stays, so no collection looks through it; a run makes little that is garbage in circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the machine's settings or writes outside its own folder."""
    for name in [n for n in os.environ if n.startswith("FREMDRIFT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FREMDRIFT_DATABASE_URL", f"sqlite:///{tmp_path}/test.db")
    monkeypatch.setenv("FREMDRIFT_SAMPLE", "never")
    forget_settings()
    yield
    forget_settings()


def forget_settings() -> None:
    """The environment is read anew by whoever asks next."""
    for load in LOADED:
        load.cache_clear()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated database file, made once; copy it, never write to it."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    made = database.create(f"sqlite:///{path}")
    seeding.migrate(made)
    made.dispose()
    return path


@pytest.fixture
def engine(request: pytest.FixtureRequest, empty_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """An empty, migrated database of this test's own (the one of FREMDRIFT_DATABASE_URL)."""
    opened = _on_server(request, servers.EMPTY) or _on_file(empty_file, tmp_path)
    yield opened
    opened.dispose()


def _on_file(prepared: Path, folder: Path) -> Engine:
    shutil.copy(prepared, folder / "test.db")
    return database.create()


def _on_server(request: pytest.FixtureRequest, template: str) -> Engine | None:
    """The same on PostgreSQL, where the run is on it (``--on-server``)."""
    if not request.config.getoption("on_server"):
        return None
    laid: Callable[[str], Engine] = request.getfixturevalue("on_server")
    return laid(template)


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all the sample data in it, made once for all of a run's workers; copy it, never write.

    It is kept from run to run for as long as nothing changes of what makes it.
    """
    own = tmp_path_factory.mktemp("sample")
    kept = CACHE / f"sample-{_made_by()}.db"
    if kept.exists():
        return kept
    claim = own.parents["PYTEST_XDIST_WORKER" in os.environ] / "sample.claimed"
    try:
        claim.mkdir()
    except FileExistsError:
        return _awaited(kept)
    CACHE.mkdir(exist_ok=True)
    for old in CACHE.glob("sample-*.db"):
        old.unlink()
    _sample(CACHE / f"{os.getpid()}.db").replace(kept)
    return kept


def _made_by() -> str:
    """A digest of everything that the sample database is made by; the day is written in it too."""
    every = [*(ROOT / "model").rglob("*.py"), *(ROOT / "sample_data").rglob("*")]
    sources = sorted(path for path in every if path.is_file() and path.suffix != ".pyc")
    made = hashlib.sha256(date.today().isoformat().encode())
    for path in sources:
        made.update(path.read_bytes())
    return made.hexdigest()[:20]


def _sample(path: Path) -> Path:
    made = database.create(f"sqlite:///{path}")
    seeding.migrate(made)
    sample.load(made)
    with made.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    made.dispose()
    return path


def _awaited(path: Path) -> Path:
    """The file another worker is making."""
    for _ in range(PATIENCE):
        if path.exists():
            return path
        time.sleep(0.1)
    raise TimeoutError("the worker that makes the sample database did not finish")


@pytest.fixture
def sample_engine(request: pytest.FixtureRequest, sample_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """This test's own database (the one of FREMDRIFT_DATABASE_URL), filled with the sample data."""
    opened = _on_server(request, servers.SAMPLED) or _on_file(sample_file, tmp_path)
    yield opened
    opened.dispose()
