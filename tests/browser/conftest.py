"""A real browser against the real app in a process and a database of its own. Skips with a reason without Chromium."""

import itertools
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).parents[2]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
STILL = """for_ms => { const a = document.querySelector('[data-testid="stApp"]');
  const still = a && a.getAttribute('data-test-script-state') === 'notRunning'
    && a.getAttribute('data-test-connection-state') === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"]');
  window.stillSince = still ? window.stillSince ?? performance.now() : null;
  return still && performance.now() - window.stillSince >= for_ms; }"""
LONG_ENOUGH = 250  # milliseconds of standing still, after which nothing more comes of a click


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests are those that lie here."""
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


def chromium() -> str | None:
    """The browser's path: CHROMIUM, or one found on the path."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("no Chromium found: install it or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


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
        [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)],
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


@pytest.fixture(scope="session")
def sample_app(browser: Browser, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One app on the sample data, shared by tests that only read: a copy, so that no first visit waits for a load."""
    folder = tmp_path_factory.mktemp("sample_app")
    shutil.copy(sample_file, folder / "app.db")
    with app(folder) as url:
        yield url


@pytest.fixture(scope="session")
def _emptied_app(browser: Browser, empty_file: Path,
                 tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """One app for all the tests that each want an empty database: it is emptied under it, which starting it is not."""
    folder = tmp_path_factory.mktemp("own_app")
    shutil.copy(empty_file, folder / "app.db")
    versions = itertools.count(1_000, 1_000)
    with app(folder, FREMDRIFT_SAMPLE="never") as url:
        def emptied() -> str:
            _empty(folder / "app.db", empty_file, version=next(versions))
            return url

        yield emptied


def _empty(path: Path, empty: Path, *, version: int) -> None:
    """Lay an empty database over one that is in use, as of a version the app has seen nothing of."""
    with closing(sqlite3.connect(empty)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
        target.execute("UPDATE data_version SET n = ?", (version,))
        target.commit()


@pytest.fixture
def own_app(_emptied_app: Callable[[], str]) -> str:
    """An app on an empty database of this test's own."""
    return _emptied_app()


SIDEBAR = """window.sidebarWidths = new Set();
  requestAnimationFrame(function look() {
    const sidebar = document.querySelector('[data-testid="stSidebar"]');
    if (sidebar) window.sidebarWidths.add(Math.round(sidebar.getBoundingClientRect().width));
    requestAnimationFrame(look);
  });"""


@dataclass
class Visitor:
    """A page with what went wrong behind it."""

    page: Page
    url: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def goto(self, path: str) -> None:
        """Open the address and wait until the script stands still."""
        self.page.goto(self.url + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has finished and nothing has been drawn for a while."""
        self.page.evaluate("window.stillSince = null")
        self.page.wait_for_function(STILL, arg=LONG_ENOUGH, timeout=60_000)

    def text(self) -> str:
        """Everything a reader sees, with plain spaces."""
        return self.page.inner_text("body").replace("\u00a0", " ")

    def expect(self, words: str) -> None:
        """Wait until the words stand on the page: an action's answer may come after a moment of stillness."""
        self.page.wait_for_function("w => document.body.innerText.replaceAll('\u00a0', ' ').includes(w)", arg=words,
                                    timeout=60_000)

    def sidebar_widths(self) -> list[int]:
        """Every width the menu has had since the address was opened."""
        found: list[int] = self.page.evaluate("[...window.sidebarWidths]")
        return found

    def heading(self) -> str:
        """The page's heading, with plain spaces."""
        return self.page.locator("h1").first.inner_text().replace("\u00a0", " ")

    def widget(self, key: str, part: str) -> Locator:
        """A part of the widget whose key is this, alone or with what its form is about and its turn behind."""
        return self.page.locator(f":is(.st-key-{key}, [class*='st-key-{key}_']) {part}").first

    def click(self, key: str) -> None:
        """Press the button with this widget key."""
        self.widget(key, "button").click()
        self.settle()

    def fill(self, key: str, text: str) -> None:
        """Write in the field with this widget key, and leave it."""
        box = self.widget(key, ":is(input, textarea)")
        box.fill(text)
        box.press("Tab")
        self.settle()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """Open an app as a visitor: ``visit(url, dark=False, width=1366)``."""
    contexts = []

    def opened(url: str, *, dark: bool = False, width: int = 1366, height: int = 768) -> Visitor:
        context = browser.new_context(locale="da-DK", viewport={"width": width, "height": height},
                                      color_scheme="dark" if dark else "light")
        contexts.append(context)
        context.add_init_script(SIDEBAR)
        visitor = Visitor(context.new_page(), url)
        visitor.page.on("request", lambda r: visitor.outside.append(r.url)
                        if re.match(r"(https?|wss?)://(?!127\.0\.0\.1|localhost)", r.url) else None)
        visitor.page.on("pageerror", lambda e: visitor.errors.append(str(e)))
        return visitor

    yield opened
    for context in contexts:
        context.close()
