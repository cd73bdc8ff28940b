"""The parts of »Virksomhedscentre« that only show: cards, kinds of centres and what the trials found."""

from datetime import date

import streamlit as st

from model.basics.formatting import capital, genitive
from model.drawing.shapes import Bars
from model.programmes.current import FINDINGS
from model.programmes.words import ITSELF
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.centres.charts.centre_life import makeup_table, references_table, trials_table
from model.subjects.centres.charts.centres import reasons_chart
from model.subjects.centres.words import centre_cards, centre_page
from model.subjects.centres.words import centres as findings
from model.subjects.centres.words.centre_trials import trial_survey
from pages.shared import drawing, export, layout
from pages.shared.cards import drawn


def warnings(snapshot: Snapshot) -> None:
    """What makes the counts of centres contradict each other, before any of them is shown."""
    if wrong := findings.contradiction(snapshot):
        layout.error(wrong, title="Tallene går ikke op")


@remembered
def cards(snapshot: Snapshot, code: str | None, month: date) -> tuple[str, ...]:
    """Active with both of its parts, places with occupancy, and what comes of it."""
    return tuple(map(drawn, centre_cards.cards(snapshot, code, month)))


def closures(snapshot: Snapshot, code: str | None, month: date) -> None:
    """Why centres closed; that none did needs no chart."""
    chart = reasons_chart(snapshot, code, month)
    if not isinstance(chart.shape, Bars) or not chart.shape.bars:
        layout.finding(chart.title)
    else:
        layout.shape(chart, "lukninger", right=export.of_place(code))


def kinds(snapshot: Snapshot, code: str | None, month: date) -> None:
    """Private and public, and by branch, side by side, with how many are generation 2."""
    layout.finding(centre_page.kinds_title(snapshot, code, month),
                   centre_page.generations_line(snapshot, code, month))
    left, right = st.columns(2, gap="large")
    for place, kind, alt in ((left, "sector", "Aktive centre efter sektor"),
                             (right, "industry", "Aktive centre efter branche")):
        table = makeup_table(snapshot, code, month, kind)
        with place:
            layout.table(table, alt=alt, numbers=table.columns[1:])


def trials() -> None:
    """What was found before the campaign: for comparison, folded away; nothing where there were no trials."""
    if FINDINGS is None:
        return
    first, second = trials_table(), references_table()
    st.html(drawing.folded(
        f"Til sammenligning: {FINDINGS.label}",
        drawing.paragraph(f"Tal fra forsøgene før {ITSELF}. De er ikke mål: forsøgene havde {FINDINGS.group}, og "
                          "tallene er opgjort på en anden måde.")
        + drawing.table(first, alt="Forsøgene", numbers=first.columns[1:-1])
        + drawing.table(second, alt=f"{capital(genitive(FINDINGS.main))} resultater", numbers=["Procent"])
        + "".join(map(drawing.paragraph, trial_survey()))
        + drawing.paragraph(f"Kilde: {FINDINGS.source}", kind="fd-source")))
