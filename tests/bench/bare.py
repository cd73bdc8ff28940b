"""The floor for pages: one metric, one table of 19 rows, one Plotly chart and one box of months, nothing else.

With BARE_FREEZE=1 it also tames the garbage collector, which Streamlit runs after every script: the strict page.
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


months = [f"{year}-{month:02d}" for year in (2009, 2010, 2011) for month in range(1, 13)][8:30]
rows = pd.DataFrame({"Jobcenter": [f"Kommune {number}" for number in range(19)], "Antal": range(40, 59)})
st.set_page_config(page_title="Bar side", layout="wide")
st.session_state["maaned"] = st.query_params.get("maaned", months[-1])
month = st.selectbox("Måned", months, key="maaned")
st.metric(f"Andel, {month}", "16,8 %", "+12")
st.table(rows)
st.plotly_chart(go.Figure(go.Scatter(x=months, y=[40 + at for at in range(22)], mode="lines+markers")), key="bare")
if os.environ.get("BARE_FREEZE"):
    freeze_once()
