"""Dots with whiskers on aligned scales as plain HTML: prints, grows with the text and is read row by row.

Everything that comes from data is escaped.
"""

from model.drawing.chart import Chart, Mark
from model.drawing.dots import Dot, DotGroup, DotRow, Dots, Line, Role, Scale
from pages.shared.escaping import escape

NEAR_END = 0.75  # of the scale
OVER: tuple[Role, ...] = ("target", "benchmark")  # lines whose names stand over the rows


def dots(chart: Chart, drawn: Dots, links: dict[str, str]) -> str:
    """The rows of every group under the scales' titles and targets; ``links`` by row code."""
    groups = "".join(_group(group, drawn, links) for group in drawn.groups)
    legend = "".join(f'<li><span class="fd-dots-key" aria-hidden="true"><i class="fd-dot fd-{mark}"></i></span> '
                     f"{escape(words)}</li>" for mark, words in drawn.legend)
    return (f'<div class="fd-dots fd-dots-{len(drawn.scales)}" role="group" aria-label="{escape(chart.alt)}">'
            f"{_head(drawn)}{groups}{_axis(drawn)}</div><ul class=\"fd-legend\">{legend}</ul>")


def _head(drawn: Dots) -> str:
    cells = "".join(f'<span class="fd-dots-top" style="--fd-names:{len(_named(scale, *OVER)) or 1}">'
                    f'{_title(scale, drawn)}{_names(scale, *OVER)}</span><span></span>' for scale in drawn.scales)
    return f'<div class="fd-dots-row fd-dots-head" aria-hidden="true"><span></span>{cells}</div>'


def _title(scale: Scale, drawn: Dots) -> str:
    return f"<b>{escape(scale.title)}</b>" if len(drawn.scales) > 1 else ""


def _axis(drawn: Dots) -> str:
    cells = "".join(f'<span class="fd-dots-axis">{_ticks(scale)}'
                    f'{_names(scale, "context")}</span><span></span>' for scale in drawn.scales)
    return f'<div class="fd-dots-row fd-dots-foot" aria-hidden="true"><span></span>{cells}</div>'


def _ticks(scale: Scale) -> str:
    return "".join(f'<i style="left:{_at(scale, value)}">{escape(text)}</i>' for value, text in scale.ticks)


def _names(scale: Scale, *roles: Role) -> str:
    """The names of lines, each on a row of its own, so that none stands on another."""
    return "".join(f'<em class="fd-dots-name{_look(line)}{_side(scale, line)}" '
                   f'style="left:{_at(scale, line.value)}{f";--fd-row:{row}" if row else ""}">{escape(line.label)}</em>'
                   for row, line in enumerate(_named(scale, *roles)))


def _named(scale: Scale, *roles: Role) -> list[Line]:
    return [line for line in scale.lines if line.role in roles]


def _look(line: Line) -> str:
    return " fd-benchmark" if line.role == "benchmark" else ""


def _side(scale: Scale, line: Line) -> str:
    """A name near an end of the scale stands on the inner side of its line, so that it stays within the picture."""
    at = scale.at(line.value)
    return " fd-inward" if at > NEAR_END else " fd-onward" if at < 1 - NEAR_END else ""


def _group(group: DotGroup, drawn: Dots, links: dict[str, str]) -> str:
    title = f'<p class="fd-dots-group">{escape(group.title)}</p>' if group.title else ""
    return f'{title}<ul>{"".join(_row(row, drawn, links) for row in group.rows)}</ul>'


def _row(row: DotRow, drawn: Dots, links: dict[str, str]) -> str:
    name = escape(row.name)
    if row.code in links:
        name = f'<a href="{escape(links[row.code])}">{name}</a>'
    cells = "".join(f'<span class="fd-dots-track" aria-hidden="true">{_lines(scale)}{_dot(dot, scale)}</span>'
                    f'<span class="fd-dots-label" aria-hidden="true">{escape(dot.label)}</span>'
                    for dot, scale in zip(row.dots, drawn.scales, strict=True))
    own, mine = (" fd-own", ' aria-current="true"') if row.own else ("", "")
    return (f'<li class="fd-dots-row{own}"{mine} title="{escape(row.said)}">'
            f'<span class="fd-dots-unit">{name}</span>{cells}'
            f'<span class="fd-unseen">{escape(row.said)}</span></li>')


def _lines(scale: Scale) -> str:
    ticks = "".join(f'<i class="fd-dots-tick" style="left:{_at(scale, value)}"></i>' for value, _ in scale.ticks)
    lines = "".join(f'<i class="fd-dots-{line.role}" style="left:{_at(scale, line.value)}"></i>'
                    for line in scale.lines)
    return ticks + lines


def _dot(dot: Dot, scale: Scale) -> str:
    if dot.value is None:
        return ""
    if not scale.low <= dot.value <= scale.high:
        return _arrow(dot.mark, left=dot.value < scale.low, kind="fd-dots-far")
    return f'{_whisker(dot, scale)}<i class="fd-dot fd-{dot.mark}" style="left:{_at(scale, dot.value)}"></i>'


def _whisker(dot: Dot, scale: Scale) -> str:
    if dot.low is None or dot.high is None:
        return ""
    clipped = _arrow(dot.mark, left=False) if dot.high > scale.high else ""
    return (f'<i class="fd-dots-whisker fd-{dot.mark}" style="left:{_at(scale, dot.low)};'
            f'right:{100 - 100 * scale.at(dot.high):.2f}%"></i>{clipped}')


def _arrow(mark: Mark, *, left: bool, kind: str = "") -> str:
    side = "fd-dots-left" if left else "fd-dots-right"
    return f'<i class="fd-dots-arrow {side} {kind} fd-{mark}"></i>'


def _at(scale: Scale, value: float) -> str:
    return f"{100 * scale.at(value):.2f}%"
