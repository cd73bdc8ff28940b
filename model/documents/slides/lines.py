"""A line by month as a native chart: gaps, and the target and the hollow provisional points as series of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt

from model.basics.months import span
from model.basics.shares import label_decimals
from model.documents.slides import labels, legends, months, native, provisional
from model.documents.slides.native import LABEL, MAIN_LABEL, PERCENT, Values
from model.documents.slides.page import Area, colour, width_of
from model.drawing import line_layout
from model.drawing.chart import Chart, Role, Series
from model.drawing.theme import LIGHT

ABOVE, BELOW = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW
INKS: dict[Role, str] = {"main": LIGHT.main, "context": LIGHT.context, "required": LIGHT.main, "benchmark": LIGHT.edge}
WIDTHS: dict[Role, float] = {"main": 4, "context": 2.25, "required": 3, "benchmark": 3}
DASHES: dict[Role, MSO_LINE] = {"required": MSO_LINE.ROUND_DOT, "benchmark": MSO_LINE.SQUARE_DOT}
NAMED: tuple[Role, ...] = ("context", "benchmark")
MARKER, TARGET = 10, 2.25  # points
LEGEND = 40.0  # points over a plot with provisional points: what they are
BESIDE = 8.0  # points that a label reaches over its point


@dataclass(frozen=True)
class Ground:
    """What the lines are drawn on: the chart, the months along its foot, where it and its plot lie, the axis' top."""

    chart: Chart
    along: tuple[date, ...]
    area: Area
    plot: Area
    top: float


def draw(slide: Slide, area: Area, chart: Chart, *, alt: str) -> None:
    """The chart on the area; percent become fractions, so that PowerPoint writes the reader's own decimal sign."""
    along = span(*line_layout.ends(chart))
    hollow = [part.name for part in _order(chart) if part is not None and provisional.is_one(part)]
    ground = Ground(chart, tuple(along), area, area.inside(left=70, top=LEGEND if hollow else 14, right=44, bottom=38),
                    line_layout.top(chart))
    drawn = native.add(slide, area, XL_CHART_TYPE.LINE_MARKERS, native.data(
        along, series_of(chart), formats=[_format(part) for part in _order(chart)]), name="Linjediagram", alt=alt)
    if line_layout.skips(chart):
        native.joined(drawn)
    native.place(drawn, area, ground.plot)
    native.value_axis(drawn, low=0, high=ground.top / 100, step=line_layout.steps(ground.top)[1] / 100,
                      number_format=PERCENT)
    native.month_axis(drawn, every=months.every(along, ground.plot.width))
    parts = list(zip(drawn.plots[0].series, _order(chart), strict=True))
    for made, series in parts:
        _target(made, ground) if series is None else _line(made, series)
    for series in chart.series:
        if series.label_last and any(value is not None for value in series.values):
            _label(_bearer(parts, series, chart), series, ground)
    if hollow:
        legends.draw(drawn, hollow, area=area, right=ground.plot.right)
    months.marks(slide, ground.plot, along, chart.breaks)
    months.words(slide, ground.plot, along, line_layout.gaps(chart))
    months.letters(slide, ground.plot, along, chart.moments, row=line_layout.moment_row(chart))


def series_of(chart: Chart) -> list[tuple[str, Values]]:
    """Names and fractions over every month of the axis, from the back to the front; the target is constant."""
    along = span(*line_layout.ends(chart))
    constant = [(chart.target or 0) / 100] * len(along)
    return [(chart.target_label, constant) if series is None else (series.name, _fractions(series, along))
            for series in _order(chart)]


def _format(part: Series | None) -> str:
    """The number format of a series; the target's (None) is a whole percentage."""
    if part is None:
        return PERCENT
    targets = part.targets or (None,) * len(part.values)
    return native.finest(native.exact(value, target=target) for value, target in zip(part.values, targets, strict=True))


def _order(chart: Chart) -> list[Series | None]:
    """Context behind, then the target (None), then what the chart is about."""
    behind = [series for series in chart.series if series.role in NAMED]
    target: list[Series | None] = [] if chart.target is None else [None]
    front = [part for series in chart.series if series.role not in NAMED for part in provisional.parts(series)]
    return [*behind, *target, *front]


