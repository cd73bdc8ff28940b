"""One figure against its target for a wall: a bar on a band, the target as a line, the interval as a whisker."""

from model.basics.shares import percent
from model.drawing.chart import Bullet, Chart
from model.drawing.svg import marks
from model.drawing.svg.parts import BASE, LEAST, box, line, text, width_of
from model.drawing.theme import LIGHT

WIDTH, HEIGHT = 820.0, 150.0
TOP, BAND = 56.0, 46.0
FILLS = {"reached": LIGHT.main, "not_reached": LIGHT.signal}
BADGE = 17.0


def draw(chart: Chart, *, label: bool) -> str:
    """The drawing's parts; ``label``: the value is written at the bar's end. Without a value the band is empty."""
    drawn = chart.bullet
    if drawn is None:
        return ""
    band = box(0, TOP, WIDTH, BAND, fill=LIGHT.band, edge=LIGHT.edge, thick=2)
    return band + _value(drawn, label=label) + _whisker(drawn) + _target(drawn)


def _value(drawn: Bullet, *, label: bool) -> str:
    if drawn.value is None:
        return ""
    x = _at(drawn, drawn.value)
    bar = box(0, TOP + 9, x, BAND - 18, fill=FILLS.get(drawn.mark, LIGHT.context))
    pin = min(max(x, BADGE + 2), WIDTH - BADGE - 2)
    sign = marks.badge(drawn.mark, pin, TOP - BADGE - 14, BADGE)
    if not label:
        return bar + sign
    left = pin - BADGE - 12 > width_of(drawn.value_label, BASE)
    return bar + sign + text(drawn.value_label, pin + (-BADGE - 12 if left else BADGE + 12), TOP - BADGE - 4,
                             anchor="end" if left else "start", bold=True)


def _whisker(drawn: Bullet) -> str:
    if drawn.low is None or drawn.high is None:
        return ""
    low, high, y = _at(drawn, drawn.low), _at(drawn, drawn.high), TOP + BAND / 2
    return line(low, y, high, y, colour=LIGHT.target, width=4) + "".join(
        line(x, y - 12, x, y + 12, colour=LIGHT.target, width=4) for x in (low, high))


def _target(drawn: Bullet) -> str:
    """The target with its name, between the ends of the scale; an end that has no room beside it gives way."""
    x, half = _at(drawn, drawn.target), width_of(drawn.target_label, BASE) / 2
    low, high, y = percent(0), percent(drawn.maximum), TOP + BAND + 36
    ends = [(low, 0.0, "start", x - half > width_of(low, LEAST)),
            (high, WIDTH, "end", x + half < WIDTH - width_of(high, LEAST))]
    return (line(x, TOP - 7, x, TOP + BAND + 10, colour=LIGHT.target, width=5, dash="12 6")
            + text(drawn.target_label, min(max(x, half), WIDTH - half), y, anchor="middle", bold=True)
            + "".join(text(words, at, y, size=LEAST, colour=LIGHT.quiet, anchor=anchor)
                      for words, at, anchor, free in ends if free))


def _at(drawn: Bullet, value: float) -> float:
    return WIDTH * min(1.0, max(0.0, value / drawn.maximum))
