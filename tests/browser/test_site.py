"""The public site in a real browser, from a folder: axe finds nothing, it fits a phone, and nothing leaves it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from sqlmodel import Session

from model.commands import placing
from model.documents.site import public, site
from model.store import database

SIZES = [(1366, "light"), (1366, "dark"), (390, "light")]
# The smallest type of a picture, as it is shown; and what reaches beyond the window and is in no box that scrolls.
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.picture svg text')].map((t) => {
  const svg = t.ownerSVGElement;
  return svg.clientWidth ? t.getAttribute('font-size') * svg.clientWidth / svg.viewBox.baseVal.width : 99; }))"""
BEYOND = """() => [...document.querySelectorAll('body *')].filter((e) => !e.closest('.wide, .skip')
  && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((e) => e.outerHTML.slice(0, 80))"""

# Texts of a picture that is shown, which its edge cuts off.
CUT = """() => [...document.querySelectorAll('.picture svg')].filter((svg) => svg.clientWidth).flatMap((svg) =>
  [...svg.querySelectorAll('text')].filter((t) => {
    const a = t.getBoundingClientRect(), b = svg.getBoundingClientRect();
    return a.left < b.left - 1 || a.right > b.right + 1; }).map((t) => t.textContent))"""


@pytest.fixture(scope="module")
def folder(sample_file, tmp_path_factory):
    """The sample's site, in a folder whose name has spaces and Danish letters."""
    opened = database.create(f"sqlite:///{sample_file}")
    with Session(opened) as session:
        files = site.files(public.read(session))
    opened.dispose()
    made = tmp_path_factory.mktemp("web") / "min blå mappe"
    placing.place(made, files)
    return made


def pages(folder: Path) -> list[Path]:
    """The pages, of the editions the first and the newest."""
    editions = sorted(folder.glob("udgivelse/*/index.html"), key=lambda path: int(path.parent.name))
    return [folder / "index.html", *sorted(folder.glob("[bhk]*/index.html")), editions[0], editions[-1]]


@pytest.fixture
def reader(browser):
    """Opens a window of a width in light or dark; what it asked for and complained of is kept."""
    contexts = []

    def opened(width, scheme):
        context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, locale="da-DK")
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("width", "scheme"), SIZES)
def test_every_page_is_accessible_fits_the_window_and_asks_for_nothing_outside(reader, folder, width, scheme):
    page, asked, complaints = reader(width, scheme), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for path in pages(folder):
        page.goto(path.as_uri())
        assert complaints == [], path
        assert page.evaluate(BEYOND) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == width
        if page.locator(".picture svg:visible").count():
            assert page.evaluate(SMALLEST) >= 12, path
            assert page.evaluate(CUT) == [], path
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path
        complaints.clear()  # of axe's own, which would read the stylesheet
    assert {address for address in asked if not address.startswith((folder.as_uri(), "data:"))} == set()


def test_the_first_key_leads_past_the_menu_and_a_link_to_an_edition(reader, folder):
    page = reader(1366, "light")
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gå til indhold"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "indhold"
    page.get_by_role("link", name="Alle figurer, tabeller og tal i udgivelse").click()
    assert page.title().startswith("Udgivelse ")
    page.get_by_role("link", name="Forside").click()
    assert page.locator(".kicker").inner_text().startswith("Udgivelse ")


def test_in_dark_the_pictures_are_drawn_in_the_dark_colours(reader, folder):
    newest = pages(folder)[-1].as_uri()
    grounds = {}
    for scheme in ("light", "dark"):
        page = reader(1366, scheme)
        page.goto(newest)
        grounds[scheme] = page.evaluate("[...document.querySelectorAll('svg *')].map((e) => getComputedStyle(e).fill)")
    assert not {"rgb(26, 26, 26)", "rgb(18, 67, 109)", "rgb(255, 255, 255)"} & set(grounds["dark"])
    assert {"rgb(26, 26, 26)", "rgb(18, 67, 109)"} <= set(grounds["light"])


def test_on_paper_nothing_is_cut_off_and_the_tables_stand_there(reader, folder):
    page = reader(1366, "dark")
    page.goto(pages(folder)[-1].as_uri())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 690, "height": 1000})  # A4 within its margins
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("[...document.querySelectorAll('svg')].filter((s) => s.clientWidth > 690).length") == 0
    assert not page.locator("nav").first.is_visible()
