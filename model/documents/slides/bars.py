"""Horizontal bars as a native chart: what is filled in front of its frame, and the target as a line across."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.chart import Chart as NativeChart
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from model.documents.slides import labels, native, shapes
from model.documents.slides.native import AXIS, Values
from model.documents.slides.page import LINE, Area, colour, width_of
from model.drawing.shapes import Bar, Bars
from model.drawing.theme import LIGHT

FILLED, FRAME = "Fyldt", "Ramme"
MOST_ROWS = 12
LONGEST_NAME, GAP = 300.0, 12.0  # points
END = XL_LABEL_POSITION.OUTSIDE_END


def pages(drawn: Bars) -> list[Bars]:
    """No more bars on a slide than can be read, evenly divided."""
    return [Bars(part, drawn.maximum, drawn.target, drawn.target_label) for part in divided(drawn.bars, MOST_ROWS)]


def divided(rows: Sequence[Any], most: int) -> list[tuple[Any, ...]]:
    """Rows in parts as even as can be, none above ``most``."""
    count = -(-len(rows) // most)
    ends = [round(at * len(rows) / count) for at in range(count + 1)] if count else []
    return [tuple(rows[ends[at]:ends[at + 1]]) for at in range(count)]


def draw(slide: Slide, area: Area, drawn: Bars, *, alt: str) -> None:
    """The bars on the area, the first at the top; a bar's own words stand at its end."""
    names = [_name(bar) for bar in drawn.bars]
    left = min(LONGEST_NAME, max(width_of(name, AXIS) for name in names) + GAP)
    right = max(width_of(bar.label, AXIS) for bar in drawn.bars) + GAP
    plot = area.inside(left=left, right=right, top=AXIS * LINE + 4 if drawn.target is not None else 4, bottom=4)
    made = native.add(slide, area, XL_CHART_TYPE.BAR_CLUSTERED, native.data(names, series_of(drawn)),
                      name="Søjlediagram", alt=alt)
    native.place(made, area, plot)
    native.value_axis(made, low=0, high=drawn.maximum, step=drawn.maximum, number_format=native.COUNT, shown=False)
    native.downwards(made)
    made.plots[0].overlap, made.plots[0].gap_width = 100, 45
    _look(made, drawn)
    if drawn.target is not None:
        target(slide, plot, drawn.target / drawn.maximum, drawn.target_label)


def series_of(drawn: Bars) -> list[tuple[str, Values]]:
    """The frames, where there are any, and in front of them the values."""
    filled: tuple[str, Values] = (FILLED, [bar.value for bar in drawn.bars])
    frames: tuple[str, Values] = (FRAME, [bar.outline for bar in drawn.bars])
    return [frames, filled] if any(value is not None for value in frames[1]) else [filled]


def target(slide: Slide, plot: Area, place: float, words: str) -> None:
    """A dashed line across the plot at a share of its width, with its name over it."""
    x = plot.left + plot.width * place
    shapes.line(slide.shapes, (x, plot.top), (x, plot.bottom), said=words, dash=MSO_LINE.DASH)
    width = width_of(words, AXIS, bold=True) + 8
    left = min(max(x - width / 2, plot.left), plot.right - width)
    shapes.write(slide.shapes, Area(left, plot.top - AXIS * LINE - 2, width, AXIS * LINE),
                 [[shapes.Run(words, AXIS, bold=True)]], name="Mål", align=PP_ALIGN.CENTER, wrap=False)


def _name(bar: Bar) -> str:
    """A bar without any length has no end to write at, so its words stand with its name."""
    return bar.name if _length(bar) is not None else f"{bar.name}: {bar.label}"


def _length(bar: Bar) -> float | None:
    return max((value for value in (bar.value, bar.outline) if value is not None), default=None)


def _look(made: NativeChart, drawn: Bars) -> None:
    by_name = {series.name: series for series in made.plots[0].series}
    if FRAME in by_name:
        frame = by_name[FRAME].format
        frame.fill.solid()
        frame.fill.fore_color.rgb = colour(LIGHT.ground)
        frame.line.color.rgb, frame.line.width = colour(LIGHT.main), Pt(1.75)
    filled = by_name[FILLED]
    filled.format.fill.solid()
    filled.format.fill.fore_color.rgb = colour(LIGHT.main)
    for at, bar in enumerate(drawn.bars):
        if bar.signal:
            look = filled.points[at].format
            look.fill.solid()
            look.fill.fore_color.rgb = colour(LIGHT.signal)
        if _length(bar) is not None:
            longest = FRAME if bar.outline is not None and bar.outline == _length(bar) else FILLED
            labels.text(by_name[longest].points[at], bar.label, size=AXIS, position=END)
