"""The tabs of »Jobcenter«: how it stands, how and why the share moved, what is done there, and the figures behind."""

from collections.abc import Callable
from datetime import date

from model.snapshot.snapshot import Snapshot
from model.subjects.centres.words.centres import room_sentence
from model.subjects.goals.charts.outcome import outcome_chart
from model.subjects.goals.charts.progress import progress_chart
from pages.jobcenter import approval, beside, details
from pages.shared import activities, agenda_view, cards, export, layout, stories_view


def agreed(snapshot: Snapshot, code: str) -> None:
    """What was agreed at the last meeting and how far it is."""
    agenda_view.last_agreed(snapshot, code)


def _status(snapshot: Snapshot, code: str, month: date) -> None:
    layout.cards(cards.of_jobcenter(snapshot, code, month))
    if room := room_sentence(snapshot, code, month):
        layout.lead(room)
    beside.panel(snapshot, code, month)
    agreed(snapshot, code)


def _trend(snapshot: Snapshot, code: str, month: date) -> None:
    layout.chart(progress_chart(snapshot, code, month), f"udvikling_{code}", right=export.of(code))


def _reasons(snapshot: Snapshot, code: str, month: date) -> None:
    details.why_moved(snapshot, code, month)
    layout.chart(outcome_chart(snapshot, code, month), f"selvforsoergende_{code}", right=export.of(code))


def _activities(snapshot: Snapshot, code: str, month: date) -> None:
    activities.panel(snapshot, code, month)
    stories_view.panel(snapshot, code)


def _figures(snapshot: Snapshot, code: str, month: date) -> None:
    layout.cards([cards.usable(snapshot, code, month)])
    approval.panel(snapshot, code, month)
    details.numbers(snapshot, code, month)


PARTS: dict[str, Callable[[Snapshot, str, date], None]] = {
    "Status": _status, "Udvikling": _trend, "Hvorfor flyttede det sig?": _reasons, "Aktiviteter": _activities,
    approval.TAB: _figures}
