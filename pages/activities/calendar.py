"""Kalender: hvad sker der hvornår, hvad kommer nu, og hvem har ansvaret?"""

from functools import partial

from model.charts.calendar import calendar_chart
from model.exports import ical
from model.indicators import calendar
from pages.activities import plan
from pages.shared import data, downloads, layout, pickers

snapshot = data.snapshot(as_of=pickers.as_of())

layout.header(calendar.title(snapshot), calendar.line(snapshot))
layout.shape(calendar_chart(snapshot), "kalender")
downloads.file_button("Hent til din kalender (.ics)", partial(ical.ics, snapshot), "virksomhedscenterkampagnen.ics",
                      ical.MIME)
plan.overview(snapshot)
plan.panel(snapshot, version=data.version())
