"""Regionen: the answer in the heading, the same figures everywhere, and written words where there is nothing."""

import json

from sqlalchemy import Engine

from model.store import database
from model.store.tables.base import Figure
from tests.pages.data_pages import said
from tests.pages.opening import LAST, LEMVIG, REGION, TRAITS, fill, opened

SAMSO = "741"
UPLOADS = 7  # one a month, September to March


def hide(engine: Engine, code: str) -> None:
    """The jobcenter's total of the last month as its sender would withhold it."""
    with database.write(engine) as session:
        figure = session.get_one(Figure, {"jobcenter": code, "month": LAST, "upload_id": UPLOADS,
                                          "measure": "virksomhedsaktivering_i_alt"})
        figure.value, figure.mark = None, "hidden"


def test_the_heading_is_the_finding_and_the_line_says_how_sure(engine):
    fill(engine)
    words = said(opened(REGION))
    assert "18 af 19 jobcentre har nået Mål 1. Det sidste mangler 24 personer" in words.replace("\u00a0", " ")
    assert "Endelige tal til og med marts 2010 · alle 19 jobcentre · opgjort 10. april 2010" in words


def html_of(app):
    return " ".join(element.proto.body for element in app.get("html"))


def test_both_goals_tiles_table_and_trend_are_there(engine):
    fill(engine)
    app = opened(REGION)
    words = said(app)
    for part in ("Mål 2: selvforsørgende 4 uger efter", "Det skal vi tale om", "Kilde: jobcentrenes månedstal"):
        assert part in words
    html = " ".join(element.proto.body for element in app.get("html"))
    assert html.count('class="fd-tile ') == 19
    assert html.count('href="./jobcenter?jobcenter=791"') == 1
    assert "<h1>" in html
    assert len(app.get("plotly_chart")) == 0
    assert len(opened(REGION, fane="Udvikling").get("plotly_chart")) == 2


def test_the_tiles_table_and_explanation_are_made_when_they_are_asked_for(engine):
    fill(engine)
    app = opened(REGION)
    assert "Hver flise er et jobcenter" not in said(app) and "<table" not in html_of(app)
    asked = app.pills(key="tool_fliser").set_value("Tabel").run()
    assert html_of(asked).count('href="./jobcenter?jobcenter=791"') == 2  # the tile and the table's row
    assert "Hver flise er et jobcenter" in said(app.pills(key="tool_fliser").set_value("Sådan læses figuren").run())
    assert "<table" not in html_of(app.pills(key="tool_fliser").set_value(None).run())


def test_the_chart_has_a_name_for_those_who_cannot_see_it(engine):
    fill(engine)
    first, second = (chart.proto.alt for chart in opened(REGION, fane="Udvikling").get("plotly_chart"))
    assert first.startswith("Linjediagram. Hele regionen: andelen steg fra")
    assert second.replace("\u00a0", " ").startswith("Linjediagram. Regionen ligger klart over 20 %: ")
    assert max(len(first), len(second)) <= 250


def test_a_missing_jobcenter_comes_before_every_other_finding(engine):
    fill(engine, silent=(LEMVIG,))
    app = opened(REGION)
    words = said(app)
    assert "<h1>1\u00a0jobcenter mangler tal for marts 2010</h1>" in " ".join(e.proto.body for e in app.get("html"))
    assert "18 af 19 · mangler Lemvig · opgjort" in words
    assert "Lemvig mangler tal for marts 2010." in words


def test_who_is_not_in_the_sums_is_counted_beside_the_share_and_named_beside_the_shortfall(engine):
    fill(engine)
    hide(engine, SAMSO)
    words = said(opened(REGION)).replace("\u00a0", " ")
    activated = sum(begun + 6 * more for _, begun, more in TRAITS.values()) + 16 * (30 + 6 * 3)
    persons = sum(group for group, _, _ in TRAITS.values()) + 16 * 300
    share = f"{100 * activated / persons:.1f}".replace(".", ",")
    thousands = f"{persons:,}".replace(",", ".")
    assert f"Hele regionen (18 af 19 jobcentre): {share} % ({activated} af {thousands}) i virk" in words
    assert "Der skal 2 flere i gang om måneden til og med juni 2011. Hidtil er der ikke kommet flere i gang." in words
    assert "Det gælder det ene jobcenter, der mangler personer. Samsø er ikke regnet med." in words
    assert "Mål 1 kan ikke opgøres for Samsø, da små tal er skjult af afsenderen." in words
    assert "17 af 19 jobcentre har nået Mål 1. 1 mangler 24 personer, og 1 kan ikke opgøres" in words


def test_everybody_in_the_sums_is_not_worth_a_word(engine):
    fill(engine)
    words = said(opened(REGION)).replace("\u00a0", " ")
    assert "Hele regionen: " in words
    assert "(uden " not in words
    assert "af 19 jobcentre):" not in words


def test_goal_2_has_a_trend_that_ends_in_the_cards_own_number(engine):
    fill(engine)
    app = opened(REGION, fane="Udvikling")
    words = said(app).replace("\u00a0", " ")
    courses, good = 19 * 12 * 3, 19 * 3 * 3  # October, November and December, from every jobcenter
    assert f"Regionen ligger klart over 20 %: {good} af {courses} er selvforsørgende" in words
    assert f"De seneste målbare måneder (okt. 2009–dec. 2009): {good} af {courses} er selvforsørgende." in words
    spec = json.loads(app.get("plotly_chart")[1].proto.spec)
    assert [trace["name"] for trace in spec["data"]] == ["Hele regionen"]
    assert any(shape["y0"] == shape["y1"] == 20 for shape in spec["layout"]["shapes"])


def test_an_empty_database_is_described_and_not_drawn(engine):
    app = opened(REGION)
    words = said(app)
    assert "Ingen tal for oktober 2009 endnu. Ingen af de 19 jobcentre har indberettet." in words
    assert not app.get("plotly_chart")
    assert "Eksempeldata" not in words


def test_the_month_of_the_address_is_shown_and_passed_on(engine):
    fill(engine)
    app = opened(REGION, maaned="2009-12")
    assert "Endelige tal til og med december 2009" in said(app)
    html = " ".join(element.proto.body for element in app.get("html"))
    assert 'href="./jobcenter?maaned=2009-12&amp;jobcenter=791"' in html


def test_a_month_nobody_has_reported_says_who_is_waited_for(engine):
    fill(engine)
    assert "Ingen tal for maj 2010 endnu." in said(opened(REGION, maaned="2010-05"))


def test_invented_figures_say_so_at_the_top(engine):
    fill(engine, source="sample")
    words = said(opened(REGION))
    assert "Eksempeldata – ikke virkelige tal" in words
    assert "Kilde: eksempeldata, opdigtede tal" in words


def test_the_national_goal_is_only_context(engine):
    fill(engine)
    assert "De 9.000 personer i Mål 1 er et tal for hele landet." in said(opened(REGION, fane="Udvikling"))
