"""»Indberetning«: who has reported, who must be reminded, and the figures worth a call."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.basics.formatting import month_and_year
from model.basics.settings import load
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.words.lines import status_line
from model.subjects.reporting.words import reporting
from model.subjects.reporting.words.reporting import LATE, LETTERS, TOO_LATE, WORDS, Grid
from pages.reporting import reminders
from pages.shared import downloads, export, layout, markup, pickers
from pages.shared.escaping import escape

MONTHS = 48  # columns drawn at most; a longer history is in the file


def tab(snapshot: Snapshot, heading: DeltaGenerator) -> None:
    """The month's answer, those to remind, the months before it, and what contradicts itself."""
    with heading, pickers.beside_heading() as (title, choices):
        with choices:
            month = pickers.month(snapshot, default=reporting.month_with_gaps(snapshot),
                                  offered=reporting.months_to_show(snapshot))
        with title:
            layout.header(reporting.title(snapshot, month), status_line(snapshot, month))
    pickers.newer_month(snapshot, month)
    reminders.panel(snapshot, month)
    _months(snapshot, month)
    rule_breaks(snapshot)


def _months(snapshot: Snapshot, month: date) -> None:
    """How much of the month is in, and the grid of every month."""
    layout.finding(reporting.covered(snapshot, month), reporting.silent_months(snapshot, month))
    drawn = reporting.grid(snapshot, month)
    if not drawn.months:
        layout.empty("Der er ikke indlæst tal endnu. Begynd på siden »Indlæs tal«.")
        return
    st.html(grid(drawn, month))
    st.html(legend(with_late=load().deadline_days is not None))
    downloads.csv_button("Hent CSV", lambda: reporting.grid_table(drawn), "indberetning.csv", right=export.BY_UNIT)


def grid(given: Grid, chosen: date) -> str:
    """A letter, a colour and a word in every cell; the box scrolls sideways, its newest months in sight first."""
    shown = _shown(given, chosen)
    months = given.months[shown]
    head = "".join(f'<th scope="col"{_chosen(m == chosen)}>{_stacked(m)}</th>' for m in months)
    head += f'<th scope="col" class="fi-approved">{escape(given.approved_heading)}</th>' if given.approved else ""
    marks = [_chosen(m == chosen) for m in months]
    states, late = (frame.iloc[:, shown].to_numpy(dtype=object) for frame in (given.states, given.late))
    approved = [_approved(words) for words in given.approved] or [""] * len(given.states)
    rows = zip(given.states.index, states, late, approved, strict=True)
    cut = len(months) < len(given.months)
    left = f"<p>Her ses {MONTHS} af {len(given.months)} måneder. Alle er med i filen.</p>" if cut else ""
    body = "".join(_row(str(name), states, late, marks=marks, last=last) for name, states, late, last in rows)
    return (f'<div class="fd-scroll fi-months" role="region" tabindex="0" '
            f'aria-label="Indberetning, jobcenter og måned"><table class="fd-table"><thead><tr>'
            f'<th scope="col" class="fi-name">Jobcenter</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
            f"{left}")


def _shown(drawn: Grid, chosen: date) -> slice:
    """The newest months, or those up to the chosen one when it is older."""
    end = len(drawn.months)
    if chosen in drawn.months[:max(0, end - MONTHS)]:
        end = drawn.months.index(chosen) + 1
    return slice(max(0, end - MONTHS), max(end, min(MONTHS, len(drawn.months))))


def legend(*, with_late: bool) -> str:
    """What the letters mean."""
    items = [f'<li><span class="fi-key fi-{state}">{LETTERS[state]}</span> {word}</li>'
             for state, word in WORDS.items()]
    if with_late:
        items.append(f'<li><span class="fi-key fi-reported">✓{LATE[0]}</span> {LATE[1]}</li>')
    return f'<ul class="fi-legend">{"".join(items)}</ul>'


def rule_breaks(snapshot: Snapshot) -> None:
    """Stored figures that contradict each other, and what to do about each: how many, and folded which."""
    broken = reporting.break_table(snapshot)
    if broken.empty:
        layout.empty("Ingen af de gemte tal strider mod hinanden.")
        return
    layout.folded(reporting.breaks_title(len(broken)), "rule_breaks", lambda: st.html(
        markup.table(broken, label="Tal, der strider mod hinanden", wordy=True)))


def _row(name: str, states: Iterable[str], late: Iterable[bool], *, marks: list[str], last: str) -> str:
    cells = "".join(f"<td{mark}>{_cell(state, is_late)}</td>"
                    for mark, state, is_late in zip(marks, states, late, strict=True))
    return f'<tr><th scope="row" class="fi-name">{escape(name)}</th>{cells}{last}</tr>'


def _approved(words: str) -> str:
    """What a jobcenter has approved of the month that is looked at."""
    return f'<td class="fi-approved">{escape(words)}</td>'


@cache
def _cell(state: str, late: bool) -> str:
    letter, word = LETTERS[state], WORDS[state]
    if late:
        letter, word = f"{letter}{LATE[0]}" if state == "reported" else letter, f"{word}{TOO_LATE}"
    return (f'<span class="fi-key fi-{state}" aria-hidden="true" title="{word}">{letter}</span>'
            f'<span class="fi-sr">{word}</span>')


def _stacked(month: date) -> str:
    return "<br>".join(month_and_year(month))


def _chosen(wanted: bool) -> str:
    return ' class="fi-chosen"' if wanted else ""
