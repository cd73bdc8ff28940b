"""The tab »Kalender«: what happens when, and the file for one's own calendar."""

from functools import partial

from model.documents import ical
from model.snapshot.snapshot import Snapshot
from model.subjects.calendar.charts.calendar import calendar_chart
from pages.shared import downloads, export, layout

DAYS = "Kalender"  # the tab


def show(snapshot: Snapshot) -> None:
    """The days on their lanes."""
    layout.shape(calendar_chart(snapshot), "kalender", right=export.OWN_ROWS)
    downloads.file_button("Hent til din kalender (.ics)", partial(ical.ics, snapshot), ical.FILE_NAME, ical.MIME,
                          right=export.OWN_ROWS)
