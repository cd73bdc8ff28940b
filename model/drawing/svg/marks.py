"""The marks of a status: a shape of its own for each, so that colour never stands alone."""

from typing import Any

from model.drawing.chart import Mark
from model.drawing.signs import STROKES, WEIGHT
from model.drawing.svg.parts import THIN, element, path, text
from model.drawing.theme import LIGHT

FILLED: dict[Mark, str] = {"reached": LIGHT.main, "not_reached": LIGHT.signal, "plain": LIGHT.quiet}
EDGES: dict[Mark, str] = FILLED | {"half": LIGHT.signal, "unsettled": LIGHT.context, "too_few": LIGHT.context,
                                   "unknown": LIGHT.context}
DASHED: tuple[Mark, ...] = ("too_few", "unknown")
DASH = "5 4"


def point(kind: Mark, x: float, y: float, radius: float, *, thick: float = THIN) -> str:
    """The shape alone, round (x, y): circle, square or diamond; filled where the matter is settled."""
    drawn: dict[str, Any] = {
        "fill": FILLED.get(kind, LIGHT.ground), "stroke": EDGES[kind], "stroke_width": thick,
        "stroke_dasharray": DASH if kind in DASHED else None}
    if kind in ("reached", "unsettled", "plain"):
        return element("circle", cx=x, cy=y, r=radius, **drawn)
    if kind == "too_few":
        far = radius * 1.3
        return element("polygon", points=f"{x:.1f},{y - far:.1f} {x + far:.1f},{y:.1f} {x:.1f},{y + far:.1f} "
                                         f"{x - far:.1f},{y:.1f}", **drawn)
    return element("rect", x=x - radius, y=y - radius, width=2 * radius, height=2 * radius, **drawn)


def badge(kind: Mark, x: float, y: float, radius: float) -> str:
    """The shape with its sign inside: a tick, a cross, a question mark, dots or a dash."""
    return point(kind, x, y, radius) + _sign(kind, x, y, radius)


def _sign(kind: Mark, x: float, y: float, radius: float) -> str:
    if kind == "unsettled":
        return text("?", x, y + radius * 0.55, size=radius * 1.6, colour=LIGHT.target, anchor="middle", bold=True)
    colour, side = LIGHT.ground if kind in FILLED else EDGES[kind], 2 * radius
    strokes = [[(x + (u - 0.5) * side, y + (v - 0.5) * side) for u, v in stroke] for stroke in STROKES.get(kind, ())]
    return "".join(path([*points, points[-1]] if len(points) == 1 else points, colour=colour, width=WEIGHT * side)
                   for points in strokes)
