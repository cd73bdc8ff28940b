"""The tab »Historier«: what the jobcenters themselves have told, by jobcenter and theme."""

import streamlit as st

from model.subjects.stories.figures import stories
from pages.shared import layout, stories_view
from pages.stories.tellers import Tellers

STORIES = "Historier"  # the tab


def show(tellers: Tellers, code: str | None) -> None:
    """Those that fit what a reader searches for, or what the page is for where none is published yet."""
    published = tellers.published
    if not published:
        first = " Skriv den første nedenfor: den er en kladde, indtil den er læst igennem og udgivet."
        layout.empty(f"Her samles de erfaringer fra {tellers.many}, som andre kan lære af."
                     f"{first if tellers.own else ''}")
        return
    words, about = st.columns([2, 1])
    text = words.text_input("Søg i historierne", key="story_search", live=True, placeholder="fx »mentor«")
    theme = about.selectbox("Tema", ["", *stories.themes(published)], key="story_theme",
                            format_func=lambda chosen: chosen or "Alle temaer")
    shown = stories.matching(published, text=text, code=code, theme=theme or None)
    if counted := stories.shown_words(len(shown), len(published)):
        st.caption(counted)
    if shown:
        stories_view.boxes(shown)
    else:
        layout.empty(f"Ingen historier passer til valget. Vælg {'hele regionen, ' if code else ''}et andet tema eller "
                     "andre ord.")
