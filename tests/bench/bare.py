"""The floor for pages: one metric, one table and one Plotly chart, nothing else.

With BARE_FREEZE=1 it also tames the garbage collector, as the app does: a stricter floor than Streamlit gives.
"""

import gc
import os

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource(show_spinner=False)
def freeze_once() -> None:
    """Take what is loaded by now out of the collection that Streamlit runs after every script."""
    gc.collect()
    gc.freeze()


months = [f"2010-{month:02d}" for month in range(1, 13)]
values = [40 + month for month in range(12)]
st.set_page_config(page_title="Bar side", layout="wide")
st.metric("Andel", "16,8 %", "+12")
st.table(pd.DataFrame({"Måned": months, "Antal": values}))
st.plotly_chart(go.Figure(go.Scatter(x=months, y=values, mode="lines+markers")), key="bare")
if os.environ.get("BARE_FREEZE"):
    freeze_once()
