"""A status's sign: one description of its strokes, the same wherever it is drawn."""

import re
from urllib.parse import unquote

import pandas as pd
import pytest

from model.drawing.signs import CROSS, STROKES, TICK
from model.drawing.svg import marks
from model.drawing.theme import SYMBOLS
from pages.shared import drawing

DRAWN = sorted(STROKES)


def test_every_mark_but_a_question_and_a_plain_dot_is_drawn_inside_its_square():
    assert set(SYMBOLS) - set(STROKES) == {"unsettled", "plain"}
    assert all(0 < part < 1 for strokes in STROKES.values() for stroke in strokes for point in stroke for part in point)
    assert STROKES["half"] == STROKES["not_reached"] == CROSS and STROKES["reached"] == TICK


@pytest.mark.parametrize("kind", DRAWN)
def test_the_page_and_the_wall_draw_the_same_strokes(kind):
    sheet = unquote(re.search(rf"\.fd-sign-{kind} .+", drawing.signs()).group())
    on_page = re.findall(r"([\d.]+) ([\d.]+)", re.search(r' d="([^"]+)"', sheet).group(1))
    lines = re.findall(r'<polyline points="([^"]+)"', marks.badge(kind, 500, 500, 500))
    on_wall = [tuple(float(part) / 1000 for part in point.split(",")) for line in lines for point in line.split()]
    assert set(on_wall) == {(float(x), float(y)) for x, y in on_page} == {
        point for stroke in STROKES[kind] for point in stroke}
    assert f"fd-sign-{kind}" in drawing.mark(kind) and SYMBOLS[kind] not in drawing.mark(kind)


def test_a_cross_is_as_heavy_as_a_tick():
    assert len(set(re.findall(r'stroke-width="([^"]+)"', unquote(drawing.signs())))) == 1


def test_a_table_draws_its_ticks_and_crosses_beside_the_words():
    frame = pd.DataFrame({"Jobcenter": ["Skive"], "Mål 1": ["✗\u00a0ikke nået"], "Andel": ["16,8 % ✓ <b>"]})
    html = drawing.table(frame, alt="Tabel")
    assert html.count("fd-sign ") == 2 and "✗" not in html and "✓" not in html
    assert "ikke nået" in html and "16,8 %" in html and "&lt;b&gt;" in html
