"""Konference: én pointe ad gangen, på væggen, i en fil uden net og som PowerPoint."""

import streamlit as st

from model.access.rights import Action
from model.documents.screens import screens
from model.subjects.goals.figures.coverage import default_month
from pages.conference import conference_choice, conference_edition, conference_show
from pages.shared import layout
from pages.shared.viewer import required

required(Action.SEE_EDITIONS)
shown = conference_edition.wanted()  # a wall has no earlier day, and no month but the one that is told
if default_month(shown.snapshot) is None:
    layout.header("Konference: én pointe ad gangen")
    conference_edition.choice(shown)
    conference_edition.remarks(shown)
    layout.empty(layout.nothing_yet(shown.snapshot, shown.month))
    conference_choice.left_out(shown.snapshot)
    st.stop()

available = screens(shown.snapshot, shown.month)
picked = conference_choice.picked(available)
if conference_show.wanted():
    conference_show.show(picked, shown.snapshot, shown.month)
else:
    with layout.beside_heading() as (heading, choices):
        with heading:
            conference_choice.heading(available, picked, shown)
        with choices:
            conference_edition.choice(shown)
    conference_choice.offer(picked, shown)
    conference_choice.choose(available, picked)
    conference_choice.previews(picked, shown.snapshot, shown.month)
