"""Konference: én pointe ad gangen, på væggen, i en fil uden net og som PowerPoint."""

import streamlit as st

from model.documents.screens import screens
from model.subjects.goals.figures.coverage import default_month
from pages.conference import conference_choice, conference_show
from pages.shared import data, layout

snapshot = data.snapshot(audience="public")  # a wall has no earlier day, and no month but the one that is told
month = default_month(snapshot)
if month is None:
    layout.header("Konference: én pointe ad gangen")
    layout.empty(layout.nothing_yet(snapshot, snapshot.starts))
    conference_choice.left_out(snapshot)
    st.stop()

available = screens(snapshot, month)
picked = conference_choice.picked(available)
if conference_show.wanted():
    conference_show.show(picked, snapshot, month)
else:
    conference_choice.heading(available, picked, snapshot, month)
    conference_choice.offer(picked, snapshot, month)
    conference_choice.choose(available, picked)
    conference_choice.previews(picked, snapshot, month)
