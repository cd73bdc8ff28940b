"""The offline file: every screen's numbers and words, in Danish, whole, and nothing in it reaches outside."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from model.basics.formatting import NBSP
from model.documents import offline
from model.documents.fitting_text import WHERE, fitted
from model.documents.screens import Screen, chosen, screens
from model.store.meeting_facts import Written
from model.subjects.goals.figures.coverage import default_month
from tests.model.publishing.first import published

STORY = "Tre kandidater begyndte i kantinen. To af dem er ansat nu, og den tredje er i gang med en uddannelse. "
OUTSIDE = re.compile(
    r"(?:src|href|action|poster)\s*=|url\((?!#)|@import|https?:|//\w|fetch\(|XMLHttp|WebSocket|import\(")


def story(title="Fra kantine til job", paragraphs=(STORY,)):
    return Screen(key="historie-7", name=f"God historie: {title}", title=title, subtitle="Viborg",
                  source="Kilde: Viborg", alt="God historie", paragraphs=paragraphs)


@pytest.fixture(scope="module")
def public(sampled):
    return published(sampled)


@pytest.fixture(scope="module")
def available(public):
    return screens(public, default_month(public))


def made(snapshot, found, **more):
    return offline.offline_html(found, snapshot=snapshot, month=default_month(snapshot), **more)


def root(code):
    """The file's screens as a tree: what is written is well formed."""
    return ET.fromstring(re.search(r"<main>.*</main>", code, re.S).group())


def plain(text):
    return " ".join(text.replace(NBSP, " ").split())


def said(element):
    return plain(" ".join(element.itertext()))


def test_every_screen_says_what_its_chart_says(public, available):
    sections = root(made(public, available)).findall("section")
    assert [section.get("id") for section in sections] == [screen.key for screen in available]
    for section, screen in zip(sections, available, strict=True):
        words = said(section)
        assert plain(screen.title) in words and plain(screen.subtitle) in words and plain(screen.source) in words
        for chart in [screen.chart] if screen.chart else [figure.bullet for figure in screen.figures]:
            assert any(picture.get("aria-label") == chart.alt for picture in section.iter("svg"))
            for cell in chart.table.astype(str).to_numpy().ravel():
                assert plain(cell) in words
        for figure in screen.figures:
            assert all(plain(part) in words for part in (figure.title, figure.figure, figure.words, *figure.sentences))


def test_what_the_pictures_write_is_what_the_charts_hold(public, available):
    sections = {section.get("id"): section for section in root(made(public, available)).findall("section")}
    written = {key: {plain(e.text) for e in section.iter("text")} for key, section in sections.items()}
    charts = {screen.key: screen.chart for screen in available if screen.chart}
    for tile in charts["fliser"].tiles:
        assert {plain(tile.name), plain(tile.figure), plain(tile.status)} <= written["fliser"]
    for group in charts["sammenligning"].shape.groups:
        for row in group.rows:
            assert {plain(row.name), plain(row.dots[0].label)} <= written["sammenligning"]
    for bar in charts["kurser"].shape.bars:
        assert {plain(bar.name), plain(bar.label)} <= written["kurser"]
    for key in ("maal1", "maal2"):
        assert {plain(series.label_last) for series in charts[key].series if series.label_last} <= written[key]


def test_it_is_danish_and_asks_nothing_of_anybody(public, available):
    code = made(public, [*available, story()])
    assert '<html lang="da">' in code
    assert "default-src 'none'" in code
    assert OUTSIDE.findall(code) == []


def test_a_story_can_write_no_code(public):
    code = made(public, [story(title="<script>alert(1)</script>", paragraphs=('<img src="x">',))])
    assert code.count("<script>") == 1
    assert "&lt;script&gt;alert(1)" in code and "&lt;img" in code


def test_it_says_that_figures_are_invented_and_small_ones_hidden(sampled, public, available):
    words = made(public, available)
    assert words.count('<strong class="invented">Eksempeldata – ikke virkelige tal</strong>') == len(available)
    assert words.count("<span>Små tal er udeladt, så de ikke kan regnes ud</span>") == len(available)
    internal = made(sampled, chosen(screens(sampled, default_month(sampled)), ()))
    assert "Små tal er udeladt" not in internal
    real = replace(public, uploads=public.uploads.assign(source="file"), written=Written())
    assert "Eksempeldata" not in made(real, [story()])


def test_the_screens_stand_in_the_order_asked_for(public, available):
    found = chosen(available, ("fliser", "findes_ikke", "status"))
    sections = root(made(public, found)).findall("section")
    assert [section.get("id") for section in sections] == ["fliser", "status"]
    assert [section.find("footer/p[@class='place']").text for section in sections] == ["1 af 2", "2 af 2"]


def test_it_may_begin_anywhere_within(public, available):
    assert 'data-start="2"' in made(public, available, start=2)
    assert f'data-start="{len(available) - 1}"' in made(public, available, start=99)


def test_before_the_first_figure_there_is_no_file(sampled):
    empty = replace(sampled, figures=sampled.figures.iloc[:0])
    with pytest.raises(offline.NothingYet, match="ingen tal endnu"):
        offline.offline_html([story()], snapshot=empty, month=empty.starts)


def test_the_file_is_small(public, available):
    assert len(made(public, available).encode()) < 150_000


def test_a_short_story_is_written_large_and_whole():
    assert fitted((STORY,)) == ("large", (STORY,))


def test_a_longer_story_is_still_whole():
    size, paragraphs = fitted((STORY * 4,) * 3)
    assert (size, paragraphs) == ("two", (STORY * 4,) * 3)


@pytest.mark.parametrize("paragraphs", [(STORY * 4,) * 15, (STORY * 60,), ("ord " * 1500,), ("x" * 6000,)])
def test_the_longest_stories_are_cut_and_say_where_the_rest_is(paragraphs):
    size, kept = fitted(paragraphs)
    assert size == "small"
    assert kept[-1] == WHERE and kept[-2].endswith("…")
    assert 800 < len(" ".join(kept)) < 3200
