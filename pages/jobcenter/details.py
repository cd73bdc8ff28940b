"""What lies behind a jobcenter's answer: why the share moved, and the figures with every mark explained."""

from datetime import date

import streamlit as st

from model.basics.formatting import listing, month_long, number
from model.basics.months import shift
from model.snapshot.absence import HIDDEN, combined
from model.snapshot.columns import figures_of
from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.behind import CODES, behind_data, numbers_behind, revisions
from model.subjects.goals.figures import coverage
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.figures.movement import Movement, movement
from model.subjects.goals.words.movement_sentences import BROKEN, movement_title
from pages.shared import data, downloads, drawing, export, layout

BEFORE, YEAR, BASELINE = SINCE = ("måneden før", "et år før", "udgangspunktet")
MONTHS = {BEFORE: 1, YEAR: 12}


@remembered
def has_figures(snapshot: Snapshot, code: str) -> bool:
    """Whether the jobcenter has ever reported a figure."""
    return not figures_of(snapshot, code).empty


def never_reported(snapshot: Snapshot, code: str) -> str:
    """What to read on the page of a jobcenter without figures."""
    name = snapshot.jobcenters.loc[code, "name"]
    newest = coverage.default_month(snapshot)
    others = f" De andre jobcentres tal går til og med {month_long(newest)}." if newest else ""
    return (f"Jobcenter {name} har endnu ikke indberettet tal.{others} "
            "På siden Indberetning og historik ligger en mail, der er klar til at sende.")


def why_moved(snapshot: Snapshot, code: str, month: date) -> None:
    """The change of the share, split into more people activated and another size of the target group."""
    answer = st.empty()
    since = st.segmented_control("Sammenlignet med", SINCE, default=BEFORE, key="siden", required=True)
    answer.html(_moved(snapshot, code, month, since))


@remembered
def _moved(snapshot: Snapshot, code: str, month: date, since: str) -> str:
    first = goal1(snapshot, code, month).baseline_month if since == BASELINE else shift(month, -MONTHS[since])
    found = movement(snapshot, code, first, month) if first in snapshot.months else None
    if found is None:
        reason = _why_not(snapshot, code, month, first)
        return layout.heading("Hvorfor flyttede andelen sig?", f"Det kan ikke opgøres: {reason}.")
    return layout.heading(movement_title(found), _from_to(found))


def _why_not(snapshot: Snapshot, code: str, month: date, first: date | None) -> str:
    """What stands in the way: figures that are not there, else figures that the sender has hidden."""
    why = {m: goal1(snapshot, code, m).share_absent for m in (first, month) if m is not None and m in snapshot.months}
    if combined(*why.values()) == HIDDEN:
        hidden = listing(month_long(m) for m, reason in why.items() if reason)
        return f"tallene for {hidden} er skjult af afsenderen"
    return f"der mangler tal{f' for {month_long(first)} eller {month_long(month)}' if first else ''}"


def _from_to(moved: Movement) -> str:
    (x0, n0), (x1, n1) = moved.before, moved.after
    broken = f" {BROKEN}" if moved.broken else ""
    return (f"Fra {number(x0)} af {number(n0)} i {month_long(moved.first)} til "
            f"{number(x1)} af {number(n1)} i {month_long(moved.last)}.{broken}")


def numbers(snapshot: Snapshot, code: str, month: date) -> None:
    """The figures behind, with every code explained and every correction told."""
    changed = revisions(snapshot, code, month, earlier=data.earlier(code, as_of=snapshot.as_of))
    st.html(_behind(snapshot, code, month) + (drawing.listing(changed) if changed else ""))
    downloads.csv_button("Hent CSV", lambda: behind_data(snapshot, code, month), f"fremdrift_tal_{code}.csv",
                         right=export.of(code))


@remembered
def _behind(snapshot: Snapshot, code: str, month: date) -> str:
    table = numbers_behind(snapshot, code, month)
    return (layout.heading("Tallene bag", "Antal personer og forløb pr. måned, nyeste først.")
            + drawing.table(table, alt="Tabel: tallene bag", numbers=table.columns[1:])
            + drawing.paragraph(CODES, kind="fd-source"))
