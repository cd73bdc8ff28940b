"""Labels at single points of a native chart: its own number, its series' name, or a finished text."""

from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.chart import XL_LABEL_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from model.documents import underneath
from model.documents.slides import shapes
from model.documents.slides.page import FONT, colour
from model.documents.slides.shapes import Run
from model.drawing.theme import LIGHT


def text(point: Any, words: str, *, size: int, position: XL_LABEL_POSITION, bold: bool = False,
         ink: str = LIGHT.target) -> None:
    """A finished text at a point."""
    found = point.data_label
    shapes.fill(found.text_frame, [[Run(words, size, bold, ink)]], wrap=False, align=PP_ALIGN.CENTER)
    found.position = position


def value(point: Any, number_format: str, *, size: int, position: XL_LABEL_POSITION, bold: bool = False,
          ink: str = LIGHT.target) -> None:
    """The point's own number, which follows the workbook."""
    _look(point, size=size, bold=bold, ink=ink, position=position)
    label = underneath.data_label(point.data_label)
    looks = label.find(qn("c:spPr")) if label.find(qn("c:spPr")) is not None else label.find(qn("c:txPr"))
    code = escape(number_format, {'"': "&quot;"})
    looks.addprevious(parse_xml(f'<c:numFmt {nsdecls("c")} formatCode="{code}" sourceLinked="0"/>'))


def name(point: Any, *, size: int, position: XL_LABEL_POSITION, bold: bool = False, ink: str = LIGHT.target) -> None:
    """The name of the point's series, which follows the workbook."""
    _look(point, size=size, bold=bold, ink=ink, position=position)
    label = underneath.data_label(point.data_label)
    label.find(qn("c:showVal")).set("val", "0")
    label.find(qn("c:showSerName")).set("val", "1")


def move(point: Any, *, right: float, down: float) -> None:
    """Move a point's label from where its position puts it; both are shares of the whole chart."""
    label = underneath.data_label(point.data_label)
    label.find(qn("c:idx")).addnext(parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="{right:.5f}"/><c:y val="{down:.5f}"/></c:manualLayout>'
        "</c:layout>"))
    for leader in label.getparent().findall(qn("c:showLeaderLines")):
        leader.set("val", "0")


def _look(point: Any, *, size: int, bold: bool, ink: str, position: XL_LABEL_POSITION) -> None:
    font = point.data_label.font
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = colour(ink)
    point.data_label.position = position
    underneath.data_label(point.data_label).find(qn("c:txPr")).find(qn("a:bodyPr")).set("wrap", "none")
