"""Good stories on a page: as cards, and the few of one jobcenter on its own page."""

from collections.abc import Iterable

import streamlit as st

from model.snapshot.snapshot import Snapshot
from model.subjects.stories.figures import stories
from model.subjects.stories.figures.stories import Told
from pages.shared import drawing, layout, pickers

MOST = 3  # on a jobcenter's page


def panel(snapshot: Snapshot, code: str) -> None:
    """A jobcenter's newest published stories, with the way to all of them; nothing when it has none."""
    found = stories.of_jobcenter(snapshot, code)
    if not found:
        return
    cards(found[:MOST], title="Gode historier")
    st.html(f'<p><a href="{drawing.text(pickers.address("historier", jobcenter=code))}">Se alle gode historier</a></p>')


def cards(found: Iterable[Told], *, title: str = "") -> None:
    """Stories as cards, each with its text."""
    parts = "".join(_card(story) for story in found)
    st.html((layout.heading(title) if title else "") + f'<div class="fd-cards">{parts}</div>')


def _card(story: Told) -> str:
    paragraphs = "".join(drawing.paragraph(text) for text in story.description.split("\n"))
    return (f'<section class="fd-card"><h2>{drawing.text(story.title)}</h2>'
            f'{drawing.paragraph(story.line, kind="fd-source")}{paragraphs}</section>')
