"""The parts every page is put together from: heading, banners, messages, charts and tables."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st
from plotly.graph_objects import Figure
from streamlit.delta_generator import DeltaGenerator

from model.basics.formatting import listing, month_long
from model.basics.spaces import numbers_held
from model.drawing.chart import Chart
from model.drawing.dots import Dots, Funnel
from model.drawing.plotly.columns import columns_figure
from model.drawing.plotly.funnel import funnel_figure
from model.drawing.plotly.lines import CONFIG, figure
from model.drawing.shapes import Bars, Columns, Matrix, Timeline
from model.intake import history
from model.programmes.programme import Programme
from model.programmes.words import whole_name
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.figures import coverage
from pages.shared import dots, drawing, figure_tools, scripts, shapes, timeline
from pages.shared.escaping import Finished, escape
from pages.shared.export import EXPORT, Right

SHEETS = ("style.css", "shapes.css", "timeline.css", "dots.css")
READ = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in SHEETS)
SENT = (" ".join(map(str.strip, sheet.splitlines())) for sheet in (*READ, drawing.signs()))
CORNER = '<p class="fd-open">Åben tilstand</p>'
BASE = "".join(f"<style>{sheet}</style>" for sheet in SENT) + scripts.HTML.html
SIGNED, OPEN = Finished(BASE), Finished(BASE + CORNER)


def base(*, is_open: bool) -> None:
    """The stylesheet and the scripts, of which each begins once and stays, as one element: every run of every session
    sends each that there is. is_open: say in a corner that nobody signs in (the stylesheet places it there).
    """
    st.html(OPEN if is_open else SIGNED, unsafe_allow_javascript=True)


def product(programme: Programme) -> None:
    """Which product and programme this is, and where and when, above the menu (the stylesheet places it there)."""
    with st.sidebar:
        st.html(f'<p class="fd-product"><strong>Fremdrift</strong><br>{escape(whole_name(programme))}</p>')


def foot() -> None:
    """What stands under every page, also where it cannot be shown."""
    st.html('<p class="fd-foot"><a href="./was" target="_self">Tilgængelighedserklæring</a></p>')


def signed_in(function: str) -> None:
    """Who is signed in, under the product."""
    st.html(f'<p class="fd-who">{escape(function)}</p>')


def header(title: str, line: str = "", *, lead: str = "") -> None:
    """The page's heading (a question or a finding), the line under it, and a sentence that says more."""
    below = f'<p class="fd-line">{escape(line)}</p>' if line else ""
    st.html(_stacked(f'<header class="fd-head"><h1>{escape(numbers_held(title))}</h1>{below}</header>', _lead(lead)))


@contextmanager
def beside_heading() -> Iterator[tuple[DeltaGenerator, DeltaGenerator]]:
    """Room for the heading, and to its right for the reader's choices; on a phone the choices come first."""
    heading, choices = st.columns([3, 1], gap="medium")
    yield heading, choices


def folded(title: str, key: str, draw: Callable[[], object]) -> None:
    """What stands behind the answer, drawn and computed only while the reader has it open."""
    fold = st.expander(title, key=key, on_change="rerun")
    if fold.open:
        with fold:
            draw()


def cards(parts: Iterable[str]) -> None:
    """Cards beside each other, as many as there is room for."""
    st.html(_cards(parts))


def _cards(parts: Iterable[str]) -> str:
    return f'<div class="fd-cards">{"".join(parts)}</div>'


def lead(text: str) -> None:
    """A sentence that says more than the heading has room for."""
    st.html(_lead(text))


def _lead(text: str) -> str:
    return drawing.paragraph(numbers_held(text), kind="fd-lead")


def _stacked(*parts: str) -> str:
    """Parts under each other as elements stand, of which each is a message to every session; empty ones are left out.
    """
    kept = [part for part in parts if part]
    stacked = "".join(f"<div>{part}</div>" for part in kept)
    return f'<div class="fd-stack">{stacked}</div>' if len(kept) > 1 else kept[0]


def nothing_yet(snapshot: Snapshot, month: date) -> str:
    """»Ingen tal for maj 2010 endnu. Skive og Lemvig har ikke indberettet.«"""
    names = snapshot.jobcenters["name"]
    absent = [str(names[code]) for code in coverage.coverage(snapshot, month).missing]
    if not absent:
        return f"Ingen tal for {month_long(month)} endnu."
    who = listing(absent) if len(absent) <= 4 else f"Ingen af de {len(absent)} jobcentre"
    said = f"Ingen tal for {month_long(month)} endnu. {who} har {'ikke ' if len(absent) <= 4 else ''}indberettet."
    return said if history.any_file(snapshot.uploads) else f"{said} Den første fil indlæses på siden Indlæs tal."


def finding(title: str, text: str = "") -> None:
    """A section's heading that says what it shows, with an optional paragraph."""
    st.html(heading(title, text))


def heading(title: str, text: str = "") -> str:
    """The same as HTML, for a place of its own."""
    return f'<section class="fd-finding"><h2>{escape(numbers_held(title))}</h2>{drawing.paragraph(text)}</section>'


