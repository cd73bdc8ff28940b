"""Historik: hvad er ændret, af hvem, og kan det fortrydes?"""

from model.intake import history
from model.subjects.goals.figures import coverage
from pages.history import correction, undo, uploads
from pages.shared import address, data, layout, markup
from pages.upload import filebox, outcome
from pages.upload.checkup import Desk

markup.style()
snapshot = data.snapshot(as_of=address.as_of())
names = snapshot.jobcenters["name"].to_dict()

layout.header(*history.title(snapshot.uploads))
locked = outcome.read_only(snapshot)
undo.told()
if len(snapshot.uploads):
    chosen = uploads.choose(snapshot, every=uploads.overview(snapshot))
    uploads.details(chosen, names)
else:
    layout.empty("Indlæs den første fil på siden »Indlæs tal«.")
if not locked:
    layout.finding("Fortryd eller ret")
    by = filebox.uploaded_by(label="Hvem er du? (navn eller funktion)")
    desk = Desk(data.engine(), data.version(), snapshot, names, by)
    if len(snapshot.uploads):
        undo.panel(chosen, desk)
    correction.panel(desk, coverage.default_month(snapshot) or snapshot.starts)
    undo.sample(snapshot.uploads, desk)
