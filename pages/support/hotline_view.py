"""The hotline's half of the page: who waits, and what is asked about."""

import streamlit as st

from model.snapshot.memory import remembered
from model.snapshot.snapshot import Snapshot
from model.subjects.support.charts import support as charts
from model.subjects.support.figures import hotline
from model.subjects.support.words import contact
from model.subjects.support.words import hotline as findings
from pages.shared import address, drawing, export, layout


def show(snapshot: Snapshot) -> None:
    """Where to turn and who waits, then the enquiries by month."""
    if turned := contact.help_words():
        st.html(drawing.paragraph(turned, kind="fd-sub"))
    if _none(snapshot):
        return
    _waiting(snapshot)
    layout.shape(charts.months_chart(snapshot), "hotline_maaneder")


def _none(snapshot: Snapshot) -> bool:
    """Whether nobody has asked; says so."""
    if not hotline.enquiries(snapshot).empty:
        return False
    layout.finding("Hotlinen")
    layout.empty(findings.no_enquiries(snapshot))
    return True


def show_questions(snapshot: Snapshot) -> None:
    """The enquiries by theme, jobcenter and days until the answer."""
    if _none(snapshot):
        return
    themes, places = st.columns(2, gap="large")
    with themes:
        layout.shape(charts.themes_chart(snapshot), "hotline_temaer")
        layout.shape(charts.answers_chart(snapshot), "hotline_svartider")
    with places:
        layout.shape(charts.jobcenters_chart(snapshot), "hotline_jobcentre",
                     link=address.link("jobcenter", jobcenter="{code}"), right=export.BY_UNIT)


def _waiting(snapshot: Snapshot) -> None:
    table = charts.waiting_table(snapshot)
    if table.empty:
        layout.finding(findings.open_title(snapshot))
        return
    layout.finding(findings.open_title(snapshot), findings.waiting_note(snapshot))
    st.html(_open_ones(snapshot))
    st.html(drawing.paragraph(charts.source(snapshot, hotline.DATASET), kind="fd-source"))


@remembered
def _open_ones(snapshot: Snapshot) -> str:
    return drawing.table(charts.waiting_table(snapshot), alt=findings.open_title(snapshot), numbers=("Dage",))
