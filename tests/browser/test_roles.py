"""Each role in a real browser, signed in at a real provider: what the menu leads to is theirs and is all in Danish."""

import shutil

import pytest

from model.access.users import User
from model.access.viewer import Role
from tests.browser.signing import MANAGER, USERS, come_in, house, newcomer, provider
from tests.viewers import OWN

REFUSED = "Du har ikke adgang til det her"
CONSULTANT, OPERATIONS, GUEST = "konsulent@example", "drift@example", "gaest@example"
EVERYBODY = (*USERS, User(CONSULTANT, "konsulent", Role.CONSULTANT, frozenset({OWN, "661"})),
             User(OPERATIONS, "driftsansvarlig", Role.OPERATIONS), User(GUEST, "gæst", Role.PUBLIC))
OF_UNITS = ["Regionen", "Jobcenter", "Sammenligning", "Dialogmøde", "Konference", "Historier og eksempler",
            "Kalender og plan", "Kurser", "Hotline og rådgivning", "Virksomhedscentre", "Indlæs tal",
            "Indberetning og historik", "Mål og metode", "Vejledning"]
PHONE = pytest.param((390, 844), marks=pytest.mark.long)


@pytest.fixture(scope="module")
def home(browser, sample_file, tmp_path_factory):
    pytest.importorskip("oidc_provider_mock")
    folder = tmp_path_factory.mktemp("roles")
    shutil.copy(sample_file, folder / "app.db")
    with provider(folder) as described, house(folder, f"sqlite:///{folder / 'app.db'}", described,
                                              processes=1) as made:
        for user in EVERYBODY[len(USERS):]:
            made.record(user)
        yield made


@pytest.mark.parametrize("size", [(1366, 768), PHONE])
@pytest.mark.parametrize(("subject", "menu", "opens_on"), [
    (CONSULTANT, OF_UNITS, "jobcentre har nået"), (OPERATIONS, [], "brugere har adgang"),
    pytest.param(MANAGER, OF_UNITS, "Viborg har nået", marks=pytest.mark.long),
    pytest.param(GUEST, ["Konference", "Vejledning"], "Konference", marks=pytest.mark.long)])
def test_the_menu_of_a_role_leads_to_pages_that_are_shown(browser, home, subject, menu, opens_on, size):
    with newcomer(browser) as context:
        visitor = come_in(context.new_page(), home, subject)
        visitor.expect(opens_on)
        titles = visitor.page.locator('[data-testid="stSidebarNavLink"]').all_inner_texts()
        assert titles == menu
        visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
        for title in titles:
            visitor.follow(title) if size[0] > 640 else _on_a_phone(visitor, title)
            assert visitor.heading() not in (REFUSED, ""), title
            assert "Der skete en fejl" not in visitor.text(), title


def _on_a_phone(visitor, title):
    """The menu lies over the page there and is gone after each choice."""
    opens = visitor.page.get_by_test_id("stExpandSidebarButton")
    if opens.is_visible():
        opens.click()
        visitor.settle()
    visitor.follow(title)
