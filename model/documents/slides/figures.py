"""Key figures beside each other: heading, the number itself, a native bar against its target, and what it rests on."""

from collections.abc import Sequence

from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide

from model.documents.slides import badges, native, shapes
from model.documents.slides.bars import target
from model.documents.slides.native import AXIS, PERCENT
from model.documents.slides.page import LINE, Area, colour, height_of, width_of
from model.documents.slides.shapes import Run
from model.drawing.card import Card
from model.drawing.chart import Chart
from model.drawing.svg.marks import EDGES
from model.drawing.theme import LIGHT

HEADING, FIGURE, WORDS = 20, 48, 24  # points
LINES = (22, 20, 19, 18, 17, 16, 15, 14)  # what the lines are set in: the first at which they fit
GAP = 44.0  # between the figures
PARAGRAPH = 4.0  # between the lines
BULLET = 76.0  # a bullet's height
BADGE = 26.0  # a status mark's size, left of the bar
STEP = 10  # percent between the values on its axis


def draw(slide: Slide, area: Area, figures: Sequence[Card]) -> None:
    """The figures in columns on the area, aligned with each other, all lines in one size."""
    columns = area.columns(len(figures), gap=GAP)
    width = columns[0].width
    heading = max(height_of([f.title], HEADING, width, bold=True) for f in figures)
    number = max(_number_height(f, width) for f in figures)
    bullet = BULLET if any(_has_bar(f) for f in figures) else 0
    left = area.height - heading - number - bullet
    size = next((s for s in LINES if all(_lines_height(f.sentences, s, width) <= left for f in figures)), LINES[-1])
    for figure, column in zip(figures, columns, strict=True):
        top, rest = column.rows(heading)
        middle, rest = rest.rows(number)
        bar, lines = rest.rows(bullet)
        shapes.write(slide.shapes, top, [[Run(figure.title, HEADING, True, LIGHT.quiet)]], name="Overskrift")
        shapes.write(slide.shapes, middle, _number(figure, width), name="Nøgletal")
        if figure.bullet is not None and _has_bar(figure):
            _bullet(slide, bar, figure.bullet)
        texts = [[Run(opened(text), size, not at)] for at, text in enumerate(figure.sentences)]
        shapes.write(slide.shapes, lines, texts, name="Forklaring", gap=PARAGRAPH)


def opened(line: str) -> str:
    """The line with a capital letter, since it stands alone."""
    return line[:1].upper() + line[1:]


def _lines_height(lines: Sequence[str], size: int, width: float) -> float:
    """The first line tells the status and is bold."""
    first = height_of(lines[:1], size, width, bold=True)
    rest = height_of(lines[1:], size, width, gap=PARAGRAPH)
    return first + rest + (PARAGRAPH if lines[1:] else 0)


def _number(figure: Card, width: float) -> list[list[Run]]:
    """The figure with its words on the same line, or under it where they do not fit."""
    large, words = _large(figure, width), Run(figure.words, WORDS)
    if not figure.words:
        return [[large]]
    if _beside(figure, large, width):
        return [[large, Run("  ", WORDS), words]]
    return [[large], [words]]


def _number_height(figure: Card, width: float) -> float:
    large = _large(figure, width)
    under = figure.words and not _beside(figure, large, width)
    rows = height_of([figure.figure], large.size, width, bold=True)
    return rows + (height_of([figure.words], WORDS, width) if under else 0) + 4


def _large(figure: Card, width: float) -> Run:
    """Words in the figure's place are written smaller than a number."""
    size = next((s for s in (FIGURE, 40, 32, WORDS) if width_of(figure.figure, s, bold=True) <= width), WORDS)
    return Run(figure.figure, size, True, LIGHT.main)


def _beside(figure: Card, large: Run, width: float) -> bool:
    return width_of(large.text, large.size, bold=True) + width_of(f"  {figure.words}", WORDS) <= width


def _has_bar(figure: Card) -> bool:
    return figure.bullet is not None and figure.bullet.bullet is not None and figure.bullet.bullet.value is not None


def _bullet(slide: Slide, area: Area, chart: Chart) -> None:
    """Its status mark, and the value as a bar in that colour with the verdict's interval and the target as a line."""
    drawn = chart.bullet
    assert drawn is not None and drawn.value is not None
    value = drawn.value / 100
    made = native.add(slide, area, XL_CHART_TYPE.BAR_CLUSTERED,
                      native.data([drawn.value_label], [("Andel", [value])],
                                  number_format=native.exact(drawn.value, target=drawn.target)),
                      name="Målestok", alt=chart.alt)
    plot = area.inside(left=BADGE + 14, right=30, top=AXIS * LINE + 2, bottom=AXIS * LINE + 6)
    native.place(made, area, plot)
    native.value_axis(made, low=0, high=drawn.maximum / 100, step=STEP / 100, number_format=PERCENT)
    native.category_axis(made, shown=False)
    made.plots[0].gap_width = 40
    series = made.plots[0].series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(EDGES[drawn.mark])
    if drawn.low is not None and drawn.high is not None:
        native.whiskers(series, [value], [(drawn.low / 100, drawn.high / 100)])
    badges.badge(slide, Area(area.left, plot.top + (plot.height - BADGE) / 2, BADGE, BADGE), drawn.mark)
    target(slide, plot, min(1.0, drawn.target / drawn.maximum), drawn.target_label)
