"""Shares with their intervals by jobcenter: a native table of names, counts and verdicts beside native points.

Whiskers and the lines across all rows are series too, so that everything stands on one axis in every renderer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt

from model.basics.shares import end_decimals
from model.documents.slides import badges, labels, native, scatter
from model.documents.slides.bars import MOST_ROWS, divided
from model.documents.slides.native import AXIS, PERCENT
from model.documents.slides.page import LINE, Area, colour
from model.documents.slides.scatter import Points
from model.documents.slides.tables import Row, table
from model.drawing.chart import Mark
from model.drawing.dots import Dot, DotRow, Dots, Line, Role, Scale
from model.drawing.theme import LIGHT, SYMBOLS

SHARE, NAME, INTERVAL = "Andel", "Jobcenter", "Statistisk usikkerhed"
FOOT = AXIS * LINE + 8  # points under the rows: the axis
AIR, RIGHT = 14.0, 28.0
MARKER, WHISKER = 11, 2.0  # points
ABOVE, LEFT, BESIDE = XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.LEFT, XL_LABEL_POSITION.RIGHT
PENS: dict[Role, tuple[str, float, MSO_LINE | None]] = {
    "target": (LIGHT.target, 2.25, MSO_LINE.DASH), "context": (LIGHT.context, 1.75, None),
    "benchmark": (LIGHT.edge, 2.25, MSO_LINE.SQUARE_DOT)}

Rows = Sequence[tuple[str, DotRow | None]]
Found = list[tuple[Mark, list[tuple[int, str, Dot]]]]


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
    lines = [Row(head)]
    for name, row in rows:
        if row is None:
            lines.append(Row((name,), heading=True))
            continue
        said = (_verdict(drawn, row.dots[0].mark),) if verdicts else ()
        lines.append(Row((name, *(dot.label for dot in row.dots), *said)))
    return lines


def _verdict(drawn: Dots, mark: Mark) -> str:
    """Mark and word; the words for too few stand alone, since their mark would look like words left out."""
    said = dict(drawn.legend).get(mark, "")
    return said if said and mark == "too_few" else f"{SYMBOLS[mark]} {said}".strip()


def points_of(page: Page, at: int) -> Found:
    """The dots of one scale by their mark, each with its row from the top (1 is the first) and its name."""
    found: dict[Mark, list[tuple[int, str, Dot]]] = {}
    for place, (name, row) in enumerate(page.rows, start=1):
        if row is not None and row.dots[at].value is not None and row.dots[at].mark != "too_few":
            found.setdefault(row.dots[at].mark, []).append((place, name, row.dots[at]))
    return list(found.items())


def _chart(slide: Slide, area: Area, page: Page, scale: Scale, *, at: int, alt: str) -> None:
    plot = area.inside(bottom=FOOT, right=RIGHT, left=6)
    head = _head(page.drawn)
    text = AXIS * LINE / ((plot.height - head) / len(page.rows))  # a line of text, in rows
    last, lines, found = len(page.rows) + 0.5, _ordered(scale), points_of(page, at)
    tops = [_top(lines, place, text) for place in range(len(lines))]
    series = [_whiskers(found), *(_points(page, scale, mark, dots) for mark, dots in found)]
    series += [Points(one.label, ("", ""), (one.value / 100,) * 2, (top, last),
                      (_line_format(one),) * 2)
               for one, top in zip(lines, tops, strict=True)]
    made = native.add(slide, area, XL_CHART_TYPE.XY_SCATTER, scatter.data(series), name="Punktdiagram", alt=alt)
    scatter.open_gaps(made)
    scatter.tell_formats(made, series)
    native.place(made, area, plot)
    _axes(made, scale, found, (0.5 - head / (AXIS * LINE) * text, last))
    drawn = list(made.plots[0].series)
    _pen(drawn[0], LIGHT.target, WHISKER, None)
    for one, (mark, _) in zip(drawn[1:], found, strict=False):
        one.marker.style, one.marker.size = badges.marker(mark), MARKER
        badges.dress(one.marker.format, mark, hollow=False)  # LibreOffice draws no outline
    for place, line in enumerate(lines):
        _line(drawn[1 + len(found) + place], line, side=_side(lines, place))


def _points(page: Page, scale: Scale, mark: Mark, dots: Sequence[tuple[int, str, Dot]]) -> Points:
    name = dict(page.drawn.legend).get(mark) or scale.title or SHARE
    return Points(name, tuple(name for _, name, _ in dots), tuple((dot.value or 0.0) / 100 for _, _, dot in dots),
                  tuple(float(row) for row, _, _ in dots),
                  tuple(native.exact(dot.value, target=dot.target) for _, _, dot in dots))


def _line_format(line: Line) -> str:
    return PERCENT if line.role == "target" else native.exact(line.value, target=line.target)


def _axes(made: Any, scale: Scale, marked: Found, rows: tuple[float, float]) -> None:
    """The scale is made longer where a share would lie beyond it, since a slide has no arrows."""
    step = scale.ticks[1][0] - scale.ticks[0][0] if len(scale.ticks) > 1 else scale.high
    largest = max((dot.value or 0.0 for _, dots in marked for _, _, dot in dots), default=0.0)
    high = scale.high + step * max(0, ceil((largest - scale.high) / step))
    native.values_along(made.category_axis, low=scale.low / 100, high=high / 100, step=step / 100,
                        number_format=PERCENT)
    scatter.row_axis(made, first=rows[0], last=rows[1])


def _whiskers(marked: Found) -> Points:
    """Each interval from end to end, with nothing between two of them: a line in every renderer, as error bars are not.

    The longest series comes first, since LibreOffice gives all of them the room of the first.
    """
    ends = [(row, name, dot.low / 100, dot.high / 100, *_end_formats(dot)) for _, dots in marked
            for row, name, dot in dots if dot.low is not None and dot.high is not None]
    return Points(INTERVAL, tuple(name for _, own, *_ in ends for name in (own, own, "")),
                  tuple(end for _, _, low, high, *_ in ends for end in (low, high, None)),
                  tuple(at for row, *_ in ends for at in (row, row, None)),
                  tuple(code for *_, down, up in ends for code in (down, up, native.EXACT)))


def _end_formats(dot: Dot) -> tuple[str, str]:
    """Those that move no end of the whisker inwards, or onto the target."""
    low, high = (native.percentage(end_decimals(end or 0.0, target=dot.target, low=low))
                 for end, low in ((dot.low, True), (dot.high, False)))
    return low, high


def _ordered(scale: Scale) -> list[Line]:
    """The target's name lowest, and each other line's in a row of its own over it."""
    return sorted(scale.lines, key=lambda line: line.role != "target")


def _side(lines: Sequence[Line], place: int) -> XL_LABEL_POSITION:
    """A name stands over its line, or beside it, away from a line that goes on up to a higher name."""
    crossed = [other.value - lines[place].value for other in lines[place + 1:]]
    return ABOVE if not crossed else LEFT if crossed[0] >= 0 else BESIDE


def _top(lines: Sequence[Line], place: int, line: float) -> float:
    """The row at which a line ends upwards: under its name, or in the middle of it."""
    return 0.5 - line * (place + (0 if _side(lines, place) == ABOVE else 0.5))


def _line(series: Any, line: Line, *, side: XL_LABEL_POSITION) -> None:
    """The target and what else runs across all rows, with the series' own name at its upper end."""
    _pen(series, *PENS[line.role])
    main = line.role == "target"
    labels.name(series.points[0], size=AXIS, bold=main, position=side, ink=LIGHT.target if main else LIGHT.quiet)


def _pen(series: Any, ink: str, width: float, dash: MSO_LINE | None) -> None:
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb, series.format.line.width = colour(ink), Pt(width)
    if dash is not None:
        series.format.line.dash_style = dash
