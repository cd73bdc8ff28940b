"""Shares with their intervals by jobcenter: a native table of names, counts and verdicts beside native bars.

A bar chart has no dots, so the share is the bar's end, and the interval the error bar on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from model.charts.chart import Mark
from model.charts.dots import Dot, DotRow, Dots, Line, Role, Scale
from model.charts.theme import LIGHT, SYMBOLS
from model.exports.slides import native, shapes
from model.exports.slides.bars import MOST_ROWS, divided
from model.exports.slides.native import AXIS, EXACT, PERCENT, Values
from model.exports.slides.page import LINE, Area, colour, width_of
from model.exports.slides.shapes import Run
from model.exports.slides.tables import Row, table

SHARE, NAME = "Andel", "Jobcenter"
FOOT = AXIS * LINE + 8  # points under the rows: the axis
AIR, RIGHT = 14.0, 28.0
UNJUDGED: tuple[Mark, ...] = ("too_few", "unknown", "plain")
PENS: dict[Role, tuple[str, float, MSO_LINE | None]] = {
    "target": (LIGHT.target, 2.25, MSO_LINE.DASH), "context": (LIGHT.context, 1.75, None),
    "benchmark": (LIGHT.edge, 2.25, MSO_LINE.SQUARE_DOT)}

Rows = Sequence[tuple[str, DotRow | None]]


@dataclass(frozen=True)
class Page:
    """What stands on one slide: rows, and between them a heading (None) of a group."""

    drawn: Dots
    rows: Rows
    every: Rows  # those of all the slides together, so that all of them look alike


def pages(drawn: Dots) -> list[Page]:
    """All groups after each other, no more rows on a slide than can be read; a heading is never the last of them."""
    rows: list[tuple[str, DotRow | None]] = []
    for group in drawn.groups:
        rows += [(group.title, None)] if group.title else []
        rows += [(row.name, row) for row in group.rows]
    parts = divided(rows, MOST_ROWS)
    for at in range(len(parts) - 1):
        if parts[at][-1][1] is None:
            parts[at], parts[at + 1] = parts[at][:-1], (parts[at][-1], *parts[at + 1])
    return [Page(drawn, part, rows) for part in parts]


def draw(slide: Slide, area: Area, page: Page, *, alt: str) -> None:
    """The table at the left and a chart for each scale at its right, row beside row."""
    words = _words(page.drawn, page.rows)
    right = table(slide, replace(area, height=area.height - FOOT), words, head=_head(page.drawn),
                  like=_words(page.drawn, page.every),
                  alt=f"Tabel over de samme tal som i diagrammet: {', '.join(words[0].cells)}.")
    rest = area.inside(left=right - area.left + AIR)
    for at, (scale, place) in enumerate(zip(page.drawn.scales, rest.columns(len(page.drawn.scales), gap=AIR),
                                            strict=True)):
        _chart(slide, place, page, scale, at=at, alt=alt)


def _head(drawn: Dots) -> float:
    """The room over the rows: the table's headings, and a row for the name of each line."""
    return max([1, *(len(scale.lines) for scale in drawn.scales)]) * AXIS * LINE + 6


def _words(drawn: Dots, rows: Rows) -> list[Row]:
    """Headings first; a group's heading has its own words alone."""
    verdicts = len(drawn.scales) == 1
    head = (NAME, *(scale.title for scale in drawn.scales), *(("Vurdering",) if verdicts else ()))
    found = [Row(head)]
    for name, row in rows:
        if row is None:
            found.append(Row((name,), heading=True))
            continue
        said = (_verdict(drawn, row.dots[0].mark),) if verdicts else ()
        found.append(Row((name, *(dot.label for dot in row.dots), *said)))
    return found


def _verdict(drawn: Dots, mark: Mark) -> str:
    """Mark and word; in a group that is not judged the group's heading is the word."""
    return SYMBOLS[mark] if mark in UNJUDGED else f"{SYMBOLS[mark]} {dict(drawn.legend).get(mark, '')}".strip()


