"""Signing in in tests: a real provider in a process of its own, an app that people sign in to, and a way in."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Browser, BrowserContext, Page

from model.access import users
from model.access.users import User
from model.access.viewer import Role
from model.store import database
from tests import viewers
from tests.browser.conftest import WATCH
from tests.browser.running import app, free_port, wait_for
from tests.browser.visitor import Visitor

SECRET = "kun-til-proever-og-ingen-andre-steder"  # signs the cookies of these apps
MANAGER, ORGANISER, STRANGER = "chef@viborg.example", "tovholder@example", "fremmed@example"
USERS = (User(MANAGER, "jobcenterchef", Role.JOBCENTER, frozenset({viewers.OWN}), MANAGER),
         User(ORGANISER, "tovholder", Role.REGION), User("anden@example", "anden tovholder", Role.REGION))
ELSEWHERE = "https://cdn.jsdelivr.net/**"  # the provider's own page asks for a stylesheet there


@contextmanager
def provider(folder: Path) -> Iterator[str]:
    """A provider of sign-ins that lets in whoever names themselves; yields the address it describes itself at."""
    port = free_port()
    log = (folder / "provider.log").open("w")
    process = subprocess.Popen([sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)],
                               stdout=log, stderr=log, cwd=folder)
    described = f"http://localhost:{port}/.well-known/openid-configuration"
    try:
        wait_for(described, process, folder / "provider.log")
        yield described
    finally:
        process.terminate()
        process.wait(15)
        log.close()


class Front:
    """What stands before the app's processes: sends each connection to the one that is ``to``."""

    def __init__(self) -> None:
        """Listens at once."""
        self.to = 0
        self.listens = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listens.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                came, _ = self.listens.accept()
            except OSError:  # it is closed
                return
            try:
                on = socket.create_connection(("127.0.0.1", self.to))
            except OSError:
                came.close()
                continue
            for source, target in ((came, on), (on, came)):
                threading.Thread(target=_pass_on, args=(source, target), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65_536):
            target.sendall(piece)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


@dataclass
class House:
    """Two processes of the app on one database, behind one address."""

    front: Front
    ports: tuple[int, int]
    database: str  # its address

    @property
    def url(self) -> str:
        """What people type."""
        return self.front.url

    def turn_to(self, at: int) -> None:
        """From the next connection on that process answers."""
        self.front.to = self.ports[at]

    def record(self, user: User) -> None:
        """Change how somebody is let in, as a command in a process of its own would."""
        recorded(self.database, user)


class Addressed(Protocol):
    """What people come to by an address."""

    @property
    def url(self) -> str:
        """What people type."""


def recorded(stored: str, *wanted: User) -> None:
    """Let these in, in the database of that address."""
    engine = database.create(stored)
    for user in wanted:
        users.record(engine, viewers.EVERYBODY, user, reason="Prøve")
    engine.dispose()


def settings(stored: str, url: str, described: str) -> dict[str, str]:
    """What each process is told that people sign in to at ``url``."""
    return {"FREMDRIFT_DATABASE_URL": stored, "FREMDRIFT_PUBLIC_URL": url, "FREMDRIFT_COOKIE_SECRET": SECRET,
            "FREMDRIFT_OIDC_CLIENT_ID": "fremdrift", "FREMDRIFT_OIDC_CLIENT_SECRET": "mellem-de-to",
            "FREMDRIFT_OIDC_METADATA_URL": described, "PYTHONWARNINGS": "ignore", "FREMDRIFT_SAMPLE": "never",
            "TZ": os.environ.get("TZ", "")}


@contextmanager
def house(folder: Path, address: str, described: str, *, processes: int = 2) -> Iterator[House]:
    """The app as people sign in to it, on the database of that address, which gets ``USERS``."""
    front = Front()
    told = settings(address, front.url, described)
    with ExitStack() as stack:
        urls = [stack.enter_context(app(folder, log_name=f"app{at}.log", **told)) for at in range(processes)]
        made = House(front, (_port(urls[0]), _port(urls[-1])), address)
        recorded(address, *USERS)
        made.turn_to(0)
        yield made
        front.listens.close()


def _port(url: str) -> int:
    return int(url.rpartition(":")[2])


@contextmanager
def newcomer(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been nowhere."""
    context = browser.new_context(locale="da-DK", viewport={"width": 1366, "height": 768}, ignore_https_errors=True)
    context.add_init_script(WATCH)
    context.route(ELSEWHERE, lambda route: route.abort())
    yield context
    context.close()


def come_in(page: Page, house: Addressed, subject: str, path: str = "/") -> Visitor:
    """Open the path, sign in as ``subject`` and come back to it."""
    visitor = Visitor(page, house.url)
    visitor.goto(path)
    visitor.widget("sign_in", "button").click()
    authorize(page, subject)
    page.wait_for_url(f"{house.url}/**")
    visitor.settle()
    return visitor


def authorize(page: Page, subject: str) -> None:
    """On the provider's page: be the one of that name."""
    page.locator("input[name=sub]").fill(subject)
    page.get_by_role("button", name="Authorize").click()
