"""Tiles, bullets, marks and tables as plain HTML: light, readable by a screen reader, in the theme's colours.

Everything that comes from data is escaped.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from urllib.parse import quote

import pandas as pd

from model.basics.spaces import numbers_held
from model.drawing.chart import Bullet, Chart, Mark, Tile
from model.drawing.signs import STROKES, WEIGHT, Stroke
from model.drawing.theme import SYMBOLS
from pages.shared.escaping import escape

T = TypeVar("T")
LETTERS: dict[str, Mark] = {SYMBOLS[kind]: kind for kind in ("reached", "not_reached")}  # drawn where a table has them
OWN = ' class="fd-own" aria-current="true"'  # of the one row that is highlighted
LONG_WORD, LONG_NAME = 30, 48  # letters: what a column of its own is too narrow for


def once(chart: Chart, name: str, make: Callable[[], T]) -> T:
    """What ``make`` returns, kept with the chart for the next reader: a chart never changes."""
    if name not in chart.drawn:
        chart.drawn[name] = make()
    kept: T = chart.drawn[name]
    return kept


def text(words: str) -> str:
    """Words made safe for HTML."""
    return escape(words)


def fault(title: str, lines: Iterable[str]) -> str:
    """What went wrong, in a box that is read aloud when it comes."""
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (f'<div class="fd-error fd-answer" role="alert" tabindex="-1"><strong>Fejl</strong>'
            f"<h2>{escape(numbers_held(title))}</h2>{told}</div>")


def mark(kind: Mark) -> str:
    """The status mark: its shape and symbol say what its colour says; words stand beside it."""
    return f'<span class="fd-mark fd-{kind}" aria-hidden="true">{sign(kind)}</span>'


def sign(kind: Mark) -> str:
    """A mark's sign alone, drawn by the stylesheet in the colour of the words around it."""
    return f'<i class="fd-sign fd-sign-{kind}" aria-hidden="true"></i>' if kind in STROKES else SYMBOLS[kind]


def signs() -> str:
    """The signs' strokes as a stylesheet: the page's HTML may hold no drawing of its own."""
    return "".join(f'.fd-sign-{kind} {{ --fd-sign: url("data:image/svg+xml,{quote(_drawn(strokes))}"); }}\n'
                   for kind, strokes in STROKES.items())


def _drawn(strokes: Sequence[Stroke]) -> str:
    lines = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in (*stroke, stroke[-1])) for stroke in strokes)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="{lines}" fill="none" stroke="#000" '
            f'stroke-width="{WEIGHT}" stroke-linecap="round" stroke-linejoin="round"/></svg>')


def badge(kind: Mark, words: str) -> str:
    """A mark with its words."""
    return f'<span class="fd-badge fd-{kind}">{mark(kind)}<span>{escape(words)}</span></span>'


def bullet(chart: Chart) -> str:
    """A bar on a band with the target as a line, and the interval as a whisker when there is one."""
    drawn = chart.bullet
    if drawn is None:
        return ""
    bar = "" if drawn.value is None else (
        f'<span class="fd-bar fd-{drawn.mark}" style="width:{_at(drawn, drawn.value)}"></span>')
    whisker = "" if drawn.low is None or drawn.high is None else (
        f'<span class="fd-whisker" style="left:{_at(drawn, drawn.low)};'
        f'right:calc(100% - {_at(drawn, drawn.high)})"></span>')
    target = f'<span class="fd-target" style="left:{_at(drawn, drawn.target)}"></span>'
    label = f'<span class="fd-target-label" style="left:{_at(drawn, drawn.target)}">{escape(drawn.target_label)}</span>'
    return (f'<div class="fd-bullet" role="img" aria-label="{escape(chart.alt)}">'
            f'<div class="fd-band">{bar}{whisker}{target}</div>{label}</div>')


def tiles(chart: Chart, addresses: dict[str, str]) -> str:
    """The tile grid as a list of links, one for each jobcenter; ``addresses`` by code."""
    items = "".join(_tile(tile, addresses[tile.code]) for tile in chart.tiles)
    return f'<ul class="fd-tiles" aria-label="{escape(chart.alt)}">{items}</ul>'


