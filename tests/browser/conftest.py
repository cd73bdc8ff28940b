"""A real browser against the real app in a process and a database of its own. Skips with a reason without Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.running import Stage, app
from tests.browser.visitor import WATCH, Visitor

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


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
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts a browser with the arguments given beside our own. One driver serves all that a process starts."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium found: install it or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        yield lambda *more: playwright.chromium.launch(executable_path=path, args=[*QUIET, *more])


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    opened = launch()
    yield opened
    opened.close()


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
        visitor.page.on("console", visitor.heard)
        return visitor

    yield opened
    for visitor in visitors:
        _leave(visitor, seat)
    assert [said for visitor in visitors for said in visitor.violations] == []  # whatever was done on the way


def _leave(visitor: Visitor, seat: Page) -> None:
    """Leave nothing behind on the page that others sit down at, and no page else."""
    if visitor.page is not seat:
        visitor.page.context.close()
        return
    seat.remove_listener("request", visitor.asked)
    seat.remove_listener("pageerror", visitor.erred)
    seat.remove_listener("console", visitor.heard)
    if seat.url.startswith("http"):
        seat.evaluate("localStorage.clear(); sessionStorage.clear()")
    seat.goto("about:blank")
