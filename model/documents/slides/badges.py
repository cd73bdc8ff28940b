"""The marks of a status on a slide: a native shape with its sign inside, and a chart's markers of the same shapes."""

from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from model.documents import underneath
from model.documents.slides import shapes
from model.documents.slides.page import Area, colour
from model.documents.slides.shapes import Run
from model.drawing.chart import Mark
from model.drawing.signs import STROKES, WEIGHT, Stroke
from model.drawing.svg.marks import DASHED, EDGES, FILLED
from model.drawing.theme import LIGHT, SYMBOLS

SIGN, EDGE = 15, 1.75  # points
SAID: dict[Mark, str] = {
    "reached": "nået", "not_reached": "ikke nået", "half": "kun den ene del er nået", "unsettled": "kan ikke afgøres",
    "too_few": "for få forløb", "unknown": "kan ikke opgøres", "plain": "ikke vurderet"}
ROUND: tuple[Mark, ...] = ("reached", "unsettled", "plain")


def badge(slide: Slide, place: Area, mark: Mark) -> None:
    """Circle, square or diamond, filled where the matter is settled, with its sign drawn; one group that says both."""
    form = (MSO_SHAPE.OVAL if mark in ROUND else MSO_SHAPE.DIAMOND if mark == "too_few" else MSO_SHAPE.RECTANGLE)
    group = slide.shapes.add_group_shape()
    group.name = "Mærke"
    made = group.shapes.add_shape(form, Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height))
    shapes.undress(made)
    dress(made, mark)
    if mark in DASHED:
        made.line.dash_style = MSO_LINE.DASH
    ink = LIGHT.ground if mark in FILLED else LIGHT.target
    if mark in STROKES:
        for stroke in STROKES[mark]:
            _draw(group.shapes, place, stroke, ink=ink)
    else:
        shapes.fill(made.text_frame, [[Run(SYMBOLS[mark], SIGN, True, ink)]], align=PP_ALIGN.CENTER,
                    anchor=MSO_ANCHOR.MIDDLE, wrap=False)
    shapes.describe(underneath.element(group).nvGrpSpPr.cNvPr, f"Mærke: {SAID[mark]}")


def _draw(within: Any, place: Area, stroke: Stroke, *, ink: str) -> None:
    """One stroke of a sign, as thick as its place asks for and round at its ends."""
    points = [(Pt(place.left + x * place.width), Pt(place.top + y * place.height)) for x, y in (*stroke, stroke[-1])]
    pen = within.build_freeform(*points[0])
    pen.add_line_segments(points[1:], close=False)
    made = pen.convert_to_shape()
    shapes.undress(made)
    made.name = "Tegn"
    made.fill.background()
    made.line.color.rgb, made.line.width = colour(ink), Pt(WEIGHT * place.width)
    underneath.outline(made.line).set("cap", "rnd")
    shapes.describe(underneath.element(made).nvSpPr.cNvPr, "")


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
