"""Everything that leaves the product for the public, as bytes or text by name, so that two of them can be compared."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from plotly.graph_objects import Figure

from model.documents import csv_file, region_sheet, workbook
from model.documents.known import NothingToShow
from model.documents.offline import offline_html
from model.documents.screens import Screen, screens
from model.documents.slides import slides_pptx
from model.drawing.chart import Chart
from model.drawing.dots import Funnel
from model.drawing.plotly.columns import columns_figure
from model.drawing.plotly.funnel import funnel_figure
from model.drawing.plotly.lines import figure
from model.drawing.shapes import Columns
from model.snapshot.snapshot import Snapshot
from model.subjects.comparison.charts.comparison import funnel_chart
from model.subjects.comparison.figures.peers import everyone

PACKED = (".xlsx", ".pptx")
MOMENTS = ("docProps/core.xml",)  # when a library wrote a part


def everything(public: Snapshot, codes: tuple[str, ...]) -> dict[str, Any]:
    """By name: files part by part, the web's charts as they are sent, and every text and number behind them.

    codes: the jobcenters whose slides are made.
    """
    assert public.release is not None
    month = public.release.month
    shown = screens(public, month)
    made: dict[str, Any] = {
        "figures.csv": csv_file.figures_csv(public), "region.pdf": region_sheet.region_pdf(public, month),
        "offline.html": offline_html(shown, snapshot=public, month=month)}
    made |= dict(_parts("workbook.xlsx", workbook.workbook_xlsx(public, month)))
    made |= dict(_parts("region.pptx", slides_pptx(public, month, shown)))
    made |= _told("region", shown)
    funnel = funnel_chart(public, month, everyone(public))
    made |= _of_chart("funnel", funnel) if funnel else {}
    for code in codes:
        mine = screens(public, month, code)
        made |= _told(code, mine) | dict(_slides(public, code, mine))
    return made


def _slides(public: Snapshot, code: str, shown: tuple[Screen, ...]) -> Iterator[tuple[str, Any]]:
    assert public.release is not None
    try:
        yield from _parts(f"{code}.pptx", slides_pptx(public, public.release.month, shown, code=code))
    except NothingToShow as refused:
        yield f"{code}.pptx", str(refused)


def _parts(name: str, content: bytes) -> Iterator[tuple[str, Any]]:
    """The parts of a packed file, and of the files packed in it."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        for part in packed.namelist():
            if part.endswith(PACKED):
                yield from _parts(f"{name}/{part}", packed.read(part))
            elif part not in MOMENTS:
                yield f"{name}/{part}", packed.read(part)


def _told(name: str, shown: tuple[Screen, ...]) -> dict[str, Any]:
    """The texts of the screens, and of their charts what a page shows, draws and lets be downloaded."""
    made: dict[str, Any] = {}
    for screen in shown:
        at = f"{name}/{screen.key}"
        made[at] = (screen.title, screen.subtitle, screen.source, screen.alt, screen.definitions, screen.paragraphs,
                    [(f.title, f.figure, f.words, f.sentences) for f in screen.figures])
        charts = [screen.chart, *(f.bullet for f in screen.figures)]
        for number, chart in enumerate(chart for chart in charts if chart is not None):
            made |= _of_chart(f"{at}/{number}", chart)
    return made


def _of_chart(name: str, chart: Chart) -> dict[str, Any]:
    made: dict[str, Any] = {
        f"{name}/table": chart.table.to_csv(), f"{name}/data": csv_file.danish_csv(chart.data),
        f"{name}/texts": (chart.title, chart.subtitle, chart.source, chart.alt, chart.note, chart.how_to_read),
        f"{name}/shapes": (chart.series, chart.tiles, chart.bullet, chart.shape, chart.target, chart.breaks)}
    return made | {f"{name}/json": drawn.to_json() for drawn in _drawn(chart)}


def _drawn(chart: Chart) -> list[Figure]:
    """The chart as it is sent to the web, where Plotly draws it."""
    if isinstance(chart.shape, Columns):
        return [columns_figure(chart.shape)]
    if isinstance(chart.shape, Funnel):
        return [funnel_figure(chart.shape)]
    return [figure(chart)] if chart.kind == "line" else []
