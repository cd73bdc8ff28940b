"""Static pictures for a wall: the same numbers and words as the chart, gaps left open, status never by colour alone."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import pandas as pd
import pytest

from model.basics.months import span
from model.drawing.chart import Bullet, Chart, Series, Tile
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Scale
from model.drawing.shapes import Bar, Bars, Columns, ColumnSeries, Matrix
from model.drawing.svg import bullet_svg, chart_svg
from model.drawing.svg.parts import WIDTH
from model.drawing.theme import LIGHT
from tests.model.drawing.contrast import contrast

MONTHS = tuple(span(date(2010, 1, 1), date(2010, 8, 1)))
HEIGHT = 700.0
LETTER = 0.62  # of a letter's size: wider than any of the fonts the file asks for, on average


def chart(kind, **more):
    return Chart(kind=kind, title="Titel", subtitle="", source="", alt="Det, billedet viser", make_table=pd.DataFrame,
                 make_data=pd.DataFrame, **more)


def drawn(found, height=HEIGHT):
    return ET.fromstring(chart_svg(found, name="proeve", height=height))


def texts(root):
    return [element.text for element in root.iter("text")]


def trend(values=(10.0, 11.0, None, None, 12.0, 13.0, 14.0, None), **more):
    main = Series("Skive", "main", MONTHS, values, ("",) * 6 + ("14,0 % (7 af 50) · foreløbig", ""),
                  provisional=(False,) * 6 + (True, False), hollow="foreløbig", label_last="13,0 %", label_at=MONTHS[5],
                  gaps=("", "", "mangler", "skjult", "", "", "", ""))
    path = Series("Nødvendigt", "required", MONTHS[5:], (13.0, 14.5, 16.0), ("",) * 3,
                  label_last="nødvendigt: 16,0 %")
    return chart("line", series=(main, path), target=16, target_label="Mål 16 %",
                 breaks=((MONTHS[4], "Nye matchgrupper (databrud)"),), **more)


def tile(name, at, mark="reached", figure="16,1 %", status="nået", count="83 af 515"):
    return Tile(row=at // 5, column=at % 5, name=name, figure=figure, status=status, mark=mark, code="", count=count)


def row(name, value, mark, label, low=None, high=None):
    return DotRow(name, "", (Dot(value, label, mark, low, high),), label)


def nineteen():
    rows = tuple(row(f"Ringkøbing-Skjern {at}", 20.0 + at, "unsettled", "20,0 % (1.209 af 6.045)", 15.0 + at, 25.0 + at)
                 for at in range(18))
    scale = Scale("Andel", 0, 40, tuple((v, f"{v} %") for v in range(0, 41, 10)),
                  (Line(20, "Mål 20 %", "target"), Line(20.7, "Hele regionen 20,7 %", "context")))
    hidden = DotGroup("Kan ikke opgøres", (row("Samsø", None, "unknown", "skjult"),))
    return chart("dots", shape=Dots((scale,), (DotGroup("", rows), hidden), (("unsettled", "Uafklaret"),)))


def columns():
    return chart("columns", shape=Columns(MONTHS[:3], (
        ColumnSeries("Åbnet", (7, 0, None), ("",) * 3, texts=("+7", "", "")),
        ColumnSeries("Lukket", (0, -2, None), ("",) * 3, fill="hatched", texts=("", "−2", ""))),
        line=ColumnSeries("Aktive", (31, None, 36), ("",) * 3), line_title="Aktive centre"))


KINDS = {"line": trend(), "tiles": chart("tiles", tiles=tuple(tile("Ringkøbing-Skjern", at) for at in range(19))),
         "dots": nineteen(), "columns": columns(),
         "bars": chart("bars", shape=Bars((Bar("Forløb 1, dag 1", 55, "55 mødte af 57", outline=57),), 58))}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_says_what_it_is_and_writes_large_enough(kind):
    root = drawn(KINDS[kind])
    assert (root.get("role"), root.get("aria-label")) == ("img", "Det, billedet viser")
    assert min(float(element.get("font-size")) for element in root.iter("text")) >= 24


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_keeps_within_the_picture(kind):
    for element in drawn(KINDS[kind]).iter("text"):
        wide = LETTER * float(element.get("font-size")) * len(element.text) * (0.8 if len(element.text) > 12 else 1)
        x, anchor = float(element.get("x")), element.get("text-anchor", "start")
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        assert left >= -wide * 0.1 and left + wide <= WIDTH * 1.01, element.text
        assert 0 < float(element.get("y")) <= HEIGHT, element.text


@pytest.mark.parametrize("kind", KINDS)
def test_lines_and_words_stand_out_from_the_ground(kind):
    root = drawn(KINDS[kind])
    inks = {e.get("fill") for e in root.iter("text")} - {LIGHT.ground}
    lines = {e.get("stroke") for tag in ("polyline", "circle") for e in root.iter(tag)} - {None, LIGHT.ground}
    assert all(contrast(ink, LIGHT.ground) >= 4.5 for ink in inks | lines)


def test_a_trend_has_its_labels_at_its_lines_and_names_its_gaps():
    found = texts(drawn(trend()))
    assert {"13,0 %", "nødvendigt: 16,0 %", "Mål 16 %", "Nye matchgrupper (databrud)", "mangler", "skjult",
            "foreløbig"} <= set(found)


def test_a_gap_is_never_bridged_and_a_provisional_point_is_hollow():
    root = drawn(trend())
    whole = [e for e in root.iter("polyline") if e.get("stroke-dasharray") is None]
    assert [len(e.get("points").split()) for e in whole] == [2, 3]
    dots = [e for e in root.iter("circle") if e.get("stroke") == LIGHT.main]
    assert [e.get("fill") == LIGHT.ground for e in dots] == [False, False, False, False, True, True]  # and its key


def test_the_required_path_is_dotted_and_the_target_dashed():
    root = drawn(trend())
    assert [e.get("stroke-dasharray") for e in root.iter("polyline")].count("2 14") == 1
    assert any(e.get("stroke") == LIGHT.target and e.get("stroke-dasharray") for e in root.iter("line"))


def test_without_months_nothing_is_drawn():
    assert list(drawn(chart("line"))) == []


def test_each_status_has_a_shape_a_word_and_a_colour_of_its_own():
    marks = {"reached": "nået", "half": "kun +15", "not_reached": "ikke nået", "unknown": "kan ikke opgøres"}
    shapes = set()
    for mark, word in marks.items():
        root = drawn(chart("tiles", tiles=(tile("Skive", 0, mark=mark, status=word),)))
        assert word in texts(root)
        shapes.add(tuple((e.tag, e.get("fill"), e.get("stroke"), e.get("stroke-dasharray")) for e in root.iter()
                         if e.tag in ("circle", "rect")))
    assert len(shapes) == len(marks)


def test_a_hidden_tile_says_so_and_a_long_name_is_whole():
    found = texts(drawn(chart("tiles", tiles=(
        tile("Ringkøbing-Skjern", 0), tile("Samsø", 4, mark="unknown", figure="skjult", status="kan ikke opgøres",
                                           count="")))))
    assert {"Ringkøbing-Skjern", "skjult", "kan ikke opgøres"} <= set(found)


def test_a_name_too_long_to_be_read_is_cut_and_runs_over_no_neighbour():
    long = "Virksomhedscenteransvarlig" * 5
    bars = chart("bars", shape=Bars((Bar(long, 3.0, "3 af 4"), Bar("Skive", 2.0, "2 af 4")), maximum=4.0))
    names = [text for text in drawn(bars).iter("text") if text.text and text.text.startswith("Virksom")]
    assert [name.text.endswith("…") for name in names] == [True]
    assert all(float(name.get("font-size")) >= 16 for name in names)


def test_words_that_are_turned_around_are_written_as_they_are_read():
    assert "\u202e" not in chart_svg(chart("tiles", tiles=(tile("\u202eSkive", 0),)), name="proeve", height=HEIGHT)


def test_a_hidden_unit_has_its_row_and_no_dot():
    root = drawn(nineteen())
    assert {"Samsø", "skjult", "Kan ikke opgøres"} <= set(texts(root))
    assert len(list(root.iter("circle"))) == 18


def test_a_whisker_beyond_the_scale_ends_in_an_arrow():
    scale = Scale("Andel", 0, 40, ())
    wide = chart("dots", shape=Dots((scale,), (DotGroup("", (row("Odder", 30, "unsettled", "x", 20, 55),)),), ()))
    assert len(list(drawn(wide).iter("polygon"))) == 1


def test_columns_write_every_number_and_leave_an_unknown_month_open():
    root = drawn(columns())
    assert {"+7", "−2", "31", "36", "Åbnet", "Lukket", "Aktive centre"} <= set(texts(root))
    assert "0" not in texts(root)
    assert list(root.iter("polyline")) == []  # nothing is drawn across the month between
    assert [e.get("id") for e in root.iter("pattern")] == ["skravering-proeve-1"]


def test_bars_of_one_run_stand_together():
    names = {"Forløb 1, dag 1": "Forløb 1", "Forløb 1, dag 2": "Forløb 1", "Forløb 2, dag 1": "Forløb 2"}
    bars = tuple(Bar(name, None, "m", group=run) for name, run in names.items())
    found = chart("bars", shape=Bars(bars, 10, target=9, target_label="Mål 9"))
    places = [float(e.get("y")) for e in drawn(found).iter("text") if e.text in names]
    assert places[2] - places[1] > places[1] - places[0]
    assert "Mål 9" in texts(drawn(found))


def test_what_data_say_is_escaped():
    code = chart_svg(chart("tiles", tiles=(tile('<script>alert("1")</script>', 0),)), name="x", height=HEIGHT)
    assert "<script" not in code
    assert '<script>alert("1")</script>' in texts(ET.fromstring(code))


def test_a_kind_no_screen_shows_is_refused():
    with pytest.raises(TypeError):
        chart_svg(chart("matrix", shape=Matrix((), ())), name="x", height=HEIGHT)


def measure(**more):
    return chart("bullet", bullet=Bullet(target=20, target_label="Mål 20 %", value_label="20,7 % (921 af 4.446)",
                                         **more))


def test_a_measure_shows_its_target_and_its_interval():
    root = ET.fromstring(bullet_svg(measure(value=20.7, low=19.5, high=22.0, mark="unsettled"), label=True))
    assert {"Mål 20 %", "20,7 % (921 af 4.446)", "?"} <= set(texts(root))
    widest = max(float(e.get("x2")) - float(e.get("x1")) for e in root.iter("line"))
    assert widest == pytest.approx(820 * 2.5 / 30, abs=0.2)


def test_a_measure_without_a_value_is_an_empty_band():
    root = ET.fromstring(bullet_svg(measure(value=None), label=True))
    assert len(list(root.iter("rect"))) == 1
    assert "20,7 % (921 af 4.446)" not in texts(root)


def test_a_number_in_the_code_is_written_as_svg_reads_it():
    assert not re.search(r'="-?\d+,\d', chart_svg(trend(), name="x", height=HEIGHT))
