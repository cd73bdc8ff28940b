"""The parts of a static drawing for a wall: lines, boxes and texts as SVG, in the sizes a back row can read.

Everything that comes from data is escaped; what is written is real text.
"""

from html import escape

from model.basics.formatting import without_direction_marks
from model.drawing.theme import LIGHT

WIDTH = 1776.0  # the drawing's room on a screen of 1920 × 1080
NARROW = 700.0  # on a phone, where a text of BASE is then as high as the text around it
LINE, THIN, MARKER = 5.0, 3.0, 8.0  # widths of a line, and a marker's radius
LEAST, BASE, LARGE = 24.0, 28.0, 44.0  # sizes of text; none is smaller than the first
READABLE = 16.0  # a name is made smaller than the others down to this, and then cut
LETTER = 0.52  # of its size: how wide a letter is at most, on average


def element(tag: str, content: str = "", **attributes: str | float | None) -> str:
    """``<tag a="…">content</tag>``; an underscore in an attribute's name is a hyphen, None leaves it out."""
    told = "".join(f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"' for name, value in attributes.items()
                   if value is not None)
    return f"<{tag}{told}>{content}</{tag}>" if content else f"<{tag}{told}/>"


def text(words: str, x: float, y: float, *, size: float = BASE, colour: str = LIGHT.target, anchor: str = "start",
         bold: bool = False, halo: bool = False) -> str:
    """Words on a line; y is the line they stand on. ``halo``: on a ground of their own, over other lines."""
    ground: dict[str, str | float | None] = {"stroke": LIGHT.ground, "stroke_width": 8, "stroke_linejoin": "round",
                                             "paint_order": "stroke"}
    return element("text", escape(without_direction_marks(words)), x=x, y=y, font_size=size, fill=colour,
                   font_weight=600 if bold else None, text_anchor=anchor if anchor != "start" else None,
                   **(ground if halo else {}))


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str, width: float = THIN, dash: str = "") -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, stroke_dasharray=dash or None)


def box(x: float, y: float, width: float, height: float, *, fill: str = "none", edge: str = "", thick: float = THIN,
        dash: str = "") -> str:
    """A box by its upper left corner."""
    return element("rect", x=x, y=y, width=max(0.0, width), height=max(0.0, height), fill=fill, stroke=edge or None,
                   stroke_width=thick if edge else None, stroke_dasharray=dash or None)


def path(points: list[tuple[float, float]], *, colour: str, width: float = LINE, dash: str = "") -> str:
    """A line through points."""
    drawn = " ".join(f"{_value(x)},{_value(y)}" for x, y in points)
    return element("polyline", points=drawn, fill="none", stroke=colour, stroke_width=width, stroke_linejoin="round",
                   stroke_linecap="round", stroke_dasharray=dash or None)


def width_of(words: str, size: float) -> float:
    """About how wide words are at most; letters differ by the reader's fonts."""
    return LETTER * size * len(words)


def fitting(words: str, size: float, room: float) -> float:
    """The size, or the smaller one at which the words keep within ``room``."""
    return min(size, size * room / max(width_of(words, size), 1.0))


def beside(words: str, x: float, y: float, *, size: float, right: float) -> str:
    """What an upright line says: to the right of it, to the left where it would reach past ``right``, and smaller where
    it has no room there either.
    """
    room = max(x, right - x) - 10
    fits = fitting(words, size, room)
    after = x + 10 + width_of(words, fits) <= right
    return text(words, x + 10 if after else x - 10, y, size=fits, colour=LIGHT.quiet, halo=True,
                anchor="start" if after else "end")


def within(words: str, x: float, y: float, *, size: float, room: float, colour: str = LIGHT.target,
           bold: bool = False) -> str:
    """Words that keep within ``room``: smaller if need be, and with an ellipsis where they could not be read."""
    fits = fitting(words, size, room)
    if fits >= READABLE:
        return text(words, x, y, size=fits, colour=colour, bold=bold)
    letters = int(room / (LETTER * READABLE)) - 1
    return text(words[:letters].rstrip() + "…", x, y, size=READABLE, colour=colour, bold=bold)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(without_direction_marks(value))
    return f"{value:.1f}".removesuffix(".0")
