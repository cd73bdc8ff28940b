"""Every page as a person meets it: Danish, quiet on the network, accessible, in light and dark and on a phone."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.programmes.current import PROGRAMME
from pages.shared import navigation
from tests.pages.folds import FOLDS

PAGES = [f"/{entry.address}" for entry in navigation.SHOWN]
GROUPS = [(programme, group) for programme, menu in navigation.MENUS.items()
          for group in (menu if programme == PROGRAMME.id else ("Status",))]  # the others' are the same pages
LAPTOP, PHONE = (1366, 768), (390, 844)
ZOOMED, MAGNIFIED = (683, 384), (320, 640)  # the laptop's screen at 200 and 400 %
ENGLISH = ["Browse files", "Upload", "Drag and drop", "per file", "Choose an option", "Choose options", "Select all",
           "No results", "Page not found", "Fullscreen", "Download as CSV", "Deploy", "Rerun", "Running", "View less",
           "View more", "Press Enter", "Clear value", "Show data", "No options to select", "Copy to clipboard", "Close",
           "available"]
LIGHT = "rgb(255, 255, 255)"
COLOURS = ["color-contrast", "link-in-text-block"]  # axe's rules that can be broken in one theme alone
COLOURED = {"", "jobcenter", "kurser", "kalender"}  # tiles and dots, charts, a matrix, lanes
WIDE = {"", "jobcenter", "sammenligning", "kurser", "raadgivning", "kalender", "dialogmoede", "indberetning"}
FIRST_LOADS = ("/jobcenter?jobcenter=791&pr=2010-04-12", "/findes-ikke", "/jobcenter?jobcenter=791", "/raadgivning")

CUT = """() => {
  const found = [], all = document.querySelectorAll('[data-testid="stMain"] *, [data-testid="stSidebar"] *');
  const out = (inner, outer) => inner.right > outer.right + 2 || inner.left < outer.left - 2;
  for (const e of all) {
    const box = e.getBoundingClientRect(), room = document.createRange();
    if (box.width < 3 || e.closest('svg, iframe, .fd-unseen, .fi-sr')) continue;
    if (e.matches('.stSelectbox input') && e.scrollWidth > e.clientWidth + 1
        && e.closest('.stSelectbox').dataset.whole !== e.value) found.push(e.value);
    if (![...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
    room.selectNodeContents(e);
    for (let a = e; a; a = a.parentElement) {
      const edge = a.getBoundingClientRect(), flow = getComputedStyle(a).overflowX;
      if (edge.width < 3 || flow === 'auto' || flow === 'scroll') break;
      if (flow !== 'visible' && out(room.getBoundingClientRect(), edge)) { found.push(e.innerText); break; }
    }
  }
  for (const word of document.querySelectorAll('.plot-container text'))
    if (out(word.getBoundingClientRect(), word.closest('svg').getBoundingClientRect())) found.push(word.textContent);
  return found;
}"""


def cut(visitor) -> list[str]:
    """Every text that does not stand whole where it is: labels, buttons, choices, heads of tables, words of charts."""
    found: list[str] = visitor.page.evaluate(CUT)
    return found


def fits(visitor) -> bool:
    """Whether the page is no wider than the window."""
    whole, seen = visitor.page.evaluate("""() => { const m = document.querySelector('[data-testid="stMain"]');
                                                   return [m.scrollWidth, m.clientWidth]; }""")
    return whole <= seen + 1


def faults(visitor, rules=()) -> set[str]:
    """What axe finds, by these rules or by all, the framework's own markup included."""
    asked = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    violations = Axe().run(visitor.page, options=asked).response["violations"]
    return {violation["id"] for violation in violations}


def sized(visitor, width: int, height: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": height})
    visitor.settle()


def lit(visitor, theme: str) -> None:
    visitor.page.emulate_media(color_scheme=theme)
    visitor.settle()


def walked(visitor, programme, group):
    """The addresses of a group's pages, with each of them opened: the first by its address, the others by the menu."""
    first, *others = navigation.MENUS[programme][group]
    visitor.goto(f"/{first.address}?indsats={programme}")
    yield first.address
    for entry in others:
        visitor.follow(entry.title)
        assert visitor.page.url.partition("?")[0] == f"{visitor.url}/{entry.address}"
        yield entry.address


@pytest.mark.parametrize(("programme", "group"), GROUPS)
def test_every_page_is_danish_and_accessible_the_coloured_in_the_dark_and_the_wide_on_a_phone(visit, sample_app,
                                                                                              programme, group):
    visitor = visit(sample_app)
    for address in walked(visitor, programme, group):
        reads_well_unfolded(visitor)
        if address in COLOURED:
            is_legible_in_the_dark(visitor)
        if address in WIDE:
            fits_small_windows(visitor)
        for name in visitor.tabs()[1:]:
            visitor.open_tab(name)
            reads_well_unfolded(visitor)
    assert visitor.sidebar_widths() == [256]
    assert visitor.outside == []
    assert visitor.errors == []


@pytest.mark.long
@pytest.mark.parametrize(("programme", "group"), GROUPS)
def test_every_page_is_accessible_in_the_dark_and_fits_a_phone(visit, sample_app, programme, group):
    visitor = visit(sample_app)
    for _ in walked(visitor, programme, group):
        for name in visitor.tabs() or [""]:
            visitor.open_tab(name)
            is_legible_in_the_dark(visitor)
            fits_small_windows(visitor)


def reads_well_unfolded(visitor):
    reads_well(visitor)
    if visitor.unfold(FOLDS):
        reads_well(visitor)


def reads_well(visitor):
    text = visitor.text()
    assert visitor.page.evaluate("document.documentElement.lang") == "da"
    assert visitor.page.query_selector('[data-testid="stException"]') is None
    assert [w for w in ENGLISH if re.search(rf"(?<!\w){re.escape(w)}(?!\w)", text)] == []
    assert "Eksempeldata" in text
    levels = visitor.page.evaluate(
        "() => [...document.querySelectorAll('[data-testid=stMain] :is(h1,h2,h3)')].map((h) => +h.tagName[1])")
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert faults(visitor) == set()


def is_legible_in_the_dark(visitor):
    """It is left in the light."""
    lit(visitor, "dark")
    assert visitor.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") != LIGHT
    assert faults(visitor, COLOURS) == set()
    lit(visitor, "light")


def fits_small_windows(visitor):
    """A phone's, and a laptop's where all is twice or four times as large; it is left in a laptop's."""
    widths = visitor.sidebar_widths()  # on a phone the menu has another
    sized(visitor, *PHONE)
    assert cut(visitor) == []
    assert fits(visitor)
    sized(visitor, *MAGNIFIED)
    assert fits(visitor)
    sized(visitor, *ZOOMED)
    assert cut(visitor) == []
    sized(visitor, *LAPTOP)
    visitor.page.evaluate("widths => { window.sidebarWidths = new Set(widths); }", widths)


def test_month_and_jobcenter_follow_the_reader_from_page_to_page(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/jobcenter?jobcenter=791&maaned=2010-03")
    visitor.follow("Regionen")
    assert "maaned=2010-03" in visitor.page.url
    assert "marts 2010" in visitor.text()


@pytest.mark.long
@pytest.mark.parametrize("path", FIRST_LOADS)
def test_the_menu_keeps_its_width_on_every_kind_of_first_load(visit, sample_app, path):
    visitor = visit(sample_app, new=True)
    visitor.goto(path)
    first = visitor.sidebar_widths()
    visitor.page.reload()
    visitor.settle()
    assert (first, visitor.sidebar_widths()) == ([256], [256])


def test_the_answer_stands_above_the_fold_on_a_laptop(visit, sample_app):
    visitor = visit(sample_app, width=1366, height=768)
    visitor.goto("/")
    heading = visitor.page.locator("h1").first
    assert re.search(r"jobcentre|jobcenter", heading.inner_text())
    for words in ("Mål 1", "Mål 2"):
        box = visitor.page.get_by_text(words, exact=False).nth(1).bounding_box()
        assert box is not None
        assert box["y"] < 768
