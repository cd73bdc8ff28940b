"""A native legend over a plot with only the series that have no name beside them."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from model.documents import underneath
from model.documents.slides.native import AXIS
from model.documents.slides.page import FONT, LINE, Area, colour, width_of
from model.drawing.theme import LIGHT

KEY = 52.0  # points for an entry's own mark


def draw(chart: Chart, names: Sequence[str], *, area: Area, right: float) -> None:
    """The entries of these series in the chart's upper strip, ending at ``right``."""
    chart.has_legend = True
    legend: Any = chart.legend
    legend.position, legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    legend.font.name, legend.font.size = FONT, Pt(AXIS)
    legend.font.color.rgb = colour(LIGHT.quiet)
    width = sum(KEY + width_of(name, AXIS) for name in names)
    place = {"x": (right - width - area.left) / area.width, "y": 2 / area.height, "w": width / area.width,
             "h": (AXIS * LINE + 6) / area.height}
    _lay(underneath.element(legend), place)
    position = underneath.element(legend).find(qn("c:legendPos"))
    hidden = [at for at, series in enumerate(chart.plots[0].series) if series.name not in names]
    for at in reversed(hidden):
        position.addnext(parse_xml(f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/>'
                                   "</c:legendEntry>"))


def _lay(legend: Any, place: dict[str, float]) -> None:
    inner = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in place.items())
    for found in legend.findall(qn("c:layout")):
        legend.remove(found)
    legend.find(qn("c:legendPos")).addnext(parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>{inner}'
        "</c:manualLayout></c:layout>"))