def _tile(tile: Tile, href: str) -> str:
    return (f'<li style="grid-row:{tile.row + 1};grid-column:{tile.column + 1}">'
            f'<a class="fd-tile fd-{tile.mark}" href="{escape(href)}"><span class="fd-name">{escape(tile.name)}</span>'
            f'<span class="fd-figure">{escape(tile.figure)}{_count(tile)}</span>'
            f'<span class="fd-status">{_judged(tile)}{escape(tile.note or tile.status)}</span></a></li>')


def _judged(tile: Tile) -> str:
    """The mark of a tile that is judged: a count that is held against nothing has none."""
    return mark(tile.mark) if tile.mark != "plain" else ""


def _count(tile: Tile) -> str:
    return f" <small>{escape(tile.count)}</small>" if tile.count else ""


def table(frame: pd.DataFrame, *, alt: str, numbers: Iterable[str] = (), links: dict[str, str] | None = None,
          named: Iterable[str] = (), own: str = "") -> str:
    """A table of finished texts that scrolls in a box of its own; the first column heads its row.

    ``numbers`` stand to the right; ``links`` maps a row's heading to an address. ``named``: columns whose cells carry
    their heading, for a stylesheet that draws rows without the headings over them. ``own``: the row's heading that is
    highlighted.
    """
    right, bare = set(numbers), set(named)
    head = "".join(f'<th scope="col"{_side(name in right)}>{escape(str(name))}</th>' for name in frame.columns)
    body = "".join(_row(row, frame.columns, right, links or {}, bare, own) for row in frame.itertuples(index=False))
    return (f'<div class="fd-scroll" role="region" tabindex="0" aria-label="{escape(alt)}"><table class="fd-table">'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")


def _row(row: tuple[object, ...], columns: pd.Index, right: set[str], links: dict[str, str], named: set[str],
         own: str) -> str:
    first, *rest = row
    heading, long = _cell(str(first)), _long(str(first), most=LONG_NAME)
    if str(first) in links:
        heading = f'<a href="{escape(links[str(first)])}">{heading}</a>'
    cells = "".join(f"<td{_side(name in right) or _long(str(cell))}{_named(name, named)}>{_cell(str(cell))}</td>"
                    for name, cell in zip(columns[1:], rest, strict=True))
    mine = OWN if own and str(first) == own else ""
    return f'<tr{mine}><th scope="row"{long}{_named(columns[0], named)}>{heading}</th>{cells}</tr>'


def _named(name: str, named: set[str]) -> str:
    return f' data-heading="{escape(name)}"' if name in named else ""


def _cell(words: str) -> str:
    """Words made safe, their ticks and crosses drawn."""
    safe = escape(words)
    for letter, kind in LETTERS.items():
        safe = safe.replace(letter, sign(kind))
    return safe


def _sentence(words: str) -> str:
    """Words made safe, their ticks and crosses drawn over the letters, which stay for who reads aloud or copies."""
    safe = escape(words)
    for letter, kind in LETTERS.items():
        safe = safe.replace(letter, f'<i class="fd-sign fd-sign-{kind} fd-letter">{letter}</i>')
    return safe


def folded(summary: str, content: str) -> str:
    """A part that opens on the reader's wish, without asking the server."""
    return f'<details class="fd-folded"><summary>{escape(summary)}</summary>{content}</details>'


def paragraph(text: str, *, kind: str = "") -> str:
    """A paragraph, with a class of the stylesheet."""
    return f'<p class="{kind}">{_sentence(text)}</p>' if text else ""


def listing(lines: Iterable[str]) -> str:
    """A plain list."""
    return f'<ul class="fd-list">{"".join(f"<li>{_sentence(line)}</li>" for line in lines)}</ul>'


def _at(drawn: Bullet, value: float) -> str:
    return f"{min(100.0, max(0.0, 100 * value / drawn.maximum)):.2f}%"


def _long(words: str, *, most: int | None = None) -> str:
    """The class of a cell that may break its words anywhere: one of them, or a whole name, is longer than a column."""
    long = max(map(len, words.split()), default=0) > LONG_WORD or (most is not None and len(words) > most)
    return ' class="fd-long"' if long else ""


def _side(right: bool) -> str:
    return ' class="fd-number"' if right else ""
