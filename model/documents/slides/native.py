"""Native charts that can be edited: their workbook, the place of their plot, and looks that all of them share."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt

from model.basics.shares import percent_format, value_decimals
from model.documents import underneath
from model.documents.slides.page import FONT, Area, colour
from model.documents.slides.shapes import describe
from model.drawing.theme import LIGHT
from model.intake.sheets import PLAIN

SHEET = "Tal"
AXIS, LABEL, MAIN_LABEL = 18, 20, 24  # points
COUNT, PERCENT, EXACT = "#,##0", "0 %", "0.0 %"  # PowerPoint writes the reader's own signs
MONTH = "[$-406]mmm yyyy"  # in Danish whoever reads it

Values = Sequence[float | None]


class Book:
    """A chart's workbook with a Danish sheet, in which no text is taken for a formula."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Any, Any]]:
        with xlsxwriter.Workbook(xlsx_file, PLAIN) as book:
            yield book, book.add_worksheet(SHEET)


class _Writer(Book, CategoryWorkbookWriter):
    """The workbook of a chart with categories."""

    @property
    def categories_ref(self) -> str:
        """Where the categories stand."""
        return renamed(super().categories_ref)

    def series_name_ref(self, series: Any) -> str:
        """Where a series' name stands."""
        return renamed(super().series_name_ref(series))

    def values_ref(self, series: Any) -> str:
        """Where a series' values stand."""
        return renamed(super().values_ref(series))


class Data(CategoryChartData):
    """What a chart shows, and nothing else: its workbook leaves the house with it."""

    @property
    def _workbook_writer(self) -> _Writer:
        return _Writer(self)


def renamed(reference: str) -> str:
    """A reference on the sheet of the name that the workbook gives it."""
    return reference.replace("Sheet1!", f"{SHEET}!")


def exact(value: float | None, *, target: float | None) -> str:
    """The format of a percentage (0–100) that does not round it onto the target it is judged by."""
    return EXACT if value is None else percentage(value_decimals(value, target=target))


def percentage(decimals: int) -> str:
    """The format of a fraction as a percentage: ``0.0 %``."""
    return percent_format(decimals, sign=" %")


def finest(formats: Iterable[str]) -> str:
    """The one that has the most decimals: a series has but one."""
    return max(formats, key=len, default=EXACT)


def data(categories: Sequence[str] | Sequence[date], series: Sequence[tuple[str, Values]], *,
         number_format: str = COUNT, formats: Sequence[str] = ()) -> Data:
    """Named series over the categories, which are texts or months; None is an empty cell and a gap.

    ``formats``: the series' own number formats, where they are not all the same.
    """
    chart_data = Data(number_format=number_format)
    chart_data.categories = categories
    if chart_data.categories.are_dates:
        chart_data.categories.number_format = MONTH
    for (name, values), own in zip(series, formats or [number_format] * len(series), strict=True):
        chart_data.add_series(name, values, own)
    return chart_data


def add(slide: Slide, area: Area, kind: XL_CHART_TYPE, given: Data | XyChartData, *, name: str, alt: str) -> Chart:
    """A chart on the area, in Arial, without title and legend, with its alt text."""
    shapes: Any = slide.shapes
    frame = shapes.add_chart(kind, Pt(area.left), Pt(area.top), Pt(area.width), Pt(area.height), given)
    frame.name = name
    describe(underneath.element(frame).nvGraphicFramePr.cNvPr, alt)
    chart: Chart = frame.chart
    chart.has_title, chart.has_legend = False, False
    chart.font.name, chart.font.size = FONT, Pt(AXIS)
    chart.font.color.rgb = colour(LIGHT.target)
    return chart


def place(chart: Chart, area: Area, plot: Area) -> None:
    """Lay the plot itself, without its axes' texts, on an area inside the chart's, so that lines can meet it."""
    parts = {"x": (plot.left - area.left) / area.width, "y": (plot.top - area.top) / area.height,
             "w": plot.width / area.width, "h": plot.height / area.height}
    inner = "".join(f'<c:{name} val="{value:.5f}"/>' for name, value in parts.items())
    inside = underneath.chart_space(chart).chart.plotArea
    for found in inside.findall(qn("c:layout")):
        inside.remove(found)
    inside.insert(0, parse_xml(
        f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{inner}</c:manualLayout></c:layout>'))


def joined(chart: Chart) -> None:
    """Let lines go on over the categories they have no value of."""
    found = underneath.chart_space(chart).chart.find(qn("c:dispBlanksAs"))
    found.set("val", "span")


def value_axis(chart: Chart, *, low: float, high: float, step: float, number_format: str, shown: bool = True) -> None:
    """The axis of the values: its ends, its steps and thin lines behind the chart."""
    values_along(chart.value_axis, low=low, high=high, step=step, number_format=number_format, shown=shown)


def values_along(axis: Any, *, low: float, high: float, step: float, number_format: str, shown: bool = True) -> None:
    """The same for the axis that is given: a chart of points has two that hold values."""
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, step
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format, False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.has_major_gridlines = shown
    if shown:
        axis.major_gridlines.format.line.color.rgb = colour(LIGHT.band)
    else:
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    crosses = underneath.element(axis).find(qn("c:crosses"))
    if crosses is not None and underneath.element(axis).find(qn("c:crossBetween")) is None:
        crosses.addnext(parse_xml(f'<c:crossBetween {nsdecls("c")} val="between"/>'))


def category_axis(chart: Chart, *, shown: bool = True) -> None:
    """The axis of the categories, with level texts under (or left of) everything."""
    axis = chart.category_axis
    axis.format.line.color.rgb, axis.format.line.width = colour(LIGHT.context), Pt(1)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW if shown else XL_TICK_LABEL_POSITION.NONE
    axis.tick_labels.font.size = Pt(AXIS)
    underneath.element(axis).find(qn("c:txPr")).find(qn("a:bodyPr")).set("rot", "0")


def month_axis(chart: Chart, *, every: int, shown: bool = True) -> None:
    """The axis of months, one in ``every`` of which is named."""
    category_axis(chart, shown=shown)
    base = underneath.element(chart.category_axis).find(qn("c:baseTimeUnit"))
    base.set("val", "months")
    base.addnext(parse_xml(f'<c:majorTimeUnit {nsdecls("c")} val="months"/>'))
    base.addnext(parse_xml(f'<c:majorUnit {nsdecls("c")} val="{every}"/>'))


def downwards(chart: Chart, *, shown: bool = True) -> None:
    """The first category at the top, as it is read, and the values' axis still at the foot."""
    category_axis(chart, shown=shown)
    chart.category_axis.reverse_order = True
    underneath.element(chart.value_axis).find(qn("c:crosses")).set("val", "max")


def whiskers(series: Any, values: Values, ends: Sequence[tuple[float | None, float | None]]) -> None:
    """Error bars from the low to the high end of each value; they stand in the chart, not in its workbook."""
    found = list(zip(values, ends, strict=True))
    down = [None if value is None or low is None else value - low for value, (low, _) in found]
    up = [None if value is None or high is None else high - value for value, (_, high) in found]
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f'<c:plus>{_literals(up)}</c:plus><c:minus>{_literals(down)}</c:minus>'
        f'<c:spPr><a:ln w="{Pt(2.25)}"><a:solidFill><a:srgbClr val="{LIGHT.target[1:]}"/></a:solidFill></a:ln></c:spPr>'
        "</c:errBars>")
    underneath.element(series).find(qn("c:cat")).addprevious(bars)


def _literals(values: Values) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{value:.12g}</c:v></c:pt>'
                     for at, value in enumerate(values) if value is not None)
    return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'
