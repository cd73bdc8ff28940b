"""The progress pages in a browser: the theme's colours, tiles that lead on, tables that open, 400 % zoom."""

import re
from itertools import pairwise

import pytest

from model.charts.theme import DARK, LIGHT

JOBCENTER = "/jobcenter?jobcenter=751"
STROKES = """() => [...document.querySelectorAll('.js-plotly-plot .scatterlayer path.js-line')]
  .map((line) => getComputedStyle(line).stroke)"""


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[i:i + 2], 16)) for i in (1, 3, 5))})"


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)], ids=["light", "dark"])
def test_a_chart_is_drawn_in_the_colours_of_the_readers_theme(visit, sample_app, dark, palette):
    visitor = visit(sample_app, dark=dark)
    visitor.goto(JOBCENTER)
    assert {rgb(palette.main), rgb(palette.context)} == set(visitor.page.evaluate(STROKES))


def test_a_tile_leads_to_its_jobcenter_in_the_same_month(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/?maaned=2010-06")
    visitor.page.locator("a.fd-tile", has_text="Herning").click()
    visitor.settle()
    assert "jobcenter=657" in visitor.page.url
    assert "maaned=2010-06" in visitor.page.url
    assert visitor.page.locator("h1").first.inner_text().startswith("Herning")


def test_a_chart_opens_as_a_real_table_with_the_keyboard(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto(JOBCENTER)
    summary = visitor.page.locator("summary", has_text="Vis som tabel").first
    summary.focus()
    visitor.page.keyboard.press("Enter")
    table = visitor.page.locator("details[open] table").first
    assert table.is_visible()
    assert table.locator("thead th[scope=col]").count() >= 4
    assert table.locator("tbody th[scope=row]").count() >= 18


def test_the_choice_of_month_is_written_in_the_address_and_can_be_gone_back_from(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/")
    before = visitor.page.locator(".fd-line").inner_text()
    visitor.page.locator(".st-key-maaned input").click()
    visitor.page.keyboard.type("juni 2010")
    visitor.page.keyboard.press("Enter")
    visitor.settle()
    assert "maaned=2010-06" in visitor.page.url
    assert "juni 2010" in visitor.page.locator(".fd-line").inner_text()
    visitor.page.go_back()
    visitor.settle()
    assert visitor.page.locator(".fd-line").inner_text() == before


@pytest.mark.parametrize("path", ["/", JOBCENTER, "/metode", "/vejledning"])
def test_at_four_hundred_percent_zoom_nothing_is_cut_off(visit, sample_app, path):
    visitor = visit(sample_app, width=320, height=640)
    visitor.goto(path)
    wide = visitor.page.evaluate("""() => { const m = document.querySelector('[data-testid="stMain"]');
                                           return [m.scrollWidth, m.clientWidth]; }""")
    assert wide[0] <= wide[1] + 1


def test_the_page_has_one_heading_and_no_level_is_skipped(visit, sample_app):
    visitor = visit(sample_app)
    for path in ("/", JOBCENTER, "/metode", "/vejledning"):
        visitor.goto(path)
        levels = visitor.page.evaluate(
            "() => [...document.querySelectorAll('[data-testid=stMain] :is(h1,h2,h3)')].map((h) => +h.tagName[1])")
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_a_page_that_does_not_exist_is_said_in_danish(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/findes-ikke")
    assert "Her vises forsiden i stedet" in visitor.page.locator('[role="dialog"]').inner_text()
    assert not re.search(r"requested|exist", visitor.text())
