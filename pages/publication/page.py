"""Udgivelse: hvad får offentligheden at se, hvad er nyt i det, og hvad er fortalt før?"""

import streamlit as st

from model.access.rights import Action
from model.basics.free_text import RecordRefused
from pages.publication import edition_list, publish_form, publish_view
from pages.shared import forms, layout, next_edition
from pages.shared.viewer import required

required(Action.PUBLISH)
forms.room()
with layout.beside_heading() as (heading, choices):
    with choices:
        month = publish_view.month()
    with heading:
        place = st.container()
try:
    made = next_edition.proposed(month)
except RecordRefused as refusal:
    with place:
        layout.header("Intet kan offentliggøres nu")
    layout.empty(str(refusal))
else:
    with place:
        publish_view.heading(made)
    new, form = st.columns([3, 2], gap="large")
    with new:
        publish_view.what_is_new(made)
    with form:
        publish_form.panel(made)
    publish_view.preview(made)
edition_list.show()
