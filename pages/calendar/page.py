"""Kalender: hvad sker der hvornår, hvad kommer nu, og hvem har ansvaret?"""

from functools import partial

from model.documents import ical
from model.subjects.calendar.charts.calendar import calendar_chart
from model.subjects.calendar.words import calendar
from pages.calendar import plan
from pages.shared import address, data, downloads, layout, pickers

snapshot = data.snapshot(as_of=address.as_of())

with pickers.beside_heading() as (heading, _), heading:
    layout.header(calendar.title(snapshot), calendar.line(snapshot))
layout.shape(calendar_chart(snapshot), "kalender")
downloads.file_button("Hent til din kalender (.ics)", partial(ical.ics, snapshot), ical.FILE_NAME, ical.MIME)
plan.overview(snapshot)
plan.panel(snapshot, version=data.version())
