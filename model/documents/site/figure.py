"""A chart on a page of the site: the picture with what it says in words, its table and its file of numbers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

import pandas as pd

from model.basics.formatting import alphabetical
from model.documents.csv_file import danish_csv
from model.documents.known import has_points
from model.documents.marks import INVENTED
from model.documents.screens import Screen
from model.documents.site import parts
from model.drawing.card import Card
from model.drawing.chart import Chart
from model.drawing.dots import Dots
from model.drawing.shapes import Bars
from model.drawing.svg import bullet_svg, chart_svg, has_narrow, narrow_svg
from model.drawing.theme import SYMBOLS
from model.publishing.edition import Heading

HEIGHT, ROW, AROUND = 700.0, 38.0, 150.0  # a picture's; of a list of dots each row's, and what lies around them
NARROW_HEIGHT = 620.0  # of a phone's picture
MOST_LETTERS = 9  # of a figure in the largest type
FILE = "Hent tallene (CSV)"
NOT_YET = "Der er ingen figur endnu, for ingen af dens tal er offentliggjort."
LEFT_OUT = "Der er ingen figur, for dens tal er udeladt, så små tal ikke kan regnes ud."


def charts(screen: Screen) -> Mapping[str, Chart]:
    """The charts of a screen, by the name of their file without its ending, which is the same in every edition."""
    if screen.chart is not None:
        return {screen.key: screen.chart}
    return {f"{screen.key}-{at}": figure.bullet for at, figure in enumerate(screen.figures, start=1) if figure.bullet}


def csv(chart: Chart, heading: Heading) -> bytes:
    """The chart's numbers, with the edition they are of in every row."""
    rows = chart.data
    named = pd.DataFrame({"udgivelse": [heading.number] * len(rows), "udgivet": [f"{heading.made_on}"] * len(rows)})
    return danish_csv(pd.concat([named, rows.reset_index(drop=True)], axis=1),
                      first_line=INVENTED if heading.sample else None)


def section(screen: Screen, file: Callable[[str], str]) -> str:
    """A screen: its finding, its picture or key figures, and under it what it rests on. file: where a CSV lies."""
    name = escape(screen.key)
    return (f'<section id="{name}" aria-labelledby="{name}-fund"><h2 id="{name}-fund">{parts.text(screen.title)}</h2>'
            f'{parts.paragraph(screen.subtitle, "sub")}{_body(screen, file)}'
            f'{parts.paragraph(screen.source, "quiet")}</section>')


def cards(screen: Screen, level: str, file: Callable[[str], str]) -> str:
    """The key figures side by side. level: of their headings, as ``h2``."""
    made = (_card(card, level, file(f"{screen.key}-{at}")) for at, card in enumerate(screen.figures, start=1))
    return f'<div class="cards">{"".join(made)}</div>'


def drawn(chart: Chart, name: str, address: str, definitions: Iterable[str] = ()) -> str:
    """A chart's picture and one line of tools under it. address: of its CSV."""
    return (f'{_picture(chart, name)}{parts.paragraph(chart.note, "note")}'
            f'<div class="tools">{_numbers(chart, address)}{_meaning(definitions)}</div>')


def _picture(chart: Chart, name: str) -> str:
    """The picture; a narrow screen has months drawn anew for it, and rows as a list. One that would be empty is a
    sentence instead.
    """
    if not has_points(chart):
        return parts.paragraph(LEFT_OUT if chart.hidden else NOT_YET, "note")
    made = f'<div class="picture broad">{chart_svg(chart, name=name, height=_height(chart))}</div>'
    if has_narrow(chart):
        small = narrow_svg(chart, name=f"{name}-smal", height=NARROW_HEIGHT)
        return f'{made}<div class="picture narrow">{small}</div>'
    return f"{made}{_listed(chart)}"


def _listed(chart: Chart) -> str:
    """The rows of a picture, each with what is written on it."""
    if isinstance(chart.shape, Bars):
        return parts.listed((f"<b>{escape(bar.name)}</b> {parts.text(bar.label)}" for bar in chart.shape.bars),
                            "narrow")
    if isinstance(chart.shape, Dots):
        return parts.listed(_dots(chart.shape), "narrow")
    tiles = (f'<b>{escape(tile.name)}</b> <b class="share">{parts.text(tile.figure)}</b> {parts.text(tile.count)} '
             f'<span class="{tile.mark}">{SYMBOLS[tile.mark]} {parts.text(tile.status)}</span>'
             for tile in sorted(chart.tiles, key=lambda tile: alphabetical(tile.name)))
    return parts.listed(tiles, "narrow")


def _dots(shape: Dots) -> Iterator[str]:
    """Each row's name, its labels and its verdict."""
    verdicts = dict(shape.legend)
    for row in (row for group in shape.groups for row in group.rows):
        labels = " · ".join(dot.label for dot in row.dots)
        verdict = verdicts.get(row.dots[0].mark, "") if len(shape.scales) == 1 and row.dots else ""
        under = f' <span class="{row.dots[0].mark}">{SYMBOLS[row.dots[0].mark]} {parts.text(verdict)}</span>' \
            if verdict else ""
        yield f"<b>{escape(row.name)}</b> {parts.text(labels)}{under}"


def _numbers(chart: Chart, address: str) -> str:
    """The chart's table, folded, and the way to its file."""
    file = f'<a href="{escape(address)}" aria-label="{FILE}: {escape(chart.title)}">{FILE}</a>'
    return f"{parts.folded('Tabel', parts.table(chart.table, chart.title))}<p>{file}</p>"


def _body(screen: Screen, file: Callable[[str], str]) -> str:
    if screen.chart is None:
        return f'{cards(screen, "h3", file)}<div class="tools">{_meaning(screen.definitions)}</div>'
    return drawn(screen.chart, screen.key, file(screen.key), screen.definitions)


def _card(card: Card, level: str, address: str) -> str:
    measure = card.bullet
    picture = f'<div class="measure">{bullet_svg(measure, label=not card.repeated)}</div>' if measure else ""
    tools = f'<div class="tools">{_numbers(measure, address)}</div>' if measure else ""
    size = "big words" if len(card.figure) > MOST_LETTERS else "big"
    lines = "".join(parts.paragraph(line) for line in card.sentences)
    return (f'<article class="card"><{level}>{parts.text(card.title)}</{level}><p class="{size}">'
            f"<b>{parts.text(card.figure)}</b> {parts.text(card.words)}</p>{picture}{lines}{tools}</article>")


def _meaning(definitions: Iterable[str]) -> str:
    told = "".join(parts.paragraph(words) for words in definitions)
    return parts.folded("Det betyder tallene", told) if told else ""


def _height(chart: Chart) -> float:
    """A list of dots is as high as it has rows."""
    if not isinstance(chart.shape, Dots):
        return HEIGHT
    return max(HEIGHT, AROUND + ROW * sum(1 + len(group.rows) for group in chart.shape.groups))