def note(text: str) -> None:
    """A quiet remark about what is shown."""
    st.html(f'<p class="fd-note" role="status"><strong>Bemærk:</strong> {escape(text)}</p>')


def answer(text: str, *, word: str = "Bemærk: ") -> None:
    """What came of a press, as a remark that gets the focus; ``word``: how it begins."""
    st.html(f'<p class="fd-note fd-answer" role="status" tabindex="-1"><strong>{word}</strong>{escape(text)}</p>')


def faults(frame: pd.DataFrame) -> None:
    """The errors and warnings that a press on a form's button found, as a table that gets the focus."""
    st.html('<div class="fd-answer" role="alert" tabindex="-1">'
            f'{drawing.table(frame, alt="Fejl og advarsler")}</div>')


def empty(text: str) -> None:
    """What to read where there is nothing to show."""
    st.html(f'<p class="fd-empty">{escape(text)}</p>')


def error(*lines: str, title: str = "Der skete en fejl") -> None:
    """A fault in words, without a trace; empty lines are left out."""
    st.html(drawing.fault(title, filter(None, lines)))


def sample_banner(snapshot: Snapshot, *, removes: bool) -> None:
    """Says on every page that the figures are invented, as long as any of them stands. removes: how they are removed
    too, to who may do it.
    """
    if snapshot.sample:
        how = " Fjern dem under Historik, når I vil begynde." if removes else ""
        st.html(f'<p class="fd-sample"><strong>Eksempeldata – ikke virkelige tal.</strong>{how}</p>')


def table(frame: pd.DataFrame, *, alt: str, numbers: Iterable[str] = ()) -> None:
    """A real HTML table of finished texts; the first column heads its row, ``numbers`` stand to the right."""
    st.html(drawing.table(frame, alt=alt, numbers=numbers))


def chart(chart: Chart, key: str, *, right: Right | None = EXPORT) -> None:
    """A line chart with all it comes with: heading, drawing, source and the line of tools (``right``: see there)."""
    st.html(drawing.once(chart, "head", lambda: _head(chart)))
    st.plotly_chart(drawing.once(chart, "figure", lambda: figure(chart)), key=key, config=CONFIG, alt=chart.alt)
    st.html(drawing.once(chart, "foot", lambda: _foot(chart)))
    figure_tools.line(chart, key, right=right)


def tiles(chart: Chart, key: str, *, link: str, under: Iterable[str] = (), right: Right | None = EXPORT) -> None:
    """The tile grid; ``link`` holds {code} where a code belongs. ``under``: the cards that it stands under."""
    over = list(under)
    st.html(_stacked(_cards(over) if over else "", drawing.once(chart, link, lambda: _tiles(chart, link))))
    figure_tools.line(chart, key, link=link, right=right)


def shape(chart: Chart, key: str, *, link: str = "", right: Right | None = EXPORT) -> None:
    """A shape with all it comes with; ``link`` holds {code} for a row's code."""
    drawn = chart.shape
    if isinstance(drawn, Columns | Funnel):
        st.html(drawing.once(chart, "head", lambda: _head(chart)))
        st.plotly_chart(drawing.once(chart, "figure", lambda: _plotted(drawn)), key=key, config=CONFIG, alt=chart.alt)
        st.html(drawing.once(chart, "foot", lambda: _foot(chart)))
    else:
        st.html(drawing.once(chart, link, lambda: _head(chart) + _shape(chart, link) + _foot(chart)))
    figure_tools.line(chart, key, opened=figure_tools.READ if isinstance(drawn, Funnel) else None, right=right)


def _plotted(drawn: Columns | Funnel) -> Figure:
    return funnel_figure(drawn) if isinstance(drawn, Funnel) else columns_figure(drawn)


def _shape(chart: Chart, link: str) -> str:
    drawn = chart.shape
    if isinstance(drawn, Matrix):
        return shapes.matrix(chart, drawn, {row.code: link.replace("{code}", row.code) for row in drawn.rows if link})
    if isinstance(drawn, Bars):
        return shapes.bars(chart, drawn, {bar.code: link.replace("{code}", bar.code) for bar in drawn.bars
                                          if link and bar.code})
    if isinstance(drawn, Timeline):
        return timeline.timeline(chart, drawn)
    if isinstance(drawn, Dots):
        return dots.dots(chart, drawn, {row.code: link.replace("{code}", row.code)
                                        for group in drawn.groups for row in group.rows if link})
    raise TypeError(f"no drawing for {type(drawn).__name__}")


def _head(chart: Chart) -> str:
    below = drawing.paragraph(chart.subtitle, kind="fd-sub")
    return f'<section class="fd-finding"><h2>{escape(numbers_held(chart.title))}</h2>{below}</section>'


def _foot(chart: Chart) -> str:
    return drawing.paragraph(chart.note, kind="fd-sub") + drawing.paragraph(chart.source, kind="fd-source")


def _tiles(chart: Chart, link: str) -> str:
    addresses = {tile.code: link.replace("{code}", tile.code) for tile in chart.tiles}
    return _head(chart) + drawing.tiles(chart, addresses) + _foot(chart)
