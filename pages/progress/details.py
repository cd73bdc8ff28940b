"""What lies behind a jobcenter's answer: job and education, why the share moved, the figures, what they can bear."""

from datetime import date

import streamlit as st

from model.charts.behind import CODES, behind_data, numbers_behind, revisions
from model.formatting import month_long, number, share_of
from model.indicators import coverage
from model.indicators.cohorts import CENTRE_ENDED, CENTRE_JOB, ENDED, JOB
from model.indicators.findings import movement_title
from model.indicators.goals import goal1, goal2
from model.indicators.movement import movement
from model.indicators.snapshot import Snapshot
from model.months import shift
from pages.shared import data, downloads, drawing, layout

BROKEN = "Der er databrud i perioden, så tallene kan ikke uden videre sammenlignes."
SINCE = {"måneden før": 1, "et år før": 12, "udgangspunktet": 0}


def has_figures(snapshot: Snapshot, code: str) -> bool:
    """Whether the jobcenter has ever reported a figure."""
    return bool(snapshot.figures["jobcenter"].eq(code).any())


def never_reported(snapshot: Snapshot, code: str) -> str:
    """What to read on the page of a jobcenter without figures."""
    name = snapshot.jobcenters.loc[code, "name"]
    newest = coverage.default_month(snapshot)
    others = f" De andre jobcentres tal går til og med {month_long(newest)}." if newest else ""
    return (f"Jobcenter {name} har endnu ikke indberettet tal.{others} "
            "På siden Indberetning ligger en påmindelse, der er klar til at sende.")


def beside(snapshot: Snapshot, code: str, month: date) -> list[str]:
    """Job or education beside goal 2, for all and for those who were in a virksomhedscenter; never against 20 %."""
    lines = []
    for words, outcome, ended in (("Job eller uddannelse", JOB, ENDED),
                                  ("Job eller uddannelse fra virksomhedscenter", CENTRE_JOB, CENTRE_ENDED)):
        found = goal2(snapshot, code, month, outcome=outcome, ended=ended)
        if found.successes is not None and found.ended:
            lines.append(f"{words}: {share_of(found.successes, found.ended)}")
    return lines


def why_moved(snapshot: Snapshot, code: str, month: date) -> None:
    """The change of the share, split into more people activated and another size of the target group."""
    title = st.empty()
    since = st.segmented_control("Sammenlignet med", list(SINCE), default="måneden før", key="siden", required=True)
    first = shift(month, -SINCE[since]) if SINCE[since] else goal1(snapshot, code, month).baseline_month
    found = movement(snapshot, code, first, month) if first in snapshot.months else None
    if found is None:
        when = f" for {month_long(first)} eller {month_long(month)}" if first else ""
        title.html(layout.heading("Hvorfor flyttede andelen sig?", f"Det kan ikke opgøres: der mangler tal{when}."))
        return
    (x0, n0), (x1, n1) = found.before, found.after
    counts = (f"Fra {number(x0)} af {number(n0)} i {month_long(found.first)} til "
              f"{number(x1)} af {number(n1)} i {month_long(found.last)}.")
    broken = f" {BROKEN}" if found.broken else ""
    title.html(layout.heading(movement_title(found), f"{counts}{broken}"))


def numbers(snapshot: Snapshot, code: str, month: date) -> None:
    """The figures behind, with every code explained and every correction told."""
    table = numbers_behind(snapshot, code, month)
    changed = revisions(snapshot, code, month, data.earlier(code, as_of=snapshot.as_of))
    st.html(layout.heading("Tallene bag", "Antal personer og forløb pr. måned, nyeste først.")
            + drawing.table(table, alt="Tabel: tallene bag", numbers=table.columns[1:])
            + drawing.paragraph(CODES, kind="fd-source") + (drawing.listing(changed) if changed else ""))
    downloads.csv_button("Hent CSV", behind_data(snapshot, code, month), f"fremdrift_tal_{code}.csv")
