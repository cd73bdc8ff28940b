"""Tabs that live in the address: only the open one's part runs, so that a page costs what is looked at."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.shared import address, layout
from pages.shared.navigation import TAB


def show(parts: Mapping[str, Callable[[], None]], *, arriving: str | None = None) -> None:
    """A tab for each name, the first unless the address names another; draws the part of the open one.

    arriving: the tab for an address that names none, while the reader has not chosen one.
    """
    _understood(list(parts))
    if arriving and st.session_state.get(TAB) not in parts and TAB not in st.query_params:
        st.session_state[TAB] = arriving
    for tab, draw in zip(st.tabs(list(parts), key=TAB, on_change="rerun", bind="query-params"), parts.values(),
                         strict=True):
        if tab.open:
            with tab:
                draw()


def _understood(names: Sequence[str]) -> None:
    """Open the tab that the address names in other letters, and say so where it names none: Streamlit drops both."""
    wanted = st.query_params.get(TAB)
    if wanted is None or wanted in names:
        return
    if (tab := address.meant(wanted, names)) is not None:
        st.query_params[TAB] = tab
        st.rerun()
    else:
        layout.note(f"Adressen nævner en fane, som siden ikke har, så her vises »{names[0]}«.")
