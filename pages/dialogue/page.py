"""Dialogmøde: hvad viste vi, hvad aftalte vi sidst, og hvad har ændret sig siden?"""

import streamlit as st

from model.access import rights
from model.access.rights import Action
from model.programmes.current import PROGRAMME
from pages.dialogue import desk, meeting_view, overview_view
from pages.shared import address, chosen, data, forms, layout, pickers, reach
from pages.shared.viewer import required

viewer, programme = required(Action.SEE_WRITTEN), chosen.programme()
if programme is not PROGRAMME:
    rights.require(viewer, Action.SEE_WRITTEN)  # what is written of projects is about no jobcenter
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, choices), choices:
    own, wanted = reach.jobcenters(snapshot, Action.SEE_WRITTEN), address.jobcenter(snapshot)
    if programme is PROGRAMME and wanted is not None and wanted not in own:  # as from a page of every figure
        layout.note(rights.refusal(viewer, Action.SEE_WRITTEN, [wanted]))
    unit = pickers.unit(snapshot, programme, among=own)
    held_on = desk.chosen_day(snapshot, unit) if unit else None
    below = st.container()  # for the month, which depends on what was known on the day
forms.room()

if unit is not None:
    rights.require(viewer, Action.SEE_WRITTEN, unit)
if unit is None or held_on is None:
    with heading:
        overview_view.heading(snapshot, programme.id)
    overview_view.show(snapshot, programme.id)
else:
    meeting_view.show(desk.sat_down(snapshot, unit, held_on), heading=heading, choices=below)
