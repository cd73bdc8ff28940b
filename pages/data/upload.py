"""Indlæs tal: kan filen bruges, og hvad ændrer den?"""

import streamlit as st

from model.indicators import reporting
from pages.data import checkup, filebox, intake, markup, outcome
from pages.shared import data, layout, pickers

markup.style()
snapshot = data.snapshot(as_of=pickers.as_of())
names = snapshot.jobcenters["name"].to_dict()
with layout.beside_heading() as (heading, choices):
    with choices:
        month = pickers.month(snapshot)
    with heading:
        layout.header(*reporting.standing(snapshot, month))
locked = outcome.read_only(snapshot)
box, words = st.columns([3, 2], gap="large")
with box:
    filebox.uploader(locked=locked)
    by = filebox.uploaded_by(locked=locked)
with words:
    filebox.instructions()
outcome.saved(intake.done(), names, more=bool(intake.queue()))
if intake.queue() and not locked:
    checkup.step(intake.queue()[0], checkup.Desk(data.engine(), data.version(), snapshot, names, by))
    outcome.waiting(len(intake.queue()) - 1)
filebox.template(names, month, snapshot.months)