def _bearer(parts: Sequence[tuple[Any, Series | None]], series: Series, chart: Chart) -> Any:
    """The drawn part of a series that has the point its label stands at."""
    at = series.months.index(line_layout.label_place(series, chart).month)
    own = provisional.parts(series)
    return next(made for made, part in parts if part in own and part is not None and part.values[at] is not None)


def _fractions(series: Series, along: Sequence[date]) -> Values:
    known = dict(zip(series.months, series.values, strict=True))
    found = [known.get(month) for month in along]
    return [None if value is None else value / 100 for value in found]


def _line(made: Any, series: Series) -> None:
    ink = LIGHT.edge if provisional.is_one(series) else INKS[series.role]  # LibreOffice fills a marker with its line's
    _pen(made, ink, WIDTHS[series.role], DASHES.get(series.role))
    if series.role == "main":
        made.marker.style, made.marker.size = XL_MARKER_STYLE.CIRCLE, MARKER
        _dot(made.marker.format, hollow=provisional.is_one(series))


def _pen(made: Any, ink: str, width: float, dash: MSO_LINE | None) -> None:
    made.smooth = False
    made.marker.style = XL_MARKER_STYLE.NONE
    made.format.line.color.rgb, made.format.line.width = colour(ink), Pt(width)
    if dash is not None:
        made.format.line.dash_style = dash


def _dot(look: Any, *, hollow: bool) -> None:
    look.fill.solid()
    look.fill.fore_color.rgb = colour(LIGHT.ground if hollow else LIGHT.main)
    look.line.color.rgb, look.line.width = colour(LIGHT.main), Pt(2.25)


def _label(made: Any, series: Series, ground: Ground) -> None:
    """The line's own number or name where the web has it: beside its point, clear of the line it belongs to."""
    place, words = line_layout.label_place(series, ground.chart), series.label_last or ""
    point, main = made.points[ground.along.index(place.month)], series.role == "main"
    told = series.values[series.months.index(place.month)] or 0.0
    size = MAIN_LABEL if main else LABEL
    look: dict[str, Any] = {"size": size, "bold": main, "position": ABOVE if place.above else BELOW,
            "ink": LIGHT.quiet if series.role in NAMED else LIGHT.main}
    _written(point, words, told, named=series.role in NAMED and words == series.name, look=look)
    _clear(point, ground, width_of(words, size, bold=main), left=place.left, by=told - place.value)


def _written(point: Any, words: str, told: float, *, named: bool, look: dict[str, Any]) -> None:
    """The series' name or the point's number where PowerPoint would write them as the web does; else the web's text."""
    decimals = label_decimals(told, words)
    if named:
        labels.name(point, **look)
    elif decimals is not None:
        labels.value(point, native.percentage(decimals), **look)
    else:
        labels.text(point, words, **look)


def _clear(point: Any, ground: Ground, width: float, *, left: bool, by: float = 0.0) -> None:
    """From over (or under) its point to its left or right, and ``by`` percentage points further down."""
    aside = (width / 2 - BESIDE) * (-1 if left else 1)
    labels.move(point, right=aside / ground.area.width, down=by / ground.top * ground.plot.height / ground.area.height)


def _target(made: Any, ground: Ground) -> None:
    _pen(made, LIGHT.target, TARGET, MSO_LINE.DASH)
    above, at_end = line_layout.target_place(ground.chart, ground.chart.target or 0)
    above = above and not (at_end and _taken(ground))
    point = made.points[len(ground.along) - 1 if at_end else 0]
    labels.name(point, size=LABEL, bold=True, position=ABOVE if above else BELOW)
    _clear(point, ground, width_of(ground.chart.target_label, LABEL, bold=True), left=at_end)


def _taken(ground: Ground) -> bool:
    """Whether the main line's own words reach so far to the right that the target's name at the end meets them."""
    pitch, name = ground.plot.width / len(ground.along), width_of(ground.chart.target_label, LABEL, bold=True)
    for series in ground.chart.series:
        if series.role == "main" and series.label_last and any(value is not None for value in series.values):
            place = line_layout.label_place(series, ground.chart)
            begin = (ground.along.index(place.month) + 0.5) * pitch
            reach = 0.0 if place.left else width_of(series.label_last, MAIN_LABEL, bold=True)
            if place.above and begin + reach > ground.plot.width - name - BESIDE:
                return True
    return False
