"""Jobcenter: hvor står dette jobcenter, hvorfor flyttede tallet sig, og hvad skal der til?"""

from functools import partial

from model.access.rights import Action
from model.subjects.goals.figures.goals import goal1
from model.subjects.goals.words.lines import jobcenter_line
from model.subjects.goals.words.titles import goal1_title
from pages.jobcenter import approval, details, jobcenter_view
from pages.shared import address, data, documents, forms, layout, news_view, pickers, reach, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())
with pickers.beside_heading() as (heading, choices):
    with choices:
        own = reach.jobcenters(snapshot, Action.SEE_WRITTEN)  # where there is more to see than figures
        code = pickers.jobcenter(snapshot, first=next(iter(own), None))
        month = pickers.month(snapshot)
        pickers.newer_month(snapshot, month)
    goal = goal1(snapshot, code, month)
    with heading:
        layout.header(goal1_title(goal), jobcenter_line(snapshot, code, month))
        approval.way_in(snapshot, code, month)
        documents.of_jobcenter(snapshot, code, month)

forms.room()
news_view.panel(snapshot, code, month)
if not details.has_figures(snapshot, code):
    jobcenter_view.agreed(snapshot, code)
    layout.empty(details.never_reported(snapshot, code))
else:
    tabs.show({name: partial(draw, snapshot, code, month) for name, draw in jobcenter_view.PARTS.items()})
