"""The tab »Eksempler«: who has done what, on the map and as cards to search in."""

import streamlit as st

from model.basics.formatting import number
from model.programmes.collection import Collection, Example
from model.subjects.stories.charts.collection import collection_tiles
from model.subjects.stories.figures import collection as examples
from model.subjects.stories.words import collection as words
from pages.shared import address, cards, export, layout
from pages.shared.navigation import TAB

EXAMPLES = "Eksempler"  # the tab
SOURCE = "Eksempelsamlingen"
FIRST = 6  # cards that are shown before somebody asks for all of them
ALL = "examples_all"  # of the session: that somebody has


def show(collection: Collection, code: str | None) -> None:
    """How many there are and what is lacking, what to search for, the map and the cards; first what was asked for."""
    layout.finding(words.title(collection), words.line(collection))
    text, theme = _search(collection)
    is_searched = bool(code or text.strip() or theme)
    if not is_searched:
        _map(collection)
    _cards(collection, examples.matching(collection.examples, text=text, code=code, theme=theme))
    if is_searched:
        _map(collection)


def _map(collection: Collection) -> None:
    layout.tiles(collection_tiles(collection), "eksempler",
                 link=address.link("historier", jobcenter="{code}", **{TAB: EXAMPLES}), right=export.FOR_ANYBODY)


def _search(collection: Collection) -> tuple[str, str | None]:
    """The words and the theme that a reader asks for."""
    written, about = st.columns([2, 1])
    text = written.text_input("Søg i eksemplerne", key="example_search", live=True, placeholder="fx »netværk«")
    theme = about.selectbox("Tema", ["", *examples.themes(collection)], key="example_theme",
                            format_func=lambda chosen: chosen or "Alle temaer")
    return text, theme or None


def _cards(collection: Collection, shown: tuple[Example, ...]) -> None:
    if counted := words.held_words(len(shown), len(collection.examples)):
        st.caption(counted)
    if not shown:
        layout.empty("Ingen eksempler passer til valget. Vælg hele regionen, et andet tema eller andre ord.")
        return
    first = shown if len(shown) <= FIRST or st.session_state.get(ALL) else shown[:FIRST]
    st.html(f'<div class="fd-cards">{"".join(cards.drawn(words.card(each, SOURCE)) for each in first)}</div>')
    if len(first) < len(shown):
        st.button(f"Vis alle {number(len(shown))} eksempler", key="examples_rest", on_click=_show_all)


def _show_all() -> None:
    st.session_state[ALL] = True
