"""What fills a screen's slides: one drawing for each slide it takes."""

from collections.abc import Callable
from functools import partial

from pptx.slide import Slide

from model.documents.screens import Screen
from model.documents.slides import bars, columns, dots, figures, lines, matrices, shapes, story, tiles
from model.documents.slides.page import Area
from model.documents.slides.shapes import Run
from model.drawing.chart import Chart
from model.drawing.dots import Dots
from model.drawing.shapes import Bars, Columns, Matrix

Body = Callable[[Slide, Area], None]
EMPTY, EMPTY_SIZE = "Der er ingen tal at vise.", 24


def bodies(screen: Screen, area: Area) -> list[Body]:
    """The drawings of a screen. Raises ValueError for a kind of chart that no screen has."""
    if screen.chart is not None:
        return _chart(screen.chart, screen.alt)
    if screen.figures:
        return [partial(figures.draw, figures=screen.figures)]
    return [partial(story.draw, paragraphs=page) for page in story.pages(screen.paragraphs, area)] or [_nothing]


def _chart(chart: Chart, alt: str) -> list[Body]:
    shape = chart.shape
    if chart.kind == "line":
        return [partial(lines.draw, chart=chart, alt=alt)] if any(s.months for s in chart.series) else [_nothing]
    if chart.kind == "tiles":
        return [partial(tiles.draw, chart=chart, alt=alt)] if chart.tiles else [_nothing]
    if isinstance(shape, Bars):
        return [partial(bars.draw, drawn=page, alt=alt) for page in bars.pages(shape)] or [_nothing]
    if isinstance(shape, Columns):
        return [partial(columns.draw, drawn=shape, alt=alt)] if shape.months else [_nothing]
    if isinstance(shape, Dots):
        return [partial(dots.draw, page=page, alt=alt) for page in dots.pages(shape)] or [_nothing]
    if isinstance(shape, Matrix):
        return [partial(matrices.draw, drawn=page, alt=alt) for page in matrices.pages(shape)] or [_nothing]
    raise ValueError(f"no slide is drawn of a chart of the kind {chart.kind}")


def _nothing(slide: Slide, area: Area) -> None:
    shapes.write(slide.shapes, area, [[Run(EMPTY, EMPTY_SIZE)]], name="Ingen tal")
