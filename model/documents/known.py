"""Whether there is anything to show at all: a deck of empty charts is not made."""

from collections.abc import Iterable

from model.documents.faults import Refused
from model.documents.screens import Screen
from model.drawing.card import Card
from model.drawing.chart import Chart
from model.drawing.dots import Dots
from model.drawing.shapes import Bars, Columns

NOT_MADE = "Der er ikke lavet et diasshow."


class NothingToShow(Refused):
    """A deck was asked for, but every figure in it is hidden or unknown; the text is Danish."""


def refusal(screens: Iterable[Screen], *, who: str, withheld: str, without: str = "") -> str:
    """Why there is no deck to make, in Danish: no chart and no key figure knows anything. Else empty.

    A choice of stories alone is shown. ``who``: »Jobcenter Samsø« or »hele regionen«. ``withheld``: what is
    said of a number that is not shown. ``without``: of those the public is not told of.
    """
    found = list(screens)
    told = [screen for screen in found if screen.chart or screen.figures]
    if any(knows(screen) for screen in told) or (found and not told):
        return ""
    none = (f"Alle tal for {who} er {withheld}." if any(_hides(screen) for screen in told)
            else f"Der er ingen tal for {who} endnu.")
    return f"{none} {NOT_MADE}{f' {without}.' if without else ''}"


def knows(screen: Screen) -> bool:
    """Whether its chart or one of its key figures holds a known value; a region behind a jobcenter does not count."""
    return (screen.chart is not None and has_points(screen.chart)) or any(_told(figure) for figure in screen.figures)


def has_points(chart: Chart) -> bool:
    """Whether a chart has anything of its own to draw."""
    shape = chart.shape
    values: list[float | None] = [value for series in chart.series if series.role == "main" for value in series.values]
    if isinstance(shape, Columns):
        drawn = [*shape.series, *([shape.line] if shape.line else [])]
        values += [value for series in drawn for value in series.values]
    if isinstance(shape, Bars):
        values += [bar.value for bar in shape.bars]
    counted = [tile.known for tile in chart.tiles if tile.mark != "unknown"]
    if isinstance(shape, Dots):
        dots = [dot for group in shape.groups for row in group.rows for dot in row.dots]
        values += [dot.value for dot in dots]
        counted += [dot.known for dot in dots]
    return any(value is not None for value in values) or any(counted)


def _told(figure: Card) -> bool:
    """A figure with a bullet is known when that is: »0 af 19« says nothing where no jobcenter is known."""
    drawn = figure.bullet.bullet if figure.bullet else None
    return drawn is None or drawn.value is not None or drawn.known


def _hides(screen: Screen) -> bool:
    """Whether what is missing was hidden, by the sender or from the public."""
    return (screen.chart is not None and screen.chart.hidden) or any(figure.hidden for figure in screen.figures)
