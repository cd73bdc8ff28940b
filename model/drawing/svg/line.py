"""A line chart for a wall: direct labels, gaps never bridged, provisional points hollow, the required path dotted."""

from dataclasses import dataclass
from datetime import date

from model.basics.months import between, span
from model.basics.shares import percent
from model.drawing import line_layout
from model.drawing.chart import Chart, Series
from model.drawing.svg.parts import (
    BASE,
    LARGE,
    LEAST,
    LINE,
    MARKER,
    THIN,
    WIDTH,
    beside,
    box,
    element,
    fitting,
    line,
    path,
    text,
    width_of,
)
from model.drawing.theme import LIGHT

LEFT, RIGHT, TOP, BOTTOM = 116.0, 24.0, 16.0, 84.0  # room round the plot
AXIS = 26.0  # size of the axes' texts
COLOURS = {"main": LIGHT.main, "context": LIGHT.context, "required": LIGHT.main, "benchmark": LIGHT.edge}
WIDTHS = {"main": LINE + 1, "context": THIN, "required": LINE, "benchmark": LINE}
DASHES = {"required": "2 14", "benchmark": "4 10"}


@dataclass(frozen=True)
class Plot:
    """Where months and values stand."""

    months: tuple[date, ...]
    top: float
    height: float
    width: float

    def x(self, month: date, *, by: float = 0.0) -> float:
        """The middle of a month's room, ``by`` months later."""
        return LEFT + (self.right - LEFT) * (between(self.months[0], month) + by + 0.5) / len(self.months)

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.floor - (self.floor - TOP) * value / self.top

    @property
    def floor(self) -> float:
        """The line on which the months stand."""
        return self.height - BOTTOM

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.width - RIGHT


def draw(chart: Chart, height: float, *, width: float = WIDTH) -> str:
    """The drawing's parts; a chart without months is an empty one."""
    if not any(series.months for series in chart.series):
        return ""
    plot = Plot(tuple(span(*line_layout.ends(chart))), line_layout.top(chart), height, width)
    ordered = sorted(chart.series, key=lambda series: series.role == "main")  # the main line lies over the others
    return (_axes(plot) + _breaks(chart, plot) + _target(chart, plot) + "".join(_series(s, plot) for s in ordered)
            + "".join(_label(s, chart, plot) for s in ordered) + _gaps(chart, plot)
            + _moments(chart, plot) + _hollow(chart, plot))


def _axes(plot: Plot) -> str:
    steps = "".join(line(LEFT, plot.y(step), plot.right, plot.y(step), colour=LIGHT.band, width=2)
                    + text(percent(step), LEFT - 16, plot.y(step) + AXIS * 0.35, size=AXIS,
                           colour=LIGHT.quiet, anchor="end") for step in line_layout.steps(plot.top))
    floor = line(LEFT, plot.floor, plot.right, plot.floor, colour=LIGHT.context, width=2)
    return steps + floor + _months(plot)


def _months(plot: Plot) -> str:
    places, drawn = line_layout.tick_places(plot.months), []
    for place in places:
        month, x = plot.months[place], plot.x(plot.months[place])
        name, year = line_layout.tick_words(month, outermost=place in (places[0], places[-1]))
        drawn.append(line(x, plot.floor, x, plot.floor + 10, colour=LIGHT.context, width=2)
                     + text(name, x, plot.floor + 40, size=AXIS, colour=LIGHT.quiet, anchor="middle")
                     + (text(year, x, plot.floor + 72, size=AXIS, colour=LIGHT.quiet, anchor="middle")
                        if year else ""))
    return "".join(drawn)


def _series(series: Series, plot: Plot) -> str:
    """Runs of known months, and on the main line a marker at each."""
    known = [None if value is None else (plot.x(month), plot.y(value))
             for month, value in zip(series.months, series.values, strict=True)]
    colour, dash = COLOURS[series.role], DASHES.get(series.role, "")
    lines = "".join(path(run, colour=colour, width=WIDTHS[series.role], dash=dash) for run in _runs(known))
    if series.role != "main":
        return lines
    hollow = series.provisional or (False,) * len(known)
    return lines + "".join(
        element("circle", cx=place[0], cy=place[1], r=MARKER, fill=LIGHT.ground if hollow[at] else colour,
                stroke=colour, stroke_width=4) for at, place in enumerate(known) if place)


