"""The shapes of a comparison: dots with whiskers on aligned scales, and a funnel. Every text is finished Danish."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from model.drawing.chart import Mark

Role = Literal["target", "context", "benchmark"]


@dataclass(frozen=True)
class Line:
    """A line across all rows: the target (dashed), the whole region (thin), or what was found elsewhere (dotted).

    A benchmark is never a target and never looks like one.
    """

    value: float
    label: str
    role: Role
    target: float | None = None  # what the value is judged by, where it is a share that is


@dataclass(frozen=True)
class Scale:
    """What the dots of one column are placed by. ticks: values and their texts; what lies outside gets an arrow."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...] = ()

    def at(self, value: float) -> float:
        """Where a value lies, 0–1 from the left, held within the scale."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


@dataclass(frozen=True)
class Dot:
    """One value with the label that stands at the right of its scale; low and high are the ends of its whisker.

    target: what the value is judged by, where it is a share that is. known: the label tells a count, also where that is
    too small for a value.
    """

    value: float | None
    label: str
    mark: "Mark"
    low: float | None = None
    high: float | None = None
    target: float | None = None
    known: bool = True


@dataclass(frozen=True)
class DotRow:
    """One unit: a dot for each scale. said: all of it in words. own: it is highlighted."""

    name: str
    code: str
    dots: tuple[Dot, ...]
    said: str
    own: bool = False


@dataclass(frozen=True)
class DotGroup:
    """Rows under a heading of their own; the first group may have none."""

    title: str
    rows: tuple[DotRow, ...]


@dataclass(frozen=True)
class Dots:
    """Dots by unit. legend: the marks in use and their words."""

    scales: tuple[Scale, ...]
    groups: tuple[DotGroup, ...]
    legend: tuple[tuple["Mark", str], ...]


@dataclass(frozen=True)
class FunnelPoint:
    """One unit by its size and share (percent). named: its name is written beside it. own: it is highlighted."""

    name: str
    size: int
    share: float
    said: str
    judged: bool
    outside: bool
    named: bool
    own: bool = False


@dataclass(frozen=True)
class Funnel:
    """Units round a level (percent). sizes: where the limits are given, low and high ends at 95 % and 99.8 %."""

    points: tuple[FunnelPoint, ...]
    level: Line
    target: Line | None
    sizes: tuple[float, ...]
    near: tuple[tuple[float, float], ...]  # 95 %
    far: tuple[tuple[float, float], ...]  # 99.8 %
    size_ticks: tuple[tuple[float, str], ...]
    share_ticks: tuple[tuple[float, str], ...]
    size_title: str
