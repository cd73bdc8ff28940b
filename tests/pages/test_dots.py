"""Dots as HTML: every row in words, what lies outside the scale as an arrow, nothing from data as markup."""

import pandas as pd
import pytest

from model.drawing.chart import Chart
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Scale
from pages.shared.dots import dots

SCALE = Scale("Andel", 0, 40, ((0, "0 %"), (40, "40 %")),
              (Line(20, "Mål 20 %", "target"), Line(39, "Hele regionen 39 %", "context")))


def drawn(*given: Dot, name: str = "Skive", said: str = "Skive: 9 af 30") -> str:
    rows = tuple(DotRow(name, "779", (dot,), said) for dot in given)
    shape = Dots((SCALE,), (DotGroup("Gruppen", rows),), (("reached", "Klart over"),))
    chart = Chart(kind="dots", title="", subtitle="", source="", alt="Prikker.", make_table=pd.DataFrame,
                  make_data=pd.DataFrame, shape=shape)
    return dots(chart, shape, {"779": "./jobcenter?jobcenter=779"})


def test_a_dot_stands_at_its_share_and_its_whisker_from_end_to_end():
    html = drawn(Dot(10, "10 %", "unsettled", low=5, high=30))
    assert '<i class="fd-dot fd-unsettled" style="left:25.00%"></i>' in html
    assert '<i class="fd-dots-whisker fd-unsettled" style="left:12.50%;right:25.00%"></i>' in html
    assert "fd-dots-arrow" not in html


def test_a_clipped_whisker_ends_in_an_arrow():
    html = drawn(Dot(33, "33 %", "reached", low=21, high=55))
    assert "right:0.00%" in html
    assert '<i class="fd-dots-arrow fd-dots-right  fd-reached"></i>' in html


@pytest.mark.parametrize(("value", "side"), [(194, "right"), (-9, "left")])
def test_a_value_outside_the_scale_is_an_arrow_with_its_number_beside(value, side):
    html = drawn(Dot(value, f"{value}", "reached"))
    assert f"fd-dots-{side} fd-dots-far" in html
    assert 'class="fd-dot fd-reached" style' not in html
    assert f">{value}</span>" in html


def test_an_unknown_value_has_no_dot_only_its_words():
    html = drawn(Dot(None, "skjult", "unknown"))
    assert "fd-dot fd-unknown" not in html
    assert ">skjult</span>" in html


def test_a_row_is_said_in_words_and_leads_to_its_jobcenter():
    html = drawn(Dot(10, "10 %", "unsettled"))
    assert '<span class="fd-unseen">Skive: 9 af 30</span>' in html
    assert '<a href="./jobcenter?jobcenter=779">Skive</a>' in html
    assert 'aria-label="Prikker."' in html


def test_a_name_near_the_right_end_ends_at_its_line():
    html = drawn()
    assert '<em class="fd-dots-name" style="left:50.00%">Mål 20 %</em>' in html
    assert '<em class="fd-dots-name fd-inward" style="left:97.50%">Hele regionen 39 %</em>' in html


def test_a_benchmark_is_drawn_and_named_in_a_way_of_its_own_over_the_rows():
    lines = (Line(19, "19 %, forsøg", "benchmark"), Line(36, "36 %, forsøg", "benchmark"),
             Line(20, "Mål 20 %", "target"))
    row = DotRow("Skive", "779", (Dot(9, "9 %", "plain"),), "Skive: 9 %")
    shape = Dots((Scale("Andel", 0, 40, (), lines),), (DotGroup("", (row,)),), ())
    chart = Chart(kind="dots", title="", subtitle="", source="", alt="", make_table=pd.DataFrame,
                  make_data=pd.DataFrame, shape=shape)
    html = dots(chart, shape, {})
    assert html.count('<i class="fd-dots-benchmark" style="left:47.50%"></i>') == 1
    assert '<em class="fd-dots-name fd-benchmark" style="left:47.50%">19 %, forsøg</em>' in html
    assert '<em class="fd-dots-name fd-benchmark fd-inward" style="left:90.00%;--fd-row:1">36 %, forsøg</em>' in html
    assert '<em class="fd-dots-name" style="left:50.00%;--fd-row:2">Mål 20 %</em>' in html
    assert "--fd-names:3" in html


def test_nothing_from_data_becomes_markup():
    assert "<script" not in drawn(Dot(10, "<script>", "unsettled"), name="<script>", said='"><script>')
