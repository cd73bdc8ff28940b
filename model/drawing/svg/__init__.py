"""Draws a ``Chart`` as a static picture for a wall of 1920 × 1080: SVG that needs no script, and whose text is text."""

from model.drawing.chart import Chart
from model.drawing.dots import Dots
from model.drawing.shapes import Bars, Columns
from model.drawing.svg import bars, bullet, columns, line, tiles
from model.drawing.svg import dots as rows
from model.drawing.svg.parts import NARROW, WIDTH, element


def chart_svg(chart: Chart, *, name: str, height: float) -> str:
    """The chart as one <svg>, WIDTH × ``height``; ``name`` is its own within a document.

    Raises TypeError for a kind that no screen shows.
    """
    return _picture(_parts(chart, name, height), chart.alt, WIDTH, height)


def has_narrow(chart: Chart) -> bool:
    """Whether ``narrow_svg`` can draw it: months side by side; rows are read as a list instead."""
    return chart.kind == "line" or isinstance(chart.shape, Columns)


def narrow_svg(chart: Chart, *, name: str, height: float) -> str:
    """The same for a phone, NARROW × ``height``, with texts that can be read there. Raises TypeError for rows."""
    if isinstance(chart.shape, Columns):
        parts = columns.draw(chart.shape, height, name=name, width=NARROW)
    elif chart.kind == "line":
        parts = line.draw(chart, height, width=NARROW)
    else:
        raise TypeError(f"no narrow drawing for a chart of the kind {chart.kind}")
    return _picture(parts, chart.alt, NARROW, height)


def bullet_svg(chart: Chart, *, label: bool) -> str:
    """A measure as one <svg> of half a screen's width; ``label``: its value is written at the bar's end."""
    return _picture(bullet.draw(chart, label=label), chart.alt, bullet.WIDTH, bullet.HEIGHT)


def _parts(chart: Chart, name: str, height: float) -> str:
    if chart.kind == "line":
        return line.draw(chart, height)
    if chart.kind == "tiles":
        return tiles.draw(chart, height)
    if isinstance(chart.shape, Columns):
        return columns.draw(chart.shape, height, name=name)
    if isinstance(chart.shape, Bars):
        return bars.draw(chart.shape, height)
    if isinstance(chart.shape, Dots):
        return rows.draw(chart.shape, height)
    raise TypeError(f"no drawing for a chart of the kind {chart.kind}")


def _picture(parts: str, alt: str, width: float, height: float) -> str:
    return element("svg", parts, viewBox=f"0 0 {width:.0f} {height:.0f}", role="img", aria_label=alt,
                   preserveAspectRatio="xMidYMin meet")
