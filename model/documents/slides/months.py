"""Months along the foot of a chart: which are named, and what is drawn over them."""

from collections.abc import Sequence
from datetime import date

from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide

from model.basics.formatting import month_short
from model.documents.slides import shapes
from model.documents.slides.native import AXIS
from model.documents.slides.page import LINE, Area, width_of
from model.drawing.chart import Moment
from model.drawing.theme import LIGHT

AIR = 12.0  # points between two names


def every(months: Sequence[date], width: float) -> int:
    """How many months apart the names stand: as close as there is room, so that the last one is named if it can be."""
    room = width / len(months)
    least = next(step for step in range(1, len(months) + 1) if step * room >= _widest(months) + AIR)
    return next((step for step in range(least, least + 3) if (len(months) - 1) % step == 0), least)


def marks(slide: Slide, plot: Area, months: Sequence[date], marked: Sequence[tuple[date, str]]) -> None:
    """A vertical line before each marked month with its words at the top, one row below the other."""
    for row, (month, words) in enumerate((month, words) for month, words in marked if month in months):
        x = plot.left + plot.width * months.index(month) / len(months)
        shapes.line(slide.shapes, (x, plot.top), (x, plot.bottom), said=words, ink=LIGHT.context, width=1.5,
                    dash=MSO_LINE.LONG_DASH)
        _beside(slide, plot, x, plot.top + row * AXIS * LINE, words)


def words(slide: Slide, plot: Area, months: Sequence[date], gaps: Sequence[tuple[date, int, str]]) -> None:
    """What a gap is, at the foot of the plot; one that would stand on its neighbour is left to the note."""
    taken = plot.left
    for first, length, said in gaps:
        width = width_of(said, AXIS)
        left = plot.left + plot.width * (months.index(first) + length / 2) / len(months) - width / 2
        if left < taken:
            continue
        taken = left + width + AIR
        shapes.write(slide.shapes, Area(left - 2, plot.bottom - AXIS * LINE - 2, width + 4, AXIS * LINE),
                     [[shapes.Run(said, AXIS, ink=LIGHT.quiet)]], name="Hul i linjen", align=PP_ALIGN.CENTER,
                     anchor=MSO_ANCHOR.BOTTOM, wrap=False)


def letters(slide: Slide, plot: Area, months: Sequence[date], moments: Sequence[Moment], *, row: int) -> None:
    """A letter at the foot of each month in which something happened, named by what it was."""
    for moment in (each for each in moments if each.month in months):
        width = width_of(moment.letter, AXIS, bold=True) + 8
        left = plot.left + plot.width * (months.index(moment.month) + 0.5) / len(months) - width / 2
        shapes.write(slide.shapes, Area(left, plot.bottom - (row + 1) * AXIS * LINE - 2, width, AXIS * LINE),
                     [[shapes.Run(moment.letter, AXIS, True, LIGHT.quiet)]], name=moment.said, align=PP_ALIGN.CENTER,
                     anchor=MSO_ANCHOR.BOTTOM, wrap=False)


def _beside(slide: Slide, plot: Area, x: float, top: float, said: str) -> None:
    """Right of the line, or left of it where the page ends."""
    width = width_of(said, AXIS) + 4
    left = x + 5 if x + 5 + width <= plot.right else x - 5 - width
    shapes.write(slide.shapes, Area(left, top, width, AXIS * LINE), [[shapes.Run(said, AXIS, ink=LIGHT.quiet)]],
                 name="Mærke", wrap=False)


def _widest(months: Sequence[date]) -> float:
    return max(width_of(month_short(month), AXIS) for month in months)
