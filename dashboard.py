"""Fremdrift's front door: page set-up, language, the menu and the page that was asked for."""

import streamlit as st

from pages.shared import danish, navigation, runtime

page = st.navigation(navigation.menu(), expanded=True)
st.set_page_config(page_title=f"{page.title} · Fremdrift", page_icon=runtime.ICON, layout="wide",
                   initial_sidebar_state=256)
danish.translate_streamlit()
runtime.run(page)
runtime.freeze_once()
