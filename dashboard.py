"""Fremdrift's front door: page set-up, language, the menu and the page that was asked for."""

import streamlit as st

from model.basics.refusal import NotDone
from pages.shared import collecting

try:
    from pages.shared import chosen, navigation, runtime, viewer
except NotDone as refused:  # what the house is about and how it is set are known before anything else of it is
    st.error(f"Fremdrift kan ikke vises. {refused}")
    collecting.begin()
    st.stop()

with viewer.one_run():
    # before the menu: the sidebar is as wide as it is told when it is first drawn, and the menu draws it
    st.set_page_config(page_icon=runtime.ICON, layout="wide", initial_sidebar_state=256)
    page = st.navigation(navigation.menu(chosen.begin()), position=runtime.menu_position(), expanded=True)
    st.set_page_config(page_title=f"{page.title} · Fremdrift")
    runtime.run(page)
collecting.begin()
