"""Mål og metode: hvad betyder tallet, og hvordan er det beregnet?"""

import streamlit as st

from model.access.rights import Action
from model.programmes.current import PROGRAMME
from model.subjects.goals.figures.coverage import default_month
from pages.method import beside, explaining, target_form
from pages.shared import address, chosen, data, layout, pickers, published
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
programme = chosen.programme()
about = "" if programme is PROGRAMME else f" for {programme.called}"

with pickers.beside_heading() as (heading, _), heading:
    layout.header("Mål og metode", f"Hvad tallene{about} betyder, hvor målene kommer fra, og hvordan alt er beregnet.")

if programme is PROGRAMME:
    month = default_month(snapshot) or snapshot.starts
    st.html(explaining.targets(snapshot, month))
    target_form.panel(snapshot, month, version=data.version())
    st.html(explaining.everything(snapshot, month, *published.protection()))
else:
    st.html(beside.everything(snapshot, programme.id))
