"""The shapes a chart may have besides a line, tiles and a bullet: plain descriptions that web, paper and slide draw.

Every text is finished Danish.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from model.drawing.dots import Dots, Funnel

CellState = Literal["count", "nobody", "not_reported", "not_held", "hidden", "cancelled"]
Fill = Literal["solid", "hatched", "outlined"]
Tone = Literal["main", "signal", "edge"]


@dataclass(frozen=True)
class Cell:
    """One cell of a matrix. text: what stands in it; tint 0–1; said: the cell in words, for who cannot see it."""

    text: str
    state: CellState
    said: str
    tint: float = 0.0


@dataclass(frozen=True)
class MatrixRow:
    """One row: whose it is, its cells and the sum at the right."""

    name: str
    cells: tuple[Cell, ...]
    total: str = ""
    code: str = ""


@dataclass(frozen=True)
class Matrix:
    """Numbers in a grid with a tint as a help. groups: a heading over so many columns. legend: what cells mean."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    total_title: str = ""
    groups: tuple[tuple[str, int], ...] = ()
    legend: tuple[tuple[CellState, str, str], ...] = ()  # state, the text of such a cell, its meaning


@dataclass(frozen=True)
class Bar:
    """One horizontal bar. value: solid; outline: the frame it fills (places round occupied); label: at its end."""

    name: str
    value: float | None
    label: str
    outline: float | None = None
    signal: bool = False  # in the colour of what asks for attention; the label says why
    code: str = ""
    group: str = ""  # bars of one group stand together, apart from the others


@dataclass(frozen=True)
class Bars:
    """Horizontal bars on one scale from 0 to ``maximum``, with a line at the target."""

    bars: tuple[Bar, ...]
    maximum: float
    target: float | None = None
    target_label: str = ""


@dataclass(frozen=True)
class ColumnSeries:
    """One kind of column by month. A negative value hangs under the axis; None is a month without a figure."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]  # hover, one per month
    fill: Fill = "solid"
    texts: tuple[str, ...] = ()  # written at each column's end; only for what stands outermost
    tone: Tone | None = None  # without one: by its place among the series
    signed: bool = False  # its texts are written with their sign


@dataclass(frozen=True)
class Columns:
    """Columns by month, stacked on each other, and under them on the same months a line of its own."""

    months: tuple[date, ...]
    series: tuple[ColumnSeries, ...]
    line: ColumnSeries | None = None
    line_title: str = ""
    marks: tuple[tuple[date, str], ...] = ()  # a vertical line before a month, and its words


@dataclass(frozen=True)
class Event:
    """One thing in time: a day, or a period when ``until`` is given."""

    day: date
    title: str
    lane: str
    said: str  # the whole of it in words
    until: date | None = None
    past: bool = False
    cancelled: bool = False


@dataclass(frozen=True)
class Timeline:
    """Events on lanes between two days, with a line at the day that counts as now."""

    lanes: tuple[str, ...]
    events: tuple[Event, ...]
    first: date
    last: date
    now: date


Shape = Matrix | Bars | Columns | Timeline | Dots | Funnel