def values_of(page: Page, at: int) -> Values:
    """The shares of one scale as fractions, row by row; too few have none."""
    return [None if dot is None or dot.value is None else dot.value / 100 for dot in _dots(page, at)]


def _dots(page: Page, at: int) -> list[Dot | None]:
    found = [None if row is None else row.dots[at] for _, row in page.rows]
    return [None if dot is None or dot.mark == "too_few" else dot for dot in found]


def _chart(slide: Slide, area: Area, page: Page, scale: Scale, *, at: int, alt: str) -> None:
    values, found = values_of(page, at), _dots(page, at)
    names = [name for name, _ in page.rows]
    made = native.add(slide, area, XL_CHART_TYPE.BAR_CLUSTERED,
                      native.data(names, [(scale.title or SHARE, values)], number_format=EXACT),
                      name="Søjlediagram med usikkerhed", alt=alt)
    plot = area.inside(top=_head(page.drawn), bottom=FOOT, right=RIGHT, left=6)
    native.place(made, area, plot)
    step = scale.ticks[1][0] - scale.ticks[0][0] if len(scale.ticks) > 1 else scale.high
    native.value_axis(made, low=scale.low / 100, high=scale.high / 100, step=step / 100, number_format=PERCENT)
    native.downwards(made, shown=False)
    made.plots[0].gap_width = 80
    series = made.plots[0].series[0]
    for place, dot in enumerate(found):
        if dot is not None and dot.value is not None:
            _look(series.points[place].format, dot.mark)
    native.whiskers(series, values, [_ends(dot) for dot in found])
    _lines(slide, plot, scale)


def _ends(dot: Dot | None) -> tuple[float | None, float | None]:
    if dot is None or dot.low is None or dot.high is None:
        return None, None
    return dot.low / 100, dot.high / 100


def _look(look: Any, mark: Mark) -> None:
    """Blue where the verdict is over, hatched where it is under, hollow where it is open."""
    inks = {"reached": LIGHT.edge, "not_reached": LIGHT.signal}
    ink = colour(inks.get(mark, LIGHT.context))
    look.line.color.rgb, look.line.width = ink, Pt(1.75)
    if mark == "not_reached":
        look.fill.patterned()
        look.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        look.fill.fore_color.rgb, look.fill.back_color.rgb = ink, colour(LIGHT.ground)
        return
    look.fill.solid()
    look.fill.fore_color.rgb = ink if mark == "reached" else colour(LIGHT.ground)


def _lines(slide: Slide, plot: Area, scale: Scale) -> None:
    """The target and what else runs across all rows, each with its name in a row of its own at the line's head."""
    found = sorted(scale.lines, key=lambda line: line.role != "target")
    for row, line in enumerate(found):
        x, top = plot.left + plot.width * scale.at(line.value), plot.top - row * AXIS * LINE
        ink, width, dash = PENS[line.role]
        shapes.line(slide.shapes, (x, top), (x, plot.bottom), said=line.label, ink=ink, width=width, dash=dash)
        crossed = [other.value - line.value for other in found[row + 1:]]  # lines on their way to a higher name
        _name(slide, Area(plot.left, top - AXIS * LINE - 2, plot.width + RIGHT, AXIS * LINE), x, line,
              side=0 if not crossed else -1 if crossed[0] >= 0 else 1)


def _name(slide: Slide, row: Area, x: float, line: Line, *, side: int) -> None:
    """Over its line, or left (−1) or right (1) of it, within the row."""
    main = line.role == "target"
    width = width_of(line.label, AXIS, bold=main) + 4
    left = min(max(x - width / 2 + side * (width / 2 + 3), row.left), row.right - width)
    shapes.write(slide.shapes, Area(left, row.top, width, row.height),
                 [[Run(line.label, AXIS, main, LIGHT.target if main else LIGHT.quiet)]], name=line.label,
                 align=PP_ALIGN.CENTER, wrap=False)
