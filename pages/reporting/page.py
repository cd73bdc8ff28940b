"""Indberetning og historik: hvem har leveret, hvem skal rykkes, hvad er ændret, og kan det rettes eller fortrydes?"""

from functools import partial

import streamlit as st

from model.access.rights import Action
from model.programmes.current import PROGRAMME
from pages.reporting import correction, history_view, reporting_view, undo
from pages.shared import address, chosen, data, markup, tabs
from pages.shared.navigation import CORRECTION, HISTORY
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
markup.style()
snapshot = data.snapshot(viewer, as_of=address.as_of())
heading = st.container()
undo.room()
if chosen.programme() is PROGRAMME:
    parts = {"Indberetning": reporting_view.tab, HISTORY: history_view.tab, CORRECTION: correction.tab}
    tabs.show({name: partial(draw, snapshot, heading) for name, draw in parts.items()})
else:  # of its projects there are no months to remind of
    history_view.tab(snapshot, heading)
