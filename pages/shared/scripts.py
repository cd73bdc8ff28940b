"""Our own scripts, as one element: every run of every session sends each that there is."""

import streamlit as st

from pages.shared import danish, keyboard, stepping
from pages.shared.escaping import Finished

HTML = Finished(stepping.HTML + danish.HTML + keyboard.HTML)


def serve() -> None:
    """Put the scripts on the page; each begins once and stays."""
    st.html(HTML, unsafe_allow_javascript=True)
