"""The timeline as HTML: every event once on its lane, no mark upon another, and the same in words by month."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.drawing.shapes import Event, Timeline
from model.subjects.calendar.charts.calendar import calendar_chart
from pages.shared.timeline import MARK, timeline
from tests.model.subjects.planned import planned, visit

CHART = calendar_chart(planned("2010-02-15", visit("779", "afholdt", held_on="2009-12-11")))
FIRST, LAST = date(2009, 10, 1), date(2011, 6, 30)
DAY = re.compile(r'class="fd-time-day[^"]*" title="[^"]*" style="--fd-row:(\d+);left:clamp\(.7rem, ([\d.]+)%')


def drawn(*events: Event, now: date = date(2010, 2, 15)) -> str:
    lanes = tuple(dict.fromkeys(event.lane for event in events))
    return timeline(CHART, Timeline(lanes, events, FIRST, LAST, now))


def event(when: date, **more: object) -> Event:
    return Event(day=when, title="Møde", lane="Kampagnen", said=f"{when}: Møde", **more)


def test_every_event_stands_once_on_a_lane_and_once_in_the_list():
    html = timeline(CHART, CHART.shape)
    for found in CHART.shape.events:
        assert html.count(f'title="{found.said}"') == 1
        assert html.count(f">{found.said}</li>") == 1


def test_the_lanes_are_for_the_eye_and_the_list_for_the_ear():
    html = timeline(CHART, CHART.shape)
    assert 'class="fd-time-lanes" aria-hidden="true"' in html
    assert f'class="fd-time-list" aria-label="{CHART.alt}"' in html
    assert re.findall(r"<li><strong>(.*?)</strong>", html)[:3] == [
        "Oktober 2009", "November 2009", "December 2009"]


def test_a_past_day_is_filled_and_a_coming_one_is_not():
    html = drawn(event(date(2010, 2, 14), past=True), event(date(2010, 3, 15)))
    assert [kind.strip() for kind in re.findall(r'fd-time-day( fd-over)?" title', html)] == ["fd-over", ""]


def test_a_cancelled_day_is_struck_out_and_explained_where_there_is_one():
    html = drawn(event(date(2010, 2, 14), past=True, cancelled=True), event(date(2010, 3, 15)))
    assert html.count('class="fd-time-day fd-cancelled" title') == 1
    assert "</span> aflyst</li>" in html
    assert "aflyst" not in drawn(event(FIRST))


def test_the_day_that_counts_as_now_is_a_line_only_within_the_lanes():
    assert "15. feb. 2010</b>" in drawn(event(FIRST))
    assert "fd-time-now fd-left" in drawn(event(FIRST), now=date(2011, 6, 1))
    assert "fd-time-now" not in drawn(event(FIRST), now=LAST + timedelta(days=1))


def test_a_period_spans_its_first_and_last_day():
    html = drawn(event(FIRST, until=LAST))
    assert "left:0.00%;width:100.00%" in html


def test_what_comes_from_data_is_escaped():
    wicked = replace(event(FIRST), title="<b>&", said="<script>alert(1)</script>\"'", lane="<i>")
    html = drawn(wicked, replace(wicked, until=LAST))
    assert "<script>" not in html
    assert "<i>" not in html
    assert "<b>&" not in html


@given(days=st.lists(st.dates(min_value=FIRST, max_value=LAST), min_size=1, max_size=25))
def test_no_mark_covers_another_and_none_is_lost(days):
    marks = [(int(row), float(left)) for row, left in DAY.findall(drawn(*map(event, days)))]
    assert len(marks) == len(days)
    for row in {row for row, _ in marks}:
        places = sorted(left for at, left in marks if at == row)
        assert all(later - earlier >= MARK - 0.02 for earlier, later in pairwise(places))
