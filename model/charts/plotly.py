"""Draws a line chart with Plotly. Every text arrives finished: Plotly formats nothing, so nothing turns English."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from model.charts.chart import Chart, Role, Series
from model.charts.theme import THEMED, Palette
from model.formatting import month_short, percent
from model.months import between, span

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
LINES: dict[Role, dict[str, Any]] = {
    "main": {"width": 3}, "context": {"width": 1.5}, "required": {"width": 2, "dash": "dot"}}
CROWDED = 3.5  # percentage points between two lines that leave no room for a label
LABEL = 2.0  # percentage points that a label's height takes
ROOM = 4  # months beside a point that its label covers
EVERY = 3  # months between labels on the axis: the year's quarters


def figure(chart: Chart, palette: Palette = THEMED) -> go.Figure:
    """The chart as a Plotly figure: months by position, gaps never bridged, provisional points hollow."""
    first, last = _ends(chart)
    drawn = go.Figure(layout=_layout(chart, first, last, palette=palette))
    drawn.add_traces([trace for series in chart.series for trace in _traces(series, first, palette)])
    return drawn


def _ends(chart: Chart) -> tuple[date, date]:
    months = [month for series in chart.series for month in series.months]
    return min(months), max(months)


def _traces(series: Series, first: date, palette: Palette) -> list[dict[str, Any]]:
    colour = {"main": palette.main, "context": palette.context, "required": palette.main}[series.role]
    positions = [between(first, month) for month in series.months]
    line = LINES[series.role]
    trace: dict[str, Any] = {
        "type": "scatter", "name": series.name, "x": positions, "y": list(series.values), "connectgaps": False,
        "mode": "lines+markers" if series.role == "main" else "lines", "line": {"color": colour, **line},
        "customdata": list(series.labels), "hovertemplate": "%{customdata}<extra></extra>", "showlegend": False,
        "cliponaxis": False}
    if series.role == "main":
        hollow = series.provisional or (False,) * len(positions)
        trace["marker"] = {"color": [palette.ground if empty else colour for empty in hollow], "size": 9,
                           "line": {"width": 2, "color": colour}}
    if series.role == "required":
        trace["hoverinfo"] = "skip"
        trace.pop("hovertemplate")
    return [trace]


def _layout(chart: Chart, first: date, last: date, *, palette: Palette) -> dict[str, Any]:
    months = span(first, last)
    ticks = _ticks(months)
    top = _top(chart)
    steps = list(range(0, int(top) + 1, 5 if top <= 35 else 10))
    return {
        "height": 360, "margin": {"l": 8, "r": 24, "t": 12, "b": 8}, "dragmode": False, "hovermode": "closest",
        "separators": ",.", "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": {"tickmode": "array", "tickvals": ticks, "tickangle": 0,
                  "ticktext": [_tick(months[i], first=i in (ticks[0], ticks[-1])) for i in ticks],
                  "range": [-0.4, len(months) - 0.6], "fixedrange": True, "showgrid": False, "zeroline": False,
                  "showline": True, "linecolor": palette.context, "ticks": "outside", "tickcolor": palette.context,
                  "tickfont": {"size": 13, "color": palette.quiet}},
        "yaxis": {"tickmode": "array", "tickvals": steps, "ticktext": [percent(step, decimals=0) for step in steps],
                  "range": [0, top], "fixedrange": True, "zeroline": False, "showgrid": True,
                  "tickfont": {"size": 13, "color": palette.quiet}, "gridcolor": palette.band},
        "shapes": _shapes(chart, first, palette), "annotations": _annotations(chart, first, months, palette=palette)}


def _ticks(months: list[date]) -> list[int]:
    """The year's quarters, and the last month, which is the deadline; a quarter right before it gives way."""
    last = len(months) - 1
    return [i for i, month in enumerate(months) if i == last or ((month.month - 1) % EVERY == 0 and i < last - 1)]


def _tick(month: date, *, first: bool) -> str:
    name, year = month_short(month).split()
    return f"{name}<br>{year}" if first or month.month == 1 else name


def _top(chart: Chart) -> float:
    values = [value for series in chart.series for value in series.values if value is not None]
    return max([*values, chart.target or 0, 10]) * 1.2


