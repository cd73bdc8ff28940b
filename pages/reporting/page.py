"""Indberetning: hvem har leveret, hvem skal rykkes, og kan tallene bruges?"""

import streamlit as st

from model.basics.settings import load
from model.subjects.goals.words.lines import status_line
from model.subjects.reporting.words import reporting
from pages.reporting import reporting_view
from pages.shared import address, data, downloads, layout, markup, pickers

markup.style()
snapshot = data.snapshot(as_of=address.as_of())
with layout.beside_heading() as (heading, choices):
    with choices:
        month = pickers.month(snapshot, default=reporting.month_with_gaps(snapshot))
    with heading:
        layout.header(reporting.title(snapshot, month), status_line(snapshot, month))

pickers.newer_month(snapshot, month)
found = reporting.grid(snapshot, month)
layout.finding(reporting.covered(snapshot, month), reporting.silent_months(snapshot, month))
if found.months:
    st.html(reporting_view.grid(found, month))
    st.html(reporting_view.legend(with_late=load().deadline_days is not None))
    downloads.csv_button("Hent CSV", lambda: reporting.grid_table(found), "indberetning.csv")
else:
    layout.empty("Der er ikke indlæst tal endnu. Begynd på siden »Indlæs tal«.")
reporting_view.to_send(snapshot, month)
reporting_view.rule_breaks(snapshot)
