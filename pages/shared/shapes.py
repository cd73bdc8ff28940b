"""Matrices and horizontal bars as plain HTML, readable by a screen reader, in the theme's colours.

Everything that comes from data is escaped.
"""

from model.drawing.chart import Chart
from model.drawing.shapes import Bar, Bars, Cell, Matrix, MatrixRow
from pages.shared.escaping import escape

NEAR_END = 0.8  # of the scale


def matrix(chart: Chart, drawn: Matrix, links: dict[str, str]) -> str:
    """A table of tinted numbers; ``links`` by row code."""
    groups = "".join(f'<th scope="colgroup" colspan="{count}">{escape(words)}</th>' for words, count in drawn.groups)
    over = f'<tr><td></td>{groups}{"<td></td>" if drawn.total_title else ""}</tr>' if groups else ""
    total = f'<th scope="col" class="fd-number">{escape(drawn.total_title)}</th>' if drawn.total_title else ""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in drawn.columns)
    body = "".join(_matrix_row(row, links, total=bool(drawn.total_title)) for row in drawn.rows)
    legend = "".join(f'<li><span class="fd-cell fd-{state}" aria-hidden="true">{escape(text)}</span> '
                     f"{escape(words)}</li>" for state, text, words in drawn.legend)
    return (f'<div class="fd-scroll" role="region" tabindex="0" aria-label="{escape(chart.alt)}">'
            f'<table class="fd-matrix"><thead>{over}<tr><td></td>{head}{total}</tr></thead><tbody>{body}</tbody>'
            f'</table></div><ul class="fd-legend">{legend}</ul>')


def _matrix_row(row: MatrixRow, links: dict[str, str], *, total: bool) -> str:
    name = escape(row.name)
    if row.code in links:
        name = f'<a href="{escape(links[row.code])}">{name}</a>'
    end = f'<td class="fd-number">{escape(row.total)}</td>' if total else ""
    return f'<tr><th scope="row">{name}</th>{"".join(map(_cell, row.cells))}{end}</tr>'


def _cell(cell: Cell) -> str:
    tint = f' style="--fd-tint:{cell.tint:.2f}"' if cell.tint else ""
    return (f'<td><span class="fd-cell fd-{cell.state}"{tint} aria-hidden="true">{escape(cell.text)}</span>'
            f'<span class="fd-unseen">{escape(cell.said)}</span></td>')


def bars(chart: Chart, drawn: Bars, links: dict[str, str]) -> str:
    """Horizontal bars as a list, each with its words at the end; ``links`` by the bar's code."""
    label = escape(drawn.target_label)
    target = "" if drawn.target is None else (
        f'<p class="fd-bars-target"><span style="left:{_at(drawn, drawn.target)}{_inward(drawn)}">{label}</span></p>')
    rows = "".join(_bar(bar, drawn, links) for bar in drawn.bars)
    return f'<div class="fd-bars" role="group" aria-label="{escape(chart.alt)}">{target}<ul>{rows}</ul></div>'


def _bar(bar: Bar, drawn: Bars, links: dict[str, str]) -> str:
    name = escape(bar.name)
    if bar.code in links:
        name = f'<a href="{escape(links[bar.code])}">{name}</a>'
    outline = "" if bar.outline is None else f'<i class="fd-outline" style="width:{_at(drawn, bar.outline)}"></i>'
    kind = "fd-solid fd-signal" if bar.signal else "fd-solid"
    value = "" if bar.value is None else f'<i class="{kind}" style="width:{_at(drawn, bar.value)}"></i>'
    line = "" if drawn.target is None else f'<i class="fd-line" style="left:{_at(drawn, drawn.target)}"></i>'
    return (f'<li><span class="fd-bars-name">{name}</span><span class="fd-bars-track" aria-hidden="true">'
            f'{outline}{value}{line}</span><span class="fd-bars-label">{escape(bar.label)}</span></li>')


def _inward(drawn: Bars) -> str:
    """A label near the right end ends at its line, so that it stays within the picture."""
    return ";translate:-100%" if (drawn.target or 0) > NEAR_END * drawn.maximum else ""


def _at(drawn: Bars, value: float) -> str:
    return f"{min(100.0, max(0.0, 100 * value / (drawn.maximum or 1))):.2f}%"
