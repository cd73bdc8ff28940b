"""Good stories on a page: as cards, and the few of one jobcenter on its own page."""

from collections.abc import Iterable

import streamlit as st

from model.drawing.card import Card, lines
from model.snapshot.snapshot import Snapshot
from model.subjects.stories.figures import stories
from model.subjects.stories.figures.stories import StandingStory
from pages.shared import address, cards, drawing, layout

MOST = 3  # on a jobcenter's page


def panel(snapshot: Snapshot, code: str) -> None:
    """A jobcenter's newest published stories, with the way to all of them; nothing when it has none."""
    found = stories.of_jobcenter(snapshot, code)
    if not found:
        return
    boxes(found[:MOST], title="Gode historier")
    st.html(f'<p><a href="{drawing.text(address.link("historier", jobcenter=code))}">Se alle gode historier</a></p>')


def boxes(entries: Iterable[StandingStory], *, title: str = "") -> None:
    """Stories as cards, each with its text."""
    parts = "".join(cards.drawn(_card(story)) for story in entries)
    st.html((layout.heading(title) if title else "") + f'<div class="fd-cards">{parts}</div>')


def _card(story: StandingStory) -> Card:
    return Card(story.title, lines=(*lines(story.line, tone="quiet"), *lines(*story.description.split("\n"))))
