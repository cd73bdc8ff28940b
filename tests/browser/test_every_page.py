"""Every page as a person meets it: Danish, quiet on the network, accessible, in light and dark and on a phone."""

import json
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages.shared import navigation
from tests.browser.conftest import app

PAGES = [f"/{entry.address}" for entries in navigation.MENU.values() for entry in entries]
ENGLISH = ["Browse files", "Upload", "Drag and drop", "per file", "Choose an option", "Choose options", "Select all",
           "No results", "Page not found", "Fullscreen", "Download as CSV", "Deploy", "Rerun", "Running", "View less",
           "View more", "Press Enter", "Clear value", "Show data", "No options to select", "Copy to clipboard", "Close",
           "available"]
LIGHT = "rgb(255, 255, 255)"
BASELINE = json.loads((Path(__file__).parent / "axe_baseline.json").read_text(encoding="utf-8"))


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


def faults(visitor) -> set[str]:
    """What axe finds beyond the written baseline of the framework's own faults."""
    return {v["id"] for v in Axe().run(visitor.page).response["violations"]} - set(BASELINE["accepted"])


@pytest.mark.parametrize("path", PAGES)
def test_page_is_danish_quiet_and_accessible_in_light_and_dark_and_fits_a_phone(visit, sample_app, path):
    visitor = visit(sample_app)
    visitor.goto(path)
    text = visitor.text()
    assert visitor.page.evaluate("document.documentElement.lang") == "da"
    assert visitor.page.query_selector('[data-testid="stException"]') is None
    assert [w for w in ENGLISH if re.search(rf"(?<!\w){re.escape(w)}(?!\w)", text)] == []
    assert "Eksempeldata" in text
    assert visitor.sidebar_widths() == [256]
    assert faults(visitor) == set()

    visitor.page.emulate_media(color_scheme="dark")
    visitor.settle()
    assert visitor.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") != LIGHT
    assert faults(visitor) == set()

    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.settle()
    assert cut(visitor) == []
    whole, seen = visitor.page.evaluate("""() => { const m = document.querySelector('[data-testid="stMain"]');
                                                   return [m.scrollWidth, m.clientWidth]; }""")
    assert whole <= seen + 1
    visitor.page.set_viewport_size({"width": 683, "height": 384})  # a laptop's screen at 200 %
    visitor.settle()
    assert cut(visitor) == []
    assert visitor.outside == []
    assert visitor.errors == []


def test_first_request_to_a_fresh_process_may_be_a_deep_link(visit, tmp_path, browser, sample_file):
    shutil.copy(sample_file, tmp_path / "app.db")
    with app(tmp_path) as url:
        visitor = visit(url)
        visitor.goto("/jobcenter?jobcenter=791&maaned=2010-03")
        text = visitor.text()
        assert "Viborg" in text
        assert "marts 2010" in text
        assert visitor.page.query_selector('[role="dialog"]') is None
        assert "jobcenter=791" in visitor.page.url


def test_month_and_jobcenter_follow_the_reader_from_page_to_page(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/jobcenter?jobcenter=791&maaned=2010-03")
    visitor.page.locator('[data-testid="stSidebarNavLink"]', has_text="Regionen").click()
    visitor.settle()
    assert "maaned=2010-03" in visitor.page.url
    assert "marts 2010" in visitor.text()


def test_the_menu_keeps_its_width_on_every_kind_of_first_load(visit, sample_app):
    for path in ("/jobcenter?jobcenter=791", "/jobcenter?jobcenter=791&pr=2010-04-12", "/raadgivning", "/findes-ikke"):
        visitor = visit(sample_app)
        visitor.goto(path)
        first = visitor.sidebar_widths()
        visitor.page.reload()
        visitor.settle()
        assert (first, visitor.sidebar_widths()) == ([256], [256]), path


def test_the_answer_stands_above_the_fold_on_a_laptop(visit, sample_app):
    visitor = visit(sample_app, width=1366, height=768)
    visitor.goto("/")
    heading = visitor.page.locator("h1").first
    assert re.search(r"jobcentre|jobcenter", heading.inner_text())
    for words in ("Mål 1", "Mål 2"):
        box = visitor.page.get_by_text(words, exact=False).nth(1).bounding_box()
        assert box is not None
        assert box["y"] < 768
