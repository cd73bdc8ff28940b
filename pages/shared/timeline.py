"""A timeline as plain HTML: lanes by activity where there is room, and a list by month for a phone and for who listens.

Everything that comes from data is escaped.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from model.basics.formatting import day, month_and_year, month_long
from model.basics.months import last_day, span
from model.drawing.chart import Chart
from model.drawing.shapes import Event, Timeline
from pages.shared.escaping import escape

MARK = 3.1  # percent of the track that a day's mark takes where the lanes are narrowest
AHEAD = "fd-ahead"  # the class of what is still to come
EDGE = "clamp(.7rem, {:.2f}%, calc(100% - .7rem))"  # a mark never leaves its track
LEGEND = (("fd-time-day fd-over", "5", "passeret"), ("fd-time-day", "5", "kommer"), ("fd-time-run", "", "periode"))
CANCELLED = (("fd-time-day fd-cancelled", "5", "aflyst"),)


def timeline(chart: Chart, drawn: Timeline) -> str:
    """The events on lanes with the months as columns, what the marks mean, and the same events as a list."""
    lanes = "".join(_lane(lane, drawn) for lane in drawn.lanes)
    marks = LEGEND + CANCELLED if any(event.cancelled for event in drawn.events) else LEGEND
    legend = "".join(f'<li><span class="{kind}">{text}</span> {words}</li>' for kind, text, words in marks)
    return (f'<div class="fd-time"><div class="fd-time-lanes" aria-hidden="true">'
            f'<div class="fd-time-back">{_months(drawn)}{_now(drawn)}</div>{lanes}'
            f'<ul class="fd-legend">{legend}</ul></div>{_list(chart, drawn)}</div>')


def _months(drawn: Timeline) -> str:
    """A column for each month with its short name, and the year where it begins."""
    return "".join(f'<span class="fd-time-month" style="{_box(drawn, month, last_day(month))}">{_month(month, at == 0)}'
                   f"</span>" for at, month in enumerate(span(drawn.first.replace(day=1), drawn.last.replace(day=1))))


def _month(month: date, first: bool) -> str:
    name, year = month_and_year(month)
    return f"{escape(name)}<b>{year if first or month.month == 1 else ''}</b>"


def _now(drawn: Timeline) -> str:
    """The line at the day that counts as now, with its date on the side where there is room; none outside the lanes."""
    if not drawn.first <= drawn.now <= drawn.last:
        return ""
    left = _at(drawn, drawn.now)
    side = " fd-left" if left > 80 else ""
    return f'<span class="fd-time-now{side}" style="left:{left:.2f}%"><b>{escape(day(drawn.now))}</b></span>'


def _lane(lane: str, drawn: Timeline) -> str:
    placed, rows = _placed([event for event in drawn.events if event.lane == lane], drawn)
    marks = "".join(_mark(event, row, drawn) for event, row in placed)
    return (f'<div class="fd-time-lane"><span class="fd-time-name">{escape(lane)}</span>'
            f'<span class="fd-time-track" style="--fd-rows:{rows}">{marks}</span></div>')


def _placed(events: list[Event], drawn: Timeline) -> tuple[list[tuple[Event, int]], int]:
    """Each event with the first row of its lane where it covers no other, periods uppermost; and how many rows."""
    ends: list[float] = []
    placed = []
    for event in sorted(events, key=lambda event: (event.until is None, event.day)):
        begins, until = _extent(event, drawn)
        row = next((at for at, end in enumerate(ends) if end <= begins), len(ends))
        ends[row:row + 1] = [until]
        placed.append((event, row))
    return placed, max(1, len(ends))


def _extent(event: Event, drawn: Timeline) -> tuple[float, float]:
    if event.until is not None:
        return _at(drawn, event.day), _at(drawn, event.until)
    return _at(drawn, event.day) - MARK / 2, _at(drawn, event.day) + MARK / 2


def _mark(event: Event, row: int, drawn: Timeline) -> str:
    said = escape(event.said)
    if event.until is not None:
        box = _box(drawn, event.day, event.until)
        return (f'<span class="fd-time-run" title="{said}" style="--fd-row:{row};{box}">{escape(event.title)}</span>')
    kind, left = "" if _kind(event) == AHEAD else f" {_kind(event)}", EDGE.format(_at(drawn, event.day))
    return (f'<span class="fd-time-day{kind}" title="{said}" style="--fd-row:{row};left:{left}">'
            f"{event.day.day}</span>")


def _list(chart: Chart, drawn: Timeline) -> str:
    """The events by the month they begin in, each in words."""
    months = groupby(drawn.events, key=lambda event: event.day.replace(day=1))
    items = "".join(f"<li><strong>{escape(month_long(month).capitalize())}</strong>{_events(events)}</li>"
                    for month, events in months)
    return f'<ul class="fd-time-list" aria-label="{escape(chart.alt)}">{items}</ul>'


def _events(events: Iterable[Event]) -> str:
    items = "".join(f'<li class="{_kind(event)}">{escape(event.said)}</li>' for event in events)
    return f"<ul>{items}</ul>"


def _kind(event: Event) -> str:
    return "fd-cancelled" if event.cancelled else "fd-over" if event.past else AHEAD


def _box(drawn: Timeline, begins: date, ends: date) -> str:
    """Left edge and width of whole days."""
    left = _at(drawn, begins)
    return f"left:{left:.2f}%;width:{_at(drawn, ends) + 100 / _days(drawn) - left:.2f}%"


def _at(drawn: Timeline, when: date) -> float:
    """Where a day begins on the track, 0–100."""
    return min(100.0, max(0.0, 100 * (when - drawn.first).days / _days(drawn)))


def _days(drawn: Timeline) -> int:
    return (drawn.last - drawn.first).days + 1
