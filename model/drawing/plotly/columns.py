"""Draws columns by month with Plotly: what is added over the axis, what is taken away under it, and a line below."""

from datetime import date
from typing import Any

import plotly.graph_objects as go

from model.basics.formatting import month_and_year, number
from model.drawing.shapes import Columns, ColumnSeries
from model.drawing.theme import THEMED, Palette

HEIGHT, WITH_LINE = 300, 430
UPPER = (0.42, 1.0)  # the columns' part of the height when there is a line under them
LOWER = (0.0, 0.26)
LABELS = 8  # months named on the axis, at most


def columns_figure(drawn: Columns, palette: Palette = THEMED) -> go.Figure:
    """The columns as a Plotly figure; the months by position, every text as it came."""
    colours = (palette.main, palette.signal, palette.edge, palette.spare_one)
    figure = go.Figure(layout=_layout(drawn, palette))
    tones = {"main": palette.main, "signal": palette.signal, "edge": palette.edge}
    figure.add_traces([_bars(series, tones[series.tone] if series.tone else colours[at % len(colours)], palette)
                       for at, series in enumerate(drawn.series)])
    if drawn.line is not None:
        figure.add_trace(_line(drawn.line, palette))
    return figure


def _bars(series: ColumnSeries, colour: str, palette: Palette) -> dict[str, Any]:
    fills: dict[str, dict[str, Any]] = {
        "solid": {"color": colour}, "outlined": {"color": palette.ground},
        "hatched": {"color": palette.ground, "pattern": {"shape": "/", "fgcolor": colour, "size": 6}}}
    written: dict[str, Any] = {"text": list(series.texts), "textposition": "outside", "textangle": 0,
                               "constraintext": "none", "textfont": {"size": 13, "color": palette.quiet}}
    edges = [1.5 if value else 0 for value in series.values]  # nothing has no edge either
    drawn: dict[str, Any] = {
        "type": "bar", "name": series.name, "x": list(range(len(series.values))), "y": list(series.values),
        "marker": {**fills[series.fill], "line": {"width": edges, "color": colour}}, "customdata": list(series.labels),
        "hovertemplate": "%{customdata}<extra></extra>", "cliponaxis": False}
    return drawn | written if series.texts else drawn


def _line(series: ColumnSeries, palette: Palette) -> dict[str, Any]:
    known = [at for at, value in enumerate(series.values) if value is not None]
    last = known[-1] if known else -1
    texts = [f"<b>{number(value)}</b>" if at == last and value is not None else "" for at, value in
             enumerate(series.values)]
    return {"type": "scatter", "mode": "lines+markers+text", "x": list(range(len(series.values))), "yaxis": "y2",
            "y": list(series.values), "connectgaps": False, "text": texts, "textposition": "top center",
            "textfont": {"size": 15, "color": palette.main}, "line": {"color": palette.main, "width": 3},
            "marker": {"size": 6, "color": palette.main}, "customdata": list(series.labels), "showlegend": False,
            "hovertemplate": "%{customdata}<extra></extra>", "cliponaxis": False}


def _layout(drawn: Columns, palette: Palette) -> dict[str, Any]:
    axis = {"fixedrange": True, "zeroline": True, "zerolinecolor": palette.context, "gridcolor": palette.band,
            "tickfont": {"size": 13, "color": palette.quiet}}
    ticks = _months(drawn.months)
    highs, lows = _reach(drawn.series)
    layout: dict[str, Any] = {
        "height": HEIGHT if drawn.line is None else WITH_LINE, "barmode": "relative", "bargap": 0.25, "dragmode": False,
        "hovermode": "closest", "separators": ",.", "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 24, "t": 8, "b": 8}, "showlegend": len(drawn.series) > 1,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom",
                   "font": {"size": 13, "color": palette.quiet}},
        "xaxis": {"tickmode": "array", "tickvals": ticks, "tickangle": 0, "fixedrange": True, "showgrid": False,
                  "ticktext": [_named(drawn.months[at], first=at == ticks[0]) for at in ticks], "zeroline": False,
                  "range": [-0.6, len(drawn.months) - 0.4], "tickfont": {"size": 13, "color": palette.quiet}},
        "yaxis": axis | _steps(lows, highs), "shapes": _marks(drawn, palette), "annotations": _words(drawn, palette)}
    if drawn.line is not None:
        values = [value for value in drawn.line.values if value is not None]
        layout["xaxis"]["anchor"] = "y2"  # the months stand under both
        layout["yaxis"]["domain"] = list(UPPER)
        layout["yaxis2"] = axis | _steps(0, max(values, default=1) * 1.25) | {"domain": list(LOWER), "anchor": "x"}
    return layout


def _reach(series: tuple[ColumnSeries, ...]) -> tuple[float, float]:
    """(highest stack over the axis, deepest under it)."""
    months = range(max((len(s.values) for s in series), default=0))
    over = [sum(max(s.values[m] or 0, 0) for s in series) for m in months]
    under = [sum(min(s.values[m] or 0, 0) for s in series) for m in months]
    return max([*over, 1]), min([*under, 0])


def _steps(low: float, high: float) -> dict[str, Any]:
    """Whole numbers on the axis, no more than a reader needs; what hangs under the axis is written without a minus."""
    width = max(high - low, 1)
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if width / s <= 6)
    first, last = -int(-low // step) * step if low < 0 else 0, int(high // step + 1) * step
    ticks = list(range(first, last + 1, step))
    return {"tickmode": "array", "tickvals": ticks, "ticktext": [number(abs(tick)) for tick in ticks],
            "range": [min(low * 1.1, 0), max(high * 1.1, 1)]}


def _months(months: tuple[date, ...]) -> list[int]:
    every = -(-len(months) // LABELS)
    return [at for at in range(len(months)) if (len(months) - 1 - at) % every == 0]


def _named(month: date, *, first: bool) -> str:
    name, year = month_and_year(month)
    return f"{name}<br>{year}" if first or month.month <= 2 else name


def _marks(drawn: Columns, palette: Palette) -> list[dict[str, Any]]:
    return [{"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": drawn.months.index(month) - 0.5,
             "x1": drawn.months.index(month) - 0.5, "line": {"color": palette.context, "width": 1.5, "dash": "dash"}}
            for month, _ in drawn.marks if month in drawn.months]


def _words(drawn: Columns, palette: Palette) -> list[dict[str, Any]]:
    plain = {"showarrow": False, "font": {"size": 13, "color": palette.quiet}, "xanchor": "left"}
    found = [plain | {"x": drawn.months.index(month) - 0.5, "xshift": 4, "yref": "paper", "y": 1, "yanchor": "top",
                      "text": words} for month, words in drawn.marks if month in drawn.months]
    if drawn.line is not None and drawn.line_title:
        found.append(plain | {"xref": "paper", "x": 0, "yref": "paper", "y": LOWER[1] + 0.03, "yanchor": "bottom",
                              "text": drawn.line_title})
    return found
