"""Dialogmøde: hvad viste vi, hvad aftalte vi sidst, og hvad har ændret sig siden?"""

import streamlit as st

from model.access import rights
from model.access.rights import Action
from pages.dialogue import desk, meeting_view, overview_view
from pages.shared import address, data, forms, layout, pickers, reach
from pages.shared.viewer import required

viewer = required(Action.SEE_WRITTEN)
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, choices), choices:
    own, wanted = reach.jobcenters(snapshot, Action.SEE_WRITTEN), address.jobcenter(snapshot)
    if wanted is not None and wanted not in own:  # as from another page, where every figure may be seen
        layout.note(rights.refusal(viewer, Action.SEE_WRITTEN, [wanted]))
    code = pickers.place(snapshot, among=own)
    held_on = desk.chosen_day(snapshot, code) if code else None
    below = st.container()  # for the month, which depends on what was known on the day
forms.room()

if code is not None:
    rights.require(viewer, Action.SEE_WRITTEN, code)
if code is None or held_on is None:
    with heading:
        overview_view.heading(snapshot)
    overview_view.show(snapshot)
else:
    meeting_view.show(desk.sat_down(snapshot, code, held_on), heading=heading, choices=below)
