"""Columns by month as a native chart, and under them on the same months a line as a second one."""

from typing import Any

from pptx.chart.chart import Chart as NativeChart
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_PATTERN
from pptx.slide import Slide
from pptx.util import Pt

from model.documents.slides import labels, months, native, shapes
from model.documents.slides.native import AXIS, COUNT, LABEL, MAIN_LABEL
from model.documents.slides.page import LINE, Area, colour
from model.drawing.shapes import Columns, ColumnSeries
from model.drawing.theme import LIGHT

UPPER = 0.6  # the columns' part of the height when there is a line under them
SIDE, NARROW = 50.0, 4.0  # points at the left
INKS = (LIGHT.main, LIGHT.signal, LIGHT.edge, LIGHT.spare_one)
TONES = {"main": LIGHT.main, "signal": LIGHT.signal, "edge": LIGHT.edge}
STEPS, MOST_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9), 5
SIGNED = "+#,##0;−#,##0;"  # nothing is not written
UNSIGNED = "#,##0;#,##0"  # what hangs under the axis is a count too


def draw(slide: Slide, area: Area, drawn: Columns, *, alt: str) -> None:
    """The columns, with their legend where there are several, over the line where there is one."""
    upper, lower = area.rows(area.height * (UPPER if drawn.line is not None else 1))
    _columns(slide, upper, drawn, alt=alt)
    if drawn.line is not None:
        heading, rest = lower.rows(AXIS * LINE + 4)
        shapes.write(slide.shapes, heading, [[shapes.Run(drawn.line_title, AXIS, ink=LIGHT.quiet)]],
                     name="Overskrift for linjen")
        _line(slide, rest, drawn, drawn.line)


def _columns(slide: Slide, area: Area, drawn: Columns, *, alt: str) -> None:
    stacked = _stacked(drawn)
    kind = XL_CHART_TYPE.COLUMN_STACKED if stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
    given = native.data(drawn.months, [(series.name, series.values) for series in drawn.series])
    made = native.add(slide, area, kind, given, name="Søjlediagram", alt=alt)
    named = drawn.line is None  # with a line below, the months stand under both
    plot = area.inside(left=side(drawn), top=36 if len(drawn.series) > 1 else 12, bottom=34 if named else 6)
    native.place(made, area, plot)
    _scale(made, drawn)
    native.month_axis(made, every=months.every(drawn.months, plot.width), shown=named)
    made.plots[0].overlap, made.plots[0].gap_width = 100, 35
    if len(drawn.series) > 1:
        _legend(made)
    for at, (series, told) in enumerate(zip(made.plots[0].series, drawn.series, strict=True)):
        _look(series, told, TONES[told.tone] if told.tone else INKS[at % len(INKS)])
        if told.texts and not stacked:
            _numbers(series, told)
    months.marks(slide, plot, drawn.months, drawn.marks)


def side(drawn: Columns) -> float:
    """The room at the left, for the axis' numbers where there are any; the same over and under."""
    return NARROW if _numbered(drawn) else SIDE


def _numbered(drawn: Columns) -> bool:
    """Whether every column says its own number, so that no axis has to."""
    return all(series.texts for series in drawn.series)


def _stacked(drawn: Columns) -> bool:
    """Whether two columns of a month lie on the same side of the axis."""
    by_month = list(zip(*(series.values for series in drawn.series), strict=True))
    return any(sum((value or 0) > 0 for value in month) > 1 or sum((value or 0) < 0 for value in month) > 1
               for month in by_month)


def _scale(made: NativeChart, drawn: Columns) -> None:
    by_month = list(zip(*(series.values for series in drawn.series), strict=True))
    high = max([sum(max(value or 0, 0) for value in month) for month in by_month], default=0)
    low = min([sum(min(value or 0, 0) for value in month) for month in by_month], default=0)
    step = _step(high - low)
    numbered = _numbered(drawn) and not _stacked(drawn)
    air = 1.25 if numbered else 1.05
    native.value_axis(made, low=low * air if numbered else -_reach(-low, step), step=step, number_format=UNSIGNED,
                      high=max(high * air if numbered else _reach(high, step), 1), shown=not numbered)


def _step(width: float) -> int:
    return next(step for step in STEPS if width / step <= MOST_STEPS)


def _reach(value: float, step: int) -> float:
    """The end of the axis, in whole steps."""
    return 0 if value <= 0 else step * -(-value // step)


def _legend(made: NativeChart) -> None:
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    made.legend.font.size = Pt(AXIS)


def _look(series: Any, told: ColumnSeries, ink: str) -> None:
    series.invert_if_negative = False
    series.format.line.color.rgb, series.format.line.width = colour(ink), Pt(1.5)
    fill = series.format.fill
    if told.fill == "hatched":
        fill.patterned()
        fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.fore_color.rgb, fill.back_color.rgb = colour(ink), colour(LIGHT.ground)
        return
    fill.solid()
    fill.fore_color.rgb = colour(LIGHT.ground if told.fill == "outlined" else ink)


def _numbers(series: Any, told: ColumnSeries) -> None:
    """The column's own number at its end, with the sign that the web writes."""
    for at, words in enumerate(told.texts):
        if words:
            labels.value(series.points[at], SIGNED if told.signed else COUNT, size=LABEL,
                         position=XL_LABEL_POSITION.OUTSIDE_END)


def _line(slide: Slide, area: Area, drawn: Columns, told: ColumnSeries) -> None:
    given = native.data(drawn.months, [(told.name, told.values)])
    made = native.add(slide, area, XL_CHART_TYPE.LINE_MARKERS, given, name="Linjediagram",
                      alt=f"Linjediagram på de samme måneder. {drawn.line_title}.")
    plot = area.inside(left=side(drawn), top=4, bottom=34)
    native.place(made, area, plot)
    high = max((value for value in told.values if value is not None), default=0)
    native.value_axis(made, low=0, high=max(high * 1.6, 1), step=max(high, 1), number_format=COUNT, shown=False)
    native.month_axis(made, every=months.every(drawn.months, plot.width))
    series = made.plots[0].series[0]
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = colour(LIGHT.main), Pt(4)
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 10
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = colour(LIGHT.main)
    known = [at for at, value in enumerate(told.values) if value is not None]
    for at in {known[0], known[-1]} if known else ():
        labels.value(series.points[at], COUNT, size=MAIN_LABEL, bold=True, ink=LIGHT.main,
                     position=XL_LABEL_POSITION.ABOVE)
