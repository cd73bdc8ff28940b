"""Indlæs tal: kan filen bruges, og hvad ændrer den?"""

from model.access.rights import Action
from model.programmes.current import PROGRAMME
from model.subjects.reporting.words import reporting
from pages.shared import address, chosen, data, layout, markup, pickers, reach
from pages.shared.viewer import required
from pages.upload import checkup, filebox, intake, outcome, saves, template

viewer = required(Action.UPLOAD)
markup.style()
saves.finish()
snapshot = data.snapshot(viewer, as_of=address.as_of())
if outcome.is_behind(snapshot, intake.done()):
    data.begin()
    snapshot = data.snapshot(viewer)
names = snapshot.jobcenters["name"].to_dict()
outcome.forget_undone(snapshot, intake.done())
with pickers.beside_heading() as (heading, choices):
    month = outcome.month_saved(intake.done()) or reporting.month_to_load(snapshot)
    if chosen.programme() is PROGRAMME:
        with choices:
            month = pickers.month(snapshot, default=month)
        with heading:
            layout.header(*outcome.heading(snapshot, intake.done(), month))
    else:
        with heading:
            layout.header(*outcome.heading_beside(snapshot, intake.done(), chosen.programme()))
is_closed = chosen.programme() is not PROGRAMME and not reach.of(Action.UPLOAD)  # a project's figures are no unit's
if is_closed:
    reach.only_others(f"indlæse tal for {chosen.programme().called}", Action.UPLOAD)
elif snapshot.as_of is not None:
    outcome.back_to_now(waiting=bool(intake.queue()))
else:
    outcome.saved(intake.done(), names, more=bool(intake.queue()))
    if intake.queue():
        checkup.files(intake.queue(), checkup.Desk(data.engine(), data.version(), snapshot, names,
                                                    viewer))
        filebox.under_the_file()
    else:
        filebox.beside_instructions()
if not is_closed:
    template.panel(snapshot, month)