def _runs(known: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for place in known:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if len(run) > 1]


def _label(series: Series, chart: Chart, plot: Plot) -> str:
    """The line's own value or name at its own point, kept within the picture."""
    if not series.label_last or all(value is None for value in series.values):
        return ""
    place, main = line_layout.label_place(series, chart), series.role == "main"
    size = fitting(series.label_last, LARGE if main else BASE, plot.right - LEFT)
    wide, x = width_of(series.label_last, size), plot.x(place.month)
    left = (place.left or x + wide > plot.width) and x - wide > LEFT
    x = x if left else min(x, plot.width - wide)
    y = plot.y(place.value) + (-22 if place.above else 16 + size * 0.8)
    colour = LIGHT.quiet if series.role in ("context", "benchmark") else LIGHT.main
    return text(series.label_last, x + (MARKER if left else -MARKER), min(y, plot.floor - 8), size=size, colour=colour,
                anchor="end" if left else "start", bold=main, halo=True)


def _target(chart: Chart, plot: Plot) -> str:
    if chart.target is None:
        return ""
    above, at_end = line_layout.target_place(chart, chart.target)
    y = plot.y(chart.target)
    return (line(LEFT, y, plot.right, y, colour=LIGHT.target, width=4, dash="18 10")
            + text(chart.target_label, plot.right if at_end else LEFT + 12, y + (-14 if above else BASE + 8),
                   size=BASE, anchor="end" if at_end else "start", bold=True, halo=True))


def _breaks(chart: Chart, plot: Plot) -> str:
    """A line before the month, and its words at the top; one under the other where they are several."""
    found = [(plot.x(month, by=-0.5), words) for month, words in chart.breaks]
    return "".join(line(x, TOP, x, plot.floor, colour=LIGHT.context, width=2, dash="12 8")
                   + beside(words, x, TOP + 22 + at * 34, size=AXIS, right=plot.width)
                   for at, (x, words) in enumerate(found))


def _gaps(chart: Chart, plot: Plot) -> str:
    """What a gap is called, in its middle; a word without room beside the one before stands a row higher."""
    drawn, row, end = [], 0, 0.0
    for start, length, words in line_layout.gaps(chart):
        x, half = plot.x(start, by=(length - 1) / 2), width_of(words, AXIS) / 2
        row = 1 - row if x - half < end else 0
        end = x + half
        drawn.append(text(words, x, plot.floor - 14 - row * 32, size=AXIS, colour=LIGHT.quiet, anchor="middle"))
    return "".join(drawn)


def _moments(chart: Chart, plot: Plot) -> str:
    """A letter in a frame at the foot of each month in which something happened."""
    y, drawn = plot.floor - 14 - line_layout.moment_row(chart) * 40, []
    for moment in chart.moments:
        x, wide = plot.x(moment.month), width_of(moment.letter, LEAST) + 14
        drawn.append(box(x - wide / 2, y - LEAST, wide, LEAST + 8, fill=LIGHT.ground, edge=LIGHT.quiet, thick=2)
                     + text(moment.letter, x, y, size=LEAST, colour=LIGHT.quiet, anchor="middle"))
    return "".join(drawn)


def _hollow(chart: Chart, plot: Plot) -> str:
    """What a hollow point is, at the right over the plot."""
    words = dict.fromkeys(
        series.hollow for series in chart.series if series.role == "main" and series.hollow and any(
            hollow and value is not None for hollow, value in zip(series.provisional, series.values, strict=False)))
    if not words:
        return ""
    said, y = ", ".join(words), TOP + 22
    x = plot.right - width_of(said, AXIS)
    return (text(said, x, y, size=AXIS, colour=LIGHT.quiet, halo=True)
            + element("circle", cx=x - 20, cy=y - AXIS * 0.35, r=MARKER, fill=LIGHT.ground, stroke=LIGHT.main,
                      stroke_width=4))
