"""A native table without decoration, as high as it is told to be and as wide as its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from model.documents import underneath
from model.documents.slides import shapes
from model.documents.slides.native import AXIS
from model.documents.slides.page import LINE, Area, width_of
from model.documents.slides.shapes import Run
from model.drawing.theme import LIGHT

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own »no style, no grid«
SIZES = (AXIS, 17, 16, 15, 14)
AIR = 14.0  # points between columns
WIDEST = 560.0


@dataclass(frozen=True)
class Row:
    """A row's cells; a heading has one that runs across."""

    cells: tuple[str, ...]
    heading: bool = False


def table(slide: Slide, area: Area, rows: Sequence[Row], *, like: Sequence[Row], head: float, alt: str) -> float:
    """The table at the left of the area, the first row ``head`` points high; returns where it ends at the right.

    ``like``: the rows that its columns must have room for.
    """
    height = (area.height - head) / max(1, len(rows) - 1)
    size = next((size for size in SIZES if sum(_widths(like, size)) <= WIDEST and size * LINE <= height), SIZES[-1])
    widths = _widths(like, size)
    made = blank(slide, area, widths, [head, *[height] * (len(rows) - 1)], alt=alt)
    for at, row in enumerate(rows):
        _row(made, at, row, size)
    return area.left + sum(widths)


def blank(slide: Slide, area: Area, widths: Sequence[float], heights: Sequence[float], *, alt: str) -> Any:
    """A table without words and looks at the upper left of the area, its columns and rows so many points."""
    frame = slide.shapes.add_table(len(heights), len(widths), Pt(area.left), Pt(area.top), Pt(sum(widths)),
                                   Pt(sum(heights)))
    frame.name = "Tabel"
    shapes.describe(underneath.element(frame).nvGraphicFramePr.cNvPr, alt)
    made: Any = frame.table
    made.horz_banding = False
    underneath.table(made).tblPr.find(qn("a:tableStyleId")).text = PLAIN
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(made.rows, heights, strict=True):
        row.height = Pt(height)
    return made


def _row(made: Any, at: int, row: Row, size: int) -> None:
    if row.heading:
        made.cell(at, 0).merge(made.cell(at, len(made.columns) - 1))
    for column, words in enumerate(row.cells):
        cell = made.cell(at, column)
        cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Pt(0)
        quiet = at == 0 or row.heading
        run = Run(words, size, quiet or column == 0, LIGHT.quiet if quiet else LIGHT.target)
        shapes.fill(cell.text_frame, [[run]], wrap=False)
        cell.vertical_anchor = MSO_ANCHOR.BOTTOM if quiet else MSO_ANCHOR.MIDDLE


def _widths(rows: Sequence[Row], size: int) -> list[float]:
    """As wide as a column's longest words, headings and names in bold; what runs across does not count."""
    whole = [(at, row) for at, row in enumerate(rows) if not row.heading]
    return [max(width_of(row.cells[column], size, bold=at == 0 or column == 0) for at, row in whole) + AIR
            for column in range(len(rows[0].cells))]
