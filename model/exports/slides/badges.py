"""The marks of a status on a slide: a native shape with its sign inside, and a chart's markers of the same shapes."""

from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from model.charts.chart import Mark
from model.charts.svg.marks import DASHED, EDGES, FILLED
from model.charts.theme import LIGHT, SYMBOLS
from model.exports.slides import shapes
from model.exports.slides.page import Area, colour
from model.exports.slides.shapes import Run

SIGN, EDGE = 15, 1.75  # points
ROUND: tuple[Mark, ...] = ("reached", "unsettled", "plain")


def badge(slide: Slide, place: Area, mark: Mark, *, said: str) -> None:
    """Circle, square or diamond, filled where the matter is settled; ``said``: its alt text."""
    form = (MSO_SHAPE.OVAL if mark in ROUND else MSO_SHAPE.DIAMOND if mark == "too_few" else MSO_SHAPE.RECTANGLE)
    made = slide.shapes.add_shape(form, Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height))
    made.name = "Mærke"
    shapes.undress(made)
    dress(made, mark)
    if mark in DASHED:
        made.line.dash_style = MSO_LINE.DASH
    ink = LIGHT.ground if mark in FILLED else LIGHT.target
    shapes.fill(made.text_frame, [[Run(SYMBOLS[mark], SIGN, True, ink)]], align=PP_ALIGN.CENTER,
                anchor=MSO_ANCHOR.MIDDLE, wrap=False)
    shapes.describe(made._element.nvSpPr.cNvPr, said)


def marker(mark: Mark) -> XL_MARKER_STYLE:
    """The badge's shape as a chart's marker."""
    if mark in ROUND:
        return XL_MARKER_STYLE.CIRCLE
    return XL_MARKER_STYLE.DIAMOND if mark == "too_few" else XL_MARKER_STYLE.SQUARE


def dress(look: Any, mark: Mark, *, hollow: bool = True) -> None:
    """The mark's colours on anything with a fill and a line; ``hollow``: what is open is not filled."""
    look.fill.solid()
    look.fill.fore_color.rgb = colour(FILLED.get(mark, LIGHT.ground if hollow else EDGES[mark]))
    look.line.color.rgb, look.line.width = colour(EDGES[mark]), Pt(EDGE)
