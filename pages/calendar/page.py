"""Kalender: hvad sker der hvornår, hvad kommer nu, og hvem har ansvaret?"""

from functools import partial

from model.access.rights import Action
from model.subjects.calendar.words import calendar
from pages.calendar import calendar_view, plan
from pages.shared import address, data, forms, layout, pickers, tabs
from pages.shared.viewer import required

viewer = required(Action.SEE_FIGURES)
snapshot = data.snapshot(viewer, as_of=address.as_of())

with pickers.beside_heading() as (heading, _), heading:
    layout.header(calendar.title(snapshot), calendar.line(snapshot))
forms.room()
tabs.show({calendar_view.DAYS: partial(calendar_view.show, snapshot),
           plan.TAB: partial(plan.show, snapshot, version=data.version())})
