"""Horizontal bars for a wall: each with its name before it and its words after it."""

from model.drawing.shapes import Bar, Bars
from model.drawing.svg.parts import BASE, LEAST, WIDTH, box, fitting, line, text, width_of, within
from model.drawing.theme import LIGHT

PITCH = 84.0  # a row's height at most
FILL = 0.62  # of it, a bar
APART = 0.5  # rows between bars of different groups
MOST_NAME, MOST_LABEL = 0.24, 0.34  # of the width
NEAR_END = 0.8  # of the scale


def draw(drawn: Bars, height: float) -> str:
    """The drawing's parts; a bar without a value has its words alone."""
    top = BASE + 18 if drawn.target is not None else 0.0
    starts, rows = _rows(drawn.bars)
    pitch = min(PITCH, (height - top) / max(rows, 1.0))
    size = max(LEAST, min(BASE, pitch * 0.6))
    left = min(MOST_NAME * WIDTH, max((width_of(bar.name, size) for bar in drawn.bars), default=0.0)) + 20
    right = WIDTH - min(MOST_LABEL * WIDTH, max((width_of(bar.label, size) for bar in drawn.bars), default=0.0)) - 20
    parts = [_bar(bar, drawn, (left, right, top + start * pitch, pitch), size)
             for bar, start in zip(drawn.bars, starts, strict=True)]
    return "".join(parts) + _target(drawn, (left, right, top, top + rows * pitch))


def _rows(bars: tuple[Bar, ...]) -> tuple[list[float], float]:
    """Where each bar begins, in rows, and how many rows there are: »Forløb 1, dag 1« stands with »Forløb 1, dag 2«."""
    starts: list[float] = []
    for at, bar in enumerate(bars):
        parted = at > 0 and bar.group != bars[at - 1].group
        starts.append(starts[-1] + 1 + (APART if parted else 0) if at else 0.0)
    return starts, (starts[-1] + 1 if starts else 0.0)


def _bar(bar: Bar, drawn: Bars, place: tuple[float, float, float, float], size: float) -> str:
    left, right, top, pitch = place
    scale, high, y = (right - left) / (drawn.maximum or 1), pitch * FILL, top + pitch * (1 - FILL) / 2
    colour = LIGHT.signal if bar.signal else LIGHT.main
    outline = "" if bar.outline is None else box(left, y, bar.outline * scale, high, fill=LIGHT.ground, edge=LIGHT.edge)
    solid = "" if bar.value is None else box(left, y + 4, bar.value * scale, high - 8, fill=colour)
    words = y + high / 2 + size * 0.35
    return (within(bar.name, 0, words, size=size, room=left - 16, bold=True) + outline + solid
            + text(bar.label, right + 20, words, size=fitting(bar.label, size, WIDTH - right - 20)))


def _target(drawn: Bars, place: tuple[float, float, float, float]) -> str:
    if drawn.target is None:
        return ""
    left, right, top, bottom = place
    x = left + (right - left) * drawn.target / (drawn.maximum or 1)
    ends = drawn.target > NEAR_END * drawn.maximum
    return (line(x, top - 8, x, bottom, colour=LIGHT.target, width=4, dash="18 10")
            + text(drawn.target_label, x, top - 18, anchor="end" if ends else "start", bold=True))
