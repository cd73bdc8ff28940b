"""Mål og metode: hvad betyder tallet, og hvordan er det beregnet?"""

import streamlit as st

from model.indicators.coverage import default_month
from model.indicators.definitions import COUNTS, INDICATORS
from model.indicators.target_tables import applying, recorded
from pages.about import explaining, target_form
from pages.shared import data, drawing, layout, pickers

snapshot = data.snapshot(as_of=pickers.as_of())
month = default_month(snapshot) or snapshot.starts

layout.header("Mål og metode", "Hvad tallene betyder, hvor målene kommer fra, og hvordan alt er beregnet.")

layout.finding("De mål og udgangspunkter, der gælder nu")
layout.table(applying(snapshot, month), alt="Tabel: gældende mål og udgangspunkter", numbers=("Værdi",))
st.html(drawing.folded("Vis alt, der er skrevet, nyeste først", drawing.table(
    recorded(snapshot), alt="Tabel: historik for mål og udgangspunkter", numbers=("Værdi",))))
target_form.panel(snapshot, version=data.version())

st.html(explaining.section("Sådan er det beregnet", INDICATORS) + explaining.rules(month)
        + explaining.section("De tal, jobcentrene indberetter", COUNTS))
