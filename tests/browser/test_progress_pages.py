"""The progress pages in a browser: the theme's colours, tiles that lead on, tables that open."""

import re

from model.drawing.theme import DARK, LIGHT

JOBCENTER = "/jobcenter?jobcenter=751&fane=Udvikling"
STROKES = """() => [...document.querySelectorAll('.js-plotly-plot .scatterlayer path.js-line')]
  .map((line) => getComputedStyle(line).stroke)"""


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[i:i + 2], 16)) for i in (1, 3, 5))})"


def test_a_chart_is_drawn_in_the_colours_of_the_readers_theme_and_opens_as_a_real_table_with_the_keyboard(
        visit, sample_app):
    visitor = visit(sample_app, dark=True)
    visitor.goto(JOBCENTER)
    assert {rgb(DARK.main), rgb(DARK.context)} == set(visitor.page.evaluate(STROKES))
    visitor.page.emulate_media(color_scheme="light")
    visitor.goto(JOBCENTER)
    assert {rgb(LIGHT.main), rgb(LIGHT.context)} == set(visitor.page.evaluate(STROKES))

    tool = visitor.page.locator("[class*='st-key-tools_']").first.get_by_role("radio", name="Tabel")
    tool.focus()
    visitor.page.keyboard.press("Enter")
    visitor.settle()
    table = visitor.page.get_by_role("region", name=re.compile("^Tabel: ")).first
    assert table.is_visible()
    assert table.locator("thead th[scope=col]").count() >= 4
    assert table.locator("tbody th[scope=row]").count() >= 18


def test_a_tile_leads_to_its_jobcenter_in_the_same_month(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/?maaned=2010-06")
    visitor.page.locator("a.fd-tile", has_text="Herning").click()
    visitor.settle()
    assert "jobcenter=657" in visitor.page.url
    assert "maaned=2010-06" in visitor.page.url
    assert visitor.page.locator("h1").first.inner_text().startswith("Herning")


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


def test_a_page_that_does_not_exist_is_said_in_danish(visit, sample_app):
    visitor = visit(sample_app)
    visitor.goto("/findes-ikke")
    assert "Her vises forsiden i stedet" in visitor.page.locator('[role="dialog"]').inner_text()
    assert not re.search(r"requested|exist", visitor.text())
