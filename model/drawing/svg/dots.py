"""Dots with whiskers for a wall: up to some twenty units, each with its count and its verdict in words on its row."""

from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Scale
from model.drawing.svg import marks
from model.drawing.svg.parts import LEAST, MARKER, THIN, WIDTH, element, fitting, line, text, width_of, within
from model.drawing.theme import LIGHT

NAME, LABEL = 330.0, 300.0  # room for a unit's name, and for a dot's label
PITCH, SIZE = 60.0, 28.0  # a row's height and its text, at most
HEAD, FOOT = 44.0, 36.0  # room over and under the rows
GAP = 24.0
SIDES = (("middle", "middle"), ("end", "start"))  # of a line's name: where it is alone, and where they are two


def draw(drawn: Dots, height: float) -> str:
    """The drawing's parts. A dot without a value has its label alone; a whisker beyond the scale gets an arrow."""
    rows = sum(len(group.rows) for group in drawn.groups) + sum(bool(group.title) for group in drawn.groups)
    pitch = min(PITCH, (height - HEAD - FOOT) / max(rows, 1))
    tracks = _tracks(drawn)
    floor = HEAD + rows * pitch
    parts = [_scale(scale, left, right, floor) for scale, (left, right) in zip(drawn.scales, tracks, strict=True)]
    at = HEAD
    for group in drawn.groups:
        parts.append(_group(group, drawn, tracks, (at, pitch)))
        at += pitch * (len(group.rows) + bool(group.title))
    return "".join(parts)


def _tracks(drawn: Dots) -> list[tuple[float, float]]:
    """Where each scale begins and ends; with one of them the verdict's words stand at the far right."""
    words = _word_room(drawn)
    room = (WIDTH - NAME - words) / max(len(drawn.scales), 1)
    return [(NAME + at * room + GAP, NAME + (at + 1) * room - LABEL - GAP) for at in range(len(drawn.scales))]


def _word_room(drawn: Dots) -> float:
    if len(drawn.scales) != 1:
        return 0.0
    return max((width_of(words, LEAST) for _, words in drawn.legend), default=0.0) + 40


def _scale(scale: Scale, left: float, right: float, floor: float) -> str:
    def at(value: float) -> float:
        return left + (right - left) * scale.at(value)

    ticks = "".join(line(at(value), HEAD, at(value), floor, colour=LIGHT.band, width=2)
                    + text(words, at(value), floor + 30, size=LEAST, colour=LIGHT.quiet, anchor="middle")
                    for value, words in scale.ticks)
    ordered = sorted(scale.lines, key=lambda one: one.value)
    return ticks + "".join(_across(one, at(one.value), floor, side=SIDES[len(ordered) > 1][min(place, 1)])
                           for place, one in enumerate(ordered))


def _across(one: Line, x: float, floor: float, *, side: str) -> str:
    """The target, dashed, or the whole region, thin, each with its name over the rows; two of them turn outwards."""
    target, found = one.role == "target", one.role == "benchmark"
    shift = {"end": -6, "start": 6}.get(side, 0)
    return (line(x, HEAD - 10, x, floor, colour=LIGHT.target if target else LIGHT.edge if found else LIGHT.context,
                 width=4 if target or found else THIN, dash="14 8" if target else "4 8" if found else "")
            + text(one.label, x + shift, HEAD - 18, size=26, anchor=side, bold=target,
                   colour=LIGHT.target if target else LIGHT.quiet))


def _group(group: DotGroup, drawn: Dots, tracks: list[tuple[float, float]], place: tuple[float, float]) -> str:
    top, pitch = place
    size = min(SIZE, max(LEAST, pitch * 0.84))
    title = text(group.title, 0, top + pitch * 0.5 + size * 0.35, size=LEAST, colour=LIGHT.quiet) if group.title else ""
    begin = top + (pitch if group.title else 0)
    return title + "".join(_row(row, drawn, tracks, (begin + pitch * (at + 0.5), size))
                           for at, row in enumerate(group.rows))


def _row(row: DotRow, drawn: Dots, tracks: list[tuple[float, float]], place: tuple[float, float]) -> str:
    y, size = place
    base = y + size * 0.35
    parts = [within(row.name, 0, base, size=size, room=NAME, bold=True)]
    longest = max((dot.label for group in drawn.groups for one in group.rows for dot in one.dots), key=len)
    for dot, scale, (left, right) in zip(row.dots, drawn.scales, tracks, strict=True):
        parts.append(_dot(dot, scale, (left, right), y))
        parts.append(text(dot.label, right + GAP, base, size=fitting(longest, size, LABEL)))
    return "".join(parts) + _verdict(row, drawn, base)


def _verdict(row: DotRow, drawn: Dots, base: float) -> str:
    """The status in the words of the legend, beside its own row."""
    words = dict(drawn.legend).get(row.dots[0].mark, "") if len(drawn.scales) == 1 and row.dots else ""
    if not words:
        return ""
    settled = row.dots[0].mark in marks.FILLED
    return text(words, WIDTH - _word_room(drawn) + 24, base, size=LEAST, bold=settled,
                colour=marks.EDGES[row.dots[0].mark] if settled else LIGHT.quiet)


def _dot(dot: Dot, scale: Scale, track: tuple[float, float], y: float) -> str:
    left, right = track
    if dot.value is None:
        return ""
    x, colour = left + (right - left) * scale.at(dot.value), marks.EDGES[dot.mark]
    if not scale.low <= dot.value <= scale.high:
        return _arrow(left if dot.value < scale.low else right, y, colour, leftwards=dot.value < scale.low)
    return _whisker(dot, scale, track, y) + marks.point(dot.mark, x, y, MARKER)


def _whisker(dot: Dot, scale: Scale, track: tuple[float, float], y: float) -> str:
    if dot.low is None or dot.high is None:
        return ""
    (left, right), colour = track, marks.EDGES[dot.mark]
    low, high = (left + (right - left) * scale.at(value) for value in (dot.low, dot.high))
    clipped = _arrow(high, y, colour, leftwards=False) if dot.high > scale.high else ""
    return line(low, y, high, y, colour=colour, width=4) + clipped


def _arrow(x: float, y: float, colour: str, *, leftwards: bool) -> str:
    tip = -14 if leftwards else 14
    return element("polygon", points=f"{x:.1f},{y - 9:.1f} {x + tip:.1f},{y:.1f} {x:.1f},{y + 9:.1f}", fill=colour)
