"""The tab »Mentornetværk«: who has one and whether they meet, the table by jobcenter, and the form of an event."""

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.courses.charts import networks as charts
from model.subjects.courses.charts.course_words import network_source
from model.subjects.courses.figures import networks
from model.subjects.courses.words import networks as findings
from pages.courses import network_form
from pages.shared import downloads, drawing, export, layout


def show(snapshot: Snapshot) -> None:
    """The finding, then what is known by jobcenter, then of whom nothing is."""
    network_form.panel(snapshot)
    if networks.events(snapshot).empty:
        layout.empty(findings.nothing(snapshot))
        return
    layout.finding(findings.title(snapshot), findings.further(snapshot))
    layout.table(charts.networks_table(snapshot), alt=findings.title(snapshot), numbers=charts.COUNTS)
    st.html(drawing.paragraph(findings.untold(snapshot), kind="fd-sub")
            + drawing.paragraph(network_source(snapshot), kind="fd-source"))
    downloads.csv_button("Hent CSV", lambda: charts.networks_data(snapshot), "fremdrift_mentornetvaerk.csv",
                         right=export.BY_UNIT)
