"""Native shapes on a slide: text, lines and boxes, named in Danish and with alt text where they say something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.text.text import TextFrame
from pptx.util import Pt

from model.documents import underneath
from model.documents.slides.page import FONT, Area, colour
from model.drawing.theme import LIGHT

LANGUAGE = "da-DK"


@dataclass(frozen=True)
class Run:
    """A piece of text with its looks; size in points."""

    text: str
    size: float
    bold: bool = False
    ink: str = LIGHT.target


def write(shapes: Any, area: Area, paragraphs: Sequence[Sequence[Run]], *, name: str, gap: float = 0,
          align: PP_ALIGN = PP_ALIGN.LEFT, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, wrap: bool = True) -> Any:
    """A text box without margins; ``gap``: points between its paragraphs."""
    box = shapes.add_textbox(Pt(area.left), Pt(area.top), Pt(area.width), Pt(area.height))
    box.name = name
    fill(box.text_frame, paragraphs, gap=gap, align=align, anchor=anchor, wrap=wrap)
    return box


def fill(frame: TextFrame, paragraphs: Sequence[Sequence[Run]], *, gap: float = 0, align: PP_ALIGN = PP_ALIGN.LEFT,
         anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, wrap: bool = True, margin: float = 0) -> None:
    """Set a frame's paragraphs; it keeps its size, since the text was measured first."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = wrap, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = Pt(margin)
    frame.margin_top = frame.margin_bottom = Pt(0)
    body = underneath.text_body(frame)
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    for at, runs in enumerate(paragraphs):
        body.append(parse_xml(_paragraph(runs, gap=gap if at else 0, align=align)))


def run_xml(run: Run) -> str:
    """A run with its looks as XML, with its namespaces told around it: ten times as fast as asking for each look."""
    return (f'<a:r><a:rPr lang="{LANGUAGE}" sz="{round(100 * run.size)}" b="{int(run.bold)}"><a:solidFill>'
            f'<a:srgbClr val="{run.ink[1:]}"/></a:solidFill><a:latin typeface="{FONT}"/></a:rPr>'
            f"<a:t>{escape(run.text)}</a:t></a:r>")


def _paragraph(runs: Sequence[Run], *, gap: float, align: PP_ALIGN) -> str:
    return (f'<a:p {nsdecls("a")}><a:pPr algn="{PP_ALIGN.to_xml(align)}"><a:spcBef><a:spcPts val="{round(100 * gap)}"/>'
            f"</a:spcBef></a:pPr>{''.join(map(run_xml, runs))}</a:p>")


def line(shapes: Any, start: tuple[float, float], end: tuple[float, float], *, said: str, ink: str = LIGHT.target,
         width: float = 2.25, dash: MSO_LINE | None = None) -> None:
    """A straight line between two points; ``said``: what it marks, empty for a mere rule."""
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(start[0]), Pt(start[1]), Pt(end[0]), Pt(end[1]))
    made.line.color.rgb, made.line.width = colour(ink), Pt(width)
    if dash is not None:
        made.line.dash_style = dash
    made.name = said or "Streg"
    undress(made)
    describe(underneath.element(made).nvCxnSpPr.cNvPr, said)


def undress(made: Any) -> None:
    """Drop the theme's looks, which would add a shadow to the ones that are given."""
    for style in underneath.element(made).findall(qn("p:style")):
        underneath.element(made).remove(style)


def describe(properties: Any, said: str) -> None:
    """Alt text on a shape's ``cNvPr``; an empty one tells screen readers that there is nothing to say."""
    properties.set("descr", said)
