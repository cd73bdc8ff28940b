"""»Historik«: what was changed, by whom, and taking it back."""

from streamlit.delta_generator import DeltaGenerator

from model.intake import history
from model.snapshot.snapshot import Snapshot
from pages.reporting import undo, uploads
from pages.shared import data, layout, pickers, writing
from pages.upload import outcome
from pages.upload.checkup import Desk


def tab(snapshot: Snapshot, heading: DeltaGenerator) -> None:
    """Every upload, one of them looked into, and the ways to take it or the sample back."""
    names = snapshot.jobcenters["name"].to_dict()
    with heading, pickers.beside_heading() as (title, _), title:
        layout.header(*history.title(snapshot.uploads))
    locked = outcome.read_only(snapshot)
    if not len(snapshot.uploads):
        layout.empty("Indlæs den første fil på siden »Indlæs tal«.")
    else:
        chosen = uploads.choose(snapshot, every=uploads.overview(snapshot))
        uploads.details(chosen, names)
    if locked:
        return
    layout.finding("Fortryd")
    desk = Desk(data.engine(), data.version(), snapshot, names, writing.writer())
    if len(snapshot.uploads):
        undo.panel(chosen, desk)
    undo.sample(snapshot.uploads, desk)
