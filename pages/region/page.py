"""Regionen: hvor mange jobcentre har nået målet, hvad mangler resten, og hvem skal vi tale med?"""

from functools import partial

from model.access.rights import Action
from model.subjects.goals.figures.region import region as of_month
from model.subjects.goals.words.lines import status_line
from model.subjects.goals.words.region import region_lead, region_title
from pages.region import beside, region_view
from pages.shared import address, data, layout, pickers, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, choices):
    with choices:
        month = pickers.month(snapshot)
        pickers.newer_month(snapshot, month)
    region = of_month(snapshot, month)
    with heading:
        layout.header(region_title(region), status_line(snapshot, month), lead=region_lead(snapshot, month))
beside.panel(snapshot)

if not region.coverage.reported:
    layout.empty(layout.nothing_yet(snapshot, month))
else:
    tabs.show({name: partial(draw, snapshot, month) for name, draw in region_view.PARTS.items()})
