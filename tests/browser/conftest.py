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
from playwright.sync_api import Browser, Error, Locator, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
# What a page is watched for from its first line on: when anything on it last moved, when the server was last asked for
# something it has not begun to answer, and every width the menu has had.
WATCH = """(() => {
  window.moved = performance.now();
  window.asked = null;
  window.sidebarWidths = new Set();
  const send = WebSocket.prototype.send, heard = new WeakSet();
  WebSocket.prototype.send = function (...said) {
    if (!heard.has(this)) { heard.add(this); this.addEventListener('message', () => { window.asked = null; }); }
    window.asked = performance.now();
    return send.apply(this, said);
  };
  let watched = null;
  const widths = new ResizeObserver(() => {
    window.sidebarWidths.add(Math.round(watched.getBoundingClientRect().width)); });
  new MutationObserver(() => {
    window.moved = performance.now();
    const sidebar = document.querySelector('[data-testid="stSidebar"]');
    if (sidebar && sidebar !== watched) widths.observe(watched = sidebar);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})()"""
STILL = """([long_enough, patience]) => {
  const app = document.querySelector('[data-testid="stApp"]'), now = performance.now();
  const still = app && app.getAttribute('data-test-script-state') === 'notRunning'
    && app.getAttribute('data-test-connection-state') === 'CONNECTED'
    && !document.querySelector('[data-testid="stSkeleton"]')
    && !document.getAnimations().some((each) => each instanceof CSSTransition && each.playState === 'running')
    && (window.asked === null || now - window.asked > patience);
  if (!still) window.moved = now;
  return still && now - window.moved >= long_enough; }"""
LONG_ENOUGH = 200  # milliseconds of standing still, after which nothing more comes of a click
OFTEN = 50  # milliseconds between two looks at whether it does; at every frame it would be the browser's main work
FOCUSED = "document.activeElement.innerText.replaceAll('\u00a0', ' ')"
PATIENCE = 3000  # milliseconds in which the server has begun to answer, if it answers at all


@pytest.hookimpl(tryfirst=True)
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


@pytest.fixture(scope="session")
def stage(browser: Browser, empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("app")
    shutil.copy(empty_file, folder / "app.db")
    with app(folder, FREMDRIFT_SAMPLE="never") as url:
        yield Stage(url, folder / "app.db")


@pytest.fixture
def sample_app(stage: Stage, sample_file: Path) -> str:
    """The app on the sample data, for tests that only read."""
    return stage.to_read(sample_file)


@pytest.fixture
def own_app(stage: Stage, empty_file: Path) -> str:
    """The app on an empty database of this test's own."""
    return stage.to_write(empty_file)


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
        self.page.evaluate("window.moved = performance.now()")
        self.page.wait_for_function(STILL, arg=[LONG_ENOUGH, PATIENCE], polling=OFTEN, timeout=60_000)

    def text(self) -> str:
        """Everything a reader sees, with plain spaces."""
        return self.page.inner_text("body").replace("\u00a0", " ")

    def expect(self, words: str) -> None:
        """Wait until the words stand on the page: an action's answer may come after a moment of stillness."""
        self.page.wait_for_function("w => document.body.innerText.replaceAll('\u00a0', ' ').includes(w)", arg=words,
                                    polling=OFTEN, timeout=60_000)

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

    def follow(self, title: str) -> None:
        """Go to the page of that title by the menu."""
        self.page.locator('[data-testid="stSidebarNavLink"]', has_text=title).click()
        self.settle()

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


    def press(self, key: str) -> None:
        """Press the button with this widget key by Enter, as one who has no mouse."""
        button = self.widget(key, "button")
        button.focus()
        button.press("Enter")

    def answered(self, words: str) -> None:
        """Wait until the focus stands on an answer with these words, which is announced too."""
        self.page.wait_for_function(f"words => {FOCUSED}.includes(words) && document.activeElement !== document.body",
                                    arg=words, polling=OFTEN, timeout=30_000)
        assert self.page.evaluate("document.activeElement.getAttribute('role')") in {"status", "alert"}

    def asked(self, request: Request) -> None:
        """Keep what is asked of any other machine."""
        if re.match(r"(https?|wss?)://(?!127\.0\.0\.1|localhost)", request.url):
            self.outside.append(request.url)

    def erred(self, error: Error) -> None:
        """Keep what went wrong in a script."""
        self.errors.append(str(error))


def _page(browser: Browser) -> Page:
    context = browser.new_context(locale="da-DK")
    context.add_init_script(WATCH)
    return context.new_page()


@pytest.fixture(scope="session")
def seat(browser: Browser) -> Iterator[Page]:
    """A page that one test after the other sits down at: what it has fetched and compiled is there for the next."""
    page = _page(browser)
    yield page
    page.context.close()


@pytest.fixture
def visit(browser: Browser, seat: Page) -> Iterator[Callable[..., Visitor]]:
    """Open an app as a visitor: ``visit(url, dark=False, width=1366)``; one who is new has fetched nothing before."""
    visitors: list[Visitor] = []

    def opened(url: str, *, dark: bool = False, width: int = 1366, height: int = 768, new: bool = False) -> Visitor:
        visitor = Visitor(_page(browser) if new else seat, url)
        visitors.append(visitor)
        visitor.page.emulate_media(color_scheme="dark" if dark else "light")
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.page.on("request", visitor.asked)
        visitor.page.on("pageerror", visitor.erred)
        return visitor

    yield opened
    for visitor in visitors:
        _leave(visitor, seat)


def _leave(visitor: Visitor, seat: Page) -> None:
    """Leave nothing behind on the page that others sit down at, and no page else."""
    if visitor.page is not seat:
        visitor.page.context.close()
        return
    seat.remove_listener("request", visitor.asked)
    seat.remove_listener("pageerror", visitor.erred)
    if seat.url.startswith("http"):
        seat.evaluate("localStorage.clear(); sessionStorage.clear()")
    seat.goto("about:blank")
