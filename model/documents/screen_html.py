"""One screen as HTML for a canvas of 16:9: the message, its picture or key figures or story, and where it comes from.

Everything that comes from data is escaped; the pictures' numbers stand in a table that is heard and not seen.
"""

from html import escape
from math import ceil
from pathlib import Path

from model.basics.formatting import number
from model.basics.spaces import numbers_held
from model.documents.fitting_text import fitted
from model.documents.marks import hidden_mark, other_mark, preview_mark, sample_mark
from model.documents.screens import Screen
from model.drawing.card import Card
from model.drawing.chart import Chart
from model.drawing.svg import bullet_svg, chart_svg
from model.drawing.svg.parts import WIDTH
from model.snapshot.snapshot import Snapshot

STYLE = Path(__file__).with_name("screen.css").read_text(encoding="utf-8")
ROOM = 868.0  # the canvas's height without margins, footer, title and subtitle
TITLE, SUBTITLE, NOTE = (27.0, 60.0), (13.0, 37.0), 8.0  # a letter's width and a line's height; the space over a note
MOST_LETTERS = 9  # of a figure in the largest type; »Kan ikke opgøres« is smaller
NOTED = ("line", "columns")  # kinds whose note belongs to the message; elsewhere it is about the table


def section(screen: Screen, snapshot: Snapshot, *, place: tuple[int, int]) -> str:
    """The screen as a <section>; ``place`` is which it is, of how many."""
    return (f'<section id="{escape(screen.key)}" class="screen" aria-label="{escape(screen.name)}">'
            f"{_preview(snapshot)}<header>"
            f"<h2>{_kept(screen.title)}</h2><p>{_kept(screen.subtitle)}</p></header>{_body(screen)}"
            f"{_footer(screen, snapshot, place)}</section>")


def _preview(snapshot: Snapshot) -> str:
    """What is not published says so over everything, in the margin."""
    mark = preview_mark(snapshot)
    return f'<p class="preview">{escape(mark)}</p>' if mark else ""


def _body(screen: Screen) -> str:
    if screen.chart is not None:
        return _drawn(screen.chart, screen)
    if screen.figures:
        return f'<div class="figures">{"".join(map(_figure, screen.figures))}</div>'
    size, paragraphs = fitted(screen.paragraphs)
    told = "".join(f"<p>{_kept(part)}</p>" for part in paragraphs)
    return f'<div class="story {size}">{told}</div>'


def _drawn(chart: Chart, screen: Screen) -> str:
    words = chart.note if chart.kind in NOTED else ""
    note = f'<p class="note">{_kept(words)}</p>' if words else ""
    height = ROOM - _height(screen.title, TITLE) - _height(screen.subtitle, SUBTITLE)
    left = height - (NOTE + _height(words, SUBTITLE) if words else 0)
    return f'<div class="picture">{chart_svg(chart, name=screen.key, height=left)}</div>{note}{_table(chart)}'


def _height(words: str, size: tuple[float, float]) -> float:
    """About how high words are across the canvas."""
    letter, high = size
    return high * max(1, ceil(letter * len(words) / WIDTH))


def _figure(card: Card) -> str:
    """A key figure; what its measure already says in large type is not written at the measure as well."""
    drawn = card.bullet
    measure = "<div></div>" if drawn is None else bullet_svg(drawn, label=not card.repeated) + _table(drawn)
    size = "big words" if len(card.figure) > MOST_LETTERS else "big"
    lines = "".join(f"<p>{_kept(line)}</p>" for line in card.sentences)
    return (f'<div class="figure"><h3>{_kept(card.title)}</h3><p class="{size}"><b>{_kept(card.figure)}</b> '
            f'<span>{_kept(card.words)}</span></p>{measure}<div class="lines">{lines}</div></div>')


def _table(chart: Chart) -> str:
    """The chart's table, for who cannot see the picture."""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in chart.table.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>"
                   for row in chart.table.itertuples(index=False))
    caption = " ".join(part for part in (chart.title, chart.note) if part)
    return (f'<table class="unseen"><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>")


def _footer(screen: Screen, snapshot: Snapshot, place: tuple[int, int]) -> str:
    mark, at = sample_mark(snapshot), f"{number(place[0])} af {number(place[1])}"
    invented = f'<strong class="invented">{escape(mark)}</strong>' if mark else ""
    marks = [said for said in (hidden_mark(snapshot), other_mark(snapshot)) if said]
    hidden = "".join(f"<span>{escape(said)}</span>" for said in marks)
    return (f'<footer><p>{_kept(screen.source)}</p><p class="marks">{invented}{hidden}</p>'
            f'<p class="place">{at}</p></footer>')


def _kept(words: str) -> str:
    """»Mål 1« and »921 af 4.446« are not parted at a line's end."""
    return escape(numbers_held(words))
