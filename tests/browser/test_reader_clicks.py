"""How many clicks a reader's question takes: a jobcenter's manager's on its page, the region's on the front page."""

import pytest

from tests.browser.clicks import Clicks

OWN = "/jobcenter?jobcenter=779"


@pytest.fixture
def region(visit, sample_app):
    """The employment region, on the front page."""
    visitor = visit(sample_app)
    visitor.goto("/")
    return Clicks(visitor)


@pytest.fixture
def manager(visit, sample_app):
    """A jobcenter's manager, on the own jobcenter's page."""
    visitor = visit(sample_app)
    visitor.goto(OWN)
    return Clicks(visitor)


def fetched(clicks, label):
    """The name of the file that a click on the button fetches."""
    with clicks.visitor.page.expect_download(timeout=60_000) as download:
        clicks.named(label)
    return download.value.suggested_filename


def test_a_manager_sees_status_agreements_and_who_is_alike_without_a_click(manager):
    text = manager.visitor.text()
    assert "Skive er over 16 %, men mangler 5 personer" in manager.visitor.heading()
    for words in ("Hvad skal der til?", "Hvad aftalte vi sidst?", "jobcentre på jeres størrelse"):
        assert words in text
    assert manager.count == 0


def test_a_manager_has_the_dialogark_in_one_click(manager):
    assert fetched(manager, "Hent dialogark (PDF)") == "dialogark_skive_2011-02.pdf"
    assert manager.count == 1


def test_a_manager_learns_why_the_share_moved_in_one_click(manager):
    manager.on(manager.visitor.page.get_by_role("tab", name="Hvorfor flyttede det sig?"))
    manager.visitor.expect("procentpoint")
    assert manager.count == 1


def test_the_own_jobcenter_is_one_click_from_the_front_page(region):
    region.on(region.visitor.page.locator("a.fd-tile", has_text="Skive"))
    region.visitor.expect("Skive er over 16 %")
    assert region.count == 1


def test_the_region_sees_whom_to_talk_to_without_a_click(region):
    text = region.visitor.text()
    assert "Det skal vi tale om" in text and "Længst fra Mål 1" in text
    assert region.count == 0


def test_the_region_shows_the_new_month_on_the_wall_in_three(region):
    region.button("newer")
    region.visitor.expect("Foreløbige tal for marts 2011")
    region.follow("Konference")
    region.button("conference_start")
    region.visitor.page.frame_locator("iframe").locator("section").first.wait_for()
    assert region.count <= 3


def test_the_region_has_all_sheets_in_one_click(region):
    assert fetched(region, "Alle dialogark (zip)") == "dialogark_2011-02.zip"
    assert region.count == 1
