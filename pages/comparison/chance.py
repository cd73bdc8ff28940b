"""»Holdt op mod hele regionen: kan forskellene være tilfældige?«: the funnel, drawn only when somebody asks."""

from datetime import date

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.comparison.charts.comparison import funnel_chart
from model.subjects.comparison.figures.peers import Peers
from pages.shared import layout

QUESTION = "Holdt op mod hele regionen: kan forskellene være tilfældige?"


def panel(snapshot: Snapshot, month: date, peers: Peers, own: str | None) -> None:
    """The folded question, and the funnel with how it is read."""
    folded = st.expander(QUESTION, key="funnel_panel", on_change="rerun")
    if not folded.open:
        return
    with folded:
        chart = funnel_chart(snapshot, month, peers, own)
        if chart is None:
            layout.empty("Der er ingen målbare forløb at tegne endnu.")
        else:
            layout.shape(chart, "tragt")
