"""Reading a deck back: its slides' parts, texts, type sizes and the workbooks in its charts."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
from pptx import Presentation
from pptx.oxml.ns import qn

from model.basics.months import span
from model.basics.spaces import numbers_held

MONTHS = tuple(span(date(2010, 1, 1), date(2010, 6, 1)))


def opened(content: bytes) -> Any:
    """The deck; its bytes stay with it."""
    deck = Presentation(BytesIO(content))
    deck.content = content
    return deck


def titles(deck: Any) -> list[str]:
    """Each slide's title, from its title placeholder."""
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def titled(deck: Any, title: str) -> list[Any]:
    """The slides whose title begins so."""
    return [slide for slide in deck.slides if slide.shapes.title.text_frame.text.startswith(numbers_held(title))]


def charts(slide: Any) -> list[Any]:
    """The native charts of a slide."""
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def series(chart: Any) -> dict[str, list[float | None]]:
    """Names and values as PowerPoint draws them."""
    return {found.name: list(found.values) for found in chart.plots[0].series}


def places(chart: Any) -> dict[str, list[tuple[float | None, float | None]]]:
    """The points of a chart with two axes, by series: value across and row."""
    found = {}
    for one in chart.plots[0].series:
        across, rows = (_by_place(one._element.find(qn(side))) for side in ("c:xVal", "c:yVal"))
        count = int(one._element.find(qn("c:xVal")).find(f".//{qn('c:ptCount')}").get("val"))
        found[one.name] = [(across.get(at), rows.get(at)) for at in range(count)]
    return found


def _by_place(held: Any) -> dict[int, float]:
    return {int(point.get("idx")): float(point.find(qn("c:v")).text) for point in held.iter(qn("c:pt"))}


def drawn_numbers(chart: Any) -> list[float]:
    """Every number that the chart itself draws, but for its categories."""
    return [float(point.find(qn("c:v")).text) for side in ("c:val", "c:xVal", "c:yVal")
            for held in chart._chartSpace.iter(qn(side)) for point in held.iter(qn("c:pt"))]


def cells(chart: Any) -> list[list[Any]]:
    """The workbook in a chart, row by row."""
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert book.sheetnames == ["Tal"]
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def words(slide: Any) -> list[str]:
    """Every text on a slide, of tables and groups too."""
    return [text.text for text in slide._element.iter(qn("a:t"))]


def notes(slide: Any) -> str:
    """The speaker's notes."""
    return slide.notes_slide.notes_text_frame.text


def sizes(slide: Any) -> Iterator[float]:
    """Every type size that is said on a slide and in its charts, in points."""
    for root in (slide._element, *(chart._chartSpace for chart in charts(slide))):
        for name in ("a:rPr", "a:defRPr"):
            for found in root.iter(qn(name)):
                if found.get("sz"):
                    yield int(found.get("sz")) / 100


def parts(deck: Any) -> dict[str, bytes]:
    """Every part of the file, by name."""
    with zipfile.ZipFile(BytesIO(deck.content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def numbers(chart):
    """Every number in a chart's workbook, but for the months."""
    return [cell for row in cells(chart)[1:] for cell in row[1:] if cell is not None]


def of_key(found, key):
    """The screen of that key."""
    return next(screen for screen in found if screen.key == key)
