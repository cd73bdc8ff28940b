"""Draws a funnel with Plotly: units by size on a square-root axis, within and outside the limits of chance."""

from math import sqrt
from typing import Any

import plotly.graph_objects as go

from model.basics.formatting import NBSP
from model.drawing.dots import Funnel, FunnelPoint, Line
from model.drawing.theme import THEMED, Palette

HEIGHT = 430
MARGIN = 0.04  # of the width, beside the smallest and the largest unit
NAMED_AT = 0.88  # of the height, where the limits are named


def funnel_figure(drawn: Funnel, palette: Palette = THEMED) -> go.Figure:
    """The funnel as a Plotly figure; sizes are placed by their square root, every text as it came."""
    figure = go.Figure(layout=_layout(drawn, palette))
    figure.add_traces([*_limits(drawn, palette), *_points(drawn, palette)])
    return figure


def _limits(drawn: Funnel, palette: Palette) -> list[dict[str, Any]]:
    """The 95 % limits as a band with drawn edges, the 99.8 % limits as dashed lines."""
    near = [_limit(drawn, [pair[end] for pair in drawn.near], {"color": palette.edge, "width": 1.5}) for end in (0, 1)]
    near[1] |= {"fill": "tonexty", "fillcolor": palette.band}
    far = [_limit(drawn, [pair[end] for pair in drawn.far], {"color": palette.edge, "width": 1.5, "dash": "dash"})
           for end in (0, 1)]
    return [*near, *far]


def _limit(drawn: Funnel, values: list[float], line: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "mode": "lines", "x": [sqrt(size) for size in drawn.sizes], "y": values, "line": line,
            "hoverinfo": "skip", "showlegend": False}


def _points(drawn: Funnel, palette: Palette) -> list[dict[str, Any]]:
    """Filled outside 99.8 %, hollow within; a hollow diamond is too small to be judged. Large: highlighted."""
    places = _places(drawn)
    kinds = (([p for p in drawn.points if p.judged and p.outside], "circle", palette.main, palette.main),
             ([p for p in drawn.points if p.judged and not p.outside], "circle", palette.ground, palette.main),
             ([p for p in drawn.points if not p.judged], "diamond", palette.ground, palette.context))
    return [_trace(some, symbol, places, fill=fill, edge=edge, ink=palette.target, own=own)
            for points, symbol, fill, edge in kinds for own in (False, True)
            if (some := [point for point in points if point.own is own])]


def _trace(points: list[FunnelPoint], symbol: str, places: dict[str, str], *, fill: str, edge: str,
           ink: str, own: bool) -> dict[str, Any]:
    return {"type": "scatter", "mode": "markers+text", "x": [sqrt(p.size) for p in points],
            "y": [p.share for p in points], "text": [_name(p) for p in points],
            "textposition": [places.get(p.name, "top center") for p in points], "textfont": {"size": 13, "color": ink},
            "marker": {"symbol": symbol, "size": 18 if own else 11, "color": fill,
                       "line": {"width": 4 if own else 2, "color": edge}},
            "customdata": [p.said for p in points], "hovertemplate": "%{customdata}<extra></extra>",
            "showlegend": False, "cliponaxis": False}


def _name(point: FunnelPoint) -> str:
    return f"<b>{point.name}</b>" if point.own else point.name if point.named else ""


def _places(drawn: Funnel) -> dict[str, str]:
    """Where each name stands: away from the level, the smaller half of a side to the left, so that few names meet."""
    found: dict[str, str] = {}
    for side, over in (("top", True), ("bottom", False)):
        named = sorted((p for p in drawn.points if p.named and (p.share > drawn.level.value) is over),
                       key=lambda p: p.size)
        found |= {p.name: f"{side} {'left' if at < len(named) // 2 else 'right'}" for at, p in enumerate(named)}
    return found


def _layout(drawn: Funnel, palette: Palette) -> dict[str, Any]:
    quiet = {"size": 13, "color": palette.quiet}
    first, last = sqrt(drawn.sizes[0]), sqrt(drawn.sizes[-1])
    room = (last - first) * MARGIN
    highest = drawn.share_ticks[-1][0]
    axis = {"tickmode": "array", "fixedrange": True, "zeroline": False, "tickfont": quiet}
    return {
        "height": HEIGHT, "margin": {"l": 8, "r": 12, "t": 12, "b": 8}, "dragmode": False, "hovermode": "closest",
        "separators": ",.", "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "showlegend": False,
        "xaxis": axis | {"tickvals": [sqrt(size) for size, _ in drawn.size_ticks], "showgrid": False, "tickangle": 0,
                         "ticktext": [text for _, text in drawn.size_ticks], "range": [first - room, last + room],
                         "title": {"text": drawn.size_title, "font": quiet}, "showline": True, "ticks": "outside",
                         "linecolor": palette.context, "tickcolor": palette.context},
        "yaxis": axis | {"tickvals": [share for share, _ in drawn.share_ticks], "gridcolor": palette.band,
                         "ticktext": [text for _, text in drawn.share_ticks], "range": [0, highest],
                         "ticklabelstandoff": 6},
        "shapes": _lines(drawn, palette), "annotations": _words(drawn, palette)}


def _lines(drawn: Funnel, palette: Palette) -> list[dict[str, Any]]:
    styles = {"target": {"color": palette.target, "width": 2, "dash": "dash"},
              "context": {"color": palette.quiet, "width": 1.5}}
    return [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": line.value, "y1": line.value,
             "line": styles[line.role]} for line in _both(drawn)]


def _words(drawn: Funnel, palette: Palette) -> list[dict[str, Any]]:
    """The two lines named where units are few, the upper over its line and the lower under; the limits where steep."""
    ordered = sorted(_both(drawn), key=lambda line: line.value)
    plain = {"showarrow": False, "font": {"size": 13, "color": palette.quiet}}
    named = [{**plain, "xref": "paper", "x": 0, "xanchor": "left", "y": line.value, "text": f"<b>{line.label}</b>",
              "yanchor": "top" if at == 0 and len(ordered) > 1 else "bottom",
              "font": {"size": 13, "color": palette.target}} for at, line in enumerate(ordered)]
    limits = [{**plain, **_steep(drawn, [high for _, high in pairs]), "xanchor": side, "yanchor": anchor,
               "xshift": shift, "text": text}
              for pairs, text, side, anchor, shift in ((drawn.near, f"95{NBSP}%", "right", "middle", -6),
                                                       (drawn.far, f"99,8{NBSP}%", "left", "bottom", 6))]
    return [*named, *limits]


def _steep(drawn: Funnel, highs: list[float]) -> dict[str, float]:
    """A place high on a limit, where it is steep and units are few."""
    wanted = NAMED_AT * drawn.share_ticks[-1][0]
    at = next((i for i, high in enumerate(highs) if high <= wanted), len(highs) - 1)
    return {"x": sqrt(drawn.sizes[at]), "y": highs[at]}


def _both(drawn: Funnel) -> list[Line]:
    return [drawn.level] if drawn.target is None else [drawn.level, drawn.target]
