"""The round trip of signing in: a real browser, a real provider, two processes of the app on one database."""

import shutil
from contextlib import closing
from dataclasses import replace

import pytest
from sqlmodel import Session

from model.access import log
from model.access.log import Act, Wanted
from model.backup import moving
from model.store import database
from tests.browser.signing import MANAGER, ORGANISER, STRANGER, USERS, authorize, come_in, house, newcomer, provider
from tests.browser.visitor import Visitor
from tests.postgres import POSTGRES
from tests.servers import address

DEEP = "/sammenligning?maaned=2010-03&jobcenter=779"
OUT = "Log ind"


@pytest.fixture(scope="module", params=["sqlite", POSTGRES])
def home(request, browser, sample_file, tmp_path_factory):
    pytest.importorskip("oidc_provider_mock")
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(sample_file, folder / "app.db")
    stored = f"sqlite:///{folder / 'app.db'}"
    if request.param != "sqlite":
        stored = moved(stored, address(request.getfixturevalue("server").anew(name="house")))
    with provider(folder) as described, house(folder, stored, described) as made:
        yield made


def moved(source, target):
    """The sample on a server; the address it is at."""
    engines = [database.create(source), database.create(target)]
    moving.move(engines[0], engines[1])
    for engine in engines:
        engine.dispose()
    return target


@pytest.fixture
def someone(browser, home):
    home.turn_to(0)
    with newcomer(browser) as context:
        yield context


def acts(home, subject, act):
    engine = database.create(home.database)
    with closing(engine.raw_connection()), Session(engine) as session:
        return log.entries(session, Wanted(subject=subject, act=act))


def test_the_first_hit_of_a_fresh_process_on_a_deep_link_is_the_door_and_leads_back_with_its_query(someone, home):
    page = someone.new_page()
    visitor = Visitor(page, home.front.url)
    visitor.goto(DEEP)
    assert visitor.heading() == OUT
    assert page.locator('[data-testid="stSidebarNavLink"]').count() == 0
    assert "Skive" not in visitor.text()
    visitor.widget("sign_in", "button").click()
    authorize(page, ORGANISER)
    page.wait_for_url(f"{home.front.url}{DEEP}")
    visitor.settle()
    assert "Skive" in visitor.text()
    assert "tovholder" in visitor.text()
    assert [cookie["name"] for cookie in someone.cookies() if cookie["name"] == "fremdrift_wanted"] == []
    assert len(acts(home, ORGANISER, Act.SIGNED_IN)) == 1


def test_a_manager_comes_to_the_own_jobcenter_and_can_go_on_from_there(someone, home):
    visitor = come_in(someone.new_page(), home, MANAGER)
    visitor.page.wait_for_url("**/jobcenter?**jobcenter=791**")
    visitor.expect("Viborg")
    visitor.follow("Regionen")
    assert "/jobcenter" not in visitor.page.url


def test_who_is_no_user_is_told_whom_to_ask_and_sees_no_figure(someone, home):
    visitor = come_in(someone.new_page(), home, STRANGER, DEEP)
    assert visitor.heading() == "Du har ikke adgang"
    assert STRANGER in visitor.text()
    assert "Skive" not in visitor.text()
    assert visitor.page.locator('[data-testid="stSidebarNavLink"]').count() == 0


def test_signed_out_in_one_tab_and_process_is_out_in_every_other_at_the_next_click(someone, home):
    first = come_in(someone.new_page(), home, ORGANISER, DEEP)
    kept = someone.cookies()
    home.turn_to(1)
    second = Visitor(someone.new_page(), home.front.url)
    second.goto("/jobcenter?jobcenter=791")
    second.expect("Viborg")  # the other process knows the cookie
    second.widget("sign_out", "button").click()
    second.page.wait_for_url("http://localhost:*/**")  # the provider's own end of the session
    first.follow("Jobcenter")
    assert first.heading() == "Log ind igen"
    names = [each["name"] for each in someone.cookies(home.front.url)]
    assert [name for name in names if name.startswith("_streamlit_user")] == []
    replayed(someone, home, kept)
    assert len(acts(home, ORGANISER, Act.SIGNED_OUT)) == 1


def replayed(someone, home, kept):
    """A cookie that was copied before opens nothing, in either process."""
    for process in (0, 1):
        home.turn_to(process)
        someone.add_cookies(kept)
        thief = Visitor(someone.new_page(), home.front.url)
        thief.goto(DEEP)
        assert thief.heading() == "Log ind igen"
        assert "Skive" not in thief.text()
        assert someone.request.get(f"{home.front.url}/media/0a1b2c.xlsx").status == 401


def test_who_loses_access_between_two_clicks_is_out_at_the_second_in_two_tabs(someone, home):
    tabs = [come_in(someone.new_page(), home, MANAGER, DEEP)]
    tabs.append(Visitor(someone.new_page(), home.front.url))
    tabs[1].goto(DEEP)
    assert ["Skive" in tab.text() for tab in tabs] == [True, True]
    home.record(replace(USERS[0], active=False))
    for tab in tabs:
        tab.follow("Kalender og plan")
        assert tab.heading() == "Du har ikke adgang"
        assert tab.page.locator('[data-testid="stSidebarNavLink"]').count() == 0
    home.record(USERS[0])


def test_a_file_that_was_made_for_somebody_is_for_who_is_in(someone, home):
    visitor = come_in(someone.new_page(), home, ORGANISER, DEEP)
    assert someone.request.get(f"{home.front.url}/media/0a1b2c.xlsx").status == 404  # let in, and not there
    bare = visitor.page.context.browser.new_context()
    assert bare.request.get(f"{home.front.url}/media/0a1b2c.xlsx").status == 401
    bare.close()


def test_news_by_mail_are_turned_on_by_oneself_and_a_double_click_is_one(someone, home):
    visitor = come_in(someone.new_page(), home, MANAGER, "/metode")
    assert visitor.unfold(["own_news_panel"])
    visitor.expect("Du får ikke mail.")
    visitor.widget("own_news_save", "button").dblclick()
    visitor.expect("Nyt på mail er slået til.")
    visitor.settle()
    assert "Slå mail fra" in visitor.text()
    assert [entry.about for entry in acts(home, MANAGER, Act.TURNED_NEWS)] == ["til"]
