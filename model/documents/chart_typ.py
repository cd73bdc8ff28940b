"""Draws a ``Chart`` for Typst: plain places from 0 to 1 and finished texts, which the template only puts on paper.

x runs from left to right, y from the bottom up; both are fractions of the drawing.
"""

from datetime import date
from itertools import groupby
from typing import Any

from model.basics.months import between, span
from model.basics.shares import percent
from model.drawing import line_layout
from model.drawing.chart import Bullet, Chart, Series
from model.drawing.shapes import Matrix

Point = tuple[float, float]
WORD = 2  # months beside each other that the word in a gap takes


def line(chart: Chart) -> dict[str, Any]:
    """A line chart: axes, lines as runs of known months, points, labels, gaps, moments and breaks.

    Raises ValueError for a chart without months.
    """
    first, last = line_layout.ends(chart)
    months, top = span(first, last), line_layout.top(chart)
    return {
        **texts(chart), "ticks": _ticks(months),
        "steps": [{"y": value / top, "text": percent(value)} for value in line_layout.steps(top)],
        "lines": [_line(series, chart, months, top) for series in chart.series],
        "target": _target(chart, top),
        "gaps": _gaps(chart, months),
        "moments": [{"x": _x(months, each.month), "text": each.letter, "row": line_layout.moment_row(chart)}
                    for each in chart.moments if each.month in months],
        "breaks": [{"x": _x(months, month, by=-0.5), "text": label} for month, label in chart.breaks]}


def texts(chart: Chart) -> dict[str, str]:
    """What every chart says on the web, and says here too."""
    return {name: getattr(chart, name) for name in ("title", "subtitle", "note", "source", "alt")}


def bullet(chart: Chart) -> dict[str, Any] | None:
    """One value against its target on a band from 0, with the interval where there is one; None without a value.

    Raises ValueError for a chart of another kind.
    """
    drawn = chart.bullet
    if drawn is None:
        raise ValueError(f"no bullet to draw in a chart of the kind {chart.kind}")
    if drawn.value is None:
        return None  # an empty band would be read as 0
    return {"alt": chart.alt, "mark": drawn.mark, "label": drawn.target_label, "least": percent(0),
            "most": percent(drawn.maximum),
            **{name: _share_of_band(drawn, getattr(drawn, name)) for name in ("value", "target", "low", "high")}}


def _share_of_band(drawn: Bullet, value: float | None) -> float | None:
    return None if value is None else min(1.0, max(0.0, value / drawn.maximum))


def _line(series: Series, chart: Chart, months: list[date], top: float) -> dict[str, Any]:
    """One line: runs that are never bridged, its points (hollow where provisional) and its label."""
    hollow = series.provisional or (False,) * len(series.months)
    known = [(i, (_x(months, month), value / top)) for i, (month, value)
             in enumerate(zip(series.months, series.values, strict=True)) if value is not None]
    return {"name": series.name, "role": series.role, "runs": _runs(known),
            "points": [{"x": x, "y": y, "hollow": hollow[i]} for i, (x, y) in known],
            "label": _label(series, chart, months, top) if series.label_last and known else None}


def _runs(known: list[tuple[int, Point]]) -> list[list[Point]]:
    """Known points in runs without a gap between them."""
    return [[point for _, (_, point) in run]
            for _, run in groupby(enumerate(known), key=lambda found: found[1][0] - found[0])]


def _label(series: Series, chart: Chart, months: list[date], top: float) -> dict[str, Any]:
    place = line_layout.label_place(series, chart)
    return {"x": _x(months, place.month), "y": place.value / top, "above": place.above, "left": place.left,
            "text": series.label_last}


def _target(chart: Chart, top: float) -> dict[str, Any] | None:
    if chart.target is None:
        return None
    above, at_end = line_layout.target_place(chart, chart.target)
    return {"y": chart.target / top, "text": chart.target_label, "above": above, "end": at_end}


def _gaps(chart: Chart, months: list[date]) -> list[dict[str, Any]]:
    """What a gap is called, in its middle; a word that has no room beside the one before it stands a row higher."""
    placed: list[dict[str, Any]] = []
    for start, length, word in line_layout.gaps(chart):
        x = _x(months, start, by=(length - 1) / 2)
        crowded = bool(placed) and x - placed[-1]["x"] < WORD / len(months)
        placed.append({"x": x, "text": word, "row": 1 - placed[-1]["row"] if crowded else 0})
    return placed


def _ticks(months: list[date]) -> list[dict[str, Any]]:
    places = line_layout.tick_places(months)
    words = [line_layout.tick_words(months[i], outermost=i in (places[0], places[-1])) for i in places]
    return [{"x": _x(months, months[i]), "text": name, "year": year, "last": i == places[-1]}
            for i, (name, year) in zip(places, words, strict=True)]


def _x(months: list[date], month: date, *, by: float = 0.0) -> float:
    """The middle of a month's room on the axis, ``by`` months later."""
    return (between(months[0], month) + by + 0.5) / len(months)


def matrix(chart: Chart) -> dict[str, Any]:
    """A matrix as a table: the columns, each row's name, cells and sum, and what the cells mean.

    Raises ValueError for a chart of another kind.
    """
    drawn = chart.shape
    if not isinstance(drawn, Matrix):
        raise ValueError(f"no matrix to draw in a chart of the kind {chart.kind}")
    return {**texts(chart), "columns": drawn.columns, "total_title": drawn.total_title,
            "rows": [{"heading": row.name, "total": row.total,
                      "cells": [{"text": cell.text, "mark": cell.state, "tint": cell.tint} for cell in row.cells]}
                     for row in drawn.rows],
            "legend": [f"{text}: {words}" for _, text, words in drawn.legend]}
