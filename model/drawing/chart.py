"""A chart as a small description that Plotly, and later paper and slides, each draw."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

import pandas as pd

from model.drawing.shapes import Shape

Kind = Literal["line", "tiles", "bullet", "matrix", "bars", "columns", "timeline", "dots", "funnel"]
Role = Literal["main", "context", "required", "benchmark"]  # benchmark: found elsewhere, never a target
Mark = Literal["reached", "half", "not_reached", "unsettled", "too_few", "unknown", "plain"]  # plain: not judged


@dataclass(frozen=True)
class Series:
    """One line: months and values (percent 0–100 or persons); None is a gap that is never bridged."""

    name: str
    role: Role
    months: tuple[date, ...]
    values: tuple[float | None, ...]
    labels: tuple[str, ...]  # finished Danish text for each point's hover
    provisional: tuple[bool, ...] = ()  # hollow points
    hollow: str = ""  # what its hollow points are called
    label_last: str | None = None  # direct label at the point of label_at, else at the last known
    label_at: date | None = None
    targets: tuple[float | None, ...] = ()  # per month: what its share is judged by
    gaps: tuple[str, ...] = ()  # per month: what a gap is called, »mangler« or »skjult«


@dataclass(frozen=True)
class Moment:
    """Something that happened in a month, as a small letter at the foot of a line chart; ``said``: what it was."""

    month: date
    letter: str
    said: str


@dataclass(frozen=True)
class Tile:
    """One jobcenter on the tile grid."""

    row: int
    column: int
    name: str
    figure: str
    status: str
    mark: Mark
    code: str
    note: str = ""  # the status with what is still missing, for where there is room
    count: str = ""  # »37 af 222«, where the figure is a share
    increase: str = ""  # »+12« since the baseline, for a table of the tiles
    known: bool = True  # the figure is one, not words for why there is none


@dataclass(frozen=True)
class Bullet:
    """One value against its target, with an optional interval (the verdict's own); percent 0–100."""

    value: float | None
    target: float
    target_label: str
    low: float | None = None
    high: float | None = None
    mark: Mark = "unknown"
    value_label: str = ""
    maximum: float = 30.0
    known: bool = True  # the label tells a count, also where that is too small for a value


@dataclass(frozen=True)
class Chart:
    """What a chart says and shows. Every text is finished Danish; its table and its file are made when asked for."""

    kind: Kind
    title: str  # a finding
    subtitle: str  # measure, unit, who, period
    source: str  # source, data date and status (endelig/foreløbig)
    alt: str  # type, subject, finding and period in 250 characters
    make_table: Callable[[], pd.DataFrame] = field(compare=False)  # neither may hold a snapshot: it would be read
    make_data: Callable[[], pd.DataFrame] = field(compare=False)  # later, when what is read of it is no longer noted
    note: str = ""
    how_to_read: str = ""
    series: tuple[Series, ...] = ()
    tiles: tuple[Tile, ...] = ()
    bullet: Bullet | None = None
    shape: Shape | None = None  # of a matrix, bars, columns or a timeline
    target: float | None = None
    target_label: str = ""
    breaks: tuple[tuple[date, str], ...] = ()  # month the break lies before, and its label
    moments: tuple[Moment, ...] = ()  # few, and never said to be why a line moved
    unit: Literal["percent", "persons"] = "percent"
    own: str = ""  # the unit that is highlighted, as the table's first column names it
    hidden: bool = False  # something of it is not shown because it was hidden, by its sender or from the public
    drawn: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # by its readers, once

    @property
    def table(self) -> pd.DataFrame:
        """All that the chart shows, formatted for reading: its full alternative."""
        return self._made("table", self.make_table)

    @property
    def data(self) -> pd.DataFrame:
        """The same raw, for CSV."""
        return self._made("data", self.make_data)

    def _made(self, name: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        frame: pd.DataFrame | None = self.drawn.get(name)
        if frame is None:
            frame = self.drawn[name] = make()
        return frame
