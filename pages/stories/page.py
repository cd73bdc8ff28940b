"""Historier og eksempler: hvad har virket hvor, og sammen med hvem?"""

import streamlit as st

from model.subjects.stories.figures import stories
from pages.shared import address, data, forms, layout, pickers, stories_view
from pages.stories import story_form

snapshot = data.snapshot(as_of=address.as_of())
published = stories.stories(snapshot)
with pickers.beside_heading() as (heading, choices):
    with choices:
        code = pickers.place(snapshot)
    with heading:
        layout.header(stories.title(snapshot), stories.line(snapshot))
forms.told()

if not published:
    layout.empty("Her samles de erfaringer fra jobcentrene, som andre kan lære af. Skriv den første nedenfor: den er "
                 "en kladde, indtil den er læst igennem og udgivet.")
else:
    words, about = st.columns([2, 1])
    text = words.text_input("Søg i historierne", key="story_search", live=True, placeholder="fx »mentor«")
    theme = about.selectbox("Tema", ["", *stories.themes(published)], key="story_theme",
                            format_func=lambda chosen: chosen or "Alle temaer")
    found = stories.matching(published, text=text, code=code, theme=theme or None)
    if said := stories.found_words(len(found), len(published)):
        st.caption(said)
    if found:
        stories_view.boxes(found)
    else:
        layout.empty("Ingen historier passer til valget. Vælg hele regionen, et andet tema eller andre ord.")
story_form.panel(snapshot, version=data.version())