def _shapes(chart: Chart, first: date, palette: Palette) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    if chart.target is not None:
        lines.append({"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": chart.target, "y1": chart.target,
                      "line": {"color": palette.target, "width": 2, "dash": "dash"}})
    return lines + [
        {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": between(first, month) - 0.5,
         "x1": between(first, month) - 0.5, "line": {"color": palette.context, "width": 1.5, "dash": "longdash"}}
        for month, _ in chart.breaks]


def _annotations(chart: Chart, first: date, months: list[date], *, palette: Palette) -> list[dict[str, Any]]:
    plain = {"showarrow": False, "font": {"size": 13, "color": palette.quiet}}
    notes = [{**plain, **_end_label(series, chart, first, palette=palette)}
             for series in chart.series if series.label_last]
    if chart.target is not None:
        notes.append({**plain, **_target_place(chart, chart.target), "xref": "paper", "y": chart.target,
                      "text": f"<b>{chart.target_label}</b>", "font": {"size": 13, "color": palette.target}})
    notes += [{**plain, "x": between(first, month) - 0.5, "xanchor": "left", "xshift": 4, "yref": "paper", "y": 1,
               "yanchor": "top", "yshift": -16 * i, "text": label} for i, (month, label) in enumerate(chart.breaks)]
    return notes + [{**plain, "x": between(first, start) + (length - 1) / 2, "y": 0, "yanchor": "bottom",
                     "text": word} for start, length, word in _gaps(chart)]


def _target_place(chart: Chart, target: float) -> dict[str, Any]:
    """Where the target's name meets no line: first choice over its line's beginning, then under it, then at its end."""
    begun = [value for series in chart.series if series.role != "required"
             for value in series.values[:EVERY + 1] if value is not None]
    over = any(0 <= value - target < LABEL for value in begun)
    under = any(0 <= target - value < LABEL for value in begun)
    if over and under:
        return {"x": 1, "xanchor": "right", "yanchor": "top"}
    return {"x": 0, "xanchor": "left", "yanchor": "top" if over else "bottom"}


def _end_label(series: Series, chart: Chart, first: date, *, palette: Palette) -> dict[str, Any]:
    """The line's own value or name at its own point, on the side where its label meets the fewest lines."""
    known = [i for i, value in enumerate(series.values) if value is not None]
    at = known[0] if series.role == "context" else _label_at(series, known[-1])
    left = series.role == "required" or (series.role == "main" and len(series.months) - 1 - at < ROOM)
    covered = slice(max(0, at - ROOM), at + 1) if left else slice(at, at + ROOM + 1)
    own = [value for value in series.values[covered] if value is not None]
    above = series.role == "required" or _above(series, chart, series.months[covered], own)
    size = 15 if series.role == "main" else 13
    return {"x": between(first, series.months[at]), "xanchor": "right" if left else "left",
            "y": max(own) if above else min(own), "yanchor": "bottom" if above else "top",
            "yshift": 8 if above else -8,
            "text": f"<b>{series.label_last}</b>" if series.role == "main" else series.label_last,
            "font": {"size": size, "color": palette.quiet if series.role == "context" else palette.main}}


def _label_at(series: Series, last: int) -> int:
    return last if series.label_at is None else series.months.index(series.label_at)


def _above(series: Series, chart: Chart, months: Sequence[date], own: list[float]) -> bool:
    """Whether a label over the line is crossed by less than one under it."""
    others = [value for other in chart.series if other is not series
              for month, value in zip(other.months, other.values, strict=True) if month in months and value is not None]
    obstacles = others if chart.target is None else [*others, chart.target]
    over = sum(max(own) < value < max(own) + CROWDED for value in obstacles)
    under = sum(min(own) - CROWDED < value < min(own) for value in obstacles)
    return over < under


def _gaps(chart: Chart) -> list[tuple[date, int, str]]:
    """Runs of unknown months between known ones on the main line: the first month, how many, and what they are."""
    main = next((series for series in chart.series if series.role == "main"), None)
    known = [i for i, value in enumerate(main.values) if value is not None] if main else []
    if main is None or not known:
        return []
    words = [(i, main.gaps[i] if main.gaps else "mangler") for i in range(known[0], known[-1]) if i not in known]
    runs = groupby(enumerate(words), key=lambda found: (found[1][0] - found[0], found[1][1]))
    found = [(word, [i for _, (i, _) in run]) for (_, word), run in runs]
    return [(main.months[places[0]], len(places), word) for word, places in found]
