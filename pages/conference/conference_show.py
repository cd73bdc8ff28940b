"""The conference on the wall: the offline file itself in a frame over the whole window, which has the keys at once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from model.basics.formatting import month_long
from model.documents import offline
from model.documents.screens import Screen
from model.snapshot.snapshot import Snapshot

SHOW = "vis"
STYLE = Path(__file__).with_name("conference.css").read_text(encoding="utf-8")
SCRIPT = Path(__file__).with_name("conference.js").read_text(encoding="utf-8")


def wanted() -> bool:
    """Whether the address asks for the wall itself."""
    return st.query_params.get(SHOW) == "1"


def begin() -> None:
    """Ask for the wall from the next run on."""
    st.query_params[SHOW] = "1"


def show(picked: Sequence[Screen], snapshot: Snapshot, month: date) -> None:
    """The screens and nothing else, but for a quiet way back."""
    with st.container(key="conference_show"):
        st.html(f"<style>{STYLE}</style>")
        st.iframe(offline.offline_html(picked, snapshot=snapshot, month=month), height=600, tab_index=0,
                  alt=f"Konference: {month_long(month)}")
        st.button("Tilbage til valget", key="conference_back", type="tertiary", on_click=_back)
        st.html(f"<script>{SCRIPT}</script>", unsafe_allow_javascript=True)


def _back() -> None:
    st.query_params.pop(SHOW, None)
