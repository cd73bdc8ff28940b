"""Draws a line chart with Plotly. Every text arrives finished: Plotly formats nothing, so nothing turns English."""

from datetime import date
from typing import Any

import plotly.graph_objects as go

from model.basics.formatting import without_direction_marks
from model.basics.months import between, span
from model.basics.shares import percent
from model.drawing import line_layout
from model.drawing.chart import Chart, Moment, Role, Series
from model.drawing.theme import THEMED, Palette

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}
LINES: dict[Role, dict[str, Any]] = {
    "main": {"width": 3}, "context": {"width": 1.5}, "required": {"width": 2, "dash": "dot"},
    "benchmark": {"width": 3, "dash": "2px,6px"}}


def figure(chart: Chart, palette: Palette = THEMED) -> go.Figure:
    """The chart as a Plotly figure: months by position, gaps never bridged, provisional points hollow."""
    first, last = line_layout.ends(chart)
    drawn = go.Figure(layout=_layout(chart, first, last, palette=palette))
    drawn.add_traces([trace for series in chart.series for trace in _traces(series, first, palette)])
    return drawn


def _traces(series: Series, first: date, palette: Palette) -> list[dict[str, Any]]:
    colour = {"main": palette.main, "context": palette.context, "required": palette.main,
              "benchmark": palette.edge}[series.role]
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
    ticks, top = line_layout.tick_places(months), line_layout.top(chart)
    steps = line_layout.steps(top)
    return {
        "height": 360, "margin": {"l": 8, "r": 40, "t": 12, "b": 8, "pad": 0}, "dragmode": False,
        "hovermode": "closest", "separators": ",.", "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": {"tickmode": "array", "tickvals": ticks, "tickangle": 0,
                  "ticktext": [_tick(months[i], outermost=i in (ticks[0], ticks[-1])) for i in ticks],
                  "range": [-0.4, len(months) - 0.6], "fixedrange": True, "showgrid": False, "zeroline": False,
                  "showline": True, "linecolor": palette.context, "ticks": "outside", "tickcolor": palette.context,
                  "tickfont": {"size": 13, "color": palette.quiet}},
        "yaxis": {"tickmode": "array", "tickvals": steps, "ticktext": [percent(step) for step in steps],
                  "range": [0, top], "fixedrange": True, "zeroline": False, "showgrid": True, "ticklabelstandoff": 6,
                  "tickfont": {"size": 13, "color": palette.quiet}, "gridcolor": palette.band},
        "shapes": _shapes(chart, first, palette), "annotations": [note | {"text": without_direction_marks(note["text"])}
                        for note in _annotations(chart, first, months, palette=palette)]}


def _tick(month: date, *, outermost: bool) -> str:
    name, year = line_layout.tick_words(month, outermost=outermost)
    return f"{name}<br>{year}" if year else name


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
        notes.append({**plain, **_target_label(chart, chart.target), "xref": "paper", "y": chart.target,
                      "text": f"<b>{chart.target_label}</b>", "font": {"size": 13, "color": palette.target}})
    notes += [{**plain, "x": between(first, month) - 0.5, "xanchor": "left", "xshift": 4, "yref": "paper", "y": 1,
               "yanchor": "top", "yshift": -16 * i, "text": label} for i, (month, label) in enumerate(chart.breaks)]
    notes += [{**plain, **_moment(moment, chart, first, palette)} for moment in chart.moments]
    return notes + [{**plain, "x": between(first, start) + (length - 1) / 2, "y": 0, "yanchor": "bottom",
                     "text": word} for start, length, word in line_layout.gaps(chart)]


def _moment(moment: Moment, chart: Chart, first: date, palette: Palette) -> dict[str, Any]:
    """A letter in a frame at the foot; what it stands for is told to who points at it."""
    up = 4 + 18 * line_layout.moment_row(chart)
    return {"x": between(first, moment.month), "y": 0, "yanchor": "bottom", "yshift": up, "text": moment.letter,
            "hovertext": moment.said, "bgcolor": palette.ground, "bordercolor": palette.quiet,
            "borderwidth": 1, "borderpad": 2, "font": {"size": 11, "color": palette.quiet}}


def _target_label(chart: Chart, target: float) -> dict[str, Any]:
    above, at_end = line_layout.target_place(chart, target)
    return {"x": int(at_end), "xanchor": "right" if at_end else "left", "yanchor": "bottom" if above else "top"}


def _end_label(series: Series, chart: Chart, first: date, *, palette: Palette) -> dict[str, Any]:
    """The line's own value or name at its own point."""
    place = line_layout.label_place(series, chart)
    return {"x": between(first, place.month), "xanchor": "right" if place.left else "left", "y": place.value,
            "yanchor": "bottom" if place.above else "top", "yshift": 8 if place.above else -8,
            "text": f"<b>{series.label_last}</b>" if series.role == "main" else series.label_last,
            "font": {"size": 15 if series.role == "main" else 13,
                     "color": palette.quiet if series.role in ("context", "benchmark") else palette.main}}
