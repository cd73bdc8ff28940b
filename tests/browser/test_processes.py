"""Two processes on one PostgreSQL behind nginx, as ``docs/drift`` sets it up: a real browser, a real provider."""

import ssl
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from tests import proxied
from tests.browser.running import app, free_port
from tests.browser.signing import ORGANISER, USERS, come_in, newcomer, provider, recorded, settings
from tests.browser.test_main_job import BASELINE, payload, put
from tests.browser.visitor import Visitor
from tests.servers import address

pytestmark = [pytest.mark.long, pytest.mark.postgres]
UNSURE = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # the proxy signs for itself
UNSURE.check_hostname, UNSURE.verify_mode = False, ssl.CERT_NONE
OTHER = BASELINE.replace("2009-09", "2009-10")
HISTORY = "/indberetning?fane=Historik"


@dataclass(frozen=True)
class Street:
    """The processes behind the proxy. logs: of each; secure: the proxy's port."""

    logs: tuple[Path, Path]
    secure: int
    url: str = proxied.PUBLIC

    def places(self) -> list[str]:
        """For each process a place that the proxy leads to it: the cookie that it would have given."""
        led: dict[int, str] = {}
        for number in count():
            if len(led) == len(self.logs):
                break
            before = [log.stat().st_size for log in self.logs]
            self._knock(f"plads{number}")
            [process] = [at for at, log in enumerate(self.logs) if log.stat().st_size > before[at]]
            led.setdefault(process, f"plads{number}")
        return [led[process] for process in range(len(self.logs))]

    def _knock(self, place: str) -> None:
        """Ask for what every process logs that it was asked for."""
        asked = urllib.request.Request(f"https://127.0.0.1:{self.secure}/api/status",
                                       headers={"Host": proxied.HOST, "Cookie": f"{proxied.PLACE}={place}"})
        with suppress(urllib.error.HTTPError):  # nobody is let in without a token
            urllib.request.urlopen(asked, timeout=proxied.PATIENCE, context=UNSURE).close()


@pytest.fixture(scope="module")
def street(server, tmp_path_factory) -> Iterator[Street]:
    if lacks := proxied.lacking():
        pytest.skip(f"what stands before the processes is not here: {lacks}")
    pytest.importorskip("oidc_provider_mock")
    folder, stored, secure = tmp_path_factory.mktemp("street"), address(server.anew(name="street")), free_port()
    with ExitStack() as stack:
        told = settings(stored, proxied.PUBLIC, stack.enter_context(provider(folder)))
        urls = [stack.enter_context(app(folder, log_name=f"app{at}.log", **told)) for at in (0, 1)]
        recorded(stored, *USERS)
        ports = [int(url.rpartition(":")[2]) for url in urls]
        stack.enter_context(proxied.proxied(folder, ports, plain=free_port(), secure=secure))
        yield Street((folder / "app0.log", folder / "app1.log"), secure)


@pytest.fixture(scope="module")
def places(street):
    return street.places()


@pytest.fixture(scope="module")
def own_browser(street, launch):
    """One that finds the address people type at the proxy."""
    opened = launch(f"--host-resolver-rules=MAP {proxied.HOST}:443 127.0.0.1:{street.secure}")
    yield opened
    opened.close()


@pytest.fixture
def someone(own_browser):
    with newcomer(own_browser) as context:
        yield context


def sits(context, place):
    """From the next request on the browser belongs to that process."""
    context.add_cookies([{"name": proxied.PLACE, "value": place, "url": proxied.PUBLIC, "secure": True}])


def test_a_browser_gets_a_place_and_keeps_it_and_what_is_sent_is_compressed(someone, street):
    page = someone.new_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer.headers.get("content-encoding")))
    visitor = Visitor(page, street.url)
    visitor.goto("/")
    [place] = [each["value"] for each in someone.cookies() if each["name"] == proxied.PLACE]
    visitor.goto("/kurser")
    assert [each["value"] for each in someone.cookies() if each["name"] == proxied.PLACE] == [place]
    assert "gzip" in answers


def test_signed_in_by_one_process_is_in_at_the_next_click_on_another_and_out_there_too(someone, street, places):
    sits(someone, places[0])
    first = come_in(someone.new_page(), street, ORGANISER, "/kurser")
    assert "tovholder" in first.text()
    sits(someone, places[1])
    second = Visitor(someone.new_page(), street.url)
    second.goto("/kurser")
    assert "tovholder" in second.text()
    second.widget("sign_out", "button").click()
    second.page.wait_for_url("http://localhost:*/**")
    first.follow("Jobcenter")
    assert first.heading() == "Log ind igen"


def test_saved_by_one_process_is_seen_at_the_next_click_on_another(own_browser, street, places):
    with newcomer(own_browser) as one, newcomer(own_browser) as another:
        for context, place in ((one, places[0]), (another, places[1])):
            sits(context, place)
        reader = come_in(another.new_page(), street, ORGANISER, HISTORY)
        assert "start.csv" not in reader.text()
        sender = come_in(one.new_page(), street, ORGANISER, "/indlaes")
        put(sender, payload("start.csv", BASELINE))
        sender.expect("Filen kan gemmes")
        sender.click("apply")
        sender.expect("Filen er gemt")
        reader.follow("Indberetning og historik")
        reader.open_tab("Historik")
        reader.expect("start.csv")


def test_a_file_that_comes_to_another_process_than_the_page_is_refused_and_can_be_sent_again(someone, street, places):
    sits(someone, places[0])
    visitor = come_in(someone.new_page(), street, ORGANISER, "/indlaes")
    sits(someone, places[1])
    put(visitor, payload("anden.csv", OTHER))
    visitor.expect("Filen kom ikke frem: forbindelsen blev afbrudt.")
    assert "Error" not in visitor.text()
    sits(someone, places[0])
    put(visitor, payload("anden.csv", OTHER))
    visitor.expect("Filen kan gemmes")
