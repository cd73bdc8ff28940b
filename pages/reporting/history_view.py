"""»Historik«: what was changed, by whom, and taking it back."""

from streamlit.delta_generator import DeltaGenerator

from model.access.rights import Action
from model.intake import history
from model.snapshot.snapshot import Snapshot
from pages.reporting import undo, uploads
from pages.shared import chosen, data, layout, pickers, writing
from pages.shared.viewer import allowed
from pages.upload import outcome
from pages.upload.checkup import Desk


def tab(snapshot: Snapshot, heading: DeltaGenerator) -> None:
    """Every upload of the chosen programme, one of them looked into, and the ways to take it or the sample back."""
    if owner := uploads.owner(snapshot):
        chosen.change(owner)
    names, programme = snapshot.jobcenters["name"].to_dict(), chosen.programme().id
    of_others = len(snapshot.own_uploads) < len(snapshot.uploads)
    with heading, pickers.beside_heading() as (title, _), title:
        layout.header(*history.title(uploads.of(snapshot, programme), of_others=of_others))
    locked = outcome.read_only(snapshot)
    if not len(uploads.of(snapshot, programme)):
        if not of_others:
            layout.empty("Indlæs den første fil på siden »Indlæs tal«.")
    else:
        upload = uploads.choose(snapshot, programme, every=uploads.overview(snapshot, programme))
        uploads.details(upload, names)
    if locked or not allowed(Action.UNDO):
        return
    layout.finding("Fortryd")
    desk = Desk(data.engine(), data.version(), snapshot, names, writing.writer())
    if len(uploads.of(snapshot, programme)):
        undo.panel(upload, desk)
    undo.sample(snapshot.uploads, desk)
