"""Sammenligning: er forskellene større, end tilfældigheder kan forklare?"""

from functools import partial

from model.access.rights import Action
from model.subjects.comparison.figures import peers
from model.subjects.comparison.figures.comparison import comparison
from model.subjects.comparison.words.comparison import page_lead, page_title
from model.subjects.goals.figures.coverage import coverage
from model.subjects.goals.words.lines import status_line
from pages.comparison import highlight, peer_form, yardsticks
from pages.shared import address, data, layout, pickers, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
stated, own = peer_form.stated(snapshot), address.jobcenter(snapshot)
with pickers.beside_heading() as (heading, choices):
    with choices:
        month = pickers.month(snapshot)
        pickers.newer_month(snapshot, month)
        alike = peers.alike(snapshot, month, own) if own else None
        group = pickers.peers(peers.groups(snapshot, month, stated), default=alike)
    found = comparison(snapshot, month, group)
    with heading:
        layout.header(page_title(found, coverage(snapshot, month)), status_line(snapshot, month))
        if found.region.ended:
            layout.lead(page_lead(found, coverage(snapshot, month)))
        highlight.why(snapshot, own, group)

if not coverage(snapshot, month).reported and not found.region.ended:
    layout.empty(layout.nothing_yet(snapshot, month))
else:
    tabs.show({name: partial(draw, snapshot, month, group, own) for name, draw in yardsticks.PARTS.items()})
peer_form.panel(snapshot, stated, version=data.version())
