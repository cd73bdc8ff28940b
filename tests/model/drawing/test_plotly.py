"""What Plotly is told: gaps are not bridged, hollow is hollow, and no text is left for it to format."""

import json
import re
from datetime import date

import pytest

from model.drawing.plotly.lines import CONFIG, figure
from model.drawing.theme import LIGHT
from model.subjects.goals.charts.progress import progress_chart
from tests.model.subjects.builders import said, snapshot
from tests.model.subjects.goals.charts.test_progress import SKIVE, VIBORG, months_of

ENGLISH = r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|May)\b"


@pytest.fixture
def chart():
    found = snapshot(*months_of(VIBORG, "2009-09", "2010-03", without=("2009-12",)),
                     *months_of(SKIVE, "2009-09", "2010-02"), said(VIBORG, "2010-03", model="1-3"),
                     data_date="2010-04-05", codes=(VIBORG, SKIVE))
    return progress_chart(found, VIBORG, date(2010, 2, 1))


def test_every_trace_carries_the_charts_numbers_and_bridges_no_gap(chart):
    drawn = figure(chart)
    assert [tuple(trace.y) for trace in drawn.data] == [series.values for series in chart.series]
    assert all(trace.connectgaps is False for trace in drawn.data)
    assert len(drawn.data) <= 10


def test_a_provisional_point_is_filled_with_the_ground(chart):
    main = next(trace for trace, series in zip(figure(chart, LIGHT).data, chart.series, strict=True)
                if series.role == "main")
    series = next(series for series in chart.series if series.role == "main")
    assert [colour == LIGHT.ground for colour in main.marker.color] == list(series.provisional)
    assert any(series.provisional)


def test_months_are_danish_words_on_a_plain_number_axis(chart):
    axis = figure(chart).layout.xaxis
    assert axis.ticktext[0].startswith("okt.<br>2009")
    assert not re.search(ENGLISH, " ".join(axis.ticktext))
    assert "date" not in str(axis.type)
    assert axis.tickangle == 0


def test_no_english_month_or_decimal_point_reaches_a_reader(chart):
    drawn = figure(chart)
    said_aloud = [text for trace in drawn.data for text in trace.customdata]
    said_aloud += [annotation.text for annotation in drawn.layout.annotations]
    assert not any(re.search(ENGLISH, text) for text in said_aloud)
    assert not any(re.search(r"\d\.\d\D", text) for text in said_aloud)
    assert drawn.layout.separators == ",."


def test_the_target_is_drawn_and_named_at_its_line(chart):
    drawn = figure(chart)
    assert any(shape.y0 == shape.y1 == 16 for shape in drawn.layout.shapes)
    assert any("Mål 16\u00a0%" in annotation.text for annotation in drawn.layout.annotations)


@pytest.mark.parametrize(("start", "place"), [(30, ("left", "bottom")), (49, ("left", "top")), (46, ("right", "top"))])
def test_the_targets_name_keeps_clear_of_the_line(start, place):
    found = snapshot(*months_of(VIBORG, "2009-09", "2010-03", start=start), data_date="2010-04-05", codes=(VIBORG,))
    drawn = figure(progress_chart(found, VIBORG, date(2010, 3, 1)))
    named = next(a for a in drawn.layout.annotations if "Mål 16" in a.text)
    assert (named.xanchor, named.yanchor) == place


def test_a_gap_and_a_break_are_named(chart):
    texts = [annotation.text for annotation in figure(chart).layout.annotations]
    assert "mangler" in texts
    assert any("databrud" in text for text in texts)


def test_the_required_path_has_no_hover_and_the_modebar_is_off(chart):
    path = next(trace for trace, series in zip(figure(chart).data, chart.series, strict=True)
                if series.role == "required")
    assert path.hoverinfo == "skip"
    assert CONFIG["displayModeBar"] is False


def test_the_drawing_asks_nobody_on_the_net_for_anything(chart):
    assert "http" not in json.dumps(figure(chart).to_plotly_json(), default=str)
