"""Points on a native chart of two axes: their workbook, and rows that count downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import XyChartData
from pptx.chart.xlsx import XyWorkbookWriter
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn

from model.documents import underneath
from model.documents.slides.native import COUNT, EXACT, Book, finest, renamed


@dataclass(frozen=True)
class Points:
    """One series: its name, and for each point a name, a value across and a row from the top; None parts two lines."""

    name: str
    names: tuple[str, ...]
    across: tuple[float | None, ...]
    rows: tuple[float | None, ...]
    formats: tuple[str, ...]  # of the values across


class _Writer(Book, XyWorkbookWriter):
    """Names, values and rows in three columns, one series below the other under a heading of its own."""

    def series_name_ref(self, series: Any) -> str:
        """Where a series' name stands."""
        return self._moved(super().series_name_ref(series))

    def x_values_ref(self, series: Any) -> str:
        """Where a series' values stand."""
        return self._moved(super().x_values_ref(series))

    def y_values_ref(self, series: Any) -> str:
        """Where a series' rows stand."""
        return self._moved(super().y_values_ref(series))

    def _moved(self, reference: str) -> str:
        """One column to the right, since the names stand in the first."""
        return renamed(reference.replace("$B$", "$C$").replace("$A$", "$B$"))

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        codes = {COUNT, *(code for given in self._chart_data.given for code in given.formats)}
        looks = {code: workbook.add_format({"num_format": code}) for code in sorted(codes)}
        for series, given in zip(self._chart_data, self._chart_data.given, strict=True):
            top = self.series_table_row_offset(series)
            worksheet.write(top, 2, series.name)
            worksheet.write_column(top + 1, 0, given.names)
            for at, (across, code) in enumerate(zip(given.across, given.formats, strict=True), start=top + 1):
                worksheet.write(at, 1, across, looks[code])
            worksheet.write_column(top + 1, 2, given.rows, looks[COUNT])


class Data(XyChartData):
    """What a chart of points shows, and nothing else."""

    given: Sequence[Points] = ()

    @property
    def _workbook_writer(self) -> _Writer:
        return _Writer(self)


def data(series: Sequence[Points]) -> Data:
    """The series in their order, from the back to the front."""
    chart_data = Data(number_format=EXACT)
    chart_data.given = tuple(series)
    for one in chart_data.given:
        made = chart_data.add_series(one.name, COUNT)
        for across, row in zip(one.across, one.rows, strict=True):
            made.add_data_point(across, row)
    return chart_data


def tell_formats(chart: Chart, series: Sequence[Points]) -> None:
    """Give the values across their own format in the chart too, where those of the rows would stand."""
    for across, one in zip(underneath.chart_space(chart).iter(qn("c:xVal")), series, strict=True):
        for code in across.iter(qn("c:formatCode")):
            code.text = finest(one.formats)


def open_gaps(chart: Chart) -> None:
    """Take away the points that stand for nothing, which are written as if they were texts."""
    for value in list(underneath.chart_space(chart).iter(qn("c:v"))):
        point = value.getparent()
        if value.text == "None" and point.getparent().tag == qn("c:numCache"):
            point.getparent().remove(point)


def row_axis(chart: Chart, *, first: float, last: float) -> None:
    """Rows from the top without texts or lines; the values' axis stays at the foot."""
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = first, last, 1
    axis.reverse_order, axis.has_major_gridlines = True, False
    axis.tick_label_position, axis.major_tick_mark = XL_TICK_LABEL_POSITION.NONE, XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    across: Any = chart.category_axis
    underneath.element(across).find(qn("c:crosses")).set("val", "max")
