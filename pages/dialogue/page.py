"""Dialogmøde: hvad viste vi, hvad aftalte vi sidst, og hvad har ændret sig siden?"""

from pages.dialogue import desk, meeting_view, overview_view
from pages.shared import address, data, forms, layout, pickers

snapshot = data.snapshot(as_of=address.as_of())
with layout.beside_heading() as (heading, choices), choices:
    code = pickers.place(snapshot)
    held_on = desk.chosen_day(snapshot, code) if code else None
forms.told()

if code is None or held_on is None:
    with heading:
        overview_view.heading(snapshot)
    overview_view.show(snapshot)
else:
    meeting_view.show(desk.sat_down(snapshot, code, held_on), heading=heading, choices=choices)
