"""The tabs of »Regionen«: how it stands now, how it went, and what the programme does."""

from collections.abc import Callable
from datetime import date

from model.snapshot.snapshot import Snapshot
from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.charts.progress import progress_chart
from model.subjects.goals.charts.tiles import verdict_tiles
from pages.shared import activities, address, cards, documents, export, layout


def _status(snapshot: Snapshot, month: date) -> None:
    layout.tiles(verdict_tiles(snapshot, month), "fliser", link=address.link("jobcenter", jobcenter="{code}"),
                 under=cards.of_region(snapshot, month), right=export.BY_UNIT)
    documents.of_region(snapshot, month)


def _trend(snapshot: Snapshot, month: date) -> None:
    layout.chart(progress_chart(snapshot, None, month), "udvikling_regionen")
    layout.chart(outcome_chart(snapshot, None, month), "selvforsoergende_regionen")
    layout.note(cards.national(snapshot, month))


def _activities(snapshot: Snapshot, month: date) -> None:
    activities.panel(snapshot, None, month)


PARTS: dict[str, Callable[[Snapshot, date], None]] = {
    "Status": _status, "Udvikling": _trend, "Aktiviteter": _activities}
